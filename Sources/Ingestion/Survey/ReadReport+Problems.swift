public import SurveyModel

extension ReadFailure {
  /// The failure as the program reports it.
  ///
  /// - Parameter name: what messages call the file.
  public func problem(in name: String) -> Problem {
    Problem(.error, "read", Bilingual("\(self)"), at: SourceLocation(file: name))
  }
}

extension ReadReport {
  /// What was noticed while reading, as the program reports it.
  public func problems(in name: String) -> [Problem] { [] }
}
