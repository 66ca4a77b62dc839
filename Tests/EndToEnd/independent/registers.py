"""The hand-kept tables of a project, read a second time, and what is counted with them.

Written from the contract alone; nothing here is taken from the main program.
"""

import csv
import datetime
import glob
import os
import re

import common
from common import clean, fold

ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def rows(project, kind):
    """The rows of every file of a kind, as dictionaries of our fields."""
    found = []
    for source in project.sources:
        if source["kind"] != kind:
            continue
        data = common.load_yaml(project.profile_path(source["profile"]))
        fields = {fold(name): field for field, names in data["columns"].items()
                  for name in common.as_list(names)}
        for path in common.matching_files(project.base, source["files"]):
            with open(os.path.join(project.base, path), encoding="utf-8-sig", newline="") as stream:
                table = list(csv.reader(stream))
            heads = [fields.get(fold(cell), "") for cell in table[0]]
            for cells in table[1:]:
                if any(clean(cell) for cell in cells):
                    found.append({head: clean(cell) for head, cell in zip(heads, cells) if head})
    return found


def whole(text):
    """The whole number of a text such as 1.600; None if empty."""
    return int(text.replace(".", "")) if text else None


def due_day(text):
    """The last day of a task as 2023-06-30, or None for one that has none."""
    folded = fold(text)
    if re.fullmatch(r"[0-9]{2}/[0-9]{2}/[0-9]{4}", text):
        return "%s-%s-%s" % (text[6:], text[3:5], text[:2])
    if not folded or re.match(r"(thuong xuyen|dinh ky|theo|sau khi)", folded):
        return None
    folded = folded.split(" va theo")[0]
    year = int(re.findall(r"[0-9]{4}", folded)[-1])
    if folded.startswith("quy"):
        quarters = [ROMANS[word] for word in folded.split() if word in ROMANS]
        month = 3 * quarters[-1]
    elif folded.startswith("hoan thanh truoc thang"):
        month = int(folded.split()[4]) - 1
    elif folded.startswith("thang"):
        month = int(folded.split()[1])
    else:
        month = 12
    after = datetime.date(year + month // 12, month % 12 + 1, 1)
    return (after - datetime.timedelta(days=1)).isoformat()


def staff(project, shown, day):
    """People at the one-stop shop by unit."""
    known = {}
    for row in rows(project, "staff"):
        unit = project.catalogue.find(row.get("agencyCode", ""), row.get("agencyName", ""), day)
        known[project.catalogue.place(unit, shown) if unit else row["agencyCode"]] = whole(
            row["count"])
    return known


def tasks(project, shown, province, day):
    """(unit, 1 if done by the day) of every task due by the day."""
    last = {}
    for row in rows(project, "plan-tasks"):
        last[row["code"]] = row
    for row in last.values():
        due = due_day(row.get("dueAt", ""))
        if not due or due > day:
            continue
        finished = due_day(row.get("finishedAt", ""))
        unit = project.catalogue.find("", row.get("lead", ""), day)
        yield project.catalogue.place(unit, shown) if unit else province, int(bool(finished) and finished <= day)


def national(text):
    """A procedure's code without what a province adds behind the national part."""
    found = re.match(r"([1-3]\.[0-9]{6})\.", text)
    return found.group(1) if found else text


def procedures(project):
    """(code, levels, service level, fee) of every row of the list; levels empty if not said."""
    source = next(source for source in project.sources if source["kind"] == "procedures")
    values = common.load_yaml(project.profile_path(source["profile"])).get("values") or {}
    known = {field: {fold(text): word for word, texts in words.items()
                     for text in common.as_list(texts)} for field, words in values.items()}
    for row in rows(project, "procedures"):
        texts = re.split(r"[;,|/\n]", row.get("level", ""))
        levels = [known["level"].get(fold(text)) for text in texts if fold(text)]
        yield (national(row["procedure"]), set() if None in levels else set(levels),
               known["serviceLevel"].get(fold(row.get("serviceLevel", "")), ""),
               known["feeRequired"].get(fold(row.get("feeRequired", "")), ""))


def typed_rates(project, shown, period, day):
    """(indicator, unit, numerator, denominator) typed for rates that are made of parts."""
    known = set()
    for path in sorted(glob.glob(os.path.join(project.templates, "indicators", "*.yaml"))):
        for entry in common.load_yaml(path).get("indicators") or []:
            if entry["kind"] == "indicator-values" and entry["roll-up"] == "parts":
                if entry["unit"] == "%":
                    known.add(entry["id"])
    for row in rows(project, "indicator-values"):
        if row["period"] == period and row["indicator"] in known:
            unit = project.catalogue.find(row.get("agencyCode", ""), row.get("agencyName", ""), day)
            yield row["indicator"], project.catalogue.place(unit, shown), whole(row["numerator"]), whole(row["denominator"])
