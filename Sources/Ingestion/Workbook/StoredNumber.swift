/// Numbers as a workbook stores them, written as text that every later step reads in one way.
enum StoredNumber {
  /// Decimal digits with a point, no exponent, the shortest that gives the same number.
  static func plain(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e18 { return String(Int(number)) }
    let text = "\(number)"
    guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]),
      abs(exponent) < 400
    else { return text }
    let isNegative = text.hasPrefix("-")
    let mantissa = text[..<mark].drop { $0 == "-" }
    let parts = mantissa.split(separator: ".")
    let fraction = parts.count > 1 && parts[1] != "0" ? String(parts[1]) : ""
    let digits = String(parts[0]) + fraction
    let point = parts[0].count + exponent
    let zeros = { (count: Int) in String(repeating: "0", count: max(0, count)) }
    let body: String
    if point <= 0 {
      body = "0." + zeros(-point) + digits
    } else if point >= digits.count {
      body = digits + zeros(point - digits.count)
    } else {
      body = String(digits.prefix(point)) + "." + String(digits.dropFirst(point))
    }
    return (isNegative ? "-" : "") + body
  }

  /// A day count as `2023-05-12`, with its time of day if it has one.
  ///
  /// - Parameter is1904: the workbook counts from 1904-01-01, as old Macs did.
  /// - Returns: `nil` outside the years 1900 to 9999; 60 is the 29 February 1900 that never was.
  static func date(_ serial: Double, is1904: Bool) -> String? {
    guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
    // Excel shows whole seconds.
    var seconds = ((serial - serial.rounded(.down)) * 86_400).rounded()
    var day = Int(serial.rounded(.down))
    if seconds >= 86_400 {
      seconds = 0
      day += 1
    }
    let fromEpoch: Int
    if is1904 {
      fromEpoch = day - 24_107
    } else {
      guard day != 60, day > 0 else { return nil }
      fromEpoch = day - (day < 60 ? 25_568 : 25_569)
    }
    let date = civil(fromEpoch)
    let text = "\(padded(date.year, 4))-\(padded(date.month))-\(padded(date.day))"
    return seconds == 0 ? text : text + " " + clock(Int(seconds))
  }

  /// A share of a day as `14:03:00`; durations may pass 24 hours.
  static func time(_ serial: Double) -> String? {
    guard serial.isFinite, serial >= 0, serial < 100_000 else { return nil }
    return clock(Int((serial * 86_400).rounded()))
  }

  private static func clock(_ seconds: Int) -> String {
    "\(padded(seconds / 3600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
  }

  private static func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The calendar day so many days after 1970-01-01 (proleptic Gregorian, by eras of 400 years).
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
