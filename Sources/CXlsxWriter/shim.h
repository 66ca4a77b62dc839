#ifndef CXLSXWRITER_SHIM_H
#define CXLSXWRITER_SHIM_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

/*
 * Every function that we call and that returns a status, declared once more:
 * the library lets a status be dropped, and Swift treats C results as
 * discardable, so without this a refused cell would go unnoticed.
 */

#define BAOCAO_CHECKED __attribute__((warn_unused_result))

lxw_error workbook_close(lxw_workbook *workbook) BAOCAO_CHECKED;
lxw_error workbook_set_properties(lxw_workbook *workbook,
                                  lxw_doc_properties *properties) BAOCAO_CHECKED;
lxw_error workbook_define_name(lxw_workbook *workbook, const char *name,
                               const char *formula) BAOCAO_CHECKED;

lxw_error worksheet_write_number(lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col,
                                 double number, lxw_format *format) BAOCAO_CHECKED;
lxw_error worksheet_write_string(lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col,
                                 const char *string, lxw_format *format) BAOCAO_CHECKED;
lxw_error worksheet_write_blank(lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col,
                                lxw_format *format) BAOCAO_CHECKED;
lxw_error worksheet_write_datetime(lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col,
                                   lxw_datetime *datetime,
                                   lxw_format *format) BAOCAO_CHECKED;
lxw_error worksheet_write_formula_num(lxw_worksheet *worksheet, lxw_row_t row,
                                      lxw_col_t col, const char *formula,
                                      lxw_format *format, double value) BAOCAO_CHECKED;
lxw_error worksheet_write_formula_str(lxw_worksheet *worksheet, lxw_row_t row,
                                      lxw_col_t col, const char *formula,
                                      lxw_format *format, const char *value) BAOCAO_CHECKED;
lxw_error worksheet_write_url_opt(lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col,
                                  const char *url, lxw_format *format, const char *string,
                                  const char *tooltip) BAOCAO_CHECKED;
lxw_error worksheet_autofilter(lxw_worksheet *worksheet, lxw_row_t first_row,
                               lxw_col_t first_col, lxw_row_t last_row,
                               lxw_col_t last_col) BAOCAO_CHECKED;
lxw_error worksheet_set_row(lxw_worksheet *worksheet, lxw_row_t row, double height,
                            lxw_format *format) BAOCAO_CHECKED;
lxw_error worksheet_set_column(lxw_worksheet *worksheet, lxw_col_t first_col,
                               lxw_col_t last_col, double width,
                               lxw_format *format) BAOCAO_CHECKED;
lxw_error worksheet_set_footer(lxw_worksheet *worksheet, const char *string) BAOCAO_CHECKED;
lxw_error worksheet_set_header(lxw_worksheet *worksheet, const char *string) BAOCAO_CHECKED;
lxw_error worksheet_print_area(lxw_worksheet *worksheet, lxw_row_t first_row,
                               lxw_col_t first_col, lxw_row_t last_row,
                               lxw_col_t last_col) BAOCAO_CHECKED;
lxw_error worksheet_set_h_pagebreaks(lxw_worksheet *worksheet,
                                     lxw_row_t breaks[]) BAOCAO_CHECKED;
lxw_error worksheet_repeat_rows(lxw_worksheet *worksheet, lxw_row_t first_row,
                                lxw_row_t last_row) BAOCAO_CHECKED;

/*
 * Sets the properties that we fill, so that Swift needs no `char *` fields.
 * The library copies the texts and leaves empty ones out.
 */
BAOCAO_CHECKED static inline lxw_error
baocao_set_properties(lxw_workbook *workbook, const char *title, const char *subject,
                      const char *author, const char *company, const char *comments,
                      int64_t created) {
  lxw_doc_properties properties;
  memset(&properties, 0, sizeof properties);
  properties.title = *title ? (char *)title : NULL;
  properties.subject = *subject ? (char *)subject : NULL;
  properties.author = *author ? (char *)author : NULL;
  properties.company = *company ? (char *)company : NULL;
  properties.comments = *comments ? (char *)comments : NULL;
  properties.created = (time_t)created;
  return workbook_set_properties(workbook, &properties);
}

/*
 * Makes a typeface that of cells without a format. Readers measure the columns of the whole book
 * by its digits, and one that has no Calibri would make them a third wider than they are.
 */
static inline void baocao_set_default_font(lxw_workbook *workbook, const char *name) {
  lxw_format *format = STAILQ_FIRST(workbook->formats);
  if (format) format_set_font_name(format, name);
}

/*
 * Makes the library quote the sheet's name wherever it writes a reference of
 * its own (repeated rows, filters). Left alone, 1.1.4 writes `2025!$1:$3` and
 * `T9!$1:$3`, and Excel calls such a file damaged. The sheet owns the copy.
 */
BAOCAO_CHECKED static inline lxw_error baocao_quote_name(lxw_worksheet *worksheet) {
  const char *name = worksheet->name;
  char *quoted = (char *)malloc(2 * strlen(name) + 3);
  if (!quoted) return LXW_ERROR_MEMORY_MALLOC_FAILED;
  char *end = quoted;
  *end++ = '\'';
  for (; *name; name++) {
    if (*name == '\'') *end++ = '\'';
    *end++ = *name;
  }
  *end++ = '\'';
  *end = '\0';
  free(worksheet->quoted_name);
  worksheet->quoted_name = quoted;
  return LXW_NO_ERROR;
}

