#!/usr/bin/python3
"""Reads form II.06a of every workbook of a run back and compares it with figures.csv.

    forms.py OUT [--templates Templates]

Exit status: 0 everything equal, 1 differences (printed), 2 the check could not be made.
"""

import argparse
import os
import re
import sys
from decimal import Decimal

import openpyxl

sys.dont_write_bytecode = True
import common  # noqa: E402
from common import CheckError, fold  # noqa: E402

SHEET = "II.06a"
SHOWN = 50
NUMBER_ROW = ["(1)", "(2)", "(3)=(4)+(5)+(6)", "(4)", "(5)", "(6)", "(7)=(8)+(9)+(10)", "(8)",
              "(9)", "(10)", "(11)=(12)+(13)", "(12)", "(13)"]
ROMAN = re.compile(r"[IVX]+\.?$")
LEVEL_NAMES = {"cap tinh": "tinh", "cap huyen": "huyen", "cap xa": "xa"}
SUMS = {3: (4, 5, 6), 7: (8, 9, 10), 11: (12, 13)}

# Indicators whose sum fills a column; column 5 also takes away the online dossiers.
COLUMNS = {
    3: ("dossiers.carried-over", "dossiers.received"),
    4: ("dossiers.received.online",),
    5: ("dossiers.received",),
    6: ("dossiers.carried-over",),
    7: ("dossiers.resolved",),
    8: ("dossiers.resolved.early",),
    9: ("dossiers.resolved.on-time",),
    10: ("dossiers.resolved.late",),
    11: ("dossiers.pending",),
    12: ("dossiers.pending.in-time",),
    13: ("dossiers.pending.overdue",),
}


class Figures:
    """The dossier figures of a run and the tree of its units."""

    def __init__(self, folder, templates):
        self.numbers, self.levels, period = {}, {}, None
        for row in common.read_table(os.path.join(folder, "figures.csv")):
            self.levels[row["unit"]] = row["level"]
            period = row["period"]
            if row["indicator"].startswith("dossiers."):
                key = row["unit"], row["scope"], row["indicator"]
                self.numbers[key] = Decimal(row["numerator"])
        if not self.numbers:
            raise CheckError("figures.csv holds no dossier figures")
        self.parents = find_parents(templates, set(self.levels), period)

    def columns(self, unit, scope):
        """Columns 3 to 13 of a row, from the figures of a unit and scope."""
        number = lambda name: self.numbers.get((unit, scope, name), Decimal(0))
        row = {column: sum(map(number, names)) for column, names in COLUMNS.items()}
        row[5] -= number("dossiers.received.online")
        return row

    def below(self, unit):
        """Codes of every unit below a unit that has figures."""
        found = []
        for code in self.levels:
            above = self.parents.get(code)
            while above and above != unit:
                above = self.parents.get(above)
            if above == unit:
                found.append(code)
        return found

    def group(self, unit, level):
        """Columns of the group of a level in the form of a unit."""
        if not self.parents.get(unit):
            return self.columns(unit, "level:" + level)
        members = [code for code in self.below(unit) + [unit] if self.levels[code] == level]
        return add(self.columns(code, "own") for code in members)


def find_parents(templates, codes, period):
    """Code to parent, from the province whose catalogue knows the units of the run."""
    start, end = common.period_days(period, "months")
    folder = os.path.join(templates, "provinces")
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name, "units.csv")
        if os.path.isfile(path):
            units = common.Catalogue(path).shown(end)
            if codes <= units.keys():
                return {code: unit.parent for code, unit in units.items()}
    raise CheckError("no catalogue under %s knows all units of figures.csv" % folder)


def add(rows):
    """The sum of rows, column by column."""
    total = {column: Decimal(0) for column in COLUMNS}
    for row in rows:
        for column in COLUMNS:
            total[column] += row[column]
    return total


class Row:
    """One body row of a form."""

    def __init__(self, number, cells):
        self.number = number
        self.first = str(cells[0] if cells[0] is not None else "").strip()
        self.name = str(cells[1] or "").strip()
        self.columns = {column: as_number(cells[column - 1]) for column in COLUMNS}

    @property
    def kind(self):
        """group, field, total, or '' for a row that is none of the body's."""
        if not self.first:
            return "total" if fold(self.name) == "tong cong" else ""
        if ROMAN.match(self.first):
            return "group"
        return "field" if re.fullmatch(r"[0-9]+(\.0)?\.?", self.first) else ""

    @property
    def level(self):
        """The level a group row is about, or None."""
        for words, level in LEVEL_NAMES.items():
            if fold(self.name).endswith(words):
                return level
        return None


