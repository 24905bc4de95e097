public import SurveyModel

/// The form of a sheet, blank, as an animator fills it in: in French by semicolon with a byte order
/// mark, as a French spreadsheet opens it; in English by comma.
public struct SheetTemplate: Sendable {
  public let form: SessionForm
  public let language: Language
  /// The quartiers of a project, for the columns of a matrix.
  public let quartiers: [Quartier]

  public init(_ form: SessionForm, in language: Language, quartiers: [Quartier] = []) {
    self.form = form
    self.language = language
    self.quartiers = quartiers
  }

  /// The head's lines, in the order in which they are printed; the form is filled in.
  public var head: [(label: String, value: String)] {
    keys.map { key in (key.label[language], key == .form ? form.label[language] : "") }
  }

  public var headings: [String] {
    let columns = SheetColumns.columns(of: form).map { $0.label[language] }
    switch form {
    case .needsByQuartier:
      let names =
        quartiers.isEmpty ? [SheetWords.Column.quartier.label[language]] : quartiers.map(\.name)
      return [columns[0]] + names + [columns[1]]
    case .needsByAction:
      let action = language == .french ? "Action" : "Action"
      return [columns[0]] + (1...7).map { "\(action) \($0)" } + [columns[1]]
    default: return columns
    }
  }

  /// What may be written in a column, where it is one of a few words: lines of help that are passed
  /// over when the sheet is read.
  public var help: [(label: String, words: String)] {
    let columns = SheetColumns.columns(of: form)
    var lines: [(String, [String])] = []
    func line(_ column: SheetWords.Column, _ words: [Bilingual]) {
      lines.append((column.label[language], words.map { $0[language] }))
    }
    if columns.contains(.kind) {
      let signs = [Bilingual("+"), Bilingual("-")]
      let said = [
        Bilingual(fr: "constat", en: "shortcoming"), Contribution.Kind.proposal.label,
      ]
      switch form {
      case .johari: line(.kind, Contribution.Kind.panes.map(\.label))
      case .walk: line(.kind, [said[1]] + signs)
      default: line(.kind, said + [Contribution.Kind.answer.label] + signs)
      }
    }
    if columns.contains(.origin) { line(.origin, Contribution.Origin.allCases.map(\.label)) }
    switch form {
    case .needsByQuartier, .needsByAction:
      lines.append((language == .french ? "Croix" : "Crosses", ["X"]))
    case .actions:
      line(.cover, PlannedAction.Cover.allCases.map(\.label))
    case .themeTable, .objectives, .indicators, .priorities, .citizenTable, .workshop, .focusGroup,
      .walk,
      .seminar, .gathering, .johari:
      break
    }
    return lines.map { ("\(SheetRows.remark) \($0.0)", $0.1.joined(separator: ", ")) }
  }

  private var keys: [SheetWords.Key] {
    switch form {
    case .citizenTable, .workshop, .focusGroup, .walk, .seminar, .gathering:
      [.form, .id, .title, .date, .quartier, .present, .facilitation, .replaces]
    case .johari: [.form, .id, .title, .date, .quartier, .present, .origin, .replaces]
    case .themeTable: [.form, .id, .title, .date, .quartier, .theme, .replaces]
    case .needsByQuartier, .needsByAction, .objectives, .indicators, .actions, .priorities:
      [.form, .id, .title, .date, .replaces]
    }
  }
}
