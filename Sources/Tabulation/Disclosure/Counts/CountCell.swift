internal import SurveyModel

/// A number of people that tables print, or that a reader can reckon with: one, however many tables
/// print it.
struct CountCell {
  enum State: Sendable, Hashable {
    /// It is nowhere printed: the people of no column, an unpublished total.
    case unprinted
    case shown
    case hidden(Protection)
  }

  let value: Int
  var state: State = .shown
  /// What a reader knows of it from elsewhere, an earlier release for one.
  var known = 0...CountCell.unlimited
  /// What a reader knows of it before any adding up: it is at least `lower`, at most `upper`.
  var lower = 0
  var upper = CountCell.unlimited
  /// How far from its value a reader must be left guessing, above, below and in all. R2 and R3 of a
  /// small count, R1 of every hidden one.
  var needUp = 0
  var needDown = 0
  var needWidth = 0
  /// What hiding it loses.
  var cost = 1
  /// The cell that holds the base of its column; hidden with it.
  var base: Int?
  /// The cell of the same row that holds the whole.
  var whole: Int?
  /// Of a base: the cell of its quartier's size, and how many people at most did not answer.
  var size: (cell: Int, missing: Int)?
  /// All of its base are in it.
  var isEverybody = false
  /// Nobody, as everybody knows: it is never hidden.
  var isPlain = false
  /// Why it is sensitive; `nil` where it is not.
  var rule: DisclosureRule?

  static let unlimited = 1 << 40

  init(_ value: Int) { self.value = value }

  var isKnown: Bool { state == .shown }
  var isHidden: Bool { if case .hidden = state { true } else { false } }
  /// A reader's guesses must be this far from it.
  var isSensitive: Bool { needUp > 0 || needDown > 0 || needWidth > 1 }

  mutating func demand(up: Int = 0, down: Int = 0, width: Int = 0, _ rule: DisclosureRule?) {
    needUp = max(needUp, up)
    needDown = max(needDown, down)
    needWidth = max(needWidth, width)
    self.rule = self.rule ?? rule
  }
}

/// Why a number is hidden.
public enum DisclosureRule: String, Sendable, Hashable, CaseIterable {
  /// A column of fewer people than the threshold.
  case smallBase = "small-base"
  /// A count of 1 to less than the threshold.
  case smallCount = "small-count"
  /// All but a few people: the few are a small count.
  case smallComplement = "small-complement"
  /// Everybody gave the same answer.
  case unanimous
  /// With an earlier release it would tell how the few new people answered.
  case earlierRelease = "earlier-release"
  /// It would give another one away.
  case complementary
}
