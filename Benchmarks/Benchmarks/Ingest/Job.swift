internal import Concertation
internal import Ingestion

/// What is measured, through the public interface.
enum Job {
  /// The questionnaire, seen from this file.
  static let questionnaire: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return (parts + ["job", "survey.yaml"]).joined(separator: "/")
  }()

  /// All 20 questions by quartier, in memory; nothing is written.
  static func tabulate(_ path: String) throws -> Int {
    try TabulateRun(
      TabulateRun.Request(file: path, by: "quartier", questionnaire: questionnaire)
    ).tables.count
  }

  /// The cells of every record, found and thrown away.
  static func read(_ path: String) throws -> Int {
    var options = ReadOptions()
    options.verification = .none
    var reader = try RecordReader(path: path, options: options)
    var batch = RecordBatch()
    var cells = 0
    while try reader.next(into: &batch) { cells += batch.cellCount }
    return cells
  }
}
