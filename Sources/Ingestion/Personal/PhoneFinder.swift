/// Phone numbers in a text: French ones however they are grouped (ten digits from 0; nine after +33,
/// 0033 or 33; a mobile number that lost its 0), and foreign ones that begin with + or 00.
enum PhoneFinder {
  static func ranges(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var index = 0
    while index < text.count {
      guard isStart(text, index), let run = Run(text, from: index) else {
        index += 1
        continue
      }
      if let end = run.numberEnd {
        out.append(index..<end)
        index = end
      } else {
        index = run.groups[0].end
      }
    }
    return out
  }

  private static func isStart(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    let scalar = text[index]
    guard scalar.isPlainDigit || scalar == "+" || scalar == "(" else { return false }
    return index == 0 || !text[index - 1].isPlainDigit
  }

  /// Groups of digits with a few signs between.
  private struct Run {
    struct Group {
      var size: Int
      var end: Int
      /// What stands before it.
      var joint: [Unicode.Scalar]
    }
    private(set) var groups: [Group] = []
    private var digits: [UInt8] = []
    private let hasPlus: Bool

    private static let joints = Set(" .-/_(),:*".unicodeScalars)
    /// A longer run is a list of numbers.
    private static let mostDigits = 20

    init?(_ text: [Unicode.Scalar], from start: Int) {
      var index = start
      if text[index] == "(" { index += 1 }
      hasPlus = index < text.count && text[index] == "+"
      if hasPlus { index += 1 }
      while index < text.count, text[index] == " " || text[index] == "(" { index += 1 }
      var joint: [Unicode.Scalar] = []
      while digits.count < Self.mostDigits {
        let first = index
        while index < text.count, text[index].isPlainDigit {
          digits.append(UInt8(text[index].value - 48))
          index += 1
        }
        if index == first { break }
        groups.append(Group(size: index - first, end: index, joint: joint))
        let end = index
        while index < text.count, index - end < 3, Self.joints.contains(text[index]) { index += 1 }
        joint = Array(text[end..<index])
        guard index < text.count, text[index].isPlainDigit, !joint.isEmpty else { break }
      }
      if groups.isEmpty { return nil }
    }

    /// Where the number ends that the run begins with; `nil` where it begins with none.
    var numberEnd: Int? {
      var count = 0
      var found: Int?
      for (index, group) in groups.enumerated() {
        count += group.size
        if isNumber(count, index + 1) { found = index }
      }
      guard var last = found else { return nil }
      // Digits typed too many belong to it.
      while last > 0, last + 1 < groups.count, groups[last + 1].size <= 2,
        groups[last + 1].joint == groups[last].joint
      {
        last += 1
      }
      return groups[last].end
    }

    private func isNumber(_ count: Int, _ groupCount: Int) -> Bool {
      let sizes = groups[..<groupCount].map(\.size)
      let start = digits[..<min(4, count)]
      if hasPlus || start.starts(with: [0, 0]) {
        let code = Array(digits[(hasPlus ? 0 : 2)..<max(hasPlus ? 0 : 2, count)])
        if code.starts(with: [3, 3]) {
          return code.count == 11 && code[2] != 0 || code.count == 12 && code[2] == 0
        }
        return (8...15).contains(code.count) && code[0] != 0
      }
      if count == 10, digits[0] == 0, digits[1] != 0 {
        return hasOneHand(groupCount) && !isDate(groupCount)
      }
      // By twos from 0, a digit short or too many: a slip of the pen.
      if (9...12).contains(count), digits[0] == 0, digits[1] != 0, groupCount >= 5,
        groupCount == groups.count, sizes.dropLast().allSatisfy({ $0 == 2 })
      {
        return hasOneHand(groupCount) && !isDate(groupCount)
      }
      if count == 11, start.starts(with: [3, 3]), digits[2] != 0 {
        return sizes == [11] || sizes[0] == 2 && hasOneHand(groupCount)
      }
      guard count == 9, digits[0] == 6 || digits[0] == 7, hasOneHand(groupCount) else {
        return false
      }
      // 612 345 678 may be a quantity; one that ends on 000 is.
      return sizes == [9] || sizes == [1, 2, 2, 2, 2]
        || sizes == [3, 3, 3] && digits[6...8] != [0, 0, 0]
    }

    /// Slashes, commas, colons and stars stand between all groups or between none.
    private func hasOneHand(_ groupCount: Int) -> Bool {
      let joints = groups[1..<max(1, groupCount)].map(\.joint)
      let strict = Set("/,:*".unicodeScalars)
      guard joints.contains(where: { $0.contains(where: strict.contains) }) else { return true }
      return joints.allSatisfy { $0 == joints[0] }
        && groups[..<groupCount].allSatisfy { $0.size == 2 }
    }

    /// `01.02.2024 10`, `01-02-23 - 03-04`.
    private func isDate(_ groupCount: Int) -> Bool {
      guard groupCount >= 3, groups[0].size <= 2, groups[1].size <= 2,
        groups[1].joint == groups[2].joint, groups[1].joint != [" "]
      else { return false }
      if groups[2].size == 4 {
        let year = groups[0].size + groups[1].size
        return digits[year] == 1 && digits[year + 1] == 9
          || digits[year] == 2 && digits[year + 1] == 0
      }
      return groups[3..<max(3, groupCount)].contains { $0.joint != groups[1].joint }
        && Int(digits[2]) * 10 + Int(digits[3]) <= 12
    }
  }
}
