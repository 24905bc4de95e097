public import SurveyModel

/// Columns that hold personal data, by heading or by content. They are read past.
public struct PersonalData: Sendable {
  /// What was found, by column position.
  public private(set) var findings: [Int: Bilingual] = [:]

  /// The positions of all columns found.
  public var columns: Set<Int> { Set(findings.keys) }

  init(layout: ExportLayout, head: HeadRecords) {
    for column in layout.columns {
      if column.role == .personal {
        findings[column.position] = Bilingual(fr: "l'intitulé le dit", en: "the heading says so")
        continue
      }
      let texts = head.column(column.position, from: layout.headerRecords)
        .map { trimmedText($0.text) }.filter { !$0.isEmpty }
      if let kind = PersonalPattern.most(of: texts) { findings[column.position] = kind.label }
    }
  }

  /// Adds what only the whole column shows.
  mutating func add(_ finding: Bilingual, at position: Int) { findings[position] = finding }
}

/// Texts that identify a person or a device by their form alone.
enum PersonalPattern: CaseIterable {
  case email, phone, address

  /// Share of a column's texts that must look personal; below it they are slips in free text.
  private static let share = 0.5

  /// The kind that at least half of these texts are of.
  static func most(of texts: [String]) -> PersonalPattern? {
    guard !texts.isEmpty else { return nil }
    let needed = Int((share * Double(texts.count)).rounded(.up))
    let trimmed = texts.map(trimmedText)
    return allCases.first { $0.matches(atLeast: needed, of: trimmed) }
  }

  var label: Bilingual {
    switch self {
    case .email: Bilingual(fr: "adresses e-mail", en: "e-mail addresses")
    case .phone: Bilingual(fr: "numéros de téléphone", en: "phone numbers")
    case .address: Bilingual(fr: "adresses IP", en: "IP addresses")
    }
  }

  /// Whether so many of the texts match; it stops as soon as that is certain or impossible.
  func matches(atLeast needed: Int, of texts: [String]) -> Bool {
    var left = needed
    for (index, text) in texts.enumerated() where left > 0 {
      if left > texts.count - index { return false }
      if matches(text) { left -= 1 }
    }
    return left <= 0
  }

  func matches(_ text: String) -> Bool {
    switch self {
    case .email: isEmail(text)
    case .phone: isPhone(text)
    case .address: isAddress(text)
    }
  }

  // Most texts are ruled out by a look at their bytes; only the rest is taken apart.

  private func isEmail(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "@")) else { return false }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && !text.utf8.contains(UInt8(ascii: " "))
      && parts[1].utf8.contains(UInt8(ascii: ".")) && parts[1].utf8.first != UInt8(ascii: ".")
      && parts[1].utf8.last != UInt8(ascii: ".")
  }

  /// French numbers: ten digits from 0, or +33 / 0033 and nine; blanks, points, hyphens between.
  private func isPhone(_ text: String) -> Bool {
    var digits = 0
    var start: [UInt8] = []
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        if start.count < 4 { start.append(byte) }
      case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "("),
        UInt8(ascii: ")"), UInt8(ascii: "+"), UInt8(ascii: "/"), 0xC2:
        break
      case 0xA0 where previous == 0xC2: break  // a no-break space
      default: return false
      }
      if previous == 0xC2, byte != 0xA0 { return false }
      previous = byte
    }
    if text.utf8.first == UInt8(ascii: "+") { return (10...15).contains(digits) }
    return (digits == 10 && start.first == UInt8(ascii: "0"))
      || (digits == 13 && start == Array("0033".utf8))
  }

  private func isAddress(_ text: String) -> Bool {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "."),
        UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"):
        true
      default: false
      }
    }
    guard isPlain else { return false }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 4 {
      return parts.allSatisfy { $0.count <= 3 && (Int($0).map { (0...255).contains($0) } ?? false) }
    }
    let groups = text.split(separator: ":", omittingEmptySubsequences: false)
    return groups.count >= 4 && groups.count <= 8
      && groups.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isHexDigit) }
  }
}
