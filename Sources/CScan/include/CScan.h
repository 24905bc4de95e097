// Byte classification for the record scanner: the few loops that need vector instructions.
// Every function has a portable version; on x86-64 one for AVX2 or AVX-512 is chosen at run time.
#ifndef CSCAN_H
#define CSCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What 64 bytes hand to the next: whether each was between quotes, a closing quote, a border (separator,
/// quote or line end), a CR, a quote. The last bit counts. At the start of a record only that of
/// `borders` is set.
typedef struct {
  uint64_t inside;
  uint64_t closing;
  uint64_t borders;
  uint64_t returns;
  uint64_t quotes;
} cscan_carry;

/// One cell: the offset of its first byte, outer quotes left out, its length in the lower bits of
/// `packed`, and in the highest whether it stood in quotes.
typedef struct {
  uint32_t start;
  uint32_t packed;
} cscan_cell;

/// A record: its first cell, how many it has, where it starts, and its line counted from a first one.
typedef struct {
  uint32_t firstCell;
  uint32_t cellCount;
  uint32_t start;
  uint32_t line;
} cscan_record;

/// Where cells and records are written.
typedef struct {
  cscan_cell *cells;
  cscan_record *records;
  /// The cells that hold doubled quotes.
  uint32_t *doubled;
  /// The line from which those of records are counted.
  size_t firstLine;
} cscan_tables;

/// How far cells and records were taken.
typedef struct {
  /// Where the current cell and the current record start.
  size_t cellStart;
  size_t recordStart;
  /// The first cell of the current record.
  size_t firstCell;
  /// Cells, records and cells with doubled quotes so far.
  size_t cells;
  size_t records;
  size_t doubled;
  /// 1 if the current cell holds a doubled quote.
  uint64_t isDoubled;
  /// The line of the current step, and that on which the current record starts.
  size_t line;
  size_t recordLine;
} cscan_cursor;

/// Writes the cells and records that end in `words` steps of 64 bytes from offset `base` on, behind
/// those that the cursor counts. The text must be well-formed: quotes enclose whole cells and are doubled
/// inside. Stops before the first step with a quote that is not at its place, with a CR, or in which a
/// blank line ends.
///
/// Returns the steps taken. Writes up to 16 cells beyond those it counts.
size_t cscan_take(const uint8_t *bytes, size_t base, size_t words, uint8_t delimiter,
                  const cscan_tables *tables, cscan_carry *carry, cscan_cursor *cursor);

/// The borders in 64 bytes: bit i is byte i.
typedef struct {
  /// Separators and record ends outside quotes: where a cell ends.
  uint64_t ends;
  /// Line ends outside quotes; of CR LF the CR.
  uint64_t recordEnds;
  /// Line ends anywhere; of CR LF the CR.
  uint64_t lineEnds;
  /// Second quotes of doubled ones.
  uint64_t doubled;
} cscan_marks;

/// Marks the borders of one step, for a closer look: 64 bytes, all of which must be readable, or the first
/// `count` of them if there are fewer. Returns false, and changes nothing, if a quote is not at its place.
bool cscan_mark(const uint8_t *bytes, size_t count, uint8_t delimiter, cscan_carry *carry,
                cscan_marks *out);

/// Flags the cells of one step that hold the doubled quotes at the bits of `doubled`; `first` is the first
/// cell that ends at a bit of `ends`.
void cscan_flag(uint64_t doubled, uint64_t ends, size_t first, const cscan_tables *tables,
                cscan_cursor *cursor);

/// A record that is kept: where its cells are, and its place in the file.
typedef struct {
  uint32_t firstCell;
  uint32_t cellCount;
  uint32_t line;
  uint32_t record;
} cscan_row;

/// A known text: `length` bytes of the arena from `offset` on, and where it was seen first.
typedef struct {
  size_t offset;
  uint32_t length;
  uint32_t line;
  uint32_t record;
} cscan_entry;

/// The number of an entry from 1, or 0 where the slot is free, the length of its text, and a key: the text
/// where it has up to eight bytes, else a hash.
typedef struct {
  uint64_t key;
  uint32_t length;
  uint32_t number;
} cscan_slot;

/// A short text, zeros after its end, and its code; a length of 0 where there is none.
typedef struct {
  uint8_t text[32];
  uint32_t length;
  uint32_t code;
} cscan_shortcut;

