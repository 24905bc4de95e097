import Foundation
import Testing

@testable import Ingestion

@Suite("RecordReader") struct RecordReaderTests {
  private static let comma = UInt8(ascii: ",")

  @Test("Rows know their record, line and byte; cells how they were written") func places() throws {
    let text = "é,b\r\n\r\n\"1\n2\",\r\n\"\",\"x\"\"y\"\r\n"
    for chunk in [1, 5, 1000] {
      var options = ReadOptions(delimiter: Self.comma)
      options.chunkBytes = chunk
      var reader = try RecordReader(bytes: Array(text.utf8), options: options)
      var batch = RecordBatch()
      var places: [[Int]] = []
      var cells: [(String, Bool, Bool, Bool)] = []
      while try reader.next(into: &batch) {
        for row in 0..<batch.rowCount {
          places.append([batch.record(ofRow: row), batch.line(ofRow: row), batch.byte(ofRow: row)])
          for index in batch.cellIndices(ofRow: row) {
            let cell = batch.cell(index)
            cells.append((batch.string(cell), cell.wasQuoted, cell.hadDoubledQuote, cell.isAbsent))
          }
        }
      }
      #expect(places == [[1, 1, 0], [2, 3, 8], [3, 5, 16]])
      #expect(cells.map(\.0) == ["é", "b", "1\n2", "", "", "x\"y"])
      #expect(cells.map(\.1) == [false, false, true, false, true, true])
      #expect(cells.map(\.2) == [false, false, false, false, false, true])
      #expect(cells.map(\.3) == [false, false, false, true, false, false])
      #expect(reader.report.lineCount == 5)
      #expect(reader.report.recordCount == 3)
      #expect(reader.report.lineEnds == LineEnds(lf: 0, crlf: 4, cr: 0))
      #expect(reader.report.byteCount == text.utf8.count)
      #expect(try !reader.next(into: &batch))
    }
  }

  @Test("Bytes in the file, whatever its encoding", arguments: [1, 3, 7, 1000])
  func bytes(chunk: Int) throws {
    let text = "é,“\n“€”,\u{1}\né,\u{2}\n"
    func place(_ bytes: [UInt8], _ encoding: TextEncoding?) throws -> [[Int]] {
      var options = ReadOptions(delimiter: Self.comma, encoding: encoding)
      options.chunkBytes = chunk
      var reader = try RecordReader(bytes: bytes, options: options)
      var batch = RecordBatch()
      var rows: [Int] = []
      while try reader.next(into: &batch) { rows += (0..<batch.rowCount).map(batch.byte(ofRow:)) }
      let control = reader.report.diagnostics.first { $0.code == .control }
      return [rows, control?.locations.compactMap(\.byte) ?? []]
    }
    let windows: [UInt8] = text.unicodeScalars.map {
      ["é": 0xE9, "“": 0x93, "”": 0x94, "€": 0x80][$0] ?? UInt8($0.value)
    }
    #expect(try place(windows, nil) == [[0, 4, 10], [8, 12]])
    #expect(try place(Array(text.utf8), nil) == [[0, 7, 19], [17, 22]])
    #expect(try place(EncodingCase.utf16(text, big: true), nil) == [[2, 10, 22], [18, 26]])
  }

  @Test("Diagnostics keep a count and the first places") func diagnostics() throws {
    let text = "a,b\n" + String(repeating: "1\n", count: 50) + "1,2,3\n"
    let (_, report) = try RecordReader.readAllRows(
      bytes: Array(text.utf8), options: ReadOptions(delimiter: Self.comma))
    let short = try #require(report.diagnostics.first { $0.code == .raggedShort })
    #expect(short.count == 50)
    #expect(short.locations.count == ReaderLimits.keptLocations)
    #expect(short.locations[0] == ReadLocation(line: 2, record: 2, column: 1, byte: 4))
    let long = try #require(report.diagnostics.first { $0.code == .raggedLong })
    #expect(long.locations == [ReadLocation(line: 52, record: 52, column: 3, byte: 104)])
  }

