#include "CScan.h"
#include "dispatch.h"

/// Bytes that may begin a suspect character: controls, C2 and everything from CC on.
static inline bool candidate(uint8_t b) {
  return (b < 0x20 && b != '\t' && b != '\n' && b != '\r') || b == 0x7F || b == 0xC2 || b >= 0xCC;
}

/// Whether the character that begins at p with a candidate byte needs a careful look. Left out are
/// the ranges where nothing is invisible, combining or changed by NFC. Valid UTF-8 is assumed, so
/// the continuation bytes are there.
static bool suspect(const uint8_t *p) {
  const uint8_t b = p[0];
  if (b < 0x80) return true;
  const uint8_t c = p[1];
  switch (b) {
    case 0xC2: return c < 0xA0 || c == 0xAD;               // C1 controls, soft hyphen
    case 0xCC: return true;                                // U+0300...
    case 0xCD: return c < 0xB0 || c == 0xB4 || c == 0xBE;  // ...U+036F; Greek numeral sign, question mark
    case 0xCE: return c == 0x87;                           // Greek ano teleia
    case 0xCF: case 0xD0: case 0xD1: case 0xD3: case 0xD4: case 0xD5: return false;
    case 0xD2: return c >= 0x83 && c <= 0x87;              // Cyrillic combining marks
    case 0xE2: {
      const uint8_t d = p[2];
      if (c == 0x80) return d <= 0x81 || (d >= 0x8B && d <= 0x8F) || (d >= 0xAA && d <= 0xAE);
      if (c == 0x81) return d >= 0xA0 && d <= 0xAF;
      if (c == 0x83) return d >= 0x90;
      if (c == 0x84) return d == 0xA6 || d == 0xAA || d == 0xAB;
      if (c == 0x8C) return d == 0xA9 || d == 0xAA;
      return c >= 0xAB;
    }
    case 0xE4: case 0xE5: case 0xE6: case 0xE7: case 0xE8: case 0xE9: case 0xEB: case 0xEC:
      return false;                                        // Han and Hangul syllables
    case 0xEA: return c < 0xB0;                            // above: Hangul
    case 0xED: return c >= 0x9E;                           // Hangul, but for U+D780...
    case 0xEF:
      if (c == 0xB8) return p[2] >= 0x90;                  // below: variation selectors
      return c < 0xBC;                                     // above: full-width forms, U+FFFD
    case 0xF0: return c != 0x9F;                           // 1F000..1FFFF: pictographs
    default: return true;
  }
}

size_t cscan_next_suspect_portable(const uint8_t *p, size_t from, size_t count) {
  for (size_t i = from; i < count; i++)
    if (candidate(p[i]) && suspect(p + i)) return i;
  return count;
}

#ifdef CSCAN_X86
CSCAN_TARGET static inline __m256i candidates(__m256i x) {
  const __m256i control = _mm256_cmpeq_epi8(_mm256_min_epu8(x, _mm256_set1_epi8(0x1F)), x);
  const __m256i allowed = _mm256_or_si256(
      _mm256_cmpeq_epi8(x, _mm256_set1_epi8('\n')),
      _mm256_or_si256(_mm256_cmpeq_epi8(x, _mm256_set1_epi8('\r')),
                      _mm256_cmpeq_epi8(x, _mm256_set1_epi8('\t'))));
  const __m256i single = _mm256_or_si256(_mm256_cmpeq_epi8(x, _mm256_set1_epi8(0x7F)),
                                         _mm256_cmpeq_epi8(x, _mm256_set1_epi8((char)0xC2)));
  const __m256i high =
      _mm256_cmpeq_epi8(_mm256_max_epu8(x, _mm256_set1_epi8((char)0xCC)), x);
  return _mm256_or_si256(_mm256_andnot_si256(allowed, control), _mm256_or_si256(single, high));
}

CSCAN_TARGET size_t cscan_next_suspect_avx2(const uint8_t *p, size_t from, size_t count) {
  size_t i = from;
  for (; i + 64 <= count; i += 64) {
    uint64_t found = cscan_word(candidates(_mm256_loadu_si256((const __m256i *)(p + i))),
                                candidates(_mm256_loadu_si256((const __m256i *)(p + i + 32))));
    for (; found; found &= found - 1) {
      const size_t at = i + (size_t)__builtin_ctzll(found);
      if (suspect(p + at)) return at;
    }
  }
  return cscan_next_suspect_portable(p, i, count);
}

/// Candidates by two look-ups, one for each half of a byte; each bit stands for a kind of them.
CSCAN_TARGET_512 static size_t next_suspect_avx512(const uint8_t *p, size_t from, size_t count) {
  enum { FIRST = 1, ALL = 2, DELETE = 4, TWELFTH = 8 };  // 00..0F, any second half, 7F, C2 and CC..CF
  static const uint8_t high[16] = {FIRST, ALL, 0, 0, 0, 0, 0, DELETE, 0, 0, 0, 0, TWELFTH, ALL, ALL, ALL};
  static const uint8_t low[16] = {FIRST | ALL, FIRST | ALL, FIRST | ALL | TWELFTH, FIRST | ALL,
                                  FIRST | ALL, FIRST | ALL, FIRST | ALL, FIRST | ALL,
                                  FIRST | ALL, ALL, ALL, FIRST | ALL,
                                  FIRST | ALL | TWELFTH, ALL | TWELFTH, FIRST | ALL | TWELFTH,
                                  FIRST | ALL | TWELFTH | DELETE};
  const __m512i highs = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)high));
  const __m512i lows = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)low));
  const __m512i half = _mm512_set1_epi8(0x0F);
  size_t i = from;
  for (; i + 64 <= count; i += 64) {
    const __m512i x = _mm512_loadu_si512(p + i);
    uint64_t found = (uint64_t)_mm512_test_epi8_mask(
        _mm512_shuffle_epi8(highs, _mm512_and_si512(_mm512_srli_epi16(x, 4), half)),
        _mm512_shuffle_epi8(lows, _mm512_and_si512(x, half)));
    for (; found; found &= found - 1) {
      const size_t at = i + (size_t)__builtin_ctzll(found);
      if (suspect(p + at)) return at;
    }
  }
  return cscan_next_suspect_portable(p, i, count);
}
#endif

size_t cscan_next_suspect(const uint8_t *p, size_t from, size_t count) {
#ifdef CSCAN_X86
  if (cscan_has_avx512()) return next_suspect_avx512(p, from, count);
  if (cscan_has_avx2()) return cscan_next_suspect_avx2(p, from, count);
#endif
  return cscan_next_suspect_portable(p, from, count);
}
