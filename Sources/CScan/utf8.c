#include "CScan.h"
#include "dispatch.h"
#include <string.h>

static inline bool continuation(uint8_t b) { return (b & 0xC0) == 0x80; }

/// Length of the character at p (n bytes readable), 0 if it is NUL, invalid or cut off.
static inline size_t character(const uint8_t *p, size_t n) {
  const uint8_t b = p[0];
  if (b < 0x80) return b != 0;
  if (b < 0xC2) return 0;
  if (b < 0xE0) return n > 1 && continuation(p[1]) ? 2 : 0;
  if (b < 0xF0) {
    if (n < 3 || !continuation(p[1]) || !continuation(p[2])) return 0;
    if (b == 0xE0 && p[1] < 0xA0) return 0;  // longer than needed
    if (b == 0xED && p[1] > 0x9F) return 0;  // surrogate
    return 3;
  }
  if (b > 0xF4 || n < 4) return 0;
  if (!continuation(p[1]) || !continuation(p[2]) || !continuation(p[3])) return 0;
  if (b == 0xF0 && p[1] < 0x90) return 0;
  if (b == 0xF4 && p[1] > 0x8F) return 0;  // beyond U+10FFFF
  return 4;
}

size_t cscan_valid_utf8_portable(const uint8_t *p, size_t count, bool *multibyte) {
  size_t i = 0;
  while (i < count) {
    uint64_t eight;
    while (i + 8 <= count) {  // eight ASCII bytes, none of them NUL
      memcpy(&eight, p + i, 8);
      const uint64_t high = 0x8080808080808080u;
      if ((eight | (eight - 0x0101010101010101u)) & high) break;
      i += 8;
    }
    if (i >= count) break;
    const size_t length = character(p + i, count - i);
    if (length == 0) return i;
    if (length > 1) *multibyte = true;
    i += length;
  }
  return i;
}

#ifdef CSCAN_X86
// The table method of J. Keiser and D. Lemire, "Validating UTF-8 in less than one instruction per
// byte", Software: Practice and Experience 51 (2021): each pair of bytes is looked up by three
// nibbles; a bit that survives all three look-ups names an error.
enum {
  TOO_SHORT = 1 << 0,
  TOO_LONG = 1 << 1,
  OVERLONG_3 = 1 << 2,
  TOO_LARGE = 1 << 3,
  SURROGATE = 1 << 4,
  OVERLONG_2 = 1 << 5,
  TOO_LARGE_1000 = 1 << 6,
  OVERLONG_4 = 1 << 6,
  TWO_CONTS = 1 << 7,
  CARRY = TOO_SHORT | TOO_LONG | TWO_CONTS,
};

static const uint8_t FIRST_HIGH[16] = {
    TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
    TWO_CONTS, TWO_CONTS, TWO_CONTS, TWO_CONTS, TOO_SHORT | OVERLONG_2, TOO_SHORT,
    TOO_SHORT | OVERLONG_3 | SURROGATE, TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4};
static const uint8_t FIRST_LOW[16] = {
    CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4, CARRY | OVERLONG_2, CARRY, CARRY,
    CARRY | TOO_LARGE, CARRY | TOO_LARGE | TOO_LARGE_1000, CARRY | TOO_LARGE | TOO_LARGE_1000,
    CARRY | TOO_LARGE | TOO_LARGE_1000, CARRY | TOO_LARGE | TOO_LARGE_1000,
    CARRY | TOO_LARGE | TOO_LARGE_1000, CARRY | TOO_LARGE | TOO_LARGE_1000,
    CARRY | TOO_LARGE | TOO_LARGE_1000, CARRY | TOO_LARGE | TOO_LARGE_1000,
    CARRY | TOO_LARGE | TOO_LARGE_1000 | SURROGATE, CARRY | TOO_LARGE | TOO_LARGE_1000,
    CARRY | TOO_LARGE | TOO_LARGE_1000};
static const uint8_t SECOND_HIGH[16] = {
    TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
    TOO_LONG | OVERLONG_2 | TWO_CONTS | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4,
    TOO_LONG | OVERLONG_2 | TWO_CONTS | OVERLONG_3 | TOO_LARGE,
    TOO_LONG | OVERLONG_2 | TWO_CONTS | SURROGATE | TOO_LARGE,
    TOO_LONG | OVERLONG_2 | TWO_CONTS | SURROGATE | TOO_LARGE,
    TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT};

/// Goes back from i, before which all is valid but perhaps a cut character, to the start of the last
/// character, then on byte by byte.
static size_t rest(const uint8_t *p, size_t i, size_t count, bool *multibyte) {
  size_t back = i;
  while (back > 0 && i - back < 3 && continuation(p[back - 1])) back--;
  if (back > 0 && p[back - 1] >= 0xC0) back--;
  else back = i;
  for (size_t k = i >= 64 ? i - 64 : 0; k < back; k++)
    if (p[k] >= 0x80) *multibyte = true;
  return back + cscan_valid_utf8_portable(p + back, count - back, multibyte);
}

/// A table of 16 bytes in both halves.
CSCAN_TARGET static inline __m256i twice(const uint8_t *table) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)table));
}

/// The 32 bytes that end n bytes before the end of the current ones.
#define PREVIOUS(current, before, n) \
  _mm256_alignr_epi8(current, _mm256_permute2x128_si256(before, current, 0x21), 16 - (n))

