internal import SurveyModel
internal import ThemeCoding

/// What the answers to one open question, or the statements of a source, speak of.
struct CodingCounts: Sendable {
  let source: Bilingual
  let question: Bilingual
  private(set) var answers = 0
  /// Statements whose sheets give their theme, and which are not coded; `nil`: answers to a question.
  let byTheirSheets: Int?
  /// With a theme at least.
  private(set) var coded = 0
  /// With three themes and more.
  private(set) var many = 0
  /// Decided by a person.
  private(set) var decided = 0
  /// With a word that was read as another one of the dictionary.
  private(set) var slips = 0
  /// Answers that speak of each theme of the codebook.
  private(set) var byTheme: [Int]
  /// By theme and sign: answers that speak of it so.
  private(set) var bySign: [[Int]]

  /// From so many themes on an answer is worth a second look.
  static let manyThemes = 3

  init(source: Bilingual, question: Bilingual, themeCount: Int, byTheirSheets: Int? = nil) {
    self.source = source
    self.question = question
    self.byTheirSheets = byTheirSheets
    byTheme = Array(repeating: 0, count: themeCount)
    bySign = Array(repeating: Array(repeating: 0, count: Sign.allCases.count), count: themeCount)
  }

  /// - Parameters:
  ///   - themes: positions of the themes that count for the answer.
  ///   - positions: of theme ids.
  mutating func add(
    _ themes: [Int], _ coding: TextCoding, isDecided: Bool, positions: [String: Int]
  ) {
    answers += 1
    if !themes.isEmpty { coded += 1 }
    if themes.count >= Self.manyThemes { many += 1 }
    if isDecided { decided += 1 }
    if coding.mentions.contains(where: { $0.readAs != nil }) { slips += 1 }
    for theme in themes { byTheme[theme] += 1 }
    var seen: Set<[Int]> = []
    for mention in coding.mentions {
      guard let theme = positions[mention.theme], themes.contains(theme), let sign = mention.sign,
        let number = Sign.allCases.firstIndex(of: sign), seen.insert([theme, number]).inserted
      else { continue }
      bySign[theme][number] += 1
    }
  }
}
