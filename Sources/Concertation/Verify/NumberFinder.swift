/// Finds the numbers that a result file prints as figures: not those of labels, places or colours.
struct NumberFinder {
  enum Form {
    /// Tidy data: the columns of figures are known by their headings.
    case csv, frenchCSV
    case json, vega
    case markdown, html, svg
  }

  struct Number {
    /// In plain form, as `cells.csv` has it.
    var text: String
    /// As it is written.
    var shown: String
    var line: Int
  }

  let form: Form

  /// - Returns: `nil` for files that hold no figures of tables, or hold them packed.
  static func form(of path: String, edition: String) -> Form? {
    let name = path.hasPrefix(edition + "/") ? String(path.dropFirst(edition.count + 1)) : path
    let isTable =
      name.hasPrefix("tables/") || name.hasPrefix("priorities.") || name.hasPrefix("triangulation.")
      || name.hasPrefix("changes.")
    let isChart = name.hasPrefix("charts/")
    if isTable || isChart {
      if name.hasSuffix(".fr.csv") { return .frenchCSV }
      if name.hasSuffix(".csv") { return .csv }
      if name.hasSuffix(".vl.json") { return .vega }
      if name.hasSuffix(".json") { return .json }
      if name.hasSuffix(".md") { return .markdown }
      return name.hasSuffix(".svg") ? .svg : nil
    }
    return name == "report.html" || name.hasPrefix("residents/") ? .html : nil
  }

  /// The table that a file holds, by its path; `nil`: several.
  static func table(of path: String, edition: String) -> String? {
    let start = edition + "/tables/"
    guard path.hasPrefix(start), let dot = path.dropFirst(start.count).firstIndex(of: ".") else {
      return nil
    }
    return String(path[path.index(path.startIndex, offsetBy: start.count)..<dot])
  }

  func numbers(in bytes: [UInt8]) -> [Number] {
    switch form {
    case .csv: tidy(bytes, delimiter: 0x2C)
    case .frenchCSV: tidy(bytes, delimiter: 0x3B)
    case .json: fields(bytes, Self.jsonNames)
    case .vega: fields(bytes, Self.vegaNames)
    case .markdown: markdown(bytes)
    case .html: html(bytes) + drawn(bytes)
    case .svg: drawn(bytes)
    }
  }

  // MARK: forms

  /// English headings, and French ones.
  private static let headings: Set<String> = [
    "n", "n_weighted", "percent", "percent_weighted", "base", "base_weighted", "value", "rank",
    "low", "high", "rank_best", "rank_worst", "residual", "pem", "base_effective", "design_effect",
    "effectif", "pourcentage", "valeur", "rang",
  ]
  private static let jsonNames: Set<String> = ["n", "percent", "rank", "value"]
  private static let vegaNames: Set<String> = ["n", "percent", "base"]

  private func tidy(_ bytes: [UInt8], delimiter: UInt8) -> [Number] {
    let records = CSVText.records(bytes, delimiter: delimiter)
    guard let head = records.first else { return [] }
    let columns = head.cells.indices.filter { Self.headings.contains(head.cells[$0]) }
    return records.dropFirst().flatMap { record in
      columns.compactMap { column -> Number? in
        guard column < record.cells.count, let text = Self.plain(record.cells[column]) else {
          return nil
        }
        return Number(text: text, shown: record.cells[column], line: record.line)
      }
    }
  }

  /// `"name": 12.5` for the names given.
  private func fields(_ bytes: [UInt8], _ names: Set<String>) -> [Number] {
    var out: [Number] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      let text = String(decoding: line, as: UTF8.self)
      for match in text.matches(of: #/"([A-Za-z]+)": (-?[0-9][0-9.eE+-]*)/#)
      where names.contains(String(match.1)) {
        guard let plain = Self.plain(String(match.2)) else { continue }
        out.append(Number(text: plain, shown: String(match.2), line: index + 1))
      }
    }
    return out
  }

