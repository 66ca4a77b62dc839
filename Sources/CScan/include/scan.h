#ifndef BAOCAO_SCAN_H
#define BAOCAO_SCAN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

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

/// Where a cell stands among bytes: between its quotes where it has them.
struct scan_cell {
  uint32_t start;
  /// The length, and SCAN_DOUBLED where quotes in it are doubled.
  uint32_t packed;
};

#define SCAN_DOUBLED 0x80000000u

/// Room behind what is found that may be written to.
enum { SCAN_ROOM = 16 };

/// How many rows were found, how many cells they have, and where the next
/// begins.
struct scan_found {
  size_t rows;
  size_t cells;
  size_t end;
};

/// Makes the cells of whole rows among `count` bytes that begin with a row, and
/// for every row the number of cells up to its end.
///
/// Stops before the first row that has something rare: a line break between
/// quotes, a quote elsewhere than round a cell, a carriage return alone, no line
/// feed at its end. `places`, `cells` and `row_ends` have room for `count` +
/// SCAN_ROOM each; `count` is below 2^31.
struct scan_found scan_rows(const uint8_t *bytes, size_t count,
                            uint8_t delimiter, uint32_t *places,
                            struct scan_cell *cells, uint32_t *row_ends);

/// The same byte by byte, which the other is held against in tests.
struct scan_found scan_rows_plain(const uint8_t *bytes, size_t count,
                                  uint8_t delimiter, uint32_t *places,
                                  struct scan_cell *cells, uint32_t *row_ends);

/// Eight bytes of a text of at most 32 bytes from a place on; those behind its end
/// are 0, but are read.
static inline uint64_t scan_word(const void *text, size_t place,
                                 size_t count) {
  // A window on it has as many set bytes as the text.
  static const uint64_t window[8] = {~0ull, ~0ull, ~0ull, ~0ull, 0, 0, 0, 0};
  uint64_t word, mask;
  memcpy(&word, (const uint8_t *)text + place, sizeof word);
  memcpy(&mask, (const uint8_t *)window + 32 - count + place, sizeof mask);
  return word & mask;
}

/// Asks for the memory at an address to be brought near, because it will be
/// needed soon; any address will do.
static inline void scan_prefetch(const void *address) {
  __builtin_prefetch(address, 1, 1);
}

#endif
