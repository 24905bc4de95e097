#include "CScan.h"
#include "dispatch.h"
#include "places.h"
#include <string.h>

enum { UNQUOTED_EMPTY = 0, QUOTED_EMPTY = 1, FIRST_TEXT = 2 };

#define TEMPLATE __attribute__((always_inline)) static inline

typedef uint64_t keying(const uint8_t *text, size_t length);
typedef bool comparing(const uint8_t *a, const uint8_t *b, size_t length);

/// One text among the known ones: of up to eight bytes the key is the text.
TEMPLATE uint32_t find(const cscan_dictionary *known, const uint8_t *text, uint32_t length,
                       uint64_t key, comparing *equal) {
  for (size_t slot = first_slot(key, length);; slot++) {
    const cscan_slot *found = known->slots + (slot & known->slotMask);
    if (!found->number) return CSCAN_UNKNOWN;
    if (found->key == key && found->length == length &&
        (length <= 8 || equal(known->arena + known->entries[found->number - 1].offset, text, length)))
      return found->number - 1 + FIRST_TEXT;
  }
}

/// The length of a record's cell at a position and its text, or how it is empty.
typedef struct {
  const uint8_t *text;
  uint32_t length;
  uint32_t empty;
} cell;

TEMPLATE cell cell_of(const uint8_t *bytes, const cscan_cell *cells, const cscan_row *row,
                      uint32_t position) {
  if (position >= row->cellCount) return (cell){bytes, 0, UNQUOTED_EMPTY};
  const cscan_cell found = cells[row->firstCell + position];
  return (cell){bytes + found.start, found.packed & CSCAN_LENGTH,
                found.packed >> 31 ? QUOTED_EMPTY : UNQUOTED_EMPTY};
}

/// Rows whose slots are asked for before the first of them is looked at.
enum { AHEAD = 32 };

/// The cells of one column, down to the first unknown text.
TEMPLATE size_t look_up(const cscan_dictionary *known, const uint8_t *bytes, const cscan_cell *cells,
                        const cscan_row *rows, size_t count, uint32_t position, uint32_t *codes,
                        uint64_t *key, keying *key_of, comparing *equal) {
  const cscan_dictionary dictionary = *known;  // a copy, since nothing that is written can be part of it
  cell sought[AHEAD];
  uint64_t keys[AHEAD];
  // Where all texts are new, few keys are made in vain.
  size_t ahead = 1;
  for (size_t row = 0; row < count; ahead = ahead < AHEAD ? 2 * ahead : AHEAD) {
    const size_t now = count - row < ahead ? count - row : ahead;
    for (size_t i = 0; i < now; i++) {
      sought[i] = cell_of(bytes, cells, rows + row + i, position);
      if (!sought[i].length) continue;
      keys[i] = key_of(sought[i].text, sought[i].length);
      __builtin_prefetch(dictionary.slots +
                         (first_slot(keys[i], sought[i].length) & dictionary.slotMask));
    }
    for (size_t i = 0; i < now; i++, row++) {
      if (!sought[i].length) {
        codes[row] = sought[i].empty;
        continue;
      }
      codes[row] = find(&dictionary, sought[i].text, sought[i].length, keys[i], equal);
      if (codes[row] != CSCAN_UNKNOWN) continue;
      *key = keys[i];
      return row;
    }
  }
  return count;
}

// MARK: portable

