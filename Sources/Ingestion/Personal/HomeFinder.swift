internal import SurveyModel

/// Street addresses in a text: `12 bis, rue des Lilas`, `rue des Lilas 12`, `appt 14`.
enum HomeFinder {
  /// After a number these are streets.
  private static let kinds: Set<String> = [
    "rue", "avenue", "av", "ave", "boulevard", "boul", "bd", "bld", "blvd", "bvd", "chemin", "chem",
    "che", "allee", "allees", "impasse", "imp", "route", "rte", "quai", "square", "sq",
    "lotissement", "lot", "residence", "sente", "sentier", "ruelle", "faubourg", "fbg", "fg",
    "montee", "esplanade", "venelle", "rocade", "street", "road", "lane",
  ]
  /// These only before a name: "2 places de parking", "1 cours de danse".
  private static let looseKinds: Set<String> = [
    "place", "pl", "cours", "crs", "passage", "cite", "villa", "voie", "cour", "clos", "traverse",
    "domaine", "hameau", "galerie", "promenade", "parvis", "mail", "res", "all", "r", "port",
  ]
  private static let repetitions: Set<String> = ["bis", "ter", "quater", "a", "b", "c", "d", "t"]
  private static let particles: Set<String> = [
    "de", "des", "du", "la", "le", "les", "l", "d", "of", "the",
  ]
  private static let flats: Set<String> = ["appartement", "appt", "apt", "app", "flat"]

  private struct Word {
    var text: String
    var range: Range<Int>
    var isCapital: Bool
    var startsWithLetter: Bool
    var number: Int?
  }

  static func ranges(in text: [Unicode.Scalar]) -> [Range<Int>] {
    let words = words(in: text)
    var out: [Range<Int>] = []
    var index = 0
    while index < words.count {
      if let length = length(words[index...]) {
        var last = index + length - 1
        while last + 1 < words.count, particles.contains(words[last].text) { last += 1 }
        while last + 1 < words.count, belongs(words[last + 1]) { last += 1 }
        out.append(words[index].range.lowerBound..<words[last].range.upperBound)
        index = last + 1
      } else {
        index += 1
      }
    }
    return out
  }

  private static func words(in text: [Unicode.Scalar]) -> [Word] {
    let ends = Set(" ,;()\n\"".unicodeScalars)
    var out: [Word] = []
    var index = 0
    while index < text.count {
      if ends.contains(text[index]) {
        index += 1
        continue
      }
      let start = index
      while index < text.count, !ends.contains(text[index]) { index += 1 }
      var body = text[start..<index]
      // "l'avenue", "d'Arcole" are two words.
      if let mark = body.firstIndex(of: "'"), mark - start <= 2, mark + 1 < index {
        out.append(word(text[start..<mark], upTo: mark + 1))
        body = text[(mark + 1)..<index]
      }
      out.append(word(body, upTo: index))
    }
    return out
  }

  private static func word(_ body: ArraySlice<Unicode.Scalar>, upTo end: Int) -> Word {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: body)
    let text = String(view)
    let digits = body.prefix(while: \.isPlainDigit)
    let rest = body.dropFirst(digits.count)
    let suffix = foldedPlace(String(text.unicodeScalars.dropFirst(digits.count)))
    let isNumber =
      (1...4).contains(digits.count) && digits.first != "0"
      && (rest.isEmpty || repetitions.contains(suffix) || rest.elementsEqual(".".unicodeScalars))
    // "n°12"
    let afterSign = body.drop { $0 == "n" || $0 == "N" || $0 == "°" || $0 == "º" }
    let signed =
      afterSign.count < body.count && (1...4).contains(afterSign.count)
      && afterSign.allSatisfy(\.isPlainDigit)
    func value(_ digits: some Sequence<Unicode.Scalar>) -> Int {
      digits.reduce(0) { $0 * 10 + Int($1.value - 48) }
    }
    return Word(
      text: foldedPlace(text), range: body.startIndex..<end,
      isCapital: body.first?.properties.isUppercase == true,
      startsWithLetter: body.first?.properties.isAlphabetic == true,
      number: isNumber ? value(digits) : signed ? value(afterSign) : nil)
  }

  /// How many of the first words make an address.
  private static func length(_ words: ArraySlice<Word>) -> Int? {
    guard let first = words.first else { return nil }
    if flats.contains(first.text), let number = words.dropFirst().first, number.number != nil {
      return 2
    }
    if first.number != nil { return numbered(words) }
    return first.text == "rue" || kinds.contains(first.text) && first.text.utf8.count > 3
      ? numberedBehind(words) : nil
  }

  /// `12 bis, rue …`, `18 de la rue …`
  private static func numbered(_ words: ArraySlice<Word>) -> Int? {
    var next = words.index(after: words.startIndex)
    func word(_ index: Int) -> Word? { index < words.endIndex ? words[index] : nil }
    if let word = word(next), repetitions.contains(word.text), !kinds.contains(word.text) {
      next += 1
    }
    while let word = word(next), particles.contains(word.text), next - words.startIndex < 4 {
      next += 1
    }
    guard let kind = word(next), var name = word(next + 1) else { return nil }
    if kinds.contains(kind.text) {
      return name.startsWithLetter ? next + 2 - words.startIndex : nil
    }
    guard looseKinds.contains(kind.text) else { return nil }
    var last = next + 1
    while particles.contains(name.text), let following = word(last + 1) {
      last += 1
      name = following
    }
    return name.isCapital ? last + 1 - words.startIndex : nil
  }

  /// `rue des Lilas 14`
  private static func numberedBehind(_ words: ArraySlice<Word>) -> Int? {
    var hasName = false
    for (offset, word) in words.dropFirst().prefix(6).enumerated() {
      if word.number != nil { return hasName ? offset + 2 : nil }
      if particles.contains(word.text) || word.text == "n" { continue }
      guard word.isCapital else { return nil }
      hasName = true
    }
    return nil
  }

  /// Further words of a name, a postcode.
  private static func belongs(_ word: Word) -> Bool {
    word.isCapital || word.text.utf8.count == 5 && word.text.allSatisfy(\.isNumber)
  }
}
