#define _GNU_SOURCE
#include "CXlsxWriter.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <xlsxwriter.h>

// Every function of the library that is used.
#define FUNCTIONS(X) \
  X(workbook_new_opt) X(workbook_close) X(workbook_add_worksheet) X(workbook_add_format) \
  X(workbook_add_chart) X(workbook_set_properties) X(lxw_strerror) \
  X(worksheet_write_string) X(worksheet_write_number) X(worksheet_write_blank) \
  X(worksheet_write_url_opt) X(worksheet_merge_range) X(worksheet_set_column) \
  X(worksheet_set_row) X(worksheet_freeze_panes) X(worksheet_set_landscape) \
  X(worksheet_set_paper) X(worksheet_fit_to_pages) X(worksheet_set_header) \
  X(worksheet_set_footer) X(worksheet_repeat_columns) X(worksheet_gridlines) \
  X(worksheet_set_h_pagebreaks) \
  X(worksheet_conditional_format_range) X(worksheet_insert_chart_opt) \
  X(format_set_font_name) X(format_set_num_format) X(format_set_bold) X(format_set_italic) X(format_set_font_size) \
  X(format_set_font_color) X(format_set_bg_color) X(format_set_text_wrap) X(format_set_align) \
  X(format_set_top) X(format_set_bottom) X(format_set_underline) \
  X(chart_add_series) X(chart_series_set_name_range) X(chart_series_set_categories) \
  X(chart_series_set_values) X(chart_series_set_points) X(chart_series_set_fill) X(chart_series_set_labels) \
  X(chart_series_set_labels_num_format) X(chart_title_set_name) X(chart_title_off) \
  X(chart_legend_set_position) X(chart_axis_set_reverse) X(chart_axis_set_num_format) \
  X(chart_axis_major_gridlines_set_visible) X(chart_axis_set_min) X(chart_title_set_name_font) \
  X(chart_set_series_gap) X(chart_axis_off) X(chart_series_set_labels_font) \
  X(chart_series_set_line)

static struct {
#define FIELD(name) __typeof__(&name) name;
  FUNCTIONS(FIELD)
} lib;

static int available;
static pthread_once_t once = PTHREAD_ONCE_INIT;

// The structures of the header are those of this soname only.
#define LIBRARY "libxlsxwriter.so." LXW_SOVERSION

const char *cxlsx_library_name(void) { return LIBRARY; }

