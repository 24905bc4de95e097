import Foundation
@_spi(_Unicode) import Swift
import Testing

@testable import Ingestion

@Suite("Normalisation form C") struct NormalizationTests {
  private func agrees(_ text: String) -> Bool {
    let composed = text.precomposedStringWithCanonicalMapping.unicodeScalars
    return NormalizationFormC.holds(text.unicodeScalars)
      == composed.elementsEqual(text.unicodeScalars)
  }

  @Test("Every scalar alone and decomposed, as the standard library has it") func scalars() {
    for value in UInt32(1)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value), !(0xAC20...0xD7A0).contains(value) else { continue }
      // Scalars younger than the tables may differ.
      if let age = scalar.properties.age, age.major > 14 { continue }
      let text = String(scalar)
      #expect(agrees(text), "U+\(String(value, radix: 16))")
      let decomposed = text.decomposedStringWithCanonicalMapping
      if !decomposed.unicodeScalars.elementsEqual(text.unicodeScalars) {
        #expect(agrees(decomposed), "U+\(String(value, radix: 16)) decomposed")
      }
    }
  }

  @Test("Hangul, where the standard library leaves a syllable and its final consonant apart")
  func hangul() {
    #expect(NormalizationFormC.holds("\u{AC00}\u{11A7}\u{AC01}".unicodeScalars))
    #expect(!NormalizationFormC.holds("\u{AC00}\u{11A8}".unicodeScalars))
    #expect(!NormalizationFormC.holds("\u{1100}\u{1161}".unicodeScalars))
    #expect(NormalizationFormC.holds("\u{AC01}\u{11A8}".unicodeScalars))
  }

  @Test("Random runs of bases and marks") func runs() {
    let scalars: [Unicode.Scalar] = [
      "a", "e", "o", "A", "E", "ç", "é", "ǖ", "œ", "\u{300}", "\u{301}", "\u{302}", "\u{308}",
      "\u{304}", "\u{327}", "\u{323}", "\u{331}", "\u{345}", "\u{34F}", "\u{5B0}", "\u{3099}", "か",
      "क", "\u{93C}", "\u{340}", "\u{212B}", "\u{1100}", "\u{1161}", "\u{AC01}",
    ]
    var random = Random(seed: 7)
    for _ in 0..<20_000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...5, using: &random) { view.append(random.pick(scalars)) }
      #expect(agrees(String(view)), "\(view.map { String($0.value, radix: 16) })")
    }
  }
}
