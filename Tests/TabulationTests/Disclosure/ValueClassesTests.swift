import SurveyModel
import Testing

@testable import Tabulation

/// The classes in which a public edition gives numbers and dates.
struct ValueClassesTests {
  static func distribution(
    _ pairs: [(Double, Int)], _ unit: ValueDistribution.Unit = .number
  ) -> ValueDistribution {
    let sorted = pairs.sorted { $0.0 < $1.0 }
    return ValueDistribution(
      unit: unit, values: sorted.map(\.0), counts: [sorted.map(\.1)], weights: nil)
  }

  static func names(_ classes: ValueClasses?) -> [String] {
    classes?.items.map { $0.code ?? "" } ?? []
  }

  @Test func agesByTens() {
    let ages = (18...80).map { (Double($0), 3) } + [(97.0, 1)]
    let classes = ValueClasses(Self.distribution(ages), base: 11)
    #expect(
      Self.names(classes)
        == ["..29", "30..39", "40..49", "50..59", "60..69", "70.."]
        || Self.names(classes)
          == ["..19", "20..29", "30..39", "40..49", "50..59", "60..69", "70.."]
    )
    #expect(classes?.items.last?.label.fr == "70 ou plus")
    #expect(classes?.items.first?.label.en.hasSuffix("or less") == true)
  }

  @Test func householdsOneByOne() {
    let people = [(1.0, 60), (2, 70), (3, 30), (4, 20), (5, 9), (6, 3), (11, 1)]
    #expect(
      Self.names(ValueClasses(Self.distribution(people), base: 11))
        == ["..1", "2", "3", "4", "5.."])
  }

  @Test func monthsOfDates() {
    // 2023-01-05 and the days after.
    let days = (0..<140).map { (19_362.0 + Double($0), 1) }
    #expect(
      Self.names(ValueClasses(Self.distribution(days, .day), base: 11))
        == ["..2023-01", "2023-02", "2023-03", "2023-04", "2023-05.."])
  }

  @Test func tooFewPeopleHaveNoClasses() {
    #expect(ValueClasses(Self.distribution([(20, 10), (50, 11)]), base: 11) == nil)
    #expect(ValueClasses(Self.distribution([(20, 300), (21, 3)]), base: 11) == nil)
  }

  /// What one person said changes no class; both ends hold the threshold or more.
  @Test(arguments: 0..<60) func nobodysValueMakesAClass(seed: Int) throws {
    var state = UInt64(seed &+ 7)
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let (base, scale) = (11, [1, 3, 20, 400, 90_000][next(5)])
    var people: [Double: Int] = [:]
    for _ in 0..<(22 + next(400)) {
      people[Double(next(scale * 10)) / (seed % 4 == 0 ? 4 : 1), default: 0] += 1
    }
    people[Double(scale * 1_000), default: 0] += 1
    let all = Self.distribution(people.map { ($0.key, $0.value) })
    guard let classes = ValueClasses(all, base: base) else { return }
    var counts = [Int](repeating: 0, count: classes.count)
    for (value, count) in zip(all.values, all.counts[0]) {
      counts[classes.place(of: value)] += count
    }
    #expect(counts.reduce(0, +) == all.counts[0].reduce(0, +))
    #expect(counts[0] >= base && counts[counts.count - 1] >= base, "\(counts)")
    #expect(classes.count <= 11)
    // The highest of all, far out or near, is not to be told.
    people[Double(scale * 1_000)] = nil
    people[Double(scale * 50), default: 0] += 1
    let near = ValueClasses(Self.distribution(people.map { ($0.key, $0.value) }), base: base)
    #expect(Self.names(near) == Self.names(classes))
    // An earlier release is gone on with.
    let again = try #require(ValueClasses(unit: .number, rows: Self.names(classes)))
    #expect(again.lowers == classes.lowers)
    #expect(Self.names(again) == Self.names(classes))
  }

  @Test func rowsOfValuesAreNeverPublished() throws {
    let stub = [1, 2, 3, 73].map {
      StubItem(code: "\($0)", label: Bilingual("\($0)"), kind: .option)
    }
    let source = Source(id: "s", label: Bilingual("S"))
    let counts = [30, 30, 30, 1]
    let base = Base(n: 91, text: Bilingual("b"))
    // A table of a number that comes without its values: nothing of its rows can be shown.
    let table = Table(
      id: TableID(source: "s", name: "age"), kind: .distribution, title: Bilingual("Âge"),
      question: QuestionReference(id: "age", text: Bilingual("Âge"), type: "number"),
      sources: [source], stub: stub,
      banner: [BannerItem(code: nil, label: Bilingual("Tous"), source: "s", base: base)],
      cells: counts.map { [Cell(count: $0, shares: [Share(of: .respondents, $0, over: 91)])] })
    let out = Disclosure().publicEdition(of: [table])[0].table
    #expect(out.stub.isEmpty)
    #expect(out.banner[0].base.n == 91)
  }
}
