/// How far a number can move while linear equations hold: the program's own attacker on numbers that
/// hang together in other ways than the rows and columns of one table.
///
/// Variables are differences from the truth, so that zero is a solution to start from, and each
/// answer is a solution that a reader could believe as well. A simplex method with bounds on
/// variables (Dantzig 1955, Econometrica 23), the tableau kept from one question to the next.
struct LinearRoom {
  /// One number that may move within bounds.
  struct Variable {
    var low: Double
    var high: Double
  }

  private(set) var variables: [Variable]
  /// Where each stands now.
  private(set) var values: [Double]
  private let width: Int
  /// Row by row: basic variable + Σ entry × other variable = constant.
  private var tableau: [Double]
  /// The basic variable of each row; `nil` for a row that no variable was pivoted into yet.
  private var basic: [Int?]
  private var rowOfVariable: [Int?]

  private static let tiny = 1e-7

  /// - Parameters:
  ///   - variables: bounds that hold zero.
  ///   - rows: equations: the terms add up to zero.
  init(_ variables: [Variable], rows: [[(variable: Int, factor: Double)]]) {
    self.variables = variables
    width = variables.count
    values = [Double](repeating: 0, count: variables.count)
    tableau = [Double](repeating: 0, count: rows.count * variables.count)
    basic = [Int?](repeating: nil, count: rows.count)
    rowOfVariable = [Int?](repeating: nil, count: variables.count)
    for (index, row) in rows.enumerated() {
      for term in row { tableau[index * width + term.variable] += term.factor }
    }
    // Each equation gives one variable, chosen from those that may move.
    for row in rows.indices {
      var best: Int?
      for variable in 0..<width where abs(tableau[row * width + variable]) > Self.tiny {
        if variables[variable].low < variables[variable].high || best == nil {
          best = variable
          if variables[variable].low < variables[variable].high { break }
        }
      }
      if let best { pivot(row, best) }
    }
  }

  /// Gives a variable new bounds; zero stays within.
  mutating func free(_ variable: Int, low: Double, high: Double) {
    variables[variable].low = min(low, values[variable])
    variables[variable].high = max(high, values[variable])
  }

  /// Moves a variable as far up, or down, as the equations let it, at most to `limit`.
  ///
  /// - Returns: how far from the truth it came.
  mutating func move(_ target: Int, isUp: Bool, limit: Double) -> Double {
    let sign: Double = isUp ? 1 : -1
    // Each step moves the target, or changes the basis without moving it: Bland's rule ends those.
    var still = 0
    for _ in 0..<Self.mostSteps {
      let reached = sign * values[target]
      if reached >= limit - Self.tiny { break }
      guard let (entering, direction) = entering(target, sign, isStrict: still > 20) else { break }
      let rate = self.rate(of: target, by: entering) * direction * sign
      let step = self.step(entering, direction, most: (limit - reached) / rate)
      still = step.length * rate > Self.tiny ? 0 : still + 1
      if step.length >= Self.endless { break }
      apply(entering, direction * step.length)
      if let row = step.row { pivot(row, entering) }
    }
    return sign * values[target]
  }

  private static let mostSteps = 4_000
  private static let endless = 1e12

  /// Goes back to the truth.
  mutating func reset() {
    for variable in values.indices { values[variable] = 0 }
  }

  /// Whether all numbers are whole: a reader counts people.
  var isWhole: Bool { values.allSatisfy { abs($0 - $0.rounded()) < 1e-5 } }

  /// Variables without room, of which more would let the target go further that way, with how much.
  func levers(of target: Int, isUp: Bool) -> [(variable: Int, isUp: Bool)] {
    guard let row = rowOfVariable[target] else { return [] }
    var out: [(Int, Bool)] = []
    for variable in 0..<width where rowOfVariable[variable] == nil {
      let entry = tableau[row * width + variable]
      if abs(entry) > Self.tiny { out.append((variable, (entry < 0) == isUp)) }
    }
    return out
  }

