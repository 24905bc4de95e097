// The part of libxlsxwriter that a report needs. The library is opened when the first workbook is
// made, not when the program starts: Debian ships it as a shared library only, which brings
// libcrypto along, and most commands never write a workbook.
#ifndef C_XLSX_WRITER_H
#define C_XLSX_WRITER_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The file that is opened: `libxlsxwriter.so.4`.
const char *cxlsx_library_name(void);

/// Opens the library, once. 1: it is there, with all that is asked of it.
int cxlsx_is_available(void);

typedef struct cxlsx_book cxlsx_book;
typedef void *cxlsx_sheet;
typedef void *cxlsx_format;
typedef void *cxlsx_chart;
typedef void *cxlsx_series;

/// How a cell looks.
typedef struct {
  const char *number_format;  ///< NULL: general
  double size;                ///< points; 0: the usual
  uint32_t colour;            ///< 0xRRGGBB
  uint32_t background;        ///< 0xRRGGBB; 0xFFFFFFFF: none
  uint8_t bold, italic, wrap, right, centre, top_rule, bottom_rule, top;
} cxlsx_style;

/// NULL when the library is absent or there is no memory.
cxlsx_book *cxlsx_book_new(const char *title, const char *subject, const char *comments);
/// Ends the book. The bytes are allocated; `cxlsx_bytes_free` frees them. NULL: `error` tells why.
uint8_t *cxlsx_book_close(cxlsx_book *book, int64_t *count, const char **error);
void cxlsx_bytes_free(uint8_t *bytes);

cxlsx_format cxlsx_format_add(cxlsx_book *book, const cxlsx_style *style);

/// NULL: the name is not legal, or taken.
cxlsx_sheet cxlsx_sheet_add(cxlsx_book *book, const char *name);
void cxlsx_write_text(cxlsx_sheet, uint32_t row, uint16_t column, const char *text, cxlsx_format);
void cxlsx_write_number(cxlsx_sheet, uint32_t row, uint16_t column, double value, cxlsx_format);
void cxlsx_write_blank(cxlsx_sheet, uint32_t row, uint16_t column, cxlsx_format);
/// A link within the book, `internal:'Sheet'!A1`.
void cxlsx_write_link(
    cxlsx_sheet, uint32_t row, uint16_t column, const char *url, const char *text, cxlsx_format);
void cxlsx_merge_text(
    cxlsx_sheet, uint32_t row, uint16_t first, uint16_t last, const char *text, cxlsx_format);
void cxlsx_set_columns(cxlsx_sheet, uint16_t first, uint16_t last, double width);
void cxlsx_set_row(cxlsx_sheet, uint32_t row, double height);
void cxlsx_freeze(cxlsx_sheet, uint32_t row, uint16_t column);
/// A4, landscape, with a header and a footer.
void cxlsx_set_print(cxlsx_sheet, const char *header, const char *footer);
/// How many pages side by side hold the columns, and the rows before which a page begins, ended by
/// 0. On several pages the first column stands on each.
void cxlsx_set_pages(cxlsx_sheet, uint16_t across, const uint32_t *rows);
/// Colours from the least to the most, of 0...most.
void cxlsx_colour_scale(
    cxlsx_sheet, uint32_t first_row, uint16_t first_column, uint32_t last_row,
    uint16_t last_column, uint32_t low, uint32_t high);

/// 0: bars; 1: bars stacked; 2: bars stacked to 100 %.
cxlsx_chart cxlsx_chart_add(cxlsx_book *book, int kind, const char *title);
cxlsx_series cxlsx_series_add(cxlsx_chart, uint32_t colour);
void cxlsx_series_name(cxlsx_series, const char *sheet, uint32_t row, uint16_t column);
void cxlsx_series_categories(
    cxlsx_series, const char *sheet, uint32_t first_row, uint16_t first_column, uint32_t last_row,
    uint16_t last_column);
void cxlsx_series_values(
    cxlsx_series, const char *sheet, uint32_t first_row, uint16_t first_column, uint32_t last_row,
    uint16_t last_column);
/// A part of a bar: its labels stand on it in this colour, white keeps it from the next.
void cxlsx_series_part(cxlsx_series, uint32_t text, const char *number_format);
/// A colour for each value, in their order.
void cxlsx_series_points(cxlsx_series, const uint32_t *colours, size_t count);
void cxlsx_chart_finish(
    cxlsx_chart, cxlsx_sheet, uint32_t row, uint16_t column, const char *number_format,
    int has_legend, double width, double height, const char *description);

#ifdef __cplusplus
}
#endif
#endif
