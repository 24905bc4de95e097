internal import Definitions
internal import Export
internal import Ingestion
public import SurveyModel
internal import ThemeCoding

/// How well a codebook codes answers that a person coded: precision and recall, theme by theme.
public struct CodebookEvaluation: Sendable {
  /// What was noticed in the definitions.
  public let problems: [Problem]
  private let themes: [Theme]
  private let corpus: HandCodedCorpus
  private let codebook: Codebook
  private let scored: CodingQuality
  private let ironic: CodingQuality

  /// - Parameters:
  ///   - path: a project, or a list of themes alone (`….yaml`).
  ///   - file: the coded answers: `id,text,themes,irony`.
  public init(codebook path: String, corpus file: String) throws(Stop) {
    let loaded = CodebookFile.load(path)
    guard let codebook = loaded.value else { throw Stop(.input, loaded.problems) }
    let rows: [[String]]
    do throws(ReadFailure) {
      rows = try RecordReader.readAllRows(path: file).rows
    } catch {
      throw Stop(error, name: file)
    }
    let (corpus, problems) = HandCodedCorpus.read(rows, file: file)
    guard let corpus else { throw Stop(.input, problems) }
    self.problems = loaded.problems + problems
    self.corpus = corpus
    self.codebook = codebook
    themes = codebook.themes
    (scored, ironic) = corpus.evaluate(codebook)
  }

  /// F1 over all codes of all themes; `nil` where nobody gave any.
  public var microF1: Double? { scored.f1 }

  /// The table as the terminal shows it.
  ///
  /// - Parameter withDifferences: the answers that are coded otherwise too.
  public func screen(_ language: Language, withDifferences: Bool = false) -> String {
    let french = language == .french
    var table = TextTable(
      headings: french
        ? ["thème", "codés", "précision", "rappel", "F1", "en trop", "oubliés"]
        : ["theme", "coded", "precision", "recall", "F1", "extra", "missed"])
    for row in scored.themes {
      let label = themes.first { $0.id == row.theme }?.label[language] ?? row.theme
      table.add([
        label, String(row.positives), percent(row.precision, language),
        percent(row.recall, language), percent(row.f1, language), String(row.extra),
        String(row.missed),
      ])
    }
    table.add([
      french ? "Ensemble (micro)" : "All (micro)",
      String(scored.themes.reduce(0) { $0 + $1.positives }), percent(scored.precision, language),
      percent(scored.recall, language), percent(scored.f1, language),
      String(scored.themes.reduce(0) { $0 + $1.extra }),
      String(scored.themes.reduce(0) { $0 + $1.missed }),
    ])
    var out = table.text
    out +=
      french
      ? "\n\(scored.count) réponses codées à la main.\n"
      : "\n\(scored.count) answers coded by hand.\n"
    if ironic.count > 0 {
      let right = ironic.themes.reduce(0) { $0 + $1.both }
      let wanted = ironic.themes.reduce(0) { $0 + $1.positives }
      out +=
        french
        ? "Ironie, hors calcul : \(ironic.count) réponses, \(right) thèmes trouvés sur \(wanted).\n"
        : "Irony, not scored: \(ironic.count) answers, \(right) themes found of \(wanted).\n"
    }
    if withDifferences { out += differences(language) }
    return out
  }

  private func differences(_ language: Language) -> String {
    var out = "\n"
    var coder = ThemeCoder(codebook)
    for difference in corpus.differences(codebook) {
      let mentions = coder.code(difference.answer.text).mentions
      let extra = difference.extra.map { theme in
        let rules = mentions.filter { $0.theme == theme }.map { mention in
          mention.rule + (mention.readAs.map { " ~ \($0)" } ?? "")
        }
        return "+\(theme) (\(rules.joined(separator: ", ")))"
      }
      let parts = extra + difference.missed.map { "-" + $0 }
      out += "\(difference.answer.id)  \(parts.joined(separator: " "))  \(difference.answer.text)\n"
    }
    return out
  }
}

/// A share as the terminal shows it; `–` for an empty base.
func percent(_ share: Double?, _ language: Language, decimals: Int = 1) -> String {
  share.map { NumberText.percent($0 * 100, decimals: decimals, in: language) } ?? "–"
}

/// A codebook by its project or by its own file.
enum CodebookFile {
  static func load(_ path: String) -> Loaded<Codebook> {
    if path.hasSuffix(".yaml"), !path.hasSuffix("/" + ProjectLoader.fileName),
      path != ProjectLoader.fileName
    {
      return CodebookLoader.load(path: path)
    }
    let project = ProjectLoader.load(path: path)
    return Loaded(partial: project.partial?.codebook, problems: project.problems)
  }
}
