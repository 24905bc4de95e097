internal import Glibc
internal import SurveyModel

/// The processor cores that this process may use.
enum Processors {
  /// At least 1; fewer than the machine has where the user or the system says so (`taskset`).
  static let available: Int = {
    let online = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    guard let affinity: Affinity = systemFunction("sched_getaffinity") else { return online }
    var mask = [UInt64](repeating: 0, count: 128)
    let size = mask.count * MemoryLayout<UInt64>.stride
    guard mask.withUnsafeMutableBytes({ affinity(0, size, $0.baseAddress) }) == 0 else {
      return online
    }
    return max(1, mask.reduce(0) { $0 + $1.nonzeroBitCount })
  }()

  private typealias Affinity = @convention(c) (Int32, Int, UnsafeMutableRawPointer?) -> Int32
}
