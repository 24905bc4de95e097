import Foundation
import Testing

@testable import Ingestion

/// Seeded random inputs. `CONCERTATION_FUZZ` sets their number for a long run.
@Suite("Random inputs") struct FuzzTests {
  static let count =
    ProcessInfo.processInfo.environment["CONCERTATION_FUZZ"].flatMap(Int.init) ?? 1000

  static let pieces: [[UInt8]] = [
    "\"", "\"", "\"\"", ",", ",", ";", "\r", "\n", "\n", "\r\n", " ", "\t", "a", "b", "é", "’", "œ",
    "😀", "une réponse", "\",\"", "\"\n\"", ",\"", "\",", "\"\r\n",
  ].map { Array($0.utf8) }

  /// Invisible text, which the naive reader does not judge.
  static let invisible: [[UInt8]] = ["\u{200B}", "\u{1}", "e\u{301}", "\u{FEFF}"].map {
    Array($0.utf8)
  }

  /// Text that is mostly a table: quotes where they belong, and now and then a fault.
  static func table(_ random: inout Random) -> [UInt8] {
    var text: [UInt8] = []
    let (width, end) = (
      Int.random(in: 1...6, using: &random), random.pick([[10], [13, 10], [13]] as [[UInt8]])
    )
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      for column in 0..<width {
        if column > 0 { text.append(0x2C) }
        switch Int.random(in: 0..<40, using: &random) {
        case 0: text += random.pick(pieces)
        case 1..<12:
          text.append(0x22)
          for _ in 0..<Int.random(in: 0...30, using: &random) {
            let piece = random.pick(pieces)
            text += piece.flatMap { $0 == 0x22 ? [$0, $0] : [$0] }
          }
          text.append(0x22)
        case 12..<18: break
        default: text += Array("réponse \(Int.random(in: 0..<1000, using: &random))".utf8)
        }
      }
      text += Int.random(in: 0..<30, using: &random) == 0 ? [10] : end
    }
    return text
  }

  static func noise(_ random: inout Random) -> [UInt8] {
    (0..<Int.random(in: 0...40, using: &random)).flatMap { _ in random.pick(pieces) }
  }

  private func check(_ bytes: [UInt8], _ random: inout Random, _ seed: Int) {
    let delimiter = random.pick([UInt8(ascii: ","), UInt8(ascii: ";")])
    var options = ReadOptions(delimiter: delimiter)
    let whole = Outcome(bytes, options)
    let text = String(decoding: bytes, as: UTF8.self)
    let naive = NaiveReader.read(text, delimiter: Character(Unicode.Scalar(delimiter)))
    #expect(whole.rows == naive.rows, "input \(seed): \(text.debugDescription)")
    #expect(whole.codes == naive.codes, "input \(seed): \(text.debugDescription)")
    #expect(whole.error == naive.error, "input \(seed): \(text.debugDescription)")
    #expect(whole.location?.line == naive.location?.line, "input \(seed): \(text.debugDescription)")
    #expect(whole.location?.record == naive.location?.record, "input \(seed)")
    options.chunkBytes = Int.random(in: 1...70, using: &random)
    #expect(Outcome(bytes, options) == whole, "input \(seed), chunks of \(options.chunkBytes)")
    // A limit below the size of the text: the exact scanner alone.
    options.chunkBytes = 1 << 16
    options.maxCellBytes = max(1, bytes.count - 1)
    let exact = Outcome(bytes, options)
    if exact.error != .fieldTooLarge {
      #expect(exact == whole, "input \(seed), exact scanner")
    }
  }

  @Test("Text that is mostly a table") func tables() {
    for seed in 0..<Self.count {
      var random = Random(seed: UInt64(seed))
      check(Self.table(&random), &random, seed)
    }
  }

  @Test("Noise of quotes, separators and line ends") func noise() {
    for seed in 0..<Self.count {
      var random = Random(seed: UInt64(seed) &+ 1 << 32)
      check(Self.noise(&random), &random, seed)
    }
  }

  @Test("Arbitrary bytes never trap, never disagree, and do not depend on chunks") func bytes() {
    for seed in 0..<Self.count {
      var random = Random(seed: UInt64(seed) &+ 2 << 32)
      var bytes = seed % 2 == 0 ? Self.noise(&random) : Self.table(&random)
      if seed % 7 == 0 { bytes += random.pick(Self.invisible) + Self.noise(&random) }
      for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = random.pick([
          0, 0x81, 0x8E, 0xC3, 0xE9, 0xE2, 0xFF, 0xED, UInt8.random(in: 0...255, using: &random),
        ])
      }
      if seed % 5 == 0 {
        bytes =
          random.pick([[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]]) + bytes
      }
      var options = ReadOptions(delimiter: UInt8(ascii: ","))
      options.encoding = seed % 3 == 0 ? random.pick(TextEncoding.allCases) : nil
      let whole = Outcome(bytes, options)
      #expect(!whole.codes.contains { $0.contains("disagreement") }, "input \(seed): \(bytes)")
      options.chunkBytes = Int.random(in: 1...20, using: &random)
      #expect(Outcome(bytes, options) == whole, "input \(seed): \(bytes), \(options.chunkBytes)")
      options.delimiter = nil
      let sniffed = Outcome(bytes, options)
      #expect(!sniffed.codes.contains { $0.contains("disagreement") }, "input \(seed): \(bytes)")
    }
  }
}
