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
