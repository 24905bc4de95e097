@testable import Ingestion

/// The rules of structure once more, as plainly as they can be written: the whole text at once, one
/// character after the other. The fuzz tests hold the reader against it.
struct NaiveReader {
  private let text: [Character]
  private let delimiter: Character
  private var position = 0
  private var line = 1
  private var codes: Set<String> = []
  private var rows: [[String]] = []
  private var ends: [Character: Int] = [:]

  static func read(_ text: String, delimiter: Character) -> Outcome {
    var reader = NaiveReader(text: unicode(text), delimiter: delimiter)
    return reader.run()
  }

  /// One element a scalar: as a `Character`, CR LF would be one.
  private static func unicode(_ text: String) -> [Character] {
    text.unicodeScalars.map(Character.init)
  }

  private init(text: [Character], delimiter: Character) {
    (self.text, self.delimiter) = (text, delimiter)
  }

  private struct Fault: Error {
    var code: ReadCode
    var line: Int
  }

  private var now: Character? { position < text.count ? text[position] : nil }

  private mutating func run() -> Outcome {
    var outcome = Outcome()
    do throws(Fault) {
      while now != nil { try record() }
      if rows.isEmpty { throw Fault(code: .emptyFile, line: 0) }
      if rows.count == 1 { codes.insert("W_HEADER_ONLY") }
      outcome.rows = rows
    } catch {
      outcome.error = error.code
      codes.insert(error.code.rawValue)
      if error.line > 0 {
        outcome.location = ReadLocation(line: error.line, record: rows.count + 1)
      }
    }
    judgeRows()
    outcome.codes = codes.sorted()
    return outcome
  }

  private mutating func record() throws(Fault) {
    if takeLineEnd() {
      codes.insert("W_BLANK_LINE")
      if rows.first?.count == 1 { rows.append([""]) }
      return
    }
    var cells: [String] = []
    while true {
      cells.append(now == "\"" ? try quoted() : try plain())
      if now == delimiter {
        position += 1
      } else if now == nil || takeLineEnd() {
        rows.append(cells)
        return
      } else {
        throw Fault(code: .strayAfterQuote, line: line)
      }
    }
  }

  private mutating func plain() throws(Fault) -> String {
    var cell = ""
    while let next = now, next != delimiter, next != "\r", next != "\n" {
      if next == "\"" {
        if cell.allSatisfy({ $0 == " " || $0 == "\t" }) {
          throw Fault(code: .spaceBeforeQuote, line: line)
        }
        codes.insert("W_BARE_QUOTE")
      }
      cell.unicodeScalars += next.unicodeScalars
      position += 1
    }
    return cell
  }

  private mutating func quoted() throws(Fault) -> String {
    let opened = line
    var cell = ""
    position += 1
    while let next = now {
      position += 1
      if next == "\"" {
        if now != "\"" { return cell }
        position += 1
      }
      if next == "\r" && now != "\n" || next == "\n" { line += 1 }
      cell.unicodeScalars += next.unicodeScalars
    }
    throw Fault(code: .unterminatedQuote, line: opened)
  }

  private mutating func takeLineEnd() -> Bool {
    guard let next = now, next == "\r" || next == "\n" else { return false }
    position += 1
    var kind = next
    if next == "\r", now == "\n" {
      position += 1
      kind = "+"
    }
    ends[kind, default: 0] += 1
    line += 1
    return true
  }

  private mutating func judgeRows() {
    let (lf, crlf, cr) = (ends["\n"] ?? 0, ends["+"] ?? 0, ends["\r"] ?? 0)
    if cr > 0 {
      codes.insert(lf + crlf == 0 ? "W_CR_EOL" : "W_LONE_CR")
    } else if lf > 0 && crlf > 0 {
      codes.insert("W_MIXED_EOL")
    }
    guard let header = rows.first else { return }
    if rows.contains(where: { $0.count < header.count }) { codes.insert("W_RAGGED_SHORT") }
    if rows.contains(where: { $0.count > header.count }) { codes.insert("W_RAGGED_LONG") }
    let trimmed = header.map { heading in
      let scalars = heading.unicodeScalars.drop { $0.properties.isWhitespace }
      return String(
        String.UnicodeScalarView(
          scalars.reversed().drop { $0.properties.isWhitespace }.reversed()))
    }
    if trimmed.contains("") { codes.insert("W_EMPTY_HEADER") }
    let named = trimmed.filter { !$0.isEmpty }
    if Set(named).count < named.count { codes.insert("W_DUP_HEADER") }
  }
}
