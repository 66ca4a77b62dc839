#include "scan.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// The number of bytes of the letter at the start of the bytes; 0 where there
/// is no sound one.
static size_t letter(const uint8_t *bytes, size_t count) {
  uint8_t first = bytes[0];
  if (first < 0x80)
    return 1;
  size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || count < size)
    return 0;
  for (size_t index = 1; index < size; index++)
    if ((bytes[index] & 0xC0) != 0x80)
      return 0;
  uint8_t second = bytes[1];
  if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
      (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F))
    return 0;
  return size;
}

bool scan_is_utf8_plain(const uint8_t *bytes, size_t count) {
  size_t index = 0;
  while (index < count) {
    size_t size = letter(bytes + index, count - index);
    if (size == 0)
      return false;
    index += size;
  }
  return true;
}

#if defined(__x86_64__)

// The lookup method of Keiser and Lemire ("Validating UTF-8 in less than one
// instruction per byte", 2021): for each pair of neighbouring bytes three
// tables of 16 name the faults that each half-byte allows; a fault that all
// three allow is there.
enum {
  TOO_SHORT = 1 << 0,
  TOO_LONG = 1 << 1,
  OVERLONG_3 = 1 << 2,
  TOO_LARGE = 1 << 3,
  SURROGATE = 1 << 4,
  OVERLONG_2 = 1 << 5,
  TOO_LARGE_1000 = 1 << 6,
  OVERLONG_4 = 1 << 6,
  TWO_CONTINUATIONS = 1 << 7,
  CARRY = TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS,
};

#define TABLE(...) _mm256_setr_epi8(__VA_ARGS__, __VA_ARGS__)
#define AVX2 __attribute__((target("avx2")))

/// The bytes `by` places before those of a block.
#define BEFORE(block, last, by)                                                \
  _mm256_alignr_epi8(block, _mm256_permute2x128_si256(last, block, 0x21),      \
                     16 - (by))

/// The faults of a block, whose predecessor is `last`; all 0 where none is.
AVX2 static inline __m256i faults(__m256i block, __m256i last) {
  const __m256i first_high = TABLE(
      TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
      TOO_LONG, (char)TWO_CONTINUATIONS, (char)TWO_CONTINUATIONS,
      (char)TWO_CONTINUATIONS, (char)TWO_CONTINUATIONS, TOO_SHORT | OVERLONG_2,
      TOO_SHORT, TOO_SHORT | OVERLONG_3 | SURROGATE,
      TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4);
  const char large = (char)(CARRY | TOO_LARGE | TOO_LARGE_1000);
  const __m256i first_low =
      TABLE((char)(CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4),
            (char)(CARRY | OVERLONG_2), (char)CARRY, (char)CARRY,
            (char)(CARRY | TOO_LARGE), large, large, large, large, large, large,
            large, large, (char)(large | SURROGATE), large, large);
  const char ninth = (char)(TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS);
  const char tenth = (char)(ninth | SURROGATE | TOO_LARGE);
  const __m256i second_high =
      TABLE(TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
            TOO_SHORT, TOO_SHORT,
            (char)(ninth | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4),
            (char)(ninth | OVERLONG_3 | TOO_LARGE), tenth, tenth, TOO_SHORT,
            TOO_SHORT, TOO_SHORT, TOO_SHORT);
  const __m256i low = _mm256_set1_epi8(0x0F);
  __m256i before1 = BEFORE(block, last, 1);
  __m256i pair = _mm256_and_si256(
      _mm256_and_si256(
          _mm256_shuffle_epi8(first_high,
                              _mm256_and_si256(_mm256_srli_epi16(before1, 4), low)),
          _mm256_shuffle_epi8(first_low, _mm256_and_si256(before1, low))),
      _mm256_shuffle_epi8(second_high,
                          _mm256_and_si256(_mm256_srli_epi16(block, 4), low)));
  // Third and fourth bytes of a letter must be what looks like two
  // continuations in a row.
  __m256i third = _mm256_subs_epu8(BEFORE(block, last, 2), _mm256_set1_epi8(0xE0 - 0x80));
  __m256i fourth = _mm256_subs_epu8(BEFORE(block, last, 3), _mm256_set1_epi8(0xF0 - 0x80));
  __m256i must = _mm256_and_si256(_mm256_or_si256(third, fourth),
                                  _mm256_set1_epi8((char)0x80));
  return _mm256_xor_si256(must, pair);
}

AVX2 static bool is_utf8_avx2(const uint8_t *bytes, size_t count) {
  __m256i wrong = _mm256_setzero_si256();
  __m256i last = _mm256_setzero_si256();
  size_t index = 0;
  for (; index + 32 <= count; index += 32) {
    __m256i block = _mm256_loadu_si256((const __m256i *)(bytes + index));
    wrong = _mm256_or_si256(wrong, faults(block, last));
    last = block;
  }
  if (!_mm256_testz_si256(wrong, wrong))
    return false;
  // The rest, from the start of the letter that the last block may have cut.
  size_t back = 0;
  while (back < 3 && back < index && (bytes[index - back - 1] & 0xC0) == 0x80)
    back++;
  if (back < index && bytes[index - back - 1] >= 0xC0)
    back++;
  else
    back = 0;
  return scan_is_utf8_plain(bytes + index - back, count - index + back);
}

bool scan_is_utf8(const uint8_t *bytes, size_t count) {
  return __builtin_cpu_supports("avx2") ? is_utf8_avx2(bytes, count)
                                        : scan_is_utf8_plain(bytes, count);
}

#else

bool scan_is_utf8(const uint8_t *bytes, size_t count) {
  return scan_is_utf8_plain(bytes, count);
}

#endif
