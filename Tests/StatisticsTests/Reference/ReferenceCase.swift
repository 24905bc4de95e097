import Statistics

/// One case of an expectation file: an operation with its arguments.
struct ReferenceCase {
  let id: String
  let operation: String
  let arguments: JSON
  let expected: JSON
  /// Loads the data set of the file, or another one by its path.
  let table: (String?) throws -> ReferenceTable
  /// Labels stated at the head of the file.
  let labels: JSON

  /// Fails on an argument that the operation does not list.
  func allow(_ names: String...) throws {
    for name in arguments.members.keys where !names.contains(name) {
      throw UnknownReference("argument \(name) of \(operation) in \(id)")
    }
  }

  func has(_ name: String) -> Bool { arguments[name] != nil }

  func string(_ name: String) throws -> String {
    guard let value = arguments[name]?.string else { throw missing(name) }
    return value
  }

  func strings(_ name: String) throws -> [String] {
    guard let value = arguments[name]?.strings else { throw missing(name) }
    return value
  }

  func double(_ name: String) throws -> Double {
    guard let value = arguments[name]?.double else { throw missing(name) }
    return value
  }

  func doubles(_ name: String) throws -> [Double] {
    guard let value = arguments[name]?.doubles else { throw missing(name) }
    return value
  }

  var level: Double { arguments["level"]?.double ?? 0.95 }

  func missing(_ name: String) -> UnknownReference {
    UnknownReference("value of \(name) for \(operation) in \(id)")
  }

  /// 1 where a categorical or text column has a value, 0 elsewhere, nil where it is empty.
  func indicator(_ table: ReferenceTable) throws -> [Bool?] {
    let value = try string("value")
    return try table.text(string("var")).map { $0.map { $0 == value } }
  }

  /// The design that the arguments describe.
  func design(_ table: ReferenceTable) throws -> SurveyDesign {
    try Self.design(arguments, table)
  }

  static func design(_ arguments: JSON, _ table: ReferenceTable) throws -> SurveyDesign {
    let strata = try arguments["strata"]?.string.map { try table.codes($0) }
    var sizes: [Double]?
    if let name = arguments["fpc"]?.string {
      let values = try table.weights(name)
      var result = [Double](repeating: 1, count: strata?.categoryCount ?? 1)
      for (row, value) in values.enumerated() { result[Int(strata?.codes[row] ?? 0)] = value }
      sizes = result
    }
    return try SurveyDesign(
      rowCount: table.rowCount, weights: arguments["weight"]?.string.map { try table.weights($0) },
      strata: strata, clusters: arguments["psu"]?.string.map { try table.codes($0) },
      populationSizes: sizes)
  }
}

extension Interval {
  var json: JSON { JSON(["lower": .number(lower), "upper": .number(upper)]) }
}

extension Result where Success == Interval, Failure == Undefined {
  /// Both limits, null where there is no interval.
  var json: JSON {
    value?.json ?? JSON(["lower": .null, "upper": .null])
  }
}

extension Result where Success == Double, Failure == Undefined {
  var json: JSON { JSON(value) }
}

/// Percent of an optional share.
func percent(_ share: Double?) -> Double? { share.map { 100 * $0 } }
