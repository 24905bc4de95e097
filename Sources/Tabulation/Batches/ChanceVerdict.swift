internal import Statistics
internal import SurveyModel

/// Whether chance alone may have made a change; nothing is said where that may not be said.
///
/// Random and quota samples only, without weights. Two waves are samples of their own: Pearson's
/// chi-squared on the two counts (R: `chisq.test(correct = FALSE)`), level 5 %. A batch of a survey
/// that grew holds the answers of the one before: those that were added are held against those that
/// were there. Where the newer batch cannot hold the older one, answers were corrected or taken out,
/// which is no matter of chance.
enum ChanceVerdict {
  static func of(
    _ old: (n: Int, base: Int), _ new: (n: Int, base: Int), isWaves: Bool,
    _ sampling: SurveyModel.SamplingKind, isWeighted: Bool
  ) -> Bilingual {
    guard sampling == .random || sampling == .quota, !isWeighted,
      let other = isWaves ? new : added(old, new),
      case .success(let test) = PearsonTest.of(
        [old.n, other.n, old.base - old.n, other.base - other.n], columns: 2)
    else { return Bilingual("") }
    let model = sampling == .quota
    let (fr, en) = (model ? ", modèle de quotas" : "", model ? ", quota model" : "")
    return test.p < 0.05
      ? Bilingual(fr: " ; plus que le hasard\(fr)", en: "; more than chance\(en)")
      : Bilingual(fr: " ; peut être le hasard\(fr)", en: "; may be chance\(en)")
  }

  /// What stands in the newer counts only; `nil` where they do not hold the older ones.
  private static func added(
    _ old: (n: Int, base: Int), _ new: (n: Int, base: Int)
  ) -> (n: Int, base: Int)? {
    let (n, base) = (new.n - old.n, new.base - old.base)
    return n >= 0 && base > 0 && base >= n ? (n, base) : nil
  }
}
