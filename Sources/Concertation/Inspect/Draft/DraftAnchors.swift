internal import Ingestion
internal import SurveyModel

/// What several questions declare alike is written once, at an anchor, and called by its alias: one
/// answer settles them all.
struct DraftAnchors {
  private var names: [String: String] = [:]
  private var uses: [String: Int] = [:]
  private var taken: Set<String> = []

  /// How a value is written: in full, behind an anchor where others will call it, or as an alias.
  enum Form: Equatable {
    case plain
    case anchor(String)
    case alias(String)
  }

  /// Counts a use, in a first pass over the questions.
  mutating func note(_ key: String) { uses[key, default: 0] += 1 }

  /// The form of the next use, in the second pass.
  ///
  /// - Parameter name: what the anchor is called, as far as that is free.
  mutating func form(_ key: String, name: String) -> Form {
    if let known = names[key] { return .alias(known) }
    guard uses[key, default: 0] > 1 else { return .plain }
    var candidate = name
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(name)-\(number)"
      number += 1
    }
    names[key] = candidate
    return .anchor(candidate)
  }

  func useCount(_ key: String) -> Int { uses[key, default: 0] }
}

extension DraftAnchors.Form {
  /// The value behind its key: ` TODO`, ` &sens TODO`, ` *sens`.
  func scalar(_ value: String) -> String {
    switch self {
    case .plain: value
    case .anchor(let name): "&\(name) \(value)"
    case .alias(let name): "*\(name)"
    }
  }
}

/// What makes two declarations the same.
enum DraftKey {
  static func options(_ options: [DraftOption]) -> String {
    "options:" + options.map { "\($0.code)=\($0.label)=\($0.isBeside)" }.joined(separator: "|")
  }

  static func direction(_ options: [DraftOption]) -> String { "best:" + Self.options(options) }

  static func direction(_ range: ClosedRange<Int>, block: String?, id: String) -> String {
    "best:\(range):" + (block ?? "#" + id)
  }

  static let blank = "blank"
  static let decimal = "decimal"
  static let order = "order"

  static func separator(_ text: String) -> String { "separator:" + text }

  static func code(_ code: String, block: String?, id: String) -> String {
    "code:\(code):" + (block ?? "#" + id)
  }
}

/// An option as the draft writes it.
struct DraftOption: Hashable {
  var code: String
  var label: String
  /// Stands beside a scale, and its meaning is open.
  var isBeside: Bool
  var count: Int?
}
