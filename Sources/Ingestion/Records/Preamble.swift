/// What the beginning of a file says about its separator.
struct Preamble {
  let separatorLine: SeparatorLine?
  let delimiter: UInt8
  let origin: DelimiterOrigin

  /// Reads as much of the file as the question needs: a line if the separator is declared, else
  /// `ReaderLimits.sniffedBytes`. A declared separator wins over a line `sep=;`, which is still no record.
  ///
  /// - Parameter isSheet: the text comes from a workbook, whose first cell is never such a line.
  init(
    _ source: borrowing ByteSource, _ options: ReadOptions, isSheet: Bool = false
  ) throws(ReadFailure) {
    var text = try TextSource(source, declared: options.encoding)
    var sample = TextBuffer()
    let wanted = options.delimiter == nil ? ReaderLimits.sniffedBytes : 64
    while sample.count < wanted, !text.atEnd {
      try text.fill(&sample, from: source, wanted: wanted)
    }
    let line = isSheet ? nil : SeparatorLine(sample.bytes[..<sample.count])
    separatorLine = line
    if let declared = options.delimiter {
      (delimiter, origin) = (declared, .declared)
    } else if let line {
      (delimiter, origin) = (line.delimiter, .separatorLine)
    } else {
      let (best, evidence) = DelimiterSniffer.sniff(sample, isWhole: text.atEnd)
      (delimiter, origin) = (best, .sniffed(evidence))
    }
  }
}
