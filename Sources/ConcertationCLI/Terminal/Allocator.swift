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
  /// What reading a short export writes to.
  private static let ahead = 4 << 20

  /// Has a thread ask the system for the first megabytes, while this one makes out what the user
  /// typed. Page by page, with a trap each, they take a tenth of the time of a short file. Where the
  /// system has no such call nothing is lost.
  static func askAhead() {
    guard Processors.available > 1 else { return }
    // Too large for what there is: the share of this thread grows by a step, and begins here.
    guard let block = malloc(1 << 19) else { return }
    let page = UInt(sysconf(Int32(_SC_PAGESIZE)))
    let start = (UInt(bitPattern: block) + page) & ~(page - 1)
    free(block)
    Task.detached(priority: .high) {
      _ = madvise(UnsafeMutableRawPointer(bitPattern: start), ahead, populateForWriting)
    }
  }

  /// Gives back to the system what the threads that read a long export have no more use for: each
  /// has a share of its own, and what follows would not find it. After short ones it is not worth
  /// the time.
  static func giveBack(afterReading records: Int) {
    guard records >= 100_000 else { return }
    let trim: (@convention(c) (Int) -> Int32)? = systemFunction("malloc_trim")
    _ = trim?(0)
  }

  // linux/mman.h, from 5.14 on
  private static let populateForWriting: Int32 = 23

  // malloc.h
  private static let trimThreshold: Int32 = -1
  private static let topPad: Int32 = -2
  private static let mapThreshold: Int32 = -3
}
