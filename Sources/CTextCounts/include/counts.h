#ifndef BAOCAO_COUNTS_H
#define BAOCAO_COUNTS_H

#include <stddef.h>
#include <stdint.h>

/// What the bytes of a text say about its encoding.
struct text_counts {
  /// Bytes from 0xC0 up, each of which leads a letter in UTF-8.
  uint64_t leads;
  /// Bytes that UTF-8 does not have at their place; 0 in sound UTF-8.
  uint64_t faults;
  /// Letters U+FFFD, each of which stands for one that was lost.
  uint64_t replacements;
  /// Bytes 0xC2, 0xC5, 0xCB and 0xE2 two places behind a byte 0xC3.
  uint64_t doubled;
  /// NUL bytes at even and at odd places.
  uint64_t nuls_at_even;
  uint64_t nuls_at_odd;
};

/// Bytes that stand before those that are counted, and bytes behind them that
/// may be read.
enum { TEXT_COUNTS_MARGIN = 32 };

/// Adds what `count` bytes say. TEXT_COUNTS_MARGIN bytes before `bytes` are
/// looked at, and as many behind them can be read.
void text_counts_add(const uint8_t *bytes, size_t count,
                     struct text_counts *total);

#endif
