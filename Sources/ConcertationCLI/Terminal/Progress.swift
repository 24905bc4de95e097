internal import Glibc
internal import SurveyModel
internal import Synchronization

/// How far the reading of long files is, on stderr, when that is a terminal and the file is long
/// enough to wait for.
final class Progress: Sendable {
  // A class: several readers report to the one line of the terminal.
  private let state = Mutex((done: [String: Int](), shown: -1))
  private let isShown: Bool

  /// Below this many bytes there is nothing to wait for.
  private static let shownFrom = 32 << 20

  init() { isShown = isatty(2) == 1 }

  /// - Parameters:
  ///   - bytes: read so far of this file.
  ///   - total: bytes of all files.
  func report(_ name: String, _ bytes: Int, of total: Int) {
    guard isShown, total >= Self.shownFrom else { return }
    state.withLock { state in
      state.done[name] = bytes
      let percent = state.done.values.reduce(0, +) * 100 / max(total, 1)
      guard percent != state.shown else { return }
      state.shown = percent
      Messages.write("\r" + said(fr: "lecture : \(percent) %", en: "reading: \(percent)%"))
    }
  }

  /// Clears the line.
  func end() {
    if isShown { Messages.write("\r\u{1B}[K") }
  }
}
