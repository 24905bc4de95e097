internal import Ingestion
internal import SurveyModel

/// What a report says of one question.
enum InspectionDetails {
  /// `4–7`, or `4, 9–11`; columns count from 1.
  static func range(_ positions: [Int]) -> String {
    var parts: [String] = []
    var start: Int?
    var last = -1
    func close() {
      guard let start else { return }
      parts.append(start == last ? "\(start + 1)" : "\(start + 1)–\(last + 1)")
    }
    for position in positions.sorted() {
      if start != nil, position == last + 1 {
        last = position
        continue
      }
      close()
      start = position
      last = position
    }
    close()
    return parts.joined(separator: ", ")
  }

  /// The first options with their counts; empty for free text, dates and quantities.
  static func options(of question: InferredQuestion, _ language: Language) -> String {
    let list = question.listedOptions
    guard !list.isEmpty else { return "" }
    let shown = list.prefix(6).enumerated().map { index, option in
      let label = option.label[language]
      let short = label.count > 40 ? label.prefix(39) + "…" : label[...]
      // A no-break space keeps the count with its label.
      return index < question.counts.count ? "\(short)\u{A0}\(question.counts[index])" : "\(short)"
    }
    return shown.joined(separator: "\u{A0}· ") + (list.count > 6 ? " · … (\(list.count))" : "")
  }

  /// The kind of an open point, its details apart.
  static func kind(of point: OpenPoint) -> Int {
    switch point {
    case .scaleDirection: 0
    case .nothingChosen: 1
    case .code: 2
    case .beside: 3
    case .dateOrder: 4
    case .splitPoints: 5
    case .decimalSign: 6
    }
  }

  /// What must be declared.
  static func text(of point: OpenPoint) -> Bilingual {
    switch point {
    case .scaleDirection(let steps):
      let (first, last) = (steps.first ?? "", steps.last ?? "")
      return Bilingual(
        fr: "quel bout est le bon : « \(first) » … « \(last) »",
        en: "which end is the good one: “\(first)” … “\(last)”")
    case .nothingChosen(let count):
      return Bilingual(
        fr: "\(count) sans aucun choix : sans réponse, non posée, ou rien à cocher ?",
        en: "\(count) without any choice: no answer, not displayed, or nothing to tick?")
    case .code(let code, let count):
      return Bilingual(
        fr: "« \(code) » (\(count) fois) : une réponse, ou l'absence de réponse ?",
        en: "“\(code)” (\(count) times): an answer, or the absence of one?")
    case .beside(let label, let count):
      return Bilingual(
        fr: "« \(label) » (\(count) fois) : dans la base ou hors de la base ?",
        en: "“\(label)” (\(count) times): in the base or out of it?")
    case .dateOrder(let examples):
      let list = examples.joined(separator: ", ")
      return Bilingual(
        fr: "jour ou mois d'abord : \(list)", en: "day or month first: \(list)")
    case .decimalSign(let examples):
      let list = examples.joined(separator: " ; ")
      return Bilingual(
        fr: "décimales ou milliers : \(list)", en: "decimals or thousands: \(list)")
    case .splitPoints(let separator, let joined):
      return Bilingual(
        fr:
          "se sépare sur \"\(separator)\" ? (\(joined) cellules différentes en tiennent plusieurs)",
        en: "split on \"\(separator)\"? (\(joined) different cells hold several)")
    }
  }
}

extension InferredQuestion {
  /// The options of the likely type.
  var listedOptions: [AnswerOption] {
    switch likelyType {
    case .single(let list): list.options
    case .multiple(let choice): choice.list.options
    case .scale(let scale): scale.list.options
    case .ranking(let ranking): ranking.list.options
    default: []
    }
  }
}
