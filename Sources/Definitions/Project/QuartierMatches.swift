import SurveyModel

/// Reads the spellings of quartiers that a person has confirmed: `value,quartier` (and, as `check`
/// writes them, `source`, `n` and `proposal`). A line whose quartier is empty is not decided yet.
enum QuartierMatches {
  static let headings = ["value", "quartier", "source", "n", "proposal"]

  /// - Returns: the quartiers with the confirmed spellings among their aliases.
  static func apply(
    bytes: [UInt8], file: String, to quartiers: [Quartier]
  ) -> (quartiers: [Quartier], problems: [Problem]) {
    let list = HeadedList(
      bytes: bytes, file: file, known: headings, required: ["value", "quartier"])
    var problems = list.problems
    var out = quartiers
    var decided: [String: (line: Int, quartier: Int)] = [:]
    let names = QuartierNames(quartiers)
    for row in list.rows {
      let (value, wanted) = (row["value"], row["quartier"])
      if wanted.isEmpty || isTodo(wanted) { continue }
      guard !foldedPlace(value).isEmpty else {
        problems.append(.emptyValue("value", at: row.place))
        continue
      }
      guard let index = names.index(of: wanted) else {
        let known = quartiers.map(\.code)
        problems.append(
          .unknownQuartier(wanted, names.proposal(for: wanted).map { known[$0] }, known, row.place))
        continue
      }
      // What the list already says needs no confirmation, and may not be contradicted.
      let before = names.index(of: value).map { (line: 0, quartier: $0) }
      if let known = before ?? decided[foldedPlace(value)] {
        if known.quartier != index {
          problems.append(
            .matchedTwice(value, quartiers[known.quartier].code, line: known.line, at: row.place))
        }
        continue
      }
      decided[foldedPlace(value)] = (row.line, index)
      out[index].aliases.append(value)
    }
    return (out, problems)
  }
}

extension Problem {
  fileprivate static func unknownQuartier(
    _ name: String, _ nearest: String?, _ known: [String], _ place: SourceLocation
  ) -> Problem {
    let list = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? "…" : "")
    return Problem(
      .error, "unknown-quartier-code",
      Bilingual(
        fr: "aucun quartier « \(name) » dans la liste", en: "no quartier “\(name)” in the list"),
      at: place,
      fix: nearest.map {
        Bilingual(fr: "vouliez-vous dire « \($0) » ?", en: "did you mean “\($0)”?")
      } ?? Bilingual(fr: "écrivez un code : \(list)", en: "write a code: \(list)"))
  }

  fileprivate static func matchedTwice(
    _ value: String, _ code: String, line: Int, at place: SourceLocation
  ) -> Problem {
    Problem(
      .error, "matched-twice",
      Bilingual(
        fr: line == 0
          ? "« \(value) » est déjà un nom de « \(code) » dans la liste des quartiers"
          : "« \(value) » est déjà rapproché de « \(code) » (ligne \(line))",
        en: line == 0
          ? "“\(value)” already is a name of “\(code)” in the list of quartiers"
          : "“\(value)” is already matched to “\(code)” (line \(line))"),
      at: place,
      fix: Bilingual(fr: "gardez un seul quartier", en: "keep one quartier only"))
  }

  static func badOfficialCode(
    _ found: String, key: String, at place: SourceLocation
  ) -> Problem {
    let form = key == "qp2015" ? "QP011001" : "QN01101M"
    return Problem(
      .error, "bad-official-code",
      Bilingual(
        fr: "\(key) : « \(found) » n'a pas la forme d'un code de cette liste",
        en: "\(key): “\(found)” does not have the form of a code of that list"),
      at: place,
      fix: Bilingual(
        fr: "écrivez-le comme \(form) ; plusieurs codes se séparent par |",
        en: "write it like \(form); several codes are separated by |"))
  }
}
