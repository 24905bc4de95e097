/// The text of a page as a reader sees it, a block a line.
public enum VisibleText {
  public static func blocks(_ page: String) -> [String] {
    var text = page
    for pattern in [#/(?s)<style>.*?</style>/#, #/(?s)<script>.*?</script>/#] {
      text = text.replacing(pattern, with: "")
    }
    let block =
      #/</?(?:p|h[1-6]|li|dt|dd|t[dh]|caption|title|text|br|legend|label|option|summary|button|a)\b[^>]*>/#
    text = text.replacing(block, with: "\n")
    text = text.replacing(#/<[^>]*>/#, with: "")
    for (name, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] { text = text.replacing(name, with: character) }
    return text.split(separator: "\n").map { $0.trimmed }.filter { !$0.isEmpty }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
