public import SurveyModel
public import Tabulation

/// The document of `tabulate --format json`: a source, and tables row by row, numbers in full.
///
/// A row stands for a line of the table × a column × a kind of percentage. In a cross-tabulation `rows`
/// holds the groups and `total` the whole; in the other tables the whole is among the rows,
/// with `group` null. Means and the like are in `statistics`, which have a `value`.
/// `percent` is unweighted; weighted sources add `weightedN` and `weightedPercent`.
public struct JSONRenderer: TableFileRenderer {
  /// What the export was, where the tables come from one.
  public struct SourceSummary: Sendable, Hashable {
    public var file: String?
    public var records: Int
    public var accepted: Int
    public var excluded: Int
    public var quarantined: Int

    public init(file: String?, ledger: Ledger) {
      self.file = file
      records = ledger.read
      accepted = ledger.accepted
      excluded = ledger.excludedCount
      quarantined = ledger.quarantined.count
    }
  }

  private let sources: [String: SourceSummary]

  /// - Parameter sources: by source id. `source` is written when all tables share one.
  public init(sources: [String: SourceSummary] = [:]) { self.sources = sources }

  public var fileExtension: String { "json" }

  public func render(_ tables: [PublishableTable], in language: Language) -> String {
    String(decoding: bytes(of: tables, in: language), as: UTF8.self)
  }

  public func bytes(of tables: [PublishableTable], in language: Language) -> [UInt8] {
    bytes(of: tables.map { TableLayout($0, language) })
  }

  func bytes(of layouts: [TableLayout]) -> [UInt8] {
    var json = JSONWriter(expandedDepth: 4)
    json.object { json in
      json.field("schema", 1)
      if let first = layouts.first {
        json.field("edition", first.edition.rawValue)
        json.field("notice", first.edition.notice[first.language])
      }
      writeSource(of: layouts.map(\.table), to: &json)
      json.array("tables") { json in
        for layout in layouts { JSONTable(layout).write(to: &json) }
      }
    }
    return json.bytes
  }

  private func writeSource(of tables: [Table], to json: inout JSONWriter) {
    // An export without records has no table, and is still accounted for.
    let ids =
      tables.isEmpty
      ? Set(sources.keys) : Set(tables.flatMap { $0.sources.map(\.id) })
    guard ids.count == 1, let id = ids.first, let source = sources[id] else {
      json.null("source")
      return
    }
    json.object("source") { json in
      json.field("file", source.file)
      json.field("records", source.records)
      json.field("accepted", source.accepted)
      json.field("excluded", source.excluded)
      json.field("quarantined", source.quarantined)
    }
  }
}

/// One table of the document.
private struct JSONTable {
  private let layout: TableLayout
  private let table: Table
  private let language: Language
  private var figures: TableFigures { layout.figures }
  private var isInferred: Bool { layout.isInferred }

