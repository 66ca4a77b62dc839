#ifndef BAOCAO_SCAN_H
#define BAOCAO_SCAN_H

#include <stddef.h>
#include <stdint.h>

/// Writes to `places` the places, from 0 and in rising order, of every
/// delimiter, quote, line feed and carriage return among `count` bytes, and
/// returns how many there are.
///
/// `places` has room for `count` + 8 numbers; `count` is below 2^32. Uses the
/// widest instructions that this processor has.
size_t scan_structure(const uint8_t *bytes, size_t count, uint8_t delimiter,
                      uint32_t *places);

/// The same byte by byte, which the other is held against in tests.
size_t scan_structure_plain(const uint8_t *bytes, size_t count,
                            uint8_t delimiter, uint32_t *places);

/// Asks for the memory at an address to be brought near, because it will be
/// needed soon; any address will do.
static inline void scan_prefetch(const void *address) {
  __builtin_prefetch(address, 1, 1);
}

#endif
