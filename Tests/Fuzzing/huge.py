#!/usr/bin/env python3
"""huge.py PROGRAM: inputs of a size that no survey has, made here, read by the program; prints what it
answered, its seconds and its peak memory, and fails where an answer is wrong or a bound is passed."""
import json, os, resource, subprocess, sys, tempfile, time

MIB = 1 << 20
HEAD = b"id,quartier,q1,texte\n"
PLACES = [b"Nord", b"Sud", b"Centre", "Saint-Éloi".encode()]


def rows(count, start=1, text=lambda n: b"rien"):
    for n in range(start, start + count):
        yield b"%d,%s,%d,%s\n" % (n, PLACES[n * 7919 % 4], n % 5 + 1, text(n))


def million():
    yield HEAD
    yield from rows(1_000_000)


def distinct():
    yield HEAD
    yield from rows(1_000_000, text=lambda n: b"texte %d" % n)


def wide():
    yield b",".join(b"q%d" % n for n in range(10_000)) + b"\n"
    for _ in range(500):
        yield b",".join(b"%d" % (n % 5) for n in range(10_000)) + b"\n"


def unterminated():
    yield HEAD
    yield from rows(1)
    yield b'2,Nord,2,"ouvert\n'
    yield from rows(1_000_000, 3)


def cell():
    yield HEAD
    yield b'1,Nord,2,"'
    for _ in range(200):
        yield b"a" * 1_000_000
    yield b'"\n'
    yield from rows(1000, 2)


# Without a questionnaire every column is read, since any may be part of a question, and each different
# text counts: the memory that MemoryNeed promises, 192 bytes a text and four times its length. With a
# questionnaire open answers stay in the file.
DISTINCT = 24 + (1_000_000 * (2 * 6 + 12 + 192 + 4 * 13) >> 20)

# name, maker, arguments, exit code, words of the answer, peak MiB
CASES = [
    ("a million records", million, ["--question", "q1"], 0, None, 100),
    ("a million distinct texts", distinct, ["--question", "q1"], 0, None, DISTINCT),
    ("a million distinct texts, all tabulated", distinct, [], 0, None, DISTINCT),
    ("a million distinct texts, declared open", distinct, ["--questionnaire", "QUESTIONNAIRE"], 0, None, 100),
    ("10,000 columns", wide, ["--question", "q7"], 0, None, 200),
    ("10,000 columns, all tabulated", wide, [], 0, None, 400),
    ("a quote open from record 3", unterminated, [], 3, ["E_UNTERMINATED_QUOTE", ":3:"], 100),
    ("a cell of 200 MB", cell, [], 3, ["E_FIELD_TOO_LARGE", ":2:"], 100),
]


QUESTIONNAIRE = """questions:
  - { id: place, text: quartier, type: quartier }
  - { id: q1, text: q1, type: scale, range: 1..5, best: 5 }
  - { id: words, text: texte, type: open }
"""


def run(program, path, arguments):
    """Exit code, answer, messages, seconds, peak MiB of one call."""
    start = time.monotonic()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = subprocess.Popen(
            [program, "tabulate", path, "--format", "json", *arguments], stdout=out, stderr=err
        )
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - start
        out.seek(0), err.seek(0)
        return os.waitstatus_to_exitcode(status), out.read(), err.read().decode(), seconds, usage.ru_maxrss / 1024


def main():
    program, failed = sys.argv[1], 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "export.csv")
        questionnaire = os.path.join(folder, "questionnaire.yaml")
        with open(questionnaire, "w") as file:
            file.write(QUESTIONNAIRE)
        for name, maker, arguments, code, words, bound in CASES:
            with open(path, "wb") as file:
                file.writelines(maker())
            arguments = [questionnaire if word == "QUESTIONNAIRE" else word for word in arguments]
            got, answer, messages, seconds, peak = run(program, path, arguments)
            faults = []
            if got != code:
                faults.append(f"exit code {got}, expected {code}: {messages[:200]}")
            for word in words or []:
                if word not in messages:
                    faults.append(f"{word} is not in: {messages[:200]}")
            if code == 0 and got == 0:
                source = json.loads(answer)["source"]
                expected = 500 if maker is wide else 1_000_000
                if source["records"] != expected or source["accepted"] != expected:
                    faults.append(f"counts {source}")
            if peak > bound:
                faults.append(f"peak above {bound} MiB")
            failed += bool(faults)
            size = os.path.getsize(path) / MIB
            print(f"{name}: {size:.0f} MiB, {seconds:.1f} s, peak {peak:.0f} MiB (bound {bound})", *faults, sep="\n  ")
    print(f"{len(CASES) - failed} passed, {failed} failed")
    sys.exit(failed > 0)


main()
