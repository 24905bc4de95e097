internal import SurveyModel

/// Framaforms, that is Drupal 7 Webform: three heading records (the form's title; the question on
/// the first column of its block; option, row or question), or all of them put on one row by hand.
/// Ticks are `X`; the compact form joins labels by `,` in one cell.
enum Framaforms: DialectReading {
  static let tools: [Dialect] = [.framaforms, .framaformsFlat]

  private static let metadata: Set<String> = Set(
    [
      "Séquentiel", "Serial", "SID", "Heure de soumission", "Submitted Time",
      "Heure de complétion", "Completed Time", "Heure de modification", "Modified Time",
      "Brouillon", "Draft", "UID",
    ].map(foldedLabel))
  private static let personal: Set<String> = Set(
    ["Adresse IP", "IP Address", "Nom d'utilisateur", "Username"].map(foldedLabel))

  static func read(_ head: HeadRecords) -> ExportLayout? {
    let third = Set(head.texts(2).prefix(9).map(foldedLabel))
    let titles = head.texts(0).prefix(9).count { !trimmedText($0).isEmpty }
    if third.contains("sid"), !third.isDisjoint(with: ["séquentiel", "serial"]), titles <= 1 {
      var layout = layout(head, as: .framaforms)
      layout.confidence = .certain
      layout.evidence = [
        Bilingual(
          fr: "trois lignes d'intitulés, la troisième avec « Séquentiel » et « SID »",
          en: "three rows of headings, the third with “Serial” and “SID”")
      ]
      return layout
    }
    let first = head.texts(0).prefix(4).map(foldedLabel)
    guard first.count > 2, ["séquentiel", "serial"].contains(first[0]), first[1] == "sid" else {
      return nil
    }
    var layout = layout(head, as: .framaformsFlat)
    layout.confidence = .certain
    layout.evidence = [
      Bilingual(
        fr: "premières colonnes « Séquentiel », « SID », sur une seule ligne d'intitulés",
        en: "first columns “Serial”, “SID”, on a single row of headings")
    ]
    return layout
  }

  static func layout(_ head: HeadRecords, as dialect: Dialect) -> ExportLayout {
    let isFlat = dialect == .framaformsFlat
    return ExportLayout(
      dialect: dialect, confidence: .medium, evidence: [], headerRecords: isFlat ? 1 : 3,
      columns: isFlat ? flatColumns(head) : columns(head), separator: ",")
  }

  private static func role(_ heading: String) -> ExportColumn.Role {
    let folded = foldedLabel(heading)
    if metadata.contains(folded) { return .metadata }
    return personal.contains(folded) ? .personal : roleOfHeading(heading)
  }

  // MARK: three rows

  private static func columns(_ head: HeadRecords) -> [ExportColumn] {
    let titles = head.texts(1).map(trimmedText)
    let labels = head.texts(2).map(trimmedText)
    var block: Block?
    return (0..<max(titles.count, labels.count)).map { position in
      let title = position < titles.count ? titles[position] : ""
      let label = position < labels.count ? labels[position] : ""
      let cells = head.column(position, from: 3).map { trimmedText($0.text) }
      // The first title is the word for "submission details".
      let isMetadata = metadata.contains(foldedLabel(label)) || role(label) == .personal
      if isMetadata && (position == 0 || block == nil) {
        return ExportColumn(position: position, heading: label, role: role(label))
      }
      if !title.isEmpty && position > 0 {
        block = Block(question: title, cells)
      } else if block?.takes(cells, label: label) != true {
        block = nil
      }
      guard let question = block?.question else {
        return ExportColumn(position: position, heading: label, role: role(label))
      }
      let isOther = HeadingRows.otherWords.contains(foldedPlace(label))
      let isText = isOther && !cells.allSatisfy { $0.isEmpty || isTick($0) }
      return ExportColumn(
        position: position, heading: "\(question) [\(label)]", question: question, item: label,
        role: isText ? .otherText : .answer)
    }
  }

  /// The columns under one title. The export does not say where they end: a column belongs to
  /// them as long as its cells do.
  private struct Block {
    let question: String
    private var answers: Set<String>
    private let isTicks: Bool

    init(question: String, _ cells: [String]) {
      self.question = question
      answers = Set(cells.filter { !$0.isEmpty })
      isTicks = answers.allSatisfy(isTick)
    }

    mutating func takes(_ cells: [String], label: String) -> Bool {
      let own = Set(cells.filter { !$0.isEmpty })
      if own.isEmpty { return true }
      if isTicks {
        return own.allSatisfy(isTick) || HeadingRows.otherWords.contains(foldedPlace(label))
      }
      guard own.count <= 12, !own.isDisjoint(with: answers) else { return false }
      answers.formUnion(own)
      return true
    }
  }

  private static func isTick(_ text: String) -> Bool { text == "X" || text == "x" }

  // MARK: one row

  /// `Titre, Titre_1, Titre_2`: the title was repeated over the block and numbered; what the
  /// columns stand for is lost.
  private static func flatColumns(_ head: HeadRecords) -> [ExportColumn] {
    let headings = head.texts(0).map(trimmedText)
    let known = Set(headings)
    return headings.enumerated().map { position, heading in
      var column = PlainSpreadsheet.column(position, heading)
      column.role = role(heading)
      guard column.role == .answer else { return column }
      if known.contains(heading + "_1") {
        (column.question, column.item) = (heading, "1")
      } else if let parts = splitNumbered(heading), known.contains(parts.question) {
        (column.question, column.item) = (parts.question, String(parts.number + 1))
      }
      return column
    }
  }
}
