internal import CScan

/// The distinct texts of one column, each with a small code: an answer that was seen before costs
/// a look-up and a compare.
///
/// Code 0 is an empty cell without quotes, code 1 an empty cell in quotes (`""`): some tools write
/// the first for "not displayed" and the second for "shown and left blank". Texts start at 2, in
/// the order in which they are first seen, so the codes are the same whatever the size of blocks.
///
/// A plain struct of pointers, which the loops of `CScan` read. Its owner frees it.
struct ValueDictionary {
  static let unquotedEmpty: UInt32 = 0
  static let quotedEmpty: UInt32 = 1
  static let firstText: UInt32 = 2
  /// Bytes after a text that must be readable, whatever they are.
  static let padding = Int(CSCAN_OVERHANG)

  private(set) var entryCount = 0
  private var entries: UnsafeMutablePointer<cscan_entry>
  private var entryCapacity = 16
  private var slots: UnsafeMutablePointer<cscan_slot>
  /// Made when enough cells were looked up for it to pay.
  private var shortcuts: UnsafeMutablePointer<cscan_shortcut>?
  private var lookedUp = 0
  /// The same as C sees it.
  private var known: cscan_dictionary
  private var arena: UnsafeMutablePointer<UInt8>
  private var arenaCapacity = 512
  /// Bytes of all distinct texts.
  private(set) var arenaCount = 0

  /// Entries that were handed over.
  private var takenCount = 0

  init() {
    entries = .allocate(capacity: entryCapacity)
    slots = Self.zeros(64)
    arena = .allocate(capacity: arenaCapacity + Self.padding)
    known = cscan_dictionary()
    known.slotMask = 63
    show()
  }

  func deallocate() {
    entries.deallocate()
    slots.deallocate()
    shortcuts?.deallocate()
    arena.deallocate()
  }

  /// Tells C where everything is.
  private mutating func show() {
    known.slots = UnsafePointer(slots)
    known.shortcuts = shortcuts.map { UnsafePointer($0) }
    known.entries = UnsafePointer(entries)
    known.arena = UnsafePointer(arena)
  }

  private static func zeros<T: BitwiseCopyable>(_ count: Int) -> UnsafeMutablePointer<T> {
    let bytes = count * MemoryLayout<T>.stride
    let raw = UnsafeMutableRawPointer.allocate(
      byteCount: bytes, alignment: MemoryLayout<T>.alignment)
    raw.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    return raw.assumingMemoryBound(to: T.self)
  }

  /// The code of a text that is not empty. As many as `padding` bytes after it may be read.
  ///
  /// - Complexity: O(`length`) on average.
  mutating func code(
    of text: UnsafePointer<UInt8>, length: Int, line: UInt32, record: UInt32
  ) -> UInt32 {
    var key: UInt64 = 0
    let code = cscan_find(&known, text, UInt32(truncatingIfNeeded: length), &key)
    return code == UInt32.max ? insert(text, length, key, line, record) : code
  }

  /// The codes of the cells of one column.
  ///
  /// - Parameters:
  ///   - position: the column's place in a record; a record without it holds an empty cell.
  ///   - codes: room for one code a row.
  mutating func look(
    up position: UInt32, in block: EncodingBlock, into codes: UnsafeMutableBufferPointer<UInt32>
  ) {
    let rows = block.rows
    guard let first = rows.baseAddress, let codes = codes.baseAddress else { return }
    // Both are laid out as the types of C.
    let cells = UnsafeRawPointer(block.cells).assumingMemoryBound(to: cscan_cell.self)
    let records = UnsafeRawPointer(first).assumingMemoryBound(to: cscan_row.self)
    var (done, key) = (0, UInt64(0))
    while true {
      done += cscan_look_up(
        &known, block.bytes, cells, records + done, rows.count - done, position, codes + done,
        &key)
      if done == rows.count { break }
      let cell = block.cells[Int(rows[done].firstCell + position)]
      codes[done] = insert(
        block.bytes + Int(cell.start), cell.length, key, rows[done].line, rows[done].record)
      done += 1
    }
    lookedUp += rows.count
    let isSmall = entryCount <= CSCAN_SHORTCUTS
    if shortcuts == nil, isSmall, lookedUp >= Self.shortcutsFrom { makeShortcuts() }
  }

  /// Cells of a column that are looked up before it gets shortcuts.
  private static let shortcutsFrom = 1000

  private mutating func makeShortcuts() {
    let made: UnsafeMutablePointer<cscan_shortcut> = Self.zeros(Int(CSCAN_SHORTCUTS))
    shortcuts = made
    show()
    for count in 0..<entryCount { cscan_add_shortcut(&known, made, count + 1) }
  }

  private mutating func insert(
    _ text: UnsafePointer<UInt8>, _ length: Int, _ key: UInt64, _ line: UInt32, _ record: UInt32
  ) -> UInt32 {
    if entryCount == entryCapacity {
      entries = Self.grown(entries, count: entryCount, to: entryCapacity * 2)
      entryCapacity *= 2
    }
    if arenaCount + length > arenaCapacity {
      let wanted = max(arenaCapacity * 2, arenaCount + length)
      arena = Self.grown(arena, count: arenaCount, to: wanted + Self.padding)
      arenaCapacity = wanted
    }
    (arena + arenaCount).initialize(from: text, count: length)
    (entries + entryCount).initialize(
      to: cscan_entry(offset: arenaCount, length: UInt32(length), line: line, record: record))
    arenaCount += length
    entryCount += 1
    cscan_fill_slot(
      slots, known.slotMask,
      cscan_slot(key: key, length: UInt32(length), number: UInt32(entryCount)))
    if entryCount * 2 > known.slotMask { growSlots() }
    show()
    if let shortcuts { cscan_add_shortcut(&known, shortcuts, entryCount) }
    return UInt32(entryCount) - 1 + Self.firstText
  }

  private mutating func growSlots() {
    let mask = known.slotMask * 2 + 1
    let more: UnsafeMutablePointer<cscan_slot> = Self.zeros(mask + 1)
    for index in 0...known.slotMask where slots[index].number != 0 {
      cscan_fill_slot(more, mask, slots[index])
    }
    slots.deallocate()
    slots = more
    known.slotMask = mask
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
        text: String(validUTF8: bytes), line: Int(entry.line), record: Int(entry.record))
    }
  }

  /// Some distinct texts as bytes, to be taken into another dictionary.
  struct Texts: Sendable {
    fileprivate let entries: [cscan_entry]
    fileprivate let bytes: [UInt8]
  }

  /// The texts that were added since the last time.
  mutating func takeTexts() -> Texts {
    let new = UnsafeBufferPointer(start: entries + takenCount, count: entryCount - takenCount)
    guard let first = new.first else { return Texts(entries: [], bytes: []) }
    takenCount = entryCount
    let bytes = UnsafeBufferPointer(start: arena + first.offset, count: arenaCount - first.offset)
    return Texts(
      entries: Array(new), bytes: Array(bytes) + Array(repeating: 0, count: Self.padding))
  }

  /// Appends the codes that the texts of another dictionary have in this one.
  mutating func appendCodes(
    of texts: Texts, linesBefore: UInt32, recordsBefore: UInt32, to codes: inout [UInt32]
  ) {
    texts.bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress, let first = texts.entries.first?.offset else { return }
      for entry in texts.entries {
        codes.append(
          code(
            of: start + (entry.offset - first), length: Int(entry.length),
            line: entry.line &+ linesBefore, record: entry.record &+ recordsBefore))
      }
    }
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
