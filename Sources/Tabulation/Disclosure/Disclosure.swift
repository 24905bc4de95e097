internal import SurveyModel

/// Makes the public edition: all tables of a batch at once, since what one of them hides another
/// must not give away.
///
/// Rows come from definitions alone: values that respondents gave are put in classes first
/// (`PublicForm`). Primary: columns of fewer people than `base`; counts of 1 to `cell` − 1, those that
/// lack as few to their base, and answers that everybody gave. Complementary: as many other cells as leave a
/// reader guessing far enough (`CountCell`), found grid by grid and audited by `GridFlow`. Numbers made
/// from hidden ones go with them (`DerivedFigure`).
public struct Disclosure: Sendable {
  public let thresholds: DisclosureThresholds

  public init(_ thresholds: DisclosureThresholds = DisclosureThresholds()) {
    self.thresholds = thresholds
  }

  /// The tables as everybody may see them, in the same order.
  ///
  /// - Complexity: O(cells) where little is hidden; each hidden cell costs a search over its table.
  public func publicEdition(of tables: [Table]) -> [PublishableTable] {
    publicEdition(of: tables, after: []).tables
  }

  /// The same, with what it withholds; `releases` are what was published before.
  public func publicEdition(
    of tables: [Table], after releases: [PublishedFigures]
  ) -> (tables: [PublishableTable], account: DisclosureAccount) {
    let form = PublicForm(thresholds: thresholds, releases: releases)
    let tables = tables.map(form.of)
    var system = CountSystem(thresholds)
    let counts = system.add(tables)
    let refused = system.heed(releases, tables, counts)
    system.protect()
    var account = DisclosureAccount(system, tables, counts)
    account.refused = refused
    let out = zip(tables, counts).map { table, counts in
      PublishableTable.publicEdition(
        protected: TableProtector(system: system, counts: counts, table: table).protected())
    }
    return (out, account)
  }
}