  /// Cells of tables that hold a number alone, the first of a row aside, which is its label.
  private func markdown(_ bytes: [UInt8]) -> [Number] {
    var out: [Number] = []
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.starts(with: Array("- Base".utf8)) {
      // `- Base : 157 répondants à la question`
      let text = String(decoding: line, as: UTF8.self)
      guard let match = text.firstMatch(of: #/^- Base[\x{A0} ]?: ([0-9][0-9\x{A0}\x{202F},]*)/#),
        let plain = Self.plain(String(match.1))
      else { continue }
      out.append(Number(text: plain, shown: Self.trimmed(String(match.1)), line: index + 1))
    }
    for (index, line) in lines.enumerated() where line.first == 0x7C {
      // Above the rule stand headings.
      if index + 1 < lines.count, lines[index + 1].starts(with: Array("|:-".utf8)) { continue }
      let cells = String(decoding: line, as: UTF8.self).split(
        separator: "|", omittingEmptySubsequences: false)
      for cell in cells.dropFirst(2) {
        if let text = Self.plain(String(cell)) {
          out.append(Number(text: text, shown: Self.trimmed(String(cell)), line: index + 1))
        }
      }
    }
    return out
  }

  /// What stands in an element that says which figure it is.
  private func html(_ bytes: [UInt8]) -> [Number] {
    var out: [Number] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      let text = String(decoding: line, as: UTF8.self)
      guard text.contains("data-m=") else { continue }
      for match in text.matches(of: #/data-m="[^"]*"[^>]*>([^<]*)</#) {
        if let plain = Self.plain(String(match.1)) {
          out.append(Number(text: plain, shown: String(match.1), line: index + 1))
        }
      }
    }
    return out
  }

  /// What a picture writes as a figure, `41,4 %`, `(65)`, `n = 157`, and its description in words;
  /// a number alone may be the label of a row.
  private func drawn(_ bytes: [UInt8]) -> [Number] {
    var out: [Number] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      let text = String(decoding: line, as: UTF8.self)
      func take(_ figure: Substring) {
        let shown = Self.trimmed(String(figure))
        guard let plain = Self.figure(shown) else { return }
        out.append(Number(text: plain, shown: shown, line: index + 1))
      }
      if text.contains("<text") {
        for match in text.matches(of: #/<text[^>]*>([^<]*)</#) { take(match.1) }
      }
      if text.contains("<desc") {
        for match in text.matches(of: #/\(([^()]*)\)/#) { take(match.1) }
      }
    }
    return out
  }

  /// - Returns: `nil` for what nothing marks as a figure.
  private static func figure(_ text: String) -> String? {
    let size = "n\u{A0}=\u{A0}"
    if text.hasPrefix(size) { return plain(String(text.dropFirst(size.count))) }
    if text.hasPrefix("("), text.hasSuffix(")") {
      return plain(String(text.dropFirst().dropLast()))
    }
    // Shares have a decimal, unlike `100 %` as an answer.
    return text.hasSuffix("%") && text.contains(where: { ",.".contains($0) }) ? plain(text) : nil
  }

  // MARK: numbers

  /// `1 204`, `41,4 %`, `2=` in plain form; `nil` for what is no number alone.
  static func plain(_ text: String) -> String? {
    var out = ""
    let trimmed = trimmed(text)
    let isEnglish =
      trimmed.contains(".")
      || trimmed.hasSuffix("%") && !trimmed.hasSuffix("\u{A0}%")
        && !trimmed.hasSuffix("\u{202F}%")
    for scalar in trimmed.unicodeScalars {
      switch scalar {
      case "0"..."9", ".", "e", "E", "+": out.unicodeScalars.append(scalar)
      case "-", "\u{2212}": out += "-"
      case ",": if !isEnglish { out += "." }
      case " ", "\u{A0}", "\u{202F}", "%", "=": continue
      default: return nil
      }
    }
    guard out.contains(where: \.isNumber), out.first != "e", out.first != "E", Double(out) != nil
    else { return nil }
    return out.hasSuffix(".0") ? String(out.dropLast(2)) : out
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
