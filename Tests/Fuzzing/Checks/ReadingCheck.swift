import Ingestion

/// What every input must hold, whatever its bytes: reading ends, both readers agree, the size of the
/// chunks changes nothing, and the recognised layout stays within the records that were read.
public enum ReadingCheck {
  /// Sizes of chunks at which every input is read, beside the whole.
  static let chunks = 1...9

  /// - Returns: what does not hold, in words; `nil` when all does.
  /// - Complexity: some dozen readings of `bytes`.
  public static func fault(in bytes: [UInt8]) -> String? {
    for delimiter in [nil, UInt8(ascii: ",")] as [UInt8?] {
      var options = ReadOptions(delimiter: delimiter)
      options.verification = .all
      options.chunkBytes = max(64, bytes.count + 1)
      let whole = Reading(bytes, options)
      if let difference = whole.disagreement { return "the readers disagree: \(difference)" }
      for chunk in chunks {
        options.chunkBytes = chunk
        guard Reading(bytes, options) == whole else {
          return "chunks of \(chunk) bytes change the result"
        }
      }
      if let fault = layoutFault(whole.rows) { return fault }
    }
    return nil
  }

  private static func layoutFault(_ rows: [[String]]) -> String? {
    guard !rows.isEmpty else { return nil }
    let head = HeadRecords(rows.prefix(200).map { $0.map { HeadRecords.Cell($0) } })
    let layout = recogniseLayout(head)
    let width = rows.prefix(200).map(\.count).max() ?? 0
    if layout.headerRecords > rows.count { return "\(layout.dialect): headings beyond the end" }
    if layout.columns.contains(where: { $0.position < 0 || $0.position >= width }) {
      return "\(layout.dialect): a column beyond the records"
    }
    if Set(layout.columns.map(\.position)).count != layout.columns.count {
      return "\(layout.dialect): a column twice"
    }
    return nil
  }
}

/// One reading of an input: rows, codes and the refusal.
private struct Reading: Equatable {
  var rows: [[String]] = []
  var codes: [String] = []
  var failure: String?
  var disagreement: String?

  init(_ bytes: [UInt8], _ options: ReadOptions) {
    do throws(ReadFailure) {
      let (rows, report) = try RecordReader.readAllRows(bytes: bytes, options: options)
      (self.rows, codes) = (rows, report.codes.map(\.rawValue))
    } catch {
      switch error {
      case .refused(let refusal):
        codes = refusal.codes.map(\.rawValue)
        failure = "\(refusal.code) \(refusal.location)"
      case .disagreement(let difference): disagreement = "\(difference)"
      default: failure = "\(error)"
      }
    }
  }
}
