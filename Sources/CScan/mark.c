#include "CScan.h"
#include "dispatch.h"

/// Where the structural bytes of 64 bytes stand.
typedef struct {
  uint64_t quotes, separators, feeds, returns;
} kinds;

/// Bit i of the result is the parity of bits 0...i.
static inline uint64_t parity(uint64_t word) {
  for (int shift = 1; shift < 64; shift *= 2) word ^= word << shift;
  return word;
}

/// Works out the borders of one step, of which `known` bits are text and `pairs` the parity of the
/// quotes among them; false if a quote is not at its place.
__attribute__((always_inline)) static inline bool step(kinds k, uint64_t known, uint64_t pairs,
                                                       cscan_carry *carry, cscan_marks *out) {
  const uint64_t quotes = k.quotes & known, feeds = k.feeds & known, returns = k.returns & known;
  const uint64_t separators = k.separators & known;
  const uint64_t borders = quotes | feeds | returns | separators;

  // Between quotes: from an opening one to before its closing one. A quote may open only after a
  // border (after a quote: it is the second of a doubled one) and close only before one.
  const uint64_t inside = pairs ^ carry->inside;
  const uint64_t opening = quotes & inside, closing = quotes & ~inside;
  const uint64_t misplaced = (opening & ~(borders << 1 | carry->afterBorder)) |
                             ((closing << 1 | carry->afterClosing) & ~borders & known);
  if (misplaced) return false;

  out->lineEnds = returns | (feeds & ~(returns << 1 | carry->afterReturn));
  out->recordEnds = out->lineEnds & ~inside;
  out->ends = (separators & ~inside) | out->recordEnds;
  out->quotes = quotes;
  out->doubled = opening & (quotes << 1 | carry->afterQuote);
  out->isPlain = !(out->doubled | (out->recordEnds & (returns | out->recordEnds << 1)));
  out->lineCount = (uint32_t)__builtin_popcountll(out->lineEnds);

  carry->inside = (uint64_t)((int64_t)inside >> 63);
  carry->afterClosing = closing >> 63;
  carry->afterBorder = borders >> 63;
  carry->afterReturn = returns >> 63;
  carry->afterQuote = quotes >> 63;
  return true;
}

/// The bits of a step that lie before the end of the text.
static inline uint64_t known_bits(size_t left) {
  return left >= 64 ? ~(uint64_t)0 : ((uint64_t)1 << left) - 1;
}

size_t cscan_mark_portable(const uint8_t *p, size_t count, uint8_t delimiter, cscan_carry *carry,
                           cscan_marks *out) {
  size_t done = 0;
  for (size_t i = 0; i < count; i += 64, done++) {
    kinds k = {0, 0, 0, 0};
    for (unsigned bit = 0; bit < 64 && i + bit < count; bit++) {
      const uint8_t b = p[i + bit];
      k.quotes |= (uint64_t)(b == '"') << bit;
      k.separators |= (uint64_t)(b == delimiter) << bit;
      k.feeds |= (uint64_t)(b == '\n') << bit;
      k.returns |= (uint64_t)(b == '\r') << bit;
    }
    const uint64_t known = known_bits(count - i);
    if (!step(k, known, parity(k.quotes & known), carry, out + done)) break;
  }
  return done;
}

#ifdef CSCAN_X86
CSCAN_TARGET static inline uint64_t equal(__m256i a, __m256i b, __m256i key) {
  return cscan_word(_mm256_cmpeq_epi8(a, key), _mm256_cmpeq_epi8(b, key));
}

CSCAN_TARGET size_t cscan_mark_avx2(const uint8_t *p, size_t count, uint8_t delimiter,
                                     cscan_carry *outer, cscan_marks *out) {
  const __m256i quote = _mm256_set1_epi8('"'), separator = _mm256_set1_epi8((char)delimiter);
  const __m256i feed = _mm256_set1_epi8('\n'), back = _mm256_set1_epi8('\r');
  cscan_carry carry = *outer;
  size_t done = 0;
  for (size_t i = 0; i < count; i += 64, done++) {
    const __m256i a = _mm256_loadu_si256((const __m256i *)(p + i));
    const __m256i b = _mm256_loadu_si256((const __m256i *)(p + i + 32));
    const kinds k = {equal(a, b, quote), equal(a, b, separator), equal(a, b, feed),
                     equal(a, b, back)};
    const uint64_t known = known_bits(count - i);
    if (!step(k, known, cscan_parity(k.quotes & known), &carry, out + done)) break;
  }
  *outer = carry;
  return done;
}

CSCAN_TARGET_512 static inline kinds kinds_avx512(const uint8_t *p, __m512i separator) {
  const __m512i all = _mm512_loadu_si512(p);
  return (kinds){_mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8('"')),
                 _mm512_cmpeq_epi8_mask(all, separator),
                 _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8('\n')),
                 _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8('\r'))};
}

CSCAN_TARGET_512 static size_t mark_avx512(const uint8_t *p, size_t count, uint8_t delimiter,
                                           cscan_carry *outer, cscan_marks *out) {
  const __m512i separator = _mm512_set1_epi8((char)delimiter);
  cscan_carry carry = *outer;
  size_t done = 0, i = 0;
  for (; i + 64 <= count; i += 64, done++) {  // whole steps, of which all bits are known
    const kinds k = kinds_avx512(p + i, separator);
    if (!step(k, ~(uint64_t)0, cscan_parity(k.quotes), &carry, out + done)) break;
  }
  if (i < count && i + 64 > count) {
    const kinds k = kinds_avx512(p + i, separator);
    const uint64_t known = known_bits(count - i);
    if (step(k, known, cscan_parity(k.quotes & known), &carry, out + done)) done++;
  }
  *outer = carry;
  return done;
}
#endif

size_t cscan_mark(const uint8_t *p, size_t count, uint8_t delimiter, cscan_carry *carry,
                  cscan_marks *out) {
#ifdef CSCAN_X86
  if (cscan_has_avx512()) return mark_avx512(p, count, delimiter, carry, out);
  if (cscan_has_avx2()) return cscan_mark_avx2(p, count, delimiter, carry, out);
#endif
  return cscan_mark_portable(p, count, delimiter, carry, out);
}
