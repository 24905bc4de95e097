/// The words that were met, each with what it means to the codebook: a word seen before costs a
/// hash and a compare.
///
/// Emptied between two texts once it holds `limit` words, so its memory is bounded.
struct WordTable {
  struct Entry {
    /// Numbers of `WordAtoms`, a stretch of `atoms`.
    var firstAtom: Int32
    var atomCount: Int32
    var isEmptyWord: Bool
    /// Index into `slips` + 1: the codebook's word that it was read as.
    var slip: Int32
  }

  private(set) var entries: [Entry] = []
  private(set) var atoms: [Int32] = []
  private(set) var slips: [String] = []
  private var spans: [(start: Int32, end: Int32, hash: UInt32)] = []
  private var arena: [UInt8] = []
  private var slots = [Int32](repeating: 0, count: 4096)
  private let limit: Int

  init(limit: Int = 1 << 18) { self.limit = limit }

  /// Forgets all words when there are too many.
  mutating func clearIfFull() {
    if entries.count >= limit { self = WordTable(limit: limit) }
  }

  /// The number of a folded word; `nil` when it was not met.
  func find(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = Self.hash(word)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      let span = spans[index]
      if span.hash == hash, Int(span.end - span.start) == word.count, equals(word, span.start) {
        return index
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func equals(_ word: UnsafeBufferPointer<UInt8>, _ start: Int32) -> Bool {
    arena.withUnsafeBufferPointer { arena in
      for offset in 0..<word.count where arena[Int(start) + offset] != word[offset] {
        return false
      }
      return true
    }
  }

  /// - Returns: the number of the word.
  mutating func insert(
    _ word: UnsafeBufferPointer<UInt8>, atoms numbers: [Int], isEmptyWord: Bool, slip: String?
  ) -> Int {
    if let slip { slips.append(slip) }
    entries.append(
      Entry(
        firstAtom: Int32(atoms.count), atomCount: Int32(numbers.count), isEmptyWord: isEmptyWord,
        slip: slip == nil ? 0 : Int32(slips.count)))
    atoms.append(contentsOf: numbers.map(Int32.init))
    let hash = Self.hash(word)
    spans.append((Int32(arena.count), Int32(arena.count + word.count), hash))
    arena.append(contentsOf: word)
    place(entries.count - 1, hash)
    if entries.count * 2 > slots.count { rehash() }
    return entries.count - 1
  }

  private mutating func place(_ index: Int, _ hash: UInt32) {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index) + 1
  }

  private mutating func rehash() {
    slots = [Int32](repeating: 0, count: slots.count * 4)
    for index in spans.indices { place(index, spans[index].hash) }
  }

  @inline(__always)
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return UInt32(truncatingIfNeeded: state ^ (state >> 32))
  }
}
