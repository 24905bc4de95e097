#include "CScan.h"
#include "dispatch.h"
#include <string.h>

/// Of a quoted cell's text, with quotes only in pairs, the second of each pair goes. Returns what is left.
typedef size_t undoubling(uint8_t *text, size_t length);

__attribute__((always_inline)) static inline void undouble(uint8_t *bytes, cscan_cell *cells,
                                                           const uint32_t *doubled, size_t count,
                                                           undoubling *undouble_text) {
  for (size_t i = 0; i < count; i++) {
    cscan_cell *cell = cells + doubled[i];
    const uint32_t length = cell->packed & CSCAN_LENGTH;
    cell->packed -= length - (uint32_t)undouble_text(bytes + cell->start, length);
  }
}

/// The runs between two quotes move down as wholes.
static size_t undouble_text_portable(uint8_t *text, size_t length) {
  size_t read = 0, write = 0;
  while (read < length) {
    const uint8_t *quote = memchr(text + read, '"', length - read);
    const size_t run = quote ? (size_t)(quote - (text + read)) + 1 : length - read;
    if (read != write) memmove(text + write, text + read, run);
    write += run;
    read += run + 1;
  }
  return write;
}

void cscan_undouble_portable(uint8_t *bytes, cscan_cell *cells, const uint32_t *doubled,
                             size_t count) {
  undouble(bytes, cells, doubled, count, undouble_text_portable);
}

#ifdef CSCAN_X86
/// 64 bytes at a time; a second quote is one that an even number of them precede, itself counted.
CSCAN_TARGET_512 static inline size_t undouble_text_avx512(uint8_t *text, size_t length) {
  size_t write = 0;
  uint64_t isOpen = 0;
  for (size_t read = 0; read < length; read += 64) {
    const size_t left = length - read;
    const uint64_t known = left < 64 ? ~(uint64_t)0 >> (64 - left) : ~(uint64_t)0;
    const __m512i all = _mm512_maskz_loadu_epi8(known, text + read);
    const uint64_t quotes = _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8('"'));
    const uint64_t odd = cscan_parity(quotes) ^ isOpen;
    const uint64_t kept = known & ~(quotes & ~odd);
    const size_t count = (size_t)__builtin_popcountll(kept);
    _mm512_mask_storeu_epi8(text + write, _bzhi_u64(~(uint64_t)0, (uint32_t)count),
                            _mm512_maskz_compress_epi8(kept, all));
    write += count;
    isOpen = (uint64_t)((int64_t)odd >> 63);
  }
  return write;
}

CSCAN_TARGET_512 static void undouble_avx512(uint8_t *bytes, cscan_cell *cells,
                                             const uint32_t *doubled, size_t count) {
  undouble(bytes, cells, doubled, count, undouble_text_avx512);
}
#endif

void cscan_undouble(uint8_t *bytes, cscan_cell *cells, const uint32_t *doubled, size_t count) {
#ifdef CSCAN_X86
  if (cscan_has_avx512()) return undouble_avx512(bytes, cells, doubled, count);
#endif
  cscan_undouble_portable(bytes, cells, doubled, count);
}
