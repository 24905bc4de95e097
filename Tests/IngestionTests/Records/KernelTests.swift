import CScan
import Foundation
import Testing

@testable import Ingestion

/// The vector loops against their portable versions and against the standard library.
@Suite("Vector loops") struct KernelTests {
  private typealias Marking = (
    UnsafePointer<UInt8>?, Int, UInt8, UnsafeMutablePointer<cscan_carry>?,
    UnsafeMutablePointer<cscan_marks>?
  ) -> Bool

  private static let start = cscan_carry(
    inside: 0, closing: 0, borders: .max, returns: 0, quotes: 0)

  /// The last bits, which alone count.
  private static func words(_ carry: cscan_carry) -> [UInt64] {
    [carry.inside, carry.closing, carry.borders, carry.returns, carry.quotes].map { $0 >> 63 }
  }

  /// The steps of a text up to the first with a misplaced quote.
  private static func marks(_ bytes: [UInt8], _ function: Marking) -> [[UInt64]] {
    let padded = bytes + [UInt8](repeating: 0x22, count: 64)
    var (carry, out) = (start, [[UInt64]]())
    for base in stride(from: 0, to: bytes.count, by: 64) {
      var mark = cscan_marks()
      let isGood = padded.withUnsafeBufferPointer {
        function($0.baseAddress! + base, bytes.count - base, 0x2C, &carry, &mark)
      }
      guard isGood else { break }
      out.append([mark.ends, mark.recordEnds, mark.lineEnds, mark.doubled] + words(carry))
    }
    return out
  }

