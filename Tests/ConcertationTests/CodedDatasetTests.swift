import Foundation
import TestSupport
import Testing

/// The coded datasets, read back by R's haven and by PSPP. Where one is absent, its test is skipped
/// and says so.
@Suite struct CodedDatasetTests {
  static let hasHaven =
    (try? Tool.launch("/usr/bin/env", ["Rscript", "-e", "library(haven)"]))?.status == 0
  static let hasPSPP = (try? Tool.launch("/usr/bin/env", ["pspp", "--version"]))?.status == 0

  static func data() throws -> String {
    try Runs.shared.folder(ExpectedFigures.project) + "/working/data"
  }

  /// The values of each variable, record by record, as R reads them.
  static func read(_ file: String) throws -> [String: [Double?]] {
    let script = """
      suppressMessages(library(haven))
      d <- read_sav(commandArgs(TRUE)[1], user_na = TRUE)
      write.table(data.frame(lapply(d, as.numeric)), sep = ",", na = "", row.names = FALSE,
        quote = FALSE)
      """
    let result = try Tool.launch("/usr/bin/env", ["Rscript", "-e", script, file])
    #expect(result.status == 0, "\(result.errors)")
    let records = SimpleCSV.records(result.output)
    var columns: [String: [Double?]] = [:]
    for (index, name) in (records.first ?? []).enumerated() {
      columns[name] = records.dropFirst().map { Double($0[index]) }
    }
    return columns
  }

  /// Counts, missing answers and weights are those of the tables.
  @Test(.enabled(if: hasHaven, "needs R's haven"))
  func havenReadsTheAnswersOfTheTables() throws {
    let columns = try Self.read(Self.data() + "/phone.sav")
    let wellbeing = try #require(columns["wellbeing"])
    var compared = 0
    let rows = try ExpectedFigures.rows("phone/wellbeing", "rows")
    let options = rows.filter { $0["kind"] as? String == "option" }
    for (index, row) in options.enumerated() {
      #expect(wellbeing.count { $0 == Double(index + 1) } == row["n"] as? Int)
      compared += 1
    }
    let blank = rows.first { $0["missing"] as? String == "noAnswer" }
    #expect(wellbeing.count { $0 == -2 } == blank?["n"] as? Int)
    let topics = try ExpectedFigures.rows("phone/topics", "rows").filter {
      $0["percentOf"] as? String == "respondents"
    }
    for (index, row) in topics.enumerated() {
      let column = try #require(columns["topics_\(index + 1)"])
      #expect(column.count { $0 == 1 } == row["n"] as? Int)
      compared += 1
    }
    let weights = try #require(columns["poids"]).compactMap { $0 }
    #expect(ExpectedFigures.close(weights.reduce(0, +), 9_000, to: 1e-9))
    #expect(compared == 4 + 7)
  }

  /// Free text and personal data are nowhere in the files.
  @Test func noTextOfARespondentIsWritten() throws {
    let folder = try Runs.shared.folder("hazebrouck-2023") + "/working/data"
    let bytes = try Data(contentsOf: URL(filePath: folder + "/flash.sav"))
    #expect(bytes.starts(with: Data("$FL2".utf8)))
    let export = try String(
      contentsOfFile: Places.path("fixtures/hazebrouck-2023/flash.csv"), encoding: .utf8)
    let contact = SimpleCSV.records(export).flatMap { $0 }.filter {
      $0.contains(/0[1-9]([ .-]?[0-9]{2}){4}/)
    }
    for cell in contact { #expect(bytes.range(of: Data(cell.utf8)) == nil) }
  }
}
