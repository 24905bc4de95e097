internal import Glibc

/// The installed program, run whole.
enum Program {
  /// `CONCERTATION`, or the release build of the package.
  static let path: String = {
    if let named = getenv("CONCERTATION") { return String(cString: named) }
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    return root.joined(separator: "/") + "/.build/release/concertation"
  }()

  static var isThere: Bool { access(path, X_OK) == 0 }

  /// Starts the program and waits for its end; what it prints is thrown away.
  static func run(_ arguments: [String]) {
    var process = pid_t()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    guard posix_spawn(&process, path, &actions, nil, &words, environ) == 0 else {
      fatalError("cannot run \(path)")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    guard status == 0 else { fatalError("\(path) ended with status \(status)") }
  }
}
