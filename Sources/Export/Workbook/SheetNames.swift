/// Names of sheets that Excel takes: 31 characters at most, none of `[ ] : * ? / \`, no apostrophe at
/// either end, not the reserved word, and unique whatever their case.
struct SheetNames {
  static let limit = 31
  private var taken: Set<String> = ["history", "historique"]

  mutating func name(for text: String) -> String {
    let visible = SafeText.neutralised(text).map { "[]:*?/\\".contains($0) ? "-" : $0 }
    let base = Self.trimmed(String(visible), to: Self.limit)
    var name = base.isEmpty ? "x" : base
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let ending = " \(number)"
      name = Self.trimmed(base, to: Self.limit - ending.utf16.count) + ending
      number += 1
    }
    return name
  }

  private static func trimmed(_ text: String, to limit: Int) -> String {
    var out = text
    while out.utf16.count > limit { out.removeLast() }
    while let last = out.last, last == "'" || last == " " { out.removeLast() }
    while let first = out.first, first == "'" || first == " " { out.removeFirst() }
    return out
  }
}
