/// Emphasis on a terminal, of which nothing depends: without colour the text says the same.
struct TerminalStyle: Sendable {
  enum Role: Sendable {
    case plain
    /// Titles, first ranks.
    case strong
    /// Bases, notes, rules.
    case quiet
    case bar
  }

  let hasColour: Bool

  func text(_ text: String, _ role: Role) -> String {
    guard hasColour, !text.isEmpty else { return text }
    // Colours of the sixteen that read on a light and on a dark ground.
    let code: String
    switch role {
    case .plain: return text
    case .strong: code = "1"
    case .quiet: code = "2"
    case .bar: code = "36"
    }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
