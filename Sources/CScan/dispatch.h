// Run-time choice of the versions for AVX2 and AVX-512.
#ifndef CSCAN_DISPATCH_H
#define CSCAN_DISPATCH_H

#if defined(__x86_64__)
#include <immintrin.h>
#include <stdbool.h>
#include <stdint.h>
#define CSCAN_X86 1
#define CSCAN_TARGET __attribute__((target("avx2,bmi,popcnt,pclmul")))
#define CSCAN_TARGET_512 \
  __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi2,avx2,bmi,bmi2,popcnt,pclmul")))

/// The processor has every extension the target attribute names.
bool cscan_has_avx2(void);
bool cscan_has_avx512(void);

/// 64 comparison results as one word.
CSCAN_TARGET static inline uint64_t cscan_word(__m256i low, __m256i high) {
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(low) |
         (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}
#endif

#endif
