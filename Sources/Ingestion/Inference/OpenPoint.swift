/// Something that no data can tell and a person must declare, with what the data show of it.
public enum OpenPoint: Sendable, Hashable {
  /// Which end of a scale is the good one. `steps`: its labels in order.
  case scaleDirection(steps: [String])
  /// What it means that a person chose none of the options; so many did.
  case nothingChosen(count: Int)
  /// Whether a text such as `99`, `0` or `NSP` is an answer.
  case code(String, count: Int)
  /// Whether "Ne sait pas" beside a scale counts as an answer.
  case beside(label: String, count: Int)
  /// Which of day and month comes first.
  case dateOrder(examples: [String])
  /// Whether `1,234` is one and a bit, or more than a thousand.
  case decimalSign(examples: [String])
  /// Where a cell with several answers splits. `joined`: different cells that hold the separator.
  case splitPoints(separator: String, joined: Int)
}