  init(_ layout: TableLayout) {
    self.layout = layout
    table = layout.published.table
    language = layout.language
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("question", table.question?.id ?? table.id.name)
      json.field("title", table.title[language])
      json.field("type", table.question?.type)
      json.field("by", table.by?.id)
      json.field("table", table.id.path)
      json.field("kind", table.kind.rawValue)
      writeSources(to: &json)
      writeBases(to: &json)
      let whole = table.banner.indices.filter { table.isWhole($0) }
      let parts = table.banner.indices.filter { !table.isWhole($0) }
      let isCrossed = table.kind == .crossTabulation
      json.array("rows") { json in
        writeRows(columns: isCrossed ? parts : Array(table.banner.indices), to: &json)
      }
      if isCrossed {
        json.array("total") { json in writeRows(columns: whole, to: &json) }
      }
      writeStatistics(to: &json)
      if isInferred { writeTests(to: &json) }
      json.array("notes") { json in
        for note in table.notes { json.value(note[language]) }
      }
    }
  }

  private func writeSources(to json: inout JSONWriter) {
    json.array("sources") { json in
      for source in table.sources {
        json.object { json in
          json.field("id", source.id)
          json.field("label", source.label[language])
          json.field("mode", source.mode)
          json.field("sampling", source.sampling.rawValue)
          if isInferred { json.field("inference", source.inference?.rawValue) }
          json.field("collected", source.collected?[language])
          json.field("population", source.population?[language])
        }
      }
    }
  }

  /// The base of the whole, where there is one whole; then every column with its own.
  private func writeBases(to json: inout JSONWriter) {
    let wholes = table.banner.indices.filter { table.isWhole($0) }
    if wholes.count == 1, let whole = wholes.first {
      write(table.banner[whole].base, "base", to: &json)
      if let mentions = table.banner[whole].mentions { write(mentions, "mentions", to: &json) }
    } else {
      json.null("base")
    }
    json.array("groups") { json in
      for (column, item) in table.banner.enumerated() {
        json.object { json in
          json.field("code", item.code)
          json.field("group", group(column))
          json.field("source", item.source)
          write(item.base, "base", to: &json)
          if let mentions = item.mentions { write(mentions, "mentions", to: &json) }
          if isInferred {
            json.field("letter", item.letter)
            json.field("effectiveSize", item.effective?.size)
            json.field("designEffect", item.effective?.designEffect)
          }
        }
      }
    }
  }

  private func writeTests(to json: inout JSONWriter) {
    json.array("tests") { json in
      for test in table.tests {
        json.object { json in
          json.field("row", test.row)
          json.field("method", test.method.word)
          if case .monteCarlo(let draws, let seed) = test.method {
            json.field("draws", draws)
            json.field("seed", Int(seed))
          }
          json.field("statistic", test.statistic)
          json.array("degreesOfFreedom") { json in
            for value in test.degreesOfFreedom { json.value(value) }
          }
          json.field("p", test.p)
          json.field("adjustedP", test.adjustedP)
          json.field("cramersV", test.cramersV)
          json.field("pem", test.maximalDeviation)
          json.field("n", test.n)
        }
      }
    }
  }

  private func writeInference(
    _ entry: TableFigures.Entry, isFirstShare: Bool, to json: inout JSONWriter
  ) {
    guard isInferred else { return }
    json.field("low", isFirstShare ? entry.interval?.low.real : nil)
    json.field("high", isFirstShare ? entry.interval?.high.real : nil)
    if layout.hasRanks {
      json.field("rankBest", whole(entry.rankRange?.low))
      json.field("rankWorst", whole(entry.rankRange?.high))
    }
    json.field("residual", isFirstShare ? entry.residual?.real : nil)
    json.field("pem", isFirstShare ? entry.maximalDeviation?.real : nil)
    json.array("letters") { json in
      if isFirstShare { for letter in entry.letters { json.value(letter) } }
    }
  }

  private func write(_ base: Base, _ name: String, to json: inout JSONWriter) {
    json.object(name) { json in
      json.field("n", base.protection == nil ? base.n : nil)
      json.field("text", base.text[language])
      json.field("weighted", base.weighted)
      if base.protection != nil { json.field("status", Figure.Status.hiddenCell.rawValue) }
      if let reason = base.reason { json.field("reason", reason[language]) }
    }
  }

  private func group(_ column: Int) -> String? {
    table.isWhole(column) ? nil : table.groupLabel(column)[language]
  }

  private func writeRows(columns: [Int], to json: inout JSONWriter) {
    // What all rows of a column say, all shares of a kind, and all columns of a row.
    let ofColumns = columns.map { columnMembers($0, json) }
    let ofKinds = layout.shareKinds.map { kind in
      (kind: kind, members: json.members { $0.field("percentOf", kind.rawValue) })
    }
    let ofNone = json.members { $0.null("percentOf") }
    for row in table.stub.indices where table.stub[row].kind != .statistic {
      let ofRow = json.members { json in
        json.field("code", table.stub[row].code)
        json.field("label", table.stub[row].label[language])
        json.field("kind", table.stub[row].kind.word)
      }
      let missing = json.members { $0.field("missing", table.stub[row].missingReason?.word) }
      for (place, column) in columns.enumerated() {
        let entry = figures.entries[row][column]
        for index in 0..<max(entry.shares.count, 1) {
          let share = entry.shares.isEmpty ? nil : entry.shares[index]
          json.object { json in
            json.append(ofRow)
            json.append(ofColumns[place])
            json.field("n", whole(entry.count))
            json.field("percent", share?.percent.real)
            json.append(ofKinds.first { $0.kind == share?.of }?.members ?? ofNone)
            writeRest(of: entry, share, isFirst: index == 0, to: &json)
            json.append(missing)
            if let reason = table.reason(row, column) { json.field("reason", reason[language]) }
          }
        }
      }
    }
  }

  private func columnMembers(_ column: Int, _ json: JSONWriter) -> JSONMembers {
    json.members { json in
      json.field("group", group(column))
      json.field("groupCode", table.banner[column].code)
      json.field("source", table.banner[column].source)
    }
  }

  private func writeRest(
    of entry: TableFigures.Entry, _ share: TableFigures.ShareFigures?, isFirst: Bool,
    to json: inout JSONWriter
  ) {
    if layout.isWeighted {
      json.field("weightedN", entry.weightedCount?.real)
      json.field("weightedPercent", share?.weighted?.real)
    }
    if layout.hasRanks {
      json.field("rank", whole(entry.rank))
      json.field("tied", entry.rank?.isTied == true)
    }
    writeInference(entry, isFirstShare: isFirst, to: &json)
    if let notTicked = entry.notTicked {
      json.field("notTicked", whole(notTicked))
      json.field("notDisplayed", whole(entry.notDisplayed))
    }
  }

  private func writeStatistics(to json: inout JSONWriter) {
    let rows = table.stub.indices.filter { table.stub[$0].kind == .statistic }
    json.array("statistics") { json in
      let ofColumns = rows.isEmpty ? [] : table.banner.indices.map { columnMembers($0, json) }
      for row in rows {
        for column in table.banner.indices {
          json.object { json in
            json.field("code", table.stub[row].code)
            json.field("label", table.stub[row].label[language])
            json.append(ofColumns[column])
            let entry = figures.entries[row][column]
            json.field("value", entry.value?.real)
            if isInferred {
              json.field("low", entry.interval?.low.real)
              json.field("high", entry.interval?.high.real)
            }
            if let reason = table.reason(row, column) { json.field("reason", reason[language]) }
          }
        }
      }
    }
  }

  private func whole(_ figure: Figure?) -> Int? {
    if case .whole(let value) = figure?.quantity { value } else { nil }
  }
}

extension TableTest.Method {
  /// The word in JSON.
  var word: String {
    switch self {
    case .pearson: "pearson"
    case .fisher: "fisher"
    case .monteCarlo: "monte-carlo"
    case .raoScott: "rao-scott"
    case .marginalHomogeneity: "marginal-homogeneity"
    }
  }
}
