#!/usr/bin/env python3
"""Reads the coded datasets of a working edition in R's haven and in PSPP.

    sav.py WORKING…

For each WORKING/data/*.sav both must find the same variables, labels of variables and of values, missing
values and values; the counts of every answer and of every reason why one is missing must be those of the
tables in WORKING/tables; and PSPP must run the .sets.sps beside it and know each set. Needs PSPP and R
with haven; without them says so and exits with 77.
"""
import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

R = r"""
suppressMessages(library(haven))
put <- function(...) cat(paste(..., sep = "\t"), "\n", sep = "")
for (file in commandArgs(TRUE)) {
put("file", file)
d <- read_sav(file, user_na = TRUE)
for (name in names(d)) {
  v <- d[[name]]
  range <- attr(v, "na_range")
  put("variable", name, attr(v, "label"), if (is.null(range)) "" else paste(range, collapse = " "))
  labels <- attr(v, "labels")
  for (one in names(labels)) put("label", name, format(labels[[one]], digits = 15), one)
}
for (name in names(d)) {
  v <- d[[name]]
  # Dates as SPSS counts them.
  x <- if (inherits(v, "Date")) (as.numeric(v) + 141428) * 86400
    else if (inherits(v, "POSIXt")) as.numeric(v) + 141428 * 86400 else as.numeric(v)
  put("values", name, paste(ifelse(is.na(x), "", format(x, digits = 15, trim = TRUE)), collapse = ","))
}
}
"""


def absent(what):
    print(f"skipped: {what} is absent")
    sys.exit(77)


def run(*command, folder=None):
    # Letters beyond ASCII are printed as such, whatever the machine's language.
    done = subprocess.run(
        command, cwd=folder, capture_output=True, encoding="utf-8",
        env=os.environ | {"LC_ALL": "C.UTF-8"})
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:2])}: {done.stdout[-800:]}{done.stderr[-800:]}")
    return done.stdout


for tool in ("pspp", "Rscript"):
    if not shutil.which(tool):
        absent(tool)
if subprocess.run(["Rscript", "-e", "library(haven)"], capture_output=True).returncode:
    absent("haven")


def number(text):
    return float(text) if text.strip() else None


def haven(paths):
    files = {}
    for line in run("Rscript", "-e", R, *map(str, paths)).splitlines():
        kind, name, *rest = line.split("\t")
        if kind == "file":
            variables = files[name] = {}
        elif kind == "variable":
            variables[name] = {
                "label": rest[0], "missing": [float(end) for end in rest[1].split()], "labels": []}
        elif kind == "label":
            variables[name]["labels"].append((float(rest[0]), rest[1]))
        else:
            variables[name]["values"] = [number(one) for one in rest[0].split(",")]
    return files


def pspp(path, folder):
    shutil.copy(path, folder / "data.sav")
    (folder / "read.sps").write_text(
        "GET FILE='data.sav'.\nDISPLAY DICTIONARY.\n"
        # As numbers in full, dates too.
        "FORMATS ALL (F25.10).\n"
        "SAVE TRANSLATE /OUTFILE='values.csv' /TYPE=CSV /FIELDNAMES /CELLS=VALUES /MISSING=IGNORE.\n",
        encoding="utf-8")
    run("pspp", "read.sps", "-O", "format=csv", "-o", "dictionary.csv", folder=folder)
    variables, order, part, at = {}, [], "", -1
    with open(folder / "dictionary.csv", encoding="utf-8", newline="") as file:
        for record in csv.reader(file):
            if not record or record[0].startswith("Table: "):
                part = record[0] if record else part
            elif part == "Table: Variables" and record[0] != "Name":
                ends = [float(end) for end in re.findall(r"-?[0-9.]+", record[-1])]
                variables[record[0]] = {"label": record[2], "missing": ends, "labels": []}
                order.append(record[0])
            elif part == "Table: Value Labels" and len(record) == 3 and record[0] != "Variable Value":
                if record[0]:
                    # Named by their labels, in the order of the variables.
                    at = next(
                        index for index in range(at + 1, len(order))
                        if (variables[order[index]]["label"] or order[index]) == record[0])
                value = float(re.sub(r"\[.*", "", record[1]))
                variables[order[at]]["labels"].append((value, record[2]))
    with open(folder / "values.csv", encoding="utf-8", newline="") as file:
        records = list(csv.reader(file))
    for index, name in enumerate(records[0]):
        variables[name]["values"] = [number(record[index]) for record in records[1:]]
    return variables


