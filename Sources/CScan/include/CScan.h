// Byte classification for the record scanner: the few loops that need vector instructions.
// Every function has a portable version; on x86-64 the AVX2 one is chosen at run time.
#ifndef CSCAN_H
#define CSCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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
  /// Bits set in ends and in lineEnds.
  uint32_t endCount;
  uint32_t lineCount;
} cscan_marks;

/// What 64 bytes hand to the next. At the start of a record: afterBorder 1, the others 0.
typedef struct {
  /// All ones between an opening and its closing quote.
  uint64_t inside;
  /// 1 if the last byte closed a quote; was a separator, line end or quote; was CR; was a quote.
  uint64_t afterClosing;
  uint64_t afterBorder;
  uint64_t afterReturn;
  uint64_t afterQuote;
} cscan_carry;

/// Marks the borders of well-formed text, where quotes enclose whole cells and are doubled inside.
///
/// Looks at count bytes, 64 at a time, and may load up to the next multiple of 64. Returns the
/// number of elements of out that were filled: all, or those before the first 64 bytes in which a
/// quote is not at its place. *carry then belongs to the end of the last one filled.
size_t cscan_mark(const uint8_t *bytes, size_t count, uint8_t delimiter, cscan_carry *carry,
                  cscan_marks *out);

/// Length of the longest prefix that is valid UTF-8, holds no NUL and ends at a character border.
/// *multibyte is set when that prefix holds a character beyond ASCII, else left alone.
size_t cscan_valid_utf8(const uint8_t *bytes, size_t count, bool *multibyte);

/// First offset >= from where a character stands that is, or may be, a control, invisible or out of
/// NFC; count when there is none. The text must be valid UTF-8. May report too much, never too little.
size_t cscan_next_suspect(const uint8_t *bytes, size_t from, size_t count);

/// The portable versions, for tests that compare both.
size_t cscan_mark_portable(const uint8_t *bytes, size_t count, uint8_t delimiter,
                           cscan_carry *carry, cscan_marks *out);
size_t cscan_valid_utf8_portable(const uint8_t *bytes, size_t count, bool *multibyte);
size_t cscan_next_suspect_portable(const uint8_t *bytes, size_t from, size_t count);

#endif
