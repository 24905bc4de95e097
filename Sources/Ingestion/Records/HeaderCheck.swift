/// Looks for headings that cannot tell their columns apart.
enum HeaderCheck {
  /// Notes empty and repeated headings of the first row. Headings are compared trimmed and by
  /// canonical equivalence; columns are addressed by position all the same.
  static func run(on header: RecordBatch, log: inout DiagnosticLog) {
    var seen: Set<String> = []
    for (column, index) in header.cellIndices(ofRow: 0).enumerated() {
      let heading = trimmed(header.string(header.cell(index)))
      let place = header.location(ofRow: 0, column: column)
      if heading.isEmpty {
        log.note(.emptyHeading, at: place)
      } else if !seen.insert(heading).inserted {
        log.note(.duplicateHeading, at: place)
      }
    }
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
