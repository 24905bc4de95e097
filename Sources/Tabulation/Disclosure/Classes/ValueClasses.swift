internal import SurveyModel

/// The classes in which a public edition gives a number or a date.
///
/// A class is there whether anybody is in it or not: bounds are multiples of a round width, and the two
/// open ends hold `base` people or more. Neither one person's value nor that it was given can be seen
/// in them.
struct ValueClasses {
  let unit: ValueDistribution.Unit
  /// Where each class but the first begins, ascending: numbers, or months since year 0.
  let lowers: [Double]
  /// Values count with their whole part.
  let isWhole: Bool

  /// The smallest distance of two bounds; 0 where there is one bound alone.
  let width: Double

  var count: Int { lowers.count + 1 }

  private static let most = 10
  private static let mostMonths = 24

  /// - Returns: `nil` where the people are too few for two classes.
  init?(_ distribution: ValueDistribution, base: Int) {
    let (unit, people) = (distribution.unit, distribution.counts[0])
    let all = people.reduce(0, +)
    let broken = zip(distribution.values, people).reduce(0) {
      $1.0 == $1.0.rounded(.down) ? $0 : $0 + $1.1
    }
    // A single half is no reason to name halves.
    let isWhole = unit == .day || broken < base
    let keys = distribution.values.map { Self.key($0, unit, isWhole: isWhole) }
    guard all >= 2 * base, let low = Self.edge(zip(keys, people), base),
      let high = Self.edge(zip(keys, people).reversed(), base), low < high
    else { return nil }
    let most = Double(max(2, min(unit == .day ? Self.mostMonths : Self.most, all / base)))
    let wide = Self.widths(unit, isWhole: isWhole, least: (high - low) / (4 * most)).first {
      $0.place(of: high) - $0.place(of: low) < most
    }
    guard let wide, wide.place(of: low) < wide.place(of: high) else { return nil }
    self.unit = unit
    self.isWhole = isWhole
    width = wide.step / wide.parts
    lowers = stride(from: wide.place(of: low) + 1, through: wide.place(of: high), by: 1).map {
      wide.bound($0)
    }
  }

  /// Classes that an earlier release showed, by the names of its rows: other bounds beside them would
  /// tell of the people in between.
  ///
  /// - Returns: `nil` where the names are of no classes.
  init?(unit: ValueDistribution.Unit, rows: [String]) {
    guard rows.contains(where: { $0.contains("..") }) else { return nil }
    var bounds: Set<Double> = []
    let isWhole = !rows.contains { $0.contains("<") }
    for row in rows {
      let isOpenEnd = row.contains("..")
      let ends = isOpenEnd ? Self.ends(of: row) : [row, row]
      if let low = ends.first.flatMap({ Self.number($0, unit) }) { bounds.insert(low) }
      if let high = ends.last.flatMap({ Self.number($0, unit) }) {
        bounds.insert(isWhole ? high + 1 : high)
      }
    }
    guard !bounds.isEmpty else { return nil }
    self.unit = unit
    self.isWhole = isWhole
    lowers = bounds.sorted()
    width = zip(lowers, lowers.dropFirst()).map { $1 - $0 }.min() ?? 0
  }

  /// The class of a value.
  ///
  /// - Complexity: O(classes).
  func place(of value: Double) -> Int {
    let key = Self.key(value, unit, isWhole: isWhole)
    return lowers.firstIndex { key < $0 } ?? lowers.count
  }

  private static func key(
    _ value: Double, _ unit: ValueDistribution.Unit, isWhole: Bool
  ) -> Double {
    guard unit == .day else { return isWhole ? value.rounded(.down) : value }
    let date = CalendarDate(days: Int(value))
    return Double(date.year * 12 + date.monthNumber - 1)
  }

  /// The value up to which `base` people are.
  private static func edge(
    _ line: some Sequence<(Double, Int)>, _ base: Int
  ) -> Double? {
    var sum = 0
    for (value, people) in line {
      sum += people
      if sum >= base { return value }
    }
    return nil
  }

  // MARK: round widths

  /// `step` over `parts`, both whole, so that bounds are exact.
  private struct Width {
    var step: Double
    var parts: Double = 1
    func place(of value: Double) -> Double { (value * parts / step).rounded(.down) }
    func bound(_ place: Double) -> Double { place * step / parts }
  }

  /// - Parameter least: widths far under it are left out.
  private static func widths(
    _ unit: ValueDistribution.Unit, isWhole: Bool, least: Double
  ) -> [Width] {
    if unit == .day {
      return [1, 3, 12, 24, 60, 120, 240, 600, 1200].map { Width(step: $0) }
    }
    var out: [Width] = []
    for power in (isWhole ? 0 : -9)..<16 {
      var ten = 1.0
      for _ in 0..<abs(power) { ten *= 10 }
      for digit in [1.0, 2, 5] {
        let width = power < 0 ? Width(step: digit, parts: ten) : Width(step: digit * ten)
        if width.step / width.parts >= least || isWhole { out.append(width) }
      }
    }
    return out
  }
}