/*
 * Joins the cells of a range without writing them, as worksheet_merge_range
 * does, which goes down the rows of the range at once: where rows leave the
 * memory as soon as they are complete, the cells beside it would come too late.
 */
BAOCAO_CHECKED static inline lxw_error
baocao_add_merge(lxw_worksheet *worksheet, lxw_row_t first_row, lxw_col_t first_col,
                 lxw_row_t last_row, lxw_col_t last_col) {
  lxw_merged_range *range = (lxw_merged_range *)calloc(1, sizeof(lxw_merged_range));
  if (!range) return LXW_ERROR_MEMORY_MALLOC_FAILED;
  range->first_row = first_row;
  range->first_col = first_col;
  range->last_row = last_row;
  range->last_col = last_col;
  STAILQ_INSERT_TAIL(worksheet->merged_ranges, range, list_pointers);
  worksheet->merged_range_count++;
  return LXW_NO_ERROR;
}

/*
 * A workbook that keeps one row of each sheet in memory; rows are written from
 * the top down, and texts in the cells themselves.
 */
static inline lxw_workbook *baocao_new_list_workbook(const char *path) {
  lxw_workbook_options options;
  memset(&options, 0, sizeof options);
  options.constant_memory = LXW_TRUE;
  return workbook_new_opt(path, &options);
}

/*
 * Frees a workbook that is not to be written. The library leaves the files open
 * in which it keeps the rows of its sheets.
 */
static inline void baocao_abandon(lxw_workbook *workbook) {
  lxw_sheet *sheet;
  STAILQ_FOREACH(sheet, workbook->sheets, list_pointers) {
    if (!sheet->is_chartsheet && sheet->u.worksheet->optimize)
      fclose(sheet->u.worksheet->optimize_tmpfile);
  }
  lxw_workbook_free(workbook);
}

/*
 * Lets the cells of a range take a format while a rule holds; a formula or a
 * quoted text goes before the number. The library copies the formula.
 */
BAOCAO_CHECKED static inline lxw_error
baocao_add_condition(lxw_worksheet *worksheet, lxw_row_t first_row, lxw_col_t first_col,
                     lxw_row_t last_row, lxw_col_t last_col, uint8_t type,
                     uint8_t criteria, double number, const char *formula,
                     lxw_format *format) {
  lxw_conditional_format condition;
  memset(&condition, 0, sizeof condition);
  condition.type = type;
  condition.criteria = criteria;
  condition.value = number;
  condition.value_string = (char *)formula;
  condition.format = format;
  return worksheet_conditional_format_range(worksheet, first_row, first_col, last_row,
                                            last_col, &condition);
}

/* The typeface of a chart's texts; the library copies the font wherever it is set. */
static inline lxw_chart_font baocao_chart_font(double size, uint8_t bold) {
  lxw_chart_font font;
  memset(&font, 0, sizeof font);
  font.name = (char *)"Times New Roman";
  font.size = size;
  font.bold = bold;
  /* The family "Roman" with letters of different widths. */
  font.pitch_family = 18;
  return font;
}

/*
 * Says where a range of a chart lies and keeps the library from reading its
 * cells: it takes 0 for the value of a formula, and cannot find a sheet whose
 * name has an apostrophe. The formula of the range is set already.
 */
BAOCAO_CHECKED static inline lxw_error baocao_set_range(lxw_series_range *range,
                                                        const char *sheet) {
  range->sheetname = strdup(sheet);
  if (!range->sheetname) return LXW_ERROR_MEMORY_MALLOC_FAILED;
  range->ignore_cache = LXW_TRUE;
  return LXW_NO_ERROR;
}

/*
 * Adds a point behind the others of a range: a text, or a number where there is
 * no text, or nothing. The chart owns it.
 */
BAOCAO_CHECKED static inline lxw_error baocao_add_point(lxw_series_range *range,
                                                        const char *text, double number,
                                                        uint8_t is_gap) {
  lxw_series_data_point *point =
      (lxw_series_data_point *)calloc(1, sizeof(lxw_series_data_point));
  if (!point) return LXW_ERROR_MEMORY_MALLOC_FAILED;
  point->number = number;
  point->no_data = is_gap;
  if (text) {
    point->string = strdup(text);
    if (!point->string) {
      free(point);
      return LXW_ERROR_MEMORY_MALLOC_FAILED;
    }
    point->is_string = LXW_TRUE;
    range->has_string_cache = LXW_TRUE;
  }
  STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
  range->num_data_points++;
  return LXW_NO_ERROR;
}

/* Puts a chart on a sheet, in pixels; it moves with the cells and keeps its size. */
BAOCAO_CHECKED static inline lxw_error
baocao_insert_chart(lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col, lxw_chart *chart,
                    int32_t right, int32_t down, int32_t width, int32_t height,
                    const char *description) {
  lxw_chart_options options;
  memset(&options, 0, sizeof options);
  options.x_offset = right;
  options.y_offset = down;
  /* The size of a chart that is not scaled. */
  options.x_scale = width / 480.0;
  options.y_scale = height / 288.0;
  options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
  options.description = (char *)description;
  return worksheet_insert_chart_opt(worksheet, row, col, chart, &options);
}

#endif
