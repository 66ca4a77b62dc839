#!/usr/bin/env python3
"""Writes workbooks with XlsxWriter from the lists of read_workbooks.py: FILE.json FOLDER.

Prints the seconds of CPU time that the writing took, without the start of Python and the reading
of the lists.
"""

import json
import sys
import time
from datetime import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_cell_to_rowcol

OPERATORS = {"equal": "==", "lessThan": "<", "greaterThan": ">"}


def write_chart(book, sheet, made):
    """Lays a chart on a sheet."""
    chart = book.add_chart({"type": made["kind"]})
    font = {"name": "Times New Roman", "size": 11}
    for series in made["series"]:
        chart.add_series({key: series[key] for key in ("name", "categories", "values")})
    if made["title"]:
        chart.set_title({"name": made["title"], "name_font": font})
    else:
        chart.set_title({"none": True})
    chart.set_x_axis({"name": made["x"], "name_font": font, "num_font": font})
    chart.set_y_axis({"name": made["y"], "name_font": font, "num_font": font, "num_format": made["format"]})
    chart.set_legend({"position": "bottom", "font": font})
    sheet.insert_chart(made["row"], made["column"], chart, {"description": made["title"] or "chart"})


def set_up(book, sheet, made):
    """Sets everything of a sheet but its cells."""
    sheet.set_paper(9)
    if made["landscape"]:
        sheet.set_landscape()
    sheet.set_margins(*made["margins"])
    sheet.fit_to_pages(1, made["tall"])
    sheet.hide_gridlines(1 if made["grid"] in (None, True) else 2)
    if made["repeat"]:
        first, last = made["repeat"].replace("$", "").split(":")
        sheet.repeat_rows(int(first) - 1, int(last) - 1)
    if made["area"]:
        sheet.print_area(made["area"].split("!")[-1].replace("$", ""))
    if made["footer"]:
        sheet.set_footer(made["footer"])
    if made["header"]:
        sheet.set_header(made["header"])
    if made["breaks"]:
        sheet.set_h_pagebreaks(made["breaks"])
    if made["tab"]:
        sheet.set_tab_color("#" + made["tab"])
    sheet.set_zoom(made["zoom"])
    if made["center"]:
        sheet.center_horizontally()
    for column, more, width in made["widths"]:
        sheet.set_column(column, column + more, width - 0.7109375)
    for row, height in made["heights"]:
        sheet.set_row(row, height)
    if made["frozen"]:
        sheet.freeze_panes(*xl_cell_to_rowcol(made["frozen"]))
    if made["filter"]:
        sheet.autofilter(made["filter"])
    for rule in made["rules"]:
        options = {"type": "formula", "criteria": "=" + rule["formula"]}
        if rule["type"] == "cellIs":
            options = {"type": "cell", "criteria": OPERATORS[rule["operator"]], "value": rule["formula"]}
        sheet.conditional_format(rule["range"], options | {"format": book.add_format(rule["look"])})


def write(made, path):
    """Writes one workbook."""
    book = xlsxwriter.Workbook(path)
    book.set_properties(made["properties"] | {"created": datetime(2025, 7, 1)})
    looks = [book.add_format(look) for look in made["looks"]]
    sheets = [(book.add_worksheet(sheet["name"]), sheet) for sheet in made["sheets"]]
    for sheet, parts in sheets:
        set_up(book, sheet, parts)
        formats = {(row, column): number for row, column, _, number, _, _ in parts["cells"]}
        for left, top, right, bottom in parts["merges"]:
            number = formats.get((top - 1, left - 1))
            sheet.merge_range(top - 1, left - 1, bottom - 1, right - 1, "",
                              None if number is None else looks[number])
        for row, column, kind, number, value, more in parts["cells"]:
            look = looks[number]
            if kind == "string":
                sheet.write_string(row, column, value, look)
            elif kind == "number":
                sheet.write_number(row, column, value, look)
            elif kind == "blank":
                sheet.write_blank(row, column, None, look)
            elif kind == "formula":
                sheet.write_formula(row, column, value, look, "" if more is None else more)
            else:
                sheet.write_url(row, column, more, look, value)
        for chart in parts["charts"]:
            write_chart(book, sheet, chart)
    for name, formula in made["names"]:
        book.define_name(name, formula)
    book.close()


def main(file, folder):
    """Writes all of them and prints the time."""
    with open(file, encoding="utf-8") as lists:
        books = json.load(lists)
    paths = [Path(folder) / book["path"] for book in books]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
    start = time.process_time()
    for book, path in zip(books, paths):
        write(book, path)
    print("%.3f" % (time.process_time() - start))


if __name__ == "__main__":
    main(*sys.argv[1:3])
