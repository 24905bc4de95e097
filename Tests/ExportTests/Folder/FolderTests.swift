import Foundation
import Synchronization
import Testing

@testable import Export

/// A folder of its own for a test, removed afterwards.
final class Scratch {
  let url: URL
  var path: String { url.path }
  /// - Parameter inMemory: on a disk of memory where there is one, for tests of many runs.
  init(inMemory: Bool = false) throws {
    let memory = URL(filePath: "/dev/shm")
    let isThere = inMemory && FileManager.default.isWritableFile(atPath: memory.path)
    url = (isThere ? memory : FileManager.default.temporaryDirectory)
      .appending(path: "concertation-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(at: url) }

  func text(_ name: String) -> String? {
    (try? Data(contentsOf: url.appending(path: name))).map { String(decoding: $0, as: UTF8.self) }
  }

  func put(_ text: String, _ name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Every path below, with the contents of files.
  func contents(_ name: String = "") -> [String: String] {
    var out: [String: String] = [:]
    let root = name.isEmpty ? url : url.appending(path: name)
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? [] {
      let full = root.appending(path: path)
      out[path] = (try? String(contentsOf: full, encoding: .utf8)) ?? "/"
    }
    return out
  }
}

/// A batch of three files, told apart by `mark`.
enum Batch {
  static func files(_ mark: String) -> [ResultFile] {
    [
      ResultFile(path: "working/tables/phone/topics.csv", text: "topics \(mark)\n"),
      ResultFile(path: "working/cells.csv", text: "cells \(mark)\n"),
      ResultFile(path: "ledger.json", text: "{}\n"),
    ]
  }
  static let manifest = Manifest(
    version: "1.0", project: "ville",
    inputs: [Manifest.Input(path: "phone.csv", bytes: 12, sha256: "ab")],
    options: [Manifest.Setting("language", .text("fr"))],
    thresholds: [Manifest.Setting("minimum-base", .whole(11))])

  @discardableResult
  static func write(
    _ mark: String, to path: String, _ system: FileSystem = FileSystem()
  ) throws(FolderError) -> ResultsFolder.Receipt {
    let folder = try ResultsFolder(claiming: path, system)
    return try folder.write(files(mark), manifest: manifest) { "\($0.count)" }
  }
}

@Suite struct ResultsFolderTests {
  @Test func writesEverythingAndNothingBeside() throws {
    let scratch = try Scratch()
    let receipt = try Batch.write("one", to: scratch.path + "/a/b/results/")
    #expect(receipt.fileCount == 4 && receipt.leftover == nil)
    #expect(
      Set(scratch.contents("a/b").keys) == [
        "results", "results/working", "results/working/tables", "results/working/tables/phone",
        "results/working/tables/phone/topics.csv", "results/working/cells.csv",
        "results/ledger.json", "results/manifest.json",
      ])
    #expect(scratch.text("a/b/results/working/cells.csv") == "cells one\n")
    try Golden.check(try #require(scratch.text("a/b/results/manifest.json")), "manifest.json")
  }

  @Test func aSecondRunReplacesTheFirstAndGivesTheSameBytes() throws {
    let scratch = try Scratch()
    try Batch.write("one", to: scratch.path + "/r")
    let first = scratch.contents()
    try Batch.write("two", to: scratch.path + "/r")
    #expect(scratch.text("r/working/cells.csv") == "cells two\n")
    try Batch.write("one", to: scratch.path + "/r")
    #expect(scratch.contents() == first)
  }

  @Test func anEmptyFolderIsFilled() throws {
    let scratch = try Scratch()
    try scratch.put("", "r/.DS_Store")
    try Batch.write("one", to: scratch.path + "/r")
    #expect(scratch.text("r/ledger.json") == "{}\n")
  }

  @Test func leftoversOfAKilledRunAreRemoved() throws {
    let scratch = try Scratch()
    try Batch.write("one", to: scratch.path + "/r")
    try scratch.put("half", ".r.concertation-new/working/cells.csv")
    try scratch.put("old", ".r.concertation-old/manifest.json")
    try scratch.put("", ".r.concertation-lock")
    try Batch.write("two", to: scratch.path + "/r")
    #expect(!scratch.contents().keys.contains { $0.hasPrefix(".") })
  }

  @Test func aRunKilledBetweenTwoRenamesIsPutRight() throws {
    let scratch = try Scratch()
    try Batch.write("one", to: scratch.path + "/r")
    try FileManager.default.moveItem(
      atPath: scratch.path + "/r", toPath: scratch.path + "/.r.concertation-old")
    _ = try ResultsFolder(claiming: scratch.path + "/r")
    #expect(scratch.text("r/working/cells.csv") == "cells one\n")
  }

  @Test func aSecondRunIsRefusedWhileTheFirstHasTheFolder() throws {
    let scratch = try Scratch()
    let first = try ResultsFolder(claiming: scratch.path + "/r")
    #expect(throws: FolderError(.locked, path: scratch.path + "/r")) {
      try Batch.write("two", to: scratch.path + "/r")
    }
    try Batch.write("other", to: scratch.path + "/other")
    _ = try first.write(Batch.files("one"), manifest: Batch.manifest) { _ in "" }
    #expect(scratch.text("r/working/cells.csv") == "cells one\n")
  }

  @Test func theLockGoesWithItsRun() throws {
    let scratch = try Scratch()
    do { _ = try ResultsFolder(claiming: scratch.path + "/r") }
    try Batch.write("one", to: scratch.path + "/r")
    #expect(!scratch.contents().keys.contains { $0.hasPrefix(".") })
  }
}

@Suite struct ResultsFolderRefusalTests {
  private func refusal(_ path: String) -> FolderError.Kind? {
    do {
      try Batch.write("x", to: path)
      return nil
    } catch {
      return error.kind
    }
  }

  @Test func aForeignFolder() throws {
    let scratch = try Scratch()
    try scratch.put("dear diary", "r/notes.txt")
    #expect(refusal(scratch.path + "/r") == .foreignFolder)
    try scratch.put("{\n  \"name\": \"an npm package\"\n}\n", "r/manifest.json")
    #expect(refusal(scratch.path + "/r") == .foreignFolder)
    #expect(scratch.text("r/notes.txt") == "dear diary")
  }

  @Test func aNoteAmongOurResults() throws {
    let scratch = try Scratch()
    try Batch.write("one", to: scratch.path + "/r")
    try scratch.put("dear diary", "r/working/tables/notes.txt")
    #expect(refusal(scratch.path + "/r") == .foreignFiles(["working/tables/notes.txt"]))
    #expect(scratch.text("r/working/cells.csv") == "cells one\n")
  }

  @Test func aSymbolicLink() throws {
    let scratch = try Scratch()
    try scratch.put("mine", "elsewhere/file")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/r", withDestinationPath: scratch.path + "/elsewhere")
    #expect(refusal(scratch.path + "/r") == .symbolicLink)
    #expect(scratch.text("elsewhere/file") == "mine")
  }

  @Test func linksLeftBesideTheTargetAreNotFollowed() throws {
    let scratch = try Scratch()
    try scratch.put("mine", "elsewhere/file")
    for name in [".r.concertation-new", ".r.concertation-old"] {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path + "/" + name, withDestinationPath: scratch.path + "/elsewhere")
    }
    #expect(refusal(scratch.path + "/r") == nil)
    #expect(scratch.text("elsewhere/file") == "mine")
  }

  @Test func aLinkWithinOldResultsIsForeign() throws {
    let scratch = try Scratch()
    try Batch.write("one", to: scratch.path + "/r")
    try scratch.put("mine", "elsewhere/file")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/r/link", withDestinationPath: scratch.path + "/elsewhere")
    #expect(refusal(scratch.path + "/r") == .foreignFiles(["link"]))
    #expect(scratch.text("elsewhere/file") == "mine")
  }

  @Test func aLockThatIsALink() throws {
    let scratch = try Scratch()
    try scratch.put("mine", "file")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/.r.concertation-lock", withDestinationPath: scratch.path + "/file")
    #expect(refusal(scratch.path + "/r") == .system(.lock, ELOOP))
  }

  @Test func aFile() throws {
    let scratch = try Scratch()
    try scratch.put("mine", "r")
    #expect(refusal(scratch.path + "/r") == .notAFolder)
    #expect(refusal(scratch.path + "/r/below") == .system(.open, ENOTDIR))
  }

  @Test(arguments: [".", "..", "/", "a/..", ""])
  func noFolderOfItsOwn(_ path: String) {
    #expect(refusal(path) == .noName)
  }

  @Test(.enabled(if: getuid() != 0, "root may write anywhere"))
  func aParentThatIsReadOnly() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/p", withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o555])
    #expect(refusal(scratch.path + "/p/r") == .system(.lock, EACCES))
  }

  @Test(arguments: ["../x", "/x", "a//b", ".hidden", "a/.b", "Ab", "a b", "é", "", "a/", "-x"])
  func pathsOutsideTheAllowList(_ path: String) throws {
    let scratch = try Scratch()
    let folder = try ResultsFolder(claiming: scratch.path + "/r")
    #expect(throws: FolderError(.illegalPath, path: path)) {
      _ = try folder.write(
        [ResultFile(path: path, text: "")], manifest: Batch.manifest, hash: { _ in "" })
    }
    #expect(scratch.contents()["r"] == nil)
  }

  @Test func theSamePathTwice() throws {
    let scratch = try Scratch()
    let folder = try ResultsFolder(claiming: scratch.path + "/r")
    let file = ResultFile(path: "a.csv", text: "")
    #expect(throws: FolderError(.illegalPath, path: "a.csv")) {
      _ = try folder.write([file, file], manifest: Batch.manifest, hash: { _ in "" })
    }
  }
}
