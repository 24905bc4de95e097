public import Ingestion
public import SurveyModel

/// What a raw export is, column by column.
public struct InspectRun: Sendable {
  public let inspection: ExportInspection

  /// - Throws: `Stop` with exit code 3 when the file cannot be read or is refused.
  public init(
    file: String, options: ReadOptions = ReadOptions(), form: ExportForm = ExportForm(),
    progress: (Int) -> Void = { _ in }
  ) throws(Stop) {
    let source = Source(id: "export", label: Bilingual(file))
    do throws(ReadFailure) {
      let reader = try SurveyReader(
        SurveyInput(path: file, options: options, form: form, source: source))
      inspection = try reader.inspect(progress: progress)
    } catch {
      throw Stop(error, name: file)
    }
  }
}
