import SurveyModel

/// `weighting`: which sources are weighted, how, and to which margins.
extension ProjectReader {
  static let weightingKeys = ["sources", "method", "margins", "trim", "bounds"]
  private static let example =
    "weighting: { sources: [phone], method: raking, margins: margins.csv }"

  /// One weighting, or a list of them, each for sources of its own.
  mutating func weighting(_ fields: Fields, sources: inout [ReadSource], quartiers: [Quartier]) {
    guard let entry = fields["weighting"] else { return }
    if entry.value.items != nil {
      for item in reader.list(entry, example: Self.example) ?? [] {
        weighting(item, sources: &sources, quartiers: quartiers)
      }
    } else {
      weighting(entry.value, sources: &sources, quartiers: quartiers)
    }
  }

  private mutating func weighting(
    _ node: YAMLNode, sources: inout [ReadSource], quartiers: [Quartier]
  ) {
    guard
      let fields = reader.fields(
        node, of: Bilingual(fr: "`weighting`", en: "`weighting`"), name: "weighting",
        known: Self.weightingKeys, example: Self.example)
    else { return }
    let named = reader.texts(
      reader.required("sources", in: fields, example: "sources: [phone]"))
    let method = reader.word(
      reader.required("method", in: fields, example: "method: raking"),
      among: WeightingMethod.allCases.map(\.rawValue)
    ).flatMap(WeightingMethod.init)
    let list = marginList(fields)
    let trim = limits(fields["trim"], example: "trim: 0.3..3")
    let bounds = limits(fields["bounds"], example: "bounds: 0.3..3")
    if let method { checkLimits(fields, of: method) }
    guard let named else { return }
    var targets: [Int] = []
    for name in named {
      if let index = source(name, among: sources) { targets.append(index) }
    }
    guard let method, let list else { return }
    for index in targets {
      let questionnaire = sources[index].source.questionnaire
      var resolver = MarginResolver(questionnaire, quartiers: quartiers, file: list.path)
      let margins = resolver.margins(list.lines)
      // Sources that share a questionnaire would say the same twice.
      fileProblems += resolver.problems.filter { !fileProblems.contains($0) }
      if method == .postStratification, margins.count > 1 {
        reader.report(
          .oneMargin(
            margins.map { $0.questions.joined(separator: " * ") },
            at: reader.place(fields.line(of: "method"))))
      }
      guard !margins.isEmpty, resolver.problems.isEmpty else { continue }
      sources[index].source.weighting = WeightingPlan(
        method: method, margins: margins, trim: trim, bounds: bounds, file: list.path,
        location: reader.place(node.line))
    }
  }

  /// A source that may be weighted, and is not yet.
  private mutating func source(_ name: LocatedText, among sources: [ReadSource]) -> Int? {
    let place = reader.place(name.line)
    guard let index = sources.firstIndex(where: { $0.source.source.id == name.text }) else {
      // A source that could not be read has its own problems.
      if !declaredSourceIDs.contains(name.text) {
        reader.report(.unknownSource(name.text, known: declaredSourceIDs, at: place))
      }
      return nil
    }
    if let first = weightedLines[name.text] {
      reader.report(.duplicateKey(name.text, firstLine: first, at: place))
      return nil
    }
    weightedLines[name.text] = name.line
    let sampling = sources[index].source.source.sampling
    if sampling != .random, sampling != .quota {
      reader.report(.weightedWithoutSample(name.text, sampling, at: place))
    }
    return index
  }

  private mutating func marginList(_ fields: Fields) -> (path: String, lines: [MarginList.Line])? {
    guard
      let entry = reader.required("margins", in: fields, example: "margins: margins.csv"),
      let name = reader.text(entry)
    else { return nil }
    let path = FileReading.path(name, from: folder)
    guard let bytes = bytes(of: path, namedIn: entry) else { return nil }
    let list = MarginList(bytes: bytes, file: path)
    fileProblems += list.problems.filter { !fileProblems.contains($0) }
    return list.problems.isEmpty ? (path, list.lines) : nil
  }

  /// `0.3..3`: two numbers, one below 1 and one above.
  private mutating func limits(_ entry: YAMLEntry?, example: String) -> ClosedRange<Double>? {
    guard let entry, let text = reader.text(entry) else { return nil }
    if let dots = text.firstRange(of: ".."),
      let low = MarginList.number(MarginList.parts(String(text[..<dots.lowerBound]), at: " ")[0]),
      let high = MarginList.number(String(text[dots.upperBound...].drop { $0 == " " })),
      low < 1, high > 1
    {
      return low...high
    }
    reader.report(
      .badLimits(entry.key, text, example: example, at: reader.place(entry.value.line)))
    return nil
  }

  /// Raking is trimmed, calibration is bounded, and the logit is made of its bounds.
  private mutating func checkLimits(_ fields: Fields, of method: WeightingMethod) {
    let isCalibration = method == .linear || method == .logit
    let (right, wrong) = isCalibration ? ("bounds", "trim") : ("trim", "bounds")
    if fields[wrong] != nil {
      reader.report(
        .limitsNotForMethod(
          wrong, method, write: right, at: reader.place(fields.line(of: wrong))))
    }
    if method == .logit {
      _ = reader.required("bounds", in: fields, example: "bounds: 0.3..3")
    }
  }
}
