internal import Glibc

/// A program to run, and what each run cost.
struct Command {
  let name: String
  let arguments: [String]
  private(set) var runs: [Cost] = []
  /// A run ended with another status than 0; the program is not run again.
  private(set) var hasFailed = false

  /// What one run cost, from start to exit.
  struct Cost {
    var seconds: Double
    /// User and system, of all threads.
    var cpuSeconds: Double
    /// Peak resident memory in bytes, mapped pages included.
    var peakBytes: Int
  }

  init(name: String, arguments: [String]) {
    self.name = name
    self.arguments = arguments
  }

  /// Runs the program once, what it prints thrown away.
  mutating func run(counted: Bool) {
    if hasFailed { return }
    var process = pid_t()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let start = Self.now()
    guard posix_spawnp(&process, arguments[0], &actions, nil, &words, environ) == 0 else {
      fatalError("cannot run \(arguments[0])")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    let seconds = Self.now() - start
    if status != 0 {
      hasFailed = true
      let said = Array("\(name) ended with status \(status)\n".utf8)
      _ = write(2, said, said.count)
      return
    }
    guard counted else { return }
    runs.append(
      Cost(
        seconds: seconds, cpuSeconds: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime),
        peakBytes: usage.ru_maxrss * 1024))
  }

  /// Wall-clock seconds of the fastest run.
  var least: Double { runs.map(\.seconds).min() ?? 0 }

  func median(_ value: (Cost) -> Double) -> Double {
    let sorted = runs.map(value).sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) * 1e-6
  }
}
