internal import Dispatch
internal import Glibc
internal import SurveyModel

/// The processors that the program may use.
enum Processors {
  /// At least 1; fewer than the machine has where the user or the system says so (`taskset`).
  static let available: Int = {
    let online = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    guard let allowed else { return online }
    return max(1, allowed.reduce(0) { $0 + $1.nonzeroBitCount })
  }()

  /// Has the pool of threads begin with `work`, on another processor than the caller's.
  ///
  /// Some kernels, those of small virtual machines, start a thread on the processor of the one that
  /// asks for it, where each waits for the other, and move it only milliseconds later: by then a
  /// city's file is read. A thread is woken where it ran last, so what the pool is given next runs
  /// beside the caller, too. Where the system has no such calls, the kernel chooses.
  static func beginPool(with work: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let here: (@convention(c) () -> Int32)? = systemFunction("sched_getcpu")
    let place: (@convention(c) (UnsafeMutableRawPointer, Int, UnsafeRawPointer) -> Int32)? =
      systemFunction("pthread_attr_setaffinity_np")
    if var others = allowed, let place, let here = here.map({ Int($0()) }), here >= 0 {
      others[here / 64] &= ~(1 << UInt64(here % 64))
      _ = others.withUnsafeBytes { place(&attributes, $0.count, $0.baseAddress!) }
    }
    let first = Unmanaged.passRetained(FirstWork(work))
    var thread = pthread_t()
    let refused = pthread_create(
      &thread, &attributes,
      { context in
        Unmanaged<FirstWork>.fromOpaque(context!).takeRetainedValue().begin()
        return nil
      }, first.toOpaque())
    if refused != 0 { first.takeRetainedValue().begin() }
  }

  private final class FirstWork: Sendable {
    private let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }

    /// Starts a thread of each kind, of the queues that share theirs and of those with one of their
    /// own; they inherit where they may run, and may run anywhere from then on.
    func begin() {
      DispatchQueue.global().async {
        Processors.allowAll()
        self.work()
      }
      DispatchQueue(label: "pool").async { Processors.allowAll() }
    }
  }

  private static func allowAll() {
    let set: Affinity? = systemFunction("sched_setaffinity")
    guard let set, var allowed else { return }
    _ = allowed.withUnsafeMutableBytes { set(0, $0.count, $0.baseAddress) }
  }

  /// A bit for each processor; `nil` where the system does not tell.
  private static let allowed: [UInt64]? = {
    guard let get: Affinity = systemFunction("sched_getaffinity") else { return nil }
    var mask = [UInt64](repeating: 0, count: 128)
    let size = mask.count * MemoryLayout<UInt64>.stride
    guard mask.withUnsafeMutableBytes({ get(0, size, $0.baseAddress) }) == 0 else { return nil }
    return mask
  }()

  private typealias Affinity = @convention(c) (Int32, Int, UnsafeMutableRawPointer?) -> Int32
}
