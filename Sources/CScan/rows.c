#include "scan.h"

#include <string.h>

#include "places.h"

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

#define INLINE static inline __attribute__((always_inline))

/// Where the signs stand among 64 bytes, one bit a byte, the first one lowest.
struct signs {
  uint64_t delimiters, quotes, feeds, returns;
};

/// What of the blocks before decides about the next.
struct carry {
  /// All bits where a quoted cell is open.
  uint64_t inside;
  /// Whether the byte before ends a cell, is a closing quote, is a carriage
  /// return: the lowest bit.
  uint64_t separator, closing, carriage;
};

/// What 64 bytes are made of.
struct block {
  /// Delimiters and line feeds that end a cell.
  uint64_t separators;
  uint64_t feeds;
  /// The quotes that open a cell.
  uint64_t opening;
  /// The second of two quotes that stand for one.
  uint64_t doubled;
  /// What ``scan_rows`` leaves to others; only the lowest bit is sure.
  uint64_t trouble;
};

/// `inside` says of every byte whether a quoted cell is open at it.
INLINE struct block understand(struct signs signs, uint64_t inside,
                               struct carry *carry) {
  uint64_t opening = signs.quotes & inside, closing = signs.quotes & ~inside;
  uint64_t separators = (signs.delimiters | signs.feeds) & ~inside;
  uint64_t behind_separator = separators << 1 | carry->separator;
  uint64_t behind_closing = closing << 1 | carry->closing;
  uint64_t ends = separators | opening;
  struct block block;
  block.separators = separators;
  block.feeds = signs.feeds;
  block.opening = opening & behind_separator;
  block.doubled = opening & behind_closing;
  block.trouble =
      (signs.feeds & inside) | (opening ^ (block.opening | block.doubled));
  if (__builtin_expect((signs.returns | carry->carriage) != 0, 0)) {
    uint64_t behind_return = signs.returns << 1 | carry->carriage;
    block.trouble |= (signs.returns & inside) | (behind_return & ~signs.feeds);
    ends |= signs.returns;
  }
  block.trouble |= behind_closing & ~ends;
  carry->inside = 0 - (inside >> 63);
  carry->separator = separators >> 63;
  carry->closing = closing >> 63;
  carry->carriage = signs.returns >> 63;
  return block;
}

INLINE uint64_t lowest(uint64_t bits) { return bits & (0 - bits); }

/// How many bits are set below the lowest of others; all of them if there is none.
INLINE uint32_t count_below(uint64_t bits, uint64_t others) {
  return (uint32_t)__builtin_popcountll(bits & (lowest(others) - 1));
}

/// Makes the cells between separators, as if no cell had quotes.
INLINE void make_cells(const uint32_t *restrict places, size_t count,
                       struct scan_cell *restrict cells) {
  cells[0].start = 0;
  cells[0].packed = places[0];
  for (size_t index = 1; index < count; index++) {
    cells[index].start = places[index - 1] + 1;
    cells[index].packed = places[index] - places[index - 1] - 1;
  }
}

/// Of a number in the list of quoted cells: that quotes in it are doubled.
#define IS_DOUBLED 0x80000000u

