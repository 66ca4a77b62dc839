#!/usr/bin/python3
"""Counts the computed figures of a run, and the typed rates, a second time.

    count.py --config baocao.yaml --templates Templates --period 2023-Q2
             --figures OUT/figures.csv [--quality OUT/quality.csv] [--rejected OUT/rejected.csv]
             [--later OUT/figures.csv of the same period a year later: its column year_ago]
             [--former OUT/former-units.csv]
    count.py --config … --templates … --period … --emit FILE.csv

Exit status: 0 everything equal, 1 differences (printed), 2 the check could not be made.
"""

import argparse
import codecs
import collections
import csv
import os
import re
import sqlite3
import sys
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

sys.dont_write_bytecode = True
import common  # noqa: E402
import registers  # noqa: E402
from common import CheckError, clean, fold  # noqa: E402

SHOWN = 50
HEADER_LINES = 50
DELIMITERS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}
PLAIN_KINDS = ("incoming-documents", "outgoing-documents", "work-files", "tasks", "meetings")

# The first, due and finish day of each kind; closedAt and returnedAt count nowhere.
DAYS = {
    "dossiers": ("receivedAt", "dueAt", "finishedAt"),
    "incoming-documents": ("receivedAt", "dueAt", "finishedAt"),
    "outgoing-documents": ("issuedAt", None, None),
    "work-files": ("openedAt", None, None),
    "tasks": ("assignedAt", "dueAt", "finishedAt"),
    "meetings": ("heldAt", None, None),
}

# Fields kept besides unit and days, as columns of the kind's table.
KEPT = {
    "dossiers": ["channel", "serviceLevel", "status", "fee", "paymentChannel",
                 "componentsDigitised", "resultDigitised", "satisfaction", "procedure"],
    "incoming-documents": ["sentAs", "secret"],
    "outgoing-documents": ["sentAs", "digitallySigned", "secret"],
    "work-files": ["processedOnline", "secret"],
    "tasks": [],
    "meetings": ["tiers", "online", "paperless"],
}

FOOTER = re.compile(
    r"(tong( cong| so)?|cong|nguoi (lap|tong hop|in|ky)|lap bieu|thu truong|giam doc|chu tich"
    r"|noi nhan|ghi chu|ky ten|ky ghi ro)( |$)")
PLACE_AND_DATE = re.compile(r"\bngay( [0-9]+)? thang( [0-9]+)? nam\b|\bngay [0-9]+ [0-9]+ [0-9]{4}$")


# --- reading an export ------------------------------------------------------

def decode(path, encoding):
    """The text of an export; bytes that are no UTF-8 stay as lone surrogates."""
    with open(path, "rb") as stream:
        data = stream.read()
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    if encoding in ("auto", "utf-8", ""):
        text = data.decode("utf-8", "surrogateescape")
        return text[1:] if text.startswith("\ufeff") else text
    if encoding == "utf-16":
        return data.decode("utf-16-le")
    if encoding in ("windows-1258", "windows-1252"):
        return data.decode("cp" + encoding[-4:], "replace")
    raise CheckError("%s: this check does not read %s" % (path, encoding))


