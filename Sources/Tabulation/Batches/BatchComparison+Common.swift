internal import SurveyModel

/// Common questions of the crosswalk on both sides: what questionnaires that differ can be compared by.
extension BatchComparison {
  /// One sentence a common answer that moved, or cannot be compared.
  var common: [Bilingual] {
    guard let before else { return [] }
    var old: [[String]: Batch.CommonFigure] = [:]
    for figure in before.batch.common {
      old[[figure.source, figure.question, figure.option]] = figure
    }
    let sources = Dictionary(
      now.batch.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return now.batch.common.compactMap { new -> Bilingual? in
      guard let source = sources[new.source],
        let old = old[[new.source, new.question, new.option]]
      else { return nil }
      let start = Bilingual(
        fr: "\(isWaves ? "" : source.label.fr + ", ")« \(new.question) », « \(new.option) »",
        en: "\(isWaves ? "" : source.label.en + ", ")“\(new.question)”, “\(new.option)”")
      guard let from = old.n, let to = new.n else { return refusal(start, old, new) }
      if !isWaves, from == to, old.base == new.base { return nil }
      let wasWeighted = before.batch.sources.first { $0.id == new.source }?.isWeighted == true
      let verdict = ChanceVerdict.of(
        (from, old.base), (to, new.base), isWaves: isWaves, source.sampling,
        isWeighted: source.isWeighted || wasWeighted)
      let notes = remarks(old, new)
      return Bilingual(
        fr:
          "\(start.fr) : \(share(from, old.base, .french)) → \(share(to, new.base, .french))\(verdict.fr).\(notes.fr)",
        en:
          "\(start.en): \(share(from, old.base, .english)) → \(share(to, new.base, .english))\(verdict.en).\(notes.en)"
      )
    }
  }

  /// A number that one side does not have, or that may not be held against the other's.
  private func refusal(
    _ start: Bilingual, _ old: Batch.CommonFigure, _ new: Batch.CommonFigure
  ) -> Bilingual? {
    guard isWaves else { return nil }
    let reasons = [(old, before), (new, now)].compactMap { figure, side -> Bilingual? in
      guard figure.n == nil, let name = side?.name else { return nil }
      return figure.comparable == .no && !figure.note.isEmpty
        ? Bilingual(fr: "\(name.fr) : \(figure.note)", en: "\(name.en): \(figure.note)")
        : Bilingual(fr: "\(name.fr) ne la proposait pas", en: "\(name.en) did not offer it")
    }
    return Bilingual(
      fr: "\(start.fr) : non comparable (\(reasons.map(\.fr).joined(separator: " ; "))).",
      en: "\(start.en): not comparable (\(reasons.map(\.en).joined(separator: "; "))).")
  }

  /// What differs although it is compared.
  private func remarks(_ old: Batch.CommonFigure, _ new: Batch.CommonFigure) -> Bilingual {
    let notes = [(old, before), (new, now)].compactMap { figure, side -> Bilingual? in
      guard figure.comparable == .partly, !figure.note.isEmpty, let name = side?.name else {
        return nil
      }
      return Bilingual(fr: "\(name.fr) : \(figure.note)", en: "\(name.en): \(figure.note)")
    }
    if notes.isEmpty { return Bilingual("") }
    return Bilingual(
      fr: " En partie comparable (\(notes.map(\.fr).joined(separator: " ; "))).",
      en: " Partly comparable (\(notes.map(\.en).joined(separator: "; "))).")
  }

  /// `50,0 % (30 sur 60)`.
  private func share(_ n: Int, _ base: Int, _ language: Language) -> String {
    let french = language == .french
    guard base > 0 else { return french ? "base vide" : "empty base" }
    let tenths = (1000 * n + base / 2) / base
    let number = "\(tenths / 10)\(french ? "," : ".")\(tenths % 10)"
    return french ? "\(number) % (\(n) sur \(base))" : "\(number)% (\(n) of \(base))"
  }
}
