internal import SurveyModel

extension WorkbookRefusal {
  /// What was found.
  var finding: Wording {
    let place = cell.map { "« \(sheets.first ?? "") », \($0)" }
    let english = cell.map { "“\(sheets.first ?? "")”, \($0)" }
    switch code {
    case .encrypted:
      return Wording(
        fr: "le classeur est protégé par un mot de passe.",
        en: "the workbook is protected by a password.")
    case .legacy:
      return Wording(
        fr: "c'est un classeur d'Excel 97-2003 (.xls), que ce programme ne lit pas.",
        en: "this is a workbook of Excel 97-2003 (.xls), which this program does not read.")
    case .notWorkbook:
      return Wording(
        fr: "ce n'est pas un classeur Excel (.xlsx) mais un fichier \(detail).",
        en: "this is no Excel workbook (.xlsx) but a file of \(detail).")
    case .damaged:
      return place.map {
        Wording(
          fr: "le classeur est abîmé : feuille \($0) ne peut pas être lue.",
          en: "the workbook is damaged: sheet \(english ?? "") cannot be read.")
      }
        ?? Wording(
          fr: "le classeur est abîmé ou incomplet (\(detail)).",
          en: "the workbook is damaged or incomplete (\(detail)).")
    case .tooLarge:
      return Wording(
        fr: "une fois décompressé, le classeur dépasse de loin ce qu'une enquête contient "
          + "(\(detail)).",
        en: "unpacked, the workbook is far larger than any survey (\(detail)).")
    case .noSheet:
      let list = sheets.map { "« \($0) »" }.joined(separator: ", ")
      return Wording(
        fr: sheets.isEmpty
          ? "le classeur n'a aucune feuille de calcul."
          : "aucune feuille « \(detail) » ; le classeur contient : \(list).",
        en: sheets.isEmpty
          ? "the workbook has no sheet."
          : "no sheet “\(detail)”; the workbook holds: "
            + sheets.map { "“\($0)”" }.joined(separator: ", ") + ".")
    case .noTable:
      return (ForeignFile(rawValue: detail) ?? .page).finding
    case .option:
      return detail.hasPrefix("sheet ")
        ? Wording(
          fr:
            "une feuille est demandée (« \(detail.dropFirst(6)) »), mais le fichier est un texte.",
          en: "a sheet is asked for (“\(detail.dropFirst(6))”), but the file is a text.")
        : Wording(
          fr: "\(detail) est déclaré, mais le fichier est un classeur, qui n'en a pas.",
          en: "\(detail) is declared, but the file is a workbook, which has none.")
    }
  }

  /// What to do.
  var advice: Wording {
    switch code {
    case .encrypted:
      Wording(
        fr: "Ouvrez-le dans Excel, retirez le mot de passe (Fichier, Informations), enregistrez.",
        en: "Open it in Excel, remove the password (File, Info), save.")
    case .legacy, .notWorkbook:
      Wording(
        fr: "Ouvrez-le et enregistrez-le en .xlsx, ou en CSV UTF-8.",
        en: "Open it and save it as .xlsx, or as CSV UTF-8.")
    case .damaged:
      Wording(
        fr:
          "Téléchargez-le de nouveau ; s'il s'ouvre dans Excel, enregistrez-le sous un autre nom.",
        en: "Download it again; if Excel opens it, save it under another name.")
    case .tooLarge:
      Wording(
        fr: "Vérifiez d'où il vient ; sinon enregistrez la feuille en CSV.",
        en: "Check where it comes from; otherwise save the sheet as CSV.")
    case .noSheet:
      Wording(
        fr: "Donnez le nom exact de la feuille ou son numéro (--sheet, ou sheet: dans le projet).",
        en: "Give the sheet's exact name or its number (--sheet, or sheet: in the project).")
    case .noTable: (ForeignFile(rawValue: detail) ?? .page).advice
    case .option:
      detail.hasPrefix("sheet ")
        ? Wording(
          fr: "Retirez --sheet (ou sheet: dans le projet).",
          en: "Remove --sheet (or sheet: in the project).")
        : Wording(
          fr: "Retirez --\(detail) (ou \(detail): dans le projet).",
          en: "Remove --\(detail) (or \(detail): in the project).")
    }
  }

  var wording: Wording { finding + advice }
}

