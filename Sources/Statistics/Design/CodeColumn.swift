/// The answers of all rows to one closed question, as codes 0 ..< `categoryCount`.
///
/// A negative code is a missing answer. The codes are checked once, here, so that the kernels may
/// count without looking again. Ordinal scales keep their order in the codes.
public struct CodeColumn: Sendable, Equatable {
  /// One code a row; negative when there is no answer.
  public let codes: [Int32]
  /// How many categories the question has, with or without answers.
  public let categoryCount: Int

  /// - Throws: `DesignError.codeOutOfRange` for the first code that is `categoryCount` or more.
  public init(_ codes: [Int32], categoryCount: Int) throws(DesignError) {
    for (row, code) in codes.enumerated() where Int(code) >= categoryCount {
      throw .codeOutOfRange(row: row, code: Int(code), categories: categoryCount)
    }
    self.codes = codes
    self.categoryCount = categoryCount
  }

  /// A column from small integers of any width.
  ///
  /// - Parameter missing: a code reserved for missing answers, besides the negative ones.
  @inlinable
  public init<Code: BinaryInteger>(
    converting codes: some Sequence<Code>, categoryCount: Int, missing: Code? = nil
  ) throws(DesignError) {
    var converted: [Int32] = []
    converted.reserveCapacity(codes.underestimatedCount)
    for code in codes {
      converted.append(code < 0 || code == missing ? -1 : Int32(clamping: code))
    }
    try self.init(converted, categoryCount: categoryCount)
  }

  public var count: Int { codes.count }

  /// Whether each row has answered.
  public var answered: [Bool] { codes.map { $0 >= 0 } }

  /// 1 in the category, 0 in another, `nil` without an answer.
  public func indicator(of category: Int) -> [Double?] {
    codes.map { $0 < 0 ? nil : ($0 == Int32(category) ? 1 : 0) }
  }

  /// One column whose categories are the pairs of both: `first * other.categoryCount + second`.
  /// Missing where either is.
  public func crossed(with other: CodeColumn) -> CodeColumn {
    precondition(count == other.count, "columns of different lengths")
    let width = Int32(other.categoryCount)
    var result = codes
    for i in result.indices {
      let (a, b) = (codes[i], other.codes[i])
      result[i] = a < 0 || b < 0 ? -1 : a * width + b
    }
    return CodeColumn(unchecked: result, categoryCount: categoryCount * other.categoryCount)
  }

  init(unchecked codes: [Int32], categoryCount: Int) {
    self.codes = codes
    self.categoryCount = categoryCount
  }
}
