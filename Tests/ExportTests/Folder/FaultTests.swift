import Foundation
import SurveyModel
import Synchronization
import Testing

@testable import Export

/// Fails one step, or every step from one on (as a kill does: nothing more happens).
final class Faults: Sendable {
  private let count = Mutex(0)
  private let failing: @Sendable (Int, FileSystemStep) -> Int32?

  init(_ failing: @escaping @Sendable (Int, FileSystemStep) -> Int32?) { self.failing = failing }

  var steps: Int { count.withLock { $0 } }

  var system: FileSystem {
    FileSystem { step in
      let number = self.count.withLock { count in
        defer { count += 1 }
        return count
      }
      return self.failing(number, step)
    }
  }
}

/// Whatever step fails, the folder holds the old results whole or the new ones whole, and the next
/// run succeeds and leaves nothing beside them.
@Suite struct FaultTests {
  /// What a run that goes well leaves.
  private static let after = Result {
    let reference = try Scratch(inMemory: true)
    try Batch.write("new", to: reference.path + "/r")
    return reference.contents("r")
  }

  private func stepCount(hasOld: Bool) throws -> Int {
    let scratch = try Scratch(inMemory: true)
    if hasOld { try Batch.write("old", to: scratch.path + "/r") }
    let faults = Faults { _, _ in nil }
    try Batch.write("new", to: scratch.path + "/r", faults.system)
    return faults.steps
  }

  private func check(
    hasOld: Bool, _ faults: Faults, _ label: String, mustKeepOld: Bool
  ) throws {
    let scratch = try Scratch(inMemory: true)
    if hasOld { try Batch.write("old", to: scratch.path + "/r") }
    let before = scratch.contents("r")
    let after = try Self.after.get()
    var didThrow = false
    do {
      try Batch.write("new", to: scratch.path + "/r", faults.system)
    } catch {
      didThrow = true
      #expect(!error.message.fr.isEmpty)
    }
    let found = scratch.contents("r")
    // The state that only the next run puts right: moved aside, nothing yet in place.
    let isAside = found.isEmpty && !scratch.contents(".r.concertation-old").isEmpty
    #expect(found == before || found == after || isAside, "\(label)")
    if mustKeepOld, didThrow { #expect(found == before, "\(label)") }
    if !didThrow { #expect(found == after, "\(label)") }
    // What stands is what the next claim finds.
    do { _ = try ResultsFolder(claiming: scratch.path + "/r") }
    let recovered = scratch.contents("r")
    #expect(recovered == before || recovered == after, "\(label)")
    try Batch.write("new", to: scratch.path + "/r")
    #expect(scratch.contents("r") == after, "\(label)")
    #expect(!scratch.contents().keys.contains { $0.hasPrefix(".") }, "\(label)")
  }

  @Test(arguments: [true, false], [ENOSPC, EIO])
  func oneStepFails(_ hasOld: Bool, _ number: Int32) throws {
    let steps = try stepCount(hasOld: hasOld)
    #expect(steps > 20)
    for failing in 0..<steps {
      let faults = Faults { step, _ in step == failing ? number : nil }
      try check(hasOld: hasOld, faults, "step \(failing)", mustKeepOld: true)
    }
  }

  @Test(arguments: [true, false])
  func nothingHappensAnyMoreFromAStepOn(_ hasOld: Bool) throws {
    for failing in 0..<(try stepCount(hasOld: hasOld)) {
      let faults = Faults { step, _ in step >= failing ? EIO : nil }
      try check(hasOld: hasOld, faults, "from step \(failing)", mustKeepOld: false)
    }
  }

  /// The fallback: the exchange is refused (the first rename of a run onto old results), then
  /// steps fail one by one.
  @Test func withoutAnExchangeOfNames() throws {
    let steps = try stepCount(hasOld: true) + 2
    for failing in 0...steps {
      for isKill in [true, false] {
        let renames = Mutex(0)
        let faults = Faults { number, step in
          if number == failing || isKill && number > failing { return EIO }
          guard step == .rename else { return nil }
          return renames.withLock { count in
            count += 1
            return count == 1 ? EINVAL : nil
          }
        }
        try check(hasOld: true, faults, "fallback \(failing) \(isKill)", mustKeepOld: !isKill)
      }
    }
  }

  /// On Linux both calls are there; elsewhere the fallbacks are what the other tests prove.
  @Test func theSystemExchangesNamesInOneStep() {
    #if os(Linux)
    #expect(FileSystem.exchangeCall != nil && FileSystem.syncAllCall != nil)
    #endif
  }

  /// An old kernel: every file and folder is synced on its own, and each may fail.
  @Test func withoutASyncInOneStep() throws {
    let scratch = try Scratch(inMemory: true)
    let synced = Mutex(0)
    var system = FileSystem { step in
      if step == .sync { synced.withLock { $0 += 1 } }
      return nil
    }
    system.syncsInOneStep = false
    try Batch.write("new", to: scratch.path + "/r", system)
    #expect(scratch.contents("r") == (try Self.after.get()))
    let syncs = synced.withLock { $0 }
    #expect(syncs > scratch.contents("r").count)
    for failing in 0..<syncs {
      let number = Mutex(0)
      var failingSystem = FileSystem { step in
        guard step == .sync else { return nil }
        return number.withLock { count in
          defer { count += 1 }
          return count == failing ? EIO : nil
        }
      }
      failingSystem.syncsInOneStep = false
      #expect(throws: FolderError.self) {
        try Batch.write("newer", to: scratch.path + "/r", failingSystem)
      }
      #expect(scratch.contents("r") == (try Self.after.get()))
    }
  }

  @Test func aFullDiskIsSaidInBothLanguages() throws {
    let scratch = try Scratch(inMemory: true)
    let faults = Faults { _, step in step == .write ? ENOSPC : nil }
    let error = try #require(throws: FolderError.self) {
      try Batch.write("new", to: scratch.path + "/r", faults.system)
    }
    #expect(error.message.fr == "écriture impossible\u{A0}: disque plein")
    #expect(error.message.en == "cannot write it: no space left on the disk")
    #expect(
      error.path.hasSuffix("/working/tables/phone/topics.csv") || error.path.hasSuffix("json"))
    #expect(error.problem.code == "output-failed")
    #expect(scratch.contents().isEmpty)
  }
}

