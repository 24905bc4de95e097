internal import SurveyModel

/// What an earlier public edition showed: with the next one it tells how the people answered who
/// came in between.
public struct PublishedFigures: Sendable, Hashable {
  /// A number of people as a public edition prints it.
  public struct Key: Sendable, Hashable {
    /// The table's path: `online/wellbeing--by-quartier`.
    public var table: String
    /// The row's name; empty for the base of a column.
    public var row: String
    /// The column's code; empty for the whole.
    public var column: String
    public var source: String
    /// `n`, `base` or `mentions`.
    public var measure: String

    public init(table: String, row: String, column: String, source: String, measure: String) {
      self.table = table
      self.row = row
      self.column = column
      self.source = source
      self.measure = measure
    }
  }

  /// What the release is called.
  public var name: String
  public var values: [Key: Int]

  public init(name: String, values: [Key: Int]) {
    self.name = name
    self.values = values
  }

  /// All that these tables show.
  public init(name: String, of tables: [PublishableTable]) {
    self.init(name: name, values: [:])
    for publishable in tables {
      let table = publishable.table
      for (column, item) in table.banner.enumerated() {
        func key(_ row: String, _ measure: String) -> Key {
          Key(
            table: table.id.path, row: row, column: item.code ?? "", source: item.source,
            measure: measure)
        }
        if item.base.protection == nil { values[key("", "base")] = item.base.n }
        if let mentions = item.mentions, mentions.protection == nil {
          values[key("", "mentions")] = mentions.n
        }
        for (row, stub) in table.stub.enumerated() {
          let cell = table.cells[row][column]
          if cell.protection == nil, let count = cell.count {
            values[key(stub.name, "n")] = count
          }
        }
      }
    }
  }
}
