#ifndef BAOCAO_PLACES_H
#define BAOCAO_PLACES_H

#include <stdint.h>

/// Writes the places of the bits of a mask, four at a time: the numbers behind
/// the last bit are overwritten by the next mask.
static inline __attribute__((always_inline)) uint32_t *
write_places(uint32_t *next, uint64_t mask, uint32_t base) {
  int left = __builtin_popcountll(mask);
  uint32_t *end = next + left;
  do {
    for (int step = 0; step < 4; step++) {
      uint32_t place = base + (uint32_t)__builtin_ctzll(mask | (1ull << 63));
      // Eight at once the compiler would count bits by tables, twice as slow.
      __asm__("" : "+r"(place));
      next[step] = place;
      mask &= mask - 1;
    }
    next += 4;
    left -= 4;
  } while (left > 0);
  return end;
}

#endif
