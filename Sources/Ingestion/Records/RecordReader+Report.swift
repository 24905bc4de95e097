extension RecordReader {
  /// What was learnt so far; complete once `next(into:)` has returned false or the last records.
  public var report: ReadReport {
    var report = ReadReport()
    (report.encoding, report.encodingOrigin) = (text.encoding, text.origin)
    report.hasMark = text.hasMark
    (report.delimiter, report.delimiterOrigin) = (scanner.delimiter, delimiterOrigin)
    report.lineEnds = scanner.lineEnds
    report.width = scanner.width
    report.recordCount = nextRecord - 1
    report.lineCount = scanner.line - 1
    report.byteCount = text.position
    (report.blockCount, report.verifiedBlockCount) = (blocks, verifiedBlocks)
    report.workbook = workbook
    var log = log
    for code in text.codes { log.note(code) }
    noteLineEnds(in: &log)
    report.diagnostics = log.diagnostics
    return report
  }

  /// A mixture of line ends, or line ends of old Macs.
  private func noteLineEnds(in log: inout DiagnosticLog) {
    let ends = scanner.lineEnds
    let first = scanner.firstLines
    if ends.cr > 0 {
      let all = ends.lf + ends.crlf == 0
      log.note(
        all ? .returnLineEnds : .loneReturn, count: ends.cr, at: ReadLocation(line: first.cr))
    } else if ends.lf > 0 && ends.crlf > 0 {
      log.note(
        .mixedLineEnds, count: min(ends.lf, ends.crlf),
        at: ReadLocation(line: ends.lf < ends.crlf ? first.lf : first.crlf))
    }
  }
}
