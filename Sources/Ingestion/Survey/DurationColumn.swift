internal import SurveyModel

/// The column in which a survey tool writes how many seconds a person took.
enum DurationColumn {
  private static let headings: Set<String> = [
    "duration (in seconds)", "interviewtime", "temps total", "temps total :", "temps total:",
    "total time", "duration", "durée (en secondes)", "duree (s)", "duree",
  ]

  static func position(in layout: ExportLayout) -> Int? {
    layout.columns.first { column in
      column.role == .metadata
        && [column.heading, column.code ?? ""].contains { headings.contains(foldedLabel($0)) }
    }?.position
  }
}
