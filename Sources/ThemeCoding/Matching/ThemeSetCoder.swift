internal import SurveyModel

/// Codes many texts into sets of themes: each different text is interpreted once, as long as the
/// memory for texts lasts, and sets are numbered.
public struct ThemeSetCoder {
  /// The sets that were met, positions in `codebook.themes`, ascending. Set 0 is the empty one.
  public private(set) var sets: [[Int]] = [[]]
  private var numbers: [[Int]: Int] = [[]: 0]
  private var coder: ThemeCoder
  private var memory: TextMemory
  private var found: [Int] = []

  /// - Parameter memoryBytes: how much text is remembered at most.
  public init(_ book: CompiledCodebook, memoryBytes: Int = 8 << 20) {
    coder = ThemeCoder(book)
    memory = TextMemory(limit: memoryBytes)
  }

  /// The number of the set of themes of a text.
  ///
  /// - Complexity: O(bytes).
  public mutating func set(of text: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = TextHash.of(text)
    if let known = memory.find(text, hash) { return known }
    coder.themes(of: text, into: &found)
    let number = number(of: found)
    memory.insert(text, hash, number)
    return number
  }

  /// The number of a set that was decided otherwise.
  ///
  /// - Parameter themes: positions in `codebook.themes`, ascending.
  public mutating func number(of themes: [Int]) -> Int {
    if let known = numbers[themes] { return known }
    numbers[themes] = sets.count
    sets.append(themes)
    return sets.count - 1
  }
}

/// Texts with a number each; once full it takes no more.
struct TextMemory {
  private var arena: [UInt8] = []
  private var entries: [(start: Int, count: Int, hash: UInt64, number: Int32)] = []
  private var slots = [Int32](repeating: 0, count: 1024)
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  func find(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, entry.count == text.count,
        arena[entry.start..<entry.start + entry.count].elementsEqual(text)
      {
        return Int(entry.number)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  mutating func insert(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ number: Int) {
    guard arena.count + text.count <= limit, entries.count < limit / 32 else { return }
    entries.append((arena.count, text.count, hash, Int32(number)))
    arena.append(contentsOf: text)
    place(entries.count - 1)
    guard entries.count * 2 > slots.count else { return }
    slots = [Int32](repeating: 0, count: slots.count * 4)
    for index in entries.indices { place(index) }
  }

  private mutating func place(_ index: Int) {
    var slot = Int(truncatingIfNeeded: entries[index].hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index) + 1
  }
}

/// A hash of a text that is the same on every machine and in every version: FNV-1a, 64 bits.
public enum TextHash {
  public static func of(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return state ^ (state >> 32)
  }

  public static func of(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { of($0) }
  }
}
