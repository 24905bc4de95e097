internal import Glibc

/// How memory is taken from the system.
///
/// The C library lets the share of a thread grow page by page, with a system call each time that holds up
/// the other threads: hundreds of them in a run of a tenth of a second. Larger steps cost no memory,
/// for pages count when they are written to.
enum Allocator {
  /// To be called before any thread is started; without effect where the C library has no such knob.
  static func takeLargeSteps() {
    // Its header is not in the module map of the C library.
    guard let symbol = dlsym(nil, "mallopt") else { return }
    let setOption = unsafeBitCast(symbol, to: (@convention(c) (Int32, Int32) -> Int32).self)
    for (option, bytes) in [(topPad, 16 << 20), (trimThreshold, 64 << 20), (mapThreshold, 1 << 20)]
    {
      _ = setOption(option, Int32(bytes))
    }
  }

  // malloc.h
  private static let trimThreshold: Int32 = -1
  private static let topPad: Int32 = -2
  private static let mapThreshold: Int32 = -3
}
