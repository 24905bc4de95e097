#include "CScan.h"
#include "dispatch.h"

/// The step holds nothing that needs a closer look: no blank line begins it.
static inline bool is_plain(const cscan_marks *mark, size_t base, const cscan_cursor *cursor) {
  return mark->isPlain &&
         !(mark->recordEnds && cursor->recordStart == base + (size_t)__builtin_ctzll(mark->recordEnds));
}

/// Adds the records that end in a step; `cells` is how many cells there were before it.
static inline void take_records(const cscan_marks *mark, size_t base, size_t cells, size_t firstLine,
                                cscan_record *out, cscan_cursor *cursor) {
  for (uint64_t left = mark->recordEnds; left; left &= left - 1) {
    const int bit = __builtin_ctzll(left);
    const uint64_t upTo = ~(uint64_t)0 >> (63 - bit);
    const size_t next = cells + (size_t)__builtin_popcountll(mark->ends & upTo);
    out[cursor->records++] = (cscan_record){
        (uint32_t)cursor->firstCell, (uint32_t)(next - cursor->firstCell),
        (uint32_t)cursor->recordStart, (uint32_t)(cursor->recordLine - firstLine)};
    cursor->firstCell = next;
    cursor->recordStart = base + (size_t)bit + 1;
    cursor->recordLine = cursor->line + (size_t)__builtin_popcountll(mark->lineEnds & upTo);
  }
}

/// The cell from start to before end; in well-formed text one that begins with a quote ends with one.
/// Arithmetic is faster here than a choice.
static inline cscan_cell cell(const uint8_t *bytes, size_t start, size_t end) {
  const uint32_t quoted = bytes[start] == '"';
  return (cscan_cell){(uint32_t)start + quoted, ((uint32_t)(end - start) - 2 * quoted) | quoted << 31};
}

size_t cscan_take_portable(const uint8_t *bytes, size_t base, const cscan_marks *marks, size_t words,
                           size_t firstLine, cscan_cell *cells, cscan_record *records,
                           cscan_cursor *cursor) {
  size_t done = 0;
  for (; done < words && is_plain(marks + done, base, cursor); done++, base += 64) {
    const cscan_marks *mark = marks + done;
    const size_t before = cursor->cells;
    if (mark->ends) {
      // Four at a time without asking whether there are as many: the surplus is overwritten later, and
      // a wrongly guessed branch costs more.
      cscan_cell *target = cells + before;
      size_t start = cursor->cellStart;
      for (uint64_t ends = mark->ends; ends; target += 4)
        for (int place = 0; place < 4; place++) {
          const size_t end = base + (ends ? (size_t)__builtin_ctzll(ends) : 64);
          target[place] = cell(bytes, start, end);
          start = end + 1;
          ends &= ends - 1;
        }
      cursor->cells += (size_t)__builtin_popcountll(mark->ends);
      cursor->cellStart = base + 64 - (size_t)__builtin_clzll(mark->ends);
    }
    if (mark->recordEnds) take_records(mark, base, before, firstLine, records, cursor);
    cursor->line += mark->lineCount;
  }
  return done;
}

#ifdef CSCAN_X86
/// Up to 16 cells at a time: where they end, as bytes without gaps, is widened; each starts after the
/// end before it; whether it stands in quotes is the bit after that end.
CSCAN_TARGET_512 static size_t take_avx512(const uint8_t *bytes, size_t base,
                                           const cscan_marks *marks, size_t words,
                                           size_t firstLine, cscan_cell *cells,
                                           cscan_record *records, cscan_cursor *outer) {
  static const uint8_t places[64] = {
      0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
      22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
      44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  const __m512i place = _mm512_loadu_si512(places), one = _mm512_set1_epi32(1);
  const __m512i first = _mm512_setr_epi32(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  const __m512i second =
      _mm512_setr_epi32(8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  cscan_cursor cursor = *outer;
  size_t done = 0;
  uint64_t quoted = bytes[cursor.cellStart] == '"';
  for (; done < words && is_plain(marks + done, base, &cursor); done++, base += 64) {
    const cscan_marks *mark = marks + done;
    if (cursor.cellStart == base) quoted = mark->quotes & 1;
    const size_t before = cursor.cells;
    for (uint64_t ends = mark->ends; ends;) {
      const uint64_t now = _pdep_u64(0xFFFF, ends);  // the first sixteen
      const size_t count = (size_t)__builtin_popcountll(now);
      const __m128i near = _mm512_castsi512_si128(_mm512_maskz_compress_epi8(now, place));
      const __m512i end =
          _mm512_add_epi32(_mm512_cvtepu8_epi32(near), _mm512_set1_epi32((int)base));
      const __m512i previous = _mm512_set1_epi32((int)cursor.cellStart - 1);
      const __m512i start = _mm512_add_epi32(_mm512_alignr_epi32(end, previous, 15), one);
      const uint64_t following = _pext_u64(mark->quotes >> 1, now);
      const __mmask16 isQuoted = (__mmask16)(following << 1 | quoted);
      const __m512i length = _mm512_sub_epi32(end, start);
      const __m512i inner = _mm512_mask_sub_epi32(length, isQuoted, length, _mm512_set1_epi32(2));
      const __m512i packed =
          _mm512_mask_or_epi32(inner, isQuoted, inner, _mm512_set1_epi32(INT32_MIN));
      const __m512i from = _mm512_mask_add_epi32(start, isQuoted, start, one);
      _mm512_storeu_si512(cells + cursor.cells, _mm512_permutex2var_epi32(from, first, packed));
      if (count > 8)
        _mm512_storeu_si512(cells + cursor.cells + 8, _mm512_permutex2var_epi32(from, second, packed));
      cursor.cells += count;
      cursor.cellStart = base + 64 - (size_t)__builtin_clzll(now);
      quoted = following >> (count - 1) & 1;
      ends &= ~now;
    }
    if (mark->recordEnds) take_records(mark, base, before, firstLine, records, &cursor);
    cursor.line += mark->lineCount;
  }
  *outer = cursor;
  return done;
}
#endif

size_t cscan_take(const uint8_t *bytes, size_t base, const cscan_marks *marks, size_t words,
                  size_t firstLine, cscan_cell *cells, cscan_record *records, cscan_cursor *cursor) {
#ifdef CSCAN_X86
  if (cscan_has_avx512())
    return take_avx512(bytes, base, marks, words, firstLine, cells, records, cursor);
#endif
  return cscan_take_portable(bytes, base, marks, words, firstLine, cells, records, cursor);
}
