#ifndef CLIBCSVFLOOR_H
#define CLIBCSVFLOOR_H

#include <stddef.h>

/// Cells and records of a file as libcsv counts them; `bytes` is 0 when it could not be read.
typedef struct {
  size_t bytes;
  size_t cells;
  size_t records;
} libcsv_floor_counts;

/// Reads a file in blocks of 256 KiB through libcsv with callbacks that count.
libcsv_floor_counts libcsv_floor(const char *path);

#endif
