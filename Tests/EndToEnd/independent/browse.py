#!/usr/bin/python3
"""Uses the pages of a run in a browser, as a reader does.

    browse.py OUT --axe axe.min.js --vnu vnu.jar

From the index down to a unit of the lowest level and back, searching, sorting, filtering, printing;
light and dark, on a wide screen and a narrow one. No page may ask anybody for anything, say
anything on the console, or have a finding of axe-core or of the Nu HTML checker.
Prints a line for each kind of check; every fault is listed as `page: reason`.
Exit status: 0 no faults, 1 faults, 2 wrong usage.
"""

import argparse
import base64
import glob
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

NARROW = 375
MARKS = {"", "-", "…", "x"}


class Reader:
    """A browser, and what is wrong with what it showed."""

    def __init__(self, folder):
        self.folder = os.path.abspath(folder)
        self.faults = []
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for word in ("--headless=new", "--disable-gpu", "--force-color-profile=srgb",
                     "--window-size=1280,1000", "--lang=vi"):
            options.add_argument(word)
        if os.geteuid() == 0:
            options.add_argument("--no-sandbox")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        self.driver.set_page_load_timeout(120)
        self.driver.set_script_timeout(300)
        self.driver.execute_cdp_cmd("Network.enable", {})

    def name(self):
        """The page that is open, from the folder of the run."""
        return self.driver.current_url.removeprefix("file://" + self.folder + "/")

    def fault(self, reason, page=None):
        self.faults.append("%s: %s" % (page or self.name(), reason))

    def expect(self, is_right, reason):
        if not is_right:
            self.fault(reason)

    def open(self, page):
        self.driver.get("file://%s/%s" % (self.folder, page))
        self.listen()

    def listen(self):
        """Faults of the page that was opened last: what it said and what it asked for."""
        for entry in self.driver.get_log("browser"):
            self.fault("console: %s" % entry["message"][:200])
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                url = message["params"]["request"]["url"]
                is_own = url.startswith("file://" + self.folder) or url.startswith("data:,")
                self.expect(is_own, "asks for %s" % url[:200])

    def find(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def script(self, text, *arguments):
        return self.driver.execute_script(text, *arguments)

    def media(self, scheme="light", width=None):
        """Light or dark, on a screen of a width."""
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": scheme}]})
        if width:
            self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
                "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False})
        else:
            self.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def folded(text):
    """Without accents and case, đ as d: how a reader types a name in haste."""
    text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in text if not unicodedata.combining(sign)).lower()


# --- from page to page ----------------------------------------------------------

def walk(reader):
    """Down from the index to the lowest level by the links of the pages, and up again; gives the
    pages."""
    reader.open("index.html")
    reader.find("section[data-units] tbody th a")[0].click()
    reader.listen()
    pages = [reader.name()]
    while True:
        lists = [one for one in reader.find(".top details") if one.find_elements(
            By.CSS_SELECTOR, "a[href^='../']")]
        if not lists:
            break
        lists[-1].find_element(By.TAG_NAME, "summary").click()
        lists[-1].find_element(By.CSS_SELECTOR, "a").click()
        reader.listen()
        reader.expect(reader.name() not in pages, "is reached twice on the way down")
        if reader.name() in pages:
            break
        pages.append(reader.name())
    levels = [page.split("/")[0] for page in pages]
    reader.expect(len(pages) > 1 and levels[-1] == "xa", "the way down ends at %s" % levels)
    for page in reversed(pages[:-1]):
        ways = reader.find("nav[aria-label='Vị trí'] a")
        ways[-1].click()
        reader.listen()
        reader.expect(reader.name() == page, "is not %s, the unit above" % page)
    reader.find("nav[aria-label='Vị trí'] a")[0].click()
    reader.listen()
    reader.expect(reader.name() == "index.html", "is not the index")
    return pages


# --- sorting, searching, filtering ----------------------------------------------

def value_of(text):
    """A number or a text to sort by; None for a mark."""
    text = re.sub(r"\s*\(\d+\)$", "", text.strip())
    if text in MARKS:
        return None
    if re.fullmatch(r"[+-]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?%?", text):
        return float(text.replace(".", "").replace("%", "").replace(",", "."))
    return text


