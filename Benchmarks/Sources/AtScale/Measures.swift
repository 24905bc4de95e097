internal import Definitions
internal import Glibc
internal import Ingestion
internal import Statistics
internal import SurveyModel
internal import Tabulation
internal import ThemeCoding

/// What a national consultation asks of tabulation, disclosure control, coding and weighting.
enum Measure: String, CaseIterable {
  case tables, disclosure, coding, raking

  /// What is done, and the seconds that it may take.
  var words: (what: String, bar: String) {
    switch self {
    case .tables: ("cross-tabulate 100 questions × 1,362 quartiers, 1,000,000 records", "")
    case .disclosure: ("protect 12 tables × 1,362 quartiers, 100,000 records", "60")
    case .coding: ("code 1,000,000 open answers, nearly all different, one core", "5")
    case .raking: ("rake 1,000,000 records on 4 margins, one core", "2")
    }
  }

  /// - Returns: seconds, the making of the inputs left aside, and what shows that it was done.
  func run(root: String, jobs: Int) -> (seconds: Double, done: String) {
    switch self {
    case .tables: Self.tables(jobs)
    case .disclosure: Self.disclosure()
    case .coding: Self.coding(root)
    case .raking: Self.raking()
    }
  }

  private static let quartiers = 1362

  private static func timed<Value>(_ body: () -> Value) -> (seconds: Double, value: Value) {
    var start = timespec()
    var end = timespec()
    clock_gettime(CLOCK_MONOTONIC, &start)
    let value = body()
    clock_gettime(CLOCK_MONOTONIC, &end)
    let seconds = Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) * 1e-9
    return (seconds, value)
  }

  private static func tables(_ jobs: Int) -> (Double, String) {
    let survey = SyntheticSurvey.make(records: 1_000_000, questions: 100, quartiers: quartiers)
    let (seconds, cells) = timed {
      let builder = TableBuilder(survey)
      return concurrentMap(100, jobs: jobs) { question in
        builder.crossTabulation(question, by: 100)?.cells.reduce(0) { $0 + $1.count } ?? 0
      }.reduce(0, +)
    }
    return (seconds, "\(cells) cells")
  }

  private static func disclosure() -> (Double, String) {
    let survey = SyntheticSurvey.make(records: 100_000, questions: 12, quartiers: quartiers)
    let builder = TableBuilder(survey)
    let tables = (0..<12).flatMap { question in
      [builder.distribution(question), builder.crossTabulation(question, by: 12)]
        .compactMap { $0 }
    }
    let (seconds, edition) = timed { Disclosure().publicEdition(of: tables) }
    let hidden = edition.reduce(0) { sum, table in
      sum + table.table.cells.joined().count { $0.protection != nil }
    }
    let cells = tables.reduce(0) { $0 + $1.cells.joined().count }
    return (seconds, "\(hidden) of \(cells) cells hidden")
  }

  /// Answers of three phrases each, drawn from those that people wrote for the dictionary.
  private static func coding(_ root: String) -> (Double, String) {
    guard let rows = try? RecordReader.readAllRows(path: root + "/fixtures/coding/tuning.csv").rows,
      let codebook =
        CodebookLoader.load(path: root + "/surveys/carcassonne-2023/themes.yaml").partial
    else { fatalError("run it in the folder of the project, or name it") }
    let phrases = rows.dropFirst().map { Array($0[1].utf8) }
    var draws = Draws(seed: 7)
    var text: [UInt8] = []
    var ends: [Int] = []
    for _ in 0..<1_000_000 {
      for part in 0..<3 {
        if part > 0 { text += ". ".utf8 }
        text += phrases[draws.next(below: phrases.count)]
      }
      ends.append(text.count)
    }
    let (seconds, coded) = timed {
      var coder = ThemeSetCoder(CompiledCodebook(codebook))
      return text.withUnsafeBufferPointer { bytes in
        var start = 0
        var coded = 0
        for end in ends {
          if coder.set(of: UnsafeBufferPointer(rebasing: bytes[start..<end])) != 0 { coded += 1 }
          start = end
        }
        return coded
      }
    }
    return (seconds, "\(coded) have a theme")
  }

  private static func raking() -> (Double, String) {
    var draws = Draws(seed: 11)
    let records = 1_000_000
    let sizes = [("quartier", 12), ("age", 6), ("sex", 2), ("tenure", 4)]
    let margins = sizes.map { name, categories in
      let codes = (0..<records).map { _ in Int32(draws.next(below: categories)) }
      guard let column = try? Statistics.CodeColumn(codes, categoryCount: categories) else {
        fatalError("codes out of range")
      }
      // Targets that rise from category to category: far from the sample, so that it takes cycles.
      return Margin(
        name: name, column: column, targets: (1...categories).map { Double($0) }, unit: .shares)
    }
    let base = [Double](repeating: 1, count: records)
    let (seconds, weighting) = timed { try? Raking.weights(to: margins, baseWeights: base) }
    guard let weighting else { fatalError("raking failed") }
    return (seconds, "\(weighting.weights.count) weights")
  }
}
