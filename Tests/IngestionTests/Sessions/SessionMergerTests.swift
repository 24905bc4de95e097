import SurveyModel
import Testing

@testable import Ingestion

/// Copies, corrections and withdrawals: nothing counts twice, and nothing is lost.
@Suite struct SessionMergerTests {
  private func sheet(_ id: String, _ rows: Int, replaces: String = "", day: Int = 1) throws
    -> HashedSheet
  {
    var text = "Fiche;atelier\nIdentifiant;\(id)\nDate;\(day)/2/2024\nRemplace;\(replaces)\n"
    text += "Énoncé;Nature\n" + (0..<rows).map { "énoncé \($0);constat\n" }.joined()
    let reading = try SheetReader(
      Array(text.utf8), file: "\(id).csv", context: SheetReaderTests.context
    ).read()
    return HashedSheet(file: "\(id).csv", hash: text, reading: reading)
  }

  private func merge(_ sheets: [HashedSheet], withdrawn: [String] = []) -> SessionMerger.Outcome {
    SessionMerger(
      source: Source(id: "w", label: Bilingual("W")), quartiers: [],
      withdrawn: Dictionary(
        uniqueKeysWithValues: withdrawn.map { ($0, SourceLocation(file: "p.yaml")) })
    ).merge(sheets)
  }

  @Test func aCopyCountsOnce() throws {
    let a = try sheet("a", 3)
    let b = try sheet("b", 2)
    var copy = a
    copy.file = "copie.csv"
    let outcome = merge([a, b, copy])
    #expect(outcome.set.statements.count == 5 && outcome.set.sessions.count == 2)
    #expect(outcome.fates == [.counts, .counts, .copy(of: "a.csv")])
    let ledger = outcome.set.ledger
    #expect(ledger.read == 8 && ledger.accepted == 5 && ledger.excludedCount == 3)
    #expect(outcome.problems.map(\.severity) == [.note])
  }

  @Test func aCorrectionStandsInTheFirstOnesPlace() throws {
    let outcome = merge([try sheet("a", 3), try sheet("a-2", 4, replaces: "a")])
    #expect(outcome.set.sessions.map(\.id) == ["a-2"] && outcome.set.statements.count == 4)
    #expect(outcome.fates[0] == .replaced(by: "a-2") && outcome.problems.isEmpty)
    #expect(outcome.set.ledger.read == 7)
  }

  @Test func aWithdrawnSessionDoesNotCount() throws {
    let both = [try sheet("a", 3), try sheet("b", 1)]
    let outcome = merge(both, withdrawn: ["a", "gone"])
    #expect(outcome.set.sessions.map(\.id) == ["b"] && outcome.fates[0] == .withdrawn)
    #expect(outcome.problems.map(\.code) == ["withdrawn-absent"])
    #expect(outcome.set.ledger.read == 4 && outcome.set.ledger.excludedCount == 3)
  }

  @Test func theSameIdentifierTwiceIsRefused() throws {
    let outcome = merge([try sheet("a", 1), try sheet("a", 2)])
    #expect(outcome.problems.map(\.code) == ["session-twice"])
  }

  @Test func circlesAndUnknownIdentifiersAreRefused() throws {
    let circle = merge([
      try sheet("a", 1, replaces: "c"), try sheet("b", 1, replaces: "a"),
      try sheet("c", 1, replaces: "b"),
    ])
    #expect(Set(circle.problems.map(\.code)) == ["replaces-itself"])
    #expect(merge([try sheet("a", 1, replaces: "z")]).problems.map(\.code) == ["replaces-nothing"])
  }

  @Test func sessionsStandInTheOrderOfTheirDays() throws {
    let outcome = merge([
      try sheet("b", 1, day: 9), try sheet("c", 1, day: 2), try sheet("a", 1, day: 9),
    ])
    #expect(outcome.set.sessions.map(\.id) == ["c", "a", "b"])
  }
}
