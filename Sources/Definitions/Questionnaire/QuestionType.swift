/// The word after `type:`, and the keys that go with it.
enum QuestionType: String, CaseIterable {
  case single, multiple, scale, number, date, ranking, open, quartier
  case personalData = "personal-data"
  case ignored

  static let words = allCases.map(\.rawValue)

  /// Keys of every question.
  static let commonKeys = [
    "id", "text", "label", "wording", "column", "type", "asked-if",
  ]

  /// Every key that some question may have.
  static let allKeys: [String] = {
    var keys = commonKeys
    for type in allCases {
      for key in type.ownKeys where !keys.contains(key) { keys.append(key) }
    }
    return keys
  }()

  /// The keys that this type takes beside the common ones.
  var ownKeys: [String] {
    switch self {
    case .single: ["options", "other", "blank", "missing"]
    case .multiple:
      [
        "options", "other", "columns", "layout", "separator", "ticked", "not-ticked", "limit",
        "blank", "missing",
      ]
    case .scale: ["options", "range", "best", "box", "blank", "missing"]
    case .ranking:
      [
        "options", "other", "columns", "layout", "separator", "depth", "points", "blank",
        "missing",
      ]
    case .date: ["order", "blank", "missing"]
    case .number: ["decimal", "blank", "missing"]
    case .open, .quartier: ["blank", "missing"]
    case .personalData, .ignored: []
    }
  }

  static func types(taking key: String) -> [String] {
    allCases.filter { $0.ownKeys.contains(key) }.map(\.rawValue)
  }

  /// Nothing of its answers is kept.
  var isOmitted: Bool { self == .personalData || self == .ignored }
}
