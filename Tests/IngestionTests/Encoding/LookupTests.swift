import CScan
import Testing

@testable import Ingestion

/// The look-up of texts against Swift's own dictionary, in both versions.
@Suite("Known texts") struct LookupTests {
  typealias Finding = (
    UnsafePointer<cscan_dictionary>, UnsafePointer<UInt8>, UInt32, UnsafeMutablePointer<UInt64>
  ) -> UInt32

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

    func code(of text: [UInt8], _ find: Finding) -> UInt32 {
      var key: UInt64 = 0
      let length = UInt32(text.count)
      // What follows a text is no part of it.
      let padded = text + (0..<Int(CSCAN_OVERHANG)).map { _ in UInt8.random(in: 0...255) }
      let code = find(&known, padded, length, &key)
      if code != UInt32.max { return code }
      (arena + used).initialize(from: text, count: text.count)
      entries[count] = cscan_entry(offset: used, length: length, line: 0, record: 0)
      used += text.count
      count += 1
      cscan_fill_slot(
        slots, known.slotMask, cscan_slot(key: key, length: length, number: UInt32(count)))
      cscan_add_shortcut(&known, shortcuts, count)
      return UInt32(count) + 1
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
        #expect(fast.code(of: text) { cscan_find($0, $1, $2, $3) } == expected)
        #expect(plain.code(of: text) { cscan_find_portable($0, $1, $2, $3) } == expected)
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