/// `is_inside` gives for the quotes of 64 bytes where an odd number of them
/// stands at or before a byte.
INLINE struct scan_found rows(const uint8_t *bytes, size_t count,
                              uint8_t delimiter, uint32_t *places,
                              struct scan_cell *cells, uint32_t *row_ends,
                              struct signs (*classify)(const uint8_t *,
                                                       uint8_t),
                              uint64_t (*is_inside)(uint64_t)) {
  struct carry carry = {0, 1, 0, 0};
  size_t found = 0, row_count = 0;
  uint64_t returns = 0;
  // Every byte is a separator, a quote or neither: the cells with quotes are
  // listed from the end of the same room downwards.
  uint32_t *const end_of_room = places + count + SCAN_ROOM - 1;
  uint32_t *quoted = end_of_room;
  for (size_t index = 0; index < count; index += 64) {
    uint8_t copy[64];
    const uint8_t *start = bytes + index;
    if (__builtin_expect(index + 64 > count, 0)) {
      memset(copy, 0, sizeof copy);
      memcpy(copy, start, count - index);
      start = copy;
    }
    struct signs signs = classify(start, delimiter);
    struct block block = understand(
        signs, is_inside(signs.quotes) ^ carry.inside, &carry);
    if (__builtin_expect(block.trouble != 0, 0)) {
      uint64_t sure = lowest(block.trouble) - 1;
      block.separators &= sure;
      block.feeds &= sure;
      block.opening &= sure;
      block.doubled &= sure;
    }
    returns |= signs.returns;
    write_places(places + found, block.separators, (uint32_t)index);
    row_ends[row_count] =
        (uint32_t)found + count_below(block.separators, block.feeds) + 1;
    row_count += block.feeds != 0;
    for (uint64_t more = block.feeds & (block.feeds - 1); more != 0;
         more &= more - 1)
      row_ends[row_count++] =
          (uint32_t)found + count_below(block.separators, more) + 1;
    *quoted = (uint32_t)found + count_below(block.separators, block.opening);
    quoted -= block.opening != 0;
    for (uint64_t more = block.opening & (block.opening - 1); more != 0;
         more &= more - 1)
      *quoted-- = (uint32_t)found + count_below(block.separators, more);
    for (uint64_t more = block.doubled; more != 0; more &= more - 1)
      *quoted-- = ((uint32_t)found + count_below(block.separators, more)) |
                  IS_DOUBLED;
    found += (size_t)__builtin_popcountll(block.separators);
    if (__builtin_expect(block.trouble != 0, 0)) break;
  }
  struct scan_found result = {row_count, 0, 0};
  if (row_count == 0) return result;
  result.cells = row_ends[row_count - 1];
  result.end = places[result.cells - 1] + (size_t)1;
  make_cells(places, result.cells, cells);
  if (returns != 0)
    for (size_t row = 0; row < row_count; row++) {
      uint32_t end = places[row_ends[row] - 1];
      if (end > 0 && bytes[end - 1] == '\r') cells[row_ends[row] - 1].packed--;
    }
  for (const uint32_t *entry = end_of_room; entry > quoted; entry--) {
    uint32_t number = *entry & ~IS_DOUBLED;
    if (number >= result.cells) continue;
    if (*entry & IS_DOUBLED) {
      cells[number].packed |= SCAN_DOUBLED;
    } else {
      cells[number].start += 1;
      cells[number].packed -= 2;
    }
  }
  return result;
}

INLINE struct signs classify_plain(const uint8_t *bytes, uint8_t delimiter) {
  struct signs signs = {0, 0, 0, 0};
  for (int index = 0; index < 64; index++) {
    signs.delimiters |= (uint64_t)(bytes[index] == delimiter) << index;
    signs.quotes |= (uint64_t)(bytes[index] == '"') << index;
    signs.feeds |= (uint64_t)(bytes[index] == '\n') << index;
    signs.returns |= (uint64_t)(bytes[index] == '\r') << index;
  }
  return signs;
}

INLINE uint64_t is_inside_plain(uint64_t quotes) {
  for (int shift = 1; shift < 64; shift *= 2) quotes ^= quotes << shift;
  return quotes;
}

struct scan_found scan_rows_plain(const uint8_t *bytes, size_t count,
                                  uint8_t delimiter, uint32_t *places,
                                  struct scan_cell *cells,
                                  uint32_t *row_ends) {
  return rows(bytes, count, delimiter, places, cells, row_ends,
              classify_plain, is_inside_plain);
}

#if defined(__x86_64__)

#define AVX2 __attribute__((target("avx2,bmi,popcnt,pclmul")))

AVX2 INLINE uint64_t same_avx2(__m256i low, __m256i high, char sign) {
  const __m256i wanted = _mm256_set1_epi8(sign);
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(
             _mm256_cmpeq_epi8(low, wanted)) |
         (uint64_t)(uint32_t)_mm256_movemask_epi8(
             _mm256_cmpeq_epi8(high, wanted))
             << 32;
}