static void load(void) {
  void *handle = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (!handle) return;
  available = 1;
#define RESOLVE(name) \
  if (!(lib.name = (__typeof__(&name))dlsym(handle, #name))) available = 0;
  FUNCTIONS(RESOLVE)
}

int cxlsx_is_available(void) {
  pthread_once(&once, load);
  return available;
}

struct cxlsx_book {
  lxw_workbook *book;
  int file;
};

cxlsx_book *cxlsx_book_new(const char *title, const char *subject, const char *comments) {
  if (!cxlsx_is_available()) return NULL;
  cxlsx_book *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  // The library writes to a named file; this one is in memory.
  self->file = memfd_create("report.xlsx", MFD_CLOEXEC);
  char path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", self->file);
  lxw_workbook_options options = {0};
  // It keeps each part in a file of its own meanwhile: in memory, too, where there is much room.
  struct statvfs room;
  if (!statvfs("/dev/shm", &room) && room.f_bavail * room.f_bsize > 256u << 20 &&
      !access("/dev/shm", W_OK))
    options.tmpdir = "/dev/shm";
  if (self->file >= 0) self->book = lib.workbook_new_opt(path, &options);
  if (!self->book) {
    if (self->file >= 0) close(self->file);
    free(self);
    return NULL;
  }
  lxw_doc_properties properties = {0};
  properties.title = (char *)title;
  properties.subject = (char *)subject;
  properties.comments = (char *)comments;
  // 2000-01-01: the bytes do not depend on the clock.
  properties.created = 946684800;
  lib.workbook_set_properties(self->book, &properties);
  return self;
}

uint8_t *cxlsx_book_close(cxlsx_book *self, int64_t *count, const char **error) {
  lxw_error failure = lib.workbook_close(self->book);
  uint8_t *bytes = NULL;
  *count = 0;
  *error = NULL;
  struct stat info;
  if (failure != LXW_NO_ERROR) {
    *error = lib.lxw_strerror(failure);
  } else if (fstat(self->file, &info) != 0 || !(bytes = malloc((size_t)info.st_size + 1))) {
    *error = "no memory";
  } else {
    int64_t done = 0;
    while (done < info.st_size) {
      ssize_t got = pread(self->file, bytes + done, (size_t)(info.st_size - done), done);
      if (got <= 0) break;
      done += got;
    }
    *count = done;
  }
  close(self->file);
  free(self);
  return bytes;
}

void cxlsx_bytes_free(uint8_t *bytes) { free(bytes); }

cxlsx_format cxlsx_format_add(cxlsx_book *self, const cxlsx_style *style) {
  lxw_format *format = lib.workbook_add_format(self->book);
  // The letters of the charts, which every office suite has or replaces width for width.
  lib.format_set_font_name(format, "Arial");
  lib.format_set_font_size(format, 10);
  if (style->number_format) lib.format_set_num_format(format, style->number_format);
  if (style->size > 0) lib.format_set_font_size(format, style->size);
  lib.format_set_font_color(format, style->colour == 0 ? LXW_COLOR_BLACK : style->colour);
  if (style->background != 0xFFFFFFFF) lib.format_set_bg_color(format, style->background);
  if (style->bold) lib.format_set_bold(format);
  if (style->italic) lib.format_set_italic(format);
  if (style->wrap) lib.format_set_text_wrap(format);
  if (style->right) lib.format_set_align(format, LXW_ALIGN_RIGHT);
  if (style->centre) lib.format_set_align(format, LXW_ALIGN_CENTER);
  lib.format_set_align(
      format, style->top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
  if (style->top_rule) lib.format_set_top(format, LXW_BORDER_THIN);
  if (style->bottom_rule) lib.format_set_bottom(format, LXW_BORDER_THIN);
  return format;
}

cxlsx_sheet cxlsx_sheet_add(cxlsx_book *self, const char *name) {
  lxw_worksheet *sheet = lib.workbook_add_worksheet(self->book, name);
  if (sheet) lib.worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
  return sheet;
}

void cxlsx_write_text(
    cxlsx_sheet sheet, uint32_t row, uint16_t column, const char *text, cxlsx_format format) {
  lib.worksheet_write_string(sheet, row, column, text, format);
}

void cxlsx_write_number(
    cxlsx_sheet sheet, uint32_t row, uint16_t column, double value, cxlsx_format format) {
  lib.worksheet_write_number(sheet, row, column, value, format);
}

void cxlsx_write_blank(cxlsx_sheet sheet, uint32_t row, uint16_t column, cxlsx_format format) {
  lib.worksheet_write_blank(sheet, row, column, format);
}

void cxlsx_write_link(
    cxlsx_sheet sheet, uint32_t row, uint16_t column, const char *url, const char *text,
    cxlsx_format format) {
  lib.worksheet_write_url_opt(sheet, row, column, url, format, text, NULL);
}

void cxlsx_merge_text(
    cxlsx_sheet sheet, uint32_t row, uint16_t first, uint16_t last, const char *text,
    cxlsx_format format) {
  if (first == last) {
    lib.worksheet_write_string(sheet, row, first, text, format);
  } else {
    lib.worksheet_merge_range(sheet, row, first, row, last, text, format);
  }
}

void cxlsx_set_columns(cxlsx_sheet sheet, uint16_t first, uint16_t last, double width) {
  lib.worksheet_set_column(sheet, first, last, width, NULL);
}

void cxlsx_set_row(cxlsx_sheet sheet, uint32_t row, double height) {
  lib.worksheet_set_row(sheet, row, height, NULL);
}

void cxlsx_freeze(cxlsx_sheet sheet, uint32_t row, uint16_t column) {
  lib.worksheet_freeze_panes(sheet, row, column);
}

void cxlsx_set_print(cxlsx_sheet sheet, const char *header, const char *footer) {
  lib.worksheet_set_landscape(sheet);
  lib.worksheet_set_paper(sheet, 9);
  lib.worksheet_set_header(sheet, header);
  lib.worksheet_set_footer(sheet, footer);
}

void cxlsx_set_pages(
    cxlsx_sheet sheet, uint16_t across, const uint32_t *rows) {
  lib.worksheet_fit_to_pages(sheet, across, 0);
  lib.worksheet_set_h_pagebreaks(sheet, (lxw_row_t *)rows);
  if (across > 1) lib.worksheet_repeat_columns(sheet, 0, 0);
}

void cxlsx_colour_scale(
    cxlsx_sheet sheet, uint32_t first_row, uint16_t first_column, uint32_t last_row,
    uint16_t last_column, uint32_t low, uint32_t high) {
  lxw_conditional_format scale;
  memset(&scale, 0, sizeof scale);
  scale.type = LXW_CONDITIONAL_2_COLOR_SCALE;
  scale.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
  scale.min_value = 0;
  scale.min_color = low;
  scale.max_color = high;
  lib.worksheet_conditional_format_range(
      sheet, first_row, first_column, last_row, last_column, &scale);
}

cxlsx_chart cxlsx_chart_add(cxlsx_book *self, int kind, const char *title) {
  uint8_t type = kind == 0   ? LXW_CHART_BAR
                 : kind == 1 ? LXW_CHART_BAR_STACKED
                             : LXW_CHART_BAR_STACKED_PERCENT;
  lxw_chart *chart = lib.workbook_add_chart(self->book, type);
  if (!chart) return NULL;
  lxw_chart_font font;
  memset(&font, 0, sizeof font);
  font.size = 11;
  font.bold = LXW_TRUE;
  lib.chart_title_set_name(chart, title);
  lib.chart_title_set_name_font(chart, &font);
  // In a bar chart the library calls the categories y. The first of them stands on top.
  lib.chart_axis_set_reverse(chart->y_axis);
  lib.chart_axis_set_min(chart->x_axis, 0);
  lib.chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_FALSE);
  // The bars carry their numbers.
  lib.chart_axis_off(chart->x_axis);
  lib.chart_set_series_gap(chart, 40);
  return chart;
}

cxlsx_series cxlsx_series_add(cxlsx_chart chart, uint32_t colour) {
  lxw_chart_series *series = lib.chart_add_series(chart, NULL, NULL);
  lxw_chart_fill fill;
  memset(&fill, 0, sizeof fill);
  fill.color = colour;
  lib.chart_series_set_fill(series, &fill);
  return series;
}

void cxlsx_series_name(cxlsx_series series, const char *sheet, uint32_t row, uint16_t column) {
  lib.chart_series_set_name_range(series, sheet, row, column);
}

void cxlsx_series_categories(
    cxlsx_series series, const char *sheet, uint32_t first_row, uint16_t first_column,
    uint32_t last_row, uint16_t last_column) {
  lib.chart_series_set_categories(series, sheet, first_row, first_column, last_row, last_column);
}

void cxlsx_series_values(
    cxlsx_series series, const char *sheet, uint32_t first_row, uint16_t first_column,
    uint32_t last_row, uint16_t last_column) {
  lib.chart_series_set_values(series, sheet, first_row, first_column, last_row, last_column);
  lib.chart_series_set_labels(series);
}

void cxlsx_series_part(cxlsx_series series, uint32_t text, const char *number_format) {
  lxw_chart_font font;
  memset(&font, 0, sizeof font);
  font.color = text;
  lib.chart_series_set_labels_font(series, &font);
  lib.chart_series_set_labels_num_format(series, number_format);
  lxw_chart_line line;
  memset(&line, 0, sizeof line);
  line.color = 0xFFFFFF;
  line.width = 1;
  lib.chart_series_set_line(series, &line);
}

void cxlsx_series_points(cxlsx_series series, const uint32_t *colours, size_t count) {
  lxw_chart_fill *fills = calloc(count, sizeof *fills);
  lxw_chart_point *points = calloc(count, sizeof *points);
  lxw_chart_point **list = calloc(count + 1, sizeof *list);
  if (fills && points && list) {
    for (size_t i = 0; i < count; i++) {
      fills[i].color = colours[i];
      points[i].fill = &fills[i];
      list[i] = &points[i];
    }
    // The library copies them.
    lib.chart_series_set_points(series, list);
  }
  free(list);
  free(points);
  free(fills);
}

void cxlsx_chart_finish(
    cxlsx_chart chart, cxlsx_sheet sheet, uint32_t row, uint16_t column,
    const char *number_format, int has_legend, double width, double height,
    const char *description) {
  lxw_chart *self = chart;
  lib.chart_axis_set_num_format(self->x_axis, number_format);
  lib.chart_legend_set_position(
      self, has_legend ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  // Sizes are of the library's usual chart, 480 by 288 pixels.
  lxw_chart_options options = {0};
  options.x_scale = width / 480;
  options.y_scale = height / 288;
  options.x_offset = 12;
  options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
  options.description = (char *)description;
  lib.worksheet_insert_chart_opt(sheet, row, column, self, &options);
}
