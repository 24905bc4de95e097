internal import SurveyModel

/// Hides what identifies a person inside a typed text: e-mail addresses, phone numbers, IP and street
/// addresses, positions, device ids. Names in running text cannot be told from other words and stay.
enum PersonalMask {
  static let email = "[e-mail]"

  /// The text with a mark in the place of each address and number.
  ///
  /// - Complexity: O(length); a text without digits and `@` is returned as it is.
  static func masked(_ text: String) -> String {
    let signs = PersonalSigns(text)
    return signs.areNone ? text : masked(text, signs)
  }

  /// Whether the text holds anything that would be masked.
  static func finds(in text: String) -> Bool { finds(in: text, PersonalSigns(text)) }

  static func finds(in text: String, _ signs: PersonalSigns) -> Bool {
    text == email || (!signs.areNone && masked(text, signs) != text)
  }

  /// Gives the text as `masked` would; most texts need no copy.
  static func withMasked(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    if PersonalSigns(text).areNone { return body(text) }
    var masked = masked(String(decoding: text, as: UTF8.self))
    masked.withUTF8 { body($0) }
  }

  private static func masked(_ text: String, _ signs: PersonalSigns) -> String {
    let plain = PlainText(text, signs)
    var found: [(range: Range<Int>, mark: String)] = []
    for pattern in PersonalPattern.allCases where signs.allow(pattern) {
      for range in pattern.ranges(in: plain.scalars)
      where !found.contains(where: { $0.range.overlaps(range) }) {
        found.append((range, pattern.mark))
      }
    }
    if found.isEmpty { return text }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var rest = 0
    for (range, mark) in found.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let place = plain.bytes(range)
      out += bytes[rest..<place.lowerBound]
      out += mark.utf8
      rest = place.upperBound
    }
    out += bytes[rest...]
    return String(decoding: out, as: UTF8.self)
  }
}
