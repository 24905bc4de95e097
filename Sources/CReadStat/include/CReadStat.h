// The part of libreadstat that writes an SPSS file. The library is opened when the first file is
// made, not when the program starts: Debian ships it as a shared library only.
#ifndef C_READ_STAT_H
#define C_READ_STAT_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The file that is opened: `libreadstat.so.1`.
const char *csav_library_name(void);
/// Opens the library, once. 1: it is there, with all that is asked of it.
int csav_is_available(void);

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
