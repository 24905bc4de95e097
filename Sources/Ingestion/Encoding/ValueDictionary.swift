/// The distinct texts of one column, each with a small code: an answer that was seen before costs
/// a hash and a compare.
///
/// Code 0 is an empty cell without quotes, code 1 an empty cell in quotes (`""`): some tools write
/// the first for "not displayed" and the second for "shown and left blank". Texts start at 2, in
/// the order in which they are first seen, so the codes are the same whatever the size of blocks.
///
/// A plain struct of pointers: the loop over a block keeps it in registers. Its owner,
/// `ColumnEncoder`, frees it.
struct ValueDictionary {
  static let unquotedEmpty: UInt32 = 0
  static let quotedEmpty: UInt32 = 1
  static let firstText: UInt32 = 2

  private(set) var entryCount = 0
  private var entries: UnsafeMutablePointer<Entry>
  private var entryCapacity = 16
  /// Slot -> entry index + 1, 0 where free.
  private var slots: UnsafeMutablePointer<UInt32>
  private var slotMask = 63
  private var arena: UnsafeMutablePointer<UInt8>
  private var arenaCapacity = 512
  /// Bytes of all distinct texts.
  private(set) var arenaCount = 0

  struct Entry: Sendable {
    var offset: Int
    var length: UInt32
    var hash: UInt32
    /// Where the text was seen first.
    var line: UInt32
    var record: UInt32
  }

  init() {
    entries = .allocate(capacity: entryCapacity)
    slots = .allocate(capacity: slotMask + 1)
    slots.initialize(repeating: 0, count: slotMask + 1)
    arena = .allocate(capacity: arenaCapacity)
  }

  func deallocate() {
    entries.deallocate()
    slots.deallocate()
    arena.deallocate()
  }

  /// The code of a text that is not empty.
  ///
  /// - Complexity: O(`length`) on average.
  @inline(__always)
  mutating func code(
    of text: UnsafePointer<UInt8>, length: Int, line: UInt32, record: UInt32
  ) -> UInt32 {
    let hash = Self.hash(text, length)
    var slot = Int(hash) & slotMask
    while true {
      let found = slots[slot]
      if found == 0 { break }
      let entry = entries[Int(found) - 1]
      if entry.hash == hash && Int(entry.length) == length
        && Self.equal(arena + entry.offset, text, length)
      {
        return found - 1 + Self.firstText
      }
      slot = (slot + 1) & slotMask
    }
    return insert(text, length, hash, slot, line, record)
  }

  @inline(never)
  private mutating func insert(
    _ text: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt32, _ slot: Int, _ line: UInt32,
    _ record: UInt32
  ) -> UInt32 {
    if entryCount == entryCapacity {
      entries = Self.grown(entries, count: entryCount, to: entryCapacity * 2)
      entryCapacity *= 2
    }
    if arenaCount + length > arenaCapacity {
      let wanted = max(arenaCapacity * 2, arenaCount + length)
      arena = Self.grown(arena, count: arenaCount, to: wanted)
      arenaCapacity = wanted
    }
    (arena + arenaCount).initialize(from: text, count: length)
    (entries + entryCount).initialize(
      to: Entry(
        offset: arenaCount, length: UInt32(length), hash: hash, line: line, record: record))
    arenaCount += length
    entryCount += 1
    slots[slot] = UInt32(entryCount)
    if entryCount * 2 > slotMask { rehash() }
    return UInt32(entryCount) - 1 + Self.firstText
  }

  private mutating func rehash() {
    slots.deallocate()
    slotMask = slotMask * 4 + 3
    slots = .allocate(capacity: slotMask + 1)
    slots.initialize(repeating: 0, count: slotMask + 1)
    for index in 0..<entryCount {
      var slot = Int(entries[index].hash) & slotMask
      while slots[slot] != 0 { slot = (slot + 1) & slotMask }
      slots[slot] = UInt32(index + 1)
    }
  }

  private static func grown<T>(
    _ old: UnsafeMutablePointer<T>, count: Int, to capacity: Int
  ) -> UnsafeMutablePointer<T> {
    let new = UnsafeMutablePointer<T>.allocate(capacity: capacity)
    new.moveInitialize(from: old, count: count)
    old.deallocate()
    return new
  }

  /// The distinct texts, in code order; invalid UTF-8 cannot occur behind the text stage.
  func values() -> [DistinctValue] {
    (0..<entryCount).map { index in
      let entry = entries[index]
      let bytes = UnsafeBufferPointer(start: arena + entry.offset, count: Int(entry.length))
      return DistinctValue(
        text: String(decoding: bytes, as: UTF8.self), line: Int(entry.line),
        record: Int(entry.record))
    }
  }

  /// The distinct texts as bytes, to be taken into another dictionary.
  struct Texts: Sendable {
    fileprivate let entries: [Entry]
    fileprivate let bytes: [UInt8]
    var count: Int { entries.count }
  }

  func texts() -> Texts {
    Texts(
      entries: Array(UnsafeBufferPointer(start: entries, count: entryCount)),
      bytes: Array(UnsafeBufferPointer(start: arena, count: arenaCount)))
  }

  /// Appends the codes that the texts of another dictionary have in this one.
  mutating func appendCodes(
    of texts: Texts, linesBefore: UInt32, recordsBefore: UInt32, to codes: inout [UInt32]
  ) {
    texts.bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      for entry in texts.entries {
        codes.append(
          code(
            of: start + entry.offset, length: Int(entry.length), line: entry.line &+ linesBefore,
            record: entry.record &+ recordsBefore))
      }
    }
  }

  // MARK: bytes

  /// A multiply-and-fold hash over eight bytes at a step. Answers are short, and a table that
  /// degrades on chosen keys only costs time.
  @inline(__always)
  private static func hash(_ text: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
    let raw = UnsafeRawPointer(text)
    var state = UInt64(truncatingIfNeeded: length) &* multiplier
    var position = 0
    while position + 8 <= length {
      state = fold(state ^ raw.loadUnaligned(fromByteOffset: position, as: UInt64.self), multiplier)
      position += 8
    }
    if position < length {
      state = fold(state ^ tail(raw + position, length - position), multiplier)
    }
    return UInt32(truncatingIfNeeded: state ^ (state >> 32))
  }

  @inline(__always)
  private static func fold(_ value: UInt64, _ multiplier: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: multiplier)
    return product.high ^ product.low
  }

  /// The last 1 to 7 bytes as a number.
  @inline(__always)
  private static func tail(_ raw: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count >= 4 {
      let low = UInt64(raw.loadUnaligned(as: UInt32.self))
      let high = UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      return low | (high << 32)
    }
    let first = UInt64(raw.load(as: UInt8.self))
    let middle = UInt64(raw.load(fromByteOffset: count / 2, as: UInt8.self))
    let last = UInt64(raw.load(fromByteOffset: count - 1, as: UInt8.self))
    return first | (middle << 8) | (last << 16) | (UInt64(count) << 24)
  }

  @inline(__always)
  private static func equal(
    _ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ length: Int
  ) -> Bool {
    let a = UnsafeRawPointer(a)
    let b = UnsafeRawPointer(b)
    var position = 0
    while position + 8 <= length {
      if a.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        != b.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      {
        return false
      }
      position += 8
    }
    return position == length
      || tail(a + position, length - position)
        == tail(b + position, length - position)
  }
}

/// A text that a column holds, and where it stands first.
public struct DistinctValue: Sendable, Hashable {
  public var text: String
  public var line: Int
  public var record: Int
  public init(text: String, line: Int, record: Int) {
    self.text = text
    self.line = line
    self.record = record
  }
}