  @Test("The limit of a cell holds at every chunk size") func cellLimit() {
    func outcome(_ text: String, _ chunk: Int) -> Outcome {
      var options = ReadOptions(delimiter: Self.comma)
      (options.maxCellBytes, options.chunkBytes) = (10, chunk)
      return Outcome(Array(text.utf8), options)
    }
    let ten = "0123456789"
    for chunk in [1, 2, 3, 7, 11, 12, 13, 100] {
      #expect(outcome("a,b\n\(ten),\"\(ten)\"\n", chunk).rows == [["a", "b"], [ten, ten]])
      let plain = outcome("a,b\n1,\(ten)x\n", chunk)
      #expect(plain.error == .fieldTooLarge)
      #expect(plain.location == ReadLocation(line: 2, record: 2, column: 2, byte: 6))
      let quoted = outcome("a,b\n1,\"\(ten)\(ten)\"x\n", chunk)
      #expect(quoted.error == .fieldTooLarge)
      #expect(quoted.location == ReadLocation(line: 2, record: 2, column: 2, byte: 6))
      // A quote that never closes is named as such, however much follows.
      let open = outcome("a,b\n1,\"\(ten)\n\(ten)\"\"\n\(ten)", chunk)
      #expect(open.error == .unterminatedQuote)
      #expect(open.location == ReadLocation(line: 2, record: 2, column: 2, byte: 6))
    }
  }

  @Test("The limit of a record") func recordLimit() {
    var options = ReadOptions(delimiter: Self.comma)
    (options.maxRecordBytes, options.chunkBytes) = (100, 16)
    let cells = Array(repeating: "12345678", count: 100).joined(separator: ",")
    let outcome = Outcome(Array("a,b\n\(cells)\n".utf8), options)
    #expect(outcome.error == .fieldTooLarge)
    #expect(outcome.location == ReadLocation(line: 2, record: 2, byte: 4))
  }

  @Test("A quote that opens in record 3 of many") func unterminatedEarly() {
    var text = "a,b\n1,2\n3,\"4\n"
    for row in 0..<20_000 { text += "\(row),x\n" }
    let outcome = Outcome(text)
    #expect(outcome.error == .unterminatedQuote)
    #expect(outcome.location == ReadLocation(line: 3, record: 3, column: 2, byte: 10))
  }

  @Test("Two thousand columns") func wide() throws {
    let header = (0..<2000).map { "q\($0)" }
    let text =
      header.joined(separator: ";") + "\n"
      + Array(repeating: "1", count: 2000).joined(separator: ";")
    let (rows, report) = try RecordReader.readAllRows(bytes: Array(text.utf8))
    #expect(rows.count == 2 && rows[0] == header && rows[1].count == 2000)
    #expect(report.width == 2000)
  }

  @Test("Both readers read what the options say") func verification() throws {
    let text = "a,b\n" + String(repeating: "1,\"2\"\"3\"\n", count: 2000)
    func report(_ verification: ReadOptions.Verification) throws -> ReadReport {
      var options = ReadOptions(delimiter: Self.comma)
      (options.chunkBytes, options.verification) = (1000, verification)
      let (rows, report) = try RecordReader.readAllRows(bytes: Array(text.utf8), options: options)
      #expect(rows.count == 2001 && rows[2000] == ["1", "2\"3"])
      return report
    }
    let all = try report(.automatic)
    #expect(all.blockCount > 15 && all.verifiedBlockCount == all.blockCount)
    #expect(try report(.all).verifiedBlockCount == all.blockCount)
    #expect(try report(.none).verifiedBlockCount == 0)
    #expect(try report(.every(5)).verifiedBlockCount == (all.blockCount + 4) / 5)
  }

