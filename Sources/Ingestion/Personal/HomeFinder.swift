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
  /// `quater`, and a point.
  private static let longestRepetition = 7
  private static let particles: Set<String> = [
    "de", "des", "du", "la", "le", "les", "l", "d", "of", "the",
  ]
  private static let flats: Set<String> = ["appartement", "appt", "apt", "app", "flat"]

  private struct Word {
    var scalars: ArraySlice<Unicode.Scalar>
    var range: Range<Int>
    /// A number of at most four digits, perhaps with a letter behind or `n°` before.
    var isNumber: Bool

    /// Folded; few words of a text are ever asked for it.
    var text: String { HomeFinder.folded(scalars) }
    var isCapital: Bool { scalars.first?.properties.isUppercase == true }
    var startsWithLetter: Bool { scalars.first?.properties.isAlphabetic == true }
  }

  private static func folded(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return foldedPlace(String(view))
  }

  /// Words between the name of a street and a number behind it.
  private static let reach = 7

  static func ranges(in text: [Unicode.Scalar]) -> [Range<Int>] {
    let words = words(in: text)
    guard words.count > 1 else { return [] }
    var out: [Range<Int>] = []
    var index = 0
    while index < words.count {
      let isNear = words[index...].prefix(reach).contains(where: \.isNumber)
      if isNear, let length = length(words[index...]) {
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
    func isEnd(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case " ", ",", ";", "(", ")", "\"": true
      default: false
      }
    }
    var out: [Word] = []
    var index = 0
    while index < text.count {
      if isEnd(text[index]) {
        index += 1
        continue
      }
      let start = index
      while index < text.count, !isEnd(text[index]) { index += 1 }
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
    Word(scalars: body, range: body.startIndex..<end, isNumber: isNumber(body))
  }

  /// `12`, `12bis`, `12.`, `n°12`
  private static func isNumber(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = word.first, word.count <= 10 else { return false }
    if first.isPlainDigit {
      let digits = word.prefix(while: \.isPlainDigit)
      let rest = word.dropFirst(digits.count)
      return digits.count <= 4 && first != "0"
        && (rest.isEmpty || (rest.count == 1 && rest.first == ".")
          || (rest.count <= longestRepetition && repetitions.contains(folded(rest))))
    }
    let digits = word.drop { $0.isOne(of: "n", "N", "°", "º") }
    return digits.count < word.count && (1...4).contains(digits.count)
      && digits.allSatisfy(\.isPlainDigit)
  }

  /// How many of the first words make an address.
  private static func length(_ words: ArraySlice<Word>) -> Int? {
    guard let first = words.first else { return nil }
    if first.isNumber { return numbered(words) }
    guard first.startsWithLetter else { return nil }
    let text = first.text
    if flats.contains(text), words.dropFirst().first?.isNumber == true { return 2 }
    return text == "rue" || kinds.contains(text) && text.utf8.count > 3
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
      if word.isNumber { return hasName ? offset + 2 : nil }
      if particles.contains(word.text) || word.text == "n" { continue }
      guard word.isCapital else { return nil }
      hasName = true
    }
    return nil
  }

  /// Further words of a name, a postcode.
  private static func belongs(_ word: Word) -> Bool {
    word.isCapital || word.scalars.count == 5 && word.scalars.allSatisfy(\.isPlainDigit)
  }
}
