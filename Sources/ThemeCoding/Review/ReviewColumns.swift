public import SurveyModel

/// The columns of a review sheet, in order, with their headings.
public enum ReviewColumn: Int, Sendable, CaseIterable {
  case source, question, record, text, proposal, labels, words, sign, decision, remark, key

  public var heading: Bilingual {
    switch self {
    case .source: Bilingual(fr: "source", en: "source")
    case .question: Bilingual(fr: "question", en: "question")
    case .record: Bilingual(fr: "enregistrement", en: "record")
    case .text: Bilingual(fr: "texte", en: "text")
    case .proposal: Bilingual(fr: "proposition", en: "proposal")
    case .labels: Bilingual(fr: "libellés", en: "labels")
    case .words: Bilingual(fr: "mots reconnus", en: "matched words")
    case .sign: Bilingual(fr: "signe", en: "sign")
    case .decision: Bilingual(fr: "décision", en: "decision")
    case .remark: Bilingual(fr: "remarque", en: "remark")
    case .key: Bilingual(fr: "clé", en: "key")
    }
  }

  /// Without these a sheet cannot be read back.
  static let needed: [ReviewColumn] = [.source, .question, .record, .proposal, .decision, .key]
}

/// A row's text hash as the sheet writes it: a word, so that no spreadsheet takes it for a number.
public enum ReviewMark {
  public static func text(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return "t" + String(repeating: "0", count: 16 - digits.count) + digits
  }

  static func hash(_ text: String) -> UInt64? {
    guard text.utf8.count == 17, text.hasPrefix("t") else { return nil }
    return UInt64(text.dropFirst(), radix: 16)
  }
}
