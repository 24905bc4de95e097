import SurveyModel

/// `exclude:`: which records do not count.
extension QuestionnaireReader {
  private static let example =
    "exclude: [{ column: Consentement, values: [Non], reason: Sans consentement }]"
  private static let rules = ["values", "keep", "below", "duplicates", "answered-below"]

  mutating func exclusions(_ entry: YAMLEntry) -> [Exclusion] {
    guard let items = reader.list(entry, example: Self.example) else { return [] }
    var out: [Exclusion] = []
    for item in items {
      guard
        let fields = reader.fields(
          item, of: Bilingual(fr: "une exclusion", en: "an exclusion"), name: "exclude",
          known: ["column", "reason", "take"] + Self.rules, example: Self.example)
      else { continue }
      let rule = rule(fields)
      let reasonEntry = reader.required(
        "reason", in: fields, example: "reason: Sans consentement")
      let reason = reader.bilingual(reasonEntry)
      if let (columns, rule) = rule, let reason {
        out.append(Exclusion(columns: columns, rule: rule, reason: reason))
      }
    }
    return out
  }

  /// One of the rules, with the columns that it looks at.
  private mutating func rule(_ fields: Fields) -> ([ColumnName], Exclusion.Rule)? {
    let given = Self.rules.filter { fields[$0] != nil }
    if given.count > 1 {
      let place = reader.place(fields.line(of: given[1]))
      reader.report(.severalRules(given, at: place))
      return nil
    }
    if fields["take"] != nil, given.first != "duplicates" {
      reader.report(.takeWithoutDuplicates(at: reader.place(fields.line(of: "take"))))
      return nil
    }
    switch given.first {
    case "duplicates":
      return duplicates(fields)
    case "answered-below":
      if fields["column"] != nil {
        reader.report(.columnOfAllQuestions(at: reader.place(fields.line(of: "column"))))
        return nil
      }
      return reader.number(fields["answered-below"], in: 1...10_000).map {
        ([], .answeredBelow($0))
      }
    default:
      let column = reader.required("column", in: fields, example: "column: Consentement")
        .flatMap { columnName($0) }
      let rule = valueRule(fields, given.first)
      guard let column, let rule else { return nil }
      return ([column], rule)
    }
  }

  private mutating func valueRule(_ fields: Fields, _ word: String?) -> Exclusion.Rule? {
    switch word {
    case "keep":
      let texts = reader.texts(fields["keep"], allowingBlank: true)
      return texts.map { .unless($0.map(\.text)) }
    case "below":
      guard let entry = fields["below"], let text = reader.text(entry) else { return nil }
      let plain = text.replacing(",", with: ".")
      guard let number = Double(plain), number.isFinite else {
        reader.report(.badBound(text, at: reader.place(entry.value.line)))
        return nil
      }
      return .below(number)
    default:
      let entry = reader.required("values", in: fields, example: "values: [\"Non\", \"\"]")
      return reader.texts(entry, allowingBlank: true).map { .values($0.map(\.text)) }
    }
  }

  private mutating func duplicates(_ fields: Fields) -> ([ColumnName], Exclusion.Rule)? {
    if fields["column"] != nil {
      reader.report(.columnOfDuplicates(at: reader.place(fields.line(of: "column"))))
      return nil
    }
    let take = reader.word(fields["take"], among: ["first", "last"])
    if fields["take"] != nil, take == nil { return nil }
    guard let names = reader.texts(fields["duplicates"]), !names.isEmpty else { return nil }
    let columns = names.map { ColumnName($0.text, at: reader.place($0.line)) }
    return (columns, .duplicates(keepsLast: take == "last"))
  }
}

extension Problem {
  fileprivate static func severalRules(_ rules: [String], at place: SourceLocation) -> Problem {
    let list = rules.map { "`\($0)`" }.joined(separator: ", ")
    return Problem(
      .error, "several-rules",
      Bilingual(
        fr: "une exclusion suit une seule règle ; celle-ci en a \(rules.count) : \(list)",
        en: "an exclusion follows one rule; this one has \(rules.count): \(list)"),
      at: place,
      fix: Bilingual(
        fr: "écrivez une exclusion par règle", en: "write an exclusion for each rule"))
  }

  fileprivate static func takeWithoutDuplicates(at place: SourceLocation) -> Problem {
    Problem(
      .error, "key-not-for-rule",
      Bilingual(
        fr: "`take` ne va qu'avec `duplicates`", en: "`take` goes with `duplicates` only"),
      at: place,
      fix: Bilingual(
        fr: "retirez-le, ou écrivez : duplicates: [Jeton]",
        en: "remove it, or write: duplicates: [Token]"))
  }

  fileprivate static func columnOfAllQuestions(at place: SourceLocation) -> Problem {
    Problem(
      .error, "key-not-for-rule",
      Bilingual(
        fr: "`answered-below` compte toutes les questions : il ne prend pas de `column`",
        en: "`answered-below` counts all questions: it takes no `column`"),
      at: place, fix: Bilingual(fr: "retirez `column`", en: "remove `column`"))
  }

  fileprivate static func columnOfDuplicates(at place: SourceLocation) -> Problem {
    Problem(
      .error, "key-not-for-rule",
      Bilingual(
        fr: "`duplicates` nomme lui-même ses colonnes : il ne prend pas de `column`",
        en: "`duplicates` names its columns itself: it takes no `column`"),
      at: place,
      fix: Bilingual(fr: "écrivez : duplicates: [Jeton]", en: "write: duplicates: [Token]"))
  }

  fileprivate static func badBound(_ found: String, at place: SourceLocation) -> Problem {
    Problem(
      .error, "bad-bound",
      Bilingual(fr: "« \(found) » n'est pas un nombre", en: "“\(found)” is no number"),
      at: place, fix: Bilingual(fr: "écrivez par exemple : below: 50", en: "write: below: 50"))
  }
}
