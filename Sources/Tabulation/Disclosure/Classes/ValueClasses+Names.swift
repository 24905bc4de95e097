internal import SurveyModel

/// How classes are named: in codes that a later release reads back, and in words.
extension ValueClasses {
  /// The rows, the lowest first.
  var items: [StubItem] {
    (0..<count).map { place in
      let low = place == 0 ? nil : lowers[place - 1]
      let high = place < lowers.count ? lowers[place] : nil
      return StubItem(code: code(low, high), label: label(low, high), kind: .option)
    }
  }

  /// `..19`, `20..29`, `70..`; `2` for a class of one whole number, `2..<2.5` for parts of one.
  private func code(_ low: Double?, _ high: Double?) -> String {
    let start = low.map(name) ?? ""
    guard let high else { return start + ".." }
    if !isWhole { return start + "..<" + name(high) }
    let end = name(high - 1)
    return start == end ? start : start + ".." + end
  }

  /// A month by its ISO form.
  private func name(_ bound: Double) -> String {
    if unit == .day {
      let (year, month) = (Int(bound) / 12, Int(bound) % 12 + 1)
      return "\(year)-\(month < 10 ? "0" : "")\(month)"
    }
    // A cell that begins with a hyphen would be taken for a formula.
    return Self.plain(bound).replacing("-", with: "\u{2212}")
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }

  static func ends(of code: String) -> [String] {
    guard let dots = code.firstRange(of: "..") else { return [code] }
    return [String(code[..<dots.lowerBound]), code[dots.upperBound...].filter { $0 != "<" }]
  }

  static func number(_ name: String, _ unit: ValueDistribution.Unit) -> Double? {
    guard unit == .day else { return Double(name.replacing("\u{2212}", with: "-")) }
    let parts = name.split(separator: "-").compactMap { Int($0) }
    return parts.count == 2 ? Double(parts[0] * 12 + parts[1] - 1) : nil
  }

  private func label(_ low: Double?, _ high: Double?) -> Bilingual {
    if unit == .day { return dateLabel(low, high) }
    func text(_ value: Double) -> Bilingual {
      Bilingual(fr: Self.text(value, .french), en: Self.text(value, .english))
    }
    let start = low.map(text)
    guard let high else {
      return Bilingual(fr: "\(start?.fr ?? "") ou plus", en: "\(start?.en ?? "") or more")
    }
    let end = text(isWhole ? high - 1 : high)
    guard let start else {
      return isWhole
        ? Bilingual(fr: "\(end.fr) ou moins", en: "\(end.en) or less")
        : Bilingual(fr: "moins de \(end.fr)", en: "under \(end.en)")
    }
    if !isWhole {
      return Bilingual(fr: "\(start.fr) à moins de \(end.fr)", en: "\(start.en) to under \(end.en)")
    }
    if start == end { return start }
    return Bilingual(fr: "\(start.fr) à \(end.fr)", en: "\(start.en) to \(end.en)")
  }

  /// As people write it, thousands apart.
  private static func text(_ value: Double, _ language: Language) -> String {
    let isFrench = language == .french
    let parts = plain(abs(value)).split(separator: ".")
    var whole = String(parts[0])
    // A year is no sum of thousands.
    if whole.count > 4 {
      var out = ""
      for (index, digit) in whole.enumerated() {
        if index > 0, (whole.count - index) % 3 == 0 { out += isFrench ? "\u{202F}" : "," }
        out.append(digit)
      }
      whole = out
    }
    if parts.count > 1 { whole += (isFrench ? "," : ".") + parts[1] }
    return (value < 0 ? "\u{2212}" : "") + whole
  }

  private func dateLabel(_ low: Double?, _ high: Double?) -> Bilingual {
    func month(_ key: Double) -> Bilingual {
      let (year, month) = (Int(key) / 12, Int(key) % 12)
      let name = monthNames[month]
      return Bilingual(fr: "\(name.fr) \(year)", en: "\(name.en) \(year)")
    }
    guard let high else {
      let start = low.map(month)
      return Bilingual(fr: "\(start?.fr ?? "") et après", en: "\(start?.en ?? "") and later")
    }
    let end = month(high - 1)
    guard let low else {
      return Bilingual(fr: "\(end.fr) et avant", en: "\(end.en) and before")
    }
    if high - low == 1 { return end }
    let isYears = low.truncatingRemainder(dividingBy: 12) == 0 && (high - low) >= 12
    if isYears, (high - low).truncatingRemainder(dividingBy: 12) == 0 {
      let (first, last) = (Int(low) / 12, Int(high) / 12 - 1)
      return first == last
        ? Bilingual("\(first)") : Bilingual(fr: "\(first) à \(last)", en: "\(first) to \(last)")
    }
    let start = month(low)
    return Bilingual(fr: "\(start.fr) à \(end.fr)", en: "\(start.en) to \(end.en)")
  }
}
