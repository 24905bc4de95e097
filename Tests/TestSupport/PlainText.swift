extension String {
  /// The text as a keyboard types it: plain spaces, straight apostrophes. For tests of what a text
  /// says; how it is set has tests of its own.
  public var typed: String {
    replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ").replacing("’", with: "'")
  }
}
