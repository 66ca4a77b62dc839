"""Shared helpers of the independent check: folding, dates, periods, units, CSV.

Written from the contract alone; nothing here is taken from the main program.
"""

import csv
import datetime
import glob
import itertools
import os
import re
import unicodedata

import yaml

csv.field_size_limit(1 << 30)

LEVELS = ("tinh", "huyen", "xa")


class CheckError(Exception):
    """The check itself cannot go on (missing file, unreadable setting)."""


# --- text -----------------------------------------------------------------

def clean(text):
    """A cell without the white space and invisible marks around it."""
    return text.strip().strip("\ufeff\u200b\u200c\u200d\u2060").strip()


def fold(text):
    """Text without case, accents (đ = d), punctuation and extra spaces."""
    kept = []
    for char in unicodedata.normalize("NFD", text.lower().replace("đ", "d")):
        category = unicodedata.category(char)
        if category in ("Mn", "Cf"):
            continue
        kept.append(char if category[0] in "LN" else " ")
    return " ".join("".join(kept).split())


def fold_unit(text):
    """A unit's name folded, also without the words Ủy ban nhân dân / UBND."""
    words = " %s " % fold(text)
    for phrase in (" uy ban nhan dan ", " ubnd "):
        while phrase in words:
            words = words.replace(phrase, " ")
    return " ".join(words.split())


TONES = "\u0300\u0301\u0303\u0309\u0323"


def accented_unit(text):
    """A unit's name with its accents in one way of writing: small, the tone behind the word."""
    words = []
    for word in re.split(r"[^\w]+", unicodedata.normalize("NFC", text.lower())):
        marks = unicodedata.normalize("NFD", word)
        words.append("".join(sorted(marks, key=lambda char: char in TONES)))
    plain = " %s " % " ".join(word for word in words if word)
    for phrase in ("ủy ban nhân dân", "uỷ ban nhân dân", "ubnd"):
        marked = " ".join("".join(sorted(unicodedata.normalize("NFD", word),
                                         key=lambda char: char in TONES))
                          for word in phrase.split())
        plain = plain.replace(" %s " % marked, " ")
    return " ".join(plain.split())


def natural_key(path):
    """A sort key in which runs of digits compare as numbers."""
    parts = re.split(r"([0-9]+)", path)
    numbered = [(0, int(part), "") if part.isdigit() else (1, 0, part)
                for part in parts if part]
    return numbered, path


def as_list(value):
    """A YAML scalar or list as a list."""
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


def load_yaml(path):
    """A YAML file with every scalar kept as text (yes and no are no booleans)."""
    try:
        with open(path, encoding="utf-8-sig") as stream:
            return yaml.load(stream, Loader=yaml.BaseLoader) or {}
    except OSError as error:
        raise CheckError("cannot read %s: %s" % (path, error.strerror))
    except yaml.YAMLError as error:
        raise CheckError("cannot parse %s: %s" % (path, error))