extension WorkbookReport {
  /// What is said of the sheet, most serious first.
  func problems(in file: String) -> [Problem] {
    let place = SourceLocation(file: file, sheet: sheet)
    var out: [Problem] = []
    func say(
      _ severity: Problem.Severity, _ code: String, fr: String, en: String,
      fix: (fr: String, en: String)? = nil
    ) {
      let message = Wording(fr: fr, en: en)
      out.append(
        Problem(
          severity, code, Bilingual(fr: message.fr, en: message.en), at: place,
          fix: fix.map {
            let mend = Wording(fr: $0.fr, en: $0.en)
            return Bilingual(fr: mend.fr, en: mend.en)
          }))
    }
    if notes.emptyFormulas.count > 0 {
      let cells = notes.emptyFormulas
      say(
        .warning, "xlsx-formula-without-value",
        fr:
          "\(cells.count) formule(s) sans valeur enregistrée, lue(s) comme vide(s) : \(cells.list)",
        en: "\(cells.count) formula(s) without a saved value, read as empty: \(cells.list)",
        fix: (
          "ouvrez le classeur dans Excel et enregistrez-le : les valeurs sont alors écrites",
          "open the workbook in Excel and save it: the values are then written"
        ))
    }
    if !notes.hiddenRows.isEmpty {
      let list = ranges(notes.hiddenRows)
      say(
        .warning, "xlsx-hidden-rows",
        fr: "\(notes.hiddenRows.count) ligne(s) masquée(s), lues comme les autres : \(list)",
        en: "\(notes.hiddenRows.count) hidden row(s), read like the others: \(list)",
        fix: (
          "si elles ne comptent pas (un filtre ?), supprimez-les ou excluez-les (exclude:)",
          "if they do not count (a filter?), delete or exclude them (exclude:)"
        ))
    }
    if notes.errors.count > 0 {
      let cells = notes.errors
      say(
        .warning, "xlsx-errors",
        fr:
          "\(cells.count) cellule(s) en erreur (#N/A, #REF!…), gardée(s) telles quelles : \(cells.list)",
        en: "\(cells.count) cell(s) in error (#N/A, #REF!…), kept as they are: \(cells.list)")
    }
    if notes.badDates.count > 0 {
      let cells = notes.badDates
      say(
        .warning, "xlsx-bad-dates",
        fr: "\(cells.count) nombre(s) au format de date qui n'en sont pas une : \(cells.list)",
        en: "\(cells.count) number(s) in the form of a date that are none: \(cells.list)")
    }
    if isHidden {
      say(.warning, "xlsx-hidden-sheet", fr: "la feuille est masquée", en: "the sheet is hidden")
    }
    if !isChosen, !otherSheets.isEmpty {
      let list = otherSheets.map { "« \($0) »" }.joined(separator: ", ")
      let english = otherSheets.map { "“\($0)”" }.joined(separator: ", ")
      say(
        .note, "xlsx-other-sheets",
        fr: "autres feuilles, non lues : \(list)", en: "other sheets, not read: \(english)",
        fix: ("pour en lire une : --sheet NOM", "to read one: --sheet NAME"))
    }
    if !notes.hiddenColumns.isEmpty {
      let list = notes.hiddenColumns.prefix(8).map(CellName.letters).joined(separator: ", ")
      let more = notes.hiddenColumns.count > 8 ? "…" : ""
      say(
        .note, "xlsx-hidden-columns",
        fr: "colonne(s) masquée(s), lues comme les autres : \(list)\(more)",
        en: "hidden column(s), read like the others: \(list)\(more)")
    }
    if !notes.merged.isEmpty {
      let list = notes.merged.prefix(5).joined(separator: ", ")
      let more = notes.merged.count > 5 ? "…" : ""
      say(
        .note, "xlsx-merged",
        fr: "\(notes.merged.count) zone(s) de cellules fusionnées, dont seule la première porte le "
          + "texte : \(list)\(more)",
        en:
          "\(notes.merged.count) area(s) of merged cells, of which only the first holds the text: "
          + "\(list)\(more)")
    }
    if notes.formulas.count > notes.emptyFormulas.count {
      let cells = notes.formulas
      say(
        .note, "xlsx-formulas",
        fr: "\(cells.count) formule(s), lues par leur dernière valeur enregistrée : \(cells.list)",
        en: "\(cells.count) formula(s), read by the value last saved: \(cells.list)")
    }
    if notes.percents.count > 0 {
      let cells = notes.percents
      say(
        .note, "xlsx-percents",
        fr:
          "\(cells.count) nombre(s) affiché(s) en %, lus comme ils sont enregistrés (25 % : 0.25) : "
          + cells.list,
        en:
          "\(cells.count) number(s) shown as %, read as they are stored (25%: 0.25): \(cells.list)")
    }
    return out
  }
}

extension SheetNotes.Cells {
  fileprivate var list: String { first.joined(separator: ", ") + (count > first.count ? "…" : "") }
}

/// `3-5, 9` for 3, 4, 5, 9; the first few.
private func ranges(_ numbers: [Int]) -> String {
  var parts: [String] = []
  var start = 0
  while start < numbers.count {
    var end = start
    while end + 1 < numbers.count, numbers[end + 1] == numbers[end] + 1 { end += 1 }
    parts.append(start == end ? "\(numbers[start])" : "\(numbers[start])-\(numbers[end])")
    start = end + 1
  }
  return parts.prefix(6).joined(separator: ", ") + (parts.count > 6 ? "…" : "")
}
