internal import SurveyModel
internal import ThemeCoding

/// Proposes a theme, by the project's dictionary, for statements without one. A statement has one
/// theme: the one with most mentions, the first of equal ones.
struct ThemeProposer {
  private var coder: ThemeCoder?

  /// - Parameter book: `nil`, where the codebook has no words, proposes nothing.
  init(_ book: CompiledCodebook?) { coder = book.map { ThemeCoder($0) } }

  /// - Complexity: O(bytes of the statements without a theme).
  mutating func propose(_ set: inout ContributionSet) {
    // Taken out while it works: one owner, so that its words are not copied.
    guard var coder, set.statements.contains(where: { $0.theme == nil }) else { return }
    self.coder = nil
    defer { self.coder = coder }
    for index in set.statements.indices where set.statements[index].theme == nil {
      let coding = coder.code(set.statements[index].text)
      var counts: [(theme: String, count: Int)] = []
      for mention in coding.mentions where coding.themes.contains(mention.theme) {
        if let place = counts.firstIndex(where: { $0.theme == mention.theme }) {
          counts[place].count += 1
        } else {
          counts.append((mention.theme, 1))
        }
      }
      guard let most = counts.map(\.count).max(),
        let theme = counts.first(where: { $0.count == most })?.theme
      else { continue }
      set.statements[index].theme = theme
      set.statements[index].isProposed = true
    }
  }
}
