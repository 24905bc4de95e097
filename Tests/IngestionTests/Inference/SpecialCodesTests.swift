import Testing

@testable import Ingestion

@Suite struct SpecialCodesTests {
  @Test(arguments: [
    ([1, 2, 3, 4, 9], [9]), ([1, 2, 3, 4, 5, 8, 9], [8, 9]), ([1, 2, 88, 99], [88, 99]),
    ([0, 1, 2, -99], [-99]), ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], []), ([17, 25, 43, 88, 92], []),
    ([1, 2, 3], []), ([], []), ([20, 45, 63, 99], [99]), ([20, 45, 63, 999], [999]),
  ])
  func `codes far from the answers`(numbers: [Int], codes: [Int]) {
    #expect(SpecialCodes.among(Set(numbers)) == codes)
  }

  @Test func `scales of numbers`() throws {
    #expect(try #require(NumericScaleGuess([1, 2, 3, 4, 9], heading: "Avis")).range == 1...4)
    let stated = try #require(
      NumericScaleGuess([3, 4, 5, 99], heading: "Sur une échelle de 1 à 10, notez"))
    #expect(stated.range == 1...10)
    #expect(stated.special == [99])
    #expect(NumericScaleGuess([1, 2, 3, 40], heading: "Avis") == nil)
    #expect(NumericScaleGuess([0, 1, 2, 3], heading: "Combien d'enfants ?") == nil)
    #expect(NumericScaleGuess([1, 2], heading: "Sexe") == nil)
  }

  @Test(arguments: [
    ("Sur une échelle de 1 à 5, notez", 1...5), ("Rate it from 0 to 10", 0...10),
    ("Note (1-10)", 1...10),
  ])
  func `bounds in the heading`(heading: String, range: ClosedRange<Int>) {
    #expect(NumericScaleGuess.statedRange(heading) == range)
  }

  @Test func `hours are no bounds`() {
    #expect(NumericScaleGuess.statedRange("Le 27 juin de 12h30 à 16h") == nil)
    #expect(NumericScaleGuess.statedRange("Habitez-vous du 1 à 5 rue ?") == nil)
  }
}