  @Test("Borders") func borders() {
    for seed in 0..<500 {
      var random = Random(seed: UInt64(seed))
      let bytes = FuzzTests.table(&random) + (seed % 3 == 0 ? FuzzTests.noise(&random) : [])
      let plain = Self.marks(bytes, cscan_mark_portable)
      #expect(Self.marks(bytes, cscan_mark) == plain)
      #if arch(x86_64)
      if cscan_has_avx2() { #expect(Self.marks(bytes, cscan_mark_avx2) == plain) }
      #endif
    }
  }

  private typealias Taking = (
    UnsafePointer<UInt8>?, Int, Int, UInt8, UnsafePointer<cscan_tables>?,
    UnsafeMutablePointer<cscan_carry>?, UnsafeMutablePointer<cscan_cursor>?
  ) -> Int

  /// All that is taken of a text; a step that needs a closer look is stepped over.
  private static func taken(_ bytes: [UInt8], _ function: Taking) -> [[Int]] {
    let padded = bytes + [UInt8](repeating: 0, count: 64)
    let cells = UnsafeMutablePointer<cscan_cell>.allocate(capacity: bytes.count + 32)
    let records = UnsafeMutablePointer<cscan_record>.allocate(capacity: bytes.count + 1)
    let doubled = UnsafeMutablePointer<UInt32>.allocate(capacity: bytes.count + 1)
    defer {
      cells.deallocate()
      records.deallocate()
      doubled.deallocate()
    }
    var tables = cscan_tables(cells: cells, records: records, doubled: doubled, firstLine: 7)
    var (carry, cursor) = (start, cscan_cursor())
    (cursor.line, cursor.recordLine) = (7, 7)
    var (base, steps) = (0, [[Int]]())
    while base + 64 <= bytes.count {
      let done = function(
        padded, base, (bytes.count - base) / 64, 0x2C, &tables, &carry, &cursor)
      base += done * 64
      steps.append([done, cursor.cells, cursor.records, cursor.line, cursor.recordLine])
      steps.append([cursor.cellStart, cursor.recordStart, cursor.firstCell])
      steps.append(words(carry).map { Int($0) } + [cursor.doubled, Int(cursor.isDoubled)])
      var mark = cscan_marks()
      let isGood = padded.withUnsafeBufferPointer {
        cscan_mark($0.baseAddress! + base, bytes.count - base, 0x2C, &carry, &mark)
      }
      guard isGood else { break }
      base += 64
      (cursor.cellStart, cursor.recordStart) = (base - 64, base - 64)
    }
    for cell in 0..<cursor.cells {
      steps.append([Int(cells[cell].start), Int(cells[cell].packed)])
    }
    for record in 0..<cursor.records {
      let record = records[record]
      steps.append([record.firstCell, record.cellCount, record.start, record.line].map { Int($0) })
    }
    return steps + [(0..<cursor.doubled).map { Int(doubled[$0]) }]
  }

  @Test("Cells and records, portable and not") func cells() {
    for seed in 0..<500 {
      var random = Random(seed: UInt64(seed))
      var bytes = FuzzTests.table(&random)
      if seed % 2 == 0 {
        let short: [[UInt8]] = [
          [0x2C], [0x61], [0x61, 0x0A], [0x22, 0x61, 0x2C, 0x22, 0x2C], [0x62],
          Array("\"a\"\"b\",".utf8), Array("\"\"\"\n\",".utf8),
        ]
        bytes = []
        for _ in 0..<80 { bytes += random.pick(short) }
      }
      let plain = Self.taken(bytes, cscan_take_portable)
      #expect(Self.taken(bytes, cscan_take) == plain)
      #if arch(x86_64)
      if cscan_has_avx2() { #expect(Self.taken(bytes, cscan_take_avx2) == plain) }
      #endif
    }
  }

  @Test("UTF-8") func utf8() {
    var pool = FuzzTests.pieces + FuzzTests.invisible
    pool += [
      [0xE9], [0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0],
    ]
    pool += [
      [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xBF], [0xFF],
    ]
    for seed in 0..<2000 {
      var random = Random(seed: UInt64(seed))
      let clean = [UInt8](repeating: 0x61, count: Int.random(in: 0...140, using: &random))
      var bytes = clean
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        let good = Int.random(in: 0..<30, using: &random) > 0
        bytes += good ? random.pick(FuzzTests.pieces) : random.pick(pool)
      }
      var (fast, plain) = (false, false)
      let length = cscan_valid_utf8(bytes, bytes.count, &fast)
      #expect(length == cscan_valid_utf8_portable(bytes, bytes.count, &plain))
      #expect(fast == plain)
      #if arch(x86_64)
      if cscan_has_avx2() {
        var other = false
        #expect(length == cscan_valid_utf8_avx2(bytes, bytes.count, &other))
        #expect(other == plain)
      }
      #endif
      #expect(fast == bytes[..<length].contains { $0 >= 0x80 })
      let prefix = Array(bytes[..<length])
      #expect(String(validating: prefix, as: UTF8.self) != nil && !prefix.contains(0))
      if length < bytes.count {
        let rest = Array(bytes[length...].prefix(4))
        let next = rest.withUnsafeBufferPointer { UTF8Character($0) }
        if case .complete = next { #expect(rest[0] == 0) }
      }
    }
  }

  @Test("No suspect character is missed") func suspects() {
    for value in UInt32(1)...0x10FFFF where value < 0x30000 || value % 101 == 0 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8) + [0x61]
      let found = cscan_next_suspect(bytes, 0, bytes.count) == 0
      let findings = TextCheck.findings(bytes)
      let marks = scalar.properties.canonicalCombiningClass != .notReordered
      if marks || findings != TextCheck.Findings() {
        #expect(found, "U+\(String(value, radix: 16))")
      }
      // What follows a base and composes with it.
      let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
      if parts.count > 1 {
        for part in parts.dropFirst() where !NormalizationFormC.holds(parts) {
          let bytes = Array(String(part).utf8)
          #expect(cscan_next_suspect(bytes, 0, bytes.count) == 0, "U+\(String(value, radix: 16))")
        }
      }
    }
    for text in ["été l’œuvre « à 3 € » – … Ž 😀 北京 한국 Привет Ελλάδα\t\r\n"] {
      let bytes = Array(text.utf8)
      #expect(cscan_next_suspect(bytes, 0, bytes.count) == bytes.count)
    }
  }

  @Test("Suspects, portable and not") func portable() {
    let pool =
      FuzzTests.pieces + FuzzTests.invisible + [[0xE2, 0x80, 0x8B], [0xCC, 0x81], [0x7F]]
    for seed in 0..<500 {
      var random = Random(seed: UInt64(seed))
      let bytes = (0..<60).flatMap { _ in
        Int.random(in: 0..<20, using: &random) == 0
          ? random.pick(pool) : random.pick(FuzzTests.pieces)
      }
      var from = 0
      while from < bytes.count {
        let found = cscan_next_suspect(bytes, from, bytes.count)
        #expect(found == cscan_next_suspect_portable(bytes, from, bytes.count))
        #if arch(x86_64)
        if cscan_has_avx2() {
          #expect(found == cscan_next_suspect_avx2(bytes, from, bytes.count))
        }
        #endif
        from = found + 1
      }
    }
  }
}
