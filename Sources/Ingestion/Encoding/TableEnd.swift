internal import SurveyModel

/// The last records of an export as texts, for what people write under a table: totals, sources,
/// notes. They are no answers.
struct TableEnd: Sendable {
  struct Record: Sendable {
    var line: Int
    var record: Int
    /// Where the cells stand in the bytes, which begin with those of the byte at `start`.
    fileprivate let places: [Cell]
    fileprivate let start: Int
    fileprivate let bytes: [UInt8]

    /// Few records are the last ones, so texts are made of none but those.
    var cells: [String] {
      places.map {
        String(decoding: bytes[($0.range.lowerBound - start)...].prefix($0.length), as: UTF8.self)
      }
    }
  }
  private(set) var records: [Record] = []

  /// More than these lines under a table are no foot of it.
  private static let most = 6

  /// Keeps the last records of a block.
  mutating func append(_ batch: borrowing RecordBatch, _ kept: [EncodingBlock.Row]) {
    for row in kept.suffix(Self.most) {
      let places = (row.firstCell..<row.firstCell + row.cellCount).map { batch.cell(Int($0)) }
      guard let first = places.first?.range, let last = places.last?.range else { continue }
      append(
        Record(
          line: Int(row.line), record: Int(row.record), places: places, start: first.lowerBound,
          bytes: Array(batch.bytes[first.lowerBound..<last.upperBound])))
    }
  }

  /// Keeps the last records of a piece that follows.
  mutating func append(_ other: TableEnd, linesBefore: Int, recordsBefore: Int) {
    for var record in other.records {
      record.line += linesBefore
      record.record += recordsBefore
      append(record)
    }
  }

  private mutating func append(_ record: Record) {
    if records.count == Self.most { records.removeFirst() }
    records.append(record)
  }

  enum Foot { case total, note }

  /// The records at the very end that are no answers, the first of them first.
  func feet(width: Int) -> [(record: Record, kind: Foot)] {
    var feet: [(record: Record, kind: Foot)] = []
    for record in records.reversed() {
      guard let kind = Self.kind(record.cells, width: width) else { break }
      feet.insert((record, kind), at: 0)
    }
    return feet
  }

  private static let totals: Set<String> = [
    "total", "totaux", "total general", "grand total", "sous total", "somme", "sum",
    "effectif total", "total colonne",
  ]
  private static let means: Set<String> = ["moyenne", "moyennes", "mean", "average"]
  private static let notes = [
    "source", "note", "nb", "champ", "lecture", "legende", "base", "total", "fichier", "export",
  ]

  private static func kind(_ cells: [String], width: Int) -> Foot? {
    let filled = cells.map(trimmedText).filter { !$0.isEmpty }
    guard let first = filled.first, width > 1 else { return nil }
    let name = foldedPlace(first)
    let rest = filled.dropFirst()
    let numbers = rest.compactMap(readNumber)
    // "Moyenne" may be an answer; beside decimals it is a mean.
    if means.contains(name), numbers.count == rest.count,
      numbers.contains(where: { $0 != $0.rounded() })
    {
      return .total
    }
    if totals.contains(name), !rest.isEmpty, numbers.count == rest.count {
      return .total
    }
    let isNote = notes.contains { name == $0 || name.hasPrefix($0 + " ") }
    return rest.isEmpty && width > 2 && isNote && !trimmedText(cells[0]).isEmpty ? .note : nil
  }
}
