internal import ArgumentParser
internal import SurveyModel

/// What the user says of an export's form: it wins over what the file shows.
struct FormArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      said(
        fr: "L'outil qui a écrit l'export, si ce que le programme trouve est faux : \(words).",
        en: "The tool that wrote the export, where what the program finds is wrong: \(words).")))
  var dialect: String?

  @Option(
    name: .customLong("header-rows"),
    help: ArgumentHelp(
      said(
        fr: "Le nombre de lignes au-dessus de la première réponse, titres compris.",
        en: "How many rows stand above the first answer, titles included.")))
  var headerRows: Int?

  private static let known = Dialect.allCases.filter { $0 != .long }.map(\.rawValue)
  private static var words: String { known.joined(separator: ", ") }

  func validate() throws {
    if let dialect, !Self.known.contains(dialect) {
      let near = nearest(to: dialect, among: Self.known)
      throw ValidationError(
        said(
          fr: "--dialect « \(dialect) » n'est pas connu"
            + (near.map { " ; vouliez-vous dire \($0) ?" } ?? "") + " Connus : \(Self.words)",
          en: "--dialect “\(dialect)” is not known"
            + (near.map { "; did you mean \($0)?" } ?? "") + " Known: \(Self.words)"))
    }
    if let headerRows, !(1...50).contains(headerRows) {
      throw ValidationError(
        said(
          fr: "--header-rows prend un nombre de 1 à 50",
          en: "--header-rows takes a number from 1 to 50"))
    }
  }

  var form: ExportForm {
    ExportForm(dialect: dialect.flatMap(Dialect.init(rawValue:)), headerRecords: headerRows)
  }
}
