#!/usr/bin/env python3
"""Renders every Markdown file of a run with two programs, which must read the same document in it.

    markdown.py OUT

The programs are cmark-gfm with GitHub's extensions (table, autolink, strikethrough, tagfilter, task
list) and markdown-it with tables. Their HTML is parsed with html5lib and compared: elements, texts,
where links lead, the sides of columns. In the document there must be as many tables as the file has
rows of dashes, as many rows as it has lines with bars, no HTML of its own, and no link that is not
written as one. In the file the bars of a table stand below each other, but in rows with a cell of
more than 56 letters and under long heads.

At the end a file is spoiled in several ways, each of which must be found. Exit 0 where nothing is
wrong, 1 where something is, 2 for wrong usage or where cmark-gfm is missing.
"""

import os
import re
import shutil
import subprocess
import sys
import unicodedata

import html5lib
from markdown_it import MarkdownIt

PROGRAM = "cmark-gfm"
EXTENSIONS = ("table", "autolink", "strikethrough", "tagfilter", "tasklist")
LEVELS = ("tinh", "huyen", "xa")
WIDEST = 56
SHOWN = 40
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def rendered(text):
    """The HTML that cmark-gfm makes of a text."""
    command = [PROGRAM, "--to", "html"]
    for name in EXTENSIONS:
        command += ["--extension", name]
    return subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE,
                          check=True).stdout.decode()


def tree(html):
    """A document as a list of tags and texts, without what the two programs write differently."""
    events = []

    def walk(element):
        if not isinstance(element.tag, str):
            events.append("a comment: %s" % element.text)
            return
        style = re.search(r"text-align:\s*(\w+)", element.get("style", ""))
        marks = [element.get("href") or "", element.get("src") or "",
                 element.get("align") or (style.group(1) if style else "")]
        events.append(" ".join([element.tag] + [mark for mark in marks if mark]))
        put(element.text)
        for child in element:
            walk(child)
            events.append("/")
            put(child.tail)

    def put(text):
        text = " ".join((text or "").split())
        if text:
            events.append("«%s»" % text)

    walk(html5lib.parseFragment(html, namespaceHTMLElements=False))
    return events


def is_bar_line(line):
    """Whether a line is a row of a table."""
    return line.startswith("|")


def is_dashes(line):
    """Whether a line is the row of dashes of a table."""
    return is_bar_line(line) and re.fullmatch(r"\|(\s*:?-+:?\s*\|)+", line) is not None


def cells(line):
    """What stands between the bars of a line, with the spaces round it."""
    return re.split(r"(?<!\\)(?:\\\\)*\|", line)[1:-1]


def letters(text):
    """The number of letters of a text, accents with the letter before them."""
    return len(unicodedata.normalize("NFC", text))


def tables(lines):
    """The tables of a file as lists of (number, line)."""
    found, inside = [], False
    for number, line in enumerate(lines, 1):
        if is_bar_line(line):
            if not inside:
                found.append([])
            found[-1].append((number, line))
        inside = is_bar_line(line)
    return found


def check_alignment(lines):
    """Rows of tables whose bars do not stand below each other."""
    faults = []
    for table in tables(lines):
        rows = [(number, cells(line)) for number, line in table[1:]]
        usual = [row for row in rows if all(letters(cell.strip()) <= WIDEST for cell in row[1])]
        widths = [letters(cell) for cell in usual[0][1]] if usual else []
        for number, row in usual:
            if [letters(cell) for cell in row] != widths:
                faults.append("line %d: the bars do not stand below those of the row of dashes"
                              % number)
        if any(width > WIDEST + 2 for width in widths):
            faults.append("line %d: a column of more than %d letters" % (table[0][0], WIDEST))
    return faults


def check(text):
    """Everything that is wrong with a text."""
    tokens = READER.parse(text)
    faults = ["line %d: HTML" % ((token.map or [0])[0] + 1) for token in tokens
              if token.type == "html_block"
              or any(child.type == "html_inline" for child in token.children or [])]
    one = tree(rendered(text))
    other = tree(READER.renderer.render(tokens, READER.options, {}))
    if one != other:
        place = next((i for i, pair in enumerate(zip(one, other)) if pair[0] != pair[1]),
                     min(len(one), len(other)))
        faults.append("the two programs read different documents: %s, %s"
                      % (one[place:place + 3], other[place:place + 3]))
    lines = text.split("\n")
    dashes = sum(map(is_dashes, lines))
    for name, found, expected in (
            ("tables", sum(event.split(" ")[0] == "table" for event in one), dashes),
            ("rows", sum(event == "tr" for event in one), sum(map(is_bar_line, lines)) - dashes)):
        if found != expected:
            faults.append("%d %s are read, %d are written" % (found, name, expected))
    links = sum(event.split(" ")[0] == "a" for event in one)
    written = len(re.findall(r"(?<!\\)\]\(", text))
    if links != written:
        faults.append("%d links are read, %d are written" % (links, written))
    return faults + check_alignment(lines), dashes, written


def self_check(text):
    """Spoils a text in several ways; gives the number, and what was not found."""
    lines = text.split("\n")
    dash = [i for i, line in enumerate(lines) if is_dashes(line)][-1]
    body = next(i for i in range(dash + 1, len(lines)) if is_bar_line(lines[i]))

    def with_line(number, line):
        return "\n".join(lines[:number] + [line] + lines[number + 1:])

    ways = {
        "a table without its row of dashes": with_line(dash, ""),
        "a row of dashes that is too short": with_line(dash, "| --- |"),
        "a row without its bars": with_line(body, lines[body].replace("|", " ")),
        "a bar that is not below the others": with_line(body, lines[body].replace("|", "| ", 1)),
        "HTML in a paragraph": text + "\n<b>1</b>\n",
        "HTML of its own": text + "\n<div>\n1\n</div>\n",
        "an address": text + "\nhttps://a.vn\n",
    }
    return len(ways), ["%s is not found" % name for name, spoiled in ways.items()
                       if not check(spoiled)[0]]


def main():
    """Checks every Markdown file of a run."""
    if len(sys.argv) != 2 or not os.path.isdir(sys.argv[1]):
        print("usage: markdown.py OUT", file=sys.stderr)
        return 2
    if not shutil.which(PROGRAM):
        print("%s is missing: apt-get install %s" % (PROGRAM, PROGRAM), file=sys.stderr)
        return 2
    faults, files, total, links = [], 0, 0, 0
    for level in LEVELS:
        folder = os.path.join(sys.argv[1], level)
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
            if not name.endswith(".md"):
                continue
            with open(os.path.join(folder, name), encoding="utf-8", newline="") as stream:
                text = stream.read()
            found, dashes, written = check(text)
            faults += ["%s/%s: %s" % (level, name, fault) for fault in found]
            if not files and not found:
                ways, missed = self_check(text)
                faults += missed
            files, total, links = files + 1, total + dashes, links + written
    for fault in faults[:SHOWN]:
        print(fault)
    if not files:
        faults.append("no file")
    print("%d faults in %d files" % (len(faults), files) if faults else
          "%d files read alike by two programs (%d tables, %d links), %d ways of spoiling one found"
          % (files, total, links, ways))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