@Suite struct FolderErrorTests {
  static let kinds: [FolderError.Kind] =
    FileSystemStep.allCases.map { .system($0, ENOSPC) }
    + [
      ENOSPC, EDQUOT, EACCES, EPERM, EROFS, EIO, ENOENT, ENOTDIR, EEXIST, ENOTEMPTY, ELOOP,
      ENAMETOOLONG, EMFILE, ENFILE, EFBIG, EBUSY, ETXTBSY, ENOLCK, EOPNOTSUPP, 9999,
    ].map { .system(.write, $0) }
    + [
      .foreignFolder, .foreignFiles(["a", "b", "c", "d"]), .symbolicLink, .notAFolder, .locked,
      .noName, .illegalPath,
    ]

  @Test func theProblemNamesThePath() {
    let problem = FolderError(.foreignFiles(["a", "b", "c", "d"]), path: "results/x").problem
    #expect(
      problem.text(.english) == """
        results/x: error: the folder holds files that are no results: a, b, c, … \
        [output-foreign-files]
          → move them, or name another folder: a new run replaces everything
        """)
  }
}

@Suite struct FileNameTests {
  @Test(arguments: [
    ("Sécurité, tranquillité", "securite-tranquillite"),
    (
      "wellbeing--by-quartier",
      "wellbeing--by-quartier"
    ), ("../../etc/passwd", "etc-passwd"), ("CON", "con-"),
    ("com1.csv", "com1.csv-"), ("a/b\\c", "a-b-c"), ("", "x"), ("日本", "x"), (".hidden", "hidden"),
    ("L’œuf à l’ÉTÉ", "l-oeuf-a-l-ete"), ("e\u{301}te\u{301}", "ete"), ("q_1.2", "q_1.2"),
    ("a\u{0}b\nc", "a-b-c"), ("a..b", "a.b"),
  ])
  func safe(_ text: String, _ expected: String) {
    #expect(FileName.safe(text) == expected)
    #expect(FileName.isSafePath(FileName.safe(text)))
  }

  @Test func longNamesAreCut() {
    let name = FileName.safe(String(repeating: "é", count: 500))
    #expect(name.utf8.count == FileName.limit)
  }

  @Test func namesThatFallTogetherAreToldApart() {
    var names = UniqueNames()
    #expect(["a", "b", "a", "a"].map { names.unique($0) } == ["a", "b", "a-2", "a-3"])
  }
}
