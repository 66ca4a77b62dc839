#!/usr/bin/env python3
"""Holds the page, the Markdown file and the workbook of every unit of a run against each other.

    same_numbers.py OUT [--jobs N]

The page is read with html5lib, the Markdown file with markdown-it and the workbook with openpyxl,
its numbers shown under their number formats as a Vietnamese Excel shows them (1.234,56). Page and
Markdown must hold the same blocks of prose, word for word, and the same tables, cell for cell; a
table that is in the workbook too must show the same there. What is left out, because only one of
them has it: links, drawings, the place to sign below a form.

Where outputs are laid out differently on purpose, this is how they are matched:
  - the page's head of several rows is Markdown's head of one, its parts joined by a dash;
  - the page's source below a target is Markdown's column of its own and the sheet's last column;
  - the sheet's unit of an indicator stands in its own column, in brackets behind the name elsewhere;
    numbers of indicators in % bear the sign in page and Markdown only;
  - the numbers of charts may stand in rows in page and Markdown and in columns in the sheet, which has
    no sign for % and leaves unknown ones empty;
  - the sheet's table of data quality has a column of ordinals more, and other heads.

At the end one digit after the other of a unit's files is changed, and each change must be found.
Prints how many figures were compared. Exit 0 where all are the same, 1 where not, 2 for wrong usage.
"""

import argparse
import multiprocessing
import os
import re
import sys
from collections import Counter, namedtuple
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

import html5lib
import openpyxl
from markdown_it import MarkdownIt

LEVELS = ("tinh", "huyen", "xa")
SHOWN = 40
BLANK = "……"
# Elements of a page whose text stands in a block of its own.
BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "figcaption"}
# Parts of a page that Markdown has nowhere.
LEFT_OUT = {"nav", "svg", "script", "style", "summary"}
CLASSES_LEFT_OUT = {"form-foot", "glance"}
INDICATORS = "Chỉ tiêu"
QUALITY = "Chất lượng số liệu"
CHARTS = "Số liệu biểu đồ"

Table = namedtuple("Table", "title heads rows")


def plain(text):
    """A text with single spaces."""
    return " ".join(text.split())


def numbers(text):
    """The numbers in a text."""
    return re.findall(r"\d+(?:[.,]\d+)*", text)


def title_key(text):
    """A title without what only one of the outputs puts between its parts."""
    return re.sub(r"[\W_]+", "", text).casefold()


# --- pages -------------------------------------------------------------------

