import Foundation
import Testing

@testable import Export

/// What the colours promise, measured: contrasts by WCAG 2.2, colour blindness as simulated by
/// Machado, Oliveira and Fernandes (2009), distances in Oklab (Ottosson 2020).
@Suite struct PaintTests {
  typealias Vector = [Double]

  static func linear(_ colour: String) -> Vector {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    return [16, 8, 0].map { shift in
      let channel = Double(value >> shift & 255) / 255
      return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
    }
  }

  static func luminance(_ colour: String) -> Double {
    zip(linear(colour), [0.2126, 0.7152, 0.0722]).reduce(0) { $0 + $1.0 * $1.1 }
  }

  static func contrast(_ a: String, _ b: String) -> Double {
    let (first, second) = (luminance(a), luminance(b))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  static func times(_ matrix: [Vector], _ vector: Vector) -> Vector {
    matrix.map { zip($0, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// Severity 1.0 of each deficiency, on linear RGB.
  static let sights: [String: [Vector]] = [
    "usual": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protanopia": [
      [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
      [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
      [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
      [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.303900],
    ],
  ]

  static func oklab(_ rgb: Vector) -> Vector {
    let cones = times(
      [
        [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
      ], rgb.map { min(1, max(0, $0)) })
    return times(
      [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
      ], cones.map { cbrt($0) })
  }

  @Test(arguments: sights.keys.sorted())
  func themesStayApart(_ sight: String) throws {
    let matrix = try #require(Self.sights[sight])
    let seen = Paint.themes.map { Self.oklab(Self.times(matrix, Self.linear($0.colour))) }
    for (index, colour) in seen.enumerated() {
      for other in seen[..<index] {
        let distance = sqrt(zip(colour, other).reduce(0) { $0 + pow($1.0 - $1.1, 2) })
        #expect(distance > 0.1, "\(Paint.themes[index].colour)")
      }
    }
  }

  /// In grey, each step of a scale is lighter than the one before.
  @Test(arguments: [Paint.heat.reversed(), Paint.ranks(3), Paint.ranks(5)])
  func scalesHoldInGrey(_ scale: [Paint]) {
    let greys = scale.map { Self.luminance($0.colour) }
    for (dark, light) in zip(greys, greys.dropFirst()) {
      #expect((light + 0.05) / (dark + 0.05) > 1.08)
    }
  }

  @Test func sidesOfAScaleStartDark() {
    for count in 2...11 {
      let paints = Paint.steps(count)
      #expect(paints.count == count && Set(paints).count == count)
      let half = paints.prefix(count / 2).map { Self.luminance($0.colour) }
      #expect(half == half.sorted())
      let other = paints.suffix(count / 2).map { Self.luminance($0.colour) }
      #expect(other == other.sorted(by: >))
    }
  }

  @Test func textOnPaintIsLegible() {
    let paints =
      Paint.themes + Paint.heat + Paint.ranks(3) + Paint.ranks(5) + (2...10).flatMap(Paint.steps)
      + [.paper, .plain, .other]
    for paint in paints {
      #expect(Self.contrast(paint.colour, paint.text.colour) >= 4.5, "\(paint)")
    }
    for text in [Paint.ink, .muted] {
      #expect(Self.contrast(text.colour, Paint.paper.colour) >= 4.5)
    }
  }
}
