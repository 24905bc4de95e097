import Foundation
import SurveyModel
import Tabulation
import TestSupport
import Testing

@testable import Export

/// Charts as a printer without colours gives them: each kind is rasterised in grey, and what touches
/// must still be told apart.
@Suite struct GreyTests {
  static let hasTools = ["rsvg-convert", "convert"].allSatisfy { name in
    (try? Tool.launch("/usr/bin/env", [name, "--version"]))?.status == 0
  }

  /// A scale of eleven steps and a ranking of five places: the longest that the paints hold.
  static let charts = SampleCharts.all(.french) + [steps(3), steps(7), steps(11), ranks]

  static func steps(_ count: Int) -> ChartData {
    var chart = ChartDrawingTests.french.first { $0.kind == .divergingBars }!
    let first = Array(chart.marks.prefix(1))
    chart.name = "steps-\(count)"
    chart.totals = []
    chart.marks = (0..<count).map { step in
      var mark = first[0]
      mark.code = "s\(step)"
      mark.label = "\(step + 1)"
      mark.share = Figure(.percent(.respondents), .real(100 / Double(count), decimals: 1))
      return mark
    }
    return chart
  }

  static var ranks: ChartData {
    var chart = ChartDrawingTests.french.first { $0.kind == .stackedRanks }!
    let mark = chart.marks[0]
    chart.name = "ranks-5"
    chart.totals = []
    chart.marks = (1...5).map { rank in
      var mark = mark
      mark.series = "Rang \(rank)"
      mark.share = Figure(.percent(.respondents), .real(18, decimals: 1))
      return mark
    }
    return chart
  }

  @Test(.enabled(if: hasTools, "needs rsvg-convert and ImageMagick"), arguments: charts)
  func neighboursStayApart(_ chart: ChartData) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("chart.svg", chart.svg())
    let drawn = try Tool.launch(
      "/usr/bin/env", ["rsvg-convert", "--zoom", "2", "-o", folder.path + "/chart.png", path])
    #expect(drawn.status == 0, "\(drawn.errors)")
    let grey = try Tool.launch(
      "/usr/bin/env",
      [
        "convert", folder.path + "/chart.png", "-colorspace", "Gray", "-depth", "8",
        folder.path + "/chart.pgm",
      ])
    #expect(grey.status == 0, "\(grey.errors)")
    let image = try GreyImage(Data(contentsOf: URL(filePath: folder.path + "/chart.pgm")))
    let places = Rectangle.all(in: String(decoding: chart.svg(), as: UTF8.self))
    #expect(!places.isEmpty || chart.kind == .lines)
    var pairs = 0
    for (index, one) in places.enumerated() {
      for other in places[(index + 1)...] where one.touches(other) {
        pairs += 1
        let height = max(one.top, other.top) + 1.5
        let left = image.light(one.right - 2.5, height)
        let right = image.light(other.left + 2.5, height)
        let between = stride(from: one.right - 1.5, through: one.right + 1.5, by: 0.5)
          .map { image.light($0, height) }
        let line = between.map { min(GreyImage.contrast($0, left), GreyImage.contrast($0, right)) }
        #expect(
          GreyImage.contrast(left, right) >= 1.25 || (line.max() ?? 1) >= 1.25,
          "\(chart.name): \(left) beside \(right) at \(one.right), \(one.top)")
      }
    }
    let isStacked = chart.kind == .divergingBars || chart.kind == .stackedRanks
    #expect(!isStacked || pairs > 1)
  }

  /// Marks that are no tiles of a heat map, which carry their numbers, are seen on paper.
  @Test(arguments: [2, 3, 4, 5, 7, 10, 11])
  func edgesAreSeen(_ count: Int) {
    for paint in Paint.steps(count) + Paint.ranks(min(count, 5)) + Paint.themes {
      let edge = paint.isOutlined ? Paint.other.colour : paint.colour
      #expect(PaintTests.contrast(edge, Paint.paper.colour) >= 1.7, "\(paint)")
    }
  }

  /// Neighbours in a bar differ in light, not in colour alone.
  @Test(arguments: 2...11)
  func stepsDifferInLight(_ count: Int) {
    for scale in [Paint.steps(count), Paint.ranks(min(count, 5))] {
      for (index, (one, other)) in zip(scale, scale.dropFirst()).enumerated() {
        // Where the good side meets the bad one, a black line stands between them.
        if count % 2 == 0, index + 1 == count / 2, scale.count == count { continue }
        #expect(PaintTests.contrast(one.colour, other.colour) >= 1.25, "\(one) \(other)")
      }
    }
  }
}

/// A picture in grey, eight bits a pixel, drawn at twice its size.
private struct GreyImage {
  let width: Int
  let pixels: [UInt8]

  /// A binary PGM file.
  init(_ file: Data) throws {
    var fields: [Int] = []
    var place = 2
    while fields.count < 3 {
      while file[place] == 0x20 || file[place] == 0x0A { place += 1 }
      var number = 0
      while (0x30...0x39).contains(file[place]) {
        number = number * 10 + Int(file[place] - 0x30)
        place += 1
      }
      fields.append(number)
    }
    try #require(fields[2] == 255)
    width = fields[0]
    pixels = Array(file[(place + 1)...])
    try #require(pixels.count == fields[0] * fields[1])
  }

  /// The relative luminance at a place of the drawing.
  func light(_ x: Double, _ y: Double) -> Double {
    let index = Int(y * 2) * width + Int(x * 2)
    guard pixels.indices.contains(index) else { return 1 }
    let value = Double(pixels[index]) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  static func contrast(_ a: Double, _ b: Double) -> Double {
    (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}

/// A filled rectangle of a drawing, the ground apart.
private struct Rectangle {
  var left: Double
  var top: Double
  var width: Double
  var height: Double
  var right: Double { left + width }

  /// Side by side in one row, both wide enough to be seen.
  func touches(_ other: Self) -> Bool {
    abs(right - other.left) < 0.3 && abs(top - other.top) < 0.3 && width > 6 && other.width > 6
  }

  static func all(in svg: String) -> [Rectangle] {
    var shifts: [Double] = []
    return svg.matches(
      of:
        #/translate\(([0-9.]+),([0-9.]+)\)|<rect x="([0-9.-]+)" y="([0-9.-]+)" width="([0-9.]+)" height="([0-9.]+)" class="([^"]*)"|<\/g>/#
    ).compactMap { match -> Rectangle? in
      if let down = match.output.2.flatMap({ Double($0) }) {
        shifts.append(down)
        return nil
      }
      guard let x = match.output.3.flatMap({ Double($0) }),
        let y = match.output.4.flatMap({ Double($0) }),
        let width = match.output.5.flatMap({ Double($0) }),
        let height = match.output.6.flatMap({ Double($0) })
      else {
        shifts.removeLast()
        return nil
      }
      guard match.output.7 != "paper" else { return nil }
      // The margin to the left is the same for all marks.
      return Rectangle(
        left: x + 20, top: y + shifts.reduce(0, +), width: width, height: height)
    }
  }
}
