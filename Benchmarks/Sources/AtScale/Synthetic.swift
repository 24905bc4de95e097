internal import SurveyModel

/// Numbers that look random and are the same on every machine (SplitMix64).
struct Draws {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0 to before `limit`.
  mutating func next(below limit: Int) -> Int { Int(next() % UInt64(limit)) }
}

/// A survey of single-choice questions and a quartier, its answers drawn at random.
enum SyntheticSurvey {
  static let options = 5

  /// The last question is the quartier.
  static func make(records: Int, questions: Int, quartiers: Int) -> Dataset {
    var draws = Draws(seed: 2024)
    let list = CodeList(
      (1...options).map { AnswerOption(code: "o\($0)", label: Bilingual("\($0)")) })
    let asked = (1...questions).map { number in
      Question(id: "q\(number)", text: Bilingual("Question \(number)"), type: .single(list))
    }
    let place = Question(id: "quartier", text: Bilingual("Quartier"), type: .quartier)
    var columns: [Answers] = []
    for _ in asked {
      var codes = [UInt8](repeating: 0, count: records)
      // The first option is the most frequent, as in surveys.
      for record in codes.indices {
        let draw = draws.next(below: options * options)
        codes[record] = UInt8(draw % (draw / options + 1))
      }
      columns.append(.codes(CodeColumn(codes: Codes(.u8(codes)), optionCount: options)))
    }
    var places = [UInt16](repeating: 0, count: records)
    for record in places.indices { places[record] = UInt16(draws.next(below: quartiers)) }
    columns.append(.codes(CodeColumn(codes: Codes(.u16(places)), optionCount: quartiers)))
    guard let ledger = Ledger(read: records, accepted: records, excluded: [], quarantined: [])
    else { fatalError("a ledger that does not add up") }
    return Dataset(
      source: Source(id: "synthetic", label: Bilingual("Synthetic"), sampling: .volunteer),
      questionnaire: Questionnaire(title: Bilingual("Synthetic"), questions: asked + [place]),
      recordCount: records, answers: columns,
      states: columns.map { _ in AnswerStates(answered: records) }, weights: nil, ledger: ledger,
      quartiers: (1...quartiers).map { Quartier(code: "q\($0)", name: "Quartier \($0)") })
  }
}
