import Foundation
import TestSupport
import Testing

/// Real exports of others: tabulated as they are, and by a drafted questionnaire.
@Suite(
  .enabled("skipped: the sample exports are not on this machine") {
    Places.shared("dialects/samples") != nil
  })
struct SampleFilesTests {
  @Test(arguments: SampleExpectation.all)
  func `tabulate gives the counts of the manifest`(sample: SampleExpectation) throws {
    let file = try #require(Places.shared("dialects/samples/" + sample.file))
    let tabulated = try Tabulated(file)
    #expect(tabulated.source["records"] as? Int == sample.records)
    #expect(tabulated.source["accepted"] as? Int == sample.records)
    check(tabulated, sample)
  }

  @Test(arguments: SampleExpectation.all)
  func `inspect names the dialect`(sample: SampleExpectation) throws {
    let file = try #require(Places.shared("dialects/samples/" + sample.file))
    let result = try Tool.run(["inspect", file, "--json"])
    #expect(result.status == 0)
    let document = try result.json()
    #expect((document["dialect"] as? [String: Any])?["value"] as? String == sample.dialect)
    #expect((document["columns"] as? [Any])?.count == sample.columns)
    #expect((document["records"] as? [String: Any])?["read"] as? Int == sample.records)
  }

  @Test(arguments: SampleExpectation.all)
  func `a draft with its TODOs answered gives the same counts`(sample: SampleExpectation) throws {
    let file = try #require(Places.shared("dialects/samples/" + sample.file))
    let folder = try TemporaryFolder()
    let path = folder.path + "/draft.yaml"
    #expect(try Tool.run(["inspect", file, "--write-questionnaire", path]).status == 0)
    let draft = try folder.read("draft.yaml")
    if draft.contains(" TODO") {
      let blocked = try Tool.run(["tabulate", file, "--questionnaire", path])
      #expect(blocked.status == 3)
      #expect(blocked.errors.contains("draft.yaml:"))
      #expect(
        blocked.errors.split(separator: "\n").count { $0.hasSuffix("[todo]") } == sample.todos)
    }
    let answers = AnswerTodos(draft)
    #expect(answers.steps == sample.todos)
    try folder.write("draft.yaml", answers.yaml)
    let tabulated = try Tabulated(file, ["--questionnaire", path])
    check(tabulated, sample)
    try folder.write(
      "concertation.yaml",
      """
      title: Essai
      sources:
        - { id: export, questionnaire: draft.yaml, file: "\(file)" }
      """)
    let run = try Tool.run(["run", folder.path, "--out", folder.path + "/out"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try folder.read("out/ledger.csv").contains("export,accepted,,,\(sample.records),"))
    let plain = try Tabulated(file)
    for (title, counts) in plain.counts {
      #expect(tabulated.counts[title] == counts, "\(title)")
    }
  }

  @Test func `codes merge what full answers keep apart, and say so`() throws {
    let file = try #require(Places.shared("dialects/samples/limesurvey_fr_vaud_codes.tsv"))
    let tabulated = try Tabulated(file)
    for title in ["source", "participation_journees"] {
      #expect(tabulated.notes[title]?.contains { $0.contains("« N » réunit") } == true)
    }
    #expect(tabulated.notes["accueil"]?.contains { $0.contains("« N » réunit") } == false)
  }

  private func check(_ tabulated: Tabulated, _ sample: SampleExpectation) {
    for (title, label, n) in sample.counts {
      #expect(tabulated.count(title, label) == n, "\(title): \(label)")
    }
    for (title, label, ticked, open, undisplayed) in sample.boxes {
      let row = tabulated.tables[title]?[label]
      #expect(row?.n == ticked, "\(title): \(label)")
      #expect(row?.notTicked == open, "\(title): \(label)")
      #expect(row?.notDisplayed == undisplayed, "\(title): \(label)")
    }
  }
}
