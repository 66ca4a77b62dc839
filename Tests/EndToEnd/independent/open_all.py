#!/usr/bin/python3
"""Opens every file a run wrote with a second reader.

    open_all.py OUT

Prints one summary line per kind of file; every fault is listed as `file: reason`.
Exit status: 0 all opened, 1 faults, 2 wrong usage.
"""

import collections
import csv
import hashlib
import json
import os
import re
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

import html5lib
import openpyxl
from html5lib.constants import E
from html5lib.html5parser import ParseError
from markdown_it import MarkdownIt

csv.field_size_limit(1 << 30)

MANIFEST = "manifest.json"
MANIFEST_KEYS = {"period", "programVersion", "start", "end", "asOf",
                 "inputs", "templates", "outputs", "units"}
ERROR_VALUES = {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"}
LEFTOVERS = ("{{", "Optional(")
READABLE_ATTRIBUTES = {"title", "alt", "content", "aria-label", "aria-description", "lang"}
SHEET_XML = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


# --- workbooks ----------------------------------------------------------------

def check_workbook(path):
    """Faults of a workbook, read twice: formulas and cached values."""
    formulas = openpyxl.load_workbook(path)
    values = openpyxl.load_workbook(path, data_only=True)
    faults = []
    if not (formulas.properties.title or "").strip():
        faults.append("the title property is not set")
    if formulas.sheetnames != values.sheetnames or not formulas.sheetnames:
        faults.append("the sheets differ between two readings")
    for sheet in formulas.worksheets:
        empties = set()
        cached = values[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                faults += check_cell(cell, cached[cell.coordinate], empties)
        if empties:
            faults += check_empty_results(path, sheet.title, empties)
    return faults


def check_cell(cell, cached, empties):
    """Faults of one cell; formulas read as None are put aside in `empties`."""
    where = "%s!%s" % (cell.parent.title, cell.coordinate)
    faults = []
    if cell.data_type == "f" and cached.value is None:
        empties.add(cell.coordinate)
    if "e" in (cell.data_type, cached.data_type) or cached.value in ERROR_VALUES:
        faults.append("%s: error value %r" % (where, cached.value))
    for text in {value for value in (cell.value, cached.value) if isinstance(value, str)}:
        faults += ["%s: holds %s" % (where, mark) for mark in LEFTOVERS + ("###",) if mark in text]
    return faults


def check_empty_results(path, title, coordinates):
    """Faults of formulas without a value; a stored empty text is a value, openpyxl hides it."""
    with zipfile.ZipFile(path) as archive:
        tree = ElementTree.fromstring(archive.read(sheet_part(archive, title)))
    faults = []
    for cell in tree.iter(SHEET_XML + "c"):
        if cell.get("r") in coordinates:
            value = cell.find(SHEET_XML + "v")
            if value is None or cell.get("t") != "str" or value.text:
                faults.append("%s!%s: the formula has no cached value" % (title, cell.get("r")))
    return faults


def sheet_part(archive, title):
    """The part of a workbook's archive that holds the sheet of a title."""
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    wanted = [sheet.get(RELATIONS + "id") for sheet in book.iter(SHEET_XML + "sheet")
              if sheet.get("name") == title][0]
    links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    target = [link.get("Target") for link in links if link.get("Id") == wanted][0]
    return target[1:] if target.startswith("/") else "xl/" + target


# --- pages --------------------------------------------------------------------

def check_page(path):
    """Faults of an HTML page."""
    text = read_text(path)
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), strict=True,
                                 namespaceHTMLElements=False)
    try:
        root = parser.parse(text)
    except ParseError:
        place, code, details = parser.errors[-1]
        return ["line %d, column %d: %s" % (place[0], place[1], E.get(code, code) % details)]
    faults = ["holds %s" % mark for mark in LEFTOVERS + ("nil<",) if mark in text]
    if root.get("lang") != "vi":
        faults.append('<html> has no lang="vi"')
    title = root.find("head/title")
    if title is None or not "".join(title.itertext()).strip():
        faults.append("<title> is missing or empty")
    faults += ["holds the address %s" % address for address in foreign_addresses(text)]
    return faults + not_numbers(root)


def foreign_addresses(text):
    """Addresses in a page that are no XML namespaces."""
    text = re.sub(r"""\sxmlns(?::\w+)?\s*=\s*(["'])[^"']*\1""", " ", text)
    return re.findall(r"""https?://[^\s"'<>)]*""", text, re.IGNORECASE)


def not_numbers(root):
    """Places where a number that is none was printed (nan is a Vietnamese word too)."""
    faults = []
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        for text in (element.text, element.tail):
            if text and (re.fullmatch(r"[-+]?nan\s*%?", text.strip(), re.IGNORECASE)
                         or re.search(r"(?<!\w)NaN(?!\w)", text)):
                faults.append("<%s> holds %r" % (element.tag, text.strip()[:40]))
        for name, value in element.attrib.items():
            if name not in READABLE_ATTRIBUTES and re.search(
                    r"(?<![^\W_])nan(?![^\W_])", value, re.IGNORECASE):
                faults.append("<%s %s> holds %r" % (element.tag, name, value[:40]))
    return faults


