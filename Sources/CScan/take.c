#include "step.h"

void cscan_flag(uint64_t doubled, uint64_t ends, size_t first, const cscan_tables *tables,
                cscan_cursor *cursor) {
  // Added to all bytes that end no cell, a doubled quote carries over to the end of its cell.
  const uint64_t added = doubled + cursor->isDoubled;
  const uint64_t sum = ~ends + added;
  cursor->isDoubled = sum < added;
  for (uint64_t left = sum & ends; left; left &= left - 1) {
    const size_t cell = first + (size_t)__builtin_popcountll(ends & ((left & -left) - 1));
    tables->cells[cell].packed |= CSCAN_DOUBLED;
    tables->doubled[cursor->doubled++] = (uint32_t)cell;
  }
}

/// Adds the records that end in a step; `first` is the first cell that ends in it. Few steps come here,
/// so the others keep their registers.
__attribute__((noinline)) static void add_records(uint64_t recordEnds, uint64_t ends, uint64_t feeds,
                                                  size_t base, size_t first, size_t line,
                                                  const cscan_tables *tables, cscan_cursor *cursor) {
  for (uint64_t left = recordEnds; left; left &= left - 1) {
    const int bit = __builtin_ctzll(left);
    const uint64_t upTo = ~(uint64_t)0 >> (63 - bit);
    const size_t next = first + (size_t)__builtin_popcountll(ends & upTo);
    tables->records[cursor->records++] = (cscan_record){
        (uint32_t)cursor->firstCell, (uint32_t)(next - cursor->firstCell),
        (uint32_t)cursor->recordStart, (uint32_t)(cursor->recordLine - tables->firstLine)};
    cursor->firstCell = next;
    cursor->recordStart = base + (size_t)bit + 1;
    cursor->recordLine = line + (size_t)__builtin_popcountll(feeds & upTo);
  }
}

/// Writes the cells that end at the bits of `ends`, of which there is one, and returns where the next one
/// goes. A cell stands in quotes if its end follows a closing quote.
typedef cscan_cell *adding(cscan_cell *cells, size_t base, uint64_t ends, uint64_t afterClosing,
                           size_t cellStart);

TEMPLATE size_t take(const uint8_t *bytes, size_t base, size_t words, uint8_t delimiter,
                     const cscan_tables *tables, cscan_carry *outer, cscan_cursor *cursor,
                     sorting *kinds_of, pairing *parity_of, adding *add_cells) {
  if (outer->returns >> 63) return 0;  // a line feed may belong to it
  const size_t start = base, limit = base + words * 64;
  cscan_carry carry = *outer;
  cscan_cell *cells = tables->cells + cursor->cells;
  size_t cellStart = cursor->cellStart, line = cursor->line;
  for (; base != limit; base += 64) {
    const kinds k = kinds_of(bytes + base, delimiter);
    const step s = step_of(k, parity_of(k.quotes), ~(uint64_t)0, &carry);
    if (s.misplaced | k.returns) break;
    const uint64_t recordEnds = k.feeds & ~s.carry.inside;
    const uint64_t ends = recordEnds | (k.separators & ~s.carry.inside);
    // A blank line needs a closer look.
    if (recordEnds && recordEnds & (recordEnds << 1 | (cursor->recordStart == base))) break;
    const uint64_t doubled = s.opening & next(k.quotes, carry.quotes);
    carry = s.carry;
    const size_t first = (size_t)(cells - tables->cells);
    if (ends) {
      cells = add_cells(cells, base, ends, s.afterClosing, cellStart);
      cellStart = base + 64 - (size_t)__builtin_clzll(ends);
      if (recordEnds) add_records(recordEnds, ends, k.feeds, base, first, line, tables, cursor);
    }
    if (doubled | cursor->isDoubled) cscan_flag(doubled, ends, first, tables, cursor);
    line += (size_t)__builtin_popcountll(k.feeds);
  }
  *outer = carry;
  cursor->cells = (size_t)(cells - tables->cells);
  cursor->cellStart = cellStart;
  cursor->line = line;
  return (base - start) / 64;
}

// MARK: portable

