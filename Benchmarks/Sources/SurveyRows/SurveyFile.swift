internal import Glibc

/// Writes synthetic surveys to files.
public enum SurveyFile {
  /// Writes `rows` records under their headings, unless the file is there already.
  ///
  /// The file appears whole: it is written under another name and then renamed.
  public static func make(_ path: String, rows: Int, quartiers: Int = 12, seed: UInt64 = 1) {
    if access(path, R_OK) == 0 { return }
    let unfinished = path + ".part"
    guard let file = fopen(unfinished, "wb") else { fatalError("cannot write \(unfinished)") }
    var survey = SurveyRows(quartiers: quartiers, seed: seed)
    var block = survey.header
    var done = 0
    while done < rows {
      let count = min(1000, rows - done)
      survey.append(count, to: &block)
      done += count
      guard fwrite(block, 1, block.count, file) == block.count else {
        fatalError("cannot write \(unfinished)")
      }
      block.removeAll(keepingCapacity: true)
    }
    guard fclose(file) == 0, rename(unfinished, path) == 0 else {
      fatalError("cannot write \(path)")
    }
  }
}
