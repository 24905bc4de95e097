@testable import Ingestion

/// What a reading gives: rows and codes, or the refusal.
struct Outcome: Equatable {
  var rows: [[String]] = []
  var codes: [String] = []
  var error: ReadCode?
  var location: ReadLocation?

  init() {}

  init(_ bytes: [UInt8], _ options: ReadOptions) {
    do throws(ReadFailure) {
      let (rows, report) = try RecordReader.readAllRows(bytes: bytes, options: options)
      (self.rows, codes) = (rows, report.codes.map(\.rawValue))
    } catch {
      guard let refusal = error.refusal else {
        codes = ["\(error)"]
        return
      }
      codes = refusal.codes.map(\.rawValue)
      (self.error, location) = (refusal.code, refusal.location)
    }
  }

  init(_ text: String, _ options: ReadOptions = ReadOptions(delimiter: UInt8(ascii: ","))) {
    self.init(Array(text.utf8), options)
  }
}

/// SplitMix64: small, seeded, the same everywhere.
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  mutating func pick<C: RandomAccessCollection>(_ from: C) -> C.Element {
    from.randomElement(using: &self)!
  }
}
