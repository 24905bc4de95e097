internal import SurveyModel

/// The head of a sheet: which event it is, when, where, who was there.
struct SheetHead {
  let rows: SheetRows
  let context: SheetContext
  private(set) var problems: [Problem] = []
  /// What rows without a theme or an origin of their own are about, and who speaks in them.
  private(set) var themes: [String] = []
  private(set) var origin: Contribution.Origin?
  private var values: [SheetWords.Key: (text: String, place: SourceLocation)] = [:]

  init(_ rows: SheetRows, context: SheetContext) {
    self.rows = rows
    self.context = context
    for row in rows.unknown {
      problems.append(
        .unknownSheetKey(row.cells[0], at: SourceLocation(file: rows.file, line: row.line)))
    }
    for (key, row) in rows.head {
      let place = SourceLocation(file: rows.file, line: row.line)
      if values[key] != nil {
        problems.append(.keyTwice(key.label, at: place))
      } else if row.cells.count > 2 {
        problems.append(.severalValues(key.label, found: row.cells.count - 1, at: place))
      } else if row.cells.count == 2 {
        values[key] = (row.cells[1], place)
      }
    }
  }

  var source: String? { values[.source]?.text }

  /// - Returns: `nil` where the sheet cannot be taken for what it says, which `problems` tell.
  mutating func session() -> Session? {
    guard let formValue = values[.form] else {
      problems.append(.noForm(rows.file))
      return nil
    }
    guard let form = SheetWords.form(formValue.text) else {
      problems.append(.unknownForm(formValue.text, at: formValue.place))
      return nil
    }
    var session = Session(
      id: values[.id].map { identifier($0.text) } ?? Self.stem(of: rows.file), form: form,
      title: values[.title]?.text, file: rows.file)
    if let date = values[.date] {
      session.date = SheetDate.read(date.text)
      if session.date == nil { problems.append(.badSheetDate(date.text, at: date.place)) }
    } else if form.isEvent {
      problems.append(
        .missingSheetValue(
          SheetWords.Key.date.label, example: "14/03/2024",
          at: SourceLocation(file: rows.file, line: formValue.place.line)))
    }
    if let place = values[.quartier], !Self.isTown(place.text) {
      session.quartier = context.quartier(place.text)?.code
      if session.quartier == nil {
        problems.append(
          .unknownSheetQuartier(
            place.text, near: context.nearestQuartier(place.text), at: place.place))
      }
    }
    if let present = values[.present] {
      session.present = Int(present.text).flatMap { (0...1_000_000).contains($0) ? $0 : nil }
      if session.present == nil { problems.append(.badCount(present.text, at: present.place)) }
    }
    session.facilitation = values[.facilitation].map { PersonalMask.masked($0.text) }
    session.replaces =
      values[.replaces]?.text.split(whereSeparator: { "|,; ".contains($0) }).map(String.init) ?? []
    if let origin = values[.origin] {
      self.origin = SheetWords.origin(origin.text)
      if self.origin == nil {
        problems.append(.unknownOrigin(origin.text, at: origin.place))
      }
    }
    if let theme = values[.theme] {
      themes = context.themes(theme.text) ?? []
      if themes.isEmpty {
        problems.append(
          .unknownSheetTheme(
            theme.text, near: context.nearestTheme(theme.text), count: nil, at: theme.place))
      }
    }
    let isSound = !problems.contains { $0.severity == .error }
    return isSound ? session : nil
  }

  /// One word without blanks.
  private func identifier(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: "-")
  }

  static func isTown(_ text: String) -> Bool {
    ["toute ville", "ville", "tous", "ensemble", "whole town", "town", "all"]
      .contains(foldedPlace(text))
  }

  /// The name of a file without its folder and its ending.
  static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
