internal import SurveyModel

/// Why a record is set aside.
extension Ledger.Quarantined {
  static func tooManyCells(_ found: Int, _ expected: Int, _ place: SourceLocation) -> Self {
    Self(
      location: place, code: "too-many-cells",
      reason: Bilingual(
        fr:
          "\(found) cellules pour \(expected) intitulés : un séparateur ou un guillemet de trop ?",
        en: "\(found) cells for \(expected) headings: a separator or a quote too many?"))
  }

  static func tooFewCells(_ found: Int, _ needed: Int, _ place: SourceLocation) -> Self {
    Self(
      location: place, code: "too-few-cells",
      reason: Bilingual(
        fr: "\(found) cellules, la dernière question est à la \(needed)e : une ligne coupée ?",
        en: "\(found) cells, the last question is at cell \(needed): a broken line?"))
  }

  static func repeatedHeadings(_ place: SourceLocation) -> Self {
    Self(
      location: place, code: "repeated-headings",
      reason: Bilingual(
        fr: "les intitulés, une fois de plus : des pages ou des fichiers mis bout à bout ?",
        en: "the headings once more: pages or files put one under the other?"))
  }

  static func totalRow(_ place: SourceLocation) -> Self {
    Self(
      location: place, code: "total-row",
      reason: Bilingual(
        fr: "une ligne de total sous le tableau, et non une réponse",
        en: "a row of totals under the table, not an answer"))
  }

  static func noteRow(_ place: SourceLocation) -> Self {
    Self(
      location: place, code: "note-row",
      reason: Bilingual(
        fr: "une note sous le tableau, et non une réponse",
        en: "a note under the table, not an answer"))
  }

  static func unreadableWeight(_ text: String, _ place: SourceLocation) -> Self {
    Self(
      location: place, code: "weight",
      reason: text.isEmpty
        ? Bilingual(fr: "poids absent", en: "no weight")
        : Bilingual(
          fr: "poids illisible ou négatif : « \(text) »",
          en: "weight that cannot be read, or negative: “\(text)”"))
  }
}