class Page:
    """The blocks and tables of a page in their order."""

    def __init__(self, text):
        self.root = html5lib.parse(text, namespaceHTMLElements=False)
        self.letterhead, self.signature, self.items = [], [], []
        # The heading above, by which a table is found in Markdown.
        self.heading = ""
        self.walk(self.root.find("body/main"), self.items)

    def walk(self, element, items):
        """Appends what an element holds."""
        for child in element:
            if not isinstance(child.tag, str):
                continue
            classes = set((child.get("class") or "").split())
            if child.tag in LEFT_OUT or classes & CLASSES_LEFT_OUT:
                continue
            if child.tag.endswith("}svg"):
                continue
            if child.tag == "table":
                items.append(self.table(child))
                for row in child.iter("tr"):
                    if is_foot(row):
                        self.walk(row, items)
            elif child.tag == "header" and "letterhead" in classes:
                self.walk(child, self.letterhead)
            elif child.tag == "footer" and "signature" in classes:
                self.walk(child, self.signature)
            elif child.tag == "h1" and child.find("span[@class='subject']") is not None:
                subject = child.find("span[@class='subject']")
                items.append(plain(child.text or ""))
                items.append(plain("".join(subject.itertext())))
            elif child.tag in BLOCKS:
                text = self.text(child)
                if child.tag[0] == "h" or child.tag == "figcaption":
                    self.heading = text
                if text:
                    items.append(text)
            else:
                self.walk(child, items)

    def text(self, element, without=None):
        """The text of an element on one line, a break as a space, a gap as dots."""
        parts = [element.text or ""]
        for child in element:
            if isinstance(child.tag, str):
                classes = (child.get("class") or "").split()
                if child.tag == "br" or "annex-number" in classes:
                    parts.append(" ")
                if "blank" in classes:
                    parts.append(" " + BLANK)
                # A sign beside a word that says the same.
                if without not in classes and child.get("aria-hidden") != "true":
                    parts.append(self.text(child, without))
                if "annex-number" in classes:
                    parts.append(". ")
            parts.append(child.tail or "")
        return plain("".join(parts))

    def table(self, table):
        """A table with one head for every column and rows of equal length."""
        heads, rows = [], []
        for part in table:
            if part.tag not in ("thead", "tbody", "tfoot"):
                continue
            lines = [row for row in part if not is_foot(row)]
            grid = [[] for _ in lines]
            covered = {}
            for number, row in enumerate(lines):
                is_head = part.tag == "thead" and "numbers" not in (row.get("class") or "").split()
                column = 0
                for cell in row:
                    while covered.get((number, column)) is not None:
                        grid[number].append(covered[number, column])
                        column += 1
                    columns, height = int(cell.get("colspan", 1)), int(cell.get("rowspan", 1))
                    text = self.text(cell, "source")
                    sources = [self.text(e) for e in cell.iter() if e.get("class") == "source"]
                    value = (text, sources[0] if sources else "", columns)
                    for place in range(columns):
                        grid[number].append(value if place == 0 or is_head else ("", "", 0))
                        for line in range(1, height):
                            covered[number + line, column + place] = (
                                value if is_head else ("", "", 0))
                    column += columns
                while covered.get((number, column)) is not None:
                    grid[number].append(covered[number, column])
                    column += 1
                (heads if is_head else rows).append(grid[number])
        # A column with sources becomes two.
        split = {i for row in rows for i, cell in enumerate(row) if cell[1]}
        texts = [cell[0] for cell in heads[-1]] if heads else []
        if is_indicators(texts):
            split.add(texts.index("Mục tiêu"))
        joined = []
        for column in range(len(heads[0]) if heads else 0):
            texts = []
            for row in heads:
                if row[column][0] not in texts:
                    texts.append(row[column][0])
            joined.append(" – ".join(texts))
            if column in split:
                joined.append("Văn bản giao")
        body = []
        for row in rows:
            cells = []
            for column, (text, source, _) in enumerate(row):
                cells.append(text)
                if column in split:
                    cells.append(source)
            # A cell over the whole width names the rows below it.
            body.append(["", cells[0]] + [""] * (len(cells) - 2)
                        if row[0][2] == len(row) and len(row) > 1 else cells)
        return Table(self.heading, joined, body)


def is_foot(row):
    """Whether a row holds what stands below a form: notes, and the place to sign."""
    return "foot" in (row.get("class") or "").split()


# --- Markdown ----------------------------------------------------------------

class Markdown:
    """The blocks and tables of a Markdown file in their order."""

    def __init__(self, text):
        tokens = MarkdownIt("commonmark").enable("table").parse(text)
        parts, heading, cells = [[]], "", None
        for token, content in zip(tokens, tokens[1:] + [None]):
            kind = token.type
            if kind == "hr":
                parts.append([])
            elif kind == "table_open":
                cells = []
            elif kind == "tr_open":
                cells.append([])
            elif kind in ("th_open", "td_open"):
                cells[-1].append(self.text(content))
            elif kind == "table_close":
                parts[-1].append(Table(heading, cells[0], cells[1:]))
                cells = None
            elif kind == "heading_open":
                heading = self.text(content)
                parts[-1].append(heading)
            elif kind == "paragraph_open" and self.text(content):
                parts[-1].append(self.text(content))
        # Above the title the letterhead; below the last line of the text the signature, up to the
        # first line; behind the last line the links.
        front = parts[0]
        title = front.index("BÁO CÁO") if "BÁO CÁO" in front else 0
        self.letterhead = [cell for table in front[:title] if isinstance(table, Table)
                           for row in [table.heads] + table.rows for cell in row if cell]
        ends = [i for i, item in enumerate(front)
                if isinstance(item, str) and item.endswith("./.")]
        end = ends[-1] + 1 if ends else len(front)
        self.signature = front[end:]
        self.items = front[title:end] + [item for part in parts[1:-1] for item in part]

    @staticmethod
    def text(token):
        """What a reader sees of a line."""
        parts = []
        for child in token.children or []:
            if child.type in ("softbreak", "hardbreak"):
                parts.append(" ")
            elif child.type in ("text", "code_inline"):
                parts.append(child.content)
        return plain("".join(parts))


# --- workbooks ---------------------------------------------------------------

