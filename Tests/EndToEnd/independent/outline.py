#!/usr/bin/env python3
"""Holds the main report of every unit of a run against the outline of the reform reports.

    outline.py OUT --templates TEMPLATES

OUT holds a quarter, half a year, nine months or a year, with pages, Markdown and targets.csv. Each
report is read twice: the Markdown with markdown-it, the page with html5lib. In both there must be

- the letterhead: agency and number on the left; country, motto, place and date on the right (days
  below 10 and the months 01 and 02 with a zero, the other months without);
- BÁO CÁO, the subject with the period, Kính gửi, and what the report is based on;
- the headings I to V with those below them, in their order and to the letter, each with a text;
- ./. at the end of the text and nowhere else, the signer, Nơi nhận down to Lưu: VT;
- the annexes, numbered I, II, … without a gap; where there is only one, without a number;

and the same headings in both. Every target of targets.csv for the area of a unit stands in its report
with the name of the indicator, what is to be reached, whether it is, the document and the clause.

At the end a report is spoiled in many ways, each of which must be found. Exit 0 where nothing is
wrong, 1 where something is, 2 for wrong usage.
"""

import argparse
import collections
import functools
import glob
import json
import multiprocessing
import os
import re
import sys

import html5lib
import yaml
from markdown_it import MarkdownIt

import common

SHOWN = 40
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKUP = "{http://www.w3.org/1999/xhtml}"

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
OUTLINE = [
    ("I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH", [
        "1. Kế hoạch cải cách hành chính",
        "2. Tổ chức chỉ đạo, điều hành",
        "3. Kiểm tra cải cách hành chính",
        "4. Thông tin, tuyên truyền",
        "5. Sáng kiến, mô hình mới trong cải cách hành chính",
    ]),
    ("II. KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH", [
        "1. Cải cách thể chế",
        "2. Cải cách thủ tục hành chính",
        "3. Cải cách tổ chức bộ máy hành chính nhà nước",
        "4. Cải cách chế độ công vụ",
        "5. Cải cách tài chính công",
        "6. Xây dựng và phát triển Chính quyền điện tử, Chính quyền số",
    ]),
    ("III. ĐÁNH GIÁ CHUNG", [
        "1. Kết quả đạt được", "2. Tồn tại, hạn chế", "3. Nguyên nhân",
    ]),
    ("IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM {next}", []),
    ("V. KIẾN NGHỊ, ĐỀ XUẤT", []),
]
ROMAN = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
STATUS = {"met": "Đạt", "missed": "Chưa đạt", "": ""}
SIGNS = {">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< ", "": ""}

# A piece of a report: kind is heading-2, text, item, row; a target: name, goal, source, status.
Piece = collections.namedtuple("Piece", "kind text cells")
Target = collections.namedtuple("Target", "name goal source status")


def piece(kind, text="", cells=()):
    """A piece of a report with single spaces."""
    return Piece(kind, " ".join(text.split()), tuple(" ".join(cell.split()) for cell in cells))


