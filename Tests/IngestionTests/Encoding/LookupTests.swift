import CScan
import Testing

@testable import Ingestion

/// The look-up of texts against Swift's own dictionary, in both versions.
@Suite("Known texts") struct LookupTests {
  typealias Finding = (
    UnsafePointer<cscan_dictionary>?, UnsafePointer<UInt8>?, UInt32, UnsafeMutablePointer<UInt64>?
  ) -> UInt32
  typealias LookingUp = (
    UnsafePointer<cscan_dictionary>?, UnsafePointer<UInt8>?, UnsafePointer<cscan_cell>?,
    UnsafePointer<cscan_row>?, Int, UInt32, UnsafeMutablePointer<UInt32>?,
    UnsafeMutablePointer<UInt64>?
  ) -> Int

  /// A dictionary of its own, as small as it can be.
  final class Known {
    private let slots = UnsafeMutablePointer<cscan_slot>.allocate(capacity: 2048)
    private let shortcuts = UnsafeMutablePointer<cscan_shortcut>.allocate(
      capacity: Int(CSCAN_SHORTCUTS))
    private let entries = UnsafeMutablePointer<cscan_entry>.allocate(capacity: 1024)
    private let arena = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 18)
    private var known = cscan_dictionary()
    private var (used, count) = (0, 0)

    init() {
      slots.initialize(repeating: cscan_slot(), count: 2048)
      shortcuts.initialize(repeating: cscan_shortcut(), count: Int(CSCAN_SHORTCUTS))
      known.slots = UnsafePointer(slots)
      known.slotMask = 2047
      known.shortcuts = UnsafePointer(shortcuts)
      known.entries = UnsafePointer(entries)
      known.arena = UnsafePointer(arena)
    }

    deinit {
      slots.deallocate()
      shortcuts.deallocate()
      entries.deallocate()
      arena.deallocate()
    }

    private func insert(_ text: [UInt8], _ key: UInt64) -> UInt32 {
      let length = UInt32(text.count)
      (arena + used).initialize(from: text, count: text.count)
      entries[count] = cscan_entry(offset: used, length: length, line: 0, record: 0)
      used += text.count
      count += 1
      cscan_fill_slot(
        slots, known.slotMask, cscan_slot(key: key, length: length, number: UInt32(count)))
      cscan_add_shortcut(&known, shortcuts, count)
      return UInt32(count) + 1
    }

    func code(of text: [UInt8], _ find: Finding) -> UInt32 {
      var key: UInt64 = 0
      // What follows a text is no part of it.
      let padded = text + (0..<Int(CSCAN_OVERHANG)).map { _ in UInt8.random(in: 0...255) }
      let code = find(&known, padded, UInt32(text.count), &key)
      return code != UInt32.max ? code : insert(text, key)
    }

    func codes(of column: Column, _ lookUp: LookingUp) -> [UInt32] {
      var (codes, done, key) = ([UInt32](repeating: 9, count: column.rows.count), 0, UInt64(0))
      while true {
        done += column.rows.withUnsafeBufferPointer { rows in
          codes.withUnsafeMutableBufferPointer {
            lookUp(
              &known, column.bytes, column.cells, rows.baseAddress! + done, rows.count - done, 1,
              $0.baseAddress! + done, &key)
          }
        }
        if done == codes.count { return codes }
        codes[done] = insert(column.texts[done] ?? [], key)
        done += 1
      }
    }
  }

  /// Records of one or two cells, of which the second is looked at.
  struct Column {
    /// `nil` where there is none.
    let texts: [[UInt8]?]
    private(set) var bytes: [UInt8] = []
    private(set) var cells: [cscan_cell] = []
    private(set) var rows: [cscan_row] = []

    init(_ texts: [[UInt8]?]) {
      self.texts = texts
      for text in texts {
        rows.append(
          cscan_row(
            firstCell: UInt32(cells.count), cellCount: text == nil ? 1 : 2, line: 0, record: 0))
        cells.append(cscan_cell(start: UInt32(bytes.count), packed: 0))
        guard let text else { continue }
        // Every third stands in quotes, every fifth held doubled ones.
        var packed = UInt32(text.count)
        if rows.count % 3 == 0 { packed |= 1 << 31 }
        if rows.count % 5 == 0 { packed |= UInt32(CSCAN_DOUBLED) }
        cells.append(cscan_cell(start: UInt32(bytes.count), packed: packed))
        bytes += text
      }
      bytes += [UInt8](repeating: 0x61, count: 64)
    }

    /// What is expected, by Swift's dictionary.
    func codes(_ numbers: inout [[UInt8]: UInt32]) -> [UInt32] {
      texts.indices.map { row in
        guard let text = texts[row] else { return 0 }
        if text.isEmpty { return (row + 1) % 3 == 0 ? 1 : 0 }
        let code = numbers[text] ?? UInt32(numbers.count) + 2
        numbers[text] = code
        return code
      }
    }
  }

  /// Few letters, and often the same end: much that differs a little.
  private static func pool(_ random: inout Random, _ seed: Int) -> [[UInt8]] {
    let longest = random.pick([8, 20, 40, 150])
    return (0..<random.pick([3, 12, 40, 300])).map { _ in
      var text = [UInt8](repeating: 0x61, count: Int.random(in: 0..<longest / 2, using: &random))
      for _ in 0..<Int.random(in: 1...longest / 2, using: &random) {
        text.append(random.pick([0x61, 0x62, 0xC3, 0]))
      }
      return seed % 2 == 0 ? text : text + [UInt8](repeating: 0x7A, count: 9)
    }
  }

  @Test("The codes are those of a plain dictionary") func codes() {
    for seed in 0..<200 {
      var random = Random(seed: UInt64(seed))
      let pool = Self.pool(&random, seed)
      var numbers: [[UInt8]: UInt32] = [:]
      let (fast, plain) = (Known(), Known())
      for _ in 0..<800 {
        let text = random.pick(pool)
        let expected = numbers[text] ?? UInt32(numbers.count) + 2
        numbers[text] = expected
        #expect(fast.code(of: text, cscan_find) == expected)
        #expect(plain.code(of: text, cscan_find_portable) == expected)
      }
    }
  }

  @Test("So are those of a column") func columns() {
    for seed in 0..<200 {
      var random = Random(seed: UInt64(seed))
      let pool = Self.pool(&random, seed) + [[]]
      var numbers: [[UInt8]: UInt32] = [:]
      let (fast, plain) = (Known(), Known())
      for _ in 0..<4 {
        let column = Column(
          (0..<200).map { _ in
            Int.random(in: 0..<20, using: &random) == 0 ? nil : random.pick(pool)
          })
        let expected = column.codes(&numbers)
        #expect(fast.codes(of: column, cscan_look_up) == expected)
        #expect(plain.codes(of: column, cscan_look_up_portable) == expected)
      }
    }
  }

  @Test("Swift and C lay out alike") func layout() {
    #expect(MemoryLayout<Cell>.stride == MemoryLayout<cscan_cell>.stride)
    #expect(MemoryLayout<Row>.stride == MemoryLayout<cscan_record>.stride)
    #expect(
      MemoryLayout<Row>.offset(of: \.start) == MemoryLayout<cscan_record>.offset(of: \.start))
    #expect(MemoryLayout<EncodingBlock.Row>.stride == MemoryLayout<cscan_row>.stride)
    #expect(
      MemoryLayout<EncodingBlock.Row>.offset(of: \.line)
        == MemoryLayout<cscan_row>.offset(of: \.line))
  }
}
