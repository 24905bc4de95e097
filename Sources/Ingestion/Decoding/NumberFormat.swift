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
