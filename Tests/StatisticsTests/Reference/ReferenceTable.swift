import Foundation
import Statistics

/// One data set of the reference: text cells, read in either of its two forms.
struct ReferenceTable {
  enum Form: CaseIterable, CustomStringConvertible {
    /// UTF-8, commas, decimal point.
    case english
    /// Windows-1252, semicolons, decimal comma.
    case french

    var description: String { self == .english ? ".csv" : ".fr.csv" }
  }

  let rowCount: Int
  /// Cells by column; an empty cell is missing.
  let cells: [String: [String?]]
  /// Levels of the categorical columns, in order.
  let levels: [String: [String]]
  private let numeric: [String: [Double?]]

  init(path: String, form: Form, variables: JSON) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let text = form == .english ? String(decoding: bytes, as: UTF8.self) : Self.windows1252(bytes)
    let records = Self.records(text, separator: form == .english ? "," : ";")
    let names = records[0].map { $0 ?? "" }
    var cells: [String: [String?]] = [:]
    for (index, name) in names.enumerated() { cells[name] = records.dropFirst().map { $0[index] } }
    var levels: [String: [String]] = [:]
    var numeric: [String: [Double?]] = [:]
    for (name, definition) in variables.members {
      levels[name] = definition["levels"]?.strings
      if definition["type"]?.string == "num" {
        numeric[name] = cells[name]?.map { cell in
          cell.flatMap {
            Double(form == .english ? $0 : $0.replacingOccurrences(of: ",", with: "."))
          }
        }
      }
    }
    self.cells = cells
    self.levels = levels
    self.numeric = numeric
    rowCount = records.count - 1
  }

  func text(_ name: String) throws -> [String?] {
    guard let column = cells[name] else { throw UnknownReference("column \(name)") }
    return column
  }

  func numbers(_ name: String) throws -> [Double?] {
    guard let column = numeric[name] else { throw UnknownReference("numeric column \(name)") }
    return column
  }

  func weights(_ name: String) throws -> [Double] { try numbers(name).map { $0 ?? .nan } }

  /// A categorical column in the order of its levels; any other in order of appearance.
  func codes(_ name: String) throws -> CodeColumn {
    let column = try text(name)
    return try Self.codes(column, levels: levels[name] ?? Self.distinct(column))
  }

  static func codes(_ column: [String?], levels: [String]) throws -> CodeColumn {
    let place = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, Int32($0)) })
    return try CodeColumn(
      column.map { cell in
        guard let cell else { return -1 }
        guard let code = place[cell] else { throw UnknownReference("level \(cell)") }
        return code
      }, categoryCount: levels.count)
  }

  static func distinct(_ column: [String?]) -> [String] {
    var seen: Set<String> = []
    return column.compactMap { $0 }.filter { seen.insert($0).inserted }
  }

  /// Same cells, and same numbers to the last bit.
  func holdsTheSame(as other: ReferenceTable) -> Bool {
    guard rowCount == other.rowCount, numeric == other.numeric else { return false }
    return cells.allSatisfy { numeric[$0.key] != nil || other.cells[$0.key] == $0.value }
  }

  private static func records(_ text: String, separator: Character) -> [[String?]] {
    var records: [[String?]] = []
    var record: [String?] = []
    var field: [UInt8] = []
    var (quoted, wasQuoted) = (false, false)
    let cut = separator.asciiValue ?? 44
    let bytes = Array(text.utf8)
    func finish() {
      record.append(field.isEmpty && !wasQuoted ? nil : String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
      wasQuoted = false
    }
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if quoted {
        if byte == 34, i + 1 < bytes.count, bytes[i + 1] == 34 {
          field.append(34)
          i += 1
        } else if byte == 34 {
          quoted = false
        } else {
          field.append(byte)
        }
      } else if byte == 34, field.isEmpty {
        (quoted, wasQuoted) = (true, true)
      } else if byte == cut {
        finish()
      } else if byte == 10 {
        finish()
        records.append(record)
        record.removeAll(keepingCapacity: true)
      } else if byte != 13 {
        field.append(byte)
      }
      i += 1
    }
    if !field.isEmpty || !record.isEmpty {
      finish()
      records.append(record)
    }
    return records
  }

  private static func windows1252(_ bytes: [UInt8]) -> String {
    String(data: Data(bytes), encoding: .windowsCP1252) ?? ""
  }
}

/// An operation, argument or value that the suite does not know: a failure, never a skip.
struct UnknownReference: Error, CustomStringConvertible {
  let description: String
  init(_ what: String) { description = "unknown: \(what)" }
}