def close(a, b):
    return a is b or (a is not None and b is not None and abs(a - b) <= 1e-6 * max(1, abs(a)))


def differences(path, one, other):
    if list(one) != list(other):
        yield f"{path}: variables {sorted(set(one) ^ set(other))}"
        return
    for name in one:
        for part in ("label", "missing"):
            if one[name][part] != other[name][part]:
                yield f"{path}, {name}: {part} {one[name][part]} in R, {other[name][part]} in PSPP"
        if sorted(one[name]["labels"]) != sorted(other[name]["labels"]):
            yield f"{path}, {name}: labels of values {one[name]['labels']}, {other[name]['labels']}"
        a, b = one[name]["values"], other[name]["values"]
        if len(a) != len(b) or not all(map(close, a, b)):
            yield f"{path}, {name}: values"
        low = one[name]["missing"]
        for value in a:
            if value is not None and value < 0 and low and not low[0] <= value <= low[1]:
                yield f"{path}, {name}: {value} is not declared missing"


REASONS = {
    "notDisplayed": -1, "noAnswer": -2, "doesNotKnow": -3, "refused": -4, "invalid": -5}


def counts(path, variables, tables):
    """What the tables say, beside what the file holds."""
    compared = 0
    for table in sorted(tables.glob("*.json")):
        if "--" in table.stem:
            continue
        data = json.loads(table.read_text(encoding="utf-8"))["tables"][0]
        kind = data["type"]
        base = re.sub(r"[^a-z0-9]", "_", table.stem)
        own = [name for name in variables if re.fullmatch(base + r"(_[0-9]+)?", name)]
        rows = [row for row in data["rows"] if row.get("group") is None]
        for row in rows:
            n = row.get("n")
            if n is None or row.get("kind") not in ("option", "other", "missing", None, "theme"):
                continue
            missing = row.get("missing")
            found = None
            if missing:
                if own:
                    found = sum(value == REASONS[missing] for value in variables[own[0]]["values"])
                    if not variables[own[0]]["missing"] and kind in ("number", "date"):
                        continue
            elif base in variables:
                values = [v for v, label in variables[base]["labels"] if label == row["label"]]
                if values:
                    found = sum(value == values[0] for value in variables[base]["values"])
            else:
                match = [
                    name for name in own
                    if variables[name]["label"].startswith(row["label"] + " — ")]
                if match:
                    found = sum(value == 1 for value in variables[match[0]]["values"])
            if found is None:
                continue
            compared += 1
            if found != n:
                yield f"{path}: {table.stem}, {row['label']}: {found}, in the table {n}"
    if not compared:
        yield f"{path}: no count compared"
    totals["counts"] += compared


totals = {"files": 0, "variables": 0, "values": 0, "counts": 0, "sets": 0}
faults = []
folders = list(map(pathlib.Path, sys.argv[1:]))
in_r = haven([path for working in folders for path in sorted((working / "data").glob("*.sav"))])
for working in folders:
    for path in sorted((working / "data").glob("*.sav")):
        with tempfile.TemporaryDirectory() as made:
            folder = pathlib.Path(made)
            first = in_r[str(path)]
            faults += differences(path, first, pspp(path, folder))
            faults += counts(path, first, working / "tables" / path.stem)
            totals["files"] += 1
            totals["variables"] += len(first)
            totals["values"] += sum(len(one["values"]) for one in first.values())
            sets = path.with_suffix(".sets.sps")
            names = set(re.findall(r"NAME=\$(\w+)", sets.read_text(encoding="utf-8")))
            shutil.copy(path, folder / path.name)
            shutil.copy(sets, folder / "sets.sps")
            out = run("pspp", "sets.sps", "-o", "-", folder=folder)
            faults += [f"{sets}: {name} is no set" for name in names if "$" + name not in out]
            if "error:" in out:
                faults.append(f"{sets}: {out[:300]}")
            totals["sets"] += len(names)
print("\n".join(faults[:40]) if faults else ", ".join(f"{n} {what}" for what, n in totals.items()) + ": equal")
sys.exit(1 if faults or not totals["files"] else 0)
