import SurveyModel
import Testing

@testable import Ingestion

/// Numbers as most are written take a path over their bytes: it must say what the long one says.
@Suite struct PlainNumberTests {
  /// Every text of at most so many of these characters.
  private static func texts(_ length: Int, of characters: String) -> [String] {
    var all = [""]
    var longest = [""]
    for _ in 0..<length {
      longest = longest.flatMap { text in characters.map { text + String($0) } }
      all += longest
    }
    return all
  }

  @Test("Sign, digits, decimal sign, digits; nothing else is a number")
  func everyShortText() throws {
    let shape = try Regex("[-+]?[0-9]+([,.][0-9]+)?")
    for text in Self.texts(4, of: "019,.-+") {
      let isNumber = try shape.wholeMatch(in: text) != nil
      let plain = text.replacing(",", with: ".").replacing("+", with: "")
      #expect(readNumber(text) == (isNumber ? Double(plain) : nil), "\(text)")
    }
  }

  @Test("The nearest number, as Double(String) gives it", arguments: 1...15)
  func nearest(digits: Int) {
    for seed in 1...200 {
      let whole = String(seed * 982_451_653 % 1_000_000_007 * 48_271 + 1_234_567_890)
      let text = String((whole + whole).prefix(digits))
      for place in 1..<max(2, digits) where place < digits {
        let split = text.index(text.startIndex, offsetBy: place)
        let number = text[..<split] + "." + text[split...]
        #expect(readNumber(String(number)) == Double(number))
      }
      #expect(readNumber(text) == Double(text))
    }
  }

  @Test("A blank before a number, which leaves that path, changes nothing")
  func columnsOfOne() {
    for text in Self.texts(5, of: "01,.-") where text.contains(where: { ",.".contains($0) }) {
      let (plain, long) = (NumberFormat([text]), NumberFormat([" " + text]))
      #expect(plain.decimal == long.decimal && plain.isOpen == long.isOpen, "\(text)")
      for decimal in [DecimalSign.comma, .point] {
        let format = NumberFormat([text], declared: decimal)
        #expect(format.read(text) == format.read(" " + text), "\(text)")
      }
    }
  }
}
