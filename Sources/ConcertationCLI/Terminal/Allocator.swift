internal import Glibc
internal import SurveyModel

/// How memory is taken from the system.
///
/// The C library lets the share of a thread grow page by page, with a system call each time that holds up
/// the other threads: hundreds of them in a run of a tenth of a second. Larger steps cost no memory,
/// for pages count when they are written to.
enum Allocator {
  /// To be called before any thread is started; without effect where the C library has no such knob.
  static func takeLargeSteps() {
    let setOption: (@convention(c) (Int32, Int32) -> Int32)? = systemFunction("mallopt")
    for (option, bytes) in [(topPad, step), (trimThreshold, 64 << 20), (mapThreshold, 1 << 20)] {
      _ = setOption?(option, Int32(bytes))
    }
  }

  private static let step = 16 << 20

  /// Has another thread ask the system for the first megabytes, of this one and of its own, where
  /// exports are opened, while this one makes out what the user typed. Page by page, with a trap each,
  /// they take a tenth of the time of a short file. Where the system has no such calls nothing is
  /// lost.
  ///
  /// - Parameter work: what the other thread does next.
  static func askAhead(then work: @escaping @Sendable () -> Void) {
    guard Processors.available > 1 else { return }
    let share = beginningOfShare()
    Processors.beginPool {
      _ = madvise(UnsafeMutableRawPointer(bitPattern: share), 1 << 20, populateForWriting)
      let own = UnsafeMutableRawPointer(bitPattern: beginningOfShare())
      _ = madvise(own, 4 << 20, inLargePages)
      _ = madvise(own, 4 << 20, populateForWriting)
      work()
    }
  }

  /// The first page that the calling thread has not written to.
  private static func beginningOfShare() -> UInt {
    // Too large for what there is: the share grows by a step, and the block lies at its beginning.
    let block = malloc(1 << 19)
    defer { free(block) }
    let page = UInt(sysconf(Int32(_SC_PAGESIZE)))
    return (UInt(bitPattern: block) + page) & ~(page - 1)
  }

  /// Gives back to the system what the threads that read a long export have no more use for: each
  /// has a share of its own, and what follows would not find it. After short ones it is not worth
  /// the time.
  static func giveBack(afterReading records: Int) {
    guard records >= 100_000 else { return }
    let trim: (@convention(c) (Int) -> Int32)? = systemFunction("malloc_trim")
    _ = trim?(0)
  }

  // linux/mman.h; the first from 5.14 on
  private static let populateForWriting: Int32 = 23
  private static let inLargePages: Int32 = 14

  // malloc.h
  private static let trimThreshold: Int32 = -1
  private static let topPad: Int32 = -2
  private static let mapThreshold: Int32 = -3
}
