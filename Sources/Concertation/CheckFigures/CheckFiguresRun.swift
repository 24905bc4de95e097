internal import Definitions
internal import Export
internal import Statistics
public import SurveyModel

/// Published percentages held against the bases that were published with them.
public struct CheckFiguresRun: Sendable {
  /// One figure, and what arithmetic says of it.
  struct Verdict: Sendable {
    var figure: PublishedFigure
    /// The counts that round to the percentage; `nil`: none does.
    var counts: ClosedRange<Int>?
    /// The nearest bases of which the percentage is possible, where the published one is not.
    var nearest: [Int]
  }

  /// The figures of one survey and base, or the parts of one whole, taken together.
  struct Group: Sendable {
    var survey: String
    var base: Int
    /// Empty: all figures of that base.
    var whole: String
    var size: Int
    /// Parts only: whether their counts can add up to the base.
    var addsUp: Bool?
    /// Parts only: their sum in percent, as published.
    var sum: String?
    /// Whether every figure is possible of this base.
    var isConsistent: Bool
    /// Bases near the published one of which every figure is possible; for parts, add up as well.
    var bases: [Int]
  }

  let verdicts: [Verdict]
  let groups: [Group]
  public let problems: [Problem]

  /// Whether every figure is possible and all parts add up.
  public var isConsistent: Bool {
    verdicts.allSatisfy { $0.counts != nil } && groups.allSatisfy { $0.addsUp != false }
  }

  /// How far from the published base others are looked for: a tenth of it, at least 20 people.
  private static func neighbourhood(_ base: Int) -> ClosedRange<Int> {
    let reach = min(max(20, base / 10), 5_000)
    return max(1, base - reach)...min(PublishedShare.largestBase, base + reach)
  }

  /// - Throws: `Stop` with exit code 3 when the file cannot be read.
  public init(file: String) throws(Stop) {
    let loaded = PublishedFigureList.load(path: file)
    guard let figures = loaded.value else { throw Stop(.input, loaded.problems) }
    problems = loaded.problems
    let shares = figures.map { PublishedShare(digits: $0.digits, decimals: $0.decimals) }
    verdicts = zip(figures, shares).map { figure, share in
      let counts = share?.counts(of: figure.base)
      let nearest =
        counts != nil
        ? []
        : Self.nearest(
          PublishedShares.bases(
            of: [share].compactMap { $0 }, in: Self.neighbourhood(figure.base)),
          to: figure.base, atMost: 6)
      return Verdict(figure: figure, counts: counts, nearest: nearest)
    }
    var keys: [[String]] = []
    var members: [[String]: [Int]] = [:]
    for (index, figure) in figures.enumerated() {
      var wanted = [[figure.survey, String(figure.base), ""]]
      if !figure.whole.isEmpty {
        wanted.append([figure.survey, String(figure.base), figure.whole])
      }
      for key in wanted {
        if members[key] == nil { keys.append(key) }
        members[key, default: []].append(index)
      }
    }
    groups = keys.compactMap { key in
      let indexes = members[key] ?? []
      let isWhole = !key[2].isEmpty
      guard indexes.count > 1 else { return nil }
      let parts = indexes.compactMap { shares[$0] }
      let base = figures[indexes[0]].base
      let near = Self.neighbourhood(base)
      let bases = near.filter { candidate in
        parts.allSatisfy { $0.fits(candidate) }
          && (!isWhole || PublishedShares.canAddUp(parts, to: candidate))
      }
      return Group(
        survey: key[0], base: base, whole: key[2], size: indexes.count,
        addsUp: isWhole ? PublishedShares.canAddUp(parts, to: base) : nil,
        sum: isWhole ? Self.sum(indexes.map { figures[$0] }) : nil,
        isConsistent: parts.allSatisfy { $0.fits(base) },
        bases: Self.nearest(bases, to: base, atMost: 12))
    }
  }

  private static func nearest(_ bases: [Int], to base: Int, atMost count: Int) -> [Int] {
    bases.sorted { (abs($0 - base), $0) < (abs($1 - base), $1) }.prefix(count).sorted()
  }

  /// The sum of percentages, exact.
  private static func sum(_ figures: [PublishedFigure]) -> String {
    let decimals = figures.map(\.decimals).max() ?? 0
    let total = figures.reduce(0) { sum, figure in
      var digits = figure.digits
      for _ in figure.decimals..<max(decimals, figure.decimals) { digits *= 10 }
      return sum + digits
    }
    var text = String(total)
    while text.count <= decimals { text = "0" + text }
    guard decimals > 0 else { return text }
    return text.dropLast(decimals) + "." + text.suffix(decimals)
  }
}
