#include "CLibcsvFloor.h"

#include <csv.h>
#include <fcntl.h>
#include <unistd.h>

static void count_cell(void *data, size_t length, void *counts) {
  (void)data;
  (void)length;
  ((libcsv_floor_counts *)counts)->cells++;
}

static void count_record(int end, void *counts) {
  (void)end;
  ((libcsv_floor_counts *)counts)->records++;
}

libcsv_floor_counts libcsv_floor(const char *path) {
  libcsv_floor_counts counts = {0, 0, 0};
  struct csv_parser parser;
  static char block[1 << 18];
  int file = open(path, O_RDONLY);
  if (file < 0 || csv_init(&parser, 0) != 0) return counts;
  for (;;) {
    ssize_t length = read(file, block, sizeof block);
    if (length <= 0) break;
    counts.bytes += (size_t)length;
    csv_parse(&parser, block, (size_t)length, count_cell, count_record, &counts);
  }
  csv_fini(&parser, count_cell, count_record, &counts);
  csv_free(&parser);
  close(file);
  return counts;
}
