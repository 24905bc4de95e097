import CScan
import Foundation
import Testing

@testable import Ingestion

/// The vector loops against their portable versions and against the standard library.
@Suite("Vector loops") struct KernelTests {
  private static func marks(
    _ bytes: [UInt8],
    _ function: (
      UnsafePointer<UInt8>, Int, UInt8, UnsafeMutablePointer<cscan_carry>,
      UnsafeMutablePointer<cscan_marks>
    ) -> Int
  ) -> ([[UInt64]], [UInt64]) {
    let padded = bytes + [UInt8](repeating: 0x22, count: 64)
    var carry = cscan_carry(
      inside: 0, afterClosing: 0, afterBorder: 1, afterReturn: 0, afterQuote: 0)
    var marks = [cscan_marks](repeating: cscan_marks(), count: bytes.count / 64 + 1)
    let count = function(padded, bytes.count, 0x2C, &carry, &marks)
    return (
      marks[..<count].map {
        [
          $0.ends, $0.recordEnds, $0.lineEnds, $0.quotes, $0.doubled, UInt64($0.lineCount),
          UInt64($0.isPlain),
        ]
      },
      [carry.inside, carry.afterClosing, carry.afterBorder, carry.afterReturn, carry.afterQuote]
    )
  }

  @Test("Borders") func borders() {
    for seed in 0..<500 {
      var random = Random(seed: UInt64(seed))
      let bytes = FuzzTests.table(&random) + (seed % 3 == 0 ? FuzzTests.noise(&random) : [])
      let fast = Self.marks(bytes) { cscan_mark($0, $1, $2, $3, $4) }
      let plain = Self.marks(bytes) { cscan_mark_portable($0, $1, $2, $3, $4) }
      #expect(fast.0 == plain.0)
      #expect(fast.1 == plain.1)
      #if arch(x86_64)
      if cscan_has_avx2() {
        let other = Self.marks(bytes) { cscan_mark_avx2($0, $1, $2, $3, $4) }
        #expect(other.0 == plain.0)
        #expect(other.1 == plain.1)
      }
      #endif
    }
  }

  private typealias Taking = (
    UnsafePointer<UInt8>?, Int, UnsafePointer<cscan_marks>?, Int, Int,
    UnsafeMutablePointer<cscan_cell>?, UnsafeMutablePointer<cscan_record>?,
    UnsafeMutablePointer<cscan_cursor>?
  ) -> Int

  /// All that is taken of a text; a step that is not plain is stepped over.
  private static func taken(_ bytes: [UInt8], _ function: Taking) -> [[Int]] {
    let padded = bytes + [UInt8](repeating: 0, count: 64)
    var carry = cscan_carry(
      inside: 0, afterClosing: 0, afterBorder: 1, afterReturn: 0, afterQuote: 0)
    var marks = [cscan_marks](repeating: cscan_marks(), count: bytes.count / 64 + 1)
    let count = cscan_mark(padded, bytes.count, 0x2C, &carry, &marks)
    var cells = [cscan_cell](repeating: cscan_cell(), count: bytes.count + 32)
    var records = [cscan_record](repeating: cscan_record(), count: bytes.count + 1)
    var cursor = cscan_cursor()
    cursor.line = 7
    cursor.recordLine = 7
    var word = 0
    var steps: [[Int]] = []
    while word < count {
      let done = marks.withUnsafeBufferPointer {
        function(
          padded, word * 64, $0.baseAddress! + word, count - word, 7, &cells, &records, &cursor)
      }
      word += done + 1
      steps.append([done, cursor.cells, cursor.records, cursor.line, cursor.recordLine])
    }
    for cell in cells[..<cursor.cells] { steps.append([Int(cell.start), Int(cell.packed)]) }
    for record in records[..<cursor.records] {
      steps.append(
        [
          Int(record.firstCell), Int(record.cellCount), Int(record.start), Int(record.line),
        ])
    }
    return steps
  }

  @Test("Cells and records, portable and not") func cells() {
    for seed in 0..<500 {
      var random = Random(seed: UInt64(seed))
      var bytes = FuzzTests.table(&random)
      if seed % 2 == 0 {
        let short: [[UInt8]] = [[0x2C], [0x61], [0x0A], [0x22, 0x61, 0x2C, 0x22, 0x2C], [0x62]]
        bytes = []
        for _ in 0..<80 { bytes += random.pick(short) }
      }
      #expect(Self.taken(bytes, cscan_take) == Self.taken(bytes, cscan_take_portable))
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
