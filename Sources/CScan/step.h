// What 64 bytes of well-formed text are: the word operations that all versions share.
#ifndef CSCAN_STEP_H
#define CSCAN_STEP_H

#include "CScan.h"
#include "dispatch.h"

#define TEMPLATE __attribute__((always_inline)) static inline

/// Where the structural bytes of 64 bytes stand.
typedef struct {
  uint64_t quotes, separators, feeds, returns;
} kinds;

typedef kinds sorting(const uint8_t *bytes, uint8_t delimiter);
typedef uint64_t pairing(uint64_t word);

/// Each bit moved to the next byte; the last one of the step before comes in.
static inline uint64_t next(uint64_t now, uint64_t before) { return now << 1 | before >> 63; }

typedef struct {
  /// What the next step must know of this one.
  cscan_carry carry;
  /// Quotes that open a cell, and the second ones of doubled quotes.
  uint64_t opening;
  /// What follows a quote that closes a cell, or the first one of doubled quotes.
  uint64_t afterClosing;
  /// Quotes that are not at their place.
  uint64_t misplaced;
} step;

/// Between quotes is from an opening one to before its closing one; `pairs` is the parity of the quotes.
/// A quote may open only after a border (after a quote: it is the second of a doubled one) and close
/// only before one.
TEMPLATE step step_of(kinds k, uint64_t pairs, uint64_t known, const cscan_carry *before) {
  step out;
  out.carry.inside = pairs ^ (uint64_t)((int64_t)before->inside >> 63);
  out.carry.borders = k.quotes | k.separators | k.feeds | k.returns;
  out.carry.closing = k.quotes & ~out.carry.inside;
  out.carry.returns = k.returns;
  out.carry.quotes = k.quotes;
  out.opening = k.quotes & out.carry.inside;
  out.afterClosing = next(out.carry.closing, before->closing);
  out.misplaced = (out.opening & ~next(out.carry.borders, before->borders)) |
                  (out.afterClosing & ~out.carry.borders & known);
  return out;
}

// MARK: portable

static inline kinds kinds_portable(const uint8_t *p, uint8_t delimiter) {
  kinds k = {0, 0, 0, 0};
  for (unsigned bit = 0; bit < 64; bit++) {
    const uint8_t b = p[bit];
    k.quotes |= (uint64_t)(b == '"') << bit;
    k.separators |= (uint64_t)(b == delimiter) << bit;
    k.feeds |= (uint64_t)(b == '\n') << bit;
    k.returns |= (uint64_t)(b == '\r') << bit;
  }
  return k;
}

/// Bit i of the result is the parity of bits 0...i.
static inline uint64_t parity_portable(uint64_t word) {
  for (int shift = 1; shift < 64; shift *= 2) word ^= word << shift;
  return word;
}

#ifdef CSCAN_X86
// MARK: AVX2

CSCAN_TARGET static inline uint64_t equal_avx2(__m256i a, __m256i b, uint8_t byte) {
  const __m256i key = _mm256_set1_epi8((char)byte);
  return cscan_word(_mm256_cmpeq_epi8(a, key), _mm256_cmpeq_epi8(b, key));
}

CSCAN_TARGET static inline kinds kinds_avx2(const uint8_t *p, uint8_t delimiter) {
  const __m256i a = _mm256_loadu_si256((const __m256i *)p);
  const __m256i b = _mm256_loadu_si256((const __m256i *)(p + 32));
  return (kinds){equal_avx2(a, b, '"'), equal_avx2(a, b, delimiter), equal_avx2(a, b, '\n'),
                 equal_avx2(a, b, '\r')};
}

/// One carry-less product with all ones.
CSCAN_TARGET static inline uint64_t parity_avx2(uint64_t word) {
  return (uint64_t)_mm_cvtsi128_si64(
      _mm_clmulepi64_si128(_mm_set_epi64x(0, (int64_t)word), _mm_set1_epi8(-1), 0));
}

// MARK: AVX-512

CSCAN_TARGET_512 static inline kinds kinds_avx512(const uint8_t *p, uint8_t delimiter) {
  const __m512i all = _mm512_loadu_si512(p);
  return (kinds){_mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8('"')),
                 _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8((char)delimiter)),
                 _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8('\n')),
                 _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8('\r'))};
}
#endif

#endif
