import SurveyModel

/// Reads `quartiers.csv`: `code,name,aliases,population,qp2015,qp2024`; aliases, and codes of several
/// national neighbourhoods that make one quartier, are separated by `|`.
enum QuartierList {
  static let headings = ["code", "name", "aliases", "population", "qp2015", "qp2024"]
  private static let what = Bilingual(fr: "le quartier", en: "the quartier")
  private static let spelling = Bilingual(
    fr: "casse, accents, tirets et articles", en: "case, accents, hyphens and articles")

  static func load(bytes: [UInt8], file: String) -> Loaded<[Quartier]> {
    let list = HeadedList(
      bytes: bytes, file: file, known: headings, required: ["code", "name"])
    var problems = list.problems
    guard list.isUsable else { return Loaded(partial: nil, problems: problems) }
    var quartiers: [Quartier] = []
    var lines: [String: Int] = [:]
    for row in list.rows {
      if let quartier = quartier(row, problems: &problems) {
        claim(quartier, at: row.place, lines: &lines, problems: &problems)
        quartiers.append(quartier)
      }
    }
    return Loaded(partial: quartiers, problems: problems)
  }

  private static func quartier(
    _ row: HeadedList.Row, problems: inout [Problem]
  ) -> Quartier? {
    let place = row.place
    let code = row["code"]
    let name = row["name"]
    for (key, value) in [("code", code), ("name", name)] {
      if isTodo(value) {
        problems.append(.todo(key, choices: [], at: place))
      } else if foldedPlace(value).isEmpty {
        problems.append(.emptyValue(key, at: place))
      }
    }
    guard !foldedPlace(code).isEmpty, !foldedPlace(name).isEmpty else { return nil }
    if !Identifiers.isCode(code) { problems.append(.badCode(code, at: place)) }
    let aliases = parts(row["aliases"])
    var codes: [String] = []
    for (key, isCode) in [("qp2015", OfficialCode.is2015), ("qp2024", OfficialCode.is2024)] {
      for text in parts(row[key]) {
        if isCode(text.uppercased()) {
          codes.append(text.uppercased())
        } else {
          problems.append(.badOfficialCode(text, key: key, at: place))
        }
      }
    }
    var population: Int?
    let written = row["population"]
    if isTodo(written) {
      problems.append(.todo("population", choices: [], at: place))
    } else if !written.isEmpty {
      let isDigits = written.utf8.allSatisfy { (0x30...0x39).contains($0) }
      population = isDigits ? Int(written).flatMap { $0 > 0 ? $0 : nil } : nil
      if population == nil { problems.append(.badPopulation(written, at: place)) }
    }
    var quartier = Quartier(code: code, name: name, aliases: aliases, population: population)
    quartier.officialCodes = codes
    return quartier
  }

  private static func parts(_ cell: String) -> [String] {
    cell.split(separator: "|").map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
  }

  /// Each code, name and alias must mean this quartier only.
  private static func claim(
    _ quartier: Quartier, at place: SourceLocation, lines: inout [String: Int],
    problems: inout [Problem]
  ) {
    var own: Set<String> = []
    for text in quartier.names {
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