def shown(cell):
    """What Excel shows of a cell where Vietnam is its place."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, (datetime, date)):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return plain(str(value))
    return formatted(Decimal(repr(value)), cell.number_format or "General")


def formatted(number, code):
    """A number under a number format made of 0 # , . % General, texts in quotes, and _x."""
    sections = re.split(r""";(?=(?:[^"]*"[^"]*")*[^"]*$)""", code)
    section = sections[0]
    if number < 0 and len(sections) > 1:
        section, number = sections[1], -number
    elif number == 0 and len(sections) > 2:
        section = sections[2]
    section = re.sub(r"_.", "", section)
    pieces = re.findall(r'"([^"]*)"|\\(.)|(General|[0#?,.]+)|(.)', section)
    text, is_written = "", False
    percent = sum(1 for piece in pieces if piece[3] == "%")
    for quoted, escaped, mask, other in pieces:
        if mask and not is_written:
            text += digits(number * 100 ** percent, mask)
            is_written = True
        else:
            text += quoted or escaped or other
    if number < 0 and len(sections) == 1:
        text = "-" + text
    return plain(text)


def digits(number, mask):
    """The digits of a number, without its sign."""
    number = abs(number)
    if mask == "General":
        text = format(number.normalize(), "f")
        return text.replace(".", ",")
    whole, _, fraction = mask.partition(".")
    number = number.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    text = format(number, ",f" if "," in whole else "f")
    return text.translate(str.maketrans(",.", ".,"))


class Book:
    """The sheets of a workbook as rows of shown texts."""

    def __init__(self, path):
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        self.sheets = {}
        # The names of those that were found to be a table of the page.
        self.compared = {INDICATORS, QUALITY}
        for name in book.sheetnames:
            # The file's own word on its size is not needed, and not always right.
            book[name].reset_dimensions()
            self.sheets[name] = [[shown(cell) for cell in row] for row in book[name].iter_rows()]
        book.close()

    def chart(self, title):
        """The numbers of a chart as a table with its categories in rows; None where it has none."""
        for place, row in enumerate(self.sheets.get(CHARTS, [])):
            if re.sub(r"^\d+\. ", "", row[0] if row else "") == title:
                rows = until_blank(self.sheets[CHARTS][place + 1:])
                width = sum(map(bool, rows[0]))
                return [padded(row, width) for row in rows]
        return None

    def find(self, table):
        """The sheet of a table as (name, rows below its head); None where it has none."""
        numbers_row = next((row for row in table.rows if is_numbers_row(row)), None)
        title = title_key(re.sub(r"^Phụ lục [IVXL]+\.? ", "", table.title))
        for name, rows in self.sheets.items():
            if name in (INDICATORS, QUALITY):
                continue
            top = [cell for row in rows[:8] for cell in row if cell]
            # Of a plain table the period stands in the sheet's second row, behind the unit.
            periods = {""} | {title_key(cell.rpartition(" – ")[2]) for cell in top}
            if not any(title.startswith(title_key(cell)) and title[len(title_key(cell)):] in periods
                       for cell in top if len(cell) > 8):
                continue
            head = numbers_row if numbers_row else table.heads
            for place, row in enumerate(rows):
                if row[:len(head)] == head:
                    self.compared.add(name)
                    return name, rows[place + 1:]
        return None


def is_indicators(heads):
    """Whether these are the heads of the table of indicators."""
    return heads[:2] == ["STT", "Chỉ tiêu"] and {"Tử số", "Mục tiêu"} <= set(heads)


def is_numbers_row(row):
    """Whether a row numbers the columns: (1), (2), (3)=(4)+(5)."""
    return len(row) > 1 and all(re.match(r"^\(\d+\)", cell) for cell in row)


# --- comparing ---------------------------------------------------------------