def column(reader, table, place):
    return [value_of(text) for text in reader.script(
        "return Array.from(arguments[0].tBodies[0].rows).filter(row => !row.matches('.total'))"
        ".map(row => row.cells[arguments[1]])"
        ".map(cell => !cell || cell.colSpan > 1 ? '' : cell.dataset.value ?? cell.textContent)",
        table, place)]


def sort_tables(reader):
    """Sorts the first tables of a page by every column, both ways, by keyboard and by pointer."""
    count = 0
    for table in reader.find("table[data-sortable]")[:3]:
        before = len(table.find_elements(By.CSS_SELECTOR, "tbody tr"))
        heads = table.find_elements(By.CSS_SELECTOR, "thead th")
        for place, head in enumerate(heads):
            buttons = head.find_elements(By.CSS_SELECTOR, "button")
            if not buttons:
                reader.expect(head.get_attribute("data-unsorted") is not None,
                              "column %r cannot be sorted" % head.text)
                continue
            for direction, wanted in ((1, "ascending"), (-1, "descending")):
                if direction > 0:
                    buttons[0].send_keys(Keys.ENTER)
                else:
                    reader.script("arguments[0].click()", buttons[0])
                reader.expect(head.get_attribute("aria-sort") == wanted,
                              "column %r does not say that it is sorted" % head.text)
                reader.expect(len(table.find_elements(By.CSS_SELECTOR, "[aria-sort]")) == 1,
                              "two columns say that they are sorted")
                values = column(reader, table, place)
                known = [value for value in values if value is not None]
                reader.expect(values[:len(known)] == known, "marks are not last in %r" % head.text)
                numbers = [value for value in known if isinstance(value, float)]
                reader.expect(numbers == sorted(numbers, reverse=direction < 0),
                              "column %r is not sorted %s" % (head.text, wanted))
                count += 1
        after = len(table.find_elements(By.CSS_SELECTOR, "tbody tr"))
        reader.expect(before == after, "sorting lost rows")
    return count


