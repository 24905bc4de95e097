/// Sizes beyond which a workbook is refused. Excel's own limits stand beside ours, which keep a small
/// hostile file from filling the memory.
enum WorkbookLimits {
  /// Excel's.
  static let rows = 1_048_576
  static let columns = 16_384
  /// Of one part, unpacked.
  static let partBytes = 2 << 30
  /// Of the shared texts, and of the sheet once it is plain text.
  static let textBytes = 512 << 20
  /// Unpacked bytes for one packed one; real sheets reach 30, deflate itself 1032.
  static let ratio = 300
  /// Up to here no ratio is suspect.
  static let harmlessBytes = 32 << 20

  static func isBomb(unpacked: Int, packed: Int) -> Bool {
    unpacked > partBytes || (unpacked > harmlessBytes && unpacked / max(packed, 1) > ratio)
  }
}