def roman(number):
    """A number below 100 in Roman letters."""
    tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"]
    return tens[number // 10] + ROMAN[number % 10]


# --- periods --------------------------------------------------------------

def period_names(text):
    """How reports call a period and the one after it."""
    year, _, part = text.partition("-")
    year = int(year)
    if part.startswith("Q"):
        quarter = int(part[1:])
        after = (quarter % 4 + 1, year + quarter // 4)
        return ("quý %s năm %d" % (ROMAN[quarter], year),
                "quý %s năm %d" % (ROMAN[after[0]], after[1]))
    if part == "H1":
        return "6 tháng đầu năm %d" % year, "6 tháng cuối năm %d" % year
    if part == "H2":
        return "6 tháng cuối năm %d" % year, "6 tháng đầu năm %d" % (year + 1)
    if not part:
        return "năm %d" % year, "năm %d" % (year + 1)
    raise common.CheckError("no outline is known for the period %s" % text)


# --- reading --------------------------------------------------------------

def plain(token):
    """The text of a line of Markdown without its marks."""
    return "".join("\n" if child.type in ("softbreak", "hardbreak") else child.content
                   for child in token.children or [])


def read_markdown(text):
    """The pieces of a Markdown file."""
    pieces, cells, items = [], None, 0
    tokens = READER.parse(text)
    for number, token in enumerate(tokens):
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            pieces.append(piece("row", cells=cells))
            cells = None
        elif token.type in ("list_item_open", "list_item_close"):
            items += 1 if token.type.endswith("open") else -1
        elif token.type == "hr":
            pieces.append(piece("rule"))
        elif token.type == "inline":
            if cells is not None:
                cells.append(plain(token))
                continue
            before = tokens[number - 1]
            kind = "heading-" + before.tag[1] if before.type == "heading_open" else \
                "item" if items else "text"
            pieces.append(piece(kind, plain(token)))
    return pieces


def words(element):
    """The text of an element, breaks as spaces."""
    if element is None:
        return ""
    return " ".join("".join(
        (" " if part.tag == MARKUP + "br" else "") + (part.text or "")
        + (part.tail or "" if part is not element else "")
        for part in element.iter()).split())


def classed(element, name):
    """The elements within one that have a class, in their order."""
    return [part for part in element.iter() if isinstance(part.tag, str)
            and name in (part.get("class") or "").split()]


def tagged(element, *names):
    """The elements within one that have one of some tags."""
    return [part for part in element.iter() if part.tag in [MARKUP + name for name in names]]


def grid(table):
    """The rows of a table of a page as lists of cells, a cell once in each row that it spans."""
    rows, waiting = [], {}
    for line in tagged(table, "tr"):
        row, cells = [], iter(tagged(line, "td", "th"))
        while True:
            if waiting.get(len(row), (None, 0))[1]:
                cell, left = waiting[len(row)]
                waiting[len(row)] = (cell, left - 1)
                row.append((cell, False))
                continue
            cell = next(cells, None)
            if cell is None:
                break
            for _ in range(int(cell.get("colspan") or 1)):
                waiting[len(row)] = (cell, int(cell.get("rowspan") or 1) - 1)
                row.append((cell, True))
        rows.append(row)
    return rows


# --- the parts of a report ------------------------------------------------

class Report:
    """What both formats must hold, as one of them holds it."""

    def __init__(self):
        self.left, self.right = [], []
        self.title = self.subject = ""
        self.addressees = []
        self.body = []
        self.signer, self.recipients = [], []
        self.recipients_head = ""
        self.annexes = []
        self.targets = []

    @property
    def headings(self):
        """The headings of the text and of the annexes in their order."""
        return [(part.kind, part.text) for part in self.body if part.kind.startswith("heading")] + \
            [("annex", text) for text in self.annexes]


def table_targets(rows):
    """The targets of the tables of indicators among the rows of a Markdown file."""
    targets, head, name = [], [], ""
    for row in rows:
        if "Văn bản giao" in row:
            head = row
            continue
        if len(row) != len(head):
            head = []
            continue
        cells = dict(zip(head, row))
        if "Đánh giá" in cells:
            name = re.sub(r" \([^()]*\)$", "", cells["Chỉ tiêu"]) or name
            targets.append(Target(name, cells["Mục tiêu"], cells["Văn bản giao"],
                                  cells["Đánh giá"]))
        else:
            targets.append(Target(cells["Chỉ tiêu"], cells["Mục tiêu"], cells["Văn bản giao"], None))
    return targets


def markdown_report(text):
    """The parts of a report in Markdown."""
    pieces = read_markdown(text)
    report = Report()
    head = []
    while pieces and pieces[0].kind == "row":
        head.append(pieces.pop(0).cells)
    for row in head:
        if row[0]:
            report.left.append(row[0])
        report.right += row[1:]
    end = next((i for i, part in enumerate(pieces) if part.kind == "rule"), len(pieces))
    sheet, rest = pieces[:end], pieces[end:]
    if sheet and sheet[0].kind == "heading-1":
        report.title = sheet.pop(0).text
    if sheet and sheet[0].kind == "text":
        report.subject = sheet.pop(0).text
    if sheet and sheet[0].text.startswith("Kính gửi:"):
        report.addressees.append(sheet.pop(0).text)
        while sheet and sheet[0].kind == "item":
            report.addressees.append(sheet.pop(0).text)
    # What stands behind the last paragraph of the text is the foot.
    place = next((i for i, part in enumerate(sheet) if part.text == "Nơi nhận:"), len(sheet))
    report.recipients_head = "".join(part.text for part in sheet[place:place + 1])
    report.recipients = [part.text for part in sheet[place + 1:]]
    foot = place
    while foot and sheet[foot - 1].kind == "text" and sheet[foot - 1].text.isupper():
        foot -= 1
    report.signer = [part.text for part in sheet[foot:place]]
    report.body = sheet[:foot]
    report.annexes = [part.text for part in rest if part.kind == "heading-2"]
    report.targets = table_targets([part.cells for part in rest if part.kind == "row"])
    return report


def page_targets(page):
    """The targets of the tables of indicators of a page."""
    targets = []
    for table in tagged(page, "table"):
        rows = grid(table)
        head = [words(cell) for cell, _ in rows[0]] if rows else []
        if "Mục tiêu" not in head or "Chỉ tiêu" not in head:
            continue
        for row in rows[1:]:
            if len(set(map(id, (cell for cell, _ in row)))) < len(head):
                continue
            cells = {name: cell for name, (cell, _) in zip(head, row)}
            name, goal = cells["Chỉ tiêu"], cells["Mục tiêu"]
            if "Đánh giá" in cells:
                source = next(iter(classed(goal, "source")), None)
                text = words(goal)
                shown = words(source)
                targets.append(Target(
                    re.sub(r" \([^()]*\)$", "", words(name)),
                    text[:len(text) - len(shown)].strip() if shown else text, shown,
                    words(cells["Đánh giá"])))
            elif "Văn bản giao" in cells:
                targets.append(Target(words(name), words(goal), words(cells["Văn bản giao"]), None))
    return targets


def page_report(text):
    """The parts of a report as a page."""
    page = html5lib.parse(text)
    report = Report()
    sheet = next(iter(tagged(page, "article")), None)
    if sheet is None:
        return report
    for name, lines in (("issuer", report.left), ("state", report.right)):
        for box in classed(sheet, name):
            lines += [words(line) for line in tagged(box, "p")]
    for line, blank in ((line, blank) for line in classed(sheet, "number")
                        for blank in classed(line, "blank")):
        shown = words(line)
        report.left = [shown.replace("Số:", "Số: ……") if old == shown else old
                       for old in report.left]
        del blank
    title = next(iter(tagged(sheet, "h1")), None)
    if title is not None:
        report.title = " ".join((title.text or "").split())
        report.subject = " ".join(words(part) for part in classed(title, "subject"))
    for box in classed(sheet, "addressees"):
        report.addressees += [words(line) for line in (
            tagged(box, "p", "li") if box.tag != MARKUP + "p" else [box])]
    for body in classed(sheet, "body"):
        for part in body:
            tag = str(part.tag).replace(MARKUP, "")
            if re.fullmatch("h[1-6]", tag):
                report.body.append(piece("heading-" + tag[1], words(part)))
            elif tag in ("ul", "ol"):
                report.body += [piece("item", words(item)) for item in tagged(part, "li")]
            elif tag == "table":
                report.body += [piece("row", cells=[words(cell) for cell, new in row if new])
                                for row in grid(part)]
            else:
                report.body.append(piece("text", words(part)))
    for box in classed(sheet, "signer"):
        report.signer += [words(line) for line in tagged(box, "p")]
    for box in classed(sheet, "recipients"):
        report.recipients_head = " ".join(words(line) for line in tagged(box, "p"))
        report.recipients += [words(line) for line in tagged(box, "li")]
    for section in classed(page, "annex"):
        for heading in tagged(section, "h2"):
            number = " ".join(words(part) for part in classed(heading, "annex-number"))
            name = words(heading)[len(number):].strip()
            report.annexes.append("%s. %s" % (number, name))
    report.targets = page_targets(page)
    return report


# --- checks ---------------------------------------------------------------

def check_head(report, unit, province):
    """What is wrong above the text."""
    faults = []
    if len(report.right) != 3 or report.right[:2] != [COUNTRY, MOTTO]:
        faults.append("no country and motto above the date: %s" % report.right)
    dated = re.fullmatch(r".+, ngày ([0-9]+) tháng ([0-9]+) năm [0-9]{4}",
                         report.right[-1] if report.right else "")
    if not dated:
        faults.append("no place and date")
    else:
        day, month = dated.groups()
        if len(day) != 2 or month not in "01 02 3 4 5 6 7 8 9 10 11 12".split():
            faults.append("a zero is wrong in the date: %s" % report.right[-1])
    if not report.left or not re.fullmatch(r"Số: ……/BC-[A-ZĐ]+(-[A-ZĐ]+)*", report.left[-1]):
        faults.append("no number and symbol: %s" % report.left)
    name, office = unit["name"].upper(), "ỦY BAN NHÂN DÂN "
    is_place = unit["level"] != "tinh" or unit["code"] == province["code"]
    # Only a department stands below the committee of its province.
    wanted = [[office + name]] if is_place and "-" not in unit["code"] else [
        [office + province["name"].upper(), own] for own in (name, "VĂN PHÒNG")]
    if report.left[:-1] not in wanted:
        faults.append("the letterhead is of another agency: %s" % report.left)
    if report.title != "BÁO CÁO":
        faults.append("no BÁO CÁO: %s" % report.title)
    head = report.addressees[:1] or [""]
    several = report.addressees[1:]
    if several:
        good = head[0] == "Kính gửi:" and len(several) > 1 and several[-1].endswith(".") \
            and all(line.endswith(";") for line in several[:-1])
    else:
        good = re.fullmatch(r"Kính gửi: .*[^.;]\.", head[0])
    named = [re.sub(r"^Kính gửi: |[.;]$", "", line) for line in report.addressees]
    if not good or unit["name"] in named:
        faults.append("Kính gửi is wrong: %s" % report.addressees)
    return faults


def check_text(report, names):
    """What is wrong in the text."""
    faults = []
    subject = "Công tác cải cách hành chính " + names[0]
    if report.subject != subject:
        faults.append("the subject is «%s», not «%s»" % (report.subject, subject))
    if not report.body or report.body[0].kind != "text" \
            or not report.body[0].text.endswith("như sau:"):
        faults.append("no sentence says what the report is based on")
    wanted = []
    for main, below in OUTLINE:
        wanted.append(("heading-2", main.replace("{next}", names[1].upper())))
        wanted += [("heading-3", name) for name in below]
    found = [pair for pair in report.headings if pair[0] != "annex"]
    if found != wanted:
        place = next((i for i, pair in enumerate(zip(found, wanted)) if pair[0] != pair[1]),
                     min(len(found), len(wanted)))
        faults.append("the outline differs: %s, not %s"
                      % (found[place:place + 1], wanted[place:place + 1]))
    for part, after in zip(report.body, report.body[1:] + [piece("heading-2")]):
        if part.kind.startswith("heading"):
            inner = part.kind == "heading-2" and after.kind == "heading-3"
            if not inner and (after.kind.startswith("heading")
                              or not re.search(r"\w", after.text + "".join(after.cells))):
                faults.append("no text below «%s»" % part.text)
        elif part.kind != "row" and not re.search(r"\w", part.text):
            faults.append("an empty paragraph")
    ends = [part.text for part in report.body if "./." in part.text]
    if len(ends) != 1 or not report.body[-1].text.endswith("./.") \
            or not report.body[-1].text.startswith("Trên đây là báo cáo"):
        faults.append("the text does not end with ./.: %s" % ends)
    return faults


def check_foot(report):
    """What is wrong below the text."""
    faults = []
    if not report.signer or not all(line.isupper() for line in report.signer):
        faults.append("no signer: %s" % report.signer)
    lines = report.recipients
    if report.recipients_head != "Nơi nhận:" or not lines or not re.fullmatch(r"Lưu: VT(, .+)?\.", lines[-1]) or lines[0] != "Như trên;" \
            or not all(line.endswith(";") for line in lines[:-1]):
        faults.append("%s is wrong: %s" % (report.recipients_head or "Nơi nhận:", lines))
    numbers = [text.split(". ")[0] for text in report.annexes]
    wanted = ["Phụ lục"] if len(numbers) == 1 else [
        "Phụ lục %s" % roman(number + 1) for number in range(len(numbers))]
    if not numbers or numbers != wanted:
        faults.append("the annexes are numbered %s" % numbers)
    if any(not re.search(r"\w", text.partition(". ")[2]) for text in report.annexes):
        faults.append("an annex without a name")
    return faults


def number_text(text):
    """A number of a table for scripts as a report writes it."""
    whole, _, part = text.partition(".")
    groups = re.sub(r"(?<=[0-9])(?=([0-9]{3})+$)", ".", whole)
    part = part.rstrip("0")
    return groups + ("," + part if part else "")


def goal_fits(shown, row, indicator):
    """Whether a report shows a target as the documents set it."""
    scale = indicator.get("scale")
    if scale:
        return shown.startswith(row["target"]) and row["target"] != ""
    if not row["comparison"]:
        stated = [target.get("stated", "") for target in indicator.get("targets", [])]
        return shown in [text for text in stated if text]
    if not row["target"]:
        return "so với cùng kỳ năm trước" in shown
    is_percent = indicator["unit"] == "%"
    # Nothing is less than none, and no share is more than the whole.
    is_end = (row["comparison"], float(row["target"])) in (
        [("<=", 0), (">=", 100)] if is_percent else [("<=", 0)])
    bar = ("" if is_end else SIGNS[row["comparison"]]) + number_text(row["target"]) \
        + ("%" if is_percent else "")
    return shown == bar or shown.endswith("(%s)" % bar) and "so với cùng kỳ năm trước" in shown


def check_targets(report, rows, indicators):
    """The targets of a unit that its report does not hold."""
    faults = []
    shown = collections.defaultdict(list)
    for target in report.targets:
        shown[target.name].append(target)
    for row in rows:
        indicator = indicators[row["indicator"]]
        found = False
        for target in shown[indicator["name"]]:
            if target.status is None:
                # All targets of one that nobody typed stand in one cell.
                found = row["source"] in target.source and any(
                    goal_fits(goal, row, indicator) for goal in target.goal.split("; "))
            else:
                found = target.source.startswith(row["source"]) \
                    and goal_fits(target.goal, row, indicator) \
                    and target.status == STATUS[row["status"]]
            if found:
                break
        if not found:
            faults.append("no target %s %s of %s (%s)" % (
                row["comparison"], row["target"], row["indicator"], row["source"]))
    return faults


@functools.lru_cache(maxsize=4)
def parsed(suffix, text):
    """The parts of a report in one of its formats."""
    return markdown_report(text) if suffix == "md" else page_report(text)


def check(texts, unit, province, names, rows, indicators):
    """Everything that is wrong with a report; `texts` are those of its formats."""
    faults, headings = [], []
    for suffix, text in texts.items():
        report = parsed(suffix, text)
        found = check_head(report, unit, province) + check_text(report, names) \
            + check_foot(report) + check_targets(report, rows, indicators)
        faults += ["%s: %s" % (suffix, fault) for fault in found]
        headings.append((report.headings, report.left, report.right, report.addressees,
                         report.signer, report.recipients,
                         [part.text for part in report.body if part.kind == "text"]))
    for one, other in zip(*headings) if len(headings) == 2 else []:
        if one != other:
            place = next((i for i, pair in enumerate(zip(one, other)) if pair[0] != pair[1]),
                         min(len(one), len(other)))
            faults.append("the formats differ: %s, %s" % (one[place:place + 1],
                                                          other[place:place + 1]))
    return faults


# --- doctored copies ------------------------------------------------------

def doctored(texts, has_targets):
    """Copies of a report of which each is wrong in one way."""
    md, html = texts["md"], texts["html"]

    def without_text(text, heading, following):
        start = text.index(heading) + len(heading)
        return text[:start] + text[text.index(following, start):]

    ways = []
    replaced = [
        ("another motto", "Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc"),
        ("another country line", COUNTRY, COUNTRY.title()),
        ("no number", "/BC-", "/"),
        ("another agency", "ỦY BAN NHÂN DÂN ", "SỞ "),
        ("no title", "BÁO CÁO", "TỜ TRÌNH"),
        ("another subject", "Công tác cải cách hành chính", "Công tác hành chính"),
        ("no addressee", "Kính gửi:", "Gửi:"),
        ("another heading", "II. KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ", "II. KẾT QUẢ CÁC NHIỆM VỤ"),
        ("a heading of another number", "4. Cải cách chế độ công vụ",
         "5. Cải cách chế độ công vụ"),
        ("headings in another order", "3. Kiểm tra cải cách hành chính",
         "4. Thông tin, tuyên truyền"),
        ("no end", "./.", "."),
        ("a second end", "như sau:", "./. như sau:"),
        ("no archive", "Lưu: VT", "Lưu"),
        ("no recipients", "Nơi nhận", "Gửi"),
        ("an annex twice", "Phụ lục II", "Phụ lục I"),
    ]
    if has_targets:
        replaced += [
            ("no name of an indicator", "Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn",
             "Tỷ lệ hồ sơ"),
            ("another document", "384/QĐ-UBND, mục", "385/QĐ-UBND, mục"),
            ("another document", "2596/UBND-NC, mục", "2597/UBND-NC, mục"),
            ("another goal", "≥ ", "> "),
            ("another judgement", "Chưa đạt", "Đạt"),
        ]
    for name, old, new in replaced:
        for suffix, text in texts.items():
            spoiled = text.replace(old, new)
            if spoiled != text:
                ways.append(("%s: %s" % (suffix, name), dict(texts, **{suffix: spoiled})))
    for suffix, pattern in (("md", r"ngày [0-9]+ tháng [0-9]+ năm"),
                            ("html", r"ngày [0-9]+ tháng [0-9]+ năm")):
        for name, new in (("a day without its zero", "ngày 5 tháng 7 năm"),
                          ("a month without its zero", "ngày 05 tháng 2 năm"),
                          ("a month with a zero", "ngày 05 tháng 07 năm")):
            ways.append(("%s: %s" % (suffix, name),
                         dict(texts, **{suffix: re.sub(pattern, new, texts[suffix], count=1)})))
    ways.append(("md: a heading without a text", dict(texts, md=without_text(
        md, "### 3. Nguyên nhân\n", "## IV."))))
    ways.append(("html: a heading without a text", dict(texts, html=without_text(
        html, "3. Nguyên nhân</h3>", "<h2"))))
    ways.append(("md: no signer", dict(texts, md=without_text(md, "./.\n", "***Nơi nhận"))))
    ways.append(("html: no signer", dict(texts, html=without_text(
        html, '<div class="signer">', "</div>"))))
    ways.append(("html: an annex is missing", dict(texts, html=re.sub(
        r'(?s)<section class="sheet[^"]*annex[^"]*".*?</section>', "", html, count=1))))
    return ways


# --- main -----------------------------------------------------------------

def read(path):
    """The text of a file."""
    with open(path, encoding="utf-8", newline="") as stream:
        return stream.read()


def catalogue(folder):
    """The indicators by their ids."""
    entries = {}
    for path in sorted(glob.glob(os.path.join(folder, "indicators", "*.yaml"))):
        for entry in common.load_yaml(path).get("indicators", []):
            entries[entry["id"]] = entry
    return entries


def read_formats(job):
    """The texts of the main report of a unit."""
    base = os.path.join(job[0], job[1]["level"], job[1]["code"])
    return {suffix: read("%s.%s" % (base, suffix)) for suffix in ("md", "html")}


def check_unit(job):
    """What is wrong with the report of a unit, and how much there is of it."""
    texts = read_formats(job)
    report = parsed("md", texts["md"])
    return check(texts, *job[1:]), {
        "reports": 1, "headings": len(report.headings), "annexes": len(report.annexes),
        "targets": len(job[4]), "letters": len(texts["html"])}


def main():
    """Checks the main report of every unit of a run."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--templates", required=True)
    options = parser.parse_args()
    manifest = json.loads(read(os.path.join(options.out, "manifest.json")))
    names = period_names(manifest["period"])
    indicators = catalogue(options.templates)
    rows = collections.defaultdict(list)
    for row in common.read_table(os.path.join(options.out, "targets.csv")):
        if row["scope"] == "area":
            rows[row["unit"]].append(row)
    units = manifest["units"]
    province = next(unit for unit in units if not unit["parent"])
    written = {entry["path"] for entry in manifest["outputs"]}
    jobs = [(options.out, unit, province, names, rows[unit["code"]], indicators) for unit in units
            if "%s/%s.md" % (unit["level"], unit["code"]) in written]
    faults, counts, good = [], collections.Counter(), []
    with multiprocessing.Pool() as pool:
        for job, (found, sizes) in zip(jobs, pool.imap(check_unit, jobs)):
            faults += ["%s: %s" % (job[1]["code"], fault) for fault in found]
            counts.update(sizes)
            if not found:
                good.append((sizes["letters"], job))
    ways = []
    if good:
        job = min(good, key=lambda pair: pair[0])[1]
        ways = doctored(read_formats(job), bool(job[4]))
        faults += ["%s is not found" % name for name, spoiled in ways
                   if not check(spoiled, *job[1:])]
    for fault in faults[:SHOWN]:
        print(fault)
    if not counts["reports"] or not ways:
        faults.append("no report, or none without fault")
    print("%s: %s%d reports in two formats (%d headings, %d annexes, %d targets), "
          "%d ways of spoiling one %s" % (
              names[0], "%d faults in " % len(faults) if faults else "", counts["reports"],
              counts["headings"], counts["annexes"], counts["targets"], len(ways),
              "tried" if faults else "found"))
    return 1 if faults else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (common.CheckError, yaml.YAMLError, StopIteration) as error:
        print("outline.py: %s" % error, file=sys.stderr)
        sys.exit(2)
