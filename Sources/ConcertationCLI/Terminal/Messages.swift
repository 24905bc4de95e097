internal import Glibc
internal import SurveyModel

/// Messages go to stderr, results to stdout.
enum Messages {
  static func write(_ text: String) {
    send(text, to: 2)
  }

  static func print(_ problems: [Problem]) {
    for problem in problems { write(problem.text(UserLanguage.current) + "\n") }
  }

  /// Writes a result, and stops quietly when nobody reads it any more (`| head`).
  static func result(_ text: String) { send(text, to: 1) }

  private static func send(_ text: String, to file: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let count = Glibc.write(file, bytes.baseAddress! + start, bytes.count - start)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return }
        start += count
      }
    }
  }
}
