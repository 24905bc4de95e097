import Foundation
import SurveyModel
import Testing

@testable import Ingestion

/// Exports that are opened before all is known of how they are read.
@Suite struct OpeningExportTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  /// A file of some blocks of 16 KiB.
  private func export(_ text: String = "age,avis\n" + String(repeating: "12,oui\n", count: 9_000))
    throws -> String
  {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "export.csv")
    try Data(text.utf8).write(to: file)
    return file.path()
  }

  private var options: ReadOptions {
    var options = ReadOptions()
    options.jobs = 2
    options.chunkBytes = 1 << 14
    return options
  }

  /// Whoever comes first opens it: another thread, the caller, or nobody before it is taken.
  @Test(arguments: ["another thread", "the caller", "nobody"])
  func itIsTakenOnce(opener: String) throws {
    let opening = OpeningExport(path: try export(), name: "export.csv", options: options)
    switch opener {
    case "another thread": opening.begin()
    case "the caller": opening.open()
    default: break
    }
    guard var reader = try opening.take() else {
      Issue.record("taken before")
      return
    }
    #expect(reader.head.records.count == ExportReader.headRecords)
    let layout = recogniseLayout(reader.head)
    let plan = EncodingPlan(layout, modes: [1: .texts], needed: 2)
    let encoded = try reader.encode(plan, progress: { _ in })
    #expect(encoded.recordCount == 9_000)
    if try opening.take() != nil { Issue.record("taken twice") }
  }

  /// What is wrong with the file is said to whoever takes it.
  @Test func aRefusalIsForWhoeverTakesIt() throws {
    let broken = OpeningExport(
      path: try export("a,b\n\"x,1\n"), name: "export.csv", options: options)
    broken.open()
    #expect(throws: ReadFailure.self) { _ = try broken.take() }
    let missing = OpeningExport(path: folder.path() + "/none", name: "none", options: options)
    missing.begin()
    #expect(throws: ReadFailure.self) { _ = try missing.take() }
  }

  /// Nothing waits for what nobody takes, nor for blocks that nobody had compared.
  @Test func itMayBeLeft() throws {
    let path = try export()
    let opening = OpeningExport(path: path, name: "export.csv", options: options)
    opening.begin()
    let reader = try ExportReader(path: path, name: "export.csv", options: options)
    #expect(reader.head.records.count == ExportReader.headRecords)
  }
}
