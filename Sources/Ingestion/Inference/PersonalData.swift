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
    return allCases.first { kind in
      Double(texts.count { kind.matches(trimmedText($0)) }) >= share * Double(texts.count)
    }
  }

  var label: Bilingual {
    switch self {
    case .email: Bilingual(fr: "adresses e-mail", en: "e-mail addresses")
    case .phone: Bilingual(fr: "numéros de téléphone", en: "phone numbers")
    case .address: Bilingual(fr: "adresses IP", en: "IP addresses")
    }
  }

  func matches(_ text: String) -> Bool {
    switch self {
    case .email: isEmail(text)
    case .phone: isPhone(text)
    case .address: isAddress(text)
    }
  }

  private func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && !text.contains(" ")
      && parts[1].contains(".") && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".")
  }

  /// French numbers: ten digits from 0, or +33 / 0033 and nine; blanks, points, hyphens between.
  private func isPhone(_ text: String) -> Bool {
    var digits = ""
    for character in text {
      if character.isASCII && character.isNumber {
        digits.append(character)
      } else if !" .-\u{A0}()+/".contains(character) {
        return false
      }
    }
    if text.hasPrefix("+") { return (10...15).contains(digits.count) }
    return (digits.count == 10 && digits.hasPrefix("0"))
      || (digits.count == 13 && digits.hasPrefix("0033"))
  }

  private func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 4 {
      return parts.allSatisfy { $0.count <= 3 && (Int($0).map { (0...255).contains($0) } ?? false) }
    }
    let groups = text.split(separator: ":", omittingEmptySubsequences: false)
    return groups.count >= 4 && groups.count <= 8
      && groups.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isHexDigit) }
  }
}
