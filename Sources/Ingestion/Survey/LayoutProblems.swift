internal import SurveyModel

/// What is worth saying of an export before any answer is read: titles, headings, the dialect
/// where it is a guess, the words that an inferred encoding gives.
enum LayoutProblems {
  static func of(_ layout: ExportLayout, _ head: HeadRecords, file: String) -> [Problem] {
    var problems = layout.remarks.map { remark in
      var remark = remark
      remark.location = remark.location ?? SourceLocation(file: file, line: 1)
      return remark
    }
    if [.plain, .phone].contains(layout.dialect) {
      let titles = min(HeadingRows.titleRecords(head), layout.headerRecords - 1)
      if titles > 0 { problems.append(.titleRecords(titles, file)) }
    }
    if layout.confidence == .medium || layout.confidence == .low,
      layout.dialect != .plain, layout.dialect != .long
    {
      var guess = Problem.dialectGuessed(layout)
      guess.location = SourceLocation(file: file, line: 1)
      problems.append(guess)
    }
    if layout.dialect == .plain, layout.headerRecords == 1, headingsAreAnswers(layout, head) {
      problems.append(.noHeadings(file))
    }
    let trailing = layout.columns.reversed().prefix { column in
      column.role == .nameless
        && head.column(column.position, from: layout.headerRecords).allSatisfy {
          trimmedText($0.text).isEmpty
        }
    }.count
    if trailing > 0 {
      var problem = Problem.trailingColumns(trailing)
      problem.location = SourceLocation(file: file, line: 1)
      problems.append(problem)
    }
    return problems
  }

  /// Whether most of what stands in the first record is a number, or an answer of its column.
  private static func headingsAreAnswers(_ layout: ExportLayout, _ head: HeadRecords) -> Bool {
    guard head.records.count > 1 else { return false }
    let named = layout.columns.filter { !trimmedText($0.heading).isEmpty }
    var answers = 0
    for (index, column) in named.enumerated() {
      // Neither more nor fewer than half, whatever follows.
      if answers * 2 > named.count || (answers + named.count - index) * 2 <= named.count { break }
      let heading = foldedLabel(column.heading)
      let isAnswer =
        head.contains(column.position, from: 1) {
          mayEqual($0, heading) && foldedLabel($0) == heading
        }
        || readNumber(heading) != nil
          && head.contains(column.position, from: 1) { readNumber(foldedLabel($0)) != nil }
        || PersonalPattern.allCases.contains { $0.matches(column.heading) }
      if isAnswer { answers += 1 }
    }
    return answers * 2 > named.count
  }

  /// Texts that begin with different letters or digits are not the same, however they are folded.
  private static func mayEqual(_ text: String, _ folded: String) -> Bool {
    if text.isEmpty { return folded.isEmpty }
    var others = folded.utf8.makeIterator()
    for byte in text.utf8 {
      guard let own = plain(byte), let other = others.next().flatMap(plain) else { return true }
      if own != other { return false }
    }
    return true
  }

  /// A letter of ASCII as a small one, or a digit.
  private static func plain(_ byte: UInt8) -> UInt8? {
    if (48...57).contains(byte) { return byte }
    let lower = byte | 0x20
    return (97...122).contains(lower) ? lower : nil
  }

  /// An encoding that was found by elimination, with words that a person can check: from the
  /// headings, for answers may hold names.
  static func encoding(_ report: ReadReport, _ layout: ExportLayout, file: String) -> [Problem] {
    guard report.codes.contains(.encodingGuessed) else { return [] }
    var words: [String] = []
    for column in layout.columns {
      for word in column.heading.split(whereSeparator: { !$0.isLetter }) {
        guard words.count < 3, !word.utf8.allSatisfy({ $0 < 128 }), !words.contains(String(word))
        else { continue }
        words.append(String(word))
      }
    }
    return [.encodingWords(words, file)]
  }
}

extension Problem {
  fileprivate static func noHeadings(_ file: String) -> Problem {
    Problem(
      .warning, "no-headings",
      Bilingual(
        fr:
          "la première ligne ressemble à des réponses, et non à des intitulés : elle n'est pas comptée",
        en: "the first line looks like answers, not like headings: it is not counted"),
      at: SourceLocation(file: file, line: 1),
      fix: Bilingual(
        fr: "ajoutez une ligne d'intitulés tout en haut du fichier",
        en: "add a line of headings at the very top of the file"))
  }

  fileprivate static func encodingWords(_ words: [String], _ file: String) -> Problem {
    let french = words.map { "« \($0) »" }.joined(separator: ", ")
    let english = words.map { "“\($0)”" }.joined(separator: ", ")
    return Problem(
      .note, ReadCode.encodingGuessed.rawValue,
      words.isEmpty
        ? Bilingual(
          fr: "lu en Windows-1252, deviné ; vérifiez quelques mots accentués des réponses",
          en: "read as Windows-1252, a guess; check some accented words of the answers")
        : Bilingual(
          fr: "lu en Windows-1252, deviné ; ces mots sont-ils justes : \(french) ?",
          en: "read as Windows-1252, a guess; are these words right: \(english)?"),
      at: SourceLocation(file: file, line: 1),
      fix: Bilingual(
        fr:
          "dans la source du projet : encoding: windows-1252, ou encoding: mac-roman (--encoding)",
        en: "in the project's source: encoding: windows-1252, or encoding: mac-roman (--encoding)"))
  }
}
