#!/usr/bin/env python3
"""Validates FOLDER/datapackage.json and every record of its files under their schemas.

    data_package.py FOLDER…

Every CSV file for programs in the folder must be one of its resources, the work sheets of sessions
apart. Needs frictionless from PyPI;
without it says so and exits with 77.
"""
import pathlib
import sys

try:
    from frictionless import Package
except ImportError as error:
    print(f"skipped: {error.name} is absent")
    sys.exit(77)

faults = []
count = 0
for folder in map(pathlib.Path, sys.argv[1:]):
    package = Package(str(folder / "datapackage.json"))
    report = package.validate()
    for task in report.tasks:
        faults += [f"{folder}/{task.name}: {error.message}" for error in task.errors[:2]]
    faults += [f"{folder}: {error.message}" for error in report.errors]
    listed = {resource.path for resource in package.resources}
    present = {
        str(path.relative_to(folder)) for path in folder.rglob("*.csv")
        if not path.name.endswith(".fr.csv") and path.relative_to(folder).parts[0] != "sessions"}
    faults += [f"{folder}/{path} is not described" for path in sorted(present - listed)]
    count += len(listed)
    if report.valid is False and not faults:
        faults.append(f"{folder}: not valid")
print("\n".join(faults) if faults else f"{count} resources: valid")
sys.exit(1 if faults or not count else 0)
