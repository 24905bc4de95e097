import SurveyModel

/// Holds the lines of a file of margins against one questionnaire: every option of a margin has one
/// target, and every target is of options that exist.
struct MarginResolver {
  let questionnaire: Questionnaire
  let quartiers: [Quartier]
  let file: String
  private(set) var problems: [Problem] = []

  init(_ questionnaire: Questionnaire, quartiers: [Quartier], file: String) {
    self.questionnaire = questionnaire
    self.quartiers = quartiers
    self.file = file
  }

  /// The margins in the order of their first lines.
  mutating func margins(_ lines: [MarginList.Line]) -> [MarginTargets] {
    var order: [[String]] = []
    var byMargin: [[String]: [MarginList.Line]] = [:]
    for line in lines {
      if byMargin[line.questions] == nil { order.append(line.questions) }
      byMargin[line.questions, default: []].append(line)
    }
    let margins = order.compactMap { margin($0, byMargin[$0] ?? []) }
    checkTotals(margins)
    return margins
  }

  private mutating func margin(
    _ questions: [String], _ lines: [MarginList.Line]
  ) -> MarginTargets? {
    let place = lines[0].place
    var dimensions: [MarginDimension] = []
    for id in questions {
      guard let question = questionnaire.questions.first(where: { $0.id == id }) else {
        problems.append(
          .unknownQuestion(id, known: questionnaire.questions.map(\.id), at: place))
        return nil
      }
      guard let dimension = MarginDimension(question, quartiers: quartiers) else {
        problems.append(.marginQuestion(id, type: question.type.word, at: place))
        return nil
      }
      dimensions.append(dimension)
    }
    if let other = lines.first(where: { $0.unit != lines[0].unit }) {
      problems.append(.mixedUnits(questions.joined(separator: " * "), at: other.place))
      return nil
    }
    var categories: [MarginCategory] = []
    var taken: [[Int]: Int] = [:]
    var isWhole = true
    for line in lines {
      guard let category = category(line, dimensions) else {
        isWhole = false
        continue
      }
      for cell in cells(category.positions) {
        if let first = taken.updateValue(line.place.line ?? 0, forKey: cell) {
          problems.append(.targetTwice(line.option, firstLine: first, at: line.place))
          isWhole = false
          break
        }
      }
      categories.append(category)
    }
    guard isWhole else { return nil }
    let wanted = cells(dimensions.map(\.needed))
    let without = wanted.filter { taken[$0] == nil }
    if !without.isEmpty {
      let names = without.map { cell in
        zip(cell, dimensions).map { $1.codes[$0] }.joined(separator: " * ")
      }
      problems.append(
        .optionsWithoutTarget(
          names, of: questions.joined(separator: " * "), unit: lines[0].unit, at: place))
      return nil
    }
    if !categories.contains(where: { ($0.target ?? 0) > 0 }) {
      problems.append(.noTargets(questions.joined(separator: " * "), at: place))
      return nil
    }
    return MarginTargets(
      questions: questions, unit: lines[0].unit,
      categories: categories.sorted {
        firstCell($0.positions).lexicographicallyPrecedes(firstCell($1.positions))
      },
      isOrdered: dimensions.count == 1 && dimensions[0].isOrdered)
  }

  private func firstCell(_ positions: [[Int]]) -> [Int] { positions.map { $0.min() ?? 0 } }

  private mutating func category(
    _ line: MarginList.Line, _ dimensions: [MarginDimension]
  ) -> MarginCategory? {
    let texts = dimensions.count == 1 ? [line.option] : MarginList.parts(line.option, at: "*")
    guard texts.count == dimensions.count else {
      problems.append(
        .crossedOption(line.option, questions: line.questions, at: line.place))
      return nil
    }
    var options: [[String]] = []
    var positions: [[Int]] = []
    for (text, dimension) in zip(texts, dimensions) {
      // An option whose code holds the sign is taken whole.
      let codes = dimension.codes.contains(text) ? [text] : MarginList.parts(text, at: "|")
      var places: [Int] = []
      for code in codes {
        guard let place = dimension.codes.firstIndex(of: code) else {
          problems.append(
            .unknownTargetOption(
              code, of: dimension.id, known: dimension.codes,
              byLabel: dimension.code(labelled: code), at: line.place))
          return nil
        }
        guard dimension.needed.contains(place) else {
          problems.append(.targetOfMissing(code, of: dimension.id, at: line.place))
          return nil
        }
        places.append(place)
      }
      options.append(codes)
      positions.append(places)
    }
    let names = zip(positions, dimensions).map { places, dimension in
      Bilingual(
        fr: places.map { dimension.labels[$0].fr }.joined(separator: " + "),
        en: places.map { dimension.labels[$0].en }.joined(separator: " + "))
    }
    return MarginCategory(
      options: options, positions: positions,
      label: Bilingual(
        fr: names.map(\.fr).joined(separator: " × "), en: names.map(\.en).joined(separator: " × ")),
      target: line.target, line: line.place.line ?? 0)
  }

  /// Every combination of one position of each dimension.
  private func cells(_ positions: [[Int]]) -> [[Int]] {
    positions.reduce([[]]) { cells, next in
      cells.flatMap { cell in next.map { cell + [$0] } }
    }
  }

  /// Counts describe one population; shares add up to 1 or to 100, roundings allowed.
  private mutating func checkTotals(_ margins: [MarginTargets]) {
    var reference: (name: String, total: Double, line: Int)?
    for margin in margins {
      let name = margin.questions.joined(separator: " * ")
      let total = margin.categories.reduce(0) { $0 + ($1.target ?? 0) }
      let line = margin.categories.map(\.line).min() ?? 1
      let place = SourceLocation(file: file, line: line)
      // Categories that keep their share leave the total of the others open.
      let isOpen = margin.categories.contains { $0.target == nil }
      switch margin.unit {
      case .share:
        let isClose = [1, 100].contains { abs(total - $0) <= 0.005 * $0 }
        if !isClose { problems.append(.sharesTotal(name, total: total, at: place)) }
      case .count where !isOpen:
        if let first = reference {
          if abs(total - first.total) > 1e-6 * first.total {
            problems.append(
              .unequalTotals(
                name, total: total, first: first.name, firstTotal: first.total,
                firstLine: first.line, at: place))
          }
        } else {
          reference = (name, total, line)
        }
      case .count: break
      }
    }
  }
}
