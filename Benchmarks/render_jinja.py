#!/usr/bin/env python3
"""Renders what Benchmarks/read_pages.py read with Jinja2: render_jinja.py DATA.json OUT.

Prints CPU seconds and peak kilobytes of rendering alone: Python's start, reading the data, compiling
the templates and writing the files are left out. Texts are escaped by Jinja2 in pages, and in Markdown
by one regular expression.
"""

import json
import os
import re
import resource
import sys
import time

import jinja2

SIGNS = re.compile(r"[\\`*_\[\]|~@$]|(?<!\w):(?=/)|^[#>=]|^[+-](?= )")


def markdown(text):
    """A text as data of Markdown."""
    return SIGNS.sub(lambda sign: "\\" + sign.group(), text.replace("&", "&amp;").replace("<", "&lt;"))


def main(data, out):
    """Renders every file, then writes them."""
    with open(data, encoding="utf-8") as stream:
        files = json.load(stream)
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "jinja")
    settings = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder), trim_blocks=False, auto_reload=False,
        autoescape=lambda name: name is not None and name.endswith(".html"))
    settings.filters["markdown"] = markdown
    page, report = settings.get_template("page.html"), settings.get_template("report.md")
    settings.get_template("table.html")
    start = time.process_time()
    texts = {name: (page if name.endswith(".html") else report).render(parts=parts)
             for name, parts in files.items()}
    seconds = time.process_time() - start
    print("%.3f %d" % (seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
    for name, text in texts.items():
        path = os.path.join(out, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(text)


if __name__ == "__main__":
    main(*sys.argv[1:3])
