import SurveyModel

/// Percentages as a document printed them, with the base that it names.
public struct PublishedFigure: Sendable, Hashable {
  public var survey: String
  public var id: String
  /// As written: `41,4`.
  public var written: String
  /// 414 for 41.4 with one decimal.
  public var digits: Int
  public var decimals: Int
  public var base: Int
  /// Figures of one survey that carry the same word are the parts of one whole.
  public var whole: String
  public var line: Int
}

/// Reads a list of published percentages: `survey,figure,percent,decimals,base,whole`.
public enum PublishedFigureList {
  /// Each heading with the other name under which it is met.
  static let headings: [(name: String, other: String)] = [
    ("survey", "source"), ("figure", "figure_id"), ("percent", "published_pct"),
    ("decimals", "decimals"), ("base", "base_tested"), ("whole", "question"),
  ]
  /// Columns of our own result, so that it may be read again.
  static let results = ["counts_that_round_to_it", "consistent", "bases_that_fit"]

  public static func load(path: String) -> Loaded<[PublishedFigure]> {
    do throws(YAMLFailure) {
      return load(bytes: try FileReading.bytes(of: path), file: path)
    } catch {
      return Loaded(partial: nil, problems: [error.problem])
    }
  }

  static func load(bytes: [UInt8], file: String) -> Loaded<[PublishedFigure]> {
    let known = headings.map(\.name) + headings.map(\.other) + results
    let list = HeadedList(bytes: bytes, file: file, known: known, required: [])
    var problems = list.problems
    guard list.isUsable else { return Loaded(partial: nil, problems: problems) }
    let present = list.headings
    for index in 1...4 where index != 3 {
      let (name, other) = headings[index]
      if !present.contains(name), !present.contains(other) {
        problems.append(
          .missingHeading(
            name, known: headings.map(\.name), at: SourceLocation(file: file, line: 1)))
      }
    }
    if problems.contains(where: { $0.severity == .error }) {
      return Loaded(partial: nil, problems: problems)
    }
    var figures: [PublishedFigure] = []
    for row in list.rows {
      func cell(_ index: Int) -> String {
        let text = row[headings[index].name]
        return text.isEmpty ? row[headings[index].other] : text
      }
      let written = plain(cell(2))
      guard let share = share(written, decimals: cell(3)) else {
        problems.append(.badShare(written, decimals: cell(3), at: row.place))
        continue
      }
      guard let base = Int(cell(4)), (1...1_000_000_000).contains(base) else {
        problems.append(.badBase(cell(4), at: row.place))
        continue
      }
      figures.append(
        PublishedFigure(
          survey: cell(0), id: cell(1), written: written, digits: share.digits,
          decimals: share.decimals, base: base, whole: cell(5), line: row.line))
    }
    return Loaded(partial: figures, problems: problems)
  }

  /// Without blanks and the percent sign.
  private static func plain(_ text: String) -> String {
    text.filter { !$0.isWhitespace && $0 != "%" && $0 != "\u{A0}" && $0 != "\u{202F}" }
  }

  /// `41,4`, `31`; without declared decimals as many as are written.
  private static func share(
    _ text: String, decimals declared: String
  ) -> (digits: Int, decimals: Int)? {
    let parts = text.split(
      separator: text.contains(",") ? "," : ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    let decimals: Int
    if declared.isEmpty {
      decimals = fraction.count
    } else {
      guard let given = Int(declared), (0...6).contains(given) else { return nil }
      // A spreadsheet drops the zeros at the end, never a digit that was printed.
      guard fraction.count <= given else { return nil }
      fraction += String(repeating: "0", count: given - fraction.count)
      decimals = given
    }
    guard decimals <= 6, let digits = Int(parts[0] + fraction), parts[0].count <= 3,
      Int(parts[0]).map({ $0 <= 100 }) == true
    else { return nil }
    var whole = 100
    for _ in 0..<decimals { whole *= 10 }
    return digits <= whole ? (digits, decimals) : nil
  }
}

extension Problem {
  static func badShare(
    _ found: String, decimals: String, at place: SourceLocation
  ) -> Problem {
    let more = decimals.isEmpty ? "" : " (decimals: \(decimals))"
    return Problem(
      .error, "bad-share",
      Bilingual(
        fr: "« \(found) »\(more) n'est pas un pourcentage de 0 à 100",
        en: "“\(found)”\(more) is no percentage from 0 to 100"),
      at: place,
      fix: Bilingual(
        fr: "écrivez le nombre comme il est publié (41,4), et dans decimals combien de décimales "
          + "sont publiées",
        en: "write the number as it is published (41.4), and in decimals how many are published"))
  }

  static func badBase(_ found: String, at place: SourceLocation) -> Problem {
    Problem(
      .error, "bad-base",
      Bilingual(
        fr: "« \(found) » n'est pas une base (un nombre entier de personnes, à partir de 1)",
        en: "“\(found)” is no base (a whole number of people, from 1)"),
      at: place,
      fix: Bilingual(
        fr: "écrivez l'effectif qui répond à la question",
        en: "write how many people answered the question"))
  }
}
