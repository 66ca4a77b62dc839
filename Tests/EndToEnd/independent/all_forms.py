#!/usr/bin/python3
"""Reads every form of every workbook of a run back and compares it with figures.csv.

    all_forms.py OUT [--templates Templates]

What a form should hold is worked out here from its file in Templates/forms, the catalogue of units
and figures.csv: every column of the total, of the groups and of the rows by unit, every written
line, the sums, rates and checks of every row, and the number of late dossiers. Sums and rates must
be formulas. Exit status: 0 everything equal, 1 differences (printed), 2 the check could not be made.
"""

import argparse
import os
import sys
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal

import openpyxl
import yaml

sys.dont_write_bytecode = True
import common  # noqa: E402
from common import CheckError  # noqa: E402
from forms import find_parents  # noqa: E402

SHOWN = 50
MOST_LATE = 2000
LEVELS = ["tinh", "huyen", "xa"]


class Run:
    """The figures of a run and the tree of its units."""

    def __init__(self, folder, templates):
        self.parts, self.values, self.levels, self.names = {}, {}, {}, {}
        for row in common.read_table(os.path.join(folder, "figures.csv")):
            self.period = row["period"]
            self.levels[row["unit"]] = row["level"]
            key = row["unit"], row["scope"], row["indicator"]
            self.parts[key] = tuple(Decimal(row[side]) if row[side] else None
                                    for side in ("numerator", "denominator"))
            self.values[key] = row["value"]
        self.parents = find_parents(templates, set(self.levels), self.period)
        _, end = common.period_days(self.period, "months")
        for name in sorted(os.listdir(os.path.join(templates, "provinces"))):
            path = os.path.join(templates, "provinces", name, "units.csv")
            if os.path.isfile(path):
                units = common.Catalogue(path).shown(end)
                if set(self.levels) <= units.keys():
                    self.names = {code: unit.name for code, unit in units.items()}
                    self.order = list(units)
                    break

    def children(self, unit):
        """The units right below, in the order of the catalogue."""
        return [code for code in self.order if self.parents.get(code) == unit]

    def area(self, unit):
        """The unit and all below it."""
        return [unit] + [code for child in self.children(unit) for code in self.area(child)]

    def owner(self, code, unit):
        """The unit that stands for another among the rows of one level."""
        parent = self.parents.get(code)
        if code == unit or parent == unit or self.levels.get(parent) != self.levels[code]:
            return code
        return self.owner(parent, unit)

    def side(self, key, side):
        """A numerator or denominator, None where the run has no such figure."""
        parts = self.parts.get(key)
        return parts[0 if side == "numerator" else 1] if parts else None

    def own(self, units, term):
        """A term added up over the own figures of units."""
        name, side = term
        found = [self.side((code, "own", name), side) for code in units]
        return sum((value for value in found if value is not None), Decimal(0))


def terms(items):
    """[(indicator, side)] of plus or minus."""
    items = items if isinstance(items, list) else [items]
    return [(item, "numerator") if isinstance(item, str) else (item["of"], item["part"])
            for item in items]


def is_distinct(column):
    """Whether a column counts procedures, each once however many units have it."""
    return any(name.startswith("procedures.")
               for key in ("plus", "minus") for name, _ in terms(column.get(key, [])))


def rate(one, other):
    """Percent with two decimals, half up; None without cases."""
    if not other:
        return None
    return (Decimal(one) * 100 / Decimal(other)).quantize(Decimal("0.01"), ROUND_HALF_UP)


def number_text(number, column):
    """What the number row says of a column."""
    if "sum" in column:
        return "(%d)=%s" % (number, "+".join("(%d)" % other for other in column["sum"]))
    if "rate" in column:
        return "(%d)=(%d)/(%d)" % (number, column["rate"]["of"], column["rate"]["by"])
    return "(%d)" % number


