internal import Glibc
internal import SurveyModel
internal import Synchronization

/// How far the reading of long files is, and how long it will take still, on stderr, when that is a
/// terminal and the files are long enough to wait for.
final class Progress: Sendable {
  // A class: several readers report to the one line of the terminal.
  private let state = Mutex(State())
  private let isShown: Bool
  private let start: Double

  private struct State {
    var done: [String: Int] = [:]
    var shown = -1
  }

  /// Below this many bytes there is nothing to wait for.
  private static let shownFrom = 32 << 20
  /// Before, the time that is left cannot be told.
  private static let secondsToJudge = 1.0

  init() {
    isShown = isatty(2) == 1
    start = Stopwatch.now
  }

  /// - Parameters:
  ///   - bytes: read so far of this file.
  ///   - total: bytes of all files.
  func report(_ name: String, _ bytes: Int, of total: Int) {
    guard isShown, total >= Self.shownFrom else { return }
    state.withLock { state in
      state.done[name] = bytes
      let done = state.done.values.reduce(0, +)
      let percent = done * 100 / max(total, 1)
      guard percent != state.shown else { return }
      state.shown = percent
      let left = Self.wordsOfTimeLeft(elapsed: Stopwatch.now - start, done: done, total: total)
      Messages.write(
        "\r" + said(fr: "lecture\u{A0}: \(percent)\u{A0}%", en: "reading: \(percent)%") + left
          + "\u{1B}[K")
    }
  }

  /// Clears the line.
  func end() {
    if isShown { Messages.write("\r\u{1B}[K") }
  }

  /// `, encore 12 s`; empty while it cannot be told.
  static func wordsOfTimeLeft(elapsed: Double, done: Int, total: Int) -> String {
    guard elapsed >= secondsToJudge, done > 0, done < total else { return "" }
    let seconds = Int((elapsed * Double(total - done) / Double(done)).rounded(.up))
    let time =
      seconds < 60
      ? said(fr: "\(seconds)\u{A0}s", en: "\(seconds) s")
      : said(
        fr: "\(seconds / 60)\u{A0}min\u{A0}\(seconds % 60)\u{A0}s",
        en: "\(seconds / 60) min \(seconds % 60) s")
    return said(fr: ", encore \(time)", en: ", \(time) left")
  }
}
