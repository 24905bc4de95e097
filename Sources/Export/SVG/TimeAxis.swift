import SurveyModel

/// Days or months on a line, from their ISO 8601 forms: `2023-06-05`, `2023-06`.
struct TimeAxis {
  /// Steps from the first, one a date, in the order given.
  let positions: [Int]
  let dates: [CalendarText]
  var span: Int { (positions.max() ?? 0) + 1 }
  /// So many steps stay apart in a chart.
  static let mostSteps = 62

  /// - Returns: `nil` where a text is no such date, days and months are mixed, or the span is too
  ///   long to tell its steps apart.
  init?(_ codes: [String?]) {
    let dates = codes.compactMap { $0.flatMap(CalendarText.init(iso:)) }
    guard dates.count == codes.count, let first = dates.map(\.step).min(),
      Set(dates.map { $0.day == nil }).count == 1
    else { return nil }
    self.dates = dates
    positions = dates.map { $0.step - first }
    if span > Self.mostSteps || span < 4 { return nil }
  }
}

/// A day or a month as people write it.
struct CalendarText: Sendable, Hashable {
  let year: Int
  let month: Int
  /// `nil` for a month.
  let day: Int?

  init?(iso: String) {
    let bytes = Array(iso.utf8)
    guard bytes.count == 7 || bytes.count == 10, bytes[4] == UInt8(ascii: "-"),
      bytes.count == 7 || bytes[7] == UInt8(ascii: "-"),
      let year = Int(iso.prefix(4)), let month = Int(iso.dropFirst(5).prefix(2)),
      (1...12).contains(month)
    else { return nil }
    self.year = year
    self.month = month
    if bytes.count == 10 {
      guard let day = Int(iso.suffix(2)), (1...31).contains(day) else { return nil }
      self.day = day
    } else {
      day = nil
    }
  }

  /// Days since a fixed one, or months. The year begins in March, so that the leap day ends it.
  var step: Int {
    guard let day else { return year * 12 + month }
    let shifted = month > 2 ? year : year - 1
    let leaps = shifted / 4 - shifted / 100 + shifted / 400
    return shifted * 365 + leaps + (153 * ((month + 9) % 12) + 2) / 5 + day
  }

  /// `5 juin 2023`, `juin 2023`.
  func text(_ language: Language) -> String {
    short(language) + " " + String(year)
  }

  /// `5 juin`, and in a month without a day `juin`.
  func short(_ language: Language) -> String {
    let name = monthNames[month - 1][language]
    guard let day else { return name }
    let number = language == .french && day == 1 ? "1er" : String(day)
    return number + "\u{A0}" + name
  }
}
