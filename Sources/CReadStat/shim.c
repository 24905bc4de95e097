#include "CReadStat.h"

#include <dlfcn.h>
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Every function of the library that writes.
#define FUNCTIONS(X) \
  X(readstat_writer_init) X(readstat_set_data_writer) X(readstat_writer_set_file_label) \
  X(readstat_writer_set_file_timestamp) X(readstat_writer_set_compression) \
  X(readstat_writer_set_fweight_variable) X(readstat_writer_free) X(readstat_add_label_set) \
  X(readstat_label_double_value) X(readstat_add_variable) X(readstat_variable_set_label) \
  X(readstat_variable_set_format) X(readstat_variable_set_label_set) \
  X(readstat_variable_set_measure) X(readstat_variable_add_missing_double_range) \
  X(readstat_begin_writing_sav) X(readstat_begin_row) X(readstat_insert_double_value) \
  X(readstat_insert_missing_value) X(readstat_end_row) X(readstat_end_writing)

static struct {
#define FIELD(name) __typeof__(&name) name;
  FUNCTIONS(FIELD)
} lib;

static csav_reading reading;
static int available;
static pthread_once_t once = PTHREAD_ONCE_INIT;

#define LIBRARY "libreadstat.so.1"

const char *csav_library_name(void) { return LIBRARY; }

static void load(void) {
  void *handle = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (!handle) return;
  available = 1;
#define RESOLVE(name) \
  if (!(lib.name = (__typeof__(&name))dlsym(handle, #name))) available = 0;
  FUNCTIONS(RESOLVE)
#define RESOLVE_READING(name) \
  if (!(reading.name = (__typeof__(&readstat_##name))dlsym(handle, "readstat_" #name))) \
    available = 0;
  CSAV_READING(RESOLVE_READING)
}

int csav_is_available(void) {
  pthread_once(&once, load);
  return available;
}

const csav_reading *csav_reading_open(void) { return csav_is_available() ? &reading : NULL; }

struct csav_file {
  readstat_writer_t *writer;
  readstat_variable_t **variables;
  int variable_count;
  readstat_label_set_t *labels;
  uint8_t *bytes;
  size_t count, room;
};

static ssize_t append(const void *data, size_t length, void *context) {
  csav_file *self = context;
  if (self->count + length > self->room) {
    size_t room = 2 * self->room + length + 4096;
    uint8_t *bytes = realloc(self->bytes, room);
    if (!bytes) return -1;
    self->bytes = bytes;
    self->room = room;
  }
  memcpy(self->bytes + self->count, data, length);
  self->count += length;
  return (ssize_t)length;
}

csav_file *csav_file_new(const char *label) {
  if (!csav_is_available()) return NULL;
  csav_file *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  self->writer = lib.readstat_writer_init();
  lib.readstat_set_data_writer(self->writer, append);
  lib.readstat_writer_set_file_label(self->writer, label);
  lib.readstat_writer_set_file_timestamp(self->writer, 946684800);
  lib.readstat_writer_set_compression(self->writer, READSTAT_COMPRESS_ROWS);
  return self;
}

void csav_variable_add(
    csav_file *self, const char *name, const char *label, int measure, const char *format) {
  readstat_variable_t *variable =
      lib.readstat_add_variable(self->writer, name, READSTAT_TYPE_DOUBLE, 0);
  lib.readstat_variable_set_label(variable, label);
  lib.readstat_variable_set_measure(variable, (readstat_measure_t)measure);
  if (format) lib.readstat_variable_set_format(variable, format);
  self->labels = NULL;
  readstat_variable_t **variables =
      realloc(self->variables, (size_t)(self->variable_count + 1) * sizeof *variables);
  if (!variables) abort();
  self->variables = variables;
  self->variables[self->variable_count++] = variable;
}

static readstat_variable_t *last(csav_file *self) {
  return self->variables[self->variable_count - 1];
}

void csav_value_label_add(csav_file *self, double value, const char *label) {
  if (!self->labels) {
    char name[32];
    snprintf(name, sizeof name, "labels%d", self->variable_count);
    self->labels = lib.readstat_add_label_set(self->writer, READSTAT_TYPE_DOUBLE, name);
    lib.readstat_variable_set_label_set(last(self), self->labels);
  }
  lib.readstat_label_double_value(self->labels, value, label);
}

void csav_missing_range_set(csav_file *self, double low, double high) {
  lib.readstat_variable_add_missing_double_range(last(self), low, high);
}

void csav_weight_set(csav_file *self) {
  lib.readstat_writer_set_fweight_variable(self->writer, last(self));
}

static readstat_error_t write_rows(csav_file *self, const double *values, int64_t records) {
  readstat_error_t error =
      lib.readstat_begin_writing_sav(self->writer, self, (long)records);
  for (int64_t record = 0; record < records && error == READSTAT_OK; record++) {
    error = lib.readstat_begin_row(self->writer);
    for (int k = 0; k < self->variable_count && error == READSTAT_OK; k++) {
      double value = values[record * self->variable_count + k];
      error = isnan(value)
                  ? lib.readstat_insert_missing_value(self->writer, self->variables[k])
                  : lib.readstat_insert_double_value(self->writer, self->variables[k], value);
    }
    if (error == READSTAT_OK) error = lib.readstat_end_row(self->writer);
  }
  return error == READSTAT_OK ? lib.readstat_end_writing(self->writer) : error;
}

uint8_t *csav_file_close(
    csav_file *self, const double *values, int64_t records, int64_t *count) {
  readstat_error_t error = write_rows(self, values, records);
  uint8_t *bytes = self->bytes;
  *count = (int64_t)self->count;
  if (error != READSTAT_OK) {
    free(bytes);
    bytes = NULL;
  } else if (self->count >= 109) {
    // The header's date and hour, which the library takes from the time zone of the machine.
    memcpy(bytes + 92, "01 Jan 0000:00:00", 17);
  }
  lib.readstat_writer_free(self->writer);
  free(self->variables);
  free(self);
  return bytes;
}

void csav_bytes_free(uint8_t *bytes) { free(bytes); }
