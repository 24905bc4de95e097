import SurveyModel
import Tabulation

extension TableFigures.Range {
  /// `[12,4 % ; 18,9 %]`, in English `[12.4%, 18.9%]`.
  func bracketed(_ language: Language) -> String {
    guard let low = low.label(language), let high = high.label(language) else { return "" }
    return language == .french ? "[\(low)\u{A0}; \(high)]" : "[\(low), \(high)]"
  }

  /// `2–4`, or `2` where both ends are the same.
  func joined(_ language: Language) -> String {
    guard let low = low.label(language), let high = high.label(language) else { return "" }
    return low == high ? low : "\(low)–\(high)"
  }
}

extension TableFigures.Entry {
  /// `▲ B C`: over-represented, and above the columns named.
  var comparison: String {
    var parts = letters
    if let residual = residual?.real, abs(residual) >= CellInference.markedResidual {
      parts.insert(residual > 0 ? "▲" : "▼", at: 0)
    }
    return parts.joined(separator: "\u{A0}")
  }
}
