import Foundation
import Testing

@testable import Ingestion

/// One file of bytes and what its encoding must come to.
struct EncodingCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var bytes: [UInt8]
  var declared: TextEncoding?
  /// The second cell of the second row, or the refusal.
  var cell: String?
  var codes: [String]
  var byte: Int?
  var line: Int?

  init(
    _ name: String, _ bytes: [UInt8], declared: TextEncoding? = nil, cell: String? = nil,
    _ codes: [String] = [], byte: Int? = nil, line: Int? = nil
  ) {
    (testDescription, self.bytes, self.declared, self.cell) = (name, bytes, declared, cell)
    (self.codes, self.byte, self.line) = (codes, byte, line)
  }

  /// A table of two rows whose last cell is `cell`.
  static func table(_ cell: [UInt8]) -> [UInt8] { Array("q,r\n1,".utf8) + cell }

  static func utf16(_ text: String, big: Bool, mark: Bool = true) -> [UInt8] {
    ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap {
      big ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)]
    }
  }
}

@Suite("Encodings") struct EncodingTests {
  static let cases: [EncodingCase] = {
    let table = EncodingCase.table
    let text = "q,r\n1,Saint-Éloi 😀"
    return [
      EncodingCase("ASCII", table([0x61]), cell: "a"),
      EncodingCase("UTF-8", table(Array("été".utf8)), cell: "été"),
      EncodingCase(
        "UTF-8 mark", [0xEF, 0xBB, 0xBF] + table(Array("été".utf8)), cell: "été", ["W_BOM"]),
      EncodingCase(
        "a mark wins over a declaration", [0xEF, 0xBB, 0xBF] + table(Array("été".utf8)),
        declared: .windows1252, cell: "été", ["W_BOM"]),
      EncodingCase(
        "UTF-16 LE", EncodingCase.utf16(text, big: false), cell: "Saint-Éloi 😀", ["W_UTF16"]),
      EncodingCase(
        "UTF-16 BE", EncodingCase.utf16(text, big: true), cell: "Saint-Éloi 😀", ["W_UTF16"]),
      EncodingCase(
        "UTF-16 BE declared", EncodingCase.utf16(text, big: true, mark: false), declared: .utf16be,
        cell: "Saint-Éloi 😀", ["W_UTF16"]),
      EncodingCase(
        "UTF-16 undeclared", EncodingCase.utf16(text, big: false, mark: false), ["E_UTF16_NO_BOM"],
        byte: 1, line: 1),
      EncodingCase(
        "UTF-16 with a lone surrogate",
        EncodingCase.utf16("q,r\n1,x", big: false) + [0x00, 0xD8, 0x61, 0],
        ["E_INVALID_ENCODING", "W_UTF16"], byte: 16, line: 2),
      EncodingCase(
        "UTF-16 of an odd length", EncodingCase.utf16("q,r\n1,x", big: false) + [0x61],
        ["E_INVALID_ENCODING", "W_UTF16"], byte: 16, line: 2),
      EncodingCase(
        "NUL in UTF-16", EncodingCase.utf16("q,r\n1,x\u{0}", big: true), ["E_NUL", "W_UTF16"],
        byte: 16, line: 2),
      EncodingCase("NUL", table([0x61, 0, 0x62]), ["E_NUL"], byte: 7, line: 2),
      EncodingCase(
        "NUL under a declaration", table([0xE9, 0, 0x62]), declared: .windows1252, ["E_NUL"],
        byte: 7,
        line: 2),
      EncodingCase(
        "Windows-1252", table([0x6C, 0x92, 0xE9, 0x74, 0xE9]), cell: "l’été", ["W_ENCODING_GUESSED"]
      ),
      EncodingCase(
        "names that look like Mac Roman",
        table(
          Array("Kne".utf8) + [0x9E] + Array("evic, ".utf8)
            + [0x8E] + Array("eljko ".utf8) + [0xD5] + Array("akman".utf8)),
        cell: "Kneževic", ["W_ENCODING_GUESSED", "W_RAGGED_LONG"]),
      EncodingCase(
        "an undefined byte", table([0xE9, 0x2E, 0x81]), ["E_ENCODING_UNKNOWN"], byte: 8, line: 2),
      EncodingCase(
        "Mac Roman: marché", table([0x6D, 0x61, 0x72, 0x63, 0x68, 0x8E]), ["E_ENCODING_UNKNOWN"],
        byte: 11, line: 2),
      EncodingCase(
        "Mac Roman: à", table([0x88, 0x20, 0x61]), ["E_ENCODING_UNKNOWN"], byte: 6, line: 2),
      EncodingCase(
        "Mac Roman: École", table([0x83, 0x63, 0x6F, 0x6C, 0x65]), ["E_ENCODING_UNKNOWN"], byte: 6,
        line: 2),
      EncodingCase(
        "Mac Roman: l’eau", table([0x6C, 0xD5, 0x65, 0x61, 0x75]), ["E_ENCODING_UNKNOWN"], byte: 7,
        line: 2),
      EncodingCase(
        "Mac Roman declared", table([0x6C, 0xD5, 0x8E, 0x74, 0x8E]), declared: .macRoman,
        cell: "l’été"),
      EncodingCase(
        "Windows-1252 declared, undefined byte", table([0xE9, 0x8F]), declared: .windows1252,
        ["E_INVALID_ENCODING"], byte: 7, line: 2),
      EncodingCase(
        "UTF-8 declared", table([0xE9, 0x74]), declared: .utf8, ["E_INVALID_ENCODING"], byte: 6,
        line: 2),
      EncodingCase(
        "UTF-8 mark, then not UTF-8", [0xEF, 0xBB, 0xBF] + table([0xE9, 0x74]),
        ["E_INVALID_ENCODING", "W_BOM"], byte: 9, line: 2),
      EncodingCase(
        "mixed", table(Array("été ".utf8) + [0xE9, 0x2E]), ["E_MIXED_ENCODING"], byte: 12, line: 2),
      EncodingCase(
        "mixed, invalid first", table([0xE9, 0x2E] + Array("été".utf8)), ["E_MIXED_ENCODING"],
        byte: 6,
        line: 2),
      EncodingCase("cut off", table([0x61, 0xC3]), ["E_TRUNCATED_UTF8"], byte: 7, line: 2),
      EncodingCase(
        "cut off after other accents", table(Array("été ".utf8) + [0xE2, 0x80]),
        ["E_TRUNCATED_UTF8"],
        byte: 12, line: 2),
      EncodingCase(
        "overlong", table([0xC0, 0x80, 0x2E]), cell: "À€.", ["W_ENCODING_GUESSED"]),
      EncodingCase(
        "a fault of the encoding outranks one of structure",
        Array("q,r\n\"1\"x,2\n".utf8) + [0x61, 0],
        ["E_NUL"], byte: 12, line: 3),
      EncodingCase(
        "a guess is known even if a fault comes first",
        Array("q,r\n\"1\"x,2\n".utf8) + [0xE9, 0x2E],
        ["E_STRAY_AFTER_QUOTE", "W_ENCODING_GUESSED"], byte: 7, line: 2),
    ]
  }()

