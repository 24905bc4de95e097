// libreadstat, which reads and writes SPSS files. It is opened when the first file is met, not when
// the program starts: Debian ships it as a shared library only.
#ifndef C_READ_STAT_H
#define C_READ_STAT_H

#include <readstat.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The file that is opened: `libreadstat.so.1`.
const char *csav_library_name(void);
/// Opens the library, once. 1: it is there, with all that is asked of it.
int csav_is_available(void);

// Every function of the library that reads.
#define CSAV_READING(X) \
  X(error_message) X(parser_init) X(parser_free) X(set_metadata_handler) X(set_variable_handler) \
  X(set_value_label_handler) X(set_value_handler) X(parse_sav) X(get_file_label) X(value_type) \
  X(double_value) X(string_value) X(value_is_system_missing) X(variable_get_index) \
  X(variable_get_type) X(variable_get_name) X(variable_get_label) X(variable_get_format) \
  X(variable_get_measure) X(variable_get_missing_ranges_count) \
  X(variable_get_missing_range_lo) X(variable_get_missing_range_hi)

/// The library's functions that read, by their own names without `readstat_`.
typedef struct {
#define CSAV_FIELD(name) __typeof__(&readstat_##name) name;
  CSAV_READING(CSAV_FIELD)
#undef CSAV_FIELD
} csav_reading;

/// NULL when the library is absent.
const csav_reading *csav_reading_open(void);

typedef struct csav_file csav_file;

/// NULL when the library is absent or there is no memory.
csav_file *csav_file_new(const char *label);

/// Adds a variable; those that follow are of it until the next.
/// measure: 1 nominal, 2 ordinal, 3 scale; format: NULL for plain numbers.
void csav_variable_add(csav_file *, const char *name, const char *label, int measure, const char *format);
void csav_value_label_add(csav_file *, double value, const char *label);
/// Values from `low` to `high` are missing answers.
void csav_missing_range_set(csav_file *, double low, double high);
/// The last variable is the weight of the records.
void csav_weight_set(csav_file *);

/// Ends the file. `values` are record after record, one a variable; NaN: no value. The bytes are
/// allocated; `csav_bytes_free` frees them. NULL: it could not be made.
uint8_t *csav_file_close(csav_file *, const double *values, int64_t records, int64_t *count);
void csav_bytes_free(uint8_t *bytes);

#ifdef __cplusplus
}
#endif
#endif