static inline uint64_t fold(uint64_t a, uint64_t b) {
  const unsigned __int128 product = (unsigned __int128)a * b;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/// The first and the last sixteen bytes as four words, which overlap where the text is shorter. Found
/// without a branch: where lengths vary, a wrongly guessed one costs more than these.
typedef struct {
  uint64_t first, second, third, fourth;
} words;

static inline words words_of(const uint8_t *text, size_t length) {
  const size_t last = length > 8 ? length - 8 : 0;
  const int shift = length < 8 ? (int)(8 - length) * 8 : 0;  // what follows a short text goes
  return (words){word(text) << shift, word(text + (last < 8 ? last : 8)) << shift,
                 word(text + (length > 16 ? length - 16 : 0)) << shift, word(text + last) << shift};
}

/// A multiply-and-fold hash. A table that degrades on chosen keys only costs time.
static inline uint64_t key_portable(const uint8_t *text, size_t length) {
  const words w = words_of(text, length);
  if (length <= 8) return w.first;
  uint64_t state = fold(w.first ^ 0x9E3779B97F4A7C15u, w.fourth ^ 0xD6E8FEB86659FD93u ^ length) ^
                   fold(w.second ^ 0xA0761D6478BD642Fu, w.third ^ 0xE7037ED1A0B428DBu);
  if (length > 32)
    for (size_t i = 16; i < length - 16; i += 8)
      state = fold(state ^ word(text + i), 0x9E3779B97F4A7C15u);
  return state;
}

static inline bool equal_portable(const uint8_t *a, const uint8_t *b, size_t length) {
  const words x = words_of(a, length), y = words_of(b, length);
  if ((x.first ^ y.first) | (x.second ^ y.second) | (x.third ^ y.third) | (x.fourth ^ y.fourth))
    return false;
  return length <= 32 || !memcmp(a + 16, b + 16, length - 32);
}

uint32_t cscan_find_portable(const cscan_dictionary *known, const uint8_t *text, uint32_t length,
                             uint64_t *key) {
  return find(known, text, length, *key = key_portable(text, length), equal_portable);
}

size_t cscan_look_up_portable(const cscan_dictionary *known, const uint8_t *bytes,
                              const cscan_cell *cells, const cscan_row *rows, size_t count,
                              uint32_t position, uint32_t *codes, uint64_t *key) {
  return look_up(known, bytes, cells, rows, count, position, codes, key, key_portable,
                 equal_portable);
}

// MARK: AVX-512

#ifdef CSCAN_X86
/// Up to 64 bytes of a text, zeros after its end; nothing beyond it is touched.
CSCAN_TARGET_512 static inline __m512i load(const uint8_t *text, size_t left) {
  const uint32_t count = left < 64 ? (uint32_t)left : 64;
  return _mm512_maskz_loadu_epi8(_bzhi_u64(~(uint64_t)0, count), text);
}

/// The first eight bytes of a text, zeros after its end.
CSCAN_TARGET_512 static inline uint64_t start_of(const uint8_t *text, uint32_t length) {
  return _bzhi_u64(word(text), length < 8 ? 8 * length : 64);
}

/// Up to eight bytes are the key themselves; of more, the products of the halves of each eight bytes are
/// added up.
CSCAN_TARGET_512 static inline uint64_t key_avx512(const uint8_t *text, size_t length) {
  if (length <= 8) return start_of(text, (uint32_t)length);
  const __m512i factors = _mm512_setr_epi64(
      (int64_t)0x9E3779B97F4A7C15u, (int64_t)0xD6E8FEB86659FD93u, (int64_t)0xA0761D6478BD642Fu,
      (int64_t)0xE7037ED1A0B428DBu, (int64_t)0x8EBC6AF09C88C6E3u, (int64_t)0x589965CC75374CC3u,
      (int64_t)0x1D8E4E27C47D124Fu, (int64_t)0xEB44ACCAB455D165u);
  __m512i sum = _mm512_setzero_si512();
  size_t done = 0;
  do {
    const __m512i mixed = _mm512_xor_si512(load(text + done, length - done), factors);
    sum = _mm512_add_epi64(_mm512_rol_epi64(sum, 23),
                           _mm512_mul_epu32(mixed, _mm512_srli_epi64(mixed, 32)));
    done += 64;
  } while (done < length);
  const __m256i half =
      _mm256_add_epi64(_mm512_castsi512_si256(sum), _mm512_extracti64x4_epi64(sum, 1));
  const __m128i quarter =
      _mm_add_epi64(_mm256_castsi256_si128(half), _mm256_extracti128_si256(half, 1));
  return (uint64_t)_mm_cvtsi128_si64(quarter) +
         (uint64_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(quarter, quarter));
}

CSCAN_TARGET_512 static inline bool equal_avx512(const uint8_t *a, const uint8_t *b, size_t length) {
  size_t done = 0;
  do {
    if (_mm512_cmpneq_epi8_mask(load(a + done, length - done), load(b + done, length - done)))
      return false;
    done += 64;
  } while (done < length);
  return true;
}

/// Not in line, so that the loop that hardly needs it keeps its registers.
CSCAN_TARGET_512 __attribute__((noinline)) static uint32_t find_avx512(
    const cscan_dictionary *known, const uint8_t *text, uint32_t length, uint64_t *key) {
  return find(known, text, length, *key = key_avx512(text, length), equal_avx512);
}

/// Few different texts, found by their shortcuts.
CSCAN_TARGET_512 static size_t look_near_avx512(const cscan_dictionary *known, const uint8_t *bytes,
                                                const cscan_cell *cells, const cscan_row *rows,
                                                size_t count, uint32_t position, uint32_t *codes,
                                                uint64_t *key) {
  const cscan_shortcut *shortcuts = known->shortcuts;
  const uint64_t factor = known->shortcutFactor;
  for (size_t row = 0; row < count; row++) {
    const cell sought = cell_of(bytes, cells, rows + row, position);
    if (!sought.length) {
      codes[row] = sought.empty;
      continue;
    }
    const cscan_shortcut *near =
        shortcuts + shortcut(factor, start_of(sought.text, sought.length), sought.length);
    const uint64_t different = _mm512_mask_cmpneq_epi8_mask(
        near->mask, _mm512_loadu_si512(sought.text), _mm512_loadu_si512(near->text));
    codes[row] = near->code;
    if (different | (near->length ^ sought.length)) {
      codes[row] = find_avx512(known, sought.text, sought.length, key);
      if (codes[row] == CSCAN_UNKNOWN) return row;
    }
  }
  return count;
}

CSCAN_TARGET_512 static size_t look_up_avx512(const cscan_dictionary *known, const uint8_t *bytes,
                                              const cscan_cell *cells, const cscan_row *rows,
                                              size_t count, uint32_t position, uint32_t *codes,
                                              uint64_t *key) {
  if (known->shortcutLength)
    return look_near_avx512(known, bytes, cells, rows, count, position, codes, key);
  return look_up(known, bytes, cells, rows, count, position, codes, key, key_avx512, equal_avx512);
}
#endif

uint32_t cscan_find(const cscan_dictionary *known, const uint8_t *text, uint32_t length,
                    uint64_t *key) {
#ifdef CSCAN_X86
  if (cscan_has_avx512()) return find_avx512(known, text, length, key);
#endif
  return cscan_find_portable(known, text, length, key);
}

size_t cscan_look_up(const cscan_dictionary *known, const uint8_t *bytes, const cscan_cell *cells,
                     const cscan_row *rows, size_t count, uint32_t position, uint32_t *codes,
                     uint64_t *key) {
#ifdef CSCAN_X86
  if (cscan_has_avx512())
    return look_up_avx512(known, bytes, cells, rows, count, position, codes, key);
#endif
  return cscan_look_up_portable(known, bytes, cells, rows, count, position, codes, key);
}
