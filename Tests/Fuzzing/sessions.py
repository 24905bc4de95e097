#!/usr/bin/env python3
"""sessions.py PROGRAM [SHEETS STATEMENTS QUARTIERS]: a country of sessions in one run, 5,000 sheets, a
million statements and 1,362 quartiers without more, made here with a seed and counted here; prints
seconds and peak memory, and fails where a count of the program differs from ours."""
import csv, os, random, resource, subprocess, sys, tempfile, time

THEMES = ["Sécurité", "Propreté", "Santé", "Emploi", "Logement", "Transports", "Commerces", "Écoles",
          "Sport", "Culture", "Espaces verts", "Éclairage"]
KINDS = ["constat", "proposition", "réponse de partenaire"]
ORIGINS = ["habitant", "jeune", "partenaire", "élu"]


def make(folder, sheets, statements, quartiers):
    """Writes the project; returns needs by theme and quartier, counted while writing."""
    draws = random.Random(2023)
    os.makedirs(folder + "/fiches")
    with open(folder + "/quartiers.csv", "w", encoding="utf-8") as out:
        out.write("code,name\n")
        out.writelines(f"q{n},Quartier numéro {n}\n" for n in range(quartiers))
    with open(folder + "/themes.yaml", "w", encoding="utf-8") as out:
        out.write("themes:\n")
        out.writelines(f"  t{n}: {name}\n" for n, name in enumerate(THEMES))
    with open(folder + "/concertation.yaml", "w", encoding="utf-8") as out:
        out.write("title: Un pays\nquartiers: quartiers.csv\nthemes: themes.yaml\nsources:\n"
                  "  - { id: tables, sessions: fiches/*.csv }\n"
                  "priorities: { also-from: [tables] }\n")
    counts = {}
    for sheet in range(sheets):
        place = sheet % quartiers
        rows = statements // sheets + (1 if sheet < statements % sheets else 0)
        lines = ["Fiche;table citoyenne", f"Identifiant;table-{sheet}",
                 f"Date;{sheet % 28 + 1}/0{sheet % 9 + 1}/2024", f"Quartier;Quartier numéro {place}",
                 f"Personnes présentes;{sheet % 30 + 5}", "Énoncé;Nature;Origine;Thème;Voix"]
        for row in range(rows):
            theme = min(draws.randrange(12), draws.randrange(12))
            kind = draws.randrange(3)
            lines.append(f"Énoncé {row} de la table {sheet};{KINDS[kind]};"
                         f"{ORIGINS[draws.randrange(4)]};{THEMES[theme]};{draws.randrange(4) or ''}")
            if kind < 2:
                for code in ("", f"q{place}"):
                    counts[f"t{theme}", code] = counts.get((f"t{theme}", code), 0) + 1
        with open(f"{folder}/fiches/table-{sheet}.csv", "w", encoding="utf-8") as out:
            out.write("\n".join(lines) + "\n")
    return counts


def main():
    program = sys.argv[1]
    sheets, statements, quartiers = map(int, sys.argv[2:] or (5_000, 1_000_000, 1_362))
    with tempfile.TemporaryDirectory() as folder:
        expected = make(folder + "/project", sheets, statements, quartiers)
        start = time.monotonic()
        run = subprocess.run([program, "run", folder + "/project", "--out", folder + "/out"],
                             capture_output=True, text=True)
        seconds = time.monotonic() - start
        if run.returncode:
            sys.exit(run.stderr)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        found = {}
        with open(folder + "/out/working/tables/tables/themes--by-quartier.csv", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if int(row["n"]):
                    found[row["row_code"], row["group_code"]] = int(row["n"])
        print(f"{sheets} sheets, {statements} statements, {quartiers} quartiers: {seconds:.1f} s, {peak} MiB")
        # What is held grows with the statements, and with nothing else that grows.
        if peak > 200 + 1.5 * statements / 1000:
            sys.exit(f"{peak} MiB for {statements} statements")
        if found != expected:
            sys.exit(f"{len(set(found.items()) ^ set(expected.items()))} counts differ")


main()
