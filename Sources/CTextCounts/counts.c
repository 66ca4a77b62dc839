#include "counts.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

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

#define AVX2 __attribute__((target("avx2")))

AVX2 INLINE __m256i nibbles(__m256i bytes) {
  return _mm256_and_si256(bytes, _mm256_set1_epi8(0x0F));
}

AVX2 INLINE __m256i high_nibbles(__m256i bytes) {
  return nibbles(_mm256_srli_epi16(bytes, 4));
}

AVX2 INLINE __m256i unaligned(const uint8_t *bytes) {
  return _mm256_loadu_si256((const __m256i *)bytes);
}

AVX2 INLINE __m256i at_least(__m256i bytes, int least) {
  return _mm256_cmpeq_epi8(_mm256_max_epu8(bytes, _mm256_set1_epi8((char)least)), bytes);
}

/// What may be wrong with two bytes beside each other.
///
/// Three tables, by the first byte's high and low half and the second's high half, each say what
/// they do not rule out; what all three leave is wrong (Keiser and Lemire, Validating UTF-8 In Less
/// Than One Instruction Per Byte, 2021).
enum {
  SHORT = 1 << 0,          // a lead, and no continuation behind it
  LONG = 1 << 1,           // ASCII, and a continuation behind it
  OVERLONG = 1 << 2,       // of three bytes
  SURROGATE = 1 << 3,
  CONTINUED = 1 << 7,      // two continuations, which only a lead of three bytes wants
  ANY_LOW = SHORT | LONG | CONTINUED,
  ANY_CONTINUATION = LONG | CONTINUED,
};

static const uint8_t first_high[16] = {
    LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG,
    CONTINUED, CONTINUED, CONTINUED, CONTINUED,
    SHORT, SHORT, SHORT | OVERLONG | SURROGATE, SHORT};
static const uint8_t first_low[16] = {
    ANY_LOW | OVERLONG, ANY_LOW, ANY_LOW, ANY_LOW, ANY_LOW, ANY_LOW, ANY_LOW, ANY_LOW,
    ANY_LOW, ANY_LOW, ANY_LOW, ANY_LOW, ANY_LOW, ANY_LOW | SURROGATE, ANY_LOW, ANY_LOW};
static const uint8_t second_high[16] = {
    SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT,
    ANY_CONTINUATION | OVERLONG, ANY_CONTINUATION | OVERLONG,
    ANY_CONTINUATION | SURROGATE, ANY_CONTINUATION | SURROGATE,
    SHORT, SHORT, SHORT, SHORT};

/// What a table says of 32 halves of bytes.
AVX2 INLINE __m256i look_up(const uint8_t *table, __m256i halves) {
  __m128i entries = _mm_loadu_si128((const __m128i *)table);
  return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(entries), halves);
}

/// How many bytes, in whole vectors, there are before the first vector that may have anything to
/// count but leads: a fault, a NUL, a byte from 0xEF up, a doubled letter. The leads are counted.
AVX2 static size_t skip_sound_avx2(const uint8_t *bytes, size_t count,
                                   uint64_t *lead_count) {
  const __m256i zero = _mm256_setzero_si256();
  size_t done = 0;
  while (done + LANES <= count) {
    size_t vectors = (count - done) / LANES;
    size_t end = done + (vectors < VECTORS_A_GROUP ? vectors : VECTORS_A_GROUP) * LANES;
    int is_sound = 1;
    __m256i leads = zero;
    for (; done < end; done += LANES) {
      __m256i byte = unaligned(bytes + done), first = unaligned(bytes + done - 1),
              second = unaligned(bytes + done - 2);
      __m256i wrong = _mm256_and_si256(
          _mm256_and_si256(look_up(first_high, high_nibbles(first)),
                           look_up(first_low, nibbles(first))),
          look_up(second_high, high_nibbles(byte)));
      // Where two continuations belong, which is the highest bit.
      __m256i third = _mm256_subs_epu8(second, _mm256_set1_epi8(0xE0 - 0x80));
      wrong = _mm256_xor_si256(wrong, _mm256_and_si256(third, _mm256_set1_epi8((char)0x80)));
      __m256i lead = at_least(byte, 0xC0);
      __m256i rare = _mm256_or_si256(
          _mm256_or_si256(
              at_least(byte, 0xEF),
              _mm256_cmpeq_epi8(_mm256_and_si256(byte, _mm256_set1_epi8((char)0xFE)),
                                _mm256_set1_epi8((char)0xC0))),
          _mm256_or_si256(
              _mm256_cmpeq_epi8(byte, zero),
              _mm256_and_si256(lead, _mm256_cmpeq_epi8(second, _mm256_set1_epi8((char)0xC3)))));
      __m256i suspect = _mm256_or_si256(wrong, rare);
      if (!_mm256_testz_si256(suspect, suspect)) {
        is_sound = 0;
        break;
      }
      leads = _mm256_sub_epi8(leads, lead);
    }
    __m256i sums = _mm256_sad_epu8(leads, zero);
    *lead_count += (uint64_t)(_mm256_extract_epi64(sums, 0) + _mm256_extract_epi64(sums, 1) +
                              _mm256_extract_epi64(sums, 2) + _mm256_extract_epi64(sums, 3));
    if (!is_sound) break;
  }
  return done;
}

/// Whether what is rare reaches into the next bytes.
INLINE int follows_rare(const uint8_t *bytes) {
  return bytes[-1] >= 0xEF || bytes[-2] >= 0xEF || bytes[-3] >= 0xEF;
}

AVX2 static void add_avx2(const uint8_t *bytes, size_t count,
                          struct text_counts *total) {
  // A text with one thing to count has more of them.
  const size_t most = (size_t)LANES * VECTORS_A_GROUP;
  while (count > 0) {
    if (!follows_rare(bytes)) {
      size_t done = skip_sound_avx2(bytes, count, &total->leads);
      bytes += done;
      count -= done;
    }
    size_t piece = count < most ? count : most;
    add(bytes, piece, total);
    bytes += piece;
    count -= piece;
  }
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
