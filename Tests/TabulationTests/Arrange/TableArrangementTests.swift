import SurveyModel
import Tabulation
import Testing

@Suite struct TableArrangementTests {
  private let table = Table(
    id: TableID(source: "s", name: "q", by: "g"), kind: .crossTabulation,
    title: Bilingual("Q"), sources: [],
    stub: [
      StubItem(code: "b", label: Bilingual("Bruit"), kind: .option),
      StubItem(code: "e", label: Bilingual("Éclairage"), kind: .option),
      StubItem(code: "d", label: Bilingual("Danger"), kind: .option),
      StubItem(code: "other", label: Bilingual("Autre"), kind: .other),
      StubItem(code: nil, label: Bilingual("N/A"), kind: .missing(.notDisplayed)),
    ],
    banner: [(nil, 10), ("x", 6), ("y", 4)].map { code, n in
      BannerItem(
        code: code, label: Bilingual(code ?? "All"), source: "s",
        base: Base(n: n, text: Bilingual("all")))
    },
    cells: [[2, 1, 1], [5, 4, 1], [0, 0, 0], [3, 1, 2]].map { counts in
      zip(counts, [10, 6, 4]).map {
        Cell(count: $0, shares: [Share(of: .respondents, $0, over: $1)])
      }
    } + [[Cell(count: 1), Cell(count: 0), Cell(count: 1)]])

  private func labels(_ arrangement: TableArrangement) -> [String] {
    table.arranged(arrangement).stub.map(\.label.fr)
  }

  @Test func `other and missing stay behind`() {
    #expect(
      labels(TableArrangement(order: .count)) == [
        "Éclairage", "Bruit", "Danger", "Autre", "N/A",
      ])
    #expect(
      labels(TableArrangement(order: .label)) == [
        "Bruit", "Danger", "Éclairage", "Autre", "N/A",
      ])
    #expect(labels(TableArrangement()) == table.stub.map(\.label.fr))
  }

  @Test func `cells move with their rows`() {
    let arranged = table.arranged(TableArrangement(order: .count))
    #expect(arranged.cells[0].map(\.count) == [5, 4, 1])
    #expect(arranged.cells[4].map(\.count) == [1, 0, 1])
  }

  @Test func `the most frequent rows`() {
    #expect(labels(TableArrangement(order: .count, top: 1)) == ["Éclairage", "N/A"])
    #expect(labels(TableArrangement(top: 2)) == ["Éclairage", "Autre", "N/A"])
    #expect(labels(TableArrangement(top: 4)).count == 5)
    #expect(table.arranged(TableArrangement(top: 3)).notes.count == 1)
  }

  @Test func `shares of the row`() {
    let arranged = table.arranged(TableArrangement(percent: .row))
    #expect(arranged.cells[1].map { $0.share?.percent } == [100, 80, 20])
    #expect(arranged.cells[1].allSatisfy { $0.share?.of == .row })
    #expect(arranged.cells[2].allSatisfy { $0.share?.percent == nil && $0.reason != nil })
  }

  @Test func `shares of everybody`() {
    let arranged = table.arranged(TableArrangement(percent: .total))
    #expect(arranged.cells[1].map { $0.share?.percent } == [50, 40, 10])
    #expect(arranged.banner.map(\.base.n) == table.banner.map(\.base.n))
  }

  @Test func `shares of the column are those of the table`() {
    #expect(table.arranged(TableArrangement()).cells == table.cells)
  }
}
