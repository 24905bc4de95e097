import SurveyModel
import Testing

@testable import Export

@Suite struct TextMeasureTests {
  let measure = TextMeasure(size: 10)

  @Test func linesFitAndLoseNothing() {
    let text = "Aménagement, mobilier et éclairage des espaces publics – abc/def-ghi"
    for limit in stride(from: 20.0, through: 300, by: 7) {
      let lines = measure.lines(text, within: limit)
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
      #expect(lines.allSatisfy { measure.width($0) <= limit })
    }
  }

  @Test func noBreakSpacesHold() {
    let lines = measure.lines("le total dépasse 100\u{A0}% partout", within: 100)
    #expect(lines.contains { $0.contains("100\u{A0}%") })
  }

  @Test func emptyTextIsOneLine() {
    #expect(measure.lines("", within: 50) == [""])
  }

  @Test(arguments: [
    ("Quel âge ?", "Quel âge\u{A0}?"), ("« oui »", "«\u{A0}oui\u{A0}»"),
    ("l'eau d'ici", "l’eau d’ici"), ("41 %", "41\u{A0}%"), ("'cité'", "'cité'"),
    ("rien", "rien"), ("", ""), (" :", "\u{A0}:"), ("à l'été : 5", "à l’été\u{A0}: 5"),
  ])
  func frenchTypography(_ typed: String, _ set: String) {
    #expect(Typography.set(typed, .french) == set)
    #expect(Typography.set(typed, .english) == typed)
  }
}
