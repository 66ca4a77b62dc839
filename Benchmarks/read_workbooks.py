#!/usr/bin/env python3
"""Reads finished workbooks into plain lists, or compares two folders of them cell by cell.

read_workbooks.py read FOLDER FILE.json      everything that a writer needs, without objects
read_workbooks.py compare FOLDER FOLDER      exits 1 where a cell, a merge or a chart differs
"""

import json
import sys
from datetime import datetime
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils.cell import column_index_from_string
from openpyxl.utils.datetime import to_excel


def color(value):
    """The six digits of a colour, or None."""
    return value.rgb[2:] if value is not None and value.type == "rgb" and value.rgb else None


def look(cell):
    """The format of a cell in XlsxWriter's words."""
    font, alignment, border = cell.font, cell.alignment, cell.border
    look = {"font_name": font.name, "font_size": font.sz}
    if font.b:
        look["bold"] = True
    if font.i:
        look["italic"] = True
    if font.u:
        look["underline"] = 1
    if color(font.color):
        look["font_color"] = "#" + color(font.color)
    if alignment.horizontal:
        look["align"] = alignment.horizontal
    if alignment.vertical:
        look["valign"] = {"center": "vcenter"}.get(alignment.vertical, alignment.vertical)
    if alignment.wrap_text:
        look["text_wrap"] = True
    if alignment.indent:
        look["indent"] = int(alignment.indent)
    if alignment.textRotation:
        look["rotation"] = alignment.textRotation if alignment.textRotation <= 90 else 90 - alignment.textRotation
    if border.left is not None and border.left.style:
        look["border"] = {"thin": 1, "hair": 7}[border.left.style]
    if cell.number_format != "General":
        look["num_format"] = cell.number_format
    if cell.fill.fill_type == "solid":
        look["bg_color"] = "#" + color(cell.fill.fgColor)
    return look


def plain(value):
    """A value as JSON has it; days become Excel's numbers."""
    return to_excel(value) if isinstance(value, datetime) else value


def words(title):
    """The text of a title of a chart."""
    if title is None or title.tx is None or title.tx.rich is None:
        return ""
    return "".join(run.t for part in title.tx.rich.p for run in part.r or [])


def banner(parts):
    """A header or a footer with Excel's codes."""
    return "".join("&" + side + part.text for side, part in (
        ("L", parts.left), ("C", parts.center), ("R", parts.right)) if part.text)


def read_chart(chart):
    """Kind, titles, place, size and ranges of a chart."""
    kind = {"LineChart": "line", "BarChart": "column"}[type(chart).__name__]
    if kind == "column" and chart.barDir == "bar":
        kind = "bar"
    start = chart.anchor._from
    series = []
    for one in chart.series:
        categories = one.cat.strRef or one.cat.numRef
        points = [(p.idx, p.v) for p in one.val.numRef.numCache.pt]
        series.append({"name": one.tx.v, "categories": "=" + categories.f, "values": "=" + one.val.numRef.f,
                       "points": points})
    return {"kind": kind, "title": words(chart.title), "x": words(chart.x_axis.title), "y": words(chart.y_axis.title),
            "format": chart.y_axis.numFmt.formatCode, "row": start.row, "column": start.col, "series": series}


