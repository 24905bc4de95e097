internal import SurveyModel

/// The day of a session as people write it: `14/03/2024`, `2024-03-14`, `jeudi 14 mars 2024`,
/// `14 March 2024`.
enum SheetDate {
  /// - Returns: days since 1970-01-01; `nil` where it is no day of the calendar.
  static func read(_ text: String) -> Int? {
    if let days = readDate(text, order: .dayFirst) { return days }
    var words = foldedPlace(text).split(separator: " ").map(String.init)
    // The day of the week says nothing more.
    if words.count == 4, Int(words[0]) == nil { words.removeFirst() }
    guard words.count == 3 else { return nil }
    if words[0].hasSuffix("er") { words[0].removeLast(2) }
    guard let month = months[words[1]], let day = Int(words[0]), words[2].utf8.count == 4,
      let year = Int(words[2])
    else { return nil }
    return readDate("\(day)/\(month)/\(year)", order: .dayFirst)
  }

  private static let months: [String: Int] = {
    let names = [
      "janvier janv january jan", "fevrier fevr fev february feb", "mars march mar",
      "avril avr april apr", "mai may", "juin june jun", "juillet juil july jul",
      "aout august aug", "septembre sept september sep", "octobre oct october",
      "novembre nov november", "decembre dec december",
    ]
    var out: [String: Int] = [:]
    for (index, line) in names.enumerated() {
      for name in line.split(separator: " ") { out[String(name)] = index + 1 }
    }
    return out
  }()
}
