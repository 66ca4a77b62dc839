#include "scan.h"

#include "places.h"

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

size_t scan_structure_plain(const uint8_t *bytes, size_t count,
                            uint8_t delimiter, uint32_t *places) {
  uint32_t *next = places;
  for (size_t index = 0; index < count; index++) {
    uint8_t byte = bytes[index];
    if (byte == delimiter || byte == '"' || byte == '\n' || byte == '\r')
      *next++ = (uint32_t)index;
  }
  return (size_t)(next - places);
}

/// The bytes behind the last whole block.
static size_t finish(const uint8_t *bytes, size_t from, size_t count,
                     uint8_t delimiter, uint32_t *places, uint32_t *next) {
  for (size_t index = from; index < count; index++) {
    uint8_t byte = bytes[index];
    if (byte == delimiter || byte == '"' || byte == '\n' || byte == '\r')
      *next++ = (uint32_t)index;
  }
  return (size_t)(next - places);
}

#if defined(__x86_64__)

__attribute__((target("avx2,bmi,popcnt"))) static size_t
scan_avx2(const uint8_t *bytes, size_t count, uint8_t delimiter,
          uint32_t *places) {
  const __m256i wanted = _mm256_set1_epi8((char)delimiter);
  const __m256i quote = _mm256_set1_epi8('"');
  const __m256i feed = _mm256_set1_epi8('\n');
  const __m256i carriage = _mm256_set1_epi8('\r');
  uint32_t *next = places;
  size_t index = 0;
  for (; index + 64 <= count; index += 64) {
    uint64_t mask = 0;
    for (int half = 0; half < 2; half++) {
      __m256i block =
          _mm256_loadu_si256((const __m256i *)(bytes + index + 32 * half));
      __m256i hits = _mm256_or_si256(
          _mm256_or_si256(_mm256_cmpeq_epi8(block, wanted),
                          _mm256_cmpeq_epi8(block, quote)),
          _mm256_or_si256(_mm256_cmpeq_epi8(block, feed),
                          _mm256_cmpeq_epi8(block, carriage)));
      mask |= (uint64_t)(uint32_t)_mm256_movemask_epi8(hits) << (32 * half);
    }
    next = write_places(next, mask, (uint32_t)index);
  }
  return finish(bytes, index, count, delimiter, places, next);
}

static size_t scan_sse2(const uint8_t *bytes, size_t count, uint8_t delimiter,
                        uint32_t *places) {
  const __m128i wanted = _mm_set1_epi8((char)delimiter);
  const __m128i quote = _mm_set1_epi8('"');
  const __m128i feed = _mm_set1_epi8('\n');
  const __m128i carriage = _mm_set1_epi8('\r');
  uint32_t *next = places;
  size_t index = 0;
  for (; index + 64 <= count; index += 64) {
    uint64_t mask = 0;
    for (int part = 0; part < 4; part++) {
      __m128i block =
          _mm_loadu_si128((const __m128i *)(bytes + index + 16 * part));
      __m128i hits =
          _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(block, wanted),
                                    _mm_cmpeq_epi8(block, quote)),
                       _mm_or_si128(_mm_cmpeq_epi8(block, feed),
                                    _mm_cmpeq_epi8(block, carriage)));
      mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(hits) << (16 * part);
    }
    next = write_places(next, mask, (uint32_t)index);
  }
  return finish(bytes, index, count, delimiter, places, next);
}

size_t scan_structure(const uint8_t *bytes, size_t count, uint8_t delimiter,
                      uint32_t *places) {
  return __builtin_cpu_supports("avx2")
             ? scan_avx2(bytes, count, delimiter, places)
             : scan_sse2(bytes, count, delimiter, places);
}

#elif defined(__aarch64__)

/// One bit a byte of four comparisons of 16 bytes.
static inline uint64_t bits(uint8x16_t a, uint8x16_t b, uint8x16_t c,
                            uint8x16_t d) {
  const uint8x16_t weights = {1, 2, 4, 8, 16, 32, 64, 128,
                              1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t first =
      vpaddq_u8(vandq_u8(a, weights), vandq_u8(b, weights));
  uint8x16_t second =
      vpaddq_u8(vandq_u8(c, weights), vandq_u8(d, weights));
  uint8x16_t sum = vpaddq_u8(first, second);
  sum = vpaddq_u8(sum, sum);
  return vgetq_lane_u64(vreinterpretq_u64_u8(sum), 0);
}

size_t scan_structure(const uint8_t *bytes, size_t count, uint8_t delimiter,
                      uint32_t *places) {
  const uint8x16_t wanted = vdupq_n_u8(delimiter);
  const uint8x16_t quote = vdupq_n_u8('"');
  const uint8x16_t feed = vdupq_n_u8('\n');
  const uint8x16_t carriage = vdupq_n_u8('\r');
  uint32_t *next = places;
  size_t index = 0;
  for (; index + 64 <= count; index += 64) {
    uint8x16_t hits[4];
    for (int part = 0; part < 4; part++) {
      uint8x16_t block = vld1q_u8(bytes + index + 16 * part);
      hits[part] = vorrq_u8(
          vorrq_u8(vceqq_u8(block, wanted), vceqq_u8(block, quote)),
          vorrq_u8(vceqq_u8(block, feed), vceqq_u8(block, carriage)));
    }
    next = write_places(next, bits(hits[0], hits[1], hits[2], hits[3]),
                        (uint32_t)index);
  }
  return finish(bytes, index, count, delimiter, places, next);
}

#else

size_t scan_structure(const uint8_t *bytes, size_t count, uint8_t delimiter,
                      uint32_t *places) {
  return scan_structure_plain(bytes, count, delimiter, places);
}

#endif
