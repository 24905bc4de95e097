internal import Glibc
internal import SurveyModel

/// Writes a file that a person will edit: always a new one.
enum NewFile {
  /// - Parameter option: the option that named the path, for messages.
  /// - Throws: `Stop` with exit code 4; a file that exists is never touched.
  static func write(_ text: String, to path: String, option: String) throws(Stop) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      throw Stop(
        .output, errno == EEXIST ? .draftExists(path, option) : .draftNotWritten(path, errno))
    }
    var rest = Array(text.utf8)[...]
    var failure: Int32 = 0
    while !rest.isEmpty, failure == 0 {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        failure = errno
      }
    }
    if close(file) != 0, failure == 0 { failure = errno }
    if failure != 0 { throw Stop(.output, .draftNotWritten(path, failure)) }
  }
}

extension Problem {
  fileprivate static func draftExists(_ path: String, _ option: String) -> Problem {
    Problem(
      .error, "draft-exists",
      Bilingual(
        fr: "le fichier existe déjà, une ébauche n'en remplace aucun",
        en: "the file exists already, and a draft replaces none"),
      at: SourceLocation(file: path),
      fix: Bilingual(
        fr: "donnez un autre nom à \(option), ou déplacez ce fichier",
        en: "give \(option) another name, or move this file away"))
  }

  fileprivate static func draftNotWritten(_ path: String, _ code: Int32) -> Problem {
    let reason = String(cString: strerror(code))
    return Problem(
      .error, "draft-not-written",
      Bilingual(
        fr: "l'ébauche n'a pas pu être écrite (\(reason))",
        en: "the draft could not be written (\(reason))"),
      at: SourceLocation(file: path),
      fix: Bilingual(
        fr: "vérifiez le dossier et la place libre", en: "check the folder and the free space"))
  }
}
