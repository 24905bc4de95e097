import SurveyModel

/// Reads `quartiers.csv`: `code,name,aliases,population`, aliases separated by `|`.
enum QuartierList {
  static let headings = ["code", "name", "aliases", "population"]
  private static let what = Bilingual(fr: "le quartier", en: "the quartier")
  private static let spelling = Bilingual(
    fr: "casse, accents, tirets et articles", en: "case, accents, hyphens and articles")

  static func load(bytes: [UInt8], file: String) -> Loaded<[Quartier]> {
    let list: DelimitedList
    do throws(YAMLFailure) {
      list = try DelimitedList(bytes: bytes, file: file)
    } catch {
      return Loaded(partial: nil, problems: [error.problem])
    }
    var problems: [Problem] = []
    guard let heading = list.rows.first else {
      return Loaded(
        partial: nil, problems: [.emptyFile(at: SourceLocation(file: file, line: 1))])
    }
    let columns = columns(heading, file: file, problems: &problems)
    guard columns["code"] != nil, columns["name"] != nil else {
      return Loaded(partial: nil, problems: problems)
    }
    var quartiers: [Quartier] = []
    var lines: [String: Int] = [:]
    for row in list.rows.dropFirst() {
      let place = SourceLocation(file: file, line: row.line)
      let extra = row.cells.dropFirst(heading.cells.count)
      if extra.contains(where: { !$0.isEmpty }) {
        problems.append(
          .tooManyCells(found: row.cells.count, expected: heading.cells.count, at: place))
        continue
      }
      func cell(_ heading: String) -> String {
        columns[heading].flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? ""
      }
      if let quartier = quartier(cell, at: place, problems: &problems) {
        claim(quartier, at: place, lines: &lines, problems: &problems)
        quartiers.append(quartier)
      }
    }
    if quartiers.isEmpty, problems.isEmpty {
      problems.append(.emptyFile(at: SourceLocation(file: file, line: heading.line)))
    }
    return Loaded(partial: quartiers, problems: problems)
  }

  /// Where each heading stands.
  private static func columns(
    _ heading: DelimitedList.Row, file: String, problems: inout [Problem]
  ) -> [String: Int] {
    var columns: [String: Int] = [:]
    let place = SourceLocation(file: file, line: heading.line)
    for (index, cell) in heading.cells.enumerated() {
      let name = foldedLabel(cell)
      // A spreadsheet leaves empty columns at the end.
      if name.isEmpty { continue }
      if !headings.contains(name) {
        problems.append(.unknownHeading(cell, known: headings, at: place))
      } else if columns[name] != nil {
        problems.append(.duplicateHeading(cell, at: place))
      } else {
        columns[name] = index
      }
    }
    for required in ["code", "name"] where columns[required] == nil {
      problems.append(.missingHeading(required, known: headings, at: place))
    }
    return columns
  }

  private static func quartier(
    _ cell: (String) -> String, at place: SourceLocation, problems: inout [Problem]
  ) -> Quartier? {
    let code = cell("code")
    let name = cell("name")
    for (key, value) in [("code", code), ("name", name)] {
      if isTodo(value) {
        problems.append(.todo(key, choices: [], at: place))
      } else if foldedPlace(value).isEmpty {
        problems.append(.emptyValue(key, at: place))
      }
    }
    guard !foldedPlace(code).isEmpty, !foldedPlace(name).isEmpty else { return nil }
    if !Identifiers.isCode(code) { problems.append(.badCode(code, at: place)) }
    let aliases = cell("aliases").split(separator: "|").map { alias in
      String(alias).trimmingSpaces
    }.filter { !$0.isEmpty }
    var population: Int?
    let written = cell("population")
    if isTodo(written) {
      problems.append(.todo("population", choices: [], at: place))
    } else if !written.isEmpty {
      let isDigits = written.utf8.allSatisfy { (0x30...0x39).contains($0) }
      population = isDigits ? Int(written).flatMap { $0 > 0 ? $0 : nil } : nil
      if population == nil { problems.append(.badPopulation(written, at: place)) }
    }
    return Quartier(code: code, name: name, aliases: aliases, population: population)
  }

  /// Each code, name and alias must mean this quartier only.
  private static func claim(
    _ quartier: Quartier, at place: SourceLocation, lines: inout [String: Int],
    problems: inout [Problem]
  ) {
    var own: Set<String> = []
    for text in [quartier.code, quartier.name] + quartier.aliases {
      let folded = foldedPlace(text)
      if folded.isEmpty || !own.insert(folded).inserted { continue }
      if let first = lines[folded] {
        problems.append(
          .duplicateName(text, firstLine: first, of: what, ignoring: spelling, at: place))
      } else {
        lines[folded] = place.line ?? 0
      }
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var out = self[...]
    while out.first?.isWhitespace == true { out = out.dropFirst() }
    while out.last?.isWhitespace == true { out = out.dropLast() }
    return String(out)
  }
}
