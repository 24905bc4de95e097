public import SurveyModel

/// Common questions of several surveys, side by side: a column a source, each on its own base. They
/// are never added up or averaged; what cannot be compared is said and has no number.
public struct PooledTables: Sendable {
  private let datasets: [Dataset]
  private let crosswalk: Crosswalk

  /// - Parameter crosswalk: as the project checked it: sources, questions and options exist.
  public init(_ datasets: [Dataset], _ crosswalk: Crosswalk) {
    self.datasets = datasets
    self.crosswalk = crosswalk
  }

  /// One table a common question, in the order of the crosswalk.
  public var all: [Table] { crosswalk.questions.compactMap(table) }

  private struct Column {
    var dataset: Dataset
    var question: Question
    var slice: Tally.Slice
    /// The rows that some option of the source leads to.
    var offered: Set<Int>
    /// Why a row, or the whole column, cannot be compared.
    var refused: [Int: Bilingual]
    var whole: Bilingual?
  }

  private func table(_ name: String) -> Table? {
    let entries = crosswalk.entries.filter { $0.commonQuestion == name }
    var rows: [String] = []
    for option in entries.compactMap(\.commonOption) where !rows.contains(option) {
      rows.append(option)
    }
    let columns = datasets.compactMap { dataset in
      column(dataset, entries.filter { $0.source == dataset.source.id }, rows)
    }
    guard !columns.isEmpty, !rows.isEmpty else { return nil }
    let title = Bilingual(name)
    let cells = rows.indices.map { row in columns.map { cell($0, row) } }
    return Table(
      id: TableID(source: nil, name: "commun-" + FileStem.of(name)), kind: .pooled, title: title,
      question: QuestionReference(id: name, text: title, type: "pooled"),
      sources: columns.map(\.dataset.source),
      stub: rows.map {
        StubItem(code: FileStem.of($0), label: Bilingual($0), kind: .option)
      },
      banner: columns.map(banner), cells: cells, notes: notes(entries, columns))
  }

  private func column(
    _ dataset: Dataset, _ entries: [Crosswalk.Entry], _ rows: [String]
  ) -> Column? {
    guard let first = entries.first, let index = dataset.index(of: first.question),
      let view = AnswerView(dataset.answers[index])
    else { return nil }
    let question = dataset.questionnaire.questions[index]
    let codes = question.stub(quartiers: dataset.quartiers).map(\.code)
    var targets = [[Int]](repeating: [], count: view.rowCount)
    var refused: [Int: Bilingual] = [:]
    for entry in entries {
      guard let option = entry.option, let common = entry.commonOption,
        let row = rows.firstIndex(of: common), let code = codes.firstIndex(of: option)
      else { continue }
      targets[code].append(row)
      if entry.comparable == .no { refused[row] = Self.notComparable(entry.note) }
    }
    let tally = Tally(
      view.regrouped(targets, rowCount: rows.count), by: nil, weights: dataset.weights)
    let whole = entries.first { $0.option == nil && $0.comparable == .no }
    return Column(
      dataset: dataset, question: question, slice: tally.slices[0],
      offered: Set(targets.joined()), refused: refused,
      whole: whole.map { Self.notComparable($0.note) })
  }

  private func banner(_ column: Column) -> BannerItem {
    let dataset = column.dataset
    return BannerItem(
      code: dataset.source.id, label: dataset.source.label, source: dataset.source.id,
      base: Base(
        n: column.slice.answered,
        weighted: dataset.weights.map { _ in column.slice.weightedAnswered },
        text: Bases(dataset: dataset).respondents(column.question),
        reason: column.slice.answered == 0 ? Bases.nobody : nil))
  }

  private func cell(_ column: Column, _ row: Int) -> Cell {
    if let reason = column.whole ?? column.refused[row] { return Cell(reason: reason) }
    guard column.offered.contains(row) else { return Cell(reason: Self.notOffered) }
    return Counting(isWeighted: column.dataset.weights != nil).cell(
      column.slice.rows[row], column.slice.weightedRows[row], [.respondents], column.slice)
  }

  // MARK: words

  private static let notOffered = Bilingual(
    fr: "modalité que cette source ne proposait pas", en: "option that this source did not offer")

  private static func notComparable(_ note: String) -> Bilingual {
    Bilingual(fr: "non comparable : \(note)", en: "not comparable: \(note)")
  }

  private func notes(_ entries: [Crosswalk.Entry], _ columns: [Column]) -> [Bilingual] {
    var notes = [
      Bilingual(
        fr:
          "Chaque source est lue seule : les parts portent sur ses propres répondants ; elles ne s'additionnent pas et ne se moyennent pas.",
        en:
          "Each source is read alone: shares are of its own respondents; they neither add up nor average."
      )
    ]
    for column in columns {
      let label = column.dataset.source.label
      let name = column.question.label ?? column.question.text
      notes.append(
        Bilingual(
          fr: "\(label.fr) : question « \(name.fr) ».", en: "\(label.en): question “\(name.en)”."))
      for entry in entries where entry.source == column.dataset.source.id && !entry.note.isEmpty {
        let about = entry.commonOption.map { (fr: " (« \($0) »)", en: " (“\($0)”)") }
        let verdict: (fr: String, en: String) =
          switch entry.comparable {
          case .yes: ("", "")
          case .partly: ("en partie comparable, ", "partly comparable, ")
          case .no: ("non comparable, ", "not comparable, ")
          }
        notes.append(
          Bilingual(
            fr: "\(label.fr)\(about?.fr ?? "") : \(verdict.fr)\(entry.note)",
            en: "\(label.en)\(about?.en ?? ""): \(verdict.en)\(entry.note)"))
      }
      let outside = entries.filter {
        $0.source == column.dataset.source.id && $0.option != nil && $0.commonOption == nil
      }
      if !outside.isEmpty {
        let list = outside.compactMap(\.option).joined(separator: ", ")
        notes.append(
          Bilingual(
            fr: "\(label.fr) : dans la base seulement : \(list).",
            en: "\(label.en): in the base only: \(list)."))
      }
      if let weights = column.dataset.weightNote {
        notes.append(
          Bilingual(fr: "\(label.fr) : \(weights.fr)", en: "\(label.en): \(weights.en)"))
      }
    }
    return notes
  }
}

/// A label as a part of file names: `satisfaction-generale`.
enum FileStem {
  static func of(_ label: String) -> String {
    let words = foldedPlace(label).unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9") ~= scalar)
        ? String(scalar) : "-"
    }.joined()
    return String(words.split(separator: "-").joined(separator: "-").prefix(60))
  }
}
