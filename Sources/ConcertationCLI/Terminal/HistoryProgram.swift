internal import Concertation
internal import Glibc
internal import SurveyModel

/// Starts `concertation-history`, which keeps the SQLite history, beside this program.
enum HistoryProgram {
  /// Takes in new batches and releases.
  ///
  /// - Returns: the problem, when it could not be done; nothing is lost: the next one takes them in.
  static func take(_ state: String) -> Problem? { run(["take", state]).problem }

  /// Makes the history anew from the state folder.
  static func rebuild(_ state: String) -> Problem? { run(["rebuild", state]).problem }

  /// The rows of a view, the headings first.
  static func rows(_ view: String, of state: String) -> (rows: [[String]], problem: Problem?) {
    let result = run(["rows", state, view])
    let rows = result.output.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    return (rows, result.problem)
  }

  private static var path: String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        $0.baseAddress.map { readlink("/proc/self/exe", $0, 4096) } ?? -1
      }
    }
    let own = count > 0 ? String(decoding: buffer.prefix(count), as: UTF8.self) : "concertation"
    let folder = own.lastIndex(of: "/").map { String(own[...$0]) } ?? ""
    return folder + "concertation-history"
  }

  private static func run(_ arguments: [String]) -> (output: String, problem: Problem?) {
    let program = path
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return ("", .historyProgram(program, errno)) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let failure = posix_spawn(&child, program, &actions, nil, words, environ)
    close(ends[1])
    defer { close(ends[0]) }
    guard failure == 0 else { return ("", .historyProgram(program, failure)) }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(ends[0], &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      output += buffer[..<count]
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    let text = String(decoding: output, as: UTF8.self)
    return (text, status == 0 ? nil : .historyProgram(program, status >> 8))
  }
}