# --- Markdown, CSV --------------------------------------------------------------

def check_markdown(path):
    """Faults of a Markdown report."""
    text = read_text(path)
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    faults = ["holds %s" % mark for mark in LEFTOVERS if mark in text]
    if not tokens:
        faults.append("is empty")
    for before, token in zip(tokens, tokens[1:]):
        if before.type == "paragraph_open" and token.content.lstrip().startswith("|"):
            faults.append("line %d: a table that is read as a paragraph" % (token.map[0] + 1))
    return faults


def check_csv(path):
    """Faults of a CSV file: a header, and rows as wide as it."""
    with open(path, encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream, strict=True)
        header = [cell.lstrip("\ufeff") for cell in next(rows, [])]
        if not header or "" in header or len(set(header)) < len(header):
            return ["the header is missing or has empty or double names"]
        return ["line %d: %d cells, the header has %d" % (rows.line_num, len(row), len(header))
                for row in rows if len(row) != len(header)]


def read_text(path):
    """The text of a UTF-8 file."""
    with open(path, encoding="utf-8", newline="") as stream:
        return stream.read()


# --- manifest -------------------------------------------------------------------

def check_manifest(folder, files):
    """Faults of manifest.json: (file, reason) pairs."""
    with open(os.path.join(folder, MANIFEST), encoding="utf-8") as stream:
        manifest = json.load(stream)
    faults = []
    if set(manifest) != MANIFEST_KEYS:
        faults.append((MANIFEST, "keys that differ: %s" % sorted(set(manifest) ^ MANIFEST_KEYS)))
    for part in ("inputs", "templates", "outputs"):
        for entry in manifest.get(part, []):
            if set(entry) != {"path", "size", "sha256"}:
                faults.append((MANIFEST, "%s: entry with keys %s" % (part, sorted(entry))))
    listed = [entry.get("path") for entry in manifest.get("outputs", [])]
    for path, times in collections.Counter(listed).items():
        if times > 1:
            faults.append((path, "listed %d times" % times))
    for path in sorted(files - set(listed) - {MANIFEST}):
        faults.append((path, "not listed in %s" % MANIFEST))
    for entry in manifest.get("outputs", []):
        faults += check_entry(folder, entry)
    return faults


def check_entry(folder, entry):
    """Faults of one listed output."""
    try:
        with open(os.path.join(folder, entry["path"]), "rb") as stream:
            data = stream.read()
    except OSError as error:
        return [(entry["path"], "listed, but %s" % error.strerror)]
    faults = []
    if len(data) != entry["size"]:
        faults.append((entry["path"], "size %d, listed %s" % (len(data), entry["size"])))
    if hashlib.sha256(data).hexdigest() != entry["sha256"].lower():
        faults.append((entry["path"], "the SHA-256 differs"))
    return faults


# --- main -----------------------------------------------------------------------

CHECKS = {".xlsx": check_workbook, ".html": check_page, ".md": check_markdown, ".csv": check_csv}


def list_files(folder):
    """Relative paths of the files of a run; mail/ is written later by `baocao mail`."""
    found = set()
    for place, folders, names in os.walk(folder):
        if place == folder and "mail" in folders:
            folders.remove("mail")
        found.update(os.path.relpath(os.path.join(place, name), folder).replace(os.sep, "/")
                     for name in names)
    return found


def check_file(folder, path, check):
    """Faults of one file as (file, reason) pairs; whatever the reader throws is one."""
    try:
        return [(path, reason) for reason in check(os.path.join(folder, path))]
    except Exception as error:  # a file that makes a reader fail does not open
        return [(path, "does not open: %s: %s" % (type(error).__name__, error))]


def main():
    """Checks every file of a folder."""
    if len(sys.argv) != 2 or not os.path.isdir(sys.argv[1]):
        print("usage: open_all.py OUT", file=sys.stderr)
        return 2
    folder = sys.argv[1].rstrip("/")
    files = list_files(folder)
    counts, bad, faults = collections.Counter(), collections.Counter(), []
    for path in sorted(files):
        kind = os.path.splitext(path)[1].lower()
        kind = MANIFEST if path == MANIFEST else kind if kind in CHECKS else "other"
        found = check_file(folder, path, CHECKS[kind]) if kind in CHECKS else []
        counts[kind] += 1
        bad[kind] += bool(found)
        faults += found
    if MANIFEST in files:
        try:
            found = check_manifest(folder, files)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            found = [(MANIFEST, "does not open: %r" % error)]
    else:
        found = [(MANIFEST, "is missing")]
    bad[MANIFEST] += bool(found)
    for path, reason in faults + found:
        print("%s: %s" % (path, reason))
    for kind in list(CHECKS) + [MANIFEST, "other"]:
        print("%s: %d files, %d with faults" % (kind.lstrip("."), counts[kind], bad[kind]))
    return 1 if faults or found else 0


if __name__ == "__main__":
    sys.exit(main())