def as_number(value):
    """A cell's number; texts and empty cells are none."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return Decimal(str(value))


class Form:
    """One sheet with a form of a unit."""

    def __init__(self, run, unit, definition, values, formulas):
        self.run, self.unit, self.columns = run, unit, definition["columns"]
        self.definition, self.faults, self.cells = definition, [], 0
        width = len(self.columns)
        rows = list(values.iter_rows(max_col=width, values_only=True))
        shown = list(formulas.iter_rows(max_col=width, values_only=True))
        head = [number_text(index + 1, column) for index, column in enumerate(self.columns)]
        start = next((index for index, row in enumerate(rows)
                      if [str(cell or "") for cell in row] == head), None)
        if start is None:
            raise CheckError("no number row")
        self.rows = []
        for row, formula in zip(rows[start + 1:], shown[start + 1:]):
            if all(cell is None for cell in row):
                break
            self.rows.append((row, formula))
        self.label = next(i for i, column in enumerate(self.columns) if column.get("holds") == "label")

    def differ(self, where, found, expected):
        """Notes a difference."""
        self.cells += 1
        if found != expected:
            self.faults.append("%s is %s, expected %s" % (where, found, expected))

    def check_sums(self):
        """Sums, rates and checks within every row; they must be formulas."""
        for index, (row, formula) in enumerate(self.rows):
            numbers = [as_number(cell) for cell in row]
            where = "row %d" % (index + 1)
            for column, meaning in enumerate(self.columns):
                name = "%s, column %d" % (where, column + 1)
                if "sum" in meaning and numbers[column] is not None:
                    self.differ(name, numbers[column], sum(numbers[i - 1] for i in meaning["sum"]))
                elif "rate" in meaning:
                    one, other = (numbers[meaning["rate"][key] - 1] for key in ("of", "by"))
                    if one is None or other is None:
                        continue
                    self.differ(name, numbers[column], rate(one, other))
                else:
                    continue
                if numbers[column] is not None and not str(formula[column]).startswith("="):
                    self.faults.append(name + " is no formula")
            for check in self.definition.get("checks", []):
                if numbers[check["column"] - 1] is not None:
                    self.differ("%s, check" % where, numbers[check["column"] - 1],
                                sum(numbers[i - 1] for i in check["sum"]))

    def counted(self, row, value, where, distinct=True):
        """Compares the counts of a row with value(term)."""
        for column, meaning in enumerate(self.columns):
            if "plus" not in meaning or not distinct and is_distinct(meaning):
                continue
            found = as_number(row[column])
            expected = [value(term) for term in terms(meaning["plus"])]
            if None in expected:
                self.differ("%s, column %d" % (where, column + 1), row[column], "…")
                continue
            expected = sum(expected) - sum(value(t) for t in terms(meaning.get("minus", [])))
            self.differ("%s, column %d" % (where, column + 1), found, expected)

    def check_groups(self):
        """The total, the groups and the rows by unit."""
        run, unit = self.run, self.unit
        area = run.area(unit)
        self.counted(self.rows[-1][0], lambda t: run.side((unit, "area", t[0]), t[1]), "total")
        for column, meaning in enumerate(self.columns):
            formula = str(self.rows[-1][1][column])
            if "plus" in meaning and not is_distinct(meaning) and len(self.rows) > 1:
                if not formula.startswith("="):
                    self.faults.append("total, column %d is no formula" % (column + 1))
        body = self.rows[:-1]
        for group in self.definition["rows"]["groups"]:
            level = group.get("level")
            levels = LEVELS if level == "each" else [level]
            levels = [one for one in levels
                      if one is None or any(run.levels[code] == one for code in area)]
            for one in levels:
                units = [code for code in area if one is None or run.levels[code] == one]
                if group.get("title") and not (level == "each" and len(levels) == 1):
                    heading, body = body[0][0], body[1:]
                    self.counted(heading, lambda t: run.own(units, t), str(heading[self.label]), False)
                body = self.check_items(group["by"], units, body)
        if body:
            self.faults.append("%d rows too many" % len(body))

    def check_items(self, by, units, body):
        """The rows of a group; gives the rows behind them."""
        ordinal = self.columns.index(next(c for c in self.columns if c.get("holds") == "ordinal"))
        count = 0
        while count < len(body) and str(body[count][0][ordinal]) == str(count + 1):
            count += 1
        items, rest = body[:count], body[count:]
        if by == "field":
            for column, meaning in enumerate(self.columns):
                if "plus" in meaning and not is_distinct(meaning):
                    total = sum((as_number(row[column]) for row, _ in items), Decimal(0))
                    expected = sum(self.run.own(units, t) for t in terms(meaning["plus"]))
                    expected -= sum(self.run.own(units, t) for t in terms(meaning.get("minus", [])))
                    self.differ("fields, column %d" % (column + 1), total, expected)
            return rest
        members = self.members(by, units)
        names = [str(row[self.label]) for row, _ in items]
        for name, covered in members:
            if name not in names:
                if covered != [self.unit]:
                    self.faults.append("no row for %s" % name)
                continue
            row = items[names.index(name)][0]
            names[names.index(name)] = None
            self.counted(row, lambda t: self.run.own(covered, t), name, False)
        self.faults += ["a row %s that stands for no unit" % name for name in names if name]
        return rest

    def members(self, by, units):
        """[(label, units)] of the rows by unit."""
        run, unit = self.run, self.unit
        if by == "whole":
            return [(run.names[unit], units)]
        if by == "below":
            own = run.names[unit]
            own = own[:1].lower() + own[1:] if not run.parents.get(unit) or "-" not in unit else own
            rows = [("Trực tiếp tại " + own, [unit])]
            return rows + [(run.names[code], run.area(code)) for code in run.children(unit)]
        owners = {}
        for code in units:
            owners.setdefault(run.owner(code, unit), []).append(code)
        return [(run.names[code], covered) for code, covered in owners.items()]

    def check_lines(self):
        """Every written line against its figure."""
        run, unit = self.run, self.unit
        lines = {line["code"]: line for line in self.definition["rows"]["lines"]}
        value = next(i for i, column in enumerate(self.columns) if column.get("holds") == "value")
        code = next(i for i, column in enumerate(self.columns) if column.get("holds") == "ordinal")
        for row, _ in self.rows:
            line = lines[str(row[code])]
            if "value" not in line:
                continue
            scope, name = line.get("scope", "area"), line["value"]
            if scope.startswith("level:") and run.parents.get(unit):
                units = [c for c in run.area(unit) if run.levels[c] == scope[len("level:"):]]
                if not units:
                    self.differ(line["code"], row[value], "x")
                    continue
                expected = rate(run.own(units, (name, "numerator")), run.own(units, (name, "denominator")))
            else:
                text = run.values.get((unit, scope, name))
                if text is None or (unit, scope, name) not in run.parts:
                    self.differ(line["code"], row[value], "…")
                    continue
                expected = Decimal(text) if text else None
            if expected is None:
                self.differ(line["code"], row[value] in ("-", "…"), True)
            else:
                self.differ(line["code"], as_number(row[value]), expected)

    def check_late(self):
        """As many late dossiers as the figures say."""
        expected = sum(self.run.side((self.unit, "area", name), "numerator") or 0 for name in
                       ("dossiers.pending.overdue", "dossiers.resolved.late"))
        items = [row for row, _ in self.rows if isinstance(row[0], int)]
        self.differ("late dossiers", len(items), min(int(expected), MOST_LATE))

    def check(self):
        """All differences of the form."""
        rows = self.definition["rows"]
        self.check_sums()
        if "groups" in rows:
            self.check_groups()
        elif "lines" in rows:
            self.check_lines()
        else:
            self.check_late()
        return self.faults


def definitions(templates, day):
    """The forms in force on a day, by the names of their sheets."""
    folder = os.path.join(templates, "forms")
    forms = {}
    for name in sorted(os.listdir(folder)):
        if name.endswith(".yaml"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                definition = yaml.load(file, Loader=yaml.BaseLoader)
            for column in definition["columns"]:
                column["sum"] = [int(i) for i in column["sum"]] if "sum" in column else None
                if "rate" in column:
                    column["rate"] = {key: int(i) for key, i in column["rate"].items()}
                if column["sum"] is None:
                    del column["sum"]
            definition["checks"] = [{"column": int(c["column"]), "sum": [int(i) for i in c["sum"]]}
                                    for c in definition.get("checks", [])]
            scope = definition.get("for", {})
            if scope.get("from", "0") <= day <= scope.get("until", "9"):
                forms[definition["id"]] = definition
    return forms


def main():
    """Compares every form of a run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out")
    parser.add_argument("--templates", default="Templates")
    options = parser.parse_args()
    run = Run(options.out, options.templates)
    forms = definitions(options.templates, common.period_days(run.period, "months")[1])
    seen, cells, faults = Counter(), 0, []
    for level in LEVELS:
        folder = os.path.join(options.out, level)
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
            unit, kind = os.path.splitext(name)
            if kind != ".xlsx" or unit not in run.levels:
                continue
            path = os.path.join(folder, name)
            values = openpyxl.load_workbook(path, data_only=True)
            formulas = openpyxl.load_workbook(path)
            for sheet in values.sheetnames:
                if sheet not in forms:
                    continue
                seen[sheet] += 1
                try:
                    form = Form(run, unit, forms[sheet], values[sheet], formulas[sheet])
                    found = form.check()
                    cells += form.cells
                except CheckError as error:
                    found = [str(error)]
                faults += ["%s/%s, %s: %s" % (level, name, sheet, fault) for fault in found]
    for fault in faults[:SHOWN]:
        print(fault)
    if not seen:
        faults.append("no form")
    told = ", ".join("%s %d" % item for item in sorted(seen.items()))
    print("%d differences in %d forms" % (len(faults), sum(seen.values())) if faults
          else "%d cells of %d forms equal (%s)" % (cells, sum(seen.values()), told))
    return 1 if faults else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (CheckError, KeyError, OSError) as error:
        print("all_forms.py: %s" % (error if isinstance(error, CheckError) else repr(error)),
              file=sys.stderr)
        sys.exit(2)
