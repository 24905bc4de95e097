import Foundation
import Testing

@testable import Ingestion

/// What libcsv reads on a thread of its own, while an export is encoded.
@Suite struct BackgroundReadingTests {
  /// A difference that it finds stops the reading, whether all of the file was read for its head (three
  /// blocks) or not (twelve); whoever asked to wait later finds it then.
  @Test(arguments: [3, 12], [false, true])
  func aDifferenceStopsTheReading(_ blocks: Int, _ isVerifiedLater: Bool) throws {
    let file = try Export(blocks: blocks)
    var reader = try file.opened(jobs: 2)
    let besides = reader.beside
    let beside = try #require(besides)
    beside.read(Self.falsified, of: Self.falsified.text, upTo: 8, atEnd: true)
    let plan = Self.plan(reader)
    if isVerifiedLater {
      let encoded = try reader.encode(plan, isVerifiedLater: true, progress: { _ in })
      #expect(encoded.recordCount == file.records)
      #expect(throws: ReadFailure.self) { try beside.agree() }
    } else {
      var failure: ReadFailure?
      do throws(ReadFailure) {
        _ = try reader.encode(plan, progress: { _ in })
      } catch {
        failure = error
      }
      guard case .disagreement(let difference)? = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(difference.difference == .bytes)
    }
  }

  /// The records are those of one thread.
  @Test(arguments: [1, 3, 4, 5, 12]) func theRecordsOfOneThread(_ blocks: Int) throws {
    let file = try Export(blocks: blocks)
    var one = try file.opened(jobs: 1)
    var two = try file.opened(jobs: 2)
    let first = try one.encode(Self.plan(one), progress: { _ in })
    let second = try two.encode(Self.plan(two), progress: { _ in })
    #expect(first.recordCount == file.records && second.recordCount == file.records)
    #expect(first.columns[1]?.counts == second.columns[1]?.counts)
    #expect(first.report.diagnostics == second.report.diagnostics)
  }

  private static func plan(_ reader: borrowing ExportReader) -> EncodingPlan {
    EncodingPlan(recogniseLayout(reader.head), modes: [1: .texts], needed: 2)
  }

  /// `a,b` and `1,2`, with another cell where the scanner would find the `2`.
  private static var falsified: RecordBatch {
    var batch = RecordBatch()
    batch.text.append(Array("a,b\n1,2\n".utf8)[...])
    var scanner = BlockScanner(delimiter: UInt8(ascii: ","), maxCellBytes: 1000)
    var log = DiagnosticLog()
    _ = scanner.scan(
      &batch, from: 0, isFinal: true, map: SourceMap(encoding: .utf8, base: 0), log: &log)
    batch.cells[3] = Cell(start: 4, length: 1, quoted: false, doubled: false)
    return batch
  }

  /// A file of some blocks.
  private final class Export {
    let path: String
    let records: Int
    private static let blockBytes = 1 << 14

    init(blocks: Int) throws {
      let line = "12,\"Oui, \"\"peut-être\"\"\",un texte assez long pour remplir les blocs\n"
      records = blocks * Self.blockBytes / line.utf8.count - 10
      path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
      try Data(("age,avis,texte\n" + String(repeating: line, count: records)).utf8)
        .write(to: URL(filePath: path))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func opened(jobs: Int) throws -> ExportReader {
      var options = ReadOptions()
      options.jobs = jobs
      options.chunkBytes = Self.blockBytes
      return try ExportReader(path: path, name: "export.csv", options: options)
    }
  }
}
