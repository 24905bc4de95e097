import Foundation
import Testing

@testable import Export

/// Files that the previous results hold with the same bytes are taken over; all others are written.
@Suite struct UnchangedFileTests {
  private func file(_ scratch: Scratch, _ name: String) throws -> (node: Int, links: Int) {
    let found = try FileManager.default.attributesOfItem(atPath: scratch.path + "/r/" + name)
    return (
      try #require(found[.systemFileNumber] as? Int), try #require(found[.referenceCount] as? Int)
    )
  }

  @Test func onlyWhatChangedIsWrittenAgain() throws {
    let scratch = try Scratch()
    try Batch.write("one", to: scratch.path + "/r")
    let same = try file(scratch, "ledger.json")
    let other = try file(scratch, "working/cells.csv")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 0)],
      ofItemAtPath: scratch.path + "/r/ledger.json")
    try Batch.write("two", to: scratch.path + "/r")
    #expect(try file(scratch, "ledger.json") == same)
    #expect(try file(scratch, "working/cells.csv").node != other.node)
    #expect(scratch.text("r/working/cells.csv") == "cells two\n")
    // Its second name is gone with the previous results, and its time is of this run.
    #expect(same.links == 1)
    let times = try FileManager.default.attributesOfItem(atPath: scratch.path + "/r/ledger.json")
    #expect(try #require(times[.modificationDate] as? Date) > Date(timeIntervalSince1970: 1))
  }

  /// The folder itself stays, too, and nothing is left beside it.
  @Test func whereNothingChangedTheFolderStays() throws {
    let scratch = try Scratch()
    try Batch.write("one", to: scratch.path + "/r")
    let (folder, nested) = (try file(scratch, "").node, try file(scratch, "working").node)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 0)],
      ofItemAtPath: scratch.path + "/r/ledger.json")
    try Batch.write("one", to: scratch.path + "/r")
    #expect(try file(scratch, "").node == folder)
    #expect(try file(scratch, "working").node == nested)
    #expect(try file(scratch, "ledger.json").links == 1)
    let times = try FileManager.default.attributesOfItem(atPath: scratch.path + "/r/ledger.json")
    #expect(try #require(times[.modificationDate] as? Date) > Date(timeIntervalSince1970: 1))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["r"])
    // A file less is another folder.
    try FileManager.default.removeItem(atPath: scratch.path + "/r/working/cells.csv")
    try Batch.write("one", to: scratch.path + "/r")
    #expect(try file(scratch, "").node != folder)
    #expect(scratch.text("r/working/cells.csv") == "cells one\n")
  }

  /// What somebody did to a file of the results does not come into the next ones.
  @Test(arguments: ["rights", "bytes", "link", "folder", "another name"])
  func whatSomebodyChangedIsWrittenAgain(_ change: String) throws {
    let scratch = try Scratch()
    try Batch.write("one", to: scratch.path + "/r")
    let path = scratch.path + "/r/ledger.json"
    let before = try file(scratch, "ledger.json")
    switch change {
    case "rights":
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    case "another name":
      try FileManager.default.linkItem(atPath: path, toPath: scratch.path + "/backup")
    case "bytes": try Data("{!\n".utf8).write(to: URL(filePath: path))
    case "link":
      try scratch.put("{}\n", "elsewhere")
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: scratch.path + "/elsewhere")
    default:
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }
    try Batch.write("one", to: scratch.path + "/r")
    #expect(scratch.text("r/ledger.json") == "{}\n")
    if change == "rights" || change == "another name" {
      #expect(try file(scratch, "ledger.json").node != before.node)
    }
    let kind = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    #expect(kind == .typeRegular)
  }

  /// Where a second name is refused, the file is written.
  @Test func withoutSecondNames() throws {
    let scratch = try Scratch(inMemory: true)
    try Batch.write("one", to: scratch.path + "/r")
    let before = try file(scratch, "ledger.json")
    let faults = Faults { _, step in step == .link ? EPERM : nil }
    try Batch.write("one", to: scratch.path + "/r", faults.system)
    #expect(try file(scratch, "ledger.json").node != before.node)
    #expect(scratch.text("r/ledger.json") == "{}\n")
  }
}
