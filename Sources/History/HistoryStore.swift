internal import GRDB
public import SurveyModel

/// The history of a project as one SQLite file: batches, what they were made of, what they gave, and
/// the releases that were published. Everything in it comes from the files of the state folder, so it
/// can be thrown away and made anew with the same content.
///
/// Tables and views are plain: `sqlite3 history.sqlite 'SELECT * FROM trends'`.
public struct HistoryStore: Sendable {
  private let queue: DatabaseQueue

  /// A release as the state folder holds it.
  public struct Release: Sendable, Hashable {
    public var file: String
    public var hash: String
    public var text: String
    public init(file: String, hash: String, text: String) {
      self.file = file
      self.hash = hash
      self.text = text
    }
  }

  /// What a view gives: headings, then rows.
  public typealias Rows = (headings: [String], rows: [[String]])

  /// Opens the file, which is made when it is not there.
  ///
  /// - Throws: what SQLite says.
  public init(path: String) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try Schema.migrator.migrate(queue)
  }

  /// Takes in what is not there yet, in one transaction: killed in between, nothing of it is kept.
  ///
  /// - Returns: how many batches and releases were new.
  /// - Complexity: O(figures of the new batches).
  @discardableResult
  public func take(_ batches: [Batch], _ releases: [Release]) throws -> Int {
    try queue.write { database in
      var new = 0
      for batch in batches {
        let known = try String.fetchOne(
          database, sql: "SELECT fingerprint FROM batch WHERE number = ?",
          arguments: [batch.number])
        if known == batch.fingerprint { continue }
        // A batch is written once; another content means that the file is of another state folder.
        if known != nil {
          try database.execute(sql: "DELETE FROM batch WHERE number = ?", arguments: [batch.number])
        }
        try insert(batch, database)
        new += 1
      }
      for release in releases {
        try database.execute(
          sql: "INSERT OR IGNORE INTO release (file, sha256, text) VALUES (?, ?, ?)",
          arguments: [release.file, release.hash, release.text])
        new += database.changesCount
      }
      return new
    }
  }

  private func insert(_ batch: Batch, _ database: Database) throws {
    let number = batch.number
    try database.execute(
      sql: "INSERT INTO batch (number, date, fingerprint) VALUES (?, ?, ?)",
      arguments: [number, batch.date, batch.fingerprint])
    for input in batch.inputs {
      try database.execute(
        sql: "INSERT INTO input (batch, kind, file, sha256) VALUES (?, ?, ?, ?)",
        arguments: [number, input.kind, input.file, input.hash])
    }
    for source in batch.sources {
      try database.execute(
        sql: """
          INSERT INTO source (batch, id, label_fr, label_en, sampling, weighted, definition)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          number, source.id, source.label.fr, source.label.en, source.sampling.rawValue,
          source.isWeighted, source.definition,
        ])
    }
    for session in batch.sessions {
      try database.execute(
        sql: """
          INSERT INTO session
            (batch, source, id, form, date, quartier, present, statements, sha256, fate)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          number, session.source, session.id, session.form, session.date, session.quartier,
          session.present, session.statements, session.hash, session.fate,
        ])
    }
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO figure
          (batch, source, quartier, place, theme, label_fr, label_en, n, base, place_rank, public)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for figure in batch.figures {
      try statement.execute(arguments: [
        number, figure.source, figure.quartier, figure.place, figure.theme, figure.label.fr,
        figure.label.en, figure.n, figure.base, figure.rank, figure.isPublic,
      ])
    }
    for figure in batch.common {
      try database.execute(
        sql: """
          INSERT INTO common_figure
            (batch, source, question, option, n, base, comparable, note)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          number, figure.source, figure.question, figure.option, figure.n, figure.base,
          figure.comparable.rawValue, figure.note,
        ])
    }
  }

  /// The rows of one of the views.
  public func rows(of view: Schema.View) throws -> Rows {
    try queue.read { database in
      let cursor = try Row.fetchCursor(database, sql: "SELECT * FROM \(view.rawValue)")
      var rows: [[String]] = []
      while let row = try cursor.next() {
        rows.append(row.databaseValues.map(Self.text))
      }
      return (Array(cursor._statement.columnNames), rows)
    }
  }

  private static func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .null: ""
    case .int64(let number): String(number)
    case .double(let number): String(number)
    case .string(let text): text
    case .blob: ""
    }
  }
}
