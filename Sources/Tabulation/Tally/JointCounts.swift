internal import SurveyModel

/// People and the sum of their weights.
struct Sum: BitwiseCopyable {
  var count = 0
  var weight = 0.0

  @inline(__always)
  mutating func add(_ weight: Double) {
    count &+= 1
    self.weight += weight
  }

  @inline(__always)
  mutating func add(_ other: Sum) {
    count &+= other.count
    weight += other.weight
  }
}

/// How often each pair of codes occurs, and the weight of the records that hold it.
struct JointCounts {
  private let bins: Int
  private let groups: Int
  private var sums: [Sum]

  /// - Complexity: O(records + bins × groups).
  init(_ codes: Codes, bins: Int, by groupCodes: Codes?, groups: Int, weights: [Double]?) {
    self.bins = bins
    self.groups = groups
    sums = Array(repeating: Sum(), count: bins * groups)
    precondition(weights.map { $0.count == codes.count } ?? true)
    guard let groupCodes else {
      countAll(codes, weights)
      return
    }
    precondition(groupCodes.count == codes.count)
    switch codes.storage {
    case .u8(let codes): count(codes, groupCodes, weights)
    case .u16(let codes): count(codes, groupCodes, weights)
    case .u32(let codes): count(codes, groupCodes, weights)
    }
  }

  /// Every pair that occurs, groups in order and codes in order.
  func visit(_ body: (_ code: Int, _ group: Int, _ count: Int, _ weight: Double) -> Void) {
    for group in 0..<groups {
      for code in 0..<bins {
        let sum = sums[group * bins + code]
        if sum.count > 0 { body(code, group, sum.count, sum.weight) }
      }
    }
  }

  private mutating func countAll(_ codes: Codes, _ weights: [Double]?) {
    guard let weights else {
      for (code, count) in codes.histogram(bins: bins).enumerated() { sums[code].count = count }
      return
    }
    func add<Code: FixedWidthInteger>(_ codes: [Code]) {
      for record in codes.indices { sums[Int(codes[record])].add(weights[record]) }
    }
    switch codes.storage {
    case .u8(let codes): add(codes)
    case .u16(let codes): add(codes)
    case .u32(let codes): add(codes)
    }
  }

  private mutating func count<Code: FixedWidthInteger>(
    _ codes: [Code], _ groups: Codes, _ weights: [Double]?
  ) {
    switch groups.storage {
    case .u8(let groups): count(codes, groups, weights)
    case .u16(let groups): count(codes, groups, weights)
    case .u32(let groups): count(codes, groups, weights)
    }
  }

  private mutating func count<Code: FixedWidthInteger, Group: FixedWidthInteger>(
    _ codes: [Code], _ groups: [Group], _ weights: [Double]?
  ) {
    let bins = self.bins
    if let weights {
      for record in codes.indices {
        sums[Int(groups[record]) &* bins &+ Int(codes[record])].add(weights[record])
      }
    } else {
      for record in codes.indices {
        sums[Int(groups[record]) &* bins &+ Int(codes[record])].count &+= 1
      }
    }
  }
}
