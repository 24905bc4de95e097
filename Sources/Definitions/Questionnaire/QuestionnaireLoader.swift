public import SurveyModel

/// Reads a questionnaire (`surveys/README.md` says how one is written) and everything that is wrong
/// with it, at once.
public enum QuestionnaireLoader {
  /// - Parameter path: the file, as messages will name it.
  public static func load(path: String) -> Loaded<Questionnaire> {
    do throws(YAMLFailure) {
      return load(bytes: try FileReading.bytes(of: path), file: path)
    } catch {
      return Loaded(partial: nil, problems: [error.problem])
    }
  }

  /// - Parameter file: how messages name where the bytes come from.
  public static func load(bytes: [UInt8], file: String) -> Loaded<Questionnaire> {
    let reading = QuestionnaireReading.read(bytes, file: file)
    return Loaded(partial: reading.questionnaire, problems: reading.problems)
  }
}

/// A questionnaire, and what a project must check about it.
struct QuestionnaireReading {
  var questionnaire: Questionnaire?
  var problems: [Problem]
  /// Every theme that an option names.
  var themeUses: [ThemeUse] = []
  /// Questions that ask for the quartier.
  var quartierQuestions: [DeclaredQuestion] = []
  /// Every id that stands in the file, also of questions that could not be read.
  var questionIDs: Set<String> = []
  /// Files that the questionnaire names.
  var files: [DefinitionFile] = []

  struct ThemeUse {
    var theme: String
    var place: SourceLocation
  }

  struct DeclaredQuestion {
    var id: String
    var place: SourceLocation
  }

  static func read(_ bytes: [UInt8], file: String) -> QuestionnaireReading {
    do throws(YAMLFailure) {
      let document = try YAMLDocument(bytes: bytes, file: file)
      var reader = QuestionnaireReader(file: file)
      let questionnaire = reader.questionnaire(document.root)
      return QuestionnaireReading(
        questionnaire: questionnaire,
        problems: sortedByLine(reader.reader.problems) + reader.codeTable.problems,
        themeUses: reader.themeUses, quartierQuestions: reader.quartierQuestions,
        questionIDs: Set(reader.declared.keys), files: reader.files)
    } catch {
      return QuestionnaireReading(questionnaire: nil, problems: [error.problem])
    }
  }
}

/// Problems of one file in the order of its lines; those of one line in the order found.
func sortedByLine(_ problems: [Problem]) -> [Problem] {
  problems.enumerated().sorted { first, second in
    let a = first.element.location?.line ?? 0
    let b = second.element.location?.line ?? 0
    return (a, first.offset) < (b, second.offset)
  }.map(\.element)
}
