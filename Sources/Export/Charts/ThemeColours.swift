public import SurveyModel
public import Tabulation

/// The number of each theme's colour, the same in every chart of a batch: the place of the theme,
/// or of the group that is ranked for it, in the codebook.
public struct ThemeColours: Sendable, Hashable {
  private var numbers: [String: Int] = [:]

  public init(_ codebook: Codebook) {
    var next = 0
    for group in codebook.groups {
      numbers[group.id] = next
      for theme in group.themes where numbers[theme] == nil { numbers[theme] = next }
      next += 1
    }
    for theme in codebook.themes where numbers[theme.id] == nil {
      numbers[theme.id] = next
      next += 1
    }
  }

  /// Without a codebook: themes in the order in which the tables name them.
  public init(of tables: [PublishableTable]) {
    for item in tables.lazy.flatMap(\.table.stub) {
      guard let theme = item.kind == .theme ? item.code : item.theme, numbers[theme] == nil
      else { continue }
      numbers[theme] = numbers.count
    }
  }

  /// `nil` for answers that raise no theme.
  subscript(item: StubItem) -> Int? {
    (item.kind == .theme ? item.code : item.theme).flatMap { numbers[$0] }
  }
}
