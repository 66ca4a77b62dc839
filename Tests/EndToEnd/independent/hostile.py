#!/usr/bin/python3
"""Opens workbooks that were made of hostile texts with two other programs.

    hostile.py OUT TEXTS

TEXTS is a JSON list. In every workbook that holds form II.06a of a commune each of them must be a
cell of its own that is that text and nothing else, read by openpyxl and, after LibreOffice has
opened the file and calculated it, once more; no formula but those of the forms may stand anywhere.
Prints how many texts were found; every fault is listed.
Exit status: 0 all found as texts, 1 faults, 2 wrong usage or LibreOffice failed.
"""

import glob
import json
import os
import re
import sys
import tempfile

import openpyxl

sys.dont_write_bytecode = True
from recalculate import convert  # noqa: E402

# Sums, quotients and references to cells: what the forms are made of.
OWN = re.compile(r"=(?:SUM|ROUND|IF)\(|=(?:'[^']+'!)?\$?[A-Z]{1,3}\$?[0-9]+(?:[+*/-]|$)")


def read(path):
    """The texts of a workbook by place, and its formulas that are not ours."""
    texts, strangers = {}, []
    for sheet in openpyxl.load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                place = "%s!%s" % (sheet.title, cell.coordinate)
                if cell.data_type in ("s", "inlineStr"):
                    texts[place] = cell.value
                elif cell.data_type == "f" and not OWN.match(str(cell.value)):
                    strangers.append("%s: %s" % (place, cell.value))
    return texts, strangers


def main():
    """Runs the check."""
    if len(sys.argv) != 3:
        sys.stderr.write(__doc__)
        return 2
    with open(sys.argv[2], encoding="utf-8") as stream:
        wanted = json.load(stream)
    paths = sorted(glob.glob(os.path.join(os.path.abspath(sys.argv[1]), "*", "*.xlsx")))
    faults, found = [], 0
    with tempfile.TemporaryDirectory() as scratch:
        target = os.path.join(scratch, "converted")
        os.makedirs(target)
        convert(paths, os.path.join(scratch, "profile"), target)
        for path in paths:
            name = os.path.basename(path)
            ours, strangers = read(path)
            theirs, others = read(os.path.join(target, name))
            faults += ["%s: a formula: %s" % (name, text) for text in strangers + others]
            if "xa" in path.split(os.sep):
                missing = [text for text in wanted if text not in ours.values()]
                faults += ["%s: missing: %r" % (name, text[:80]) for text in missing]
                found += len(wanted) - len(missing)
            for place, text in ours.items():
                if theirs.get(place) != text:
                    faults.append("%s: %s: %r becomes %r"
                                  % (name, place, text[:80], str(theirs.get(place))[:80]))
    for fault in faults:
        print(fault)
    print("%d workbooks, %d hostile texts found, %d faults" % (len(paths), found, len(faults)))
    return 1 if faults or not found else 0


if __name__ == "__main__":
    sys.exit(main())
