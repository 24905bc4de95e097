internal import SurveyModel

/// Texts that identify a person, a home or a device by their form alone.
enum PersonalPattern: CaseIterable {
  // In the order in which they are looked for: an IP address holds no phone number.
  case email, device, address, position, phone, home

  /// Share of a column's texts that must look personal; below it they are slips in free text.
  private static let share = 0.5
  /// Letters and digits beside an address or a number in a text that is one ("tél. :", "le soir").
  private static let mostBeside = 12

  /// The kind that at least half of these texts are of.
  static func most(of texts: [String]) -> PersonalPattern? {
    most(of: texts, texts.map(PersonalSigns.init))
  }

  /// - Parameter signs: one a text.
  static func most(of texts: [String], _ signs: [PersonalSigns]) -> PersonalPattern? {
    guard !texts.isEmpty else { return nil }
    let needed = Int((share * Double(texts.count)).rounded(.up))
    return allCases.first { pattern in
      signs.count(where: { $0.allow(pattern) }) >= needed
        && pattern.matches(atLeast: needed, of: texts, signs)
    }
  }

  var label: Bilingual {
    switch self {
    case .email: Bilingual(fr: "adresses e-mail", en: "e-mail addresses")
    case .phone: Bilingual(fr: "numéros de téléphone", en: "phone numbers")
    case .address: Bilingual(fr: "adresses IP", en: "IP addresses")
    case .home: Bilingual(fr: "adresses postales", en: "street addresses")
    case .position: Bilingual(fr: "positions GPS", en: "GPS positions")
    case .device: Bilingual(fr: "identifiants d'appareils", en: "device ids")
    }
  }

  /// What stands in the place of one in a text that is shown.
  var mark: String {
    switch self {
    case .email: PersonalMask.email
    case .phone: "[tél.]"
    case .address: "[IP]"
    case .home: "[adresse]"
    case .position: "[GPS]"
    case .device: "[appareil]"
    }
  }

  /// Whether so many of the texts match; it stops as soon as that is certain or impossible.
  private func matches(
    atLeast needed: Int, of texts: [String], _ signs: [PersonalSigns]
  ) -> Bool {
    var left = needed
    for (index, text) in texts.enumerated() where left > 0 {
      if left > texts.count - index { return false }
      if matches(text, signs[index]) { left -= 1 }
    }
    return left <= 0
  }

  /// Whether a text is one, with hardly anything beside it.
  func matches(_ text: String) -> Bool { matches(text, PersonalSigns(text)) }

  private func matches(_ text: String, _ signs: PersonalSigns) -> Bool {
    guard signs.allow(self), signs.length <= 400 else { return false }
    let plain = PlainText(text, signs).scalars
    let found =
      self == .position ? PositionFinder.ranges(in: plain, decimals: 3) : ranges(in: plain)
    guard let first = found.first, let last = found.last else { return false }
    // A town and a floor stand behind an address.
    let end = self == .home ? plain.count : last.upperBound
    let beside =
      plain[..<first.lowerBound].count(where: \.isLetterOrDigit)
      + plain[end...].count(where: \.isLetterOrDigit)
    return beside <= Self.mostBeside
  }

  func ranges(in text: [Unicode.Scalar]) -> [Range<Int>] {
    switch self {
    case .email: EmailFinder.ranges(in: text)
    case .phone: PhoneFinder.ranges(in: text)
    case .address: NetworkFinder.ranges(in: text)
    case .home: HomeFinder.ranges(in: text)
    case .position: PositionFinder.ranges(in: text)
    case .device: DeviceFinder.ranges(in: text)
    }
  }
}
