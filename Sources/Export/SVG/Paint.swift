/// A colour of the charts, and the class by which a page may change it.
///
/// Themes have twelve colours that stay apart for people who do not see red, green or blue
/// (`PaintTests` measures it); the scales run from light to dark, so they hold in grey.
struct Paint: Sendable, Hashable {
  var name: String
  var colour: String
  /// So light that its edge would be lost on paper.
  var isOutlined = false

  static let paper = Paint(name: "paper", colour: "#ffffff")
  /// Text.
  static let ink = Paint(name: "ink", colour: "#1a1d21")
  /// Text that may be passed over.
  static let muted = Paint(name: "muted", colour: "#565c64")
  /// Rules and frames.
  static let rule = Paint(name: "rule", colour: "#c9ced4")
  /// The bed on which a bar lies.
  static let bed = Paint(name: "bed", colour: "#eef0f2")
  /// Bars of answers that raise no theme.
  static let plain = Paint(name: "plain", colour: "#2b6a99")
  /// Answers outside the list.
  static let other = Paint(name: "other", colour: "#8b929a")
  /// Text on dark paint, in any light.
  static let onDark = Paint(name: "on-dark", colour: "#ffffff")
  /// Text on light paint, in any light.
  static let onLight = Paint(name: "on-light", colour: "#1a1d21")

  static let themes: [Paint] = [
    "#0f4a58", "#b14217", "#6e89cd", "#ad8409", "#2f7077", "#6b2899", "#ed8896", "#b5b419",
    "#761a18", "#1cbfda", "#8a4cd9", "#390b67",
  ].enumerated().map { Paint(name: "t\($0.offset)", colour: $0.element) }

  /// The colour of a theme by its number; beyond the twelve they come again, hatched.
  static func theme(_ number: Int) -> (paint: Paint, isHatched: Bool) {
    (themes[number % themes.count], (number / themes.count) % 2 == 1)
  }

  /// Shares, from none to most.
  static let heat: [Paint] = [
    "#f5f8fa", "#cfe0ee", "#a8c8e0", "#7aabcd", "#4b8bb8", "#256595", "#0e3f66",
  ].enumerated().map { Paint(name: "h\($0.offset)", colour: $0.element) }

  /// Parts of a bar in order, so many: the first place is the darkest.
  static func ranks(_ count: Int) -> [Paint] {
    let colours =
      count < 4
      ? ["#123f63", "#4b8bb8", "#b3cfe3"]
      : ["#123f63", "#3a78a8", "#7fafd0", "#b3cfe3", "#e3ecf4"]
    return (0..<count).map { index in
      let place = min(index, colours.count - 1)
      return Paint(
        name: "r\(place)", colour: colours[place],
        isOutlined: place >= max(2, colours.count - 2))
    }
  }

  private static let good = ["#0e4d7f", "#2f77ad", "#6fa5cf", "#a6c8e2", "#d3e3f0"]
  private static let bad = ["#8a3a06", "#bd5a17", "#de8a47", "#efb98c", "#f8dfca"]
  private static let middle = Paint(name: "d-middle", colour: "#b9bfc6")

  /// Steps of a scale of this length, the best first: blue, grey in the middle, brown.
  static func steps(_ count: Int) -> [Paint] {
    let half = count / 2
    /// The most extreme shades are kept however many there are.
    func shade(_ index: Int) -> Int {
      half <= 1 ? 1 : half == 2 ? index * 2 : min(4, index * 4 / max(1, half - 1))
    }
    let goods = (0..<half).map {
      Paint(name: "d-good\(shade($0))", colour: good[shade($0)], isOutlined: shade($0) == 4)
    }
    let bads = (0..<half).map {
      Paint(name: "d-bad\(shade($0))", colour: bad[shade($0)], isOutlined: shade($0) == 4)
    }
    return goods + (count % 2 == 1 ? [middle] : []) + bads.reversed()
  }

  /// The paint of text that stands on this one.
  var text: Paint { luminance < 0.2 ? .onDark : .onLight }

  /// Relative luminance (WCAG 2, without its linear toe, which makes no difference here).
  private var luminance: Double {
    let digits = colour.utf8.dropFirst().map { byte -> Int in
      byte <= UInt8(ascii: "9") ? Int(byte) - 48 : Int(byte) - 87
    }
    guard digits.count == 6 else { return 1 }
    func channel(_ index: Int) -> Double {
      let value = Double(digits[index] * 16 + digits[index + 1]) / 255
      // x^2.4 between its square and its cube.
      return value * value * (0.6 + 0.4 * value)
    }
    return 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
  }
}
