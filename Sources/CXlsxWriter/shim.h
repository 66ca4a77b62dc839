#ifndef CXLSXWRITER_SHIM_H
#define CXLSXWRITER_SHIM_H

#include <stdint.h>
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
lxw_error worksheet_merge_range(lxw_worksheet *worksheet, lxw_row_t first_row,
                                lxw_col_t first_col, lxw_row_t last_row,
                                lxw_col_t last_col, const char *string,
                                lxw_format *format) BAOCAO_CHECKED;
lxw_error worksheet_autofilter(lxw_worksheet *worksheet, lxw_row_t first_row,
                               lxw_col_t first_col, lxw_row_t last_row,
                               lxw_col_t last_col) BAOCAO_CHECKED;
lxw_error worksheet_set_row(lxw_worksheet *worksheet, lxw_row_t row, double height,
                            lxw_format *format) BAOCAO_CHECKED;
lxw_error worksheet_set_column(lxw_worksheet *worksheet, lxw_col_t first_col,
                               lxw_col_t last_col, double width,
                               lxw_format *format) BAOCAO_CHECKED;
lxw_error worksheet_set_footer(lxw_worksheet *worksheet, const char *string) BAOCAO_CHECKED;
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

#endif
