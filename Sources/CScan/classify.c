#include "CScan.h"
#include "dispatch.h"

void cscan_classify_portable(const uint8_t *p, size_t words, uint8_t delimiter, cscan_masks *out) {
  for (size_t w = 0; w < words; w++, p += 64) {
    cscan_masks m = {0, 0, 0, 0};
    for (unsigned i = 0; i < 64; i++) {
      m.quote |= (uint64_t)(p[i] == '"') << i;
      m.delimiter |= (uint64_t)(p[i] == delimiter) << i;
      m.lineFeed |= (uint64_t)(p[i] == '\n') << i;
      m.carriageReturn |= (uint64_t)(p[i] == '\r') << i;
    }
    out[w] = m;
  }
}

#ifdef CSCAN_AVX2
CSCAN_TARGET static inline uint64_t equal(__m256i a, __m256i b, __m256i key) {
  return cscan_word(_mm256_cmpeq_epi8(a, key), _mm256_cmpeq_epi8(b, key));
}

CSCAN_TARGET static void classify_avx2(const uint8_t *p, size_t words, uint8_t delimiter,
                                       cscan_masks *out) {
  const __m256i quote = _mm256_set1_epi8('"'), separator = _mm256_set1_epi8((char)delimiter);
  const __m256i lf = _mm256_set1_epi8('\n'), cr = _mm256_set1_epi8('\r');
  for (size_t w = 0; w < words; w++, p += 64) {
    const __m256i a = _mm256_loadu_si256((const __m256i *)p);
    const __m256i b = _mm256_loadu_si256((const __m256i *)(p + 32));
    out[w].quote = equal(a, b, quote);
    out[w].delimiter = equal(a, b, separator);
    out[w].lineFeed = equal(a, b, lf);
    out[w].carriageReturn = equal(a, b, cr);
  }
}
#endif

void cscan_classify(const uint8_t *p, size_t words, uint8_t delimiter, cscan_masks *out) {
#ifdef CSCAN_AVX2
  if (cscan_has_avx2()) {
    classify_avx2(p, words, delimiter, out);
    return;
  }
#endif
  cscan_classify_portable(p, words, delimiter, out);
}
