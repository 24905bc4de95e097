public import SurveyModel

extension ReadFailure {
  /// The failure as the program reports it.
  ///
  /// - Parameter name: what messages call the file.
  public func problem(in name: String) -> Problem {
    switch self {
    case .refused(let refusal):
      Problem(
        .error, refusal.code.rawValue, Bilingual(refusal.finding),
        at: refusal.location.named(name), fix: Bilingual(refusal.advice))
    case .workbook(let refusal):
      Problem(
        .error, refusal.code.rawValue, Bilingual(refusal.finding), at: SourceLocation(file: name),
        fix: Bilingual(refusal.advice))
    case .unreadable(let fault):
      Problem(
        .error, "unreadable", Bilingual(fault.wording), at: SourceLocation(file: name),
        fix: Bilingual(fault.advice))
    case .disagreement(let disagreement):
      Problem(
        .error, "reader-disagreement", Bilingual(disagreement.wording),
        at: disagreement.location.named(name))
    case .memory(let need):
      Problem(
        .error, "memory-limit", Bilingual(need.finding), at: SourceLocation(file: name),
        fix: Bilingual(need.advice))
    }
  }
}

extension ReadReport {
  /// What was noticed while reading, as the program reports it. Rows of other lengths are left
  /// out, since they are quarantined with their own words; so is an inferred encoding, which is said
  /// with words of the file, and so is what needs nobody's eye.
  public func problems(in name: String) -> [Problem] {
    let quiet: Set<ReadCode> = [
      .raggedLong, .raggedShort, .byteOrderMark, .blankLine, .encodingGuessed,
    ]
    let noticed = diagnostics.filter { !quiet.contains($0.code) }.map { diagnostic in
      Problem(
        diagnostic.code.severity, diagnostic.code.rawValue, Bilingual(diagnostic.wording(in: self)),
        at: SourceLocation(file: name, sheet: workbook?.sheet))
    }
    return (workbook?.problems(in: name) ?? []) + noticed
  }
}

extension ReadCode {
  /// How much a diagnostic matters to whoever reads the tables.
  fileprivate var severity: Problem.Severity {
    switch self {
    case .headerOnly: .warning
    default: isRefusal ? .error : .note
    }
  }
}

extension ReadLocation {
  fileprivate func named(_ file: String) -> SourceLocation {
    SourceLocation(file: file, line: line, record: record, column: column)
  }
}

extension Bilingual {
  fileprivate init(_ wording: Wording) { self.init(fr: wording.fr, en: wording.en) }
}
