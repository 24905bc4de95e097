public import Export
public import SurveyModel

extension TabulateRun {
  /// Writes the tables as a results folder.
  ///
  /// - Throws: `Stop` with exit code 4 when the folder cannot be written.
  public func write(to path: String, language: Language) throws(Stop) -> ResultsFolder.Receipt {
    var files = editionFiles(of: tables, in: language, sources: [dataset.source.id: summary])
    files += ledgerFiles(of: [dataset], in: language)
    guard let name = summary.file, let input = FileHash.of(path: name) else {
      throw Stop(.input, .inputGone(summary.file ?? ""))
    }
    let manifest = Manifest(
      version: concertationVersion, project: dataset.source.label[language],
      inputs: [Manifest.Input(path: name, bytes: input.bytes, sha256: input.hash)],
      options: [Manifest.Setting("lang", .text(language.rawValue))])
    do throws(FolderError) {
      let folder = try ResultsFolder(claiming: path)
      return try folder.write(files, manifest: manifest, hash: FileHash.of)
    } catch {
      throw Stop(error)
    }
  }
}
