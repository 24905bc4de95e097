internal import Concertation
internal import Glibc
internal import SurveyModel

/// Messages go to stderr, results to stdout.
enum Messages {
  static func write(_ text: String) { _ = send(text, to: 2) }

  static func print(_ problems: [Problem]) {
    for problem in problems { write(harmless(problem.text(UserLanguage.current)) + "\n") }
  }

  /// Writes a result, and stops quietly when nobody reads it any more (`| head`).
  ///
  /// - Throws: `Stop` with exit code 4 when it cannot be written.
  static func result(_ text: String) throws(Stop) {
    let number = send(text, to: 1)
    if number != 0 && number != EPIPE { throw Stop(.output, .outputLost(number)) }
  }

  /// Control characters of answers and headings are shown, never obeyed.
  private static func harmless(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x0A: scalar
          case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? scalar
          case 0x7F: "\u{2421}"
          case 0x80..<0xA0: "\u{FFFD}"
          default: scalar
          }
        }))
  }

  /// - Returns: 0, or the system's error number.
  private static func send(_ text: String, to file: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let count = Glibc.write(file, bytes.baseAddress! + start, bytes.count - start)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return errno }
        start += count
      }
      return 0
    }
  }
}

extension Problem {
  fileprivate static func outputLost(_ number: Int32) -> Problem {
    let cause = String(cString: strerror(number))
    return Problem(
      .error, "output-failed",
      Bilingual(
        fr: "la sortie n'a pas pu être écrite (\(cause))",
        en: "the output could not be written (\(cause))"),
      fix: Bilingual(
        fr: "le résultat est incomplet : recommencez vers un autre endroit",
        en: "the result is incomplete: write it elsewhere"))
  }
}
