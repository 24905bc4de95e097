internal import Definitions
internal import Export
internal import Glibc
internal import SurveyModel
internal import ThemeCoding

extension CodingRun {
  /// Writes the review sheet, whole or not at all. What a person decided is in it.
  ///
  /// - Throws: `Stop` with exit code 4.
  public func writeSheet() throws(Stop) {
    var folder = ""
    for part in sheetPath.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part + "/"
      if !exists(folder), mkdir(folder, 0o700) != 0, errno != EEXIST {
        throw Stop(.output, .sheetNotWritten(sheetPath, errno))
      }
    }
    let new = sheetPath + ".new"
    let file = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw Stop(.output, .sheetNotWritten(sheetPath, errno)) }
    var rest = sheetBytes[...]
    var failure: Int32 = 0
    while !rest.isEmpty, failure == 0 {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        failure = errno
      }
    }
    if failure == 0, fsync(file) != 0 { failure = errno }
    if close(file) != 0, failure == 0 { failure = errno }
    if failure == 0, rename(new, sheetPath) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(new)
      throw Stop(.output, .sheetNotWritten(sheetPath, failure))
    }
  }

  /// For a French spreadsheet: semicolons, UTF-8 with a mark.
  private var sheetBytes: [UInt8] {
    let language = project.language
    var csv = CSVWriter(.french)
    csv.record(ReviewColumn.allCases.map { .text($0.heading[language]) })
    let labels = Dictionary(
      uniqueKeysWithValues: project.codebook.themes.map { ($0.id, $0.label[language]) })
    for row in rows {
      csv.record(
        ReviewColumn.allCases.map { column in
          switch column {
          case .source: .text(row.key.source)
          case .question: .text(row.key.question)
          case .record: .whole(row.key.record)
          case .text: .text(row.text)
          case .proposal: .text(row.proposal.joined(separator: " | "))
          case .labels: .text(row.proposal.map { labels[$0] ?? $0 }.joined(separator: " | "))
          case .words: .text(row.words)
          case .sign: .text(row.signs.joined(separator: " | "))
          // A hyphen alone would get an apostrophe before it, as formulas do.
          case .decision:
            .text(row.decision == "-" ? language == .french ? "aucun" : "none" : row.decision)
          case .remark: .text(row.remark)
          case .key: .text(ReviewMark.text(row.textHash))
          }
        })
    }
    return csv.bytes
  }
}
