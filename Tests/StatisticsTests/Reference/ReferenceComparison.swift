/// Compares an expected value with the one found, member by member, and keeps count.
///
/// Numbers agree to 1e-9 relative, or 1e-12 absolute except for p-values, which must agree relatively
/// however small. `null` means "not defined": the value found must be missing. Members that only the
/// value found has are not looked at.
struct ReferenceComparison {
  var compared = 0
  var worst = 0.0
  var worstPlace = "-"
  var mismatches: [String] = []

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