/// Four at a time without asking whether there are as many: the surplus is overwritten later, and a
/// wrongly guessed branch costs more.
TEMPLATE cscan_cell *add_cells_portable(cscan_cell *cells, size_t base, uint64_t ends,
                                        uint64_t afterClosing, size_t cellStart) {
  cscan_cell *const after = cells + __builtin_popcountll(ends);
  for (; ends; cells += 4)
    for (int place = 0; place < 4; place++) {
      const unsigned bit = ends ? (unsigned)__builtin_ctzll(ends) : 63;
      const uint32_t quoted = afterClosing >> bit & 1;
      const size_t end = base + bit;
      cells[place] = (cscan_cell){(uint32_t)cellStart + quoted,
                                  ((uint32_t)(end - cellStart) - 2 * quoted) | quoted << 31};
      cellStart = end + 1;
      ends &= ends - 1;
    }
  return after;
}

size_t cscan_take_portable(const uint8_t *bytes, size_t base, size_t words, uint8_t delimiter,
                           const cscan_tables *tables, cscan_carry *carry, cscan_cursor *cursor) {
  return take(bytes, base, words, delimiter, tables, carry, cursor, kinds_portable, parity_portable,
              add_cells_portable);
}

#ifdef CSCAN_X86
// MARK: AVX2

CSCAN_TARGET size_t cscan_take_avx2(const uint8_t *bytes, size_t base, size_t words,
                                    uint8_t delimiter, const cscan_tables *tables,
                                    cscan_carry *carry, cscan_cursor *cursor) {
  return take(bytes, base, words, delimiter, tables, carry, cursor, kinds_avx2, parity_avx2,
              add_cells_portable);
}

// MARK: AVX-512

/// Up to 16 cells at a time: where they end, as bytes without gaps, is widened; each starts after the
/// end before it.
CSCAN_TARGET_512 static inline cscan_cell *add_cells_avx512(cscan_cell *cells, size_t base,
                                                            uint64_t ends, uint64_t afterClosing,
                                                            size_t cellStart) {
  static const uint8_t places[64] = {
      0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
      22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
      44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  const __m512i place = _mm512_loadu_si512(places), one = _mm512_set1_epi32(1);
  const __m512i first = _mm512_setr_epi32(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  const __m512i second =
      _mm512_setr_epi32(8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  const __m512i inQuotes = _mm512_set1_epi32(INT32_MAX - 1);  // two bytes less, and the highest bit
  __m512i before = _mm512_set1_epi32((int)cellStart - 1);
  do {
    const uint64_t now = _pdep_u64(0xFFFF, ends);  // the first sixteen
    ends ^= now;
    const __m128i near = _mm512_castsi512_si128(_mm512_maskz_compress_epi8(now, place));
    const __m512i end =
        _mm512_add_epi32(_mm512_cvtepu8_epi32(near), _mm512_set1_epi32((int)base));
    const __m512i start = _mm512_add_epi32(_mm512_alignr_epi32(end, before, 15), one);
    const __mmask16 isQuoted = (__mmask16)_pext_u64(afterClosing, now);
    const __m512i length = _mm512_sub_epi32(end, start);
    const __m512i packed = _mm512_mask_add_epi32(length, isQuoted, length, inQuotes);
    const __m512i from = _mm512_mask_add_epi32(start, isQuoted, start, one);
    _mm512_storeu_si512(cells, _mm512_permutex2var_epi32(from, first, packed));
    _mm512_storeu_si512(cells + 8, _mm512_permutex2var_epi32(from, second, packed));
    cells += __builtin_popcountll(now);
    before = end;
  } while (__builtin_expect(ends != 0, 0));
  return cells;
}

CSCAN_TARGET_512 static size_t take_avx512(const uint8_t *bytes, size_t base, size_t words,
                                           uint8_t delimiter, const cscan_tables *tables,
                                           cscan_carry *carry, cscan_cursor *cursor) {
  return take(bytes, base, words, delimiter, tables, carry, cursor, kinds_avx512, parity_avx2,
              add_cells_avx512);
}
#endif

size_t cscan_take(const uint8_t *bytes, size_t base, size_t words, uint8_t delimiter,
                  const cscan_tables *tables, cscan_carry *carry, cscan_cursor *cursor) {
#ifdef CSCAN_X86
  if (cscan_has_avx512()) return take_avx512(bytes, base, words, delimiter, tables, carry, cursor);
  if (cscan_has_avx2())
    return cscan_take_avx2(bytes, base, words, delimiter, tables, carry, cursor);
#endif
  return cscan_take_portable(bytes, base, words, delimiter, tables, carry, cursor);
}
