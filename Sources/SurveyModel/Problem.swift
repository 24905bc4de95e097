/// A place in a file that a person can go to. All numbers count from 1.
public struct SourceLocation: Sendable, Hashable {
  /// The file as it was named by the user or the project.
  public var file: String
  /// The sheet of a workbook, whose rows are the records.
  public var sheet: String?
  /// The physical line.
  public var line: Int?
  /// The record, the first heading being record 1; it differs from the line as soon as a cell
  /// holds a line break.
  public var record: Int?
  /// The column's position.
  public var column: Int?
  /// The column's heading.
  public var heading: String?

  public init(
    file: String, line: Int? = nil, record: Int? = nil, column: Int? = nil, heading: String? = nil,
    sheet: String? = nil
  ) {
    self.file = file
    self.sheet = sheet
    self.line = line
    self.record = record
    self.column = column
    self.heading = heading
  }

  /// `flash.csv:14: record 12, column 3 "Âge"`, with the parts that are known.
  public func text(_ language: Language) -> String {
    if let sheet { return text(sheet: sheet, language) }
    var out = file
    if let line { out += ":\(line)" }
    var parts: [String] = []
    if let record {
      parts.append(language == .french ? "enregistrement \(record)" : "record \(record)")
    }
    if let column {
      parts.append(language == .french ? "colonne \(column)" : "column \(column)")
    }
    if let heading {
      parts.append(language == .french ? "« \(heading) »" : "“\(heading)”")
    }
    return parts.isEmpty ? out : out + ": " + parts.joined(separator: ", ")
  }
}

extension SourceLocation {
  /// The cell as a spreadsheet names it: `C12`; `nil` without a row and a column.
  public var cell: String? {
    guard sheet != nil, let record, let column else { return nil }
    return Self.letters(column) + String(record)
  }

  /// `phone.xlsx: sheet "Réponses", cell C12 "Âge"`, with the parts that are known.
  fileprivate func text(sheet: String, _ language: Language) -> String {
    let isFrench = language == .french
    func quoted(_ text: String) -> String {
      isFrench ? "«\u{A0}\(text)\u{A0}»" : "“\(text)”"
    }
    var parts = [(isFrench ? "feuille " : "sheet ") + quoted(sheet)]
    if let cell {
      parts.append((isFrench ? "cellule " : "cell ") + cell)
    } else if let record {
      parts.append((isFrench ? "ligne " : "row ") + String(record))
    } else if let column {
      parts.append((isFrench ? "colonne " : "column ") + Self.letters(column))
    }
    if let heading { parts.append(quoted(heading)) }
    return file + ": " + parts.joined(separator: ", ")
  }

  private static func letters(_ column: Int) -> String {
    var rest = column
    var out = ""
    while rest > 0 {
      out = String(Unicode.Scalar(UInt8((rest - 1) % 26) + 0x41)) + out
      rest = (rest - 1) / 26
    }
    return out
  }
}

/// Something that a person must know about an input: what is wrong or doubtful, where, and what
/// to do about it.
public struct Problem: Sendable, Hashable {
  public enum Severity: Int, Sendable, Comparable, CaseIterable {
    case note, warning, error
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  public var severity: Severity
  /// A stable word for scripts, such as `unknown-option`.
  public var code: String
  /// What was found and what was expected.
  public var message: Bilingual
  public var location: SourceLocation?
  /// What to do: the line to write, the option to give.
  public var fix: Bilingual?

  public init(
    _ severity: Severity, _ code: String, _ message: Bilingual, at location: SourceLocation? = nil,
    fix: Bilingual? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.location = location
    self.fix = fix
  }

  /// The whole message: `where: what (code)` and, on a line of its own, the fix.
  public func text(_ language: Language) -> String {
    let place = location.map { $0.text(language) + ": " } ?? ""
    let word: String =
      switch (severity, language) {
      case (.error, .french): "erreur"
      case (.error, .english): "error"
      case (.warning, .french): "attention"
      case (.warning, .english): "warning"
      case (.note, _): "note"
      }
    let mend = fix.map { "\n  → " + $0[language] } ?? ""
    return "\(place)\(word): \(message[language]) [\(code)]\(mend)"
  }
}