class Comparison:
    """What differs in the files of one unit."""

    def __init__(self):
        self.faults, self.counts = [], Counter()

    def differ(self, where, one, other):
        """Notes a difference; counts the figures of what is the same."""
        if one == other:
            self.counts["figures"] += len(numbers(one))
        else:
            self.faults.append("%s: «%s», «%s»" % (where, one[:160], other[:160]))

    def texts(self, where, ones, others):
        """Compares two lists of texts."""
        for number, (one, other) in enumerate(zip(ones, others)):
            self.differ("%s %d" % (where, number + 1), one, other)
        for extra in ones[len(others):]:
            self.faults.append("%s: only the page has «%s»" % (where, extra[:160]))
        for extra in others[len(ones):]:
            self.faults.append("%s: only Markdown has «%s»" % (where, extra[:160]))

    def page_and_markdown(self, page, markdown):
        """Everything of both."""
        self.texts("letterhead", sorted(page.letterhead), sorted(markdown.letterhead))
        self.texts("signature", sorted(page.signature), sorted(markdown.signature))
        prose = [[item for item in items if not isinstance(item, Table)]
                 for items in (page.items, markdown.items)]
        keys = [[item if not item.startswith("Phụ lục ") else re.sub(r"\s*\.\s+", " ", item, 1)
                 for item in items] for items in prose]
        self.texts("prose", *keys)
        tables = [[item for item in items if isinstance(item, Table)]
                  for items in (page.items, markdown.items)]
        if len(tables[0]) != len(tables[1]):
            self.faults.append("%d tables in the page, %d in Markdown" % tuple(map(len, tables)))
        for one, other in zip(*tables):
            self.table(one, other)
        self.counts["tables"] += len(tables[0])

    def table(self, one, other):
        """A table of the page and that of Markdown."""
        where = "table «%s»" % one.title[:60]
        if title_key(one.title) != title_key(other.title):
            self.faults.append("%s: titles «%s», «%s»" % (where, one.title, other.title))
        self.texts(where + ", head", one.heads, other.heads)
        if len(one.rows) != len(other.rows):
            self.faults.append("%s: %d rows in the page, %d in Markdown"
                               % (where, len(one.rows), len(other.rows)))
        for number, (row, line) in enumerate(zip(one.rows, other.rows)):
            self.texts("%s, row %d, column" % (where, number + 1), row, line)

    def book(self, page, book):
        """Every table of the page that the workbook has."""
        for table in page.items:
            if not isinstance(table, Table):
                continue
            where = "table «%s» and its sheet" % table.title[:60]
            if is_indicators(table.heads):
                rows = indicator_rows(book.sheets[INDICATORS])
                own = table.rows
            elif table.heads[:1] == ["Nguồn dữ liệu"]:
                rows = [row[1:7] for row in below(book.sheets[QUALITY], "STT")]
                own = table.rows
            elif book.chart(table.title):
                # Categories stand side by side or below each other; what is not known is empty there.
                rows = book.chart(table.title)
                own = [[re.sub(r"%$|^…$", "", cell) for cell in row]
                       for row in [table.heads] + table.rows]
                if own[0][1:] == [row[0] for row in rows[1:]]:
                    own = [list(row) for row in zip(*own)]
                own[0][0] = rows[0][0] = ""
            else:
                found = book.find(table)
                if not found:
                    self.faults.append("%s: the workbook has no such table" % where)
                    continue
                width = len(table.heads)
                own = [row for row in table.rows if not is_numbers_row(row)]
                rows = [padded(row, width) for row in until_blank(found[1])]
                rows = [["", row[0]] + [""] * (width - 2)
                        if row[0] and not any(row[1:]) and own_row[:1] == [""] else row
                        for row, own_row in zip(rows, own)] + rows[len(own):]
            self.counts["tables of workbooks"] += 1
            if len(own) != len(rows):
                self.faults.append("%s: %d rows, %d rows" % (where, len(own), len(rows)))
            for number, (row, line) in enumerate(zip(own, rows)):
                before = self.counts["figures"]
                self.texts("%s, row %d, column" % (where, number + 1), row, line)
                self.counts["figures of workbooks"] += self.counts["figures"] - before
                self.counts["figures"] = before


def padded(row, width):
    """A row with so many cells."""
    return (row + [""] * width)[:width]


def until_blank(rows):
    """The rows up to the first that shows nothing."""
    kept = []
    for row in rows:
        if not any(row):
            break
        kept.append(row)
    return kept


def below(rows, head):
    """The rows of a table below its head, which begins with a word."""
    start = next(i for i, row in enumerate(rows) if row[:1] == [head])
    return until_blank(rows[start + 1:])


def indicator_rows(rows):
    """The rows of the sheet of indicators with the columns of the page."""
    result, unit = [], ""
    for row in below(rows, "STT"):
        ordinal, name, own, numerator, denominator, value, target, status, before, year, source = (
            padded(row, 11))
        if ordinal and not any(row[1:]):
            result.append(["", ordinal] + [""] * 8)
            continue
        unit = own or unit
        value, before, year = (
            text + "%" if unit == "%" and re.fullmatch(r"-?[\d.]+(,\d+)?", text) else text
            for text in (value, before, year))
        result.append([ordinal, "%s (%s)" % (name, own) if name else "", numerator, denominator,
                       value, target, source, status, before, year])
    return result


def files(folder, unit):
    """The three files of a unit: texts of the page and of Markdown, path of the workbook."""
    texts = []
    for kind in ("html", "md"):
        with open("%s/%s.%s" % (folder, unit, kind), encoding="utf-8") as stream:
            texts.append(stream.read())
    return texts + ["%s/%s.xlsx" % (folder, unit)]


