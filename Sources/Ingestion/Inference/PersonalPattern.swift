internal import SurveyModel

/// Texts that identify a person, a home or a device by their form alone.
enum PersonalPattern: CaseIterable {
  case email, phone, address, home, position, device

  /// Share of a column's texts that must look personal; below it they are slips in free text.
  private static let share = 0.5

  /// The kind that at least half of these texts are of.
  static func most(of texts: [String]) -> PersonalPattern? {
    guard !texts.isEmpty else { return nil }
    let needed = Int((share * Double(texts.count)).rounded(.up))
    let trimmed = texts.map(trimmedText)
    return allCases.first { $0.matches(atLeast: needed, of: trimmed) }
  }

  /// Most of these texts are names of people, hardly any of them given twice: `Mme Durand`,
  /// `Marie DURAND`. Names of places repeat.
  static func areNames(_ texts: [String]) -> Bool {
    guard texts.count >= 3, Set(texts).count * 10 >= texts.count * 8 else { return false }
    return texts.count { isName(trimmedText($0)) } * 2 >= texts.count
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

  static let names = Bilingual(fr: "noms de personnes", en: "names of people")

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
    case .home: StreetAddress.begins(text)
    case .position: isPosition(text)
    case .device: isDevice(text)
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
    // The first four digits, as a number: 0033 is 33.
    var start = 0
    var first: UInt8 = 0
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if digits == 0 { first = byte }
        if digits < 4 { start = start * 10 + Int(byte - 48) }
        digits += 1
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
    return (digits == 10 && first == UInt8(ascii: "0")) || (digits == 13 && start == 33)
  }

  private func isAddress(_ text: String) -> Bool {
    var points = 0
    var colons = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: ":"): colons += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
        UInt8(ascii: "a")...UInt8(ascii: "f"):
        break
      default: return false
      }
    }
    guard points == 3 || colons >= 3 else { return false }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 4 {
      return parts.allSatisfy { $0.count <= 3 && (Int($0).map { (0...255).contains($0) } ?? false) }
    }
    let groups = text.split(separator: ":", omittingEmptySubsequences: false)
    return groups.count >= 4 && groups.count <= 8
      && groups.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isHexDigit) }
  }

  /// Latitude and longitude, to a hundred metres or nearer; perhaps altitude and accuracy.
  private func isPosition(_ text: String) -> Bool {
    guard text.utf8.count >= 11, text.utf8.count <= 80,
      text.utf8.allSatisfy({ byte in
        (48...57).contains(byte) || [0x20, 0x2C, 0x2D, 0x2E, 0x3B, 0x28, 0x29].contains(byte)
      })
    else { return false }
    let parts = text.split { " ,;()".contains($0) }
    guard (2...4).contains(parts.count) else { return false }
    let numbers = parts.compactMap { Double($0) }
    let isExact = parts.prefix(2).allSatisfy { part in
      part.split(separator: ".", omittingEmptySubsequences: false).last.map {
        $0.utf8.count >= 3 && part.utf8.contains(0x2E)
      } ?? false
    }
    return numbers.count == parts.count && isExact && abs(numbers[0]) <= 90
      && abs(numbers[1]) <= 180
  }

  /// `collect:aBc…`, an IMEI, the address of a network card.
  private func isDevice(_ text: String) -> Bool {
    let bytes = text.utf8
    if bytes.starts(with: "collect:".utf8) || bytes.starts(with: "ee.kobotoolbox".utf8) {
      return true
    }
    if bytes.count == 15, bytes.allSatisfy({ (48...57).contains($0) }) {
      return Self.hasCheckDigit(text)
    }
    guard bytes.count == 17 else { return false }
    let groups = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "-" }
    return groups.count == 6 && groups.allSatisfy { $0.count == 2 && $0.allSatisfy(\.isHexDigit) }
  }

  /// The last digit of an IMEI makes it add up (Luhn).
  private static func hasCheckDigit(_ text: String) -> Bool {
    var sum = 0
    for (place, byte) in text.utf8.reversed().enumerated() {
      let digit = Int(byte) - 48
      sum += place % 2 == 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9
    }
    return sum % 10 == 0
  }

  private static let titles: Set<String> = [
    "m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "mrs", "ms", "dr",
  ]

  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (2...4).contains(words.count), let first = words.first, let last = words.last,
      last.first?.isUppercase == true, !text.contains(where: \.isNumber)
    else { return false }
    if titles.contains(foldedPlace(String(first))) { return true }
    // `Marie DURAND`: a surname in capitals.
    return last.count >= 3 && last.allSatisfy { $0.isUppercase || $0 == "-" || $0 == "'" }
      && first.first?.isUppercase == true && first.dropFirst().contains(where: \.isLowercase)
  }
}

/// `12 bis, rue des Lilas`: a number and the name of a street.
enum StreetAddress {
  private static let kinds: Set<String> = [
    "rue", "avenue", "av", "boulevard", "bd", "chemin", "allee", "allees", "impasse", "route",
    "quai", "square", "cours", "lotissement", "residence", "sente", "ruelle", "passage",
    "faubourg", "street", "road", "lane",
  ]
  private static let repetitions: Set<String> = ["bis", "ter", "quater", "b", "t"]

  /// Whether a text is an address: it begins with one.
  static func begins(_ text: String) -> Bool {
    guard let first = text.utf8.first, (48...57).contains(first), text.utf8.count <= 160,
      mayStand(in: text)
    else { return false }
    let words = text.split { $0.isWhitespace || $0 == "," }
    return length(words[...]) != nil
  }

  /// Whether a number of at most four digits stands alone, before other words: without one, there
  /// is no address. A look at the bytes, since most texts with digits hold none.
  static func mayStand(in text: String) -> Bool {
    var digits = 0
    var isAlone = true
    for byte in text.utf8 {
      let isDigit = (0x30...0x39).contains(byte)
      // Blanks of one byte, a comma, or part of a longer character, which may be a blank, too.
      let isGap = byte == 0x20 || byte == 0x2C || (0x09...0x0D).contains(byte) || byte >= 0x80
      if isGap, isAlone, (1...4).contains(digits) { return true }
      if isGap { isAlone = true } else if !isDigit { isAlone = false }
      digits = isDigit ? digits + 1 : 0
    }
    return false
  }

  /// How many of the first words make an address: number, kind of street, and one word of its name.
  static func length(_ words: ArraySlice<Substring>) -> Int? {
    guard let number = words.first, (1...4).contains(number.utf8.count),
      number.utf8.allSatisfy({ (48...57).contains($0) }), number != "0"
    else { return nil }
    var next = words.index(after: words.startIndex)
    if next < words.endIndex, repetitions.contains(foldedPlace(String(words[next]))) { next += 1 }
    guard next + 1 < words.endIndex, kinds.contains(foldedPlace(String(words[next]))) else {
      return nil
    }
    let name = words[next + 1]
    return name.first?.isLetter == true ? next + 2 - words.startIndex : nil
  }
}
