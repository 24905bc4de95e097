// Run-time choice of the AVX2 versions.
#ifndef CSCAN_DISPATCH_H
#define CSCAN_DISPATCH_H

#if defined(__x86_64__)
#include <immintrin.h>
#define CSCAN_AVX2 1
#define CSCAN_TARGET __attribute__((target("avx2,bmi,popcnt")))

/// The processor has every extension the target attribute names.
static inline int cscan_has_avx2(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
         __builtin_cpu_supports("popcnt");
}

/// 64 comparison results as one word.
CSCAN_TARGET static inline uint64_t cscan_word(__m256i low, __m256i high) {
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(low) |
         (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}
#endif

#endif
