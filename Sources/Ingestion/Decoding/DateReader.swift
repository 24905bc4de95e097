public import SurveyModel

/// Days since 1970-01-01 of a date, any time of day dropped.
///
/// - Parameter order: how the column writes dates; ISO dates (`2024-04-03`) are read in any case.
/// - Returns: `nil` where the text is no date of the calendar (`31/02/2024`), or where only the
///   order could tell the day from the month and none is given.
public func readDate(_ text: String, order: DateOrder?) -> Int? {
  guard let parts = dateParts(text) else { return nil }
  if parts.isYearFirst { return days(parts.a, parts.b, parts.c) }
  switch order {
  case .dayFirst: return days(fullYear(parts.c), parts.b, parts.a)
  case .monthFirst: return days(fullYear(parts.c), parts.a, parts.b)
  case .yearFirst: return nil
  case nil: return nil
  }
}

/// The order that a column's own values prove: a number above 12 stands where the day is.
///
/// - Returns: `nil` when no value proves it, or values prove both.
public func provenDateOrder(_ texts: some Sequence<String>) -> DateOrder? {
  var dayFirst = false
  var monthFirst = false
  var yearFirst = false
  for text in texts {
    guard let parts = dateParts(text) else { continue }
    if parts.isYearFirst { yearFirst = true } else if parts.a > 12 { dayFirst = true }
    if !parts.isYearFirst && parts.b > 12 { monthFirst = true }
  }
  switch (dayFirst, monthFirst, yearFirst) {
  case (true, false, _): return .dayFirst
  case (false, true, _): return .monthFirst
  case (false, false, true): return .yearFirst
  default: return nil
  }
}

/// Whether the text has the shape of a date, whatever the order.
public func looksLikeDate(_ text: String) -> Bool { dateParts(text) != nil }

private func dateParts(_ text: String) -> (a: Int, b: Int, c: Int, isYearFirst: Bool)? {
  var trimmed = trimmedText(text)
  return trimmed.withUTF8(dateParts)
}

private func dateParts(
  _ bytes: UnsafeBufferPointer<UInt8>
) -> (a: Int, b: Int, c: Int, isYearFirst: Bool)? {
  var (numbers, lengths) = (SIMD4<Int>(), SIMD4<Int>())
  var part = 0
  scan: for (index, byte) in bytes.enumerated() {
    switch byte {
    case 48...57:
      numbers[part] = numbers[part] * 10 + Int(byte - 48)
      lengths[part] += 1
    case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."):
      part += 1
      if part == 3 { return nil }
    case UInt8(ascii: " "), UInt8(ascii: "T"): break scan
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: break scan
    default: return nil
    }
    // No date is longer than `2024-04-03`.
    if index == 10 { return nil }
  }
  guard part == 2, lengths.wrappedSum() >= 4, lengths[0] > 0, lengths[1] > 0 else { return nil }
  let isYearFirst = lengths[0] == 4
  guard isYearFirst ? lengths[2] > 0 : lengths[2] == 4 || lengths[2] == 2 else { return nil }
  return (numbers[0], numbers[1], numbers[2], isYearFirst)
}

/// Two digits: 00–68 are of this century, 69–99 of the last, as spreadsheets read them.
private func fullYear(_ year: Int) -> Int {
  year >= 100 ? year : year < 69 ? 2000 + year : 1900 + year
}

/// Days from 1970-01-01 in the Gregorian calendar.
private func days(_ year: Int, _ month: Int, _ day: Int) -> Int? {
  guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
  let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
  let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  guard day <= lengths[month - 1] else { return nil }
  let before = year - 1
  var count = before * 365 + before / 4 - before / 100 + before / 400
  count += lengths[..<(month - 1)].reduce(0, +) + day - 1
  return count - 719_162
}
