import Foundation
import SurveyModel
import Testing

@testable import Ingestion

/// The codes of an export do not depend on the number of threads or on how the file is cut.
@Suite("Workers") struct WorkersTests {
  /// What encoding gives, for comparison.
  struct Encoded: Equatable {
    var codes: [Int: [Int]] = [:]
    var texts: [Int: [DistinctValue]] = [:]
    var counts: [Int: [Int]] = [:]
    var records: [Int] = []
    var quarantined: [String] = []
    var report = ReadReport()

    init(_ export: EncodedExport) {
      for (position, column) in export.columns {
        codes[position] = column.codes.toArray()
        texts[position] = column.values
        counts[position] = column.counts
      }
      records = [export.recordsRead, export.recordCount, export.emptyRecords]
      quarantined = export.quarantined.map { "\($0)" }
      report = export.report
      // Blocks are how the file was read, not what it holds.
      (report.blockCount, report.verifiedBlockCount) = (0, 0)
    }
  }

  /// A survey with line breaks and doubled quotes in cells, blank cells of both kinds, short, long
  /// and empty records.
  static func survey(records: Int, seed: UInt64) -> String {
    var random = Random(seed: seed)
    var text = "id,quartier,several,comment,number\n"
    for record in 1...records {
      let quartier = ["Gare", "Saint-Jean", "", "\"\"", "Île"].randomElement(using: &random)!
      let several = ["A", "A;B", "\"A;B, C\"", "", "\"D \"\"d\"\"\""].randomElement(using: &random)!
      let comments = [
        "", "rien", "\"Deux\nlignes\"", "\"une \"\"citation\"\"\n\nfin, voilà\"", "N/A",
      ]
      let comment = comments.randomElement(using: &random)!
      let number = Int.random(in: 0..<(record % 3 == 0 ? 400 : 5), using: &random)
      switch Int.random(in: 0..<60, using: &random) {
      case 0: text += ",,,,\n"
      case 1: text += "\(record),\(quartier)\n"
      case 2: text += "\(record),\(quartier),\(several),\(comment),\(number),trop\n"
      default: text += "\(record),\(quartier),\(several),\(comment),\(number)\n"
      }
    }
    return text
  }

  static let modes: [Int: ColumnEncoder.Mode] = [
    0: .texts, 1: .texts, 2: .texts, 3: .presence(marks: ["n/a"]), 4: .texts,
  ]

  static func open(_ path: String, chunk: Int) throws -> (ExportReader, ExportLayout) {
    var options = ReadOptions()
    options.chunkBytes = chunk
    let reader = try ExportReader(path: path, name: "survey.csv", options: options)
    let layout = recogniseLayout(reader.head)
    return (reader, layout)
  }

  @Test func sameCodesWhateverTheThreads() async throws {
    let path = NSTemporaryDirectory() + "workers-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    for seed in 1...4 as ClosedRange<UInt64> {
      let text = Self.survey(records: 4000, seed: seed)
      try Data(text.utf8).write(to: URL(filePath: path))
      var (reader, layout) = try Self.open(path, chunk: 1 << 20)
      let whole = Encoded(
        try reader.encode(layout, modes: Self.modes, needed: 5, progress: { _ in }))
      #expect(whole.records[0] == 4000)
      #expect(!whole.quarantined.isEmpty)
      for (workers, piece, chunk) in [
        (1, 1 << 20, 777), (1, 4096, 4096), (2, 1009, 65_536), (2, 20_000, 8191),
        (5, 3001, 10_007), (5, 1 << 20, 999),
      ] {
        var (reader, layout) = try Self.open(path, chunk: chunk)
        var threads = Workers(workers)
        threads.pieceBytes = piece
        let pieces = Encoded(
          try await reader.encode(
            layout, modes: Self.modes, needed: 5, workers: threads, progress: { _ in }))
        #expect(pieces == whole, "seed \(seed), \(workers) workers, \(piece), \(chunk)")
      }
    }
  }
}
