import SurveyModel
import Testing

@Suite struct SimilarityTests {
  @Test(arguments: [
    ("type", "type", 0), ("tpye", "type", 1), ("typ", "type", 1), ("types", "type", 1),
    ("tipe", "type", 1), ("tepy", "type", 2), ("", "ab", 2), ("ab", "", 2), ("", "", 0),
    ("asked-fi", "asked-if", 1), ("abcd", "badc", 2), ("é", "e", 1),
  ])
  func `near texts have a distance`(a: String, b: String, distance: Int) {
    #expect(editDistance(a, b) == distance)
    #expect(editDistance(b, a) == distance)
  }

  @Test(arguments: [("type", "options"), ("", "abc"), ("abcdef", "abc"), ("kitten", "sitting")])
  func `far texts have none`(a: String, b: String) {
    #expect(editDistance(a, b) == nil)
  }

  /// The banded computation against the whole matrix, over every pair of short words.
  @Test func `the band loses nothing`() {
    var words = [""]
    var level = [""]
    for _ in 0..<4 {
      level = level.flatMap { word in ["a", "b"].map { word + $0 } }
      words += level
    }
    for a in words {
      for b in words {
        let whole = wholeDistance(Array(a), Array(b))
        for limit in 0...3 {
          #expect(editDistance(a, b, atMost: limit) == (whole <= limit ? whole : nil))
        }
      }
    }
  }

  @Test func `the nearest candidate is found`() {
    let keys = ["title", "type", "text", "options", "asked-if"]
    #expect(nearest(to: "tite", among: keys) == "title")
    #expect(nearest(to: "Optoins", among: keys) == "options")
    #expect(nearest(to: "TYPE", among: keys) == "type")
    #expect(nearest(to: "colour", among: keys) == nil)
    #expect(nearest(to: "type", among: [String]()) == nil)
  }

  private func wholeDistance(_ a: [Character], _ b: [Character]) -> Int {
    var d = (0...a.count).map { i in (0...b.count).map { j in i == 0 ? j : j == 0 ? i : 0 } }
    for i in a.indices.map({ $0 + 1 }) {
      for j in b.indices.map({ $0 + 1 }) {
        let same = a[i - 1] == b[j - 1] ? 0 : 1
        d[i][j] = min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + same)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          d[i][j] = min(d[i][j], d[i - 2][j - 2] + 1)
        }
      }
    }
    return d[a.count][b.count]
  }
}
