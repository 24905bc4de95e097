import Foundation
import TestSupport
import Testing

/// A scripted year: T0, three citizen tables, a correction, a duplicate, a withdrawal, the next
/// year's wave. After each step the outputs are held against what was worked out by hand.
@Suite struct YearTests {
  @Test func theYearIsToldStepByStep() throws {
    let year = try YearProject()

    var result = try year.run()
    #expect(result.status == 0, "\(result.errors)")
    #expect(try year.changes().contains("Premier lot"))

    // Four statements: too few to be ranked or published.
    try year.table("table-1", "10/02/2024", [("Bus", 3), ("Santé", 1)])
    result = try year.run()
    #expect(result.status == 0, "\(result.errors)")
    var changes = try year.changes()
    #expect(changes.contains("lot 2 (2024-02-10), après lot 1"))
    #expect(changes.contains("1 fiche nouvelle, 4 énoncés : table-1 (4)."))
    #expect(changes.contains("Tables citoyennes, ensemble : base 0 → 4."))
    #expect(!changes.contains("publiable"))

    // Eight more, twelve in all: ranked and publishable. Cleanliness is new.
    try year.table("table-2", "12/05/2024", [("Propreté", 6), ("Santé", 2)])
    result = try year.run()
    changes = try year.changes()
    #expect(changes.contains("1 fiche nouvelle, 8 énoncés : table-2 (8)."))
    #expect(changes.contains("Tables citoyennes, Nord : devient publiable (base 4 → 12)."))
    #expect(changes.contains("Tables citoyennes, ensemble : thème nouveau, Propreté (6 sur 12)."))
    #expect(result.output.contains("devient publiable"))

    // Ten for the bus: 13, 6 and 3 of 22. Bus 2 → 1, cleanliness 1 → 2. No verdict of chance.
    try year.table("table-3", "20/09/2024", [("Bus", 10)])
    result = try year.run()
    changes = try year.changes()
    #expect(
      changes.contains(
        "Tables citoyennes, ensemble : Bus passe du rang 2 au rang 1 (3 sur 12 → 13 sur 22)."))
    #expect(
      changes.contains(
        "Tables citoyennes, ensemble : Propreté passe du rang 1 au rang 2 (6 sur 12 → 6 sur 22)."))
    #expect(!changes.contains("hasard"))

    // The same file under another name changes nothing but the ledger's line.
    let before = try year.dump()
    try year.copy("table-3", as: "copie-de-table-3")
    result = try year.run()
    #expect(result.status == 0 && result.errors.contains("sheet-twice"))
    #expect(try year.changes() == changes && year.dump() == before)
    try year.remove("copie-de-table-3")

    // A correction: five for the bus, not ten.
    try year.table("table-3-bis", "20/09/2024", [("Bus", 5)], replaces: "table-3")
    result = try year.run()
    changes = try year.changes()
    #expect(changes.contains("1 fiche nouvelle, 5 énoncés : table-3-bis (5)."))
    #expect(changes.contains("1 fiche remplacée : table-3 (10)."))
    #expect(changes.contains("Tables citoyennes, ensemble : base 22 → 17."))

    // A sheet that only disappears stops the run, with the line to write.
    try year.remove("table-1")
    let state = try year.endState()
    result = try year.run()
    #expect(result.status == 3 && result.errors.contains("withdrawn: [table-1]"))
    #expect(try year.endState() == state)

    // Withdrawn, it does not count: six, five and two of 13.
    try year.withdraw("table-1")
    result = try year.run()
    #expect(result.status == 0, "\(result.errors)")
    changes = try year.changes()
    #expect(changes.contains("1 fiche retirée : table-1 (4)."))
    #expect(
      changes.contains(
        "Tables citoyennes, ensemble : Bus passe du rang 1 au rang 2 (8 sur 17 → 5 sur 13)."))

    // The next wave is a new source; compared with the first, chance is ruled out or not.
    try year.secondWave()
    result = try year.run()
    #expect(result.status == 0, "\(result.errors)")
    #expect(try year.changes().contains("Source nouvelle : Vague 2024."))
    let waves = try year.compare("phone-2023", "phone-2024")
    // 30 of 60 against 12 of 60: chi² = 11.87, p < 0.001.
    #expect(
      waves.contains(
        "Bus passe du rang 1 au rang 2 (30 sur 60 → 12 sur 60 ; plus que le hasard)."))

    let history = try Tool.run(["history", year.path])
    #expect(history.status == 0, "\(history.errors)")
    #expect(history.output.contains("2024-09-20") && history.output.contains("tables"))
    #expect(
      try year.compare("3", "4", "--format", "md").contains("| 3 sur 12 | 2 | 13 sur 22 | 1 |"))
    #expect(try Tool.run(["compare", year.path, "3", "99"]).status == 2)
  }

  /// Waves of the same questionnaire by their themes; of another one by the common questions only.
  @Test func wavesAreComparedAsFarAsTheyCompare() throws {
    let year = try YearProject()
    #expect(try year.run().status == 0)
    try year.secondWave()
    try year.thirdWave()
    let result = try year.run()
    #expect(result.status == 0, "\(result.errors)")
    let waves = try year.compare("phone-2023", "phone-2027")
    #expect(waves.contains("les thèmes ne sont pas comparés"))
    #expect(!waves.contains("passe du rang"))
    // 30 of 60 against 14 of 56: chi² = 7.69 (R: chisq.test(matrix(c(30,14,30,42),2), correct=FALSE)).
    #expect(
      waves.contains(
        "« Sujet », « Transports » : 50,0 % (30 sur 60) → 25,0 % (14 sur 56) ; plus que le hasard. En partie comparable (Vague 2027 : le tramway n'existait pas en 2023)."
      ), "\(waves)")
    #expect(
      waves.contains(
        "« Sujet », « Santé » : 33,3 % (20 sur 60) → 35,7 % (20 sur 56) ; peut être le hasard."))
    #expect(
      waves.contains(
        "« Sujet », « Propreté » : non comparable (Vague 2027 : la question citait les rats)."))
    // Without a common question nothing is compared.
    let apart = try year.compare("phone-2024", "phone-2027")
    #expect(apart.contains("les thèmes ne sont pas comparés"))
    #expect(!apart.contains(" → "))
    let mixed = try Tool.run(["compare", year.path, "1", "phone-2027"])
    #expect(mixed.status == 2 && mixed.errors.contains("phone-2023, phone-2024, phone-2027"))
    // The history has the years: those of the surveys too.
    let dump = try year.dump()
    let years = dump.split(separator: "\n").filter { $0.hasPrefix("years ('phone-2023', '', ") }
    #expect(years.contains { $0.contains("'bus'") && $0.contains("'2023', 1, 30, 60, 50.0, 1") })
    #expect(years.contains { $0.contains("'bus'") && $0.contains("'2027', 2, 30, 60, 50.0, 1") })
    #expect(dump.contains("common ('phone-2027', 'Sujet', 'Transports', 2, '2027', 14, 56, 25.0,"))
  }

  @Test func runningAgainChangesNothing() throws {
    let year = try YearProject()
    _ = try year.run()
    try year.table("table-1", "10/02/2024", [("Bus", 12)])
    #expect(try year.run().status == 0)
    let first = try year.endState()
    #expect(try year.run().status == 0)
    #expect(try year.endState() == first)
    // Rebuilt from the batches, the history holds the same.
    let dump = try year.dump()
    #expect(dump.contains("trends") && dump.contains("table-1"))
    try FileManager.default.removeItem(atPath: year.path + "/.concertation/history.sqlite")
    #expect(try Tool.run(["history", year.path]).status == 0)
    #expect(try year.dump() == dump)
    #expect(try Tool.run(["history", year.path, "--rebuild"]).status == 0)
    #expect(try year.dump() == dump)
  }

  @Test func releasesAreKept() throws {
    let year = try YearProject()
    _ = try year.run()
    try year.folder.write("project/.concertation/releases/0001.json", "{\"release\": 1}\n")
    #expect(try Tool.run(["history", year.path]).status == 0)
    #expect(try year.dump().contains("0001.json"))
  }

  /// Killed at any moment and run again, the end is the same: so far into the time that a whole run takes.
  @Test(arguments: [0.02, 0.1, 0.25, 0.4, 0.55, 0.7, 0.8, 0.9, 0.97, 1.05])
  func aKilledRunLeavesNoTrace(share: Double) throws {
    let unbroken = try YearProject()
    let broken = try YearProject()
    for year in [unbroken, broken] {
      _ = try year.run()
      try year.table("table-1", "10/02/2024", [("Bus", 12), ("Parcs", 3)])
    }
    let start = ContinuousClock.now
    #expect(try unbroken.run().status == 0)
    let whole = ContinuousClock.now - start
    let process = Process()
    process.executableURL = URL(filePath: Tool.binary)
    process.arguments = ["run", broken.path, "--out", broken.results]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    usleep(UInt32(whole / .microseconds(1) * share))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(try broken.run().status == 0)
    #expect(try broken.endState() == unbroken.endState())
  }

  @Test func aProjectWithoutAnInboxHasNoHistory() throws {
    let result = try Tool.run(["history", "surveys/flers-2023"])
    #expect(result.status == 3 && result.errors.contains("inbox:"))
  }
}
