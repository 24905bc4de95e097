#include "CScan.h"
#include "places.h"

enum { MOST_TEXTS = 16, MOST_FACTORS = 8, LONGEST = sizeof(((cscan_shortcut *)0)->text) };

void cscan_fill_slot(cscan_slot *slots, size_t slotMask, cscan_slot filled) {
  size_t slot = first_slot(filled.key, filled.length);
  while (slots[slot & slotMask].number) slot++;
  slots[slot & slotMask] = filled;
}

/// Gives a text its place; false where another has it.
static bool place(cscan_shortcut *shortcuts, uint64_t factor, const uint8_t *text, uint32_t length,
                  uint32_t code) {
  cscan_shortcut made = {.mask = ~(uint64_t)0 >> (64 - length), .length = length, .code = code};
  memcpy(made.text, text, length);
  cscan_shortcut *place = shortcuts + shortcut(factor, word(made.text), length);
  if (place->length) return false;
  *place = made;
  return true;
}

/// Gives each text of a few its place with the first factor that leaves none without; else with the last.
static void place_all(cscan_dictionary *dictionary, cscan_shortcut *shortcuts, size_t count) {
  for (int tried = 0; tried < MOST_FACTORS; tried++) {
    dictionary->shortcutFactor = (dictionary->shortcutFactor + 0x9E3779B97F4A7C14u) | 1;
    memset(shortcuts, 0, CSCAN_SHORTCUTS * sizeof *shortcuts);
    bool complete = true;
    for (size_t i = 0; i < count; i++) {
      const cscan_entry *entry = dictionary->entries + i;
      if (entry->length <= LONGEST)
        complete &= place(shortcuts, dictionary->shortcutFactor, dictionary->arena + entry->offset,
                          entry->length, (uint32_t)i + 2);
    }
    if (complete) return;
  }
}

void cscan_add_shortcut(cscan_dictionary *dictionary, cscan_shortcut *shortcuts, size_t count) {
  if (count > CSCAN_SHORTCUTS) dictionary->shortcutLength = 0;
  if (count == 1) dictionary->shortcutLength = LONGEST;
  const cscan_entry *entry = dictionary->entries + count - 1;
  if (entry->length > dictionary->shortcutLength) return;
  if (!place(shortcuts, dictionary->shortcutFactor, dictionary->arena + entry->offset, entry->length,
             (uint32_t)count + 1) &&
      count <= MOST_TEXTS)
    place_all(dictionary, shortcuts, count);
}