/// The known texts of a column. The search for one begins at the slot of its key and goes on to the next
/// free one, and there is one. Where there are few different texts, most are found by a shortcut: each has
/// one place there, by its first bytes and its length.
typedef struct {
  const cscan_slot *slots;
  size_t slotMask;
  const cscan_entry *entries;
  const uint8_t *arena;
  const cscan_shortcut *shortcuts;
  uint64_t shortcutFactor;
  /// Texts up to this length may have a shortcut; 0 where it does not pay.
  uint32_t shortcutLength;
} cscan_dictionary;

enum {
  /// The bits of a cell's `packed` that are its length.
  CSCAN_LENGTH = (1 << 30) - 1,
  /// The bit of a cell's `packed` that is set where it holds doubled quotes.
  CSCAN_DOUBLED = 1 << 30,
  /// Places for shortcuts.
  CSCAN_SHORTCUTS = 64,
  /// Bytes after a text, and after the arena, that must be readable, whatever they are.
  CSCAN_OVERHANG = 8,
};
/// The code of a text that is not known.
#define CSCAN_UNKNOWN UINT32_MAX

/// The code of a text of one byte or more, 2 for the first entry; or CSCAN_UNKNOWN, and its key.
uint32_t cscan_find(const cscan_dictionary *known, const uint8_t *text, uint32_t length,
                    uint64_t *key);

/// Writes the code of the cell at `position` of each row: 0 for an empty one, 1 for an empty one in
/// quotes, else that of its text. Returns how many rows are done: all, or those before the first
/// whose text is not known, and its key.
size_t cscan_look_up(const cscan_dictionary *known, const uint8_t *bytes, const cscan_cell *cells,
                     const cscan_row *rows, size_t count, uint32_t position, uint32_t *codes,
                     uint64_t *key);

/// Fills the first free slot for a text that none has yet.
void cscan_fill_slot(cscan_slot *slots, size_t slotMask, cscan_slot filled);

/// Gives a shortcut to the last of `count` entries; `shortcuts` are those of the dictionary.
void cscan_add_shortcut(cscan_dictionary *dictionary, cscan_shortcut *shortcuts, size_t count);

/// Length of the longest prefix that is valid UTF-8, holds no NUL and ends at a character border.
/// *multibyte is set when that prefix holds a character beyond ASCII, else left alone.
size_t cscan_valid_utf8(const uint8_t *bytes, size_t count, bool *multibyte);

/// First offset >= from where a character stands that is, or may be, a control, invisible or out of
/// NFC; count when there is none. The text must be valid UTF-8. May report too much, never too little.
size_t cscan_next_suspect(const uint8_t *bytes, size_t from, size_t count);

/// The other versions, for tests that compare them. Those for AVX2 only where the processor has it.
bool cscan_mark_portable(const uint8_t *bytes, size_t count, uint8_t delimiter, cscan_carry *carry,
                         cscan_marks *out);
size_t cscan_take_portable(const uint8_t *bytes, size_t base, size_t words, uint8_t delimiter,
                           const cscan_tables *tables, cscan_carry *carry, cscan_cursor *cursor);
uint32_t cscan_find_portable(const cscan_dictionary *known, const uint8_t *text, uint32_t length,
                             uint64_t *key);
size_t cscan_look_up_portable(const cscan_dictionary *known, const uint8_t *bytes,
                              const cscan_cell *cells, const cscan_row *rows, size_t count,
                              uint32_t position, uint32_t *codes, uint64_t *key);
size_t cscan_valid_utf8_portable(const uint8_t *bytes, size_t count, bool *multibyte);
size_t cscan_next_suspect_portable(const uint8_t *bytes, size_t from, size_t count);
#if defined(__x86_64__)
bool cscan_has_avx2(void);
bool cscan_mark_avx2(const uint8_t *bytes, size_t count, uint8_t delimiter, cscan_carry *carry,
                     cscan_marks *out);
size_t cscan_take_avx2(const uint8_t *bytes, size_t base, size_t words, uint8_t delimiter,
                       const cscan_tables *tables, cscan_carry *carry, cscan_cursor *cursor);
size_t cscan_valid_utf8_avx2(const uint8_t *bytes, size_t count, bool *multibyte);
size_t cscan_next_suspect_avx2(const uint8_t *bytes, size_t from, size_t count);
#endif

#endif
