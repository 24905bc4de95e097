#!/usr/bin/env python3
"""Checks how numbers and signs are set in every file that a person reads.

    typography.py fr|en FOLDER…

Read are the texts of HTML, SVG and Markdown files, of Vega-Lite specifications and of workbooks. In
French: a comma in numbers, a narrow no-break space between thousands, a no-break space before % : ;
? ! and inside « », [12,4 % ; 18,9 %]. In English: a point, a comma between thousands, % without a
space, [12.4%, 18.9%]. Labels that somebody else typed are read too: what the program prints, it sets.
Not read: the ledger, which quotes cells as they were typed; in English, what was said in sessions.
"""
import html
import json
import pathlib
import re
import sys
import xml.etree.ElementTree
import zipfile

FRENCH = [
    (r"[0-9][ \u202f]?%", "no no-break space before %"),
    (r"[0-9]\.[0-9]", "a decimal point"),
    (r"[^\W\d_] [:;?!»]|« ", "a space that may break"),
    (r"(?<![0-9,])[0-9]{1,3} [0-9]{3}(?![0-9])", "thousands after a space that may break"),
    (r"\bn ?= ?[0-9]", "n = without no-break spaces"),
    (r"\[[0-9,]+\u00a0%(?!\u00a0; )", "an interval without its semicolon"),
]
ENGLISH = [
    (r"[0-9][ \u00a0\u202f]%", "a space before %"),
    (r"[0-9],[0-9](?![0-9]{2})", "a decimal comma"),
    (r"[0-9]\u202f[0-9]", "a French thousand"),
    (r"\u00a0[:;?!]", "a French space"),
]
# Dates, file names, codes and versions are no decimals.
ALLOWED = re.compile(r"`[^`]*`|[0-9]+\.[0-9]+\.[0-9]+|QP[0-9]+|\w+\.(?:csv|yaml|xlsx|json)\b")


def blocks(page):
    page = re.sub(r"(?s)<(style|script|desc)\b.*?</\1>", " ", page)
    for block in re.split(r"<[^>]*>", page):
        yield html.unescape(block)


def texts(path):
    name = path.name
    if name.endswith((".html", ".svg")):
        page = path.read_text(encoding="utf-8")
        yield from blocks(page)
        yield from map(html.unescape, re.findall(r"(?s)<desc[^>]*>(.*?)</desc>", page))
        yield from map(html.unescape, re.findall(r'aria-label="([^"]*)"', page))
    elif name.endswith(".md"):
        yield from path.read_text(encoding="utf-8").splitlines()
    elif name.endswith(".vl.json"):
        spec = json.loads(path.read_text(encoding="utf-8"))
        yield spec["description"]
        for value in spec["data"]["values"]:
            yield value.get("printed") or ""
    elif name.endswith(".xlsx"):
        with zipfile.ZipFile(path) as book:
            root = xml.etree.ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        yield from root.itertext()


def main():
    language, folders = sys.argv[1], sys.argv[2:]
    rules = [(re.compile(p), word) for p, word in (FRENCH if language == "fr" else ENGLISH)]
    faults = []
    count = 0
    for folder in folders:
        for path in sorted(p for p in pathlib.Path(folder).rglob("*") if p.is_file()):
            quotes = path.name == "verbatims.md" or "sessions" in path.parts
            if path.name == "ledger.md" or (quotes and language == "en"):
                continue
            for text in texts(path):
                count += 1
                text = ALLOWED.sub(" ", text)
                for rule, word in rules:
                    found = rule.search(text)
                    if found:
                        around = text[max(0, found.start() - 30):found.end() + 30]
                        faults.append(f"{path}: {word}: {around!r}")
    print("\n".join(faults[:60]) if faults else f"{count} texts: well set")
    if faults:
        print(len(faults), "faults")
    sys.exit(1 if faults or not count else 0)


main()
