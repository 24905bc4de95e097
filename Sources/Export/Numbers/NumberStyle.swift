import SurveyModel

/// How numbers are set: marks and spaces of a language, or the plain form that programs read.
///
/// Nothing is asked of the system: the same number is the same text on every machine.
struct NumberStyle: Sendable {
  var decimalMark: String
  /// Between groups of three digits.
  var grouping: String
  /// What follows a percentage: a no-break space and the sign in French.
  var percentSign: String

  /// `1 234,5` with a narrow no-break space (U+202F), `41,4 %` with a no-break space (U+00A0).
  static let french = NumberStyle(
    decimalMark: ",", grouping: "\u{202F}", percentSign: "\u{A0}%")
  /// `1,234.5`, `41.4%`.
  static let english = NumberStyle(decimalMark: ".", grouping: ",", percentSign: "%")
  /// `1234.5`.
  static let plain = NumberStyle(decimalMark: ".", grouping: "", percentSign: "")

  static func of(_ language: Language) -> NumberStyle {
    language == .french ? .french : .english
  }

  func text(_ number: RoundedNumber) -> String {
    number.withDigits { digits in
      String(unsafeUninitializedCapacity: room(for: digits)) { set(digits, of: number, in: $0) }
    }
  }

  /// The same as UTF-8.
  func write(_ number: RoundedNumber, to out: inout [UInt8]) {
    number.withDigits { digits in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room(for: digits)) { bytes in
        let count = set(digits, of: number, in: bytes)
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[..<count]))
      }
    }
  }

  private func room(for digits: UnsafeBufferPointer<UInt8>) -> Int {
    digits.count + decimalMark.utf8.count + digits.count / 3 * grouping.utf8.count + 1
  }

  /// - Returns: how many bytes it takes.
  private func set(
    _ digits: UnsafeBufferPointer<UInt8>, of number: RoundedNumber,
    in out: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    func append(_ byte: UInt8) {
      out[count] = byte
      count += 1
    }
    let whole = digits.count - number.decimals
    if number.isNegative { append(UInt8(ascii: "-")) }
    for index in digits.indices {
      if index == whole {
        for byte in decimalMark.utf8 { append(byte) }
      } else if index > 0, index < whole, (whole - index) % 3 == 0 {
        for byte in grouping.utf8 { append(byte) }
      }
      append(48 + digits[index])
    }
    return count
  }

  func text(_ value: Int) -> String { text(RoundedNumber(value)) }

  func percent(_ number: RoundedNumber) -> String { text(number) + percentSign }
}
