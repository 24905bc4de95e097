internal import SurveyModel

/// Which of the first records of a table are titles and headings, and what two rows of headings
/// make of a column.
enum HeadingRows {
  /// Records above the headings that may be titles.
  private static let mostTitles = 10

  /// Records before the first one with more than one filled cell: a title fills one, an empty line
  /// none. A table of one column has no title that could be told from its heading.
  static func titleRecords(_ head: HeadRecords) -> Int {
    guard head.width > 1 else { return 0 }
    return head.records.prefix(mostTitles + 1).firstIndex { record in
      record.count { !trimmedText($0.text).isEmpty } > 1
    } ?? 0
  }

  /// On how many rows the headings stand: 2 where the second one can hold no answer, else 1.
  static func count(_ head: HeadRecords, below titles: Int) -> Int {
    let first = head.texts(titles).map(trimmedText)
    let second = head.texts(titles + 1).map(trimmedText)
    guard head.records.count >= titles + 4, first.count > 1, second.count > 1 else { return 1 }
    let isHeading =
      hasMergedCells(first, second, head, titles) || holdsCodes(first, second, head, titles)
      || holdsWordings(first, second, head, titles)
    return isHeading ? 2 : 1
  }

  /// `Question,,,` over `Bus,Tram,Train`: what stands under the gaps of the first row is no answer.
  private static func hasMergedCells(
    _ first: [String], _ second: [String], _ head: HeadRecords, _ titles: Int
  ) -> Bool {
    let gaps = second.indices.filter { position in
      position > 0 && (position >= first.count || first[position].isEmpty)
        && !second[position].isEmpty
    }
    let open = first.indices.filter { $0 > 0 && first[$0].isEmpty && $0 < second.count }
    guard gaps.count >= 2, gaps.count * 2 >= open.count else { return false }
    guard Set(gaps.map { second[$0] }).count * 2 > gaps.count else { return false }
    // A number stands in no heading but over a column of ranks.
    let numbers = second.indices.filter { readNumber(second[$0]) != nil }
    guard numbers.allSatisfy({ Int(second[$0]) != nil }), numbers.count * 2 <= second.count else {
      return false
    }
    return second.indices.allSatisfy { position in
      second[position].isEmpty || isAbsentBelow(position, second[position], head, titles)
    }
  }

  /// `Q1,Q2,Q3` under wordings.
  private static func holdsCodes(
    _ first: [String], _ second: [String], _ head: HeadRecords, _ titles: Int
  ) -> Bool {
    areCodes(second) && !areCodes(first) && first.allSatisfy { !$0.isEmpty }
      && second.indices.allSatisfy { isAbsentBelow($0, second[$0], head, titles) }
  }

  /// Wordings under `Q1,Q2,Q3`.
  private static func holdsWordings(
    _ first: [String], _ second: [String], _ head: HeadRecords, _ titles: Int
  ) -> Bool {
    let long = second.count { $0.count >= 10 && $0.contains(" ") }
    return areCodes(first) && long * 2 > second.count && Set(second).count == second.count
      && second.indices.allSatisfy {
        second[$0].isEmpty || isAbsentBelow($0, second[$0], head, titles)
      }
  }

  /// No answer of the column is this text, unless it is the only one: a tick that repeats the label.
  private static func isAbsentBelow(
    _ position: Int, _ text: String, _ head: HeadRecords, _ titles: Int
  ) -> Bool {
    let below = Set(
      head.column(position, from: titles + 2).map { trimmedText($0.text) }.filter { !$0.isEmpty })
    return !below.contains(text) || (below.count == 1 && position > 0)
  }

  /// `Q1`, `Q12_3`, `S2a`: a letter or a few, a number, perhaps a suffix.
  static func isCode(_ text: String) -> Bool {
    guard text.utf8.count <= 16 else { return false }
    let letters = text.prefix { $0.isASCII && $0.isLetter }
    let rest = text.dropFirst(letters.count).drop { $0 == "_" }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    return (1...4).contains(letters.count) && (1...3).contains(digits.count)
      && rest.dropFirst(digits.count).utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 95
      }
  }

  private static func areCodes(_ texts: [String]) -> Bool {
    let filled = texts.filter { !$0.isEmpty }
    return filled.count >= 3 && filled.count { isCode($0) } * 5 >= filled.count * 4
      && Set(filled).count == filled.count
  }

  // MARK: columns

  /// - Parameter rows: the heading records, without titles. A gap in any but the last one carries
  ///   on what stands to its left.
  static func columns(_ head: HeadRecords, rows: Range<Int>) -> [ExportColumn] {
    let texts = rows.map { head.texts($0) }
    let width = texts.map(\.count).max() ?? 0
    guard texts.count > 1 else {
      return (texts.first ?? []).enumerated().map { PlainSpreadsheet.column($0, $1) }
    }
    let top = texts[0].map(trimmedText)
    let last = texts[texts.count - 1].map(trimmedText)
    if areCodes(last), !areCodes(top) { return coded(width, wordings: top, codes: last) }
    if areCodes(top), !areCodes(last) { return coded(width, wordings: last, codes: top) }
    var carried = ""
    return (0..<width).map { position in
      let above = texts.dropLast().compactMap { row -> String? in
        let text = position < row.count ? trimmedText(row[position]) : ""
        return text.isEmpty ? nil : text
      }.joined(separator: " / ")
      if !above.isEmpty { carried = above }
      var item = position < last.count ? last[position] : ""
      if ["reponse", "response"].contains(foldedPlace(item)) { item = "" }
      if item.isEmpty || carried.isEmpty {
        let heading = item.isEmpty ? above : item
        return ExportColumn(position: position, heading: heading, role: roleOfHeading(heading))
      }
      if item == carried { return PlainSpreadsheet.column(position, item) }
      let isOther = otherWords.contains(foldedPlace(item))
      return ExportColumn(
        position: position, heading: "\(carried) [\(item)]", question: carried, item: item,
        role: isOther ? .otherText : roleOfHeading(carried))
    }
  }

  private static func coded(
    _ width: Int, wordings: [String], codes: [String]
  ) -> [ExportColumn] {
    (0..<width).map { position in
      let wording = position < wordings.count ? wordings[position] : ""
      let code = position < codes.count ? codes[position] : ""
      var column = PlainSpreadsheet.column(position, wording.isEmpty ? code : wording)
      column.code = code.isEmpty ? nil : code
      return column
    }
  }

  /// Headings of what is typed beside the options.
  static let otherWords: Set<String> = [
    "autre", "autres", "other", "autre precisez", "autres precisez", "autre a preciser",
    "autre preciser", "other please specify", "other specify", "precisez",
  ]
}
