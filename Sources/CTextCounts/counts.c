#include "counts.h"

#include <string.h>

#if defined(__clang__)
// No vector goes from one function to another: all of them are inlined.
#pragma clang diagnostic ignored "-Wpsabi"
#endif

// Vectors of the compiler, not of a processor: it makes AVX2, SSE2 or NEON of
// them. A comparison gives 0xFF where it holds and 0 elsewhere.
typedef uint8_t vector __attribute__((vector_size(32)));
enum { LANES = sizeof(vector), VECTORS_A_GROUP = 255 };

#define INLINE static inline __attribute__((always_inline))

INLINE vector load(const uint8_t *bytes) {
  vector result;
  memcpy(&result, bytes, sizeof result);
  return result;
}

INLINE uint64_t eight(const uint8_t *bytes) {
  uint64_t result;
  memcpy(&result, bytes, sizeof result);
  return result;
}

/// Whether there is nothing to count: ASCII without NUL, here and just before.
INLINE int is_plain(const uint8_t *bytes) {
  const uint64_t highs = 0x8080808080808080u, ones = 0x0101010101010101u;
  uint64_t a = eight(bytes), b = eight(bytes + 8), c = eight(bytes + 16),
           d = eight(bytes + 24);
  uint64_t low = (a - ones) | (b - ones) | (c - ones) | (d - ones);
  return ((a | b | c | d | low | eight(bytes - 8)) & highs) == 0;
}

INLINE uint64_t sum(vector counters, int first, int step) {
  uint64_t result = 0;
  for (int lane = first; lane < LANES; lane += step) result += counters[lane];
  return result;
}

/// All bits of the first lanes, as many as there are bytes left.
INLINE vector lanes(size_t left) {
  static const uint64_t window[8] = {~0ull, ~0ull, ~0ull, ~0ull, 0, 0, 0, 0};
  return load((const uint8_t *)window + LANES - (left < LANES ? left : LANES));
}

INLINE void add(const uint8_t *bytes, size_t count, struct text_counts *total) {
  const uint8_t *end = bytes + count;
  while (bytes < end) {
    vector leads = {0}, faults = {0}, replacements = {0}, doubled = {0},
           nuls = {0};
    for (int number = 0; number < VECTORS_A_GROUP && bytes < end;
         number++, bytes += LANES) {
      if (is_plain(bytes)) continue;
      vector byte = load(bytes), first = load(bytes - 1),
             second = load(bytes - 2), third = load(bytes - 3);
      vector lead = (vector)(byte >= 0xC0);
      vector expected = (vector)((first >= 0xC0) | (second >= 0xE0) |
                                 (third >= 0xF0));
      vector fault = expected ^ (vector)((byte & 0xC0) == 0x80);
      // Overlong letters, surrogates, and what lies above U+10FFFF.
      fault |= (vector)(((byte & 0xFE) == 0xC0) | (byte >= 0xF5));
      fault |= (vector)(((first == 0xE0) & (byte < 0xA0)) |
                        ((first == 0xED) & (byte >= 0xA0)));
      fault |= (vector)(((first == 0xF0) & (byte < 0x90)) |
                        ((first == 0xF4) & (byte >= 0x90)));
      // What stands behind the last byte is not counted.
      vector counted = lanes((size_t)(end - bytes));
      leads -= lead & counted;
      faults -= fault & counted;
      replacements -=
          (vector)((second == 0xEF) & (first == 0xBF) & (byte == 0xBD)) &
          counted;
      doubled -= (vector)((second == 0xC3) & ((byte == 0xC2) | (byte == 0xC5) |
                                              (byte == 0xCB) | (byte == 0xE2))) &
                 counted;
      nuls -= (vector)(byte == 0) & counted;
    }
    total->leads += sum(leads, 0, 1);
    total->faults += sum(faults, 0, 1);
    total->replacements += sum(replacements, 0, 1);
    total->doubled += sum(doubled, 0, 1);
    total->nuls_at_even += sum(nuls, 0, 2);
    total->nuls_at_odd += sum(nuls, 1, 2);
  }
}

#if defined(__x86_64__)

__attribute__((target("avx2"))) static void
add_avx2(const uint8_t *bytes, size_t count, struct text_counts *total) {
  add(bytes, count, total);
}

void text_counts_add(const uint8_t *bytes, size_t count,
                     struct text_counts *total) {
  if (__builtin_cpu_supports("avx2"))
    add_avx2(bytes, count, total);
  else
    add(bytes, count, total);
}

#else

void text_counts_add(const uint8_t *bytes, size_t count,
                     struct text_counts *total) {
  add(bytes, count, total);
}

#endif