  @Test("A planted difference is found") func disagreement() throws {
    let second = SecondReading(delimiter: Self.comma)
    /// What libcsv says of a batch in which something was changed after the scanner.
    func difference(
      _ text: String = "a,b\n\"\",2\n", upTo end: Int? = nil,
      _ change: (inout RecordBatch) -> Void
    ) -> ReaderDisagreement? {
      var batch = RecordBatch()
      batch.text.append(Array(text.utf8)[...])
      var scanner = BlockScanner(delimiter: Self.comma, maxCellBytes: 1000)
      var log = DiagnosticLog()
      let map = SourceMap(encoding: .utf8, base: 0)
      _ = scanner.scan(&batch, from: 0, isFinal: true, map: map, log: &log)
      let written = batch.text
      batch.undoubleQuotes()
      change(&batch)
      return second.difference(in: batch, of: written, upTo: end ?? text.utf8.count, atEnd: true)
    }
    func cell(_ start: Int, _ length: Int, quoted: Bool = false, doubled: Bool = false) -> Cell {
      Cell(start: start, length: length, quoted: quoted, doubled: doubled)
    }
    #expect(difference { _ in } == nil)
    let bytes = difference { $0.cells[3] = cell(6, 1) }
    #expect(bytes?.difference == .bytes)
    #expect(bytes?.location == ReadLocation(line: 2, record: 2, column: 2, byte: 4))
    #expect(difference { $0.cells[3] = cell(999, 1) }?.difference == .bytes)
    #expect(difference { $0.cells[2] = cell(5, 0) }?.difference == .quoting)
    #expect(difference { $0.rows[0].cellCount = 1 }?.difference == .cellCount)
    #expect(difference { $0.rows[1].cellCount = 3 }?.difference == .cellCount)
    #expect(difference { $0.rows.setCount(1) }?.difference == .rowCount)
    let early = difference(upTo: 4) { _ in }
    #expect(early?.difference == .rowCount && early?.location.record == 2)
    // A cell with doubled quotes is compared as it is delivered, with single ones.
    let quotes = "a,b\n\"x\"\"y\",2\n"
    var read = ""
    #expect(difference(quotes) { read = $0.string($0.cells[2]) } == nil)
    #expect(read == "x\"y")
    for length in [2, 4] {
      let cut = difference(quotes) { $0.cells[2] = cell(5, length, quoted: true, doubled: true) }
      #expect(cut?.difference == .bytes)
    }
  }

  @Test("Files: read, absent, folder, pipe") func files() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("export.csv").path
    try Data("a;b\n1;2\n".utf8).write(to: URL(fileURLWithPath: file))
    let (rows, report) = try RecordReader.readAllRows(path: file)
    #expect(rows == [["a", "b"], ["1", "2"]])
    #expect(report.byteCount == 8 && report.delimiter == UInt8(ascii: ";"))
    func failure(_ path: String) -> SystemFault? {
      do throws(ReadFailure) {
        _ = try RecordReader.readAllRows(path: path)
      } catch {
        if case .unreadable(let fault) = error { return fault }
      }
      return nil
    }
    #expect(failure(folder.appendingPathComponent("none.csv").path)?.errorNumber == 2)
    #expect(failure(folder.path)?.errorNumber == 21)
    #expect(failure(folder.path)?.wording.en.contains("folder") == true)
    // A pipe cannot be read at an offset.
    let pipe = Pipe()
    pipe.fileHandleForWriting.write(Data("a,b\né,2\n".utf8))
    try pipe.fileHandleForWriting.close()
    let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
    #expect(try RecordReader.readAllRows(path: path).rows == [["a", "b"], ["é", "2"]])
  }

  @Test("Large blocks, many growth steps, every line end", arguments: ["\n", "\r\n", "\r"])
  func blocks(end: String) throws {
    var text = "id,texte\(end)"
    var wanted = [["id", "texte"]]
    for row in 0..<3000 {
      let cell = String(repeating: "réponse ", count: row % 40)
      wanted.append(["\(row)", row % 3 == 0 ? cell + "\"\(end)" : cell])
      text += row % 3 == 0 ? "\(row),\"\(cell)\"\"\(end)\"\(end)" : "\(row),\(cell)\(end)"
    }
    for chunk in [64, 1000, 4096, 1 << 18] {
      var options = ReadOptions(delimiter: Self.comma)
      options.chunkBytes = chunk
      #expect(
        try RecordReader.readAllRows(bytes: Array(text.utf8), options: options).rows == wanted)
    }
  }
}