def as_number(value):
    """A cell's number; text and empty cells are no numbers."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return Decimal(str(value))


def read_form(sheet):
    """The body rows of a form: those under the number row, down to the total."""
    rows, below = [], False
    for number, cells in enumerate(sheet.iter_rows(max_col=13, min_col=1, values_only=True), 1):
        if below:
            row = Row(number, cells)
            if row.kind:
                rows.append(row)
            if row.kind == "total":
                return rows
        elif ["".join(str(cell or "").split()) for cell in cells] == NUMBER_ROW:
            below = True
    raise CheckError("no total row" if below else "no number row (1) … (13)")


def compare(where, row, expected):
    """Differences between a row and the columns it should have."""
    return ["%s: column %d is %s, expected %s" % (where, column, row.columns[column], value)
            for column, value in sorted(expected.items()) if row.columns[column] != value]


def balance(where, row):
    """Faults of the sums within a row."""
    cells = row.columns
    missing = [column for column, value in sorted(cells.items()) if value is None]
    if missing:
        return ["%s: no number in column %s" % (where, ", ".join(map(str, missing)))]
    faults = ["%s: column %d is not the sum of %s" % (where, column, parts)
              for column, parts in SUMS.items()
              if cells[column] != sum(cells[part] for part in parts)]
    if cells[3] != cells[7] + cells[11]:
        faults.append("%s: (3) is not (7)+(11)" % where)
    return faults


def check_form(unit, rows, figures):
    """Differences of one form, without the name of its file."""
    faults, groups, loose = [], [], []
    for row in rows:
        faults += balance("row %d" % row.number, row)
        if row.kind == "group":
            groups.append((row, []))
        elif row.kind == "field":
            (groups[-1][1] if groups else loose).append(row)
    if any(None in row.columns.values() for row in rows):
        return faults
    total = rows[-1]
    faults += compare("total row %d" % total.number, total, figures.columns(unit, "area"))
    if figures.below(unit):
        if loose:
            faults.append("row %d: a field row outside the groups" % loose[0].number)
        faults += check_groups(unit, groups, figures)
        parts = [row for row, _ in groups]
    else:
        faults += ["row %d: a group row in the form of a unit without children" % row.number
                   for row, _ in groups]
        parts = loose
    sums = add(row.columns for row in parts)
    return faults + compare("total row %d, sum of the rows above" % total.number, total, sums)


def check_groups(unit, groups, figures):
    """Differences of the group rows and of their fields."""
    faults, seen = [], set()
    for row, fields in groups:
        where = "group row %d" % row.number
        if not row.level or row.level in seen:
            faults.append("%s: %r names no level, or one again" % (where, row.name))
            continue
        seen.add(row.level)
        faults += compare(where, row, figures.group(unit, row.level))
        faults += compare(where + ", sum of its fields", row,
                          add(field.columns for field in fields))
    if not groups:
        faults.append("no group rows, though the unit has units below it")
    return faults


def workbooks(folder):
    """(relative path, sheet) of every workbook with the form."""
    for place, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if name.endswith(".xlsx"):
                path = os.path.join(place, name)
                book = openpyxl.load_workbook(path, data_only=True)
                if SHEET in book.sheetnames:
                    yield os.path.relpath(path, folder), book[SHEET]


def main():
    """Compares every form of a run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out")
    parser.add_argument("--templates", default="Templates")
    options = parser.parse_args()
    figures = Figures(options.out, options.templates)
    forms, faults = 0, []
    for path, sheet in workbooks(options.out):
        forms += 1
        unit = os.path.splitext(os.path.basename(path))[0]
        if unit not in figures.levels:
            faults.append("%s: figures.csv has no unit %s" % (path, unit))
            continue
        try:
            found = check_form(unit, read_form(sheet), figures)
        except CheckError as error:
            found = [str(error)]
        faults += ["%s: %s" % (path, fault) for fault in found]
    if not forms:
        faults.append("no workbook has a sheet %s" % SHEET)
    for fault in faults[:SHOWN]:
        print(fault)
    if faults:
        print("%d differences in %d forms" % (len(faults), forms))
        return 1
    print("%d forms equal" % forms)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (CheckError, KeyError, OSError) as error:
        print("forms.py: %s" % (error if isinstance(error, CheckError) else repr(error)),
              file=sys.stderr)
        sys.exit(2)
