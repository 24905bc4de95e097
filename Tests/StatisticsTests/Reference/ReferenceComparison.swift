/// Compares an expected value with the one found, member by member, and keeps count.
///
/// Numbers agree to 1e-9 relative, or 1e-12 absolute except for p-values, which must agree relatively
/// however small. `null` means "not defined": the value found must be missing. Members that only the
/// value found has are not looked at.
struct ReferenceComparison {
  /// Values of the reference that rounding moves by more than 1e-9, with the tolerance they get.
  ///
  /// The Wald statistic of this 8 × 5 table inverts an ill-conditioned covariance, and its p of 1e-53
  /// multiplies the rounding error. `svychisq` itself gives 5.34833310e-53, or 5.34833313e-53 when
  /// the levels are written in another order; in 40 digits it is 5.34833312543e-53.
  static let illConditioned = [
    "hdv2003/wcrosstab/nivetud*age_classe.rao_scott.Wald.p": 1e-8,
    "hdv2003/wcrosstab/nivetud*age_classe.rao_scott.adjWald.p": 1e-8,
  ]

  var compared = 0
  var worst = 0.0
  var worstPlace = "-"
  var mismatches: [String] = []
  /// The ill-conditioned values met, with their error.
  var loose: [String] = []

  mutating func compare(_ expected: JSON, _ found: JSON?, at place: String, key: String = "") {
    switch expected {
    case .object(let members):
      guard case .object(let actual)? = found else { return mismatch(place, expected, found) }
      for (key, value) in members.sorted(by: { $0.key < $1.key }) {
        compare(value, actual[key], at: "\(place).\(key)", key: key)
      }
    case .array(let values):
      guard let actual = found?.array, actual.count == values.count else {
        return mismatch(place, expected, found)
      }
      for (index, value) in values.enumerated() {
        compare(value, actual[index], at: "\(place)[\(index)]", key: key)
      }
    case .null:
      compared += 1
      if let found, found != .null { mismatch(place, expected, found) }
    case .bool, .string:
      compared += 1
      if expected != found { mismatch(place, expected, found) }
    case .number(let value):
      compared += 1
      guard let actual = found?.double, actual.isFinite else {
        return mismatch(place, expected, found)
      }
      compare(value, actual, place, isP: Self.isP(key))
    }
  }

  private mutating func compare(_ value: Double, _ actual: Double, _ place: String, isP: Bool) {
    let slack = isP && abs(value) > 1e-290 ? 0 : 1e-12
    let distance = abs(value - actual)
    if distance <= max(slack, value == 0 ? 1e-12 : 0) { return }
    let relative = value == 0 ? Double.infinity : distance / abs(value)
    if let tolerance = Self.illConditioned[place] {
      loose.append("\(place): \(relative), allowed \(tolerance)")
      if relative > tolerance { mismatch(place, .number(value), .number(actual)) }
      return
    }
    if relative > worst, relative < .infinity { (worst, worstPlace) = (relative, place) }
    if relative > 1e-9 { mismatch(place, .number(value), .number(actual)) }
  }

  private static func isP(_ key: String) -> Bool {
    key == "p" || key.hasPrefix("p_") || key.hasSuffix("_p") || key.hasPrefix("fisher_p")
  }

  private mutating func mismatch(_ place: String, _ expected: JSON, _ found: JSON?) {
    func short(_ value: JSON?) -> String {
      guard let value else { return "(absent)" }
      switch value {
      case .object: return "{...}"
      case .array(let values): return "[\(values.count) values]"
      default: return "\(value)"
      }
    }
    mismatches.append("\(place): expected \(short(expected)), found \(short(found))")
  }
}
