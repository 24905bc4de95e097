public import SurveyModel

/// How the numbers of one column are written: which sign stands before the decimals. `1,234` alone
/// is either one and a bit or more than a thousand; only other values, or a person, can tell.
public struct NumberFormat: Sendable, Hashable {
  /// Declared, else proven by the values; `nil` where nothing proves it, or both are.
  public var decimal: DecimalSign?
  /// Values that could be two numbers.
  public var ambiguous: [String] = []
  /// Some values prove one sign, some the other.
  public var isMixed = false

  /// - Parameter declared: what a person says, which wins.
  public init(_ texts: some Sequence<String>, declared: DecimalSign? = nil) {
    var proven: Set<DecimalSign> = []
    for text in texts {
      switch Self.sign(text) {
      case .none: break
      case .proven(let sign): proven.insert(sign)
      case .ambiguous: ambiguous.append(text)
      }
    }
    isMixed = proven.count > 1
    decimal = declared ?? (proven.count == 1 ? proven.first : nil)
  }

  /// Values whose size nothing tells.
  public var isOpen: Bool { decimal == nil && !ambiguous.isEmpty }

  /// The number that a text stands for in this column.
  ///
  /// - Returns: `nil` where it is none, or could be two.
  public func read(_ text: String) -> Double? {
    guard Self.holdsSeparator(text) else { return readNumber(text) }
    if let plain = PlainDecimal(text) {
      if !plain.isAmbiguous { return readNumber(text) }
      guard let decimal else { return nil }
      return readNumber(
        plain.sign == decimal ? text : Self.without(plain.sign.scalar, text))
    }
    let number = Self.bare(text)
    let separators = number.unicodeScalars.filter { $0 == "," || $0 == "." }
    if separators.isEmpty { return readNumber(text) }
    let kinds = Set(separators)
    let last = separators.last
    let isGrouped = kinds.count == 2 || separators.count > 1
    if case .ambiguous = Self.sign(text) {
      guard let decimal else { return nil }
      return last == decimal.scalar ? readNumber(text) : readNumber(Self.without(last, text))
    }
    guard isGrouped else { return readNumber(text) }
    // `1.234,5`: the first sign groups; `1,234,567`: both do.
    let grouping = kinds.count == 2 ? separators.first : last
    guard Self.isWellGrouped(number, grouping) else { return nil }
    if kinds.count == 2, separators.count(where: { $0 == last }) > 1 { return nil }
    return readNumber(Self.without(grouping, text))
  }

  private enum Sign {
    case none
    case proven(DecimalSign)
    case ambiguous
  }

  /// What one value says of the column.
  private static func sign(_ text: String) -> Sign {
    guard holdsSeparator(text) else { return .none }
    if let plain = PlainDecimal(text) {
      return plain.isAmbiguous ? .ambiguous : .proven(plain.sign)
    }
    let number = bare(text)
    let scalars = Array(number.unicodeScalars)
    guard !scalars.isEmpty,
      scalars.allSatisfy({ ("0"..."9").contains($0) || $0 == "," || $0 == "." || isBlank($0) })
    else { return .none }
    let places = scalars.indices.filter { scalars[$0] == "," || scalars[$0] == "." }
    guard let last = places.last else { return .none }
    let own: DecimalSign = scalars[last] == "," ? .comma : .point
    if places.contains(where: { scalars[$0] != scalars[last] }) {
      return isWellGrouped(number, scalars[places[0]]) ? .proven(own) : .none
    }
    if places.count > 1 {
      return isWellGrouped(number, scalars[last]) ? .proven(own == .comma ? .point : .comma) : .none
    }
    let before = scalars[..<last]
    let after = scalars.count - last - 1
    let mayGroup =
      after == 3 && (1...3).contains(before.count) && before.first != "0"
      && !before.contains(where: isBlank)
    return mayGroup ? .ambiguous : .proven(own)
  }

  private static func holdsSeparator(_ text: String) -> Bool {
    text.utf8.contains { $0 == 0x2C || $0 == 0x2E }
  }

  /// Without sign, percent sign and blanks around them.
  private static func bare(_ text: String) -> String {
    var scalars = Array(trimmedText(text).unicodeScalars)
    if scalars.last == "%" { scalars.removeLast() }
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    if let first = scalars.first, ["-", "+", "\u{2212}"].contains(first) { scalars.removeFirst() }
    var out = String.UnicodeScalarView()
    out.append(contentsOf: scalars)
    return String(out)
  }

  /// Groups of three digits behind the sign, up to the end or the other sign.
  private static func isWellGrouped(_ number: String, _ sign: Unicode.Scalar?) -> Bool {
    guard let sign else { return false }
    var groups: [Int] = [0]
    for scalar in number.unicodeScalars {
      if scalar == sign {
        groups.append(0)
      } else if ("0"..."9").contains(scalar) {
        groups[groups.count - 1] += 1
      } else {
        break
      }
    }
    return groups.count > 1 && (1...3).contains(groups[0])
      && groups.dropFirst().allSatisfy { $0 == 3 }
  }

  private static func without(_ sign: Unicode.Scalar?, _ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != sign { out.append(scalar) }
    return String(out)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\u{2009}"
  }
}

/// Digits around one comma or point, as most such numbers are written.
private struct PlainDecimal {
  let sign: DecimalSign
  /// It may as well stand between thousands.
  let isAmbiguous: Bool

  /// `nil` for all others, which are taken apart.
  init?(_ text: String) {
    var before = 0
    var after = 0
    var startsWithZero = false
    var sign: DecimalSign?
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x30...0x39:
        if before == 0, sign == nil { startsWithZero = byte == 0x30 }
        if sign == nil { before += 1 } else { after += 1 }
      case 0x2B where index == 0, 0x2D where index == 0: break
      case 0x2C where sign == nil: sign = .comma
      case 0x2E where sign == nil: sign = .point
      default: return nil
      }
    }
    guard let sign else { return nil }
    self.sign = sign
    isAmbiguous = after == 3 && (1...3).contains(before) && !startsWithZero
  }
}

extension DecimalSign {
  fileprivate var scalar: Unicode.Scalar { self == .comma ? "," : "." }
}

extension EncodedColumn {
  /// How the numbers of this column are written, texts that stand for a missing answer left aside.
  func numberFormat(_ question: Question) -> NumberFormat {
    NumberFormat(
      answers(without: question.missing).lazy.map(\.value.text), declared: question.decimal)
  }
}
