/// A number with its noun: `1 fiche`, `3 fiches`; French takes the plural from 2 on, English for all
/// numbers but 1.
///
/// - Parameters:
///   - fr: singular and plural, words that agree included: `("fiche nouvelle", "fiches nouvelles")`.
///   - en: the same in English.
public func counted(
  _ number: Int, fr: (one: String, many: String), en: (one: String, many: String)
) -> Bilingual {
  Bilingual(
    fr: "\(number) \(abs(number) < 2 ? fr.one : fr.many)",
    en: "\(number) \(number == 1 ? en.one : en.many)")
}
