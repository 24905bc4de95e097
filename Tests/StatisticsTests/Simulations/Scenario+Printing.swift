import Foundation

extension Scenario {
  /// Whether the long simulations were asked for: CONCERTATION_SIMULATIONS=1.
  static var isLong: Bool {
    ProcessInfo.processInfo.environment["CONCERTATION_SIMULATIONS"] == "1"
  }

  /// A number with a given count of decimals, for the printed figures.
  static func text(_ value: Double, _ decimals: Int = 3) -> String {
    String(format: "%.\(decimals)f", value)
  }
}
