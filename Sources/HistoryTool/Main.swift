internal import Concertation
internal import Foundation
internal import History
internal import SurveyModel

/// Keeps the SQLite history of a state folder beside the main program, which starts it:
///
///     concertation-history take STATE            takes in new batches and releases
///     concertation-history rebuild STATE         makes the file anew from batches/ and releases/
///     concertation-history rows STATE VIEW       prints a view as tab-separated lines
///
/// A program of its own: the library under it would slow the start of every other verb.
@main
enum Main {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 2 else { fail("take|rebuild|rows STATE [VIEW]", 2) }
    let state = arguments[1]
    let path = state + "/history.sqlite"
    do {
      switch arguments[0] {
      case "take":
        let store = try HistoryStore(path: path)
        try take(state, into: store)
      case "rebuild":
        // Beside its place first: what is there stays until the new one is whole.
        let fresh = path + ".new"
        for end in ["", "-journal", "-wal", "-shm"] { unlink(fresh + end) }
        try take(state, into: HistoryStore(path: fresh))
        guard rename(fresh, path) == 0 else { fail("\(path): \(errno)", 4) }
      case "rows":
        guard arguments.count == 3, let view = Schema.View(rawValue: arguments[2]) else {
          fail(Schema.View.allCases.map(\.rawValue).joined(separator: "|"), 2)
        }
        let found = try HistoryStore(path: path).rows(of: view)
        for row in [found.headings] + found.rows {
          print(
            row.map { $0.replacing("\t", with: " ").replacing("\n", with: " ") }.joined(
              separator: "\t"))
        }
      default: fail("take|rebuild|rows STATE [VIEW]", 2)
      }
    } catch let stop as Stop {
      fail(stop.problems.map { $0.text(.english) }.joined(separator: "\n"), stop.reason.rawValue)
    } catch {
      fail("\(path): \(error)", 4)
    }
  }

  private static func take(_ state: String, into store: HistoryStore) throws {
    let folder = StateFolder(path: state)
    try store.take(
      folder.batches(),
      folder.releases().map { HistoryStore.Release(file: $0.file, hash: $0.hash, text: $0.text) })
  }

  private static func fail(_ text: String, _ code: Int32) -> Never {
    FileHandle.standardError.write(Data("concertation-history: \(text)\n".utf8))
    exit(code)
  }
}
