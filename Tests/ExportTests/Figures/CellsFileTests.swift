import Foundation
import SurveyModel
import Tabulation
import Testing

@testable import Export

@Suite struct CellsFileTests {
  @Test(arguments: RendererTests.tables.indices)
  func asRecorded(_ index: Int) throws {
    let (name, table) = RendererTests.tables[index]
    try Golden.check(cellsFile(of: [table], in: .french), "cells/\(name).csv")
  }

  /// Numbers printed for people, in every column but the labels: each is listed, with the
  /// text in which it is printed.
  @Test(arguments: RendererTests.tables.indices, Language.allCases)
  func everyNumberOfTheMarkdownIsListed(_ index: Int, _ language: Language) throws {
    let table = RendererTests.tables[index].1
    let listed = Self.printed(cellsFile(of: [table], in: .french))
    let text = MarkdownRenderer().render(table, in: language)
    var found = 0
    for block in text.split(separator: "\n\n") where block.hasPrefix("|") {
      for line in block.split(separator: "\n").dropFirst(2) {
        for cell in line.split(separator: " | ").dropFirst() {
          // An interval is two numbers, behind a mean three.
          let ends = cell.split(
            separator: language == .french ? /\[|;|\]/ : /\[|, |\]/, omittingEmptySubsequences: true
          )
          for end in ends {
            guard let number = Self.plain(end, language) else { continue }
            #expect(listed.contains(number), "\(cell) in \(line)")
            found += 1
          }
        }
      }
    }
    #expect(found > table.table.stub.count)
  }

  /// The base in the head of a table, too.
  @Test func theHeadPrintsListedNumbersOnly() {
    let text = MarkdownRenderer().render(SampleTables.multiple, in: .french)
    let listed = Self.printed(cellsFile(of: [SampleTables.multiple], in: .french))
    let base = text.split(separator: "\n").first { $0.hasPrefix("- Base") }
    let numbers = (base ?? "").matches(of: /[0-9]+/).map { String($0.output) }
    #expect(numbers == ["157", "206"] && listed.isSuperset(of: numbers))
  }

  @Test func whatIsNotShownHasNoValue() {
    let rows = cellsFile(of: [SampleTables.crossed, SampleTables.priorities], in: .french).split(
      separator: "\n")
    let hidden = rows.filter { $0.contains("no-base") || $0.contains("not-allowed") }
    #expect(!hidden.isEmpty)
    for row in hidden {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      #expect(cells[cells.count - 2].isEmpty && cells[cells.count - 5].isEmpty, "\(row)")
    }
  }

  @Test func chartsDrawListedNumbersOnly() {
    for (_, table) in RendererTests.tables {
      let figures = figures(of: table)
      let all = Set(figures.columns.flatMap(\.all) + figures.entries.flatMap { $0.flatMap(\.all) })
      for mark in charts(of: [table], in: .french).flatMap(\.marks) {
        let drawn = [mark.count, mark.share, mark.rank, mark.base].compactMap { $0 }
        #expect(all.isSuperset(of: drawn))
      }
    }
  }

  static func printed(_ cells: String) -> Set<String> {
    Set(
      cells.split(separator: "\n").dropFirst().compactMap { line in
        line.split(separator: ",", omittingEmptySubsequences: false).dropLast().last.map {
          String($0)
        }
      })
  }

  /// A printed number in the plain form of `cells.csv`; `nil` for letters and blanks.
  static func plain(_ cell: Substring, _ language: Language) -> String? {
    var text = cell.filter { !" |%=\u{A0}\u{202F}".contains($0) }
    if language == .english { text = text.filter { $0 != "," } }
    text = text.replacing(",", with: ".")
    return text.contains(where: \.isNumber) && !text.hasPrefix("(") ? text : nil
  }
}