def compare(path):
    """Faults and counts of a unit."""
    comparison = Comparison()
    try:
        page, markdown, book = files(*os.path.split(path))
        page = Page(page)
        comparison.page_and_markdown(page, Markdown(markdown))
        if os.path.exists(book):
            comparison.book(page, Book(book))
    except Exception as error:  # a file that makes a reader fail is a fault, and no end
        comparison.faults.append("does not open: %r" % error)
    return path, comparison.faults, comparison.counts


def self_check(path):
    """Changes one digit after the other; gives how many changes, and the faults of this check."""
    page_text, markdown_text, book_path = files(*os.path.split(path))
    page, markdown, book = Page(page_text), Markdown(markdown_text), Book(book_path)

    def found(page, markdown, book):
        comparison = Comparison()
        comparison.page_and_markdown(page, markdown)
        comparison.book(page, book)
        return bool(comparison.faults)

    faults, changes = [], 0
    if found(page, markdown, book):
        return 0, []
    main = page_text.index("<main")
    for name, text, start, end, build in (
            ("page", page_text, main, page_text.index("form-foot") if "form-foot" in page_text
             else len(page_text), lambda text: (Page(text), markdown, book)),
            ("Markdown", markdown_text, 0, markdown_text.rindex("\n---"),
             lambda text: (page, Markdown(text), book))):
        # A digit of an entity, of an attribute or of a heading's mark is none that is read.
        places = [m.start() for m in re.finditer(r"(?<![#&\w-])\d(?=[\d.,%]*[\s<|;)])", text)
                  if start <= m.start() < end and not re.search(r"<[^>]*$", text[:m.start()][-200:])]
        for place in places[::max(len(places) // 40, 1)]:
            changed = text[:place] + str((int(text[place]) + 1) % 10) + text[place + 1:]
            changes += 1
            if not found(*build(changed)):
                faults.append("a changed digit of the %s is not found: …%s…"
                              % (name, text[place - 20:place + 20].replace("\n", " ")))
    for name in sorted(book.compared):
        rows = book.sheets.get(name, [])
        places = [(r, c) for r, row in enumerate(rows) if r > 8 for c, cell in enumerate(row)
                  if re.fullmatch(r"[\d.,]+%?", cell)
                  # The page's table of data quality has no ordinals.
                  and not (name == QUALITY and c == 0)]
        for r, c in places[::max(len(places) // 15, 1)]:
            kept, rows[r][c] = rows[r][c], rows[r][c][:-1] + "7" + rows[r][c][-1]
            changes += 1
            if not found(page, markdown, book):
                faults.append("a changed cell of %s is not found: %s" % (name, kept))
            rows[r][c] = kept
    return changes, faults


def main():
    """Compares all units of a run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    paths, faults, counts = [], [], Counter()
    for level in LEVELS:
        folder = os.path.join(options.out, level)
        names = set(os.listdir(folder)) if os.path.isdir(folder) else set()
        for unit in sorted({name.rsplit(".", 1)[0] for name in names if name.endswith(".html")}
                           | {name.rsplit(".", 1)[0] for name in names if name.endswith(".md")}):
            kinds = ["html", "md"]
            # A further report of a unit, `842-tom-tat`, has no workbook of its own.
            if not any("%s.xlsx" % unit[:i] in names for i, c in enumerate(unit) if c == "-"):
                kinds.append("xlsx")
            missing = [kind for kind in kinds if "%s.%s" % (unit, kind) not in names]
            if missing:
                faults.append("%s/%s: no %s" % (level, unit, ", ".join(missing)))
            else:
                paths.append(os.path.join(folder, unit))
    if not paths:
        faults.append("no unit")
    with multiprocessing.Pool(options.jobs) as pool:
        for path, found, count in pool.imap(compare, paths, chunksize=4):
            faults += ["%s: %s" % (os.path.relpath(path, options.out), fault) for fault in found]
            counts += count
    if paths and not faults:
        changes, missed = self_check(paths[0])
        counts["changes"] += changes
        faults += missed if changes else ["no digit could be changed"]
    for fault in faults[:SHOWN]:
        print(fault)
    if faults:
        print("%d differences in %d units" % (len(faults), len(paths)))
        return 1
    print("%d figures of %d units compared, %d of them in workbooks too (%d tables, %d of workbooks)"
          % (counts["figures"], len(paths), counts["figures of workbooks"], counts["tables"],
             counts["tables of workbooks"]))
    print("%d changed digits, each found" % counts["changes"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
