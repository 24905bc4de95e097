import Testing

@testable import Ingestion

@Suite("Concurrent reading") struct ConcurrentTests {
  /// Everything a reading gives, the numbers of each row included.
  struct Reading: Equatable {
    var rows: [[String]] = []
    var places: [[Int]] = []
    var report = ReadReport()
    var failure: ReadFailure?
    /// Batches that were not read in order.
    var concurrentBatches = 0

    static func == (a: Reading, b: Reading) -> Bool {
      a.rows == b.rows && a.places == b.places && a.report == b.report && a.failure == b.failure
    }
  }

  struct Part: Sendable {
    var rows: [[String]]
    var places: [[Int]]
  }

  @Sendable static func decode(_ batch: borrowing RecordBatch, _ reader: PieceReader) -> Part {
    var part = Part(rows: [], places: [])
    for row in 0..<batch.rowCount {
      part.rows.append(batch.cellIndices(ofRow: row).map { batch.string(batch.cell($0)) })
      part.places.append([batch.record(ofRow: row), batch.line(ofRow: row), batch.byte(ofRow: row)])
    }
    return part
  }

  static func read(_ bytes: [UInt8], workers: Int, segment: Int, chunk: Int) async -> Reading {
    var reading = Reading()
    do throws(ReadFailure) {
      var options = ReadOptions(delimiter: UInt8(ascii: ","))
      options.chunkBytes = chunk
      var reader = try RecordReader(bytes: bytes, options: options)
      var batch = RecordBatch()
      func take(_ part: Part, _ place: BatchPlace) {
        reading.rows += part.rows
        reading.places += part.places.map {
          [$0[0] + place.firstRecord - 1, $0[1] + place.firstLine - 1, $0[2]]
        }
      }
      do throws(ReadFailure) {
        if try reader.next(into: &batch) {
          take(
            decode(batch, PieceReader(worker: 0, round: 0)),
            BatchPlace(firstRecord: 1, firstLine: 1, firstByte: 0))
          try await reader.readConcurrently(
            workers: workers, segmentBytes: segment, decode: decode, take: take)
        }
      } catch {
        reading.failure = error
      }
      reading.report = reader.report
      reading.concurrentBatches = reading.report.blockCount
      (reading.report.blockCount, reading.report.verifiedBlockCount) = (0, 0)
      if reading.failure != nil { reading.report.byteCount = 0 }
    } catch {
      reading.failure = error
    }
    return reading
  }

  /// A table whose quoted cells hold lines that look like records of it.
  static func trap(_ random: inout Random) -> [UInt8] {
    var text = Array("a,b,c\n".utf8)
    for row in 0..<Int.random(in: 1...60, using: &random) {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: text += Array("\(row),\"x\n1,2,3\n4,5,6\n7,8,9\n1,2,3\n1,2,3\n\",2\n".utf8)
      case 1: text += Array("\(row),\"é \"\"x\"\", y\",\"\r\n\"\r\n".utf8)
      case 2: text += Array("\n\(row),x\"y,\u{200B}\n".utf8)
      case 3: text += Array("\(row),e\u{301}\r".utf8)
      default: text += Array("\(row),réponse,3\n".utf8)
      }
    }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: text += Array("1,\"2\"x,3\n4,5,6\n".utf8)
    case 1: text += Array("1,\"2,3\n4,5,6\n".utf8)
    case 2: text += [0xE9, 0x2C, 0x31]
    case 3: text += Array("1,2".utf8)
    case 4: text += [0x31, 0]
    default: break
    }
    return text
  }

  @Test("The same with libcsv beside the scanner") func beside() {
    for seed in 0..<(FuzzTests.count / 5) {
      var random = Random(seed: UInt64(seed) &+ 5 << 32)
      let bytes = seed % 4 == 0 ? FuzzTests.table(&random) : Self.trap(&random)
      var options = ReadOptions(delimiter: UInt8(ascii: ","))
      options.chunkBytes = Int.random(in: 10...60, using: &random)
      let results = [1, 2].map { jobs in
        options.jobs = jobs
        return Result { () throws(ReadFailure) in
          let all = try RecordReader.readAllRows(bytes: bytes, options: options)
          return AllRows(rows: all.rows, report: all.report)
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(results[0] == results[1], "input \(seed): \(text.debugDescription)")
    }
  }

  struct AllRows: Equatable {
    var rows: [[String]]
    var report: ReadReport
  }

  @Test("The same as in order, for any size of the pieces") func same() async {
    for seed in 0..<(FuzzTests.count / 5) {
      var random = Random(seed: UInt64(seed) &+ 3 << 32)
      let bytes = seed % 4 == 0 ? FuzzTests.table(&random) : Self.trap(&random)
      let chunk = Int.random(in: 10...60, using: &random)
      let ordered = await Self.read(bytes, workers: 1, segment: 1, chunk: chunk)
      for _ in 0..<2 {
        let segment = Int.random(in: 1...300, using: &random)
        let workers = Int.random(in: 2...4, using: &random)
        let reading = await Self.read(bytes, workers: workers, segment: segment, chunk: chunk)
        let text = String(decoding: bytes, as: UTF8.self)
        if reading.failure == nil {
          #expect(
            reading == ordered, "input \(seed), pieces of \(segment): \(text.debugDescription)")
        } else {
          // Pieces before a failure may differ from blocks before it; the failure may not.
          #expect(reading.failure == ordered.failure, "input \(seed): \(text.debugDescription)")
        }
      }
    }
  }

  @Test("Pieces are really used") func used() async {
    let text = "a,b\n" + (0..<5000).map { "\($0),réponse\n" }.joined()
    let ordered = await Self.read(Array(text.utf8), workers: 1, segment: 1000, chunk: 1 << 18)
    #expect(ordered.concurrentBatches == 1)
    let reading = await Self.read(Array(text.utf8), workers: 3, segment: 1000, chunk: 100)
    #expect(reading == ordered)
    #expect((40...90).contains(reading.concurrentBatches))
  }

  @Test("A cut is put before records of the header's width") func cuts() throws {
    let text = "1,2\n\"x\n1\n2\n3\",\"\r\n\"\r\n3,4\r\n5,6\r\n7,8\r\n9,0\r\n"
    let source = ByteSource(bytes: Array(text.utf8))
    let finder = CutFinder(delimiter: UInt8(ascii: ","), width: 2)
    #expect(try finder.cut(source.readable, after: 0) == 4)
    #expect(try finder.cut(source.readable, after: 4) == 20)
    #expect(try finder.cut(source.readable, after: 21) == nil)
  }
}
