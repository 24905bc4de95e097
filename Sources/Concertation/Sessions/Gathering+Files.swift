internal import Export
internal import Ingestion
internal import SurveyModel

extension Gathering {
  /// What is written of the source beside its tables: its statements, its pages, what was set aside.
  func files(codebook: Codebook, in language: Language) -> [ResultFile] {
    let set = setInResults
    var files = statementFiles(of: set, codebook: codebook, in: language)
    files += sessionPages(of: set, codebook: codebook, in: language)
    if !quarantine.isEmpty {
      let width = quarantine.map(\.cells.count).max() ?? 0
      let names = Dictionary(
        sheets.map { ($0.session.file, $0.file) }, uniquingKeysWith: { first, _ in first })
      files.append(
        quarantineFile(
          source: set.source.id,
          headings: ["sheet"] + (0..<width).map { "cell_\($0 + 1)" },
          records: quarantine.map { aside in
            let file = aside.record.location.file
            return QuarantinedRecord(
              entry: aside.record, cells: [names[file] ?? file] + aside.cells)
          }, in: language))
    }
    return files
  }
}
