/// A YAML text without what is text for certain: lines that are remarks, and quoted values that fill
/// the rest of their line. What a guard looks for in the rest stands outside quotes.
///
/// Where quotes do not pair up on each line, a value may go over several lines and nothing is
/// certain: the text is returned as it is.
func withoutQuotedValues(_ text: String) -> String {
  var out: [UInt8] = []
  for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    let start = line.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? line.endIndex
    if start == line.endIndex || line[start] == UInt8(ascii: "#") {
      out.append(UInt8(ascii: "\n"))
      continue
    }
    if let kept = headOfQuotedValue(line) {
      out += kept
    } else if !quotesPairUp(line) {
      return text
    } else {
      out += line
    }
    out.append(UInt8(ascii: "\n"))
  }
  return String(decoding: out, as: UTF8.self)
}

/// What stands before a value in double quotes that ends its line; `nil` for other lines.
private func headOfQuotedValue(_ line: Substring.UTF8View) -> Substring.UTF8View? {
  let quote = UInt8(ascii: "\"")
  guard let open = line.firstIndex(of: quote) else { return nil }
  let head = line[..<open]
  guard head.last == 0x20, !head.contains(UInt8(ascii: "'")),
    head.suffix(2).first == UInt8(ascii: ":") || head.suffix(2).first == UInt8(ascii: "-")
  else { return nil }
  var index = line.index(after: open)
  while index < line.endIndex, line[index] != quote {
    // The byte behind a backslash belongs to it.
    if line[index] == UInt8(ascii: "\\"), line.index(after: index) < line.endIndex {
      index = line.index(after: index)
    }
    index = line.index(after: index)
  }
  guard index < line.endIndex else { return nil }
  let rest = line[line.index(after: index)...].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  guard rest.isEmpty || rest.first == UInt8(ascii: "#") else { return nil }
  return head
}

private func quotesPairUp(_ line: Substring.UTF8View) -> Bool {
  line.count { $0 == UInt8(ascii: "\"") } % 2 == 0
    && line.count { $0 == UInt8(ascii: "'") } % 2 == 0
}
