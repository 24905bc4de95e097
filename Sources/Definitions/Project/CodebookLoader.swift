public import SurveyModel

/// Reads a list of themes alone, without a project: to try a dictionary out.
public enum CodebookLoader {
  public static func load(path: String) -> Loaded<Codebook> {
    do throws(YAMLFailure) {
      let reading = CodebookReading.read(try FileReading.bytes(of: path), file: path)
      guard let entry = reading.dictionary, let codebook = reading.codebook,
        let name = entry.value.text
      else { return Loaded(partial: reading.codebook, problems: reading.problems) }
      let dictionaryPath = FileReading.path(name, from: FileReading.folder(of: path))
      let place = SourceLocation(file: path, line: entry.value.line)
      let dictionary = CodebookReading.read(
        try FileReading.bytes(of: dictionaryPath, namedAt: place), file: dictionaryPath)
      return Loaded(
        partial: dictionary.codebook.map { codebook.taking(wordsOf: $0) } ?? codebook,
        problems: reading.problems + dictionary.problems)
    } catch {
      return Loaded(partial: nil, problems: [error.problem])
    }
  }
}
