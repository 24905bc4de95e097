#!/usr/bin/env python3
"""Reads a workbook with openpyxl.

    workbook.py --text REPORT.xlsx             what it holds, as text
    workbook.py --check FOLDER…                checks FOLDER/report.xlsx against FOLDER/cells.csv

Checked: names of sheets are legal and unique; the first lines say who may read it; no text became a
formula; charts are bound to cells that hold something; every number is one of cells.csv; nothing reads
as a number but is a text. Needs openpyxl from PyPI; without it says so and exits with 77.
"""
import csv
import pathlib
import re
import sys

try:
    import openpyxl
    from openpyxl.utils import get_column_letter, range_boundaries
except ImportError as error:
    print(f"skipped: {error.name} is absent")
    sys.exit(77)

NOTICES = ("ne pas diffuser", "not for release", "Édition publique", "Public edition")


def title(chart):
    runs = [run.t for paragraph in chart.title.tx.rich.p for run in paragraph.r or []]
    return "".join(runs)


def text(path):
    book = openpyxl.load_workbook(path)
    print("title", book.properties.title, "|", book.properties.description)
    for sheet in book:
        setup = sheet.page_setup
        print(f"\n# {sheet.title}")
        print(
            "frozen", sheet.freeze_panes, "| paper", setup.paperSize, setup.orientation, setup.fitToWidth, setup.fitToHeight,
            "| header", sheet.oddHeader.left.text, "/", sheet.oddHeader.right.text,
            "| footer", sheet.oddFooter.center.text)
        rows = [brk.id for brk in sheet.row_breaks.brk]
        if rows:
            print("pages begin after rows", rows)
        if sheet.print_title_cols:
            print("repeated", sheet.print_title_cols)
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                value = cell.value if isinstance(cell.value, str) else repr(round(cell.value, 12))
                form = "" if cell.data_type == "s" else f" [{cell.number_format}]"
                link = f" -> {cell.hyperlink.location}" if cell.hyperlink else ""
                print(f"{cell.coordinate}\t{value}{form}{link}")
        for merged in sorted(map(str, sheet.merged_cells.ranges)):
            print("merged", merged)
        for cells, rules in sheet.conditional_formatting._cf_rules.items():
            scale = rules[0].colorScale
            print("colours", cells.sqref, [colour.rgb for colour in scale.color])
        for chart in sheet._charts:
            start = chart.anchor._from
            print(f"chart at {get_column_letter(start.col + 1)}{start.row + 1}: {title(chart)}")
            for series in chart.series:
                labels = series.cat.strRef or series.cat.numRef
                colours = [getattr(point.spPr.solidFill.srgbClr, "val", point.spPr.solidFill.srgbClr) for point in series.dPt]
                name = series.tx.strRef.f if series.tx and series.tx.strRef else ""
                print("  series", name, labels.f, series.val.numRef.f, *colours)


def check(folder):
    listed = set()
    with open(folder / "cells.csv", encoding="utf-8", newline="") as file:
        for record in csv.DictReader(file):
            if record["value"]:
                listed.add(round(float(record["value"]), 9))
    book = openpyxl.load_workbook(folder / "report.xlsx")
    names = [sheet.title for sheet in book]
    if len({name.lower() for name in names}) != len(names):
        yield f"{folder}: two sheets have one name"
    for name in names:
        if len(name) > 31 or re.search(r"[\[\]:*?/\\]", name) or name.strip("'") != name:
            yield f"{folder}: {name!r} is no legal name"
    numbers = charts = 0
    for sheet in book:
        head = [cell.value for row in sheet.iter_rows(max_row=2) for cell in row if cell.value]
        if len(head) != 2 or not any(notice in head[1] for notice in NOTICES):
            yield f"{folder}, {sheet.title}: the first lines are {head}"
        for row in sheet.iter_rows():
            for cell in row:
                where = f"{folder}, {sheet.title}!{cell.coordinate}"
                if cell.data_type == "f":
                    yield f"{where} is a formula"
                elif cell.data_type == "n" and cell.value is not None:
                    value = float(cell.value) * (100 if "%" in cell.number_format else 1)
                    numbers += 1
                    if round(value, 9) not in listed:
                        yield f"{where}: {value} is not in cells.csv"
                # Answers may be numbers; to the right of them a number is a number.
                elif cell.column > 1 and re.fullmatch(r"[0-9]+([.,][0-9]+)?", str(cell.value or "")):
                    if not cell.font.bold:
                        yield f"{where}: {cell.value!r} is a text"
        for chart in sheet._charts:
            charts += 1
            for series in chart.series:
                for source in (series.val.numRef, series.cat.strRef or series.cat.numRef):
                    left, top, right, bottom = range_boundaries(
                        source.f.rsplit("!", 1)[1].replace("$", ""))
                    if not any(
                            cell.value is not None
                            for row in sheet.iter_rows(top, bottom, left, right) for cell in row):
                        yield f"{folder}, {sheet.title}: a chart draws {source.f}, which is empty"
    if not numbers:
        yield f"{folder}: no number"
    print(f"{folder}: {len(names)} sheets, {numbers} numbers, {charts} charts")


if sys.argv[1] == "--text":
    text(sys.argv[2])
else:
    faults = [fault for folder in sys.argv[2:] for fault in check(pathlib.Path(folder))]
    print("\n".join(faults[:40]))
    sys.exit(1 if faults else 0)
