internal import Ingestion
public import SurveyModel

/// A batch as the state folder keeps it: CSV, a record a fact, its kind first. What is in it makes the
/// history anew.
public enum BatchText {
  private static let version = "1"

  public static func text(_ batch: Batch) -> String {
    var records: [[String]] = [
      ["batch", version, String(batch.number), batch.date ?? "", batch.fingerprint]
    ]
    records += batch.inputs.map { ["input", $0.kind, $0.file, $0.hash] }
    records += batch.sources.map {
      [
        "source", $0.id, $0.label.fr, $0.label.en, $0.sampling.rawValue,
        $0.isWeighted ? "weighted" : "", $0.definition,
      ]
    }
    records += batch.sessions.map { session in
      [
        "session", session.source, session.id, session.form, session.date ?? "",
        session.quartier ?? "", session.present.map(String.init) ?? "",
        String(session.statements), session.hash, session.fate,
      ]
    }
    records += batch.figures.map { figure in
      [
        "figure", figure.source, figure.quartier, figure.place, figure.theme, figure.label.fr,
        figure.label.en, String(figure.n), String(figure.base),
        figure.rank.map(String.init) ?? "",
        figure.isPublic.map { $0 ? "shown" : "hidden" } ?? "",
      ]
    }
    records += batch.common.map { figure in
      [
        "common", figure.source, figure.question, figure.option,
        figure.n.map(String.init) ?? "", String(figure.base), figure.comparable.rawValue,
        figure.note,
      ]
    }
    return records.map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
  }

  /// - Returns: `nil` where the bytes are no batch of this version.
  public static func batch(_ bytes: [UInt8]) -> Batch? {
    let options = ReadOptions(delimiter: UInt8(ascii: ","), encoding: .utf8)
    guard let rows = try? RecordReader.readAllRows(bytes: bytes, options: options).rows,
      let head = rows.first, head.count >= 5, head[0] == "batch", head[1] == version,
      let number = Int(head[2])
    else { return nil }
    var batch = Batch(number: number, date: some(head[3]), fingerprint: head[4])
    for row in rows.dropFirst() {
      switch (row.first, row.count) {
      case ("input", 4...):
        batch.inputs.append(Batch.Input(kind: row[1], file: row[2], hash: row[3]))
      case ("source", 7...):
        batch.sources.append(
          Batch.SourceState(
            id: row[1], label: Bilingual(fr: row[2], en: row[3]),
            sampling: SamplingKind(rawValue: row[4]) ?? .unknown, isWeighted: !row[5].isEmpty,
            definition: row[6]))
      case ("session", 10...):
        batch.sessions.append(
          Batch.SessionState(
            source: row[1], id: row[2], form: row[3], date: some(row[4]), quartier: some(row[5]),
            present: Int(row[6]), statements: Int(row[7]) ?? 0, hash: row[8], fate: row[9]))
      case ("figure", 9...):
        batch.figures.append(
          Batch.ThemeFigure(
            source: row[1], quartier: row[2], place: row[3], theme: row[4],
            label: Bilingual(fr: row[5], en: row[6]), n: Int(row[7]) ?? 0, base: Int(row[8]) ?? 0,
            rank: row.count > 9 ? Int(row[9]) : nil,
            isPublic: row.count > 10 ? isShown(row[10]) : nil))
      case ("common", 8...):
        batch.common.append(
          Batch.CommonFigure(
            source: row[1], question: row[2], option: row[3], n: Int(row[4]),
            base: Int(row[5]) ?? 0,
            comparable: Crosswalk.Comparability(rawValue: row[6]) ?? .no, note: row[7]))
      default: return nil
      }
    }
    return batch
  }

  private static func isShown(_ word: String) -> Bool? {
    word == "shown" ? true : word == "hidden" ? false : nil
  }

  private static func some(_ text: String) -> String? { text.isEmpty ? nil : text }

  private static func quoted(_ text: String) -> String {
    text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D })
      || text.first == " "
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
