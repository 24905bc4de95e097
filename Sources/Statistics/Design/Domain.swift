/// A subpopulation of a design: the rows an estimate is about.
///
/// The design keeps counting the units outside the domain, which is what separates a domain from a
/// smaller survey: its size is random too.
public struct Domain: Sendable, Equatable {
  /// The rows, in increasing order.
  public let rows: [Int32]

  init(rows: [Int32]) { self.rows = rows }

  /// How many rows, those of weight zero included.
  public var count: Int { rows.count }
  public var isEmpty: Bool { rows.isEmpty }
}

extension SurveyDesign {
  /// All rows of the design.
  public var everyone: Domain { Domain(rows: activeRows) }

  /// The rows where `mask` is true. - Precondition: one value a row.
  public func domain(where mask: [Bool]) -> Domain {
    precondition(mask.count == rowCount, "one value a row")
    return Domain(rows: activeRows.filter { mask[Int($0)] })
  }

  /// The rows that answered a question. Missing answers are a domain: their units stay in the
  /// variance.
  public func domain(answering column: CodeColumn) -> Domain {
    precondition(column.count == rowCount, "one code a row")
    return Domain(rows: activeRows.filter { column.codes[Int($0)] >= 0 })
  }

  /// The rows of each category, in one pass. - Complexity: O(rows).
  public func domains(by column: CodeColumn) -> [Domain] {
    precondition(column.count == rowCount, "one code a row")
    var rows = [[Int32]](repeating: [], count: column.categoryCount)
    for row in activeRows {
      let code = column.codes[Int(row)]
      if code >= 0 { rows[Int(code)].append(row) }
    }
    return rows.map(Domain.init)
  }

  /// The rows of `domain` that also answered `column`.
  public func restrict(_ domain: Domain, to column: CodeColumn) -> Domain {
    precondition(column.count == rowCount, "one code a row")
    return Domain(rows: domain.rows.filter { column.codes[Int($0)] >= 0 })
  }

  /// The rows of `domain` where `mask` is true.
  public func restrict(_ domain: Domain, where mask: [Bool]) -> Domain {
    precondition(mask.count == rowCount, "one value a row")
    return Domain(rows: domain.rows.filter { mask[Int($0)] })
  }

  /// Sampling units less strata, among the rows of the domain whose weight is not zero; never
  /// negative. Agrees with R `survey::degf` on a subset. - Complexity: O(rows of the domain).
  public func degreesOfFreedom(of domain: Domain) -> Int {
    var stratumSeen = [Bool](repeating: false, count: strata.count)
    var unitSeen = [Bool](repeating: false, count: rowUnits == nil ? 0 : unitStrata.count)
    var units = 0
    for row in domain.rows.lazy.map(Int.init) where weights[row] != 0 {
      if let rowUnits {
        let unit = Int(rowUnits[row])
        if !unitSeen[unit] {
          unitSeen[unit] = true
          units += 1
        }
      } else {
        units += 1
      }
      stratumSeen[Int(rowStrata?[row] ?? 0)] = true
    }
    return max(0, units - stratumSeen.count { $0 })
  }
}
