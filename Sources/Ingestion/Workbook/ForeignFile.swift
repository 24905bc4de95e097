/// A file under the name of an export that is something else, by its first bytes.
enum ForeignFile: String, CaseIterable {
  case page, pdf, spss, picture, compressed, xml, json, rtf

  init?(_ start: [UInt8]) {
    func begins(_ bytes: [UInt8]...) -> Bool { bytes.contains { start.starts(with: $0) } }
    if begins([0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8)) {
      self = .picture
      return
    }
    if begins([0x1F, 0x8B], [0xFD, 0x37, 0x7A], [0x28, 0xB5, 0x2F, 0xFD], Array("Rar!".utf8)) {
      self = .compressed
      return
    }
    if begins(Array("$FL2@(#)".utf8), Array("$FL3@(#)".utf8)) {
      self = .spss
      return
    }
    let text = start.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
      .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    func says(_ words: String...) -> Bool { words.contains { text.starts(with: $0.utf8) } }
    if says("%pdf-") {
      self = .pdf
    } else if says("<!doctype html", "<html") {
      self = .page
    } else if says("<?xml") {
      self = .xml
    } else if says("{\\rtf") {
      self = .rtf
    } else if says("{\"", "[{\"") {
      self = .json
    } else {
      return nil
    }
  }

  var finding: Wording {
    switch self {
    case .page:
      Wording(
        fr: "c'est une page web, et non un export : la session de l'outil a peut-être expiré.",
        en: "this is a web page, no export: perhaps the session of the tool had ended.")
    case .pdf:
      Wording(fr: "c'est un document PDF, et non un export.", en: "this is a PDF, no export.")
    case .spss:
      Wording(
        fr: "c'est un fichier SPSS (.sav), dont ce programme ne lit que le questionnaire.",
        en: "this is an SPSS file (.sav), of which this program reads the questionnaire only.")
    case .picture:
      Wording(fr: "c'est une image, et non un export.", en: "this is a picture, no export.")
    case .compressed:
      Wording(fr: "c'est un fichier compressé.", en: "this is a compressed file.")
    case .xml: Wording(fr: "c'est un fichier XML, et non un tableau.", en: "this is XML, no table.")
    case .json: Wording(fr: "c'est du JSON, et non un tableau.", en: "this is JSON, no table.")
    case .rtf:
      Wording(
        fr: "c'est un document de traitement de texte (RTF), et non un export.",
        en: "this is a document of a word processor (RTF), no export.")
    }
  }

  var advice: Wording {
    switch self {
    case .page, .pdf, .picture, .rtf:
      Wording(
        fr: "Connectez-vous à l'outil d'enquête et téléchargez les réponses en CSV ou en .xlsx.",
        en: "Sign in to the survey tool and download the answers as CSV or .xlsx.")
    case .spss:
      Wording(
        fr:
          "« concertation draft » en tire un questionnaire ; pour les réponses, exportez-les en CSV.",
        en: "“concertation draft” makes a questionnaire of it; for the answers, export them as CSV."
      )
    case .compressed:
      Wording(
        fr: "Décompressez-le, et nommez le fichier qu'il contient.",
        en: "Unpack it, and name the file inside.")
    case .xml, .json:
      Wording(
        fr: "Téléchargez les réponses en CSV ou en .xlsx ; un questionnaire .lss se lit par "
          + "« concertation draft ».",
        en: "Download the answers as CSV or .xlsx; a .lss questionnaire is read by “concertation "
          + "draft”.")
    }
  }
}
