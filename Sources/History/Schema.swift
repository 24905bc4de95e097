internal import GRDB

/// The tables and views of a history.
public enum Schema {
  /// Views that people and programs read.
  public enum View: String, Sendable, CaseIterable {
    /// Batches with their sessions, people and statements.
    case batches
    /// A theme in a place by a source, batch after batch.
    case trends
    /// The same at the end of each year: the last batch of it.
    case years
    /// Common questions of the crosswalk, batch after batch.
    case common
    case releases
  }

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(sql: tables)
      try database.execute(sql: views)
    }
    migrator.registerMigration("2") { database in
      try database.execute(sql: common)
    }
    return migrator
  }

  private static let tables = """
    CREATE TABLE batch (number INTEGER PRIMARY KEY, date TEXT, fingerprint TEXT NOT NULL);
    CREATE TABLE input (
      batch INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE,
      kind TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL);
    CREATE TABLE source (
      batch INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE,
      id TEXT NOT NULL, label_fr TEXT NOT NULL, label_en TEXT NOT NULL, sampling TEXT NOT NULL,
      weighted INTEGER NOT NULL, definition TEXT NOT NULL, PRIMARY KEY (batch, id)) WITHOUT ROWID;
    CREATE TABLE session (
      batch INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE,
      source TEXT NOT NULL, id TEXT NOT NULL, form TEXT NOT NULL, date TEXT, quartier TEXT,
      present INTEGER, statements INTEGER NOT NULL, sha256 TEXT NOT NULL, fate TEXT NOT NULL,
      PRIMARY KEY (batch, source, id)) WITHOUT ROWID;
    CREATE TABLE figure (
      batch INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE,
      source TEXT NOT NULL, quartier TEXT NOT NULL, place TEXT NOT NULL, theme TEXT NOT NULL,
      label_fr TEXT NOT NULL, label_en TEXT NOT NULL, n INTEGER NOT NULL, base INTEGER NOT NULL,
      place_rank INTEGER, PRIMARY KEY (source, quartier, theme, batch)) WITHOUT ROWID;
    CREATE TABLE release (
      file TEXT NOT NULL, sha256 TEXT NOT NULL, text TEXT NOT NULL,
      PRIMARY KEY (file, sha256)) WITHOUT ROWID;
    """

  private static let common = """
    ALTER TABLE figure ADD COLUMN public INTEGER;
    CREATE TABLE common_figure (
      batch INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE,
      source TEXT NOT NULL, question TEXT NOT NULL, option TEXT NOT NULL, n INTEGER,
      base INTEGER NOT NULL, comparable TEXT NOT NULL, note TEXT NOT NULL,
      PRIMARY KEY (source, question, option, batch)) WITHOUT ROWID;
    DROP VIEW trends;
    CREATE VIEW trends AS
      SELECT source, quartier, place, theme, label_fr, label_en, batch, date, n, base,
        CASE WHEN base > 0 THEN 100.0 * n / base END AS percent, place_rank, public
      FROM figure JOIN batch ON batch.number = figure.batch
      ORDER BY source, quartier, theme, batch;
    CREATE VIEW batch_years AS
      SELECT number,
        (SELECT max(substr(date, 1, 4)) FROM batch AS earlier WHERE earlier.number <= batch.number)
          AS year
      FROM batch;
    CREATE VIEW years AS
      SELECT source, quartier, place, theme, label_fr, label_en, year, batch, n, base, percent,
        place_rank
      FROM trends JOIN batch_years ON number = batch
      WHERE batch = (SELECT max(number) FROM batch_years AS other WHERE other.year = batch_years.year)
      ORDER BY source, quartier, theme, year;
    CREATE VIEW common AS
      SELECT source, question, option, batch, date, n, base,
        CASE WHEN base > 0 THEN 100.0 * n / base END AS percent, comparable, note
      FROM common_figure JOIN batch ON batch.number = common_figure.batch
      ORDER BY question, option, source, batch;
    """

  private static let views = """
    CREATE VIEW batches AS
      SELECT number, date,
        (SELECT count(*) FROM session WHERE batch = number AND fate = 'counts') AS sessions,
        (SELECT coalesce(sum(present), 0) FROM session
          WHERE batch = number AND fate = 'counts') AS present,
        (SELECT coalesce(sum(statements), 0) FROM session
          WHERE batch = number AND fate = 'counts') AS statements,
        (SELECT count(*) FROM session WHERE batch = number AND fate = 'replaced') AS replaced,
        (SELECT count(*) FROM session WHERE batch = number AND fate = 'withdrawn') AS withdrawn
      FROM batch ORDER BY number;
    CREATE VIEW trends AS
      SELECT source, quartier, place, theme, label_fr, label_en, batch, date, n, base,
        CASE WHEN base > 0 THEN 100.0 * n / base END AS percent, place_rank
      FROM figure JOIN batch ON batch.number = figure.batch
      ORDER BY source, quartier, theme, batch;
    CREATE VIEW releases AS
      SELECT file, sha256, length(text) AS characters FROM release ORDER BY file, sha256;
    """
}
