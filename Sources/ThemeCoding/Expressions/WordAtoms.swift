/// The different words that expressions are made of, numbered, and which of them a word of an
/// answer satisfies.
struct WordAtoms: Sendable {
  private var numbers: [WordPattern: Int] = [:]
  private var longestPrefix = 0
  /// What slips are compared with, by first letter: the spelling, what it is, and its number.
  private var spellings: [UInt8: [(word: [UInt8], isPrefix: Bool, number: Int)]] = [:]

  /// From this many letters on a word may be a slip of another.
  static let shortestSlip = 6

  mutating func number(of pattern: WordPattern, written: String) -> Int {
    let known = numbers[pattern]
    let isNew = known == nil
    let number = known ?? numbers.count
    if isNew { numbers[pattern] = number }
    switch pattern {
    case .prefix(let start):
      longestPrefix = max(longestPrefix, start.utf8.count)
      if isNew { addSpelling(start, isPrefix: true, number) }
    case .stem: addSpelling(singular(written), isPrefix: false, number)
    case .whole: break
    }
    return number
  }

  private mutating func addSpelling(_ word: String, isPrefix: Bool, _ number: Int) {
    let bytes = Array(word.utf8)
    guard bytes.count >= Self.shortestSlip, let first = bytes.first,
      spellings[first]?.contains(where: { $0.word == bytes && $0.isPrefix == isPrefix }) != true
    else { return }
    spellings[first, default: []].append((bytes, isPrefix, number))
  }

  /// The numbers that a folded word satisfies.
  func satisfied(by word: String, _ stemmer: FrenchStemmer) -> [Int] {
    var out: [Int] = []
    if let number = numbers[.stem(stemmer.stem(word))] { out.append(number) }
    if let number = numbers[.whole(word)] ?? numbers[.whole(singular(word))] {
      out.append(number)
    }
    let bytes = Array(word.utf8)
    var length = 1
    while length <= min(bytes.count, longestPrefix) {
      let start = String(decoding: bytes[..<length], as: UTF8.self)
      if let number = numbers[.prefix(start)] { out.append(number) }
      length += 1
    }
    return out
  }

  /// The words of the codebook that are one keystroke from a word that it does not hold; the first
  /// letter is right. Empty when words of different families are equally near.
  ///
  /// - Complexity: O(words of the codebook that begin alike).
  func slip(of word: String) -> (numbers: [Int], written: String)? {
    let bytes = Array(singular(word).utf8)
    guard word.utf8.count >= Self.shortestSlip, let first = bytes.first,
      let candidates = spellings[first]
    else { return nil }
    var found: [(word: [UInt8], number: Int)] = []
    for candidate in candidates {
      let isNear =
        candidate.isPrefix
        ? isOneEditFromPrefix(bytes, candidate.word) : isOneEdit(bytes, candidate.word)
      if isNear { found.append((candidate.word, candidate.number)) }
    }
    guard let shortest = found.min(by: { $0.word.count < $1.word.count }) else { return nil }
    // Forms of one word share their beginning: "logement" and "loge*".
    let stem = shortest.word.prefix(max(4, shortest.word.count - 2))
    guard found.allSatisfy({ $0.word.starts(with: stem) }) else { return nil }
    return (
      Set(found.map(\.number)).sorted(), String(decoding: shortest.word, as: UTF8.self)
    )
  }

  private func isOneEditFromPrefix(_ word: [UInt8], _ start: [UInt8]) -> Bool {
    guard start.count >= Self.shortestSlip else { return false }
    return (start.count - 1...start.count + 1).contains { length in
      length <= word.count && isOneEdit(Array(word[..<length]), start)
    }
  }
}

/// Whether one insertion, deletion, substitution or swap of neighbours leads from one to the other.
func isOneEdit(_ a: [UInt8], _ b: [UInt8]) -> Bool {
  let (short, long) = a.count <= b.count ? (a, b) : (b, a)
  guard long.count - short.count <= 1 else { return false }
  var i = 0
  while i < short.count, short[i] == long[i] { i += 1 }
  if long.count > short.count { return short[i...] == long[(i + 1)...] }
  guard i < short.count else { return false }
  if short[(i + 1)...] == long[(i + 1)...] { return true }
  return i + 1 < short.count && short[i] == long[i + 1] && short[i + 1] == long[i]
    && short[(i + 2)...] == long[(i + 2)...]
}