  @Test("Found, read or refused", arguments: cases) func judges(_ input: EncodingCase) {
    var options = ReadOptions(delimiter: UInt8(ascii: ","), encoding: input.declared)
    let outcome = Outcome(input.bytes, options)
    #expect(outcome.codes == input.codes)
    if let cell = input.cell {
      #expect(outcome.rows.last.map { Array($0[1].utf8) } == Array(cell.utf8))
    } else {
      #expect(outcome.error != nil)
      #expect(outcome.location?.byte == input.byte)
      #expect(outcome.location?.line == input.line)
    }
    for chunk in 1...9 {
      options.chunkBytes = chunk
      #expect(Outcome(input.bytes, options) == outcome, "chunks of \(chunk)")
    }
  }

  @Test("The report says how the encoding was found") func origins() throws {
    func origin(_ bytes: [UInt8], _ declared: TextEncoding? = nil) throws -> EncodingOrigin {
      try RecordReader.readAllRows(bytes: bytes, options: ReadOptions(encoding: declared)).report
        .encodingOrigin
    }
    #expect(try origin(Array("a\né".utf8)) == .validUTF8)
    #expect(try origin(Array("a\né".utf8), .utf8) == .declared)
    #expect(try origin([0xEF, 0xBB, 0xBF, 0x61]) == .byteOrderMark)
    #expect(try origin([0x61, 0x0A, 0xE9, 0x2E]) == .guessed)
  }

  @Test("Windows-1252 agrees with Foundation") func windows1252() {
    for byte in UInt8(1)...255 {
      let text = Self.decode(byte, .windows1252)
      if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) {
        #expect(text == nil)
      } else {
        #expect(text == String(data: Data([byte]), encoding: .windowsCP1252), "\(byte)")
      }
    }
  }

  // Foundation on Linux takes another table for Mac Roman: 8E gives a plus-minus sign.
  @Test("Mac Roman, written out") func macRoman() {
    let upper =
      "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü"
      + "†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
      + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ"
      + "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"
    for (offset, scalar) in upper.unicodeScalars.enumerated() {
      #expect(Self.decode(UInt8(0x80 + offset), .macRoman) == String(scalar))
    }
    #expect(upper.unicodeScalars.count == 128)
  }

  private static func decode(_ byte: UInt8, _ encoding: TextEncoding) -> String? {
    var target = [UInt8](repeating: 0, count: 3)
    let done = [byte].withUnsafeBufferPointer { source in
      target.withUnsafeMutableBufferPointer {
        SingleByteTranscoder(encoding).transcode(source, into: $0.baseAddress!)
      }
    }
    return done.read == 1 ? String(decoding: target[..<done.written], as: UTF8.self) : nil
  }

  @Test("UTF-16 of every scalar") func scalars() {
    for big in [false, true] {
      let transcoder = UTF16Transcoder(bigEndian: big)
      let text = String(
        String.UnicodeScalarView(
          (1...0x10FFFF).filter { $0 < 0x3000 || $0 % 37 == 0 }.compactMap(Unicode.Scalar.init)))
      let bytes = EncodingCase.utf16(text, big: big, mark: false)
      var target = [UInt8](repeating: 0, count: bytes.count * 2)
      let done = bytes.withUnsafeBufferPointer { source in
        target.withUnsafeMutableBufferPointer {
          transcoder.transcode(source, into: $0.baseAddress!)
        }
      }
      #expect(done.read == bytes.count)
      #expect(target[..<done.written].elementsEqual(text.utf8))
    }
  }

  @Test("The probe does not depend on its step") func probe() throws {
    for (index, input) in Self.cases.enumerated() {
      let whole = try EncodingProbe(ByteSource(bytes: input.bytes))
      for step in 1...5 {
        let probe = try EncodingProbe(ByteSource(bytes: input.bytes), step: step)
        #expect(probe.total == whole.total && probe.nulCount == whole.nulCount, "case \(index)")
        #expect(probe.firstInvalid == whole.firstInvalid && probe.firstNUL == whole.firstNUL)
        #expect(probe.hasMultibyte == whole.hasMultibyte && probe.isTruncated == whole.isTruncated)
        #expect(probe.firstUndefined == whole.firstUndefined)
        #expect(probe.firstMacSign == whole.firstMacSign)
      }
    }
  }
}
