public import SurveyModel

/// A questionnaire as a survey tool describes it, before a person has declared what the tool does not
/// know (which end of a scale is the good one, what a code of a missing answer means).
public struct ToolQuestionnaire: Sendable {
  public var tool: Bilingual
  public var title: String
  public var questions: [ToolQuestion] = []
  /// What the tool holds and the questionnaire cannot.
  public var remarks: [Bilingual] = []

  init(tool: Bilingual, title: String) {
    self.tool = tool
    self.title = title
  }
}

/// One question of a tool.
public struct ToolQuestion: Sendable {
  public enum Kind: Sendable, Hashable {
    case single, multiple, scale, number, date, ranking, open, personal, ignored
    /// A scale of numbers.
    case range(ClosedRange<Int>)
  }
  public struct Option: Sendable, Hashable {
    public var code: String
    public var label: Bilingual
    /// The value that the tool declares missing; its reason is for a person to say.
    public var isMissing = false
    public init(_ code: String, _ label: Bilingual, isMissing: Bool = false) {
      self.code = code
      self.label = label
      self.isMissing = isMissing
    }
  }
  /// The tool's name of the question.
  public var code: String
  public var text: Bilingual
  public var kind: Kind
  public var options: [Option] = []
  public var allowsOther = false
  /// Columns of the export, by code: one, or several in the order of the options or ranks. Empty:
  /// the export does not name them, and a person must.
  public var columns: [String] = []
  /// The word after `layout:`.
  public var layout: String?
  public var separator: String?
  /// Codes that the tool declares missing for a number.
  public var missing: [String] = []
  /// What a person should know: the tool's type, its condition.
  public var remarks: [Bilingual] = []

  init(_ code: String, _ text: Bilingual, _ kind: Kind) {
    (self.code, self.text, self.kind) = (code, text, kind)
    columns = [code]
  }
}

/// Why a tool's questionnaire cannot be read.
public enum ToolQuestionnaireFailure: Error, Sendable {
  /// The file itself.
  case reading(ReadFailure)
  /// Its contents.
  case problem(Problem)
}

/// Reads the questionnaires that survey tools keep: LimeSurvey `.lss`, XLSForm (a workbook, or its
/// two sheets as CSV), the information sheet of Le Sphinx, SPSS `.sav`.
public enum ToolQuestionnaireReader {
  /// - Parameters:
  ///   - path: the file.
  ///   - choices: the sheet `choices` of an XLSForm, when `path` is its sheet `survey` as CSV.
  /// - Returns: the questionnaire, what identifies a person masked or read past.
  public static func read(
    path: String, choices: String? = nil
  ) throws(ToolQuestionnaireFailure) -> ToolQuestionnaire {
    try readAll(path: path, choices: choices).withoutPersonalData()
  }

  private static func readAll(
    path: String, choices: String?
  ) throws(ToolQuestionnaireFailure) -> ToolQuestionnaire {
    let stem = name(of: path)
    let head = try firstBytes(path)
    if choices == nil {
      if head.starts(with: Array("$FL2".utf8)) || head.starts(with: Array("$FL3".utf8)) {
        return try SPSSFile.questionnaire(path: path, title: stem)
      }
      if String(decoding: head, as: UTF8.self).contains("LimeSurveyDocType") {
        return try LimeSurveyStructure.questionnaire(path: path, title: stem)
      }
    }
    if Workbook.Form(Array(head.prefix(8))) != nil { return try workbook(path, stem) }
    let rows = try rows(path, sheet: nil)
    var list: [[String]]?
    if let choices { list = try self.rows(choices, sheet: nil) }
    if let form = XLSForm(survey: rows, choices: list) {
      return form.questionnaire(title: stem)
    }
    if let sheet = SphinxSheet(rows) { return sheet.questionnaire(headings: nil) }
    throw .problem(.unknownQuestionnaire(path))
  }

  private static func workbook(
    _ path: String, _ stem: String
  ) throws(ToolQuestionnaireFailure) -> ToolQuestionnaire {
    if let survey = try? rows(path, sheet: "survey") {
      let choices = try? rows(path, sheet: "choices")
      if let form = XLSForm(survey: survey, choices: choices) {
        return form.questionnaire(title: stem)
      }
    }
    if let information = try? rows(path, sheet: "information"),
      let sheet = SphinxSheet(information)
    {
      let data = try rows(path, sheet: "1")
      let headings = data.first { row in row.count { !$0.isEmpty } > 1 }
      return sheet.questionnaire(headings: headings)
    }
    throw .problem(.unknownQuestionnaire(path))
  }

  private static func rows(
    _ path: String, sheet: String?
  ) throws(ToolQuestionnaireFailure) -> [[String]] {
    do throws(ReadFailure) {
      return try RecordReader.readAllRows(path: path, options: ReadOptions(sheet: sheet)).rows
    } catch {
      throw .reading(error)
    }
  }

  private static func firstBytes(_ path: String) throws(ToolQuestionnaireFailure) -> [UInt8] {
    do throws(ReadFailure) {
      let source = try ByteSource(path: path)
      return try source.bytes(at: 0, count: 512)
    } catch {
      throw .reading(error)
    }
  }

  private static func name(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}

extension Problem {
  fileprivate static func unknownQuestionnaire(_ path: String) -> Problem {
    Problem(
      .error, "unknown-questionnaire",
      Bilingual(
        fr: "ce n'est pas un questionnaire d'un outil connu",
        en: "this is no questionnaire of a known tool"),
      at: SourceLocation(file: path),
      fix: Bilingual(
        fr:
          "donnez un .lss de LimeSurvey, un XLSForm (.xlsx, ou survey.csv avec --choices choices.csv), "
          + "la feuille information du Sphinx ou un .sav ; pour un export : concertation inspect "
          + "EXPORT --write-questionnaire",
        en:
          "give a .lss of LimeSurvey, an XLSForm (.xlsx, or survey.csv with --choices choices.csv), "
          + "the information sheet of Le Sphinx or a .sav; for an export: concertation inspect "
          + "EXPORT --write-questionnaire"))
  }

  static func damagedQuestionnaire(_ path: String, line: Int?, _ what: Bilingual) -> Problem {
    Problem(
      .error, "damaged-questionnaire", what, at: SourceLocation(file: path, line: line),
      fix: Bilingual(
        fr: "exportez-le de nouveau depuis l'outil", en: "export it again from the tool"))
  }

  static func noSPSSLibrary(_ path: String, _ library: String) -> Problem {
    Problem(
      .error, "no-spss-library",
      Bilingual(
        fr: "un fichier .sav se lit avec \(library), qui n'est pas sur cette machine",
        en: "a .sav file is read with \(library), which is not on this machine"),
      at: SourceLocation(file: path),
      fix: Bilingual(
        fr: "installez le paquet libreadstat1", en: "install the package libreadstat1"))
  }
}
