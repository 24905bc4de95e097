import Testing

@testable import Ingestion

@Suite("Wording of the reader") struct WordingTests {
  @Test("Every code has a name and a sentence in both languages", arguments: ReadCode.allCases)
  func complete(_ code: ReadCode) {
    let place = ReadLocation(line: 12, record: 11, column: 3, byte: 345)
    let wording: Wording
    if code.isRefusal {
      #expect(code.rawValue.hasPrefix("E_"))
      wording =
        ReadRefusal(
          code: code, location: place, codes: [code], encoding: .utf8, encodingOrigin: .declared
        ).wording
    } else {
      #expect(code.rawValue.hasPrefix("W_"))
      wording = ReadDiagnostic(code: code, count: 2, locations: [place]).wording(in: ReadReport())
    }
    #expect(wording.fr.contains("12") && wording.en.contains("12"))
    #expect(wording.fr.count > 40 && wording.en.count > 40)
    #expect(wording.fr != wording.en)
    for sign in [" :", " ;", " ?", " !", " %", " »", "« "] { #expect(!wording.fr.contains(sign)) }
  }

  @Test("Twenty-seven codes") func count() {
    #expect(ReadCode.allCases.count == 27)
  }

  @Test("A message says where, what and how to mend it") func stray() throws {
    func message(_ options: ReadOptions) -> Wording? {
      do throws(ReadFailure) {
        _ = try RecordReader.readAllRows(
          bytes: Array("a;b\n1;\"2\"x\n3;4\n".utf8), options: options)
      } catch {
        return error.wording
      }
      return nil
    }
    #expect(
      message(ReadOptions(delimiter: UInt8(ascii: ";")))?.en
        == "Line 2 (record 2, column 2): text follows a closing quote, where a separator or the end "
        + "of the line is expected. Double the quotes that belong to the text (\"\") or export the "
        + "file again.")
    // What was inferred may be wrong: the advice says so.
    #expect(message(ReadOptions())?.en.contains("The separator was inferred (semicolon)") == true)
    #expect(
      message(ReadOptions())?.fr.contains("Le séparateur a été déduit (point-virgule)") == true)
  }

  @Test("Advice on the encoding differs between a mark and a declaration") func declared() {
    func message(_ origin: EncodingOrigin) -> String {
      ReadRefusal(
        code: .invalidEncoding, location: ReadLocation(line: 1, byte: 4), codes: [],
        encoding: .utf8,
        encodingOrigin: origin
      ).wording.en
    }
    #expect(message(.declared).contains("--encoding auto"))
    #expect(message(.byteOrderMark).contains("mark"))
  }
}
