import SurveyModel

extension QuestionnaireReader {
  static let mostSteps = 1000

  mutating func scale(_ fields: Fields) -> ResponseType? {
    switch (fields["options"], fields["range"]) {
    case (.some(let options), .some):
      reader.report(.optionsOrRange(hasBoth: true, at: reader.place(options.line)))
      return nil
    case (nil, nil):
      if codeTable.has(names(of: fields)) { return ordinalScale(fields) }
      reader.report(.optionsOrRange(hasBoth: false, at: reader.place(fields.line)))
      return nil
    case (.some, nil): return ordinalScale(fields)
    case (nil, .some(let range)): return numericScale(fields, range)
    }
  }

  private mutating func ordinalScale(_ fields: Fields) -> ResponseType? {
    let list = codeList(fields, type: .scale)
    let choices = ends(of: list)
    guard let best = reader.text(fields["best"], choices: choices + [Self.noBest]) else {
      return ordinalScale(list, best: nil, fields)
    }
    return ordinalScale(list, best: best, fields)
  }

  private mutating func ordinalScale(
    _ list: CodeList?, best: String?, _ fields: Fields
  ) -> ResponseType? {
    guard let list else {
      _ = reader.number(fields["box"], in: 1...Self.mostSteps)
      return nil
    }
    refuseOptionColumns(list)
    // "Sans opinion" at the end of the list is not a step of it.
    let steps = list.options.filter { $0.missing == nil }
    guard steps.count > 1, let first = steps.first, let last = steps.last else {
      reader.report(.tooFewSteps(at: reader.place(fields.line(of: "options"))))
      return nil
    }
    let box = box(fields, steps: steps.count)
    askForDirection(fields, first: first.code, last: last.code)
    var end: OrdinalScale.BestEnd?
    if let best, best != Self.noBest || list.options.contains(where: { $0.code == best }) {
      switch best {
      case first.code: end = .first
      case last.code: end = .last
      default:
        let near = [first, last].first { option in
          option.texts.contains { foldedLabel($0) == foldedLabel(best) }
        }
        reader.report(
          .bestNotAtEnd(
            best, first: first.code, last: last.code, near: near?.code,
            at: reader.place(fields.line(of: "best"))))
      }
    }
    return .scale(OrdinalScale(list: list, best: end, box: box))
  }

  private mutating func numericScale(_ fields: Fields, _ entry: YAMLEntry) -> ResponseType? {
    guard let written = rangeText(entry) else { return nil }
    guard let range = Self.range(written) else {
      reader.report(.badRange(written, at: reader.place(entry.value.line)))
      return nil
    }
    let box = box(fields, steps: range.count)
    let first = String(range.lowerBound)
    let last = String(range.upperBound)
    askForDirection(fields, first: first, last: last)
    var good: Int?
    if let best = reader.text(fields["best"], choices: [first, last, Self.noBest]),
      best != Self.noBest
    {
      if best == first || best == last {
        good = Int(best)
      } else {
        let words = ["first": first, "last": last, "min": first, "max": last]
        reader.report(
          .bestNotAtEnd(
            best, first: first, last: last, near: words[best],
            at: reader.place(fields.line(of: "best"))))
      }
    }
    return .numericScale(NumericScale(range: range, best: good, box: box))
  }

  private mutating func rangeText(_ entry: YAMLEntry) -> String? {
    guard let items = entry.value.items else { return reader.text(entry) }
    let written = items.compactMap(\.text).joined(separator: ", ")
    reader.report(.badRange("[\(written)]", at: reader.place(entry.value.line)))
    return nil
  }

  /// `1..10`: two ascending whole numbers.
  static func range(_ text: String) -> ClosedRange<Int>? {
    let dots = text.indices.first { text[$0...].hasPrefix("..") }
    guard let dots else { return nil }
    let from = text[..<dots]
    let to = text[text.index(dots, offsetBy: 2)...]
    func whole(_ part: Substring) -> Int? {
      let digits = part.drop { $0 == " " }
      guard let number = Int(digits.split(separator: " ").joined(separator: " ")) else {
        return nil
      }
      return (-1_000_000...1_000_000).contains(number) ? number : nil
    }
    guard let low = whole(from), let high = whole(to), low < high, high - low < mostSteps else {
      return nil
    }
    return low...high
  }

  /// How many steps the top box holds: 2 by default, 1 where two boxes of 2 would overlap.
  private mutating func box(_ fields: Fields, steps: Int) -> Int {
    let usual = steps > 3 ? 2 : 1
    return reader.number(fields["box"], in: 1...max(steps - 1, 1)) ?? usual
  }

  /// Which end is the good one is never guessed: without it no top or bottom box is computed.
  private mutating func askForDirection(_ fields: Fields, first: String, last: String) {
    guard fields["best"] == nil else { return }
    let id = fields["id"]?.value.text ?? "?"
    reader.report(
      .directionOpen(id, first: first, last: last, at: reader.place(fields.line)))
  }

  /// Says that neither end is the good one: no top or bottom box.
  static let noBest = "none"

  private func ends(of list: CodeList?) -> [String] {
    let codes = list.map { $0.options.filter { $0.missing == nil }.map(\.code) } ?? []
    guard let first = codes.first, let last = codes.last, codes.count > 1 else { return [] }
    return [first, last]
  }
}
