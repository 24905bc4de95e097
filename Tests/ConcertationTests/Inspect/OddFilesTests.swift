import Foundation
import TestSupport
import Testing

/// Files that are no export, given to every verb that reads one: each says where, what was found and
/// how to mend it, in both languages, and nothing waits, traps or prints what the system says.
@Suite struct OddFilesTests {
  struct Odd: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var code: String
    /// After the path; empty where the file itself is meant.
    var place = ""
    var french: String
    var english: String
    var fix: String
    /// Reading goes on: a warning.
    var isRead = false
    var testDescription: String { name }

    init(
      _ name: String, _ bytes: [UInt8], _ code: String, place: String = "", _ french: String,
      _ english: String, fix: String, isRead: Bool = false
    ) {
      (self.name, self.bytes, self.code, self.place) = (name, bytes, code, place)
      (self.french, self.english, self.fix, self.isRead) = (french, english, fix, isRead)
    }
  }

  static let utf16 = Array("Quartier;Sexe\nNord;F\nSud;H\n".utf8).flatMap {
    (byte: UInt8) -> [UInt8] in [byte, 0]
  }
  static let cases: [Odd] = [
    Odd(
      "empty.csv", [], "E_EMPTY_FILE", "aucune ligne d'en-tête", "no header line",
      fix: "du bon fichier"),
    Odd(
      "blank.csv", Array("\n\n\n".utf8), "E_EMPTY_FILE", "aucune ligne d'en-tête", "no header line",
      fix: "du bon fichier"),
    Odd(
      "page.csv", Array("  <!DOCTYPE html><p>Connexion".utf8), "E_NOT_A_TABLE", "une page web",
      "a web page", fix: "en CSV ou en .xlsx"),
    Odd(
      "report.pdf", Array("%PDF-1.7\n%\u{E2}".utf8), "E_NOT_A_TABLE", "un document PDF", "a PDF",
      fix: "en CSV ou en .xlsx"),
    Odd(
      "picture.csv", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "E_NOT_A_TABLE",
      "une image", "a picture", fix: "en CSV ou en .xlsx"),
    Odd(
      "answers.sav", Array("$FL2@(#) SPSS DATA FILE\0\0\0\0\0\0\0\0\0\0".utf8), "E_NOT_A_TABLE",
      "un fichier SPSS", "an SPSS file", fix: "concertation draft"),
    Odd(
      "export.csv.gz", [0x1F, 0x8B, 8, 0, 0, 0], "E_NOT_A_TABLE", "compressé", "compressed",
      fix: "Décompressez-le"),
    Odd(
      "answers.json", Array("[{\"a\": 1}]".utf8), "E_NOT_A_TABLE", "du JSON", "JSON",
      fix: "en CSV ou en .xlsx"),
    Odd(
      "survey.lss", Array("<?xml version=\"1.0\"?><a/>".utf8), "E_NOT_A_TABLE", "un fichier XML",
      "XML", fix: "concertation draft"),
    Odd(
      "utf16.csv", utf16, "E_UTF16_NO_BOM", place: ":1", "le fichier est en UTF-16",
      "the file is UTF-16", fix: "--encoding utf-16le"),
    Odd(
      "nul.csv", Array("a;b;c;d;e\n1;2;3;\0;5\n".utf8), "E_NUL", place: ":2",
      "un caractère nul (NUL)", "a NUL character", fix: "Refaites l'export"),
    Odd(
      "quotes.csv", [UInt8](repeating: 0x22, count: 11), "E_UNTERMINATED_QUOTE", place: ":1",
      "un guillemet s'ouvre ici", "a quote opens here", fix: "Doublez les guillemets"),
    Odd(
      "cut.xlsx", [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 18), "E_XLSX_DAMAGED",
      "le classeur est abîmé", "damaged or incomplete", fix: "Téléchargez-le de nouveau"),
  ]

  static let questionnaire =
    "questions:\n  - id: sex\n    text: Sexe\n    type: single\n    options: { f: F, h: H }\n"

  static func project(_ file: String, in folder: TemporaryFolder) throws -> String {
    try folder.write("project/q.yaml", questionnaire)
    try folder.write(
      "project/concertation.yaml",
      "title: Essai\nlanguage: fr\nsources:\n  - { id: a, questionnaire: q.yaml, file: \"\(file)\","
        + " sampling: volunteer }\n")
    return folder.path + "/project"
  }

  /// What each verb says of a file, and how it ends.
  static func outcomes(
    of path: String, in folder: TemporaryFolder, language: String = "fr_FR.UTF-8"
  ) throws -> [(verb: String, outcome: Tool.Outcome)] {
    let project = try project(path, in: folder)
    return try [
      ["tabulate", path], ["inspect", path], ["check", project],
      ["run", project, "--out", folder.path + "/results"],
    ].map { ($0[0], try Tool.run($0, language: language)) }
  }

  @Test(arguments: cases)
  func everyVerbSaysWhatItIs(_ odd: Odd) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(odd.name, odd.bytes)
    for (verb, outcome) in try Self.outcomes(of: path, in: folder) {
      let said = outcome.errors.typed
      #expect(outcome.status == (verb == "check" ? 1 : 3), "\(verb): \(said)")
      let lines = said.split(separator: "\n").map(String.init)
      let first = try #require(
        lines.firstIndex { $0.contains("[\(odd.code)]") }, "\(verb): \(said)")
      #expect(lines[first].hasPrefix(path + odd.place + ":"), "\(verb): \(said)")
      #expect(lines[first].contains(odd.french), "\(verb): \(said)")
      #expect(lines[first + 1].hasPrefix("  → ") && lines[first + 1].contains(odd.fix), "\(said)")
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/results"))
    }
    let english = try Tool.run(["tabulate", path], language: "en_GB.UTF-8").errors
    #expect(english.contains(odd.english) && english.contains("[\(odd.code)]"), "\(english)")
  }

  /// A table of answers without a line above them, and one in which nothing can be counted.
  @Test func tablesThatSayTooLittle() throws {
    let folder = try TemporaryFolder()
    let answers = try folder.write(
      "answers.csv", "12;2023-05-01;4\n13;2023-05-02;5\n12;2023-05-03;4\n")
    let said = try Tool.run(["tabulate", answers])
    #expect(said.status == 0)
    #expect(
      said.errors.typed.contains(
        "\(answers):1: attention: la première ligne ressemble à des réponses"), "\(said.errors)")
    #expect(said.errors.contains("ajoutez une ligne d"))
    let english = try Tool.run(["tabulate", answers], language: "en_GB.UTF-8").errors
    #expect(
      english.contains("looks like answers, not like headings") && english.contains("[no-headings]")
    )

    for text in ["age,quartier\n", "Remarque\n"] {
      let path = try folder.write("header.csv", text)
      let outcome = try Tool.run(["tabulate", path])
      let columns = text.contains(",") ? 2 : 1
      #expect(outcome.status == 0)
      #expect(
        outcome.errors.typed.contains(
          "\(path): attention: aucune question à compter parmi \(columns) colonne(s) [nothing-to-tabulate]"
        ), "\(outcome.errors)")
      #expect(outcome.errors.contains("--delimiter") && outcome.errors.contains("[W_HEADER_ONLY]"))
      let english = try Tool.run(["tabulate", path], language: "en_GB.UTF-8").errors
      #expect(english.contains("no question to count among \(columns) column(s)"))
    }
  }

  /// No file at all, in the words of the program and never in those of the system; nothing is waited
  /// for.
  @Test(arguments: ["missing", "folder", "loop", "pipe", "device"])
  func noFileAtAll(_ kind: String) throws {
    let folder = try TemporaryFolder()
    var path = folder.path + "/" + kind + ".csv"
    var words = ["missing": "il n'existe pas"]
    switch kind {
    case "folder":
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
      words[kind] = "un dossier"
    case "loop":
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: kind + ".csv")
      words[kind] = "un lien qui renvoie à lui-même"
    case "pipe":
      #expect(mkfifo(path, 0o600) == 0)
      words[kind] = "un tube dans lequel rien n'écrit"
    case "device":
      path = "/dev/zero"
      words[kind] = "un appareil"
    default: break
    }
    for (verb, outcome) in try Self.outcomes(of: path, in: folder) {
      let said = outcome.errors.typed
      #expect(outcome.status == (verb == "check" ? 1 : 3), "\(verb): \(said)")
      let word = try #require(words[kind])
      let isNamedInProject = verb == "check" || verb == "run"
      #expect(
        said.contains(word) || said.contains("n'est pas un fichier") || isNamedInProject,
        "\(verb): \(said)")
      #expect(said.contains("→") && said.contains(path), "\(verb): \(said)")
      #expect(!said.contains("erreur système"), "\(verb): \(said)")
    }
  }

  /// What another program writes to a pipe is read, though it may be late.
  @Test func pipesAreRead() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/pipe.csv"
    #expect(mkfifo(path, 0o600) == 0)
    let script =
      "(sleep 0.3; printf 'Sexe\\nF\\nH\\n'; sleep 0.3; printf 'F\\nF\\n') > \"$1\" & "
      + "\"$2\" tabulate \"$1\" --format csv; wait"
    let outcome = try Tool.launch("/bin/sh", ["-c", script, "sh", path, Tool.binary])
    #expect(
      outcome.status == 0 && outcome.output.contains("F,3"), "\(outcome.output)\(outcome.errors)")
  }
}