CSCAN_TARGET static inline __m256i low_nibbles_of_high(__m256i x) {
  return _mm256_and_si256(_mm256_srli_epi16(x, 4), _mm256_set1_epi8(0x0F));
}

CSCAN_TARGET static inline __m256i errors(__m256i input, __m256i before) {
  const __m256i first_high = twice(FIRST_HIGH), first_low = twice(FIRST_LOW);
  const __m256i second_high = twice(SECOND_HIGH);
  const __m256i one = PREVIOUS(input, before, 1);
  const __m256i special = _mm256_and_si256(
      _mm256_and_si256(
          _mm256_shuffle_epi8(first_high, low_nibbles_of_high(one)),
          _mm256_shuffle_epi8(first_low, _mm256_and_si256(one, _mm256_set1_epi8(0x0F)))),
      _mm256_shuffle_epi8(second_high, low_nibbles_of_high(input)));
  // Third and fourth bytes must be continuations: exactly where TWO_CONTS was found.
  const __m256i third = _mm256_subs_epu8(PREVIOUS(input, before, 2), _mm256_set1_epi8((char)(0xE0 - 0x80)));
  const __m256i fourth = _mm256_subs_epu8(PREVIOUS(input, before, 3), _mm256_set1_epi8((char)(0xF0 - 0x80)));
  const __m256i needed = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
  return _mm256_xor_si256(needed, special);
}

CSCAN_TARGET size_t cscan_valid_utf8_avx2(const uint8_t *p, size_t count, bool *multibyte) {
  const __m256i zero = _mm256_setzero_si256();
  __m256i before = zero, seen = zero, last = zero;  // last: the block before the current one
  size_t i = 0;
  for (; i + 64 <= count; i += 64) {
    const __m256i a = _mm256_loadu_si256((const __m256i *)(p + i));
    const __m256i b = _mm256_loadu_si256((const __m256i *)(p + i + 32));
    const __m256i both = _mm256_or_si256(a, b);
    __m256i wrong = _mm256_cmpeq_epi8(_mm256_min_epu8(a, b), zero);
    // An ASCII block after a block that ends in ASCII needs no look-up.
    if (_mm256_movemask_epi8(_mm256_or_si256(both, before)))
      wrong = _mm256_or_si256(wrong, _mm256_or_si256(errors(a, before), errors(b, a)));
    if (!_mm256_testz_si256(wrong, wrong)) break;
    seen = _mm256_or_si256(seen, last);
    last = both;
    before = b;
  }
  if (_mm256_movemask_epi8(seen)) *multibyte = true;
  return rest(p, i, count, multibyte);
}

/// As PREVIOUS.
#define PREVIOUS_512(current, before, n) \
  _mm512_alignr_epi8(current, _mm512_alignr_epi32(current, before, 12), 16 - (n))

CSCAN_TARGET_512 static inline __m512i errors_512(__m512i input, __m512i before) {
  const __m512i low = _mm512_set1_epi8(0x0F);
  const __m512i first_high = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)FIRST_HIGH));
  const __m512i first_low = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)FIRST_LOW));
  const __m512i second_high = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)SECOND_HIGH));
  const __m512i one = PREVIOUS_512(input, before, 1);
  const __m512i special = _mm512_and_si512(
      _mm512_and_si512(
          _mm512_shuffle_epi8(first_high, _mm512_and_si512(_mm512_srli_epi16(one, 4), low)),
          _mm512_shuffle_epi8(first_low, _mm512_and_si512(one, low))),
      _mm512_shuffle_epi8(second_high, _mm512_and_si512(_mm512_srli_epi16(input, 4), low)));
  const __m512i third =
      _mm512_subs_epu8(PREVIOUS_512(input, before, 2), _mm512_set1_epi8((char)(0xE0 - 0x80)));
  const __m512i fourth =
      _mm512_subs_epu8(PREVIOUS_512(input, before, 3), _mm512_set1_epi8((char)(0xF0 - 0x80)));
  const __m512i needed =
      _mm512_and_si512(_mm512_or_si512(third, fourth), _mm512_set1_epi8((char)0x80));
  return _mm512_xor_si512(needed, special);
}

CSCAN_TARGET_512 static size_t valid_utf8_avx512(const uint8_t *p, size_t count, bool *multibyte) {
  __m512i before = _mm512_setzero_si512();
  uint64_t seen = 0, last = 0;  // bytes beyond ASCII: in all blocks but the last; in the last
  size_t i = 0;
  for (; i + 64 <= count; i += 64) {
    const __m512i input = _mm512_loadu_si512(p + i);
    const uint64_t high = (uint64_t)_mm512_movepi8_mask(input);
    uint64_t wrong = (uint64_t)_mm512_testn_epi8_mask(input, input);  // NUL
    // An ASCII block after one needs no look-up.
    if (high | last) {
      const __m512i found = errors_512(input, before);
      wrong |= (uint64_t)_mm512_test_epi8_mask(found, found);
    }
    if (wrong) break;
    seen |= last;
    last = high;
    before = input;
  }
  if (seen) *multibyte = true;
  return rest(p, i, count, multibyte);
}
#endif

size_t cscan_valid_utf8(const uint8_t *p, size_t count, bool *multibyte) {
#ifdef CSCAN_X86
  if (cscan_has_avx512()) return valid_utf8_avx512(p, count, multibyte);
  if (cscan_has_avx2()) return cscan_valid_utf8_avx2(p, count, multibyte);
#endif
  return cscan_valid_utf8_portable(p, count, multibyte);
}