def read_table(path):
    """The rows of a plain UTF-8, comma separated file, as dictionaries."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream, strict=True))
    except OSError as error:
        raise CheckError("cannot read %s: %s" % (path, error.strerror))
    except (csv.Error, UnicodeDecodeError) as error:
        raise CheckError("cannot parse %s: %s" % (path, error))
    for number, row in enumerate(rows, 1):
        if None in row or None in row.values():
            raise CheckError("%s: row %d is not as wide as the header" % (path, number))
    return rows


# --- dates ----------------------------------------------------------------

# What each part of a date format reads; one-digit days and months are taken too.
DATE_PARTS = [
    ("yyyy", r"(?P<year>[0-9]{4})"),
    ("yy", r"(?P<short>[0-9]{2})"),
    ("MM", r"(?P<month>[0-9]{1,2})"), ("M", r"(?P<month>[0-9]{1,2})"),
    ("dd", r"(?P<day>[0-9]{1,2})"), ("d", r"(?P<day>[0-9]{1,2})"),
    ("HH", r"(?P<hour>[0-9]{1,2})"), ("H", r"(?P<hour>[0-9]{1,2})"),
    ("hh", r"(?P<half>[0-9]{1,2})"), ("h", r"(?P<half>[0-9]{1,2})"),
    ("mm", r"(?P<minute>[0-9]{2})"), ("ss", r"(?P<second>[0-9]{2})"),
    ("SSSSSS", r"[0-9]{6}"), ("SSS", r"[0-9]{3}"),
    ("XXX", r"(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})"),
    ("XX", r"(?P<zone>Z|[+-][0-9]{4})"), ("X", r"(?P<zone>Z|[+-][0-9]{2,4})"),
    ("Z", r"(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})"),
    ("a", r"(?P<ampm>AM|PM|am|pm|SA|CH|sa|ch)"),
]


def date_pattern(form):
    """The regular expression of a format such as dd/MM/yyyy HH:mm."""
    pattern, place = "", 0
    while place < len(form):
        if form[place] == "'":
            end = form.find("'", place + 1)
            end = len(form) if end < 0 else end
            pattern += re.escape(form[place + 1:end]) or "'"
            place = end + 1
            continue
        for letters, regex in DATE_PARTS:
            if form.startswith(letters, place):
                pattern += regex
                place += len(letters)
                break
        else:
            pattern += r"\s+" if form[place] == " " else re.escape(form[place])
            place += 1
    return re.compile(pattern)


def build_day(found):
    """The calendar day in Asia/Ho_Chi_Minh of a match, or None."""
    part = {name: text for name, text in found.groupdict().items() if text}
    hour = int(part.get("hour", 0))
    if "half" in part:
        hour = int(part["half"]) % 12
        if part.get("ampm", "").lower() in ("pm", "ch"):
            hour += 12
    try:
        year = int(part.get("year", 0))
        if "short" in part:
            year = int(part["short"]) + (2000 if int(part["short"]) < 70 else 1900)
        moment = datetime.datetime(year, int(part["month"]), int(part["day"]), hour,
                                   int(part.get("minute", 0)), int(part.get("second", 0)))
        if "zone" in part:
            moment += datetime.timedelta(minutes=7 * 60 - zone_minutes(part["zone"]))
    except (KeyError, ValueError, OverflowError):
        return None
    return moment.date().isoformat()


def zone_minutes(text):
    """Minutes east of Greenwich of Z, +07, +0700 or +07:00."""
    if text == "Z":
        return 0
    digits = text[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    return -minutes if text[0] == "-" else minutes


# What the words that are no pattern read.
ISO = ["yyyy-MM-dd" + gap + time + zone for gap in ("'T'", " ")
       for time in ("HH:mm", "HH:mm:ss", "HH:mm:ss.SSS") for zone in ("", "Z")]
SERIAL = re.compile(r"([0-9]{5})(?:[.,][0-9]+)?")
FIRST_SERIAL = datetime.date(1899, 12, 30)


class DateReader:
    """Reads days by the formats of a profile; remembers texts it has seen."""

    def __init__(self, formats):
        self.reads_serials = "excel" in formats
        forms = [form for word in formats if word != "excel"
                 for form in (ISO if word == "iso" else [word])]
        self.patterns = [date_pattern(form) for form in forms]
        self.seen = {}

    def read(self, text):
        """'' for an empty text, None for one no format reads, else YYYY-MM-DD."""
        text = clean(text)
        if not text:
            return ""
        if text not in self.seen:
            self.seen[text] = self.find(text)
        return self.seen[text]

    def find(self, text):
        """The first reading that a format and the calendar allow."""
        for pattern in self.patterns:
            found = pattern.fullmatch(text)
            day = build_day(found) if found else None
            if day:
                return day
        found = SERIAL.fullmatch(text) if self.reads_serials else None
        if found and 25569 <= int(found.group(1)) <= 73050:
            return (FIRST_SERIAL + datetime.timedelta(int(found.group(1)))).isoformat()
        return None


# --- periods --------------------------------------------------------------

def period_months(period):
    """Year, first and last month of 2023-06, 2023-Q2, 2023-H1, 2023-9M or 2023."""
    found = re.fullmatch(r"([0-9]{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])|(9M)))?", period)
    if not found:
        raise CheckError("unknown period %r" % period)
    year = int(found.group(1))
    if found.group(2):
        return year, int(found.group(2)), int(found.group(2))
    if found.group(3):
        return year, 3 * int(found.group(3)) - 2, 3 * int(found.group(3))
    if found.group(4):
        return year, 6 * int(found.group(4)) - 5, 6 * int(found.group(4))
    return (year, 1, 9) if found.group(5) else (year, 1, 12)


def period_days(period, calendar):
    """First and last day of a period as YYYY-MM-DD."""
    year, first, last = period_months(period)
    if calendar == "months":
        start = datetime.date(year, first, 1)
        following = datetime.date(year + last // 12, last % 12 + 1, 1)
        return start.isoformat(), (following - datetime.timedelta(days=1)).isoformat()
    if calendar == "decree-09":
        before = (year - 1, 12) if first == 1 else (year, first - 1)
        return (datetime.date(before[0], before[1], 15).isoformat(),
                datetime.date(year, last, 14).isoformat())
    raise CheckError("unknown calendar %r" % calendar)


# --- units ----------------------------------------------------------------

class Unit:
    """One line of the unit catalogue."""

    days = DateReader(["yyyy-MM-dd", "dd/MM/yyyy"])

    def __init__(self, row):
        self.code = clean(row["code"])
        self.level = clean(row["level"])
        self.kind = clean(row["kind"])
        self.parent = clean(row["parent"])
        self.agency_codes = split_list(row.get("agency_codes"))
        self.name = row["name"]
        self.names = {fold_unit(name)
                      for name in [row["name"]] + split_list(row.get("aliases"))} - {""}
        self.accented = {accented_unit(name)
                         for name in [row["name"]] + split_list(row.get("aliases"))}
        self.valid_from = self.edge(row.get("valid_from"), "0001-01-01")
        self.valid_to = self.edge(row.get("valid_to"), "9999-12-31")
        self.successors = [code.rstrip("?") for code in split_list(row.get("successor"))]
        self.key = "%s@%s" % (self.code, self.valid_to)

    def edge(self, text, default):
        """One end of the days of validity."""
        day = self.days.read(text or "")
        if day is None:
            raise CheckError("unit %s: unreadable day %r" % (self.code, text))
        return day or default

    def valid(self, first, last):
        """True if the entry holds on a day of [first, last]."""
        return self.valid_from <= last and self.valid_to >= first


def split_list(text):
    """The parts of a cell separated by |."""
    return [clean(part) for part in (text or "").split("|") if clean(part)]


class Catalogue:
    """The units of a province and how a row's unit is found."""

    def __init__(self, path):
        self.units = [Unit(row) for row in read_table(path)]
        self.by_code, self.by_old_code, self.by_name = {}, {}, {}
        for unit in self.units:
            for code in {unit.code, *unit.agency_codes}:
                self.by_code.setdefault(code, []).append(unit)
            for code in set(itertools.chain(*map(old_codes, unit.agency_codes))):
                self.by_old_code.setdefault(code, []).append(unit)
            for name in unit.names:
                self.by_name.setdefault(name, []).append(unit)
        self.folded = {}

        self.by_key = {unit.key: unit for unit in self.units}

    def find_code(self, code, day):
        """The entry that an agency's code means, or None."""
        return only(self.by_code.get(code) or self.by_old_code.get(code), day)

    def find(self, code, name, day, dossier=""):
        """The entry of the row's unit on its first day, or None."""
        code, name = clean(code), clean(name)
        if not code and not name:
            start = DOSSIER_CODE.fullmatch(dossier)
            return self.find_code(start.group(1), day) if start else None
        found = self.find_code(code, day) if code else None
        if not found and name:
            if name not in self.folded:
                self.folded[name] = fold_unit(name)
            units = self.by_name.get(self.folded[name]) or []
            exact = [unit for unit in units if accented_unit(name) in unit.accented]
            found = only(exact or units, day)
        return found

    def shown(self, last):
        """Code to entry for the units of the reports of a period that ends on a day: those of
        that day, but none from before or after the newest province."""
        home = max((unit for unit in self.units if not unit.parent), key=lambda u: u.valid_from)
        day = min(max(last, home.valid_from), home.valid_to)
        return {unit.code: unit for unit in self.units if unit.valid(day, day)}

    def on(self, code, day):
        """The entry of a code on a day, else its newest one, or None."""
        own = [unit for unit in self.units if unit.code == code]
        living = [unit for unit in own if unit.valid(day, day)]
        return (living or [None])[0] or max(own, key=lambda u: u.valid_from, default=None)

    def heirs(self, unit):
        """The entry and what came of it, one after another: the (larger) successor, else the
        same code's next entry, else the unit above."""
        seen = []
        while unit and unit not in seen:
            seen.append(unit)
            after = next_day(unit.valid_to)
            later = self.on(unit.code, after)
            if unit.successors:
                unit = self.on(unit.successors[0], after)
            elif later.valid(after, after) and later is not unit:
                unit = later
            else:
                unit = self.on(unit.parent, unit.valid_to) if unit.parent else None
        return seen

    def place(self, unit, shown):
        """The code of the unit among those shown that an entry's rows count for, or None."""
        return next((heir.code for heir in self.heirs(unit) if shown.get(heir.code) is heir), None)

    def former_place(self, unit, shown, first, last):
        """(code, last day) of the unit of the period that an entry's rows belong to as it was
        then; the last day is '' for one of those shown."""
        for heir in self.heirs(unit):
            if shown.get(heir.code) is heir:
                return heir.code, ""
            if heir.valid(first, last):
                return heir.code, heir.valid_to
        return None