AVX2 INLINE struct signs classify_avx2(const uint8_t *bytes,
                                       uint8_t delimiter) {
  __m256i low = _mm256_loadu_si256((const __m256i *)bytes);
  __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + 32));
  struct signs signs = {same_avx2(low, high, (char)delimiter),
                        same_avx2(low, high, '"'), same_avx2(low, high, '\n'),
                        same_avx2(low, high, '\r')};
  return signs;
}

/// A product without carries by all ones adds every bit to all above it.
AVX2 INLINE uint64_t is_inside_clmul(uint64_t quotes) {
  return (uint64_t)_mm_cvtsi128_si64(_mm_clmulepi64_si128(
      _mm_set_epi64x(0, (long long)quotes), _mm_set1_epi8(-1), 0));
}

INLINE uint64_t same_sse2(const __m128i *parts, char sign) {
  uint64_t bits = 0;
  for (int part = 0; part < 4; part++)
    bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(
                _mm_cmpeq_epi8(parts[part], _mm_set1_epi8(sign)))
            << (16 * part);
  return bits;
}

INLINE struct signs classify_sse2(const uint8_t *bytes, uint8_t delimiter) {
  __m128i parts[4];
  for (int part = 0; part < 4; part++)
    parts[part] = _mm_loadu_si128((const __m128i *)(bytes + 16 * part));
  struct signs signs = {same_sse2(parts, (char)delimiter),
                        same_sse2(parts, '"'), same_sse2(parts, '\n'),
                        same_sse2(parts, '\r')};
  return signs;
}

AVX2 static struct scan_found rows_avx2(const uint8_t *bytes, size_t count,
                                        uint8_t delimiter, uint32_t *places,
                                        struct scan_cell *cells,
                                        uint32_t *row_ends) {
  return rows(bytes, count, delimiter, places, cells, row_ends, classify_avx2,
              is_inside_clmul);
}

struct scan_found scan_rows(const uint8_t *bytes, size_t count,
                            uint8_t delimiter, uint32_t *places,
                            struct scan_cell *cells, uint32_t *row_ends) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul")
             ? rows_avx2(bytes, count, delimiter, places, cells, row_ends)
             : rows(bytes, count, delimiter, places, cells, row_ends,
                    classify_sse2, is_inside_plain);
}

#elif defined(__aarch64__)

INLINE uint64_t same_neon(const uint8x16_t *parts, uint8_t sign) {
  const uint8x16_t weights = {1, 2, 4, 8, 16, 32, 64, 128,
                              1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t hits[4];
  for (int part = 0; part < 4; part++)
    hits[part] = vandq_u8(vceqq_u8(parts[part], vdupq_n_u8(sign)), weights);
  uint8x16_t sum = vpaddq_u8(vpaddq_u8(hits[0], hits[1]),
                             vpaddq_u8(hits[2], hits[3]));
  sum = vpaddq_u8(sum, sum);
  return vgetq_lane_u64(vreinterpretq_u64_u8(sum), 0);
}

INLINE struct signs classify_neon(const uint8_t *bytes, uint8_t delimiter) {
  uint8x16_t parts[4];
  for (int part = 0; part < 4; part++) parts[part] = vld1q_u8(bytes + 16 * part);
  struct signs signs = {same_neon(parts, delimiter), same_neon(parts, '"'),
                        same_neon(parts, '\n'), same_neon(parts, '\r')};
  return signs;
}

struct scan_found scan_rows(const uint8_t *bytes, size_t count,
                            uint8_t delimiter, uint32_t *places,
                            struct scan_cell *cells, uint32_t *row_ends) {
  return rows(bytes, count, delimiter, places, cells, row_ends, classify_neon,
              is_inside_plain);
}

#else

struct scan_found scan_rows(const uint8_t *bytes, size_t count,
                            uint8_t delimiter, uint32_t *places,
                            struct scan_cell *cells, uint32_t *row_ends) {
  return scan_rows_plain(bytes, count, delimiter, places, cells, row_ends);
}

#endif
