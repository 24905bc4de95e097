/// A decimal number as it is printed: a sign, digits, and how many of them follow the mark.
///
/// The rule of every figure of a results folder: numbers stay exact until here and are rounded
/// once, **half away from zero** (0.25 gives 0.3, -0.25 gives -0.3, as on paper). A share is
/// rounded from its two whole numbers, with integer arithmetic. A `Double` is rounded from the
/// shortest decimal that names it, which is the text of it in the JSON and CSV files: 2.675 gives
/// 2.68, though the nearest binary fraction lies below.
struct RoundedNumber: Sendable, Hashable {
  /// Never true of zero.
  private(set) var isNegative: Bool
  /// The digits as a whole number: 414 of 41.4.
  private var scaled: UInt64
  /// The digits where there are more than a `UInt64` holds.
  private var long: [UInt8]?
  private(set) var decimals: Int

  init(_ value: Int) {
    isNegative = value < 0
    scaled = UInt64(value.magnitude)
    decimals = 0
  }

  /// Decimal digits, 0...9, at least `decimals + 1` of them, without superfluous leading zeros.
  var digits: [UInt8] {
    if let long { return long }
    var digits: [UInt8] = []
    digits.reserveCapacity(20)
    withDigits { digits += $0 }
    return digits
  }

  /// The same without an array, for most numbers.
  func withDigits<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let long { return long.withUnsafeBufferPointer(body) }
    // A UInt64 has twenty digits at most.
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(20, decimals + 1)) { room in
      var start = room.count
      var rest = scaled
      while rest > 0 || room.count - start <= decimals {
        start -= 1
        room[start] = UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      return body(UnsafeBufferPointer(rebasing: room[start...]))
    }
  }

  /// `100 × numerator / denominator`, to so many decimals.
  ///
  /// - Precondition: `numerator >= 0`, `denominator > 0`, `decimals` in 0...9.
  init(percentOf numerator: Int, over denominator: Int, decimals: Int) {
    precondition(numerator >= 0 && denominator > 0 && (0...9).contains(decimals))
    var scale: UInt128 = 100
    for _ in 0..<decimals { scale *= 10 }
    if numerator < 1 << 24, denominator < 1 << 62, decimals <= 6 {
      let twice = 2 * UInt64(numerator) * UInt64(scale)
      isNegative = false
      scaled = (twice + UInt64(denominator)) / (2 * UInt64(denominator))
      self.decimals = decimals
      return
    }
    let twice = 2 * UInt128(numerator) * scale
    let rounded = (twice + UInt128(denominator)) / (2 * UInt128(denominator))
    self = RoundedNumber(false, String(rounded).utf8.map { $0 - 48 }, decimals)
  }

  /// The number to so many decimals; `nil` when it is not finite.
  init?(_ value: Double, decimals: Int) {
    guard value.isFinite, decimals >= 0 else { return nil }
    var (digits, point) = Self.shortestDigits(of: value.magnitude)
    // The digits that are kept end `decimals` places after the mark.
    let kept = point + decimals
    if kept < 0 {
      digits = [0]
    } else if kept < digits.count {
      let roundsUp = digits[kept] >= 5
      digits.removeSubrange(kept...)
      if roundsUp { Self.increment(&digits) }
    } else {
      digits += Array(repeating: 0, count: kept - digits.count)
    }
    self.init(value < 0, digits, decimals)
  }

  private init(_ isNegative: Bool, _ digits: [UInt8], _ decimals: Int) {
    var significant = Array(digits.drop { $0 == 0 })
    let isZero = significant.isEmpty
    if significant.count < decimals + 1 {
      significant.insert(
        contentsOf: Array(repeating: 0, count: decimals + 1 - significant.count), at: 0)
    }
    self.isNegative = isNegative && !isZero
    self.decimals = decimals
    scaled = 0
    if significant.count <= 19 {
      for digit in significant { scaled = scaled * 10 + UInt64(digit) }
    } else {
      long = significant
    }
  }

  /// The digits of the shortest decimal that reads back as `value`, and the place of the decimal
  /// mark among them (0.05 is `[5]`, -1).
  private static func shortestDigits(of value: Double) -> (digits: [UInt8], point: Int) {
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    let text = Array(value.description.utf8)
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: ".") {
        point = digits.count
      } else if byte == UInt8(ascii: "e") {
        exponent = Int(String(decoding: text[(index + 1)...], as: UTF8.self)) ?? 0
        break
      } else {
        digits.append(byte - 48)
      }
    }
    var place = (point ?? digits.count) + exponent
    while digits.count > 1, digits[0] == 0 {
      digits.removeFirst()
      place -= 1
    }
    return (digits, place)
  }

  private static func increment(_ digits: inout [UInt8]) {
    var index = digits.count - 1
    while index >= 0 {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
      index -= 1
    }
    digits.insert(1, at: 0)
  }
}
