// Where a dictionary keeps a text.
#ifndef CSCAN_PLACES_H
#define CSCAN_PLACES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline uint64_t word(const uint8_t *p) {
  uint64_t word;
  memcpy(&word, p, 8);
  return word;
}

/// Where the search for a text begins.
static inline size_t first_slot(uint64_t key, uint32_t length) {
  return (key ^ length) * 0x9E3779B97F4A7C15u >> 36;
}

/// The only place of the shortcuts for a text, by its first eight bytes and its length.
static inline size_t shortcut(uint64_t factor, uint64_t start, uint32_t length) {
  return (start ^ (uint64_t)length << 57) * factor >> 58;
}

#endif
