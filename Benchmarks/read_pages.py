#!/usr/bin/env python3
"""The pages and Markdown files of a run as data for templates, and back.

    read_pages.py read OUT DATA.json      what Benchmarks/render_jinja.py is fed with
    read_pages.py compare OUT PEER        that it wrote the same, exit 1 where not

The rows and cells of tables become lists. What stands round them becomes a list of pieces, markup and
text in turn: less work than the templates of the program do for it, which is to the peer's advantage.
Compared are elements, attributes and texts of pages, and the words of Markdown: how wide its columns
are padded is the program's own, and left out.
"""

import glob
import json
import os
import re
import sys

import html5lib

VOID = {"meta", "br", "wbr", "col", "link", "img", "input", "hr"}


def escaped(value):
    """A text within quotes."""
    return value.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def attributes(element):
    """The attributes of an element as they are written."""
    return "".join(' %s="%s"' % (name, escaped(value)) for name, value in element.items())


def inner(element):
    """What an element holds, as it is written."""
    page = Page()
    page.content(element)
    page.text("")
    return "".join(part["markup"] + escaped(part["text"]) for part in page.parts)


class Page:
    """The pieces of a page."""

    def __init__(self):
        self.parts, self.markup = [], ""

    @classmethod
    def read(cls, text):
        """The pieces of a text."""
        page = cls()
        page.element(html5lib.parse(text, namespaceHTMLElements=False))
        page.text("")
        return page.parts

    def text(self, text):
        """Ends a piece with a text."""
        if self.markup or text:
            self.parts.append({"markup": self.markup, "text": text})
            self.markup = ""

    def element(self, element):
        """Appends an element."""
        if element.tag == "table":
            self.text("")
            self.parts.append(self.table(element))
            return
        self.markup += "<%s%s>" % (element.tag.rpartition("}")[2], attributes(element))
        if element.tag in VOID:
            return
        self.content(element)
        self.markup += "</%s>" % element.tag.rpartition("}")[2]

    def content(self, element):
        """Appends what an element holds."""
        if element.tag in ("style", "script"):
            self.markup += element.text or ""
        elif element.text:
            self.text(element.text)
        for child in element:
            self.element(child)
            if child.tail:
                self.text(child.tail)

    def table(self, table):
        """A table as rows of cells."""
        caption = table.find("caption")
        part = {"attributes": attributes(table),
                "caption": None if caption is None else
                {"class": caption.get("class"), "text": "".join(caption.itertext())},
                "columns": [c.get("class", "") for c in table.iter("col")], "head": [],
                "numbers": [], "bodies": []}
        for row in table.find("thead"):
            if row.get("class") == "numbers":
                part["numbers"] = [[(cell.text or "")] + [c.tail for c in cell if c.tail]
                                   for cell in row]
            else:
                part["head"].append([self.cell(cell) for cell in row])
        for body in table.findall("tbody"):
            part["bodies"].append({"class": body.get("class"), "rows": [
                {"attributes": attributes(row), "markup": inner(row)} if row.get("class") == "foot"
                else {"is_group": row.get("class") == "group", "is_total": row.get("class") == "total",
                      "data": row.get("data-unit"), "cells": [self.cell(cell) for cell in row]}
                for row in body]})
        return part

    @staticmethod
    def cell(cell):
        """A cell with the parts that templates tell apart."""
        spans = {span.get("class"): "".join(span.itertext()) for span in cell.findall("span")}
        if len(cell) and not set(spans) <= {"unit", "source"} or len(cell) > len(spans):
            return {"markup": inner(cell), "tag": cell.tag, "attributes": attributes(cell)}
        return {"is_head": cell.tag == "th", "scope": cell.get("scope"), "class": cell.get("class"),
                "columns": cell.get("colspan"), "rows": cell.get("rowspan"),
                "text": cell.text or "", "unit": spans.get("unit"), "source": spans.get("source")}


def unescaped(text):
    """A cell's text without the signs that make it data."""
    return re.sub(r"\\(.)", r"\1", text).replace("&lt;", "<").replace("&amp;", "&")


def markdown(text):
    """The pieces of a Markdown file."""
    parts = []
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        table = []
        while number < len(lines) and lines[number].startswith("|"):
            table.append([cell.strip() for cell in re.split(r"(?<!\\)\|", lines[number])[1:-1]])
            number += 1
        if table:
            sides = ["middle" if c[0] == ":" and c[-1] == ":" else "right" if c[-1] == ":" else "left"
                     for c in table[1]]
            rows = [[{"is_bold": len(c) > 4 and c[:2] == c[-2:] == "**",
                      "text": unescaped(c[2:-2] if len(c) > 4 and c[:2] == c[-2:] == "**" else c)}
                     for c in row] for row in table[2:]]
            parts.append({"head": list(map(unescaped, table[0])), "columns": sides, "rows": rows})
            continue
        if not parts or "lines" not in parts[-1]:
            parts.append({"lines": []})
        parts[-1]["lines"].append(lines[number])
        number += 1
    return parts


def files(folder):
    """Paths of all reports of a run."""
    return sorted(os.path.relpath(path, folder) for kind in ("html", "md")
                  for path in glob.glob("%s/*/*.%s" % (folder, kind)))


def content(folder, name):
    """The text of a file."""
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as stream:
        return stream.read()


def events(text):
    """Elements, attributes and texts of a page, spaces aside."""
    found = []
    for element in html5lib.parse(text, namespaceHTMLElements=False).iter():
        if isinstance(element.tag, str):
            found.append((element.tag, sorted(element.items()), "".join((element.text or "").split()),
                          "".join((element.tail or "").split())))
    return found


def words(text):
    """The words of a Markdown file, without escapes, spaces and the widths of columns."""
    return re.sub(r"\s|\\", "", re.sub(r"-{3,}", "---", text))


def main():
    """Reads or compares."""
    action, folder, other = sys.argv[1:4]
    if action == "read":
        data = {name: Page.read(content(folder, name)) if name.endswith(".html")
                else markdown(content(folder, name)) for name in files(folder)}
        with open(other, "w", encoding="utf-8") as stream:
            json.dump(data, stream, ensure_ascii=False)
        print("%d files read" % len(data))
        return 0
    names, differ = files(folder), 0
    for name in names:
        key = events if name.endswith(".html") else words
        if key(content(folder, name)) != key(content(other, name)):
            differ += 1
            print("%s differs" % name)
    print("%d files compared, %d differ" % (len(names), differ))
    return 1 if differ or not names else 0


if __name__ == "__main__":
    sys.exit(main())
