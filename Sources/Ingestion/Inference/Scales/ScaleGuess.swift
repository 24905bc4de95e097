internal import SurveyModel

/// Labels that are the steps of one scale, in its order, the highest first. Which end is the good
/// one is not known.
struct ScaleGuess {
  /// Steps, from the highest to the lowest.
  var steps: [String]
  /// "Ne sait pas" and the like: beside the scale, not of it.
  var outside: [String]

  /// - Returns: `nil` unless every label is a step of one and the same scale, or stands beside it,
  ///   and at least two steps differ.
  init?(_ labels: [String]) {
    if let numbered = Self.numbered(labels) {
      self = numbered
      return
    }
    var found: [(label: String, step: ScaleStep)] = []
    var outside: [String] = []
    for label in labels {
      if ScaleWords.outside.contains(ScaleWords.key(label)) {
        outside.append(label)
      } else if let step = ScaleStep(label) {
        found.append((label, step))
      } else {
        return nil
      }
    }
    let stems = Set(found.map(\.step.stem)).subtracting([""])
    let heights = Set(found.map(\.step.height))
    guard found.count >= 2, stems.count <= 1, heights.count == found.count,
      found.contains(where: \.step.hasDegree)
    else { return nil }
    steps = found.sorted { $0.step.height > $1.step.height }.map(\.label)
    self.outside = outside
  }

  private init(steps: [String]) {
    self.steps = steps
    outside = []
  }

  /// `1, Item2, Item3, Item4, 5`: how Le Sphinx writes steps of which only the ends have a label.
  private static func numbered(_ labels: [String]) -> ScaleGuess? {
    guard labels.count >= 2, labels.contains(where: { $0.hasPrefix("Item") }) else { return nil }
    var numbers: [(label: String, number: Int)] = []
    for label in labels {
      let digits = label.hasPrefix("Item") ? label.dropFirst(4) : label[...]
      guard let number = Int(digits), number >= 0 else { return nil }
      numbers.append((label, number))
    }
    guard Set(numbers.map(\.number)).count == numbers.count else { return nil }
    return ScaleGuess(steps: numbers.sorted { $0.number < $1.number }.map(\.label))
  }
}
