/// A value of a definition file and where it stands. Every scalar is text: `yes`, `1` and `~` are
/// words.
struct YAMLNode: Sendable {
  enum Content: Sendable {
    /// `isBlank`: nothing was written, as after `key:`; `""` is written.
    case text(String, isBlank: Bool)
    case mapping([YAMLEntry])
    case sequence([YAMLNode])
  }

  var content: Content
  /// Counts from 1.
  var line: Int
  /// In characters, counts from 1.
  var column: Int

  /// The entries of a mapping, in the order of the file.
  var entries: [YAMLEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  var items: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  var text: String? {
    if case .text(let text, _) = content { text } else { nil }
  }

  var isBlank: Bool {
    if case .text(_, isBlank: true) = content { true } else { false }
  }
}

/// One `key: value` of a mapping.
struct YAMLEntry: Sendable {
  var key: String
  var line: Int
  var column: Int
  var value: YAMLNode
}
