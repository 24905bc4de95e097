/// Reads small CSV files of the repository in tests, by rules of its own: what the program writes
/// is not checked with the program's reader.
public enum SimpleCSV {
  /// The cells of one record without line breaks.
  public static func cells(_ record: String, separator: Character = ",") -> [String] {
    records(record, separator: separator).first ?? []
  }

  /// RFC 4180: quotes doubled, line breaks in quotes kept.
  public static func records(_ text: String, separator: Character = ",") -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = ""
    var isQuoted = false
    var characters = text.makeIterator()
    var pending: Character?
    var isEmpty = true
    func next() -> Character? {
      defer { pending = nil }
      return pending ?? characters.next()
    }
    while let character = next() {
      isEmpty = false
      if isQuoted {
        guard character == "\"" else {
          cell.append(character)
          continue
        }
        pending = characters.next()
        if pending == "\"" {
          cell.append("\"")
          pending = nil
        } else {
          isQuoted = false
        }
      } else if character == "\"" && cell.isEmpty {
        isQuoted = true
      } else if character == separator {
        record.append(cell)
        cell = ""
      } else if character.isNewline {
        records.append(record + [cell])
        record = []
        cell = ""
        isEmpty = true
      } else {
        cell.append(character)
      }
    }
    if !isEmpty { records.append(record + [cell]) }
    return records
  }
}
