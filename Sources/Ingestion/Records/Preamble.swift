/// What the beginning of a file says about its separator.
struct Preamble {
  let separatorLine: SeparatorLine?
  let delimiter: UInt8
  let origin: DelimiterOrigin

  /// Reads as much of the file as the question needs: a line if the separator is declared, else
  /// at most `ReaderLimits.sniffedBytes`. A declared separator wins over a line `sep=;`, which is
  /// still no record.
  ///
  /// - Parameter isSheet: the text comes from a workbook, whose first cell is never such a line.
  init(
    _ source: borrowing ByteSource, _ options: ReadOptions, isSheet: Bool = false
  ) throws(ReadFailure) {
    var text = try TextSource(source, declared: options.encoding)
    var sample = RecordBatch()
    func read(_ wanted: Int) throws(ReadFailure) {
      while sample.text.count < wanted, !text.atEnd {
        try text.fill(&sample.text, from: source, wanted: wanted - sample.text.count)
      }
    }
    try read(64)
    let line = isSheet ? nil : SeparatorLine(sample.text.bytes[..<sample.text.count])
    separatorLine = line
    if let declared = options.delimiter {
      (delimiter, origin) = (declared, .declared)
    } else if let line {
      (delimiter, origin) = (line.delimiter, .separatorLine)
    } else {
      var sniffer = DelimiterSniffer()
      for size in DelimiterSniffer.steps {
        try read(size)
        if sniffer.hasSeenEnough(of: &sample, isWhole: text.atEnd) { break }
      }
      let (best, evidence) = sniffer.verdict
      (delimiter, origin) = (best, .sniffed(evidence))
    }
  }
}
