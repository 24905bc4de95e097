// Byte classification for the record scanner: the few loops that need vector instructions.
// Every function has a portable version; on x86-64 the AVX2 one is chosen at run time.
#ifndef CSCAN_H
#define CSCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Where the four kinds of structural bytes stand in 64 bytes: bit i is byte i.
typedef struct {
  uint64_t quote;
  uint64_t delimiter;
  uint64_t lineFeed;
  uint64_t carriageReturn;
} cscan_masks;

/// Classifies 64 * words bytes; all of them must be readable.
void cscan_classify(const uint8_t *bytes, size_t words, uint8_t delimiter, cscan_masks *out);

/// Length of the longest prefix that is valid UTF-8, holds no NUL and ends at a character border.
/// *multibyte is set when that prefix holds a character beyond ASCII, else left alone.
size_t cscan_valid_utf8(const uint8_t *bytes, size_t count, bool *multibyte);

/// First offset >= from where a character stands that is, or may be, a control, invisible or out of
/// NFC; count when there is none. The text must be valid UTF-8. May report too much, never too little.
size_t cscan_next_suspect(const uint8_t *bytes, size_t from, size_t count);

/// The portable versions, for tests that compare both.
void cscan_classify_portable(const uint8_t *bytes, size_t words, uint8_t delimiter, cscan_masks *out);
size_t cscan_valid_utf8_portable(const uint8_t *bytes, size_t count, bool *multibyte);
size_t cscan_next_suspect_portable(const uint8_t *bytes, size_t from, size_t count);

#endif
