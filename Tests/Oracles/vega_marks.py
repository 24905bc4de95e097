#!/usr/bin/env python3
"""Renders Vega-Lite specifications and counts their marks.

    vega_marks.py FOLDER…

Each FOLDER/charts/*.vl.json must compile, render, and draw as many bars, tiles or points as it has
records with a number: no more, no less, and as many as the chart's CSV and JSON files have. Needs
vl-convert-python from PyPI; without it says so and exits with 77.
"""
import csv
import json
import pathlib
import re
import sys

try:
    import vl_convert
except ImportError as error:
    print(f"skipped: {error.name} is absent")
    sys.exit(77)

MARKS = re.compile(r'aria-roledescription="(?:bar|rect mark|point)"')


def numbers(records, field):
    return sum(1 for record in records if record.get(field) not in (None, ""))


def faults(path):
    spec = json.loads(path.read_text(encoding="utf-8"))
    stem = path.name[: -len(".vl.json")]
    with open(path.with_name(stem + ".csv"), encoding="utf-8", newline="") as file:
        tidy = list(csv.DictReader(file))
    data = json.loads(path.with_name(stem + ".json").read_text(encoding="utf-8"))
    values = spec["data"]["values"]
    # What is drawn: people over time, or parts of different bases; else shares.
    field = "n" if f'"field": "n", "type": "quantitative"' in json.dumps(spec) else "percent"
    wanted = numbers(values, field)
    for name, records in (("CSV", tidy), ("JSON", data["marks"])):
        if len(records) != len(values) or numbers(records, field) != wanted:
            yield f"{path}: other records than its {name}"
    svg = vl_convert.vegalite_to_svg(json.dumps(spec), vl_version="5.20")
    drawn = len(MARKS.findall(svg))
    if drawn != wanted:
        yield f"{path}: draws {drawn} marks of {wanted}"


def main():
    found = []
    count = 0
    for folder in sys.argv[1:]:
        for path in sorted(pathlib.Path(folder, "charts").glob("*.vl.json")):
            found += faults(path)
            count += 1
    print("\n".join(found) if found else f"{count} charts: the same marks")
    sys.exit(1 if found or not count else 0)


main()
