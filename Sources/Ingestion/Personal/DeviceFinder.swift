/// Ids of devices in a text: `collect:aBc…`, an IMEI, the address of a network card, long
/// hexadecimal ids.
enum DeviceFinder {
  private static let makers = ["collect:", "ee.kobotoolbox", "enketo."].map {
    Array($0.unicodeScalars)
  }

  static func ranges(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var index = 0
    while index < text.count {
      if index > 0, text[index - 1].isLetterOrDigit || !text[index].isLetterOrDigit {
        index += 1
        continue
      }
      var end = index
      while end < text.count, text[end].isLetterOrDigit || text[end].isOne(of: ":", "-", ".", "_") {
        end += 1
      }
      while end > index, !text[end - 1].isLetterOrDigit { end -= 1 }
      if end - index >= 12, isDevice(text[index..<end]) { out.append(index..<end) }
      index = max(end, index + 1)
    }
    return out
  }

  private static func isDevice(_ token: ArraySlice<Unicode.Scalar>) -> Bool {
    if makers.contains(where: { token.starts(with: $0) }) { return true }
    guard token.allSatisfy({ $0.isHexDigit || $0.isOne(of: ":", "-", ".") }) else {
      return false
    }
    let digits = token.count(where: \.isPlainDigit)
    if token.count == 15, digits == 15 { return hasCheckDigit(token) }
    // Of sixteen figures and letters as if thrown: both occur.
    if [16, 32, 40].contains(token.count), token.allSatisfy(\.isHexDigit) {
      return digits >= 4 && digits <= token.count - 3
    }
    let sizes = token.split(omittingEmptySubsequences: false) {
      $0.isOne(of: ":", "-", ".")
    }.map(\.count)
    switch sizes {
    case [2, 2, 2, 2, 2, 2]: return !token.contains(".") && isCard(token)
    case [4, 4, 4]: return token.contains(".") && token.contains { !$0.isPlainDigit && $0 != "." }
    case [8, 4, 4, 4, 12]: return true
    default: return false
    }
  }

  /// Pairs of decimal figures are a date and a time.
  private static func isCard(_ token: ArraySlice<Unicode.Scalar>) -> Bool {
    let isUniform = !(token.contains(":") && token.contains("-"))
    return isUniform && (token.contains(":") || token.contains { !$0.isPlainDigit && $0 != "-" })
  }

  /// The last digit of an IMEI makes it add up (Luhn).
  private static func hasCheckDigit(_ token: ArraySlice<Unicode.Scalar>) -> Bool {
    var sum = 0
    for (place, scalar) in token.reversed().enumerated() {
      let digit = Int(scalar.value) - 48
      sum += place % 2 == 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9
    }
    return sum % 10 == 0
  }
}
