internal import SurveyModel

/// The form in which a table is protected. Rows that are there because somebody gave that answer, the
/// values of a number or the days of a date, give way to classes, and what is made of single values
/// to a rounded mean; all else stays as it is.
struct PublicForm {
  let thresholds: DisclosureThresholds
  let releases: [PublishedFigures]

  /// From so many people on, in numbers of the threshold, a mean is given: rounded it is still close.
  private static let leastOfMean = 5

  func of(_ table: Table) -> Table {
    guard let type = table.question?.type, type == "number" || type == "date" else { return table }
    let kept = table.stub.indices.filter { table.stub[$0].missingReason != nil }
    var stub: [StubItem] = []
    var cells: [[Cell]] = []
    var notes = table.notes.filter {
      $0 != NumberTable.unweighted && !table.inferenceNotes.contains($0)
    }
    if let values = table.distribution, let classes = classes(of: values, table) {
      let people = Self.grouped(values.counts, values.values, classes)
      let weights = values.weights.map { Self.grouped($0, values.values, classes) }
      for (place, item) in classes.items.enumerated() {
        stub.append(item)
        cells.append(
          table.banner.indices.map { column in
            Self.cell(people[column][place], weights?[column][place], table.banner[column].base)
          })
      }
      if type == "number" { addMeans(values, classes, table.banner, &stub, &cells) }
      notes.insert(type == "number" ? Self.numberNote : Self.dateNote, at: 0)
    }
    return Table(
      id: table.id, kind: table.kind, title: table.title, question: table.question, by: table.by,
      sources: table.sources, stub: stub + kept.map { table.stub[$0] }, banner: table.banner,
      cells: cells + kept.map { table.cells[$0] }, notes: notes,
      notesWithCounts: table.notesWithCounts)
  }

  /// Those of the latest release that gave any, else new ones.
  private func classes(of values: ValueDistribution, _ table: Table) -> ValueClasses? {
    for release in releases.reversed() {
      let rows = Set(
        release.values.keys.filter { $0.table == table.id.path && $0.measure == "n" }.map(\.row))
      if let classes = ValueClasses(unit: values.unit, rows: rows.sorted()) { return classes }
    }
    return ValueClasses(values, base: thresholds.base)
  }

  private static func grouped<Number: AdditiveArithmetic>(
    _ columns: [[Number]], _ values: [Double], _ classes: ValueClasses
  ) -> [[Number]] {
    let places = values.map(classes.place)
    return columns.map { column in
      var out = [Number](repeating: .zero, count: classes.count)
      for (place, number) in zip(places, column) { out[place] += number }
      return out
    }
  }

  private static func cell(_ count: Int, _ weight: Double?, _ base: Base) -> Cell {
    Cell(
      count: count, weightedCount: weight,
      shares: [
        Share(
          of: .respondents, count, over: base.n, weighted: weight,
          overWeighted: weight == nil ? nil : base.weighted)
      ])
  }

  // MARK: means

  /// Rounded so that a few people's values cannot be seen in them, however they lie in their classes;
  /// a value far outside the bounds counts as if it lay nearer.
  private func addMeans(
    _ values: ValueDistribution, _ classes: ValueClasses, _ banner: [BannerItem],
    _ stub: inout [StubItem], _ cells: inout [[Cell]]
  ) {
    guard classes.width > 0, let first = classes.lowers.first, let last = classes.lowers.last else {
      return
    }
    let room = Double(thresholds.base) * classes.width
    let near = values.values.map { min(max($0, first - room), last + room) }
    func add(_ item: StubItem, _ weights: [[Double]]) {
      stub.append(item)
      cells.append(
        banner.indices.map { column in
          let people = banner[column].base.n
          let sum = weights[column].reduce(0, +)
          guard people >= Self.leastOfMean * thresholds.base, sum > 0 else {
            return Cell(reason: Self.tooFew)
          }
          let mean = zip(near, weights[column]).reduce(0) { $0 + $1.0 * $1.1 } / sum
          return Cell(value: Self.round(mean, to: room / Double(people)))
        })
    }
    add(
      StubItem(
        code: "mean", label: Bilingual(fr: "Moyenne arrondie", en: "Rounded mean"),
        kind: .statistic), values.counts.map { $0.map(Double.init) })
    if let weights = values.weights {
      add(
        StubItem(
          code: "mean-weighted",
          label: Bilingual(fr: "Moyenne pondérée arrondie", en: "Rounded weighted mean"),
          kind: .statistic), weights)
    }
  }

  /// To a multiple of 1, 2 or 5 times a power of ten, no finer than `least`.
  private static func round(_ value: Double, to least: Double) -> Double {
    var parts = 1.0
    while least * parts < 1 { parts *= 10 }
    while least * parts > 10 { parts /= 10 }
    let step = [1.0, 2, 5, 10].first { $0 >= least * parts } ?? 10
    return (value * parts / step).rounded() * step / parts
  }

  private static let tooFew = Bilingual(
    fr: "trop peu de répondants pour une moyenne arrondie",
    en: "too few respondents for a rounded mean")
  private static let numberNote = Bilingual(
    fr:
      "Valeurs réunies en classes, une valeur décimale avec sa partie entière ; moyenne arrondie, les valeurs extrêmes ramenées vers les autres.",
    en:
      "Values in classes, a decimal value with its whole part; the mean is rounded, extreme values drawn towards the others."
  )
  private static let dateNote = Bilingual(fr: "Dates réunies en classes.", en: "Dates in classes.")
}
