public import SurveyModel
public import Tabulation

/// The tidy data of one chart, in the order in which it is drawn.
public struct ChartData: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Answers to one question, the most frequent first; scales in their own order.
    case rankedBars = "ranked-bars"
    /// Answers over time, a column a day or a month, as tall as people are many.
    case columns
    /// A scale by group, the steps of a bar to both sides of a common line.
    case divergingBars = "diverging-bars"
    /// Themes × quartiers within one source.
    case heatMap = "heat-map"
    /// The themes of the town or of one quartier, source beside source.
    case priorities
    /// The first places of each quartier and source.
    case podium
    /// Priority 1, 2, 3 stacked, an item a bar.
    case stackedRanks = "stacked-ranks"
    /// Shares over time, an answer a panel; the groups are the points in time.
    case lines
  }

  /// The file's name without its folder and ending.
  public var name: String
  public var kind: Kind
  public var language: Language
  public var title: String
  /// What the numbers are: `% des répondants`.
  public var measure: String
  /// Who may see it, as a word of a data file and as a line of print.
  public var edition: String
  public var notice: String
  /// The table that it is drawn from.
  public var table: TableID
  /// What everybody together is called: "Ensemble".
  public var whole: String
  /// Which end of a scale is the good one.
  public var best: OrdinalScale.BestEnd?
  /// One mark a record.
  public var marks: [Mark]
  /// Printed at the ends of bars: the boxes of a scale, an item cited at any rank.
  public var totals: [Mark] = []
  /// Groups that have nothing to draw, with the reason.
  public var gaps: [Mark] = []
  /// Who is the 100 %, where it comes from, what letters stand for.
  public var foot: [String]

  /// A bar, a segment or a tile.
  public struct Mark: Sendable, Hashable {
    /// Of the answer; of a date its ISO 8601 form.
    public var code: String?
    public var label: String
    /// The quartier or group; `nil` for the whole.
    public var group: String?
    /// What distinguishes the parts of one bar: a priority.
    public var series: String?
    public var source: String
    public var sourceLabel: String
    public var count: Figure?
    public var share: Figure?
    public var rank: Figure?
    /// The interval of the share, where the sampling allows one.
    public var interval: TableFigures.Range?
    public var base: Figure
    public var baseText: String
    public var reason: String?
    /// What stands where a number is lacking: `(a)`.
    public var reasonLetter: String
    /// The number of its theme's colour; `nil` where it raises none.
    public var colour: Int?
    /// Answers outside the list.
    public var isOther: Bool

    /// Statements of sessions, which are no people.
    var countsStatements: Bool { share?.measure == .percent(.statements) }

    /// The ends of the interval.
    var low: Figure? { interval?.low }
    var high: Figure? { interval?.high }
  }

  /// `charts/<name>.csv`: comma, decimal point, LF, fixed English headings.
  public var csv: [UInt8] {
    var writer = CSVWriter(.international)
    let headings = [
      "edition", "chart", "kind", "title", "order", "code", "label", "group", "series", "source",
      "n", "percent", "percent_of", "weighted", "low", "high", "rank", "tied", "base", "base_text",
      "reason",
    ]
    writer.record(headings.map { .text($0) })
    // What every record says.
    let start = writer.ready([.text(edition), .text(name), .text(kind.rawValue), .text(title)])
    let flags = [false, true].map { writer.ready([.text($0 ? "true" : "false")]) }
    for (order, mark) in marks.enumerated() {
      let share = mark.share?.measure
      writer.append(start)
      writer.append(order + 1)
      writer.append(Self.text(mark.code))
      writer.append(.text(mark.label))
      writer.append(Self.text(mark.group))
      writer.append(Self.text(mark.series))
      writer.append(.text(mark.source))
      writer.append(mark.count)
      writer.append(mark.share)
      writer.append(Self.text(share?.shareOf))
      writer.append(flags[share?.isWeighted == true ? 1 : 0])
      writer.append(mark.low)
      writer.append(mark.high)
      writer.append(mark.rank)
      writer.append(mark.rank?.quantity == nil ? .empty : flags[mark.rank?.isTied == true ? 1 : 0])
      writer.append(mark.base)
      writer.append(.text(mark.baseText))
      writer.append(Self.text(mark.reason))
      writer.endRecord()
    }
    return writer.bytes
  }

  private static func text(_ text: String?) -> CSVValue { text.map { .text($0) } ?? .empty }
}

extension Figure.Measure {
  var shareOf: String? {
    switch self {
    case .percent(let of), .weightedPercent(let of): of.rawValue
    default: nil
    }
  }

  var isWeighted: Bool {
    if case .weightedPercent = self { true } else { false }
  }
}