def search_units(reader):
    """Types parts of names into the search box of a page; gives the number of searches."""
    boxes = reader.find("[data-search] input")
    reader.expect(len(boxes) == 1, "has no search box")
    units = reader.script(
        "return Array.from(document.querySelectorAll('[data-unit]'), one => one.dataset.unit)")
    if not boxes or not units:
        return 0
    names = [units[0].split(" ", 1)[1], units[-1].split(" ", 1)[1], units[len(units) // 2].split()[0],
             "không có đơn vị nào như thế"]
    for name in names:
        boxes[0].clear()
        boxes[0].send_keys(folded(name))
        words = folded(name).split()
        wanted = [unit for unit in units if all(word in folded(unit) for word in words)]
        shown = reader.script(
            "return Array.from(document.querySelectorAll('[data-unit]'))"
            ".filter(one => one.checkVisibility()).map(one => one.dataset.unit)")
        reader.expect(sorted(shown) == sorted(wanted), "the search for %r shows %d of %d units"
                      % (name, len(shown), len(wanted)))
        said = reader.find("[data-search] [role=status]")[0].text
        reader.expect(said.startswith("%d/%d " % (len(wanted), len(units))),
                      "the search for %r says %r" % (name, said))
    boxes[0].send_keys(Keys.CONTROL + "a", Keys.DELETE)
    shown = reader.script("return Array.from(document.querySelectorAll('[data-unit]'))"
                          ".filter(one => one.checkVisibility()).length")
    reader.expect(shown == len(units), "an empty search hides units")
    return len(names)


def filter_tables(reader):
    """Types a word of a row into the filter of every long table; gives their number."""
    boxes = [box for box in reader.find(".tools input")
             if not reader.script("return arguments[0].closest('[data-search]')", box)]
    for box in boxes:
        table = reader.script("return arguments[0].closest('.tools').nextElementSibling"
                              ".querySelector('table')", box)
        rows = table.find_elements(By.CSS_SELECTOR, "tbody tr:not(.group):not(.total)")
        word = folded(rows[-1].get_attribute("textContent")).split()[-1]
        box.send_keys(word)
        hidden = reader.script(
            "return Array.from(arguments[0].tBodies, body => [...body.rows]).flat()"
            ".filter(row => row.hidden).length", table)
        shown = reader.script(
            "return Array.from(arguments[0].querySelectorAll('tbody tr:not(.group):not(.total)'))"
            ".filter(row => !row.hidden && row.cells[0].rowSpan === 1).map(row => row.textContent)", table)
        reader.expect(shown and (hidden or len(shown) == len(rows)), "the filter for %r does nothing" % word)
        said = reader.script("return arguments[0].closest('.tools').querySelector('[role=status]')"
                             ".textContent", box)
        reader.expect(re.fullmatch(r"\d+/\d+ dòng", said), "the filter says %r" % said)
        box.send_keys(Keys.CONTROL + "a", Keys.DELETE)
        left = table.find_elements(By.CSS_SELECTOR, "tr[hidden]")
        reader.expect(not left, "an empty filter hides rows")
    return len(boxes)


# --- looks ------------------------------------------------------------------------

def look(reader, page, axe):
    """axe-core on a page in light and dark and on a narrow screen; gives the number of runs."""
    looks = (("light", None), ("dark", None), ("light", NARROW))
    reader.media()
    reader.open(page)
    reader.script(axe)
    reader.script("document.querySelectorAll('details').forEach(one => one.open = true)")
    for scheme, width in looks:
        reader.media(scheme, width)
        where = "%s%s" % (scheme, ", %d px" % width if width else "")
        result = reader.driver.execute_async_script(
            "const done = arguments[0];"
            "axe.run(document, {resultTypes: ['violations']})"
            ".then(found => done({violations: found.violations.map(one => [one.id, one.help,"
            " one.nodes.length, one.nodes[0].target.join(' '), one.nodes[0].failureSummary])}),"
            " error => done({error: String(error)}))")
        if "error" in result:
            reader.fault("axe-core (%s): %s" % (where, result["error"]))
        for rule, words, count, target, summary in result.get("violations", []):
            reader.fault("axe-core (%s): %s: %s (%d places, first %s: %s)"
                         % (where, rule, words, count, target, summary.replace("\n", " ")[:200]))
        wide = reader.script("return document.documentElement.scrollWidth - innerWidth")
        reader.expect(wide <= 0, "(%s) is %d px wider than the screen" % (where, wide))
    reader.media()
    return len(looks)


# --- printing -----------------------------------------------------------------------

def pages_of(pdf):
    """The text of every page, and its width and height in points."""
    texts = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True,
                           text=True).stdout.split("\f")[:-1]
    info = subprocess.run(["pdfinfo", "-f", "1", "-l", str(len(texts)), pdf], check=True,
                          capture_output=True, text=True).stdout
    sizes = [(round(float(width)), round(float(height))) for width, height in
             re.findall(r"^Page +\d+ size: +([\d.]+) x ([\d.]+)", info, re.MULTILINE)]
    return texts, sizes


def print_page(reader, page):
    """Prints a report, and reads the paper: sizes, numbers, heads of tables; gives its pages."""
    reader.open(page)
    annexes = reader.script(
        "return Array.from(document.querySelectorAll('.annex'), annex => ({"
        "number: annex.querySelector('.annex-number').textContent.trim(),"
        "wide: annex.classList.contains('wide'),"
        "charts: annex.classList.contains('charts'),"
        "notes: annex.querySelector('.notes')?.textContent.replace(/\\s/g, '') ?? '',"
        "heads: Array.from(annex.querySelectorAll('thead tr:first-child th'),"
        " head => head.textContent.trim().split(/\\s+/)[0])}))")
    data = reader.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(base64.b64decode(data))
        file.flush()
        texts, sizes = pages_of(file.name)
    reader.expect(len(texts) == len(sizes) > 1, "is printed on %d pages" % len(texts))
    lines = [[line.strip() for line in text.splitlines() if line.strip()] for text in texts]
    reader.expect(not re.fullmatch(r"\d+", lines[0][0]), "the first page has a number")
    for number, page_lines in enumerate(lines[1:], 2):
        reader.expect(page_lines and page_lines[0] == str(number),
                      "page %d has no number at its top" % number)
        reader.expect(len(page_lines) > 1, "page %d is empty" % number)
    for number, size in enumerate(sizes, 1):
        reader.expect(size in ((595, 842), (842, 595)), "page %d is %dx%d" % (number, *size))
    reader.expect(sizes[0] == (595, 842), "the report is not upright")
    starts = [next((index for index, page_lines in enumerate(lines)
                    if annex["number"] in page_lines), None) for annex in annexes]
    for place, (annex, start) in enumerate(zip(annexes, starts)):
        if start is None:
            reader.fault("%s is not printed" % annex["number"])
            continue
        end = starts[place + 1] if place + 1 < len(starts) else len(lines)
        reader.expect((sizes[start] == (842, 595)) == annex["wide"],
                      "%s does not lie as it should" % annex["number"])
        # The charts have tables of their own.
        if not annex["heads"] or annex["charts"] or end is None:
            continue
        for index in range(start, end):
            # Every page has the head of the table, but for one of the notes below it.
            if not "".join(lines[index][1:]).replace(" ", "") in annex["notes"]:
                reader.expect(any(annex["heads"][0] in line.split() for line in lines[index]),
                              "page %d of %s has no head of the table" % (index + 1, annex["number"]))
    return len(texts)


