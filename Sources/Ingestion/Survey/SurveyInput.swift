public import SurveyModel

/// One export to read, and what its reader must know.
public struct SurveyInput: Sendable {
  /// Where it is.
  public var path: String
  /// What messages call it.
  public var name: String
  public var options: ReadOptions
  /// What a person says of the export's form.
  public var form: ExportForm
  public var source: Source
  /// The neighbourhoods that place names are matched against.
  public var quartiers: [Quartier]
  /// A corrected quarantine of this export, and what messages call it.
  public var corrections: String?
  public var correctionsName: String?

  public init(
    path: String, name: String? = nil, options: ReadOptions = ReadOptions(),
    form: ExportForm = ExportForm(), source: Source, quartiers: [Quartier] = []
  ) {
    self.path = path
    self.name = name ?? path
    self.options = options
    self.form = form
    self.source = source
    self.quartiers = quartiers
  }
}

/// What reading one export gives.
public struct SurveyOutcome: Sendable {
  /// The answers; `nil` when questions and columns do not meet, which `problems` says.
  public var dataset: Dataset?
  public var layout: ExportLayout
  /// How the file was read: encoding, delimiter, line ends, what was noticed.
  public var report: ReadReport
  public var problems: [Problem]
  /// The columns that hold personal data; no output may show them.
  var personal: PersonalColumns
  /// How the words of open answers are found again; `nil` where there is no dataset.
  var secondPass: SecondPass?
}

extension SurveyOutcome {
  /// How to read the export once more: the first reading found the separator, and both readers agreed.
  func optionsAgain(_ input: SurveyInput) -> ReadOptions {
    var options = input.options
    options.delimiter = report.delimiter
    options.verification = .none
    return options
  }

  /// Places in the export as places in its sheet, where it is a workbook.
  func inSheet(of file: String) -> SurveyOutcome {
    guard let sheet = report.workbook?.sheet else { return self }
    var outcome = self
    outcome.dataset = dataset?.inSheet(sheet)
    for index in problems.indices where problems[index].location?.file == file {
      outcome.problems[index].location?.sheet = sheet
      outcome.problems[index].location?.line = problems[index].location?.record
    }
    return outcome
  }
}