def read_sheet(sheet, values, looks):
    """A sheet as lists; the looks of all cells are kept once, by number."""
    cells = []
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None and not cell.has_style:
                continue
            key = json.dumps(look(cell), sort_keys=True)
            number = looks.setdefault(key, len(looks))
            at = (cell.row - 1, cell.column - 1)
            link = cell.hyperlink
            if link is not None:
                target = link.target or "internal:" + link.location
                cells.append((*at, "url", number, cell.value, target))
            elif isinstance(cell.value, str) and cell.data_type == "f":
                cells.append((*at, "formula", number, cell.value, plain(values[cell.coordinate].value)))
            elif isinstance(cell.value, str):
                cells.append((*at, "string", number, cell.value, None))
            elif cell.value is None:
                cells.append((*at, "blank", number, None, None))
            else:
                cells.append((*at, "number", number, plain(cell.value), None))
    page, margins = sheet.page_setup, sheet.page_margins
    rules = []
    for area in sheet.conditional_formatting:
        for rule in area.rules:
            change = rule.dxf
            style = {}
            if change is not None and change.font is not None:
                style = {"bold": bool(change.font.b)} | ({"font_color": "#" + color(change.font.color)}
                                                         if color(change.font.color) else {})
            if change is not None and change.fill is not None and color(change.fill.bgColor):
                style["bg_color"] = "#" + color(change.fill.bgColor)
            rules.append({"range": str(area.sqref), "type": rule.type, "operator": rule.operator,
                          "formula": rule.formula[0], "look": style})
    return {
        "name": sheet.title, "cells": cells, "merges": [m.bounds for m in sheet.merged_cells.ranges],
        "widths": [(column_index_from_string(name) - 1, (column.max or 0) - (column.min or 0), column.width)
                   for name, column in sheet.column_dimensions.items() if column.width],
        "heights": [(number - 1, row.height) for number, row in sheet.row_dimensions.items() if row.height],
        "frozen": sheet.freeze_panes, "filter": sheet.auto_filter.ref, "grid": sheet.sheet_view.showGridLines,
        "landscape": page.orientation == "landscape", "tall": 0 if page.fitToHeight == 0 else 1,
        "margins": [margins.left, margins.right, margins.top, margins.bottom],
        "repeat": sheet.print_title_rows, "area": sheet.print_area[0] if isinstance(sheet.print_area, list) else sheet.print_area,
        "breaks": [row_break.id for row_break in sheet.row_breaks.brk], "tab": color(sheet.sheet_properties.tabColor),
        "zoom": sheet.sheet_view.zoomScale or 100, "header": banner(sheet.oddHeader),
        "footer": banner(sheet.oddFooter),
        "center": bool(sheet.print_options.horizontalCentered), "rules": rules,
        "charts": [read_chart(chart) for chart in sheet._charts],
    }


def read(folder, file):
    """Reads all workbooks of a folder."""
    books = []
    for path in sorted(Path(folder).rglob("*.xlsx")):
        book, values = load_workbook(path), load_workbook(path, data_only=True)
        looks = {}
        sheets = [read_sheet(sheet, values[sheet.title], looks) for sheet in book]
        core = book.properties
        books.append({
            "path": str(path.relative_to(folder)), "sheets": sheets, "looks": [json.loads(key) for key in looks],
            "names": [(name.name, "=" + name.attr_text) for name in book.defined_names.definedName],
            "properties": {"title": core.title or "", "subject": core.subject or "", "author": core.creator or "",
                           "comments": core.description or ""},
        })
    with open(file, "w", encoding="utf-8") as out:
        json.dump(books, out)
    cells = sum(len(sheet["cells"]) for book in books for sheet in book["sheets"])
    charts = sum(len(sheet["charts"]) for book in books for sheet in book["sheets"])
    print("%d workbooks, %d sheets, %d cells, %d charts" % (
        len(books), sum(len(book["sheets"]) for book in books), cells, charts))


def drawn(series, values):
    """The points of a series whose cells hold something: XlsxWriter keeps 0 for empty ones."""
    name, cells = series["values"][1:].rsplit("!", 1)
    first, _, last = cells.replace("$", "").partition(":")
    sheet = values[name.strip("'").replace("''", "'")]
    column = [row[0].value for row in sheet[first:last or first]]
    return [point for point in series["points"] if column[point[0]] is not None]


def contents(path):
    """What is compared of a workbook: values, formulas, merges, points of charts."""
    book, values = load_workbook(path), load_workbook(path, data_only=True)
    result = {}
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    result[sheet.title, cell.coordinate] = (
                        plain(cell.value), plain(values[sheet.title][cell.coordinate].value), cell.number_format)
        result[sheet.title, "merges"] = sorted(str(m) for m in sheet.merged_cells.ranges)
        for number, chart in enumerate(sheet._charts):
            result[sheet.title, "chart", number] = [
                {**one, "points": drawn(one, values)} for one in read_chart(chart)["series"]]
    return result


def compare(one, other):
    """Compares every workbook of a folder with that of the other one."""
    wrong = compared = 0
    for path in sorted(Path(one).rglob("*.xlsx")):
        name = path.relative_to(one)
        left, right = contents(path), contents(Path(other) / name)
        compared += len(left)
        for key in left.keys() | right.keys():
            if left.get(key) != right.get(key):
                wrong += 1
                if wrong < 10:
                    print(name, key, left.get(key), right.get(key))
    print("%d cells compared, %d differ" % (compared, wrong))
    sys.exit(1 if wrong or not compared else 0)


if __name__ == "__main__":
    {"read": read, "compare": compare}[sys.argv[1]](*sys.argv[2:])
