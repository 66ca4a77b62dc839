#!/usr/bin/python3
"""Lets LibreOffice calculate every workbook of a run anew and compares.

    recalculate.py OUT

The value that a workbook keeps beside each formula must be the one that LibreOffice finds:
numbers to 1e-9 of their size, texts exactly; no cell may become an error. A copy of one workbook
whose kept values were spoilt goes along: they must come back mended, else nothing was calculated.
Prints how many formula cells were compared; every fault is listed as `file: sheet!cell: reason`.
Exit status: 0 all equal, 1 faults or nothing to compare, 2 wrong usage or LibreOffice failed.
"""

import concurrent.futures
import glob
import os
import re
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

# Formulas are calculated on loading, whatever the file keeps; macros never run.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
           xmlns:xs="http://www.w3.org/2001/XMLSchema"
           xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop
 oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
</oor:items>
"""
# Seconds for all workbooks of one process; a hundred take well under one minute.
PATIENCE = 900
# No figure of a run comes near it.
SPOILT = "987654321"
KEPT = re.compile(rb"(</f><v>)-?[0-9.E+-]+(</v>)")


def convert(paths, profile, target):
    """Lets one LibreOffice of its own write the workbooks anew into a folder."""
    user = os.path.join(profile, "user")
    os.makedirs(user)
    with open(os.path.join(user, "registrymodifications.xcu"), "w", encoding="utf-8") as stream:
        stream.write(SETTINGS)
    done = subprocess.run(
        ["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--norestore",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", target] + paths,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=PATIENCE, check=False)
    missing = [path for path in paths
               if not os.path.exists(os.path.join(target, os.path.basename(path)))]
    if done.returncode or missing:
        sys.stderr.write(done.stdout.decode("utf-8", "replace")[-2000:])
        raise SystemExit("LibreOffice did not write %d of %d workbooks"
                         % (len(missing), len(paths)))


def spoil(paths, folder):
    """A copy of the first workbook with numbers beside its formulas, every one of them wrong."""
    for path in paths:
        target = os.path.join(folder, "spoilt.xlsx")
        spoilt = 0
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
            for name in source.namelist():
                content = source.read(name)
                if name.startswith("xl/worksheets/sheet"):
                    content, count = KEPT.subn(
                        rb"\g<1>" + SPOILT.encode() + rb"\g<2>", content)
                    spoilt += count
                copy.writestr(name, content)
        if spoilt:
            return path, target
    return None, None


def compare(ours, theirs):
    """The number of formula cells of a workbook, and what differs in them."""
    formulas = openpyxl.load_workbook(ours)
    kept = openpyxl.load_workbook(ours, data_only=True)
    found = openpyxl.load_workbook(theirs, data_only=True)
    count, faults = 0, []
    if formulas.sheetnames != found.sheetnames:
        return 0, ["the sheets differ: %s" % found.sheetnames]
    for sheet in formulas.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                place = "%s!%s" % (sheet.title, cell.coordinate)
                after = found[sheet.title][cell.coordinate]
                if after.data_type == "e":
                    faults.append("%s: becomes %s" % (place, after.value))
                if cell.data_type != "f":
                    continue
                count += 1
                before = kept[sheet.title][cell.coordinate].value
                if not equal(before, after.value):
                    faults.append("%s: %s keeps %r, LibreOffice finds %r"
                                  % (place, cell.value, before, after.value))
    return count, faults


def equal(kept, found):
    """Whether two values are the same; an empty text is read as no value."""
    numbers = all(isinstance(value, (int, float)) and not isinstance(value, bool)
                  for value in (kept, found))
    if numbers:
        return abs(kept - found) <= 1e-9 * max(abs(kept), abs(found))
    return (kept or "") == (found or "") and isinstance(kept, bool) == isinstance(found, bool)


def main():
    """Runs the comparison."""
    if len(sys.argv) != 2 or not os.path.isdir(sys.argv[1]):
        sys.stderr.write(__doc__)
        return 2
    out = os.path.abspath(sys.argv[1])
    paths = sorted(glob.glob(os.path.join(out, "**", "*.xlsx"), recursive=True))
    if len({os.path.basename(path) for path in paths}) < len(paths):
        print("two workbooks of one name in %s" % out)
        return 1
    with tempfile.TemporaryDirectory() as scratch:
        target = os.path.join(scratch, "converted")
        os.makedirs(target)
        original, spoilt = spoil(paths, scratch)
        if not spoilt:
            print("no workbook with formulas in %s" % out)
            return 1
        hands = min(os.cpu_count() or 1, 4)
        everything = [spoilt] + paths
        shares = [everything[start::hands] for start in range(hands)]
        with concurrent.futures.ThreadPoolExecutor(hands) as pool:
            jobs = [pool.submit(convert, share, os.path.join(scratch, "profile%d" % number), target)
                    for number, share in enumerate(shares) if share]
            for job in jobs:
                job.result()
        after = os.path.join(target, "spoilt.xlsx")
        if compare(original, after)[1]:
            print("the spoilt workbook was not mended: nothing was calculated anew")
            return 1
        total, faults = 0, []
        with concurrent.futures.ProcessPoolExecutor(hands) as pool:
            results = pool.map(
                compare, paths,
                [os.path.join(target, os.path.basename(path)) for path in paths])
            for path, (count, found) in zip(paths, results):
                total += count
                faults += ["%s: %s" % (os.path.relpath(path, out), fault) for fault in found]
    for fault in faults:
        print(fault)
    print("%d workbooks, %d formula cells compared, %d faults" % (len(paths), total, len(faults)))
    return 1 if faults or not total else 0


if __name__ == "__main__":
    sys.exit(main())
