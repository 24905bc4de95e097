public import SurveyModel
public import Tabulation

/// What changed between two batches, as people read it: sentences first, then the numbers of every theme
/// that moved, both sides in one line.
public struct ChangesPage: Sendable {
  private let comparison: BatchComparison
  private let language: Language

  public init(_ comparison: BatchComparison, in language: Language) {
    self.comparison = comparison
    self.language = language
  }

  private var title: String { Typography.set(comparison.title[language], language) }

  /// For the terminal, sentences only.
  public var text: String {
    title + "\n"
      + comparison.parts.map { part in
        "\n" + Typography.set(part.heading[language], language) + "\n"
          + part.sentences.map {
            "  " + SafeText.neutralised(Typography.set($0[language], language)) + "\n"
          }.joined()
      }.joined()
  }

  public var markdown: String {
    var out = "# " + escaped(title) + "\n\n"
    out += "**" + escaped(Edition.working.notice[language]) + "**\n\n"
    for part in comparison.parts {
      out += "## " + escaped(part.heading[language]) + "\n\n"
      for sentence in part.sentences { out += "- " + escaped(sentence[language]) + "\n" }
      out += "\n"
    }
    let moves = comparison.moves
    if moves.isEmpty { return out }
    let french = language == .french
    let sides = french ? ("avant", "maintenant") : ("before", "now")
    let heads =
      french
      ? ["Source", "Lieu", "Thème", sides.0, "rang", sides.1, "rang"]
      : ["Source", "Place", "Theme", sides.0, "rank", sides.1, "rank"]
    out += "## " + (french ? "Thème par thème" : "Theme by theme") + "\n\n"
    out += "| " + heads.joined(separator: " | ") + " |\n"
    out += "|:--|:--|:--|--:|--:|--:|--:|\n"
    for move in moves {
      let cells = [
        escaped(move.source[language]), escaped(move.place[language]),
        escaped(move.theme[language]),
        count(move.before), rank(move.before), count(move.now), rank(move.now),
      ]
      out += "| " + cells.joined(separator: " | ") + " |\n"
    }
    return out
  }

  private func escaped(_ text: String) -> String {
    MarkdownText.escaped(Typography.set(text, language))
  }

  private func count(_ figure: Batch.ThemeFigure?) -> String {
    guard let figure else { return "–" }
    let n = NumberText.whole(figure.n, in: language)
    return n + (language == .french ? " sur " : " of ")
      + NumberText.whole(figure.base, in: language)
  }

  private func rank(_ figure: Batch.ThemeFigure?) -> String {
    figure?.rank.map(String.init) ?? "–"
  }
}
