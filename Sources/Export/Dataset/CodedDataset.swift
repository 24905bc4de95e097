public import SurveyModel

/// `working/data/<source>.sav` and `<source>.sets.sps`: the coded answers of a survey for SPSS, PSPP
/// and R, with labels, missing values and multiple-response sets.
///
/// Codes only: personal data are not in a dataset, and of free text, "other" included, it is told
/// whether there was any. For the team; the public edition has no such file.
public struct CodedDataset: Sendable {
  let dataset: Dataset
  let language: Language
  private let variables: VariableList

  /// Beyond so many records a survey's answers are not copied: the export itself serves then.
  public static let mostRecords = 200_000

  /// Whether the library that writes them is on this machine.
  public static var isAvailable: Bool { SPSSFile.isAvailable }
  public static var libraryName: String { SPSSFile.libraryName }

  /// - Returns: `nil` for a survey without records, or with too many.
  public init?(_ dataset: Dataset, in language: Language) {
    guard (1...Self.mostRecords).contains(dataset.recordCount) else { return nil }
    self.dataset = dataset
    self.language = language
    variables = VariableList(dataset, language)
  }

  /// - Returns: nothing where the library is absent.
  public func files() -> [ResultFile] {
    let stem = "working/data/" + FileName.safe(dataset.source.id)
    guard
      let bytes = SPSSFile.bytes(
        Edition.working.mark[language], variables.list, records: dataset.recordCount)
    else { return [] }
    return [
      ResultFile(path: stem + ".sav", bytes: bytes),
      ResultFile(path: stem + ".sets.sps", text: syntax(FileName.safe(dataset.source.id))),
    ]
  }

  /// Defines the multiple-response sets; PSPP and SPSS run it in the folder of the file.
  private func syntax(_ name: String) -> String {
    var text = "* Encoding: UTF-8.\n* \(Edition.working.mark[language]).\n"
    text += "GET FILE='\(name).sav'.\n"
    for set in variables.sets {
      let label = SPSSFile.cut(set.label, to: 100).replacing("'", with: "''")
      text += "MRSETS\n"
      switch set.kind {
      case .ticks:
        text += "  /MDGROUP NAME=$\(set.name) LABEL='\(label)' CATEGORYLABELS=VARLABELS\n"
        text += lines(set.variables) + "    VALUE=1\n"
      case .ranks:
        text += "  /MCGROUP NAME=$\(set.name) LABEL='\(label)'\n" + lines(set.variables)
      }
      text += "  /DISPLAY NAME=[$\(set.name)].\n"
    }
    return text
  }

  /// Names, a few a line.
  private func lines(_ names: [String]) -> String {
    var out = "    VARIABLES="
    var width = out.count
    for (index, name) in names.enumerated() {
      if width + name.count > 78 {
        out += "\n     "
        width = 5
      }
      out += index == 0 || width == 5 ? name : " " + name
      width += name.count + 1
    }
    return out + "\n"
  }
}
