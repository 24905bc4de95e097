internal import SurveyModel

/// The columns in which a survey tool writes when a person began to answer and when they ended.
struct TimeColumns: Hashable {
  var start: Int
  var end: Int

  /// Moments hardly ever repeat; those of an export above this many bytes would cost more memory than
  /// its answers.
  static let largestFile = 64 << 20

  private static let pairs: [(start: Set<String>, ends: [String])] = [
    (["heure de début"], ["heure de fin"]),
    (["start time"], ["completion time"]),
    (["startdate"], ["enddate", "submitdate", "datestamp"]),
    (["start"], ["end"]),
    (["date de lancement"], ["date de soumission", "date de la dernière action"]),
    (["date started"], ["date submitted", "date last action"]),
    (["date created"], ["date modified"]),
    (["heure de soumission", "submitted time"], ["heure de complétion", "completed time"]),
    (["created"], ["completed"]),
  ]

  init?(_ layout: ExportLayout) {
    func position(_ names: Set<String>) -> Int? {
      layout.columns.first { column in
        column.role == .metadata
          && [column.heading, column.code ?? ""].contains { names.contains(foldedLabel($0)) }
      }?.position
    }
    for pair in Self.pairs {
      guard let start = position(pair.start),
        let end = pair.ends.lazy.compactMap({ position([$0]) }).first
      else { continue }
      (self.start, self.end) = (start, end)
      return
    }
    return nil
  }
}

/// How many seconds each person took.
enum AnsweringTime {
  /// As a tool wrote it.
  ///
  /// - Returns: by record; `nil` where it is not known, or not above 0.
  static func seconds(_ duration: EncodedColumn) -> [Double?] {
    let table = duration.counts.indices.map { code in
      duration.text(of: code).flatMap { readNumber($0.text) }.flatMap { $0 > 0 ? $0 : nil }
    }
    return (0..<duration.codes.count).map { table[duration.codes[$0]] }
  }

  /// From the start to the end; not where that is a day or more, since whoever comes back the day
  /// after was not at it all the time.
  static func seconds(from start: EncodedColumn, to end: EncodedColumn) -> [Double?] {
    let texts = [start, end].map { $0.values.lazy.map(\.text) }
    let order = provenDateOrder(texts.flatMap { $0.prefix(2000) })
    func moments(_ column: EncodedColumn) -> [Moment?] {
      column.counts.indices.map { code in
        column.text(of: code).flatMap { Moment($0.text, order: order) }
      }
    }
    let (starts, ends) = (moments(start), moments(end))
    return (0..<start.codes.count).map { record in
      guard let start = starts[start.codes[record]], let end = ends[end.codes[record]],
        let seconds = end.seconds(since: start), seconds > 0, seconds < 86_400
      else { return nil }
      return seconds
    }
  }
}

/// A date with a time of day: `2024-03-04T09:00:49.344+01:00`, `04/03/2024 - 09:00`,
/// `10/05/2018 04:01:00 AM`.
struct Moment {
  private var date: Substring
  /// Days from 1970; `nil` where only the order of day and month could tell.
  private var day: Int?
  private var time: Double

  init?(_ text: String, order: DateOrder?) {
    let text = trimmedText(text)
    date = text.prefix { $0 != " " && $0 != "T" && $0 != "\u{A0}" }
    guard looksLikeDate(text) else { return nil }
    day = readDate(text, order: order)
    var rest = text[date.endIndex...].drop { !$0.isNumber }
    var parts: [Double] = []
    while parts.count < 3 {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || (parts.count == 2 && $0 == ".")) }
      guard let number = Double(digits) else { return nil }
      parts.append(number)
      rest = rest[digits.endIndex...]
      guard parts.count < 3, let sign = rest.first, sign == ":" || sign == "h" else { break }
      rest = rest.dropFirst()
    }
    guard parts.count >= 2, parts[0] < 24, parts[1] < 60 else { return nil }
    let half = rest.drop { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }.prefix(2).uppercased()
    if half == "PM", parts[0] < 12 { parts[0] += 12 }
    if half == "AM", parts[0] == 12 { parts[0] = 0 }
    time = parts[0] * 3600 + parts[1] * 60 + (parts.count > 2 ? parts[2] : 0)
    time -= Self.offset(rest)
  }

  /// `+01:00`, `-0330`, in seconds.
  private static func offset(_ rest: Substring) -> Double {
    guard let sign = rest.first, sign == "+" || sign == "-" else { return 0 }
    let digits = rest.dropFirst().prefix(5).filter(\.isNumber)
    guard digits.count == 4, let number = Int(digits) else { return 0 }
    return Double((number / 100 * 60 + number % 100) * 60) * (sign == "-" ? -1 : 1)
  }

  /// `nil` where the days differ and nothing tells which they are.
  func seconds(since start: Moment) -> Double? {
    if date == start.date { return time - start.time }
    guard let day, let first = start.day else { return nil }
    return Double(day - first) * 86_400 + time - start.time
  }
}
