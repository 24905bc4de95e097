internal import SurveyModel
internal import Tabulation

/// The numbers that a batch remembers: the priorities, and the common questions of the crosswalk.
struct BatchFigures {
  let themes: [Batch.ThemeFigure]
  let common: [Batch.CommonFigure]

  /// - Parameters:
  ///   - published: the same priorities as everybody may see them.
  ///   - pooled: the tables of common questions.
  init(priorities: Table?, published: Table?, pooled: [Table], _ crosswalk: Crosswalk) {
    themes = priorities.map { Self.themes($0, published) } ?? []
    common = pooled.flatMap { Self.common($0, crosswalk) }
  }

  private static func themes(_ table: Table, _ published: Table?) -> [Batch.ThemeFigure] {
    var shown: Set<[String]> = []
    func key(_ item: BannerItem, _ row: StubItem) -> [String] {
      [item.source, item.code ?? "", row.code ?? ""]
    }
    if let published {
      for (row, item) in published.stub.enumerated() {
        for (column, head) in published.banner.enumerated()
        where published.cells[row][column].count != nil { shown.insert(key(head, item)) }
      }
    }
    return table.banner.indices.flatMap { column -> [Batch.ThemeFigure] in
      let item = table.banner[column]
      return table.stub.indices.compactMap { row in
        let cell = table.cells[row][column]
        guard let n = cell.count else { return nil }
        return Batch.ThemeFigure(
          source: item.source, quartier: item.code ?? "", place: item.label.fr,
          theme: table.stub[row].code ?? "", label: table.stub[row].label, n: n,
          base: item.base.n, rank: cell.rank?.position,
          // That nobody said anything is shown, and says nothing.
          isPublic: item.base.n == 0
            ? nil : published.map { _ in shown.contains(key(item, table.stub[row])) })
      }
    }
  }

  private static func common(_ table: Table, _ crosswalk: Crosswalk) -> [Batch.CommonFigure] {
    let question = table.title.fr
    let entries = crosswalk.entries.filter { $0.commonQuestion == question }
    return table.banner.indices.flatMap { column -> [Batch.CommonFigure] in
      let item = table.banner[column]
      return table.stub.indices.map { row in
        let option = table.stub[row].label.fr
        // What is said of the whole question holds for each of its answers.
        let said = entries.filter {
          $0.source == item.source && ($0.option == nil || $0.commonOption == option)
        }
        let order: [Crosswalk.Comparability] = [.no, .partly, .yes]
        let comparable = order.first { verdict in said.contains { $0.comparable == verdict } }
        var notes: [String] = []
        for entry in said where !entry.note.isEmpty && !notes.contains(entry.note) {
          notes.append(entry.note)
        }
        return Batch.CommonFigure(
          source: item.source, question: question, option: option,
          n: table.cells[row][column].count, base: item.base.n, comparable: comparable ?? .yes,
          note: notes.joined(separator: " ; "))
      }
    }
  }
}
