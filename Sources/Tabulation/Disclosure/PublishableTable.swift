public import SurveyModel

/// A table that may be written, in a stated edition. Renderers take nothing else, so no path of
/// the program writes an unprotected table by omission.
public struct PublishableTable: Sendable {
  public let table: Table
  public let edition: Edition

  /// The table as it is, for the team only.
  public static func workingEdition(_ table: Table) -> PublishableTable {
    PublishableTable(table: table, edition: .working)
  }

  /// A table out of which `Disclosure` has taken what must not be seen; nothing else calls this.
  static func publicEdition(protected table: Table) -> PublishableTable {
    PublishableTable(table: table, edition: .public)
  }

  /// The same table without some of its notes, which the caller prints elsewhere.
  public func omitting(notes: [Bilingual]) -> PublishableTable {
    var table = table
    table.notes.removeAll { notes.contains($0) }
    return PublishableTable(table: table, edition: edition)
  }

  private init(table: Table, edition: Edition) {
    self.table = table
    self.edition = edition
  }
}