def next_day(day):
    """The day after, as YYYY-MM-DD."""
    if day == "9999-12-31":
        return day
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat()


def only(units, day):
    """The one entry that is meant on a day; None if there is none or several codes.

    Those valid on the day; else those that ended last before it; else those that begin first.
    """
    units = units or []
    meant = [unit for unit in units if unit.valid(day, day)]
    if not meant:
        ended = [unit for unit in units if unit.valid_to < day]
        edge = max((unit.valid_to for unit in ended), default=None)
        meant = [unit for unit in ended if unit.valid_to == edge]
    if not meant:
        edge = min((unit.valid_from for unit in units), default=None)
        meant = [unit for unit in units if unit.valid_from == edge]
    return meant[0] if len({unit.code for unit in meant}) == 1 else None


# A dossier's code: the agency's code, the day, a running number.
DOSSIER_CODE = re.compile(r"(.*)-[0-9]{6}-[0-9]{1,6}")


def old_codes(code):
    """How H59.951.09 was written before 2020: 009.00.51.H59 or 000.09.51.H59."""
    parts = re.fullmatch(r"([A-Z][0-9]{2})((?:\.[0-9]+){0,3})", code)
    if not parts:
        return []
    below = parts.group(2).split(".")[1:]
    second = below[0].zfill(2)[-2:] if below else "00"
    ends = [("", "")]
    if len(below) == 2:
        ends = [(below[1], ""), ("", below[1])]
    elif len(below) == 3:
        ends = [(below[2], below[1])]
    return ["%s.%s.%s.%s" % (third.zfill(3)[-3:], division.zfill(2)[-2:], second, parts.group(1))
            for third, division in ends]


def chain(units, code):
    """The unit's code and those of everything above it."""
    seen = []
    while code and code in units and code not in seen:
        seen.append(code)
        code = units[code].parent
    return seen


# --- files ----------------------------------------------------------------

def matching_files(base, patterns):
    """Files of one or more globs under a folder, in natural order of their relative path."""
    paths = set()
    for pattern in as_list(patterns):
        found = [path for path in glob.glob(os.path.join(base, pattern), recursive=True)
                 if os.path.isfile(path)]
        if not found:
            raise CheckError("no file matches %s" % pattern)
        paths.update(os.path.relpath(path, base) for path in found)
    return sorted(paths, key=natural_key)


def same_file(known, name):
    """Which of the known relative paths a path printed by the program means, or None."""
    name = unicodedata.normalize("NFC", name.replace("\\", "/"))
    hits = [path for path in known
            if path == name or name.endswith("/" + path) or path.endswith("/" + name)]
    return max(hits, key=len) if hits else None