# --- sources -----------------------------------------------------------------------------

def check_sources(reader, vnu):
    """Every page with the Nu HTML checker, and for controls that would be dead without scripts."""
    pages = sorted(glob.glob(reader.folder + "/**/*.html", recursive=True))
    for page in pages:
        with open(page, encoding="utf-8") as file:
            text = file.read()
        short = os.path.relpath(page, reader.folder)
        if re.search(r"<(button|input|select|form|iframe|object|embed|link|img)\b", text):
            reader.fault("holds a control or something from elsewhere", short)
        if len(text.encode()) > 500_000:
            reader.fault("has %d bytes" % len(text.encode()), short)
    result = subprocess.run(["java", "-Xss8m", "-jar", vnu, "--format", "json", "--stdout",
                             "--exit-zero-always"] + pages, capture_output=True, text=True)
    try:
        messages = json.loads(result.stdout)["messages"]
    except (ValueError, KeyError):
        reader.fault("the Nu HTML checker says %s" % (result.stderr or result.stdout)[:300], "*")
        return len(pages)
    for message in messages[:50]:
        short = os.path.relpath(message.get("url", "").removeprefix("file:"), reader.folder)
        reader.fault("line %s: %s: %s" % (message.get("lastLine"), message.get("type"),
                                          message.get("message")), short)
    return len(pages)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--axe", required=True)
    parser.add_argument("--vnu", required=True)
    arguments = parser.parse_args()
    with open(arguments.axe, encoding="utf-8") as file:
        axe = file.read()
    reader = Reader(arguments.folder)
    try:
        way = walk(reader)
        print("%s: %d levels down and up again" % (arguments.folder, len(way)))
        compared = [os.path.basename(page) for page in
                    sorted(glob.glob(reader.folder + "/so-sanh-*.html"))]
        reader.open("index.html")
        searches = search_units(reader)
        sorts = sort_tables(reader)
        filters = 0
        for page in compared:
            reader.open(page)
            searches += search_units(reader)
            filters += filter_tables(reader)
        for page in way:
            reader.open(page)
            sorts += sort_tables(reader)
            filters += filter_tables(reader)
        print("%d searches, %d columns sorted, %d tables filtered" % (searches, sorts, filters))
        reader.expect(min(searches, sorts, filters, len(compared)) > 0, "nothing to search, sort, "
                      "filter or compare")
        printed = {page: print_page(reader, page) for page in (way[0], way[-1])}
        print("printed: %s" % ", ".join("%s on %d pages" % one for one in printed.items()))
        departments = [page for page in sorted(glob.glob(reader.folder + "/tinh/*-*.html"))]
        looked = ["index.html"] + way + compared[:1] + [
            os.path.relpath(page, reader.folder) for page in departments[:1]]
        runs = sum(look(reader, page, axe) for page in looked)
        print("%d looks of %d pages" % (runs, len(looked)))
        print("%d pages checked as text" % check_sources(reader, arguments.vnu))
    finally:
        reader.driver.quit()
    for fault in reader.faults[:100]:
        print(fault)
    print("%d faults" % len(reader.faults))
    return 1 if reader.faults else 0


if __name__ == "__main__":
    sys.exit(main())
