internal import Export
internal import Glibc

/// What the terminal can show.
enum Screen {
  /// Columns of the terminal on stdout; `COLUMNS` where it is none, else 80.
  static var width: Int {
    var size = winsize()
    if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    let columns = getenv("COLUMNS").flatMap { Int(String(cString: $0)) }
    return columns.map { max(40, $0) } ?? 80
  }

  /// Colour on a terminal only, and never against `NO_COLOR` or `TERM=dumb`.
  static var hasColour: Bool {
    guard isatty(1) == 1, getenv("NO_COLOR") == nil else { return false }
    return getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
  }

  static var renderer: TerminalRenderer { TerminalRenderer(width: width, hasColour: hasColour) }
}
