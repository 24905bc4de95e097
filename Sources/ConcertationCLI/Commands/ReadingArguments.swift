internal import ArgumentParser
internal import Ingestion

/// A file, and how it is read where the user overrules what the program finds.
struct ReadingArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(said(fr: "Le fichier exporté.", en: "The exported file.")),
    completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(
      said(
        fr: "Le séparateur : , ; | ou tab. Trouvé sans cette option.",
        en: "The separator: , ; | or tab. Found without this option.")))
  var delimiter: String?

  @Option(
    help: ArgumentHelp(
      said(
        fr: "L'encodage : auto, utf-8, utf-16le, utf-16be, windows-1252, mac-roman.",
        en: "The encoding: auto, utf-8, utf-16le, utf-16be, windows-1252, mac-roman.")))
  var encoding = "auto"

  @Option(
    help: ArgumentHelp(
      said(
        fr: "La feuille d'un classeur .xlsx, par son nom ou son numéro ; sinon la première.",
        en: "The sheet of an .xlsx workbook, by its name or number; otherwise the first.")))
  var sheet: String?

  @OptionGroup var largeFiles: LargeFileArguments

  func validate() throws { _ = try options() }

  func options() throws -> ReadOptions {
    var options = ReadOptions(
      delimiter: try separator(), encoding: try textEncoding(), sheet: sheet)
    options.jobs = Processors.available
    try largeFiles.apply(to: &options)
    return options
  }

  private func separator() throws -> UInt8? {
    guard let delimiter else { return nil }
    if ["tab", "\\t"].contains(delimiter.lowercased()) { return 9 }
    guard delimiter.utf8.count == 1, let byte = delimiter.utf8.first, ReadOptions.canSeparate(byte),
      !(48...57).contains(byte), !(65...90).contains(byte), !(97...122).contains(byte)
    else {
      throw ValidationError(
        said(
          fr: "--delimiter prend un caractère, ou tab : « \(delimiter) » n'en est pas un",
          en: "--delimiter takes one character, or tab: “\(delimiter)” is not one"))
    }
    return byte
  }

  private func textEncoding() throws -> TextEncoding? {
    if encoding.lowercased() == "auto" { return nil }
    guard let known = TextEncoding(rawValue: encoding.lowercased()) else {
      let names = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        said(
          fr: "--encoding « \(encoding) » n'est pas connu : auto, \(names)",
          en: "--encoding “\(encoding)” is not known: auto, \(names)"))
    }
    return known
  }
}
