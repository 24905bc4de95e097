import Definitions
import SurveyModel
import Testing

@Suite struct WeightingPlanTests {
  private func plan(
    _ line: String, margins: String = goodMargins
  ) throws -> (plan: WeightingPlan?, problems: [Problem]) {
    var texts = goodProject
    for (name, text) in BadProject.weighting("plan", line, margins: margins).files {
      texts[name] = text
    }
    let files = try TemporaryProject(texts)
    let loaded = ProjectLoader.load(path: files.folder)
    return (loaded.partial?.sources[0].weighting, loaded.problems)
  }

  @Test func `margins are held against the questionnaire`() throws {
    let (plan, problems) = try plan(
      "weighting: { sources: [phone], method: raking, margins: margins.csv, trim: 0.3..3 }")
    #expect(problems == [])
    let made = try #require(plan)
    #expect(made.method == .raking && made.trim == 0.3...3 && made.bounds == nil)
    #expect(made.margins.map(\.questions) == [["sex"], ["age"], ["quartier"]])
    #expect(made.margins.map(\.unit) == [.count, .share, .count])
    #expect(made.margins.map(\.isOrdered) == [false, true, false])
    let age = made.margins[1]
    #expect(age.categories.map(\.positions) == [[[0]], [[1, 2]]])
    #expect(age.categories.map(\.target) == [0.4, 0.6])
    #expect(age.categories[1].label.fr == "40-64 ans + 65 ans et plus")
    #expect(age.categories[1].written == "old | oldest")
    #expect(age.categories.map(\.line) == [4, 5])
  }

  @Test func `questions may be crossed, in any order, by semicolon and decimal comma`() throws {
    let (plan, problems) = try plan(
      "weighting: { sources: [phone], method: post-stratification, margins: margins.csv }",
      margins: """
        question;option;share
        sex*age;male*old | oldest;28,5
        sex*age;male*young;21,5
        sex*age;female*young;20
        sex*age;female*old;15
        sex*age;female*oldest;15
        """)
    #expect(problems == [])
    let margin = try #require(plan?.margins.first)
    #expect(
      margin.categories.map(\.written) == [
        "female * young", "female * old", "female * oldest", "male * young", "male * old | oldest",
      ])
    #expect(margin.categories.map(\.target) == [20, 15, 15, 21.5, 28.5])
    #expect(margin.categories[0].label.fr == "F × 18-39 ans")
  }

  @Test func `a category may keep its share`() throws {
    let (plan, problems) = try plan(
      "weighting: { sources: [phone], method: linear, margins: margins.csv, bounds: 0.5..2 }",
      margins: """
        question,option,count
        job,works,600
        job,none,400
        job,other,keep
        """)
    #expect(problems == [])
    #expect(plan?.margins.first?.categories.map(\.target) == [600, 400, nil])
    #expect(plan?.bounds == 0.5...2)
  }
}