  /// A solution in whole numbers in which the variable comes as far as `limit`: where a number comes
  /// out in parts, it is held below and above them in turn (branch and bound, Land and Doig 1960).
  ///
  /// - Returns: `nil` where none was found in a few trials, which does not say that there is none.
  func whole(_ target: Int, isUp: Bool, limit: Double) -> [Double]? {
    guard tableau.count <= Self.mostEntries else { return nil }
    var open = [self]
    var trials = 0
    while var room = open.popLast(), trials < Self.mostTrials {
      trials += 1
      room.reset()
      let reached = room.move(target, isUp: isUp, limit: limit)
      guard reached >= limit - Self.tiny else { continue }
      guard let parted = room.values.firstIndex(where: { abs($0 - $0.rounded()) >= 1e-5 }) else {
        return room.values
      }
      let value = room.values[parted]
      // The truth must stay a solution to start from: the branch that holds it comes first.
      var (below, above) = (room, room)
      below.variables[parted].high = value.rounded(.down)
      above.variables[parted].low = value.rounded(.up)
      open += [below, above].filter {
        $0.variables[parted].low <= 0 && $0.variables[parted].high >= 0
      }
    }
    return nil
  }

  private static let mostTrials = 24
  private static let mostEntries = 400_000

  // MARK: steps

  private func rate(of target: Int, by entering: Int) -> Double {
    if target == entering { return 1 }
    guard let row = rowOfVariable[target] else { return 0 }
    return -tableau[row * width + entering]
  }

  /// A variable off the basis that moves the target the right way.
  private func entering(
    _ target: Int, _ sign: Double, isStrict: Bool
  ) -> (variable: Int, direction: Double)? {
    if rowOfVariable[target] == nil {
      let room =
        sign > 0 ? variables[target].high - values[target] : values[target] - variables[target].low
      return room > Self.tiny ? (target, sign) : nil
    }
    var best: (variable: Int, direction: Double)?
    var most = Self.tiny
    for variable in 0..<width where rowOfVariable[variable] == nil {
      let rate = rate(of: target, by: variable) * sign
      guard abs(rate) > most else { continue }
      let direction: Double = rate > 0 ? 1 : -1
      let room =
        direction > 0
        ? variables[variable].high - values[variable]
        : values[variable] - variables[variable].low
      guard room > Self.tiny else { continue }
      best = (variable, direction)
      if isStrict { return best }
      most = abs(rate)
    }
    return best
  }

  private func step(
    _ entering: Int, _ direction: Double, most: Double
  ) -> (length: Double, row: Int?) {
    var length =
      direction > 0
      ? variables[entering].high - values[entering] : values[entering] - variables[entering].low
    var leaving: Int?
    if most < length { length = most }
    for row in basic.indices {
      guard let variable = basic[row] else { continue }
      let change = -tableau[row * width + entering] * direction
      guard abs(change) > Self.tiny else { continue }
      let room =
        change > 0
        ? variables[variable].high - values[variable] : values[variable] - variables[variable].low
      let most = max(0, room) / abs(change)
      let isTied = abs(most - length) <= Self.tiny
      let comesFirst = leaving.flatMap { basic[$0] }.map { $0 > variable } ?? false
      if most < length - Self.tiny || isTied && comesFirst {
        length = min(most, length)
        leaving = row
      }
    }
    return (length, leaving)
  }

  private mutating func apply(_ entering: Int, _ change: Double) {
    guard change != 0 else { return }
    values[entering] += change
    for row in basic.indices {
      guard let variable = basic[row] else { continue }
      values[variable] -= tableau[row * width + entering] * change
    }
  }

  private mutating func pivot(_ row: Int, _ entering: Int) {
    if let old = basic[row] { rowOfVariable[old] = nil }
    basic[row] = entering
    rowOfVariable[entering] = row
    let width = width
    tableau.withUnsafeMutableBufferPointer { tableau in
      let start = row * width
      let scale = 1 / tableau[start + entering]
      var used: [Int] = []
      for column in 0..<width where tableau[start + column] != 0 {
        tableau[start + column] *= scale
        if abs(tableau[start + column]) < 1e-11 {
          tableau[start + column] = 0
        } else {
          used.append(column)
        }
      }
      tableau[start + entering] = 1
      for other in 0..<(tableau.count / max(width, 1)) where other != row {
        let factor = tableau[other * width + entering]
        guard factor != 0 else { continue }
        for column in used { tableau[other * width + column] -= factor * tableau[start + column] }
        tableau[other * width + entering] = 0
      }
    }
  }
}
