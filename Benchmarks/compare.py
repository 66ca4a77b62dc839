#!/usr/bin/env python3
"""Holds figures.csv against the counts of a peer: compare.py FIGURES COUNTS. Exits 1 where they differ."""

import csv
import sys

NAMES = {
    "received": ("dossiers.received", "numerator"),
    "online": ("dossiers.received.online", "numerator"),
    "in_person": ("dossiers.received.in-person", "numerator"),
    "postal": ("dossiers.received.postal", "numerator"),
    "carried": ("dossiers.carried-over", "numerator"),
    "resolved": ("dossiers.resolved", "numerator"),
    "early": ("dossiers.resolved.early", "numerator"),
    "on_time": ("dossiers.resolved.on-time", "numerator"),
    "late": ("dossiers.resolved.late", "numerator"),
    "pending": ("dossiers.pending", "numerator"),
    "overdue": ("dossiers.pending.overdue", "numerator"),
    "full_level": ("one-stop.full-online", "denominator"),
    "full_online": ("one-stop.full-online", "numerator"),
    "charged": ("one-stop.online-payment", "denominator"),
    "paid": ("one-stop.online-payment", "numerator"),
    "components": ("one-stop.components-digitised", "numerator"),
    "results": ("one-stop.results-digitised", "numerator"),
    "judged": ("one-stop.satisfaction", "denominator"),
    "satisfied": ("one-stop.satisfaction", "numerator"),
}


def main(figures, counts):
    """Compares every count of every unit."""
    with open(figures, encoding="utf-8") as file:
        ours = {
            (row["unit"], row["indicator"]): row
            for row in csv.DictReader(file) if row["scope"] == "own"
        }
    wrong = compared = 0
    with open(counts, encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for name, (indicator, part) in NAMES.items():
                compared += 1
                if int(row[name]) != int(ours[row["unit"], indicator][part]):
                    wrong += 1
                    print(row["unit"], name, row[name], ours[row["unit"], indicator][part])
    print("%d counts compared, %d differ" % (compared, wrong))
    sys.exit(1 if wrong or not compared else 0)


if __name__ == "__main__":
    main(*sys.argv[1:3])