def split_lines(text):
    """The physical lines of a text, each with its line end."""
    lines = re.findall(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$", text)
    return lines


def records(lines, delimiter):
    """(first line, number of lines, cells) of every record; cells None for a broken quote.

    A quote that never closes, or that something other than a delimiter follows, breaks
    only the physical line where its record begins; reading goes on with the next line.
    """
    start = 0
    while start < len(lines):
        reader = csv.reader((lines[i] for i in range(start, len(lines))),
                            delimiter=delimiter, strict=True)
        before = 0
        try:
            for cells in reader:
                yield start + before, reader.line_num - before, cells
                before = reader.line_num
            return
        except csv.Error:
            yield start + before, 1, None
            start += before + 1


class Layout:
    """Where the fields of a kind stand in the cells of one header row."""

    def __init__(self, header, profile):
        folded = [fold(cell) for cell in header]
        self.width = len(header)
        self.places, self.all_places = {}, {}
        for field, names in profile.columns.items():
            found = [i for name in names for i, cell in enumerate(folded) if cell == name]
            if found:
                self.places[field], self.all_places[field] = found[0], found
        self.settle_receivers()

    def settle_receivers(self):
        """Takes the receiving unit for the unit where the header does not tell the two apart."""
        codes = {"agencyCode", "receivingAgencyCode"} <= self.places.keys()
        if "agencyName" in self.places or codes:
            return
        for part in ("Code", "Name"):
            place = self.places.pop("receivingAgency" + part, None)
            if place is not None:
                self.places.setdefault("agency" + part, place)

    def has_receivers(self):
        """True if a column says which unit received a row."""
        return not {"receivingAgencyCode", "receivingAgencyName"}.isdisjoint(self.places)

    def complete(self, kind):
        """True if every required field has a column."""
        needed = {"code", DAYS[kind][0]} <= self.places.keys()
        return needed and (kind != "dossiers" or bool(self.unit_places()))

    def unit_places(self):
        """The columns that name the unit."""
        return [self.places[f] for f in ("agencyCode", "agencyName") if f in self.places]

    def least_width(self, kind):
        """How many cells a row must have to hold the required fields."""
        last = max(self.places["code"], self.places[DAYS[kind][0]])
        if kind == "dossiers":
            last = max(last, min(self.unit_places()))
        return last + 1

    def cell(self, cells, field):
        """The trimmed text of a field, '' if the row or the table lacks it."""
        place = self.places.get(field)
        return clean(cells[place]) if place is not None and place < len(cells) else ""


class Profile:
    """A source profile with its names folded."""

    def __init__(self, path):
        data = common.load_yaml(path)
        self.encoding = data.get("encoding") or "auto"
        self.delimiter = data.get("delimiter") or "auto"
        self.columns = {field: [fold(name) for name in common.as_list(names)]
                        for field, names in (data.get("columns") or {}).items()}
        self.values = {field: fold_values(meanings)
                       for field, meanings in (data.get("values") or {}).items()}
        self.dates = common.DateReader(common.as_list(data.get("dates")))
        self.personal = common.as_list(data.get("personal"))
        self.seen = {}              # (field, text): our value, as texts repeat

    def delimiters(self):
        """The delimiters to try."""
        if self.delimiter == "auto":
            return [",", ";", "\t", "|"]
        return [DELIMITERS.get(self.delimiter, self.delimiter)]

    def value(self, field, text):
        """Our value of a text, '' for an empty or unknown one."""
        if text and (field, text) not in self.seen:
            self.seen[field, text] = self.values.get(field, {}).get(fold(text), "")
        return self.seen[field, text] if text else ""


def fold_values(meanings):
    """Folded text to our value, from value: [texts]."""
    known = {}
    for value, texts in (meanings or {}).items():
        for text in common.as_list(texts):
            known.setdefault(fold(text), value)
    return known


def is_number_row(cells):
    """True for a row such as (1),(2),(3)=(4)+(5) right below the header."""
    filled = [clean(cell) for cell in cells if clean(cell)]
    numbers = [cell.split("=")[0].strip("()[] ") for cell in filled]
    return len(numbers) >= 3 and numbers == [str(n + 1) for n in range(len(numbers))]


def find_header(lines, kind, profile):
    """(delimiter, first line, layout, folded header) of the best header line, or None."""
    best, score = None, 0
    for delimiter in profile.delimiters():
        for line, _, cells in records(lines[:HEADER_LINES * 4], delimiter):
            if line >= HEADER_LINES:
                break
            layout = Layout(cells or [], profile)
            if layout.complete(kind) and len(layout.places) > score:
                best = (delimiter, line, layout, [fold(cell) for cell in cells])
                score = len(layout.places)
    return best


class Export:
    """One export file: its ledger, its accepted rows and its rejected lines."""

    def __init__(self, base, path, kind, profile, catalogue):
        self.path, self.kind, self.profile, self.catalogue = path, kind, profile, catalogue
        self.ledger = collections.Counter()
        self.accepted = []          # (line, key, values)
        self.rejected = {}          # line: (reason, cells)
        lines = split_lines(decode(os.path.join(base, path), profile.encoding))
        self.ledger["lines"] = len(lines)
        found = find_header(lines, kind, profile)
        if not found:
            raise CheckError("%s: no header line of kind %s found" % (path, kind))
        delimiter, self.header_line, self.layout, self.header = found
        self.in_footer = False
        self.below_header = None
        for line, count, cells in records(lines, delimiter):
            self.take(line, count, cells, lines)
            if line == self.header_line:
                self.below_header = line + count

    def take(self, line, count, cells, lines):
        """Sorts one record into title, header, blank, footer and data."""
        sort = self.sort_of(line, cells)
        self.ledger[sort] += count
        if sort != "data":
            return
        self.ledger["rows"] += 1
        raw = "".join(lines[line:line + count])
        reason, key, values = self.judge(cells, raw)
        if reason:
            loose = cells if cells is not None else next(csv.reader([raw]), [])
            self.rejected[line + 1] = (reason, loose)
        else:
            self.accepted.append((line + 1, key, values))

    def sort_of(self, line, cells):
        """What a record is."""
        if cells is not None and not any(clean(cell) for cell in cells):
            return "blank"
        if line < self.header_line:
            return "title"
        if cells is None:
            return "data"
        if line == self.header_line or self.repeats_header(cells):
            return "header"
        if line == self.below_header and is_number_row(cells):
            return "header"
        if self.is_footer(cells):
            self.in_footer = True
            return "footer"
        self.in_footer = False
        return "data"

    def repeats_header(self, cells):
        """True for a header line that stands again further down."""
        return (len(cells) == len(self.header) and fold(cells[0]) == self.header[0]
                and [fold(cell) for cell in cells] == self.header)

    def is_footer(self, cells):
        """True for a row below the table: totals, signatures, place and date."""
        day = self.layout.cell(cells, DAYS[self.kind][0])
        code = self.layout.cell(cells, "code")
        if code and day and self.profile.dates.read(day):
            return False
        filled = [cell for cell in map(clean, cells) if cell]
        if FOOTER.match(fold(filled[0])):
            return True
        if len(filled) <= 2 and any(PLACE_AND_DATE.search(fold(cell)) for cell in filled):
            return True
        return self.in_footer and not (code and day) and 2 * len(filled) < self.layout.width

    def judge(self, cells, raw):
        """(reason, None, None) of a rejected row or (None, key, values) of an accepted one."""
        reason = self.form_fault(cells, raw)
        if reason:
            return reason, None, None
        first_field, due_field, finish_field = DAYS[self.kind]
        cell = lambda field: self.layout.cell(cells, field) if field else ""
        code, first_text = cell("code"), cell(first_field)
        if not code:
            return "missing-code", None, None
        if not first_text:
            return "missing-date", None, None
        days = [self.profile.dates.read(cell(f)) for f in (first_field, due_field, finish_field)]
        if None in days:
            return "bad-date", None, None
        first, due, finish = days
        if finish and finish < first:
            return "finished-before-received", None, None
        unit = self.catalogue.find(cell("agencyCode"), cell("agencyName"), first,
                                   code if self.kind == "dossiers" else "")
        if not unit:
            return "unknown-unit", None, None
        kept = [self.keep(field, cell(field)) for field in KEPT[self.kind]]
        if self.kind == "dossiers":
            kept.append((self.catalogue.find(
                cell("receivingAgencyCode"), cell("receivingAgencyName"), first) or unit).key)
        key = code if self.kind == "dossiers" else (code, unit.key, first)
        return None, key, [unit.key, first, due or None, finish or None] + kept

    def keep(self, field, text):
        """What is kept of a cell: a number, a code of a procedure, or our word for the text."""
        if field == "procedure":
            return registers.national(text)
        return read_fee(text) if field in ("fee", "tiers") else self.profile.value(field, text)

    def form_fault(self, cells, raw):
        """The reason why a row cannot be split into its fields, or None."""
        if cells is None:
            return "broken-quote"
        if any("\udc80" <= char <= "\udcff" for char in raw):
            return "bad-encoding"
        extra = any(clean(cell) for cell in cells[self.layout.width:])
        if extra or len(cells) < self.layout.least_width(self.kind):
            return "wrong-column-count"
        return None

    def personal_texts(self, line):
        """Texts of the personal columns of a rejected row, also where they were shifted to."""
        reason, cells = self.rejected[line]
        shift = 1
        if reason in ("wrong-column-count", "broken-quote"):
            shift = 2 + max(0, len(cells) - self.layout.width)
        texts = set()
        for field in self.profile.personal:
            for place in self.layout.all_places.get(field, ()):
                texts.update(clean(cell) for cell in cells[place:place + shift])
        return texts - {""}


def read_fee(text):
    """The đồng of a fee such as 20.000 or 20.000 đ; None if empty or not readable."""
    text = re.sub(r"\s*(đồng|vnđ|vnd|đ|₫|d)\.?$", "", text.lower()).strip()
    text = re.sub(r"(?<=[0-9])[\s\u00a0](?=[0-9]{3})", ".", text)
    if re.fullmatch(r"[0-9]+", text):
        return int(text)
    for thousands, point in ((".", ","), (",", ".")):
        pattern = r"[0-9]{1,3}(%s[0-9]{3})+(%s[0-9]+)?|[0-9]+%s[0-9]+" % (
            re.escape(thousands), re.escape(point), re.escape(point))
        if re.fullmatch(pattern, text):
            return float(text.replace(thousands, "").replace(point, "."))
    return None


# --- project ----------------------------------------------------------------

class Project:
    """What baocao.yaml says, its exports read and freed of duplicates."""

    def __init__(self, config, templates):
        data = common.load_yaml(config)
        self.base = os.path.dirname(os.path.abspath(config))
        self.templates = templates
        self.calendar = data.get("calendar") or "months"
        counting = data.get("counting") or {}
        self.withdrawn = switch(counting, "withdrawn", ("on-time", "by-date", "excluded"))
        self.waiting = switch(counting, "waiting", ("in-time", "by-date"))
        self.catalogue = common.Catalogue(
            os.path.join(templates, "provinces", data["province"], "units.csv"))
        self.sources = data.get("sources") or []
        self.kinds = {source["kind"] for source in self.sources}
        self.exports = []
        for source in data.get("sources") or []:
            if source["kind"] in DAYS:
                self.read_source(source)
        self.rows = {kind: self.winners(kind) for kind in self.kinds if kind in DAYS}

    def read_source(self, source):
        """Reads every file of one source once."""
        profile = Profile(self.profile_path(source["profile"]))
        seen = {export.path for export in self.exports if export.kind == source["kind"]}
        for path in common.matching_files(self.base, source["files"]):
            if path not in seen:
                self.exports.append(
                    Export(self.base, path, source["kind"], profile, self.catalogue))

    def profile_path(self, name):
        """A file of Templates/sources, or a path from the project folder."""
        named = os.path.join(self.templates, "sources", name + ".yaml")
        return named if os.path.isfile(named) else os.path.join(self.base, name)

    def winners(self, kind):
        """The row of each key that counts; the losers are counted as duplicates of their file."""
        chosen = {}
        exports = [export for export in self.exports if export.kind == kind]
        for export in sorted(exports, key=lambda export: common.natural_key(export.path)):
            for _, key, values in export.accepted:
                if key in chosen:
                    chosen[key][0].ledger["duplicates"] += 1
                chosen[key] = (export, values)
        return [values for _, values in chosen.values()]


def switch(counting, name, allowed):
    """A counting switch; the first allowed word is the default."""
    value = counting.get(name) or allowed[0]
    if value not in allowed:
        raise CheckError("counting.%s: unknown value %r" % (name, value))
    return value


# --- counting by SQL --------------------------------------------------------

DOSSIER_VIEW = """
CREATE VIEW dossier AS
SELECT d.unit, d.entry, d.receiver, d.receiving_entry, d.channel, d.serviceLevel, d.status, d.fee,
       d.paymentChannel,
       d.componentsDigitised, d.resultDigitised, d.satisfaction, d.procedure,
       d.first BETWEEN p.a AND p.b AS received,
       d.first < p.a AND (d.finish IS NULL OR d.finish >= p.a) AS carried,
       CASE WHEN d.finish IS NULL OR d.finish NOT BETWEEN p.a AND p.b THEN ''
            WHEN d.status = 'withdrawn' AND p.withdrawn = 'on-time' THEN 'on-time'
            WHEN d.finish < d.due THEN 'early'
            WHEN d.finish > d.due THEN 'late'
            ELSE 'on-time' END AS resolved,
       CASE WHEN d.first > p.b OR d.finish <= p.b THEN ''
            WHEN d.status = 'waiting' AND p.waiting = 'in-time' THEN 'in-time'
            WHEN d.due < p.b THEN 'overdue'
            ELSE 'in-time' END AS pending
FROM dossiers d, period p
WHERE d.status <> 'refused'
  AND NOT (d.status = 'withdrawn' AND p.withdrawn = 'excluded' AND d.finish IS NOT NULL)
"""

IN_PERIOD = "first BETWEEN (SELECT a FROM period) AND (SELECT b FROM period)"
FINISHED = "finish BETWEEN (SELECT a FROM period) AND (SELECT b FROM period)"
IN_TIME = "(due IS NULL OR finish <= due)"
OPEN = IN_PERIOD + " AND secret <> 'yes'"
OVERDUE = ("first <= (SELECT b FROM period) AND due < (SELECT b FROM period)"
           " AND (finish IS NULL OR finish > (SELECT b FROM period))")

# id: (kind of source, table, numerator condition, denominator condition or None)
INDICATORS = {
    "dossiers.received": ("dossiers", "dossier", "received", None),
    "dossiers.received.online":
        ("dossiers", "dossier", "received AND channel = 'online'", None),
    "dossiers.received.in-person":
        ("dossiers", "dossier", "received AND channel = 'in-person'", None),
    "dossiers.received.postal":
        ("dossiers", "dossier", "received AND channel = 'postal'", None),
    "dossiers.carried-over": ("dossiers", "dossier", "carried", None),
    "dossiers.resolved": ("dossiers", "dossier", "resolved <> ''", None),
    "dossiers.resolved.early": ("dossiers", "dossier", "resolved = 'early'", None),
    "dossiers.resolved.on-time": ("dossiers", "dossier", "resolved = 'on-time'", None),
    "dossiers.resolved.late": ("dossiers", "dossier", "resolved = 'late'", None),
    "dossiers.pending": ("dossiers", "dossier", "pending <> ''", None),
    "dossiers.pending.in-time": ("dossiers", "dossier", "pending = 'in-time'", None),
    "dossiers.pending.overdue": ("dossiers", "dossier", "pending = 'overdue'", None),
    "dossiers.refused":
        ("dossiers", "dossiers", IN_PERIOD + " AND status = 'refused'", None),
    "one-stop.on-time":
        ("dossiers", "dossier", "resolved IN ('early', 'on-time')", "resolved <> ''"),
    "one-stop.received": ("dossiers", "dossier", "received", None),
    "one-stop.online-intake":
        ("dossiers", "dossier", "received AND channel = 'online'", "received"),
    "one-stop.full-online":
        ("dossiers", "dossier", "received AND serviceLevel = 'full' AND channel = 'online'",
         "received AND serviceLevel = 'full'"),
    "one-stop.online-payment":
        ("dossiers", "dossier", "received AND fee > 0 AND paymentChannel = 'online'",
         "received AND fee > 0"),
    "one-stop.components-digitised":
        ("dossiers", "dossier", "received AND componentsDigitised = 'yes'", "received"),
    "one-stop.results-digitised":
        ("dossiers", "dossier", "resolved <> '' AND resultDigitised = 'yes'", "resolved <> ''"),
    "one-stop.satisfaction":
        ("dossiers", "dossier",
         "resolved <> '' AND satisfaction IN ('satisfied', 'very-satisfied')",
         "resolved <> '' AND satisfaction <> ''"),
    "one-stop.resolved-of-due":
        ("dossiers", "dossier", "resolved IN ('early', 'on-time')",
         "resolved <> '' OR pending = 'overdue'"),
    "one-stop.apologies-due":
        ("dossiers", "dossier", "resolved = 'late' OR pending = 'overdue'", None),
    "ioffice.electronic-sent":
        ("outgoing-documents", "outgoing_documents",
         OPEN + " AND sentAs IN ('electronic', 'both')", OPEN),
    "ioffice.work-files-online":
        ("work-files", "work_files", OPEN + " AND processedOnline = 'yes'", OPEN),
    "ioffice.signed-outgoing":
        ("outgoing-documents", "outgoing_documents", OPEN + " AND digitallySigned = 'yes'", OPEN),
    "ioffice.electronic-only":
        ("outgoing-documents", "outgoing_documents", OPEN + " AND sentAs = 'electronic'", OPEN),
    "ioffice.incoming-on-time":
        ("incoming-documents", "incoming_documents", FINISHED + " AND " + IN_TIME, FINISHED),
    "ioffice.tasks-on-time": ("tasks", "tasks", FINISHED + " AND " + IN_TIME, FINISHED),
    "ioffice.tasks-overdue": ("tasks", "tasks", OVERDUE, None),
    "meetings.online":
        ("meetings", "meetings", IN_PERIOD + " AND tiers >= 2 AND online = 'yes'",
         IN_PERIOD + " AND tiers >= 2"),
    "meetings.paperless": ("meetings", "meetings", IN_PERIOD + " AND paperless = 'yes'", IN_PERIOD),
}


# Indicators that count for the unit that received a dossier.
RECEIVING = {
    "one-stop.received", "one-stop.online-intake", "one-stop.full-online",
    "one-stop.online-payment", "one-stop.components-digitised",
}

# Indicators that are not counted row by row: id to the kinds they need.
OTHERS = {
    "one-stop.intake-per-staff": ("dossiers", "staff"),
    "one-stop.units-using": ("dossiers",),
    "ioffice.units-using": ("outgoing-documents",),
    "ioffice.departments-reaching": ("work-files",),
    "ioffice.divisions-reaching": ("work-files",),
    "plan.tasks-done": ("plan-tasks",),
}
PROVINCE_OFFICES = ("sở", "ban", "văn phòng", "thanh tra")


# Shares of the units of a level: none where the level is not.
ABOUT_LEVEL = {"ioffice.divisions-reaching": "huyen"}


def other_parts(base, project, shown, last):
    """(indicator, unit, numerator, denominator) of what is not counted row by row."""
    own = lambda name: {unit: (top, bottom) for unit, top, bottom in base.execute(
        "SELECT unit, numerator, denominator FROM own_count WHERE indicator = ?", (name,))}
    if "dossiers" in project.kinds:
        using = {unit for unit, in base.execute(
            "SELECT DISTINCT unit FROM dossier WHERE received OR carried")}
        for unit in shown:
            yield "one-stop.units-using", unit, int(unit in using), 1
        if "staff" in project.kinds:
            for unit, top in base.execute(
                    "SELECT receiver, TOTAL(received) FROM dossier GROUP BY receiver").fetchall():
                yield "one-stop.intake-per-staff", unit, top, 0
            for unit, people in registers.staff(project, shown, last).items():
                yield "one-stop.intake-per-staff", unit, 0, people
    if "outgoing-documents" in project.kinds:
        using = {unit for unit, in base.execute(
            "SELECT DISTINCT unit FROM outgoing_documents WHERE " + IN_PERIOD)}
        for unit in shown:
            yield "ioffice.units-using", unit, int(unit in using), 1
    if "work-files" in project.kinds:
        for unit, (top, bottom) in own("ioffice.work-files-online").items():
            if not bottom or unit not in shown:
                continue
            rate = Decimal(value_text(int(top), int(bottom)))
            if shown[unit].kind in PROVINCE_OFFICES:
                yield "ioffice.departments-reaching", unit, int(rate >= 80), 1
            if shown[unit].level == "huyen":
                yield "ioffice.divisions-reaching", unit, int(rate >= 50), 1
    if "plan-tasks" in project.kinds:
        for unit, done in registers.tasks(project, shown, province(shown), last):
            yield "plan.tasks-done", unit, done, 1


# id: (condition of the list's rows, condition of the dossiers)
PROCEDURE_SHARES = {
    "procedures.with-online-dossiers":
        ("service IN ('full', 'partial')", "received AND channel = 'online'"),
    "procedures.paid-online":
        ("fee = 'yes'", "received AND dossier.fee > 0 AND paymentChannel = 'online'"),
}


def procedure_shares(base, project, shown):
    """((owner, scope, indicator), (numerator, denominator)): every procedure once in a scope."""
    table = list(registers.procedures(project))
    if not table or "dossiers" not in project.kinds:
        return
    base.execute("CREATE TABLE listed (code, level, service, fee)")
    for code, levels, service, fee in table:
        base.executemany("INSERT INTO listed VALUES (?, ?, ?, ?)",
                         [(code, level, service, fee) for level in levels or common.LEVELS])
    base.execute("CREATE TABLE covers (owner, scope, level)")
    for owner, scope in list(base.execute("SELECT DISTINCT owner, scope FROM member")):
        levels = {shown[unit].level for unit, in base.execute(
            "SELECT unit FROM member WHERE owner = ? AND scope = ?", (owner, scope))
            if unit in shown}
        if owner == province(shown) and scope == "area":
            levels = set(common.LEVELS)
        base.executemany("INSERT INTO covers VALUES (?, ?, ?)",
                         [(owner, scope, level) for level in levels])
    for name, (listed, having) in PROCEDURE_SHARES.items():
        base.execute("CREATE TEMP TABLE used AS SELECT DISTINCT unit, procedure FROM dossier"
                     " WHERE " + having)
        cases = ("SELECT owner, scope, COUNT(DISTINCT code) FROM covers JOIN listed USING (level)"
                 " WHERE %s%%s GROUP BY owner, scope" % listed)
        some = (" AND EXISTS (SELECT 1 FROM member JOIN used USING (unit) WHERE"
                " member.owner = covers.owner AND member.scope = covers.scope"
                " AND used.procedure = listed.code)")
        counted = {(owner, scope): 0 for owner, scope in base.execute(
            "SELECT DISTINCT owner, scope FROM member")}
        tops = dict(counted)
        counted.update({row[:2]: row[2] for row in base.execute(cases % "")})
        tops.update({row[:2]: row[2] for row in base.execute(cases % some)})
        base.execute("DROP TABLE used")
        for key, bottom in counted.items():
            yield (*key, name), (tops[key], bottom)


def load(project, first, last, shown):
    """An in-memory database with one table per kind and the settings of the period."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE period (a, b, withdrawn, waiting)")
    places = {key: project.catalogue.place(unit, shown)
              for key, unit in project.catalogue.by_key.items()}
    base.execute("INSERT INTO period VALUES (?, ?, ?, ?)",
                 (first, last, project.withdrawn, project.waiting))
    for kind, rows in project.rows.items():
        columns = ["unit", "entry", "first", "due", "finish"] + KEPT[kind]
        columns += ["receiving_entry", "receiver"] if kind == "dossiers" else []
        table = kind.replace("-", "_")
        base.execute("CREATE TABLE %s (%s)" % (table, ", ".join(columns)))
        base.executemany("INSERT INTO %s VALUES (%s)" % (table, ", ".join("?" * len(columns))),
                         [(places[row[0]], *row, *([places[row[-1]]] if kind == "dossiers" else []))
                          for row in rows])
    if "dossiers" in project.rows:
        base.execute(DOSSIER_VIEW)
    return base


def load_scopes(base, shown):
    """Table member: which units' rows make a figure of an owner and a scope."""
    base.execute("CREATE TABLE member (owner, scope, unit)")
    rows = [(code, "own", code) for code in shown]
    for code in shown:
        rows += [(above, "area", code) for above in common.chain(shown, code)]
    top = province(shown)
    rows += [(top, "level:" + unit.level, code) for code, unit in shown.items()]
    base.executemany("INSERT INTO member VALUES (?, ?, ?)", rows)


def province(units):
    """The code of the province: the unit of level tinh without a parent."""
    tops = [code for code, unit in units.items() if unit.level == "tinh" and not unit.parent]
    if len(tops) != 1:
        raise CheckError("the catalogue has %d units of level tinh without a parent" % len(tops))
    return tops[0]


def count(base, project, shown, period, last):
    """(owner, scope, indicator) to (numerator, denominator or None)."""
    kinds = project.kinds
    base.execute("CREATE TABLE own_count (indicator, unit, numerator, denominator)")
    asked = [name for name, parts in INDICATORS.items() if parts[0] in kinds]
    if not any(export.layout.has_receivers() for export in project.exports):
        asked = [name for name in asked if name != "one-stop.received"]
    for name in asked:
        _, table, top, bottom = INDICATORS[name]
        place = "receiver" if name in RECEIVING else "unit"
        base.execute("INSERT INTO own_count SELECT ?, %s, TOTAL(%s), TOTAL(%s) FROM %s"
                     " GROUP BY %s" % (place, top, bottom or "0", table, place), (name,))
    others = list(other_parts(base, project, shown, last))
    levels = {unit.level for unit in shown.values()}
    asked += [name for name, needed in OTHERS.items() if kinds.issuperset(needed)
              and ABOUT_LEVEL.get(name, "tinh") in levels]
    typed = []
    if "indicator-values" in kinds:
        typed = list(registers.typed_rates(project, shown, period, last))
    base.executemany("INSERT INTO own_count VALUES (?, ?, ?, ?)", others + typed)
    base.execute("CREATE INDEX by_unit ON own_count (unit, indicator)")
    figures = {(owner, scope, name): (0, 0)
               for owner, scope in base.execute("SELECT DISTINCT owner, scope FROM member")
               for name in asked}
    query = """SELECT owner, scope, indicator, SUM(numerator), SUM(denominator)
               FROM member JOIN own_count USING (unit) GROUP BY owner, scope, indicator"""
    for owner, scope, name, top, bottom in base.execute(query):
        figures[owner, scope, name] = (int(top), int(bottom))
    if "procedures" in kinds:
        figures.update(procedure_shares(base, project, shown))
    return {key: (top, bottom if key[2] not in INDICATORS or INDICATORS[key[2]][3] else None)
            for key, (top, bottom) in figures.items()}


def value_text(top, bottom, name=""):
    """The value of a figure as it should be printed."""
    if bottom is None:
        return str(top)
    if bottom == 0:
        return ""
    factor = 1 if name == "one-stop.intake-per-staff" else 100
    percent = Decimal(factor * top) / Decimal(bottom)
    return str(percent.quantize(Decimal("0.01"), ROUND_HALF_UP))


# --- comparing --------------------------------------------------------------

def same_number(text, expected):
    """True if two cells hold the same number or are both empty."""
    if text == "" or expected == "":
        return text == expected
    try:
        return Decimal(text) == Decimal(expected)
    except InvalidOperation:
        return False


def compare_figures(path, period, figures, units):
    """Differences between what was counted and figures.csv."""
    faults, seen = [], set()
    counted = {name for _, _, name in figures}
    for row in common.read_table(path):
        if row["indicator"] not in counted:
            continue
        key = row["unit"], row["scope"], row["indicator"]
        name = "%s %s %s" % key
        if key in seen:
            faults.append("%s: stands twice" % name)
            continue
        seen.add(key)
        if key not in figures:
            faults.append("%s: not expected (numerator %s)" % (name, row["numerator"]))
            continue
        faults += compare_row(row, name, period, units[row["unit"]].level, figures[key])
    for key in sorted(figures.keys() - seen):
        faults.append("%s %s %s: missing, counted %s" % (*key, figures[key][0]))
    return faults


def compare_year_ago(path, figures):
    """Differences between what was counted and the year_ago column of the run a year later."""
    faults, seen = [], 0
    for row in common.read_table(path):
        key = row["unit"], row["scope"], row["indicator"]
        if key not in figures or row["indicator"] not in INDICATORS:
            continue
        seen += 1
        expected = value_text(*figures[key], row["indicator"])
        if not same_number(row["year_ago"], expected):
            faults.append("%s %s %s: year_ago is %r, counted %r" % (*key, row["year_ago"], expected))
    return faults if seen else ["%s: no figure was compared" % path]


def compare_former(path, period, base, project, shown):
    """Differences between former-units.csv and the rows of every unit as it was then, and between
    its sum and the province's."""
    first, last = base.execute("SELECT a, b FROM period").fetchone()
    catalogue, counted, total = project.catalogue, {}, collections.Counter()
    for name, (kind, table, top, bottom) in INDICATORS.items():
        if kind not in project.kinds:
            continue
        column = "receiving_entry" if name in RECEIVING else "entry"
        for entry, above, below in base.execute(
                "SELECT %s, TOTAL(%s), TOTAL(%s) FROM %s GROUP BY %s"
                % (column, top, bottom or "0", table, column)):
            place = catalogue.former_place(catalogue.by_key[entry], shown, first, last)
            parts = counted.setdefault((*place, name), [0, 0])
            parts[0] += int(above)
            parts[1] += int(below)
            total[name] += int(above)
    faults, written = [], collections.Counter()
    for row in common.read_table(path):
        if row["period"] != period or row["scope"] != "own" or row["indicator"] not in INDICATORS:
            continue
        key = row["unit"], row["last_day"], row["indicator"]
        top, bottom = counted.pop(key, [0, 0])
        written[row["indicator"]] += int(row["numerator"])
        if [row["numerator"], row["denominator"] or "0"] != [str(top), str(bottom)]:
            faults.append("former %s: %s/%s, counted %d/%d"
                          % (" ".join(key), row["numerator"], row["denominator"], top, bottom))
    faults += ["former %s: missing, counted %s" % (" ".join(key), parts)
               for key, parts in sorted(counted.items()) if any(parts)]
    faults += ["former %s: the sum is %d, counted %d" % (name, written[name], number)
               for name, number in total.items() if written[name] != number]
    return faults if written else ["%s: no figure was compared" % path]


def compare_row(row, name, period, level, counted):
    """Differences of one row."""
    top, bottom = counted
    expected = {"numerator": str(top), "denominator": "" if bottom is None else str(bottom),
                "value": value_text(top, bottom, row["indicator"])}
    faults = ["%s: %s is %r, counted %r" % (name, column, row[column], text)
              for column, text in expected.items() if not same_number(row[column], text)]
    for column, text in (("period", period), ("level", level)):
        if row[column] != text:
            faults.append("%s: %s is %r, expected %r" % (name, column, row[column], text))
    return faults


def compare_quality(path, project):
    """Differences between the ledgers and quality.csv."""
    faults, seen = [], set()
    for row in common.read_table(path):
        faults += ledger_faults(row)
        export = find_export(project, row)
        if not export:
            continue
        seen.add(export)
        ledger = export.ledger
        rejected = len(export.rejected)
        counted = {"lines": ledger["lines"], "duplicates": ledger["duplicates"],
                   "rejected": rejected,
                   "accepted": ledger["rows"] - rejected - ledger["duplicates"]}
        for column, number in counted.items():
            if row[column] != str(number):
                faults.append("quality %s: %s is %s, counted %d"
                              % (row["file"], column, row[column], number))
    for export in project.exports:
        if export not in seen:
            faults.append("quality: %s is missing" % export.path)
    return faults


def ledger_faults(row):
    """Faults of the sums of one ledger."""
    number = lambda *names: sum(int(row[name] or 0) for name in names)
    faults = []
    if number("lines") != number("title_lines", "header_lines", "blank_lines",
                                 "footer_lines", "data_lines"):
        faults.append("quality %s: the lines do not add up" % row["file"])
    if number("rows") != number("accepted", "duplicates", "rejected"):
        faults.append("quality %s: the rows do not add up" % row["file"])
    return faults


def find_export(project, row):
    """The export a row of quality.csv or rejected.csv is about, or None."""
    path = common.same_file([export.path for export in project.exports], row["file"])
    exports = [export for export in project.exports if export.path == path]
    named = [export for export in exports if export.kind == row["source"]]
    return (named or exports or [None])[0]


def compare_rejected(path, project):
    """Rejected rows that differ, and personal texts that left the reader."""
    faults, seen = [], set()
    for row in common.read_table(path):
        export = find_export(project, row)
        if not export:
            continue
        line = int(row["line"] or 0)
        seen.add((export.path, line))
        where = "rejected %s:%d" % (export.path, line)
        if line not in export.rejected:
            faults.append("%s (%s): not rejected here" % (where, row["reason"]))
            continue
        text = clean(row["text"])
        plain = re.sub(r"^['\t](?=[=+\-@])", "", text)
        if row["field"] in export.profile.personal:
            faults.append("%s: names the personal field %s" % (where, row["field"]))
        if text and {text, plain} & export.personal_texts(line):
            faults.append("%s: holds the text of a personal column" % where)
    for export in project.exports:
        for line, (reason, _) in sorted(export.rejected.items()):
            if (export.path, line) not in seen:
                faults.append("rejected %s:%d: missing, rejected here for %s"
                              % (export.path, line, reason))
    return faults


# --- main -------------------------------------------------------------------

def emit(path, period, figures, units):
    """Writes what was counted, in the columns of figures.csv."""
    with open(path, "w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow("period unit level scope indicator numerator denominator value".split())
        for (unit, scope, name), (top, bottom) in sorted(figures.items()):
            writer.writerow([period, unit, units[unit].level, scope, name, top,
                             "" if bottom is None else bottom, value_text(top, bottom, name)])


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("--config", "--templates", "--period"):
        parser.add_argument(name, required=True)
    for name in ("--figures", "--later", "--former", "--quality", "--rejected", "--emit"):
        parser.add_argument(name)
    options = parser.parse_args()
    if not options.figures and not options.emit:
        parser.error("--figures or --emit is needed")
    return options


def main():
    """Counts, then compares or writes."""
    options = arguments()
    project = Project(options.config, options.templates)
    first, last = common.period_days(options.period, project.calendar)
    units = project.catalogue.shown(last)
    base = load(project, first, last, units)
    load_scopes(base, units)
    figures = count(base, project, units, options.period, last)
    if options.emit:
        emit(options.emit, options.period, figures, units)
    faults = []
    if options.figures:
        faults += compare_figures(options.figures, options.period, figures, units)
    if options.later:
        faults += compare_year_ago(options.later, figures)
    if options.former:
        faults += compare_former(options.former, options.period, base, project, units)
    if options.quality:
        faults += compare_quality(options.quality, project)
    if options.rejected:
        faults += compare_rejected(options.rejected, project)
    for fault in faults[:SHOWN]:
        print(fault)
    if faults:
        print("%d differences" % len(faults))
        return 1
    print("%d figures %s" % (len(figures), "equal" if options.figures else "written"))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (CheckError, KeyError) as error:
        print("count.py: %s" % (error if isinstance(error, CheckError) else repr(error)),
              file=sys.stderr)
        sys.exit(2)
