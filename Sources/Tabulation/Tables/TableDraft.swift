internal import SurveyModel

/// A table in the making: rows are added, then bases and notes close it.
struct TableDraft {
  let dataset: Dataset
  let question: Question
  let crossing: Crossing?
  let states: AnswerStates
  private(set) var stub: [StubItem] = []
  var cells: [[Cell]] = []
  private(set) var banner: [BannerItem] = []
  var notes: [Bilingual] = []
  private let bases: Bases
  /// Makes the cells of this survey.
  let counting: Counting
  /// The answers that the table counts; several where columns count different ones.
  var views: [AnswerView] = []
  /// What each column counts, in whom.
  var sampled: [SampledColumn] = []
  /// For each row the rows of the view that it counts; `nil` where it is no share of people.
  private(set) var targets: [[Int]?] = []
  /// What each code of the view stands for, where means are taken.
  var values: [Double?]?
  /// Of a number or a date.
  var distribution: ValueDistribution?

  init(dataset: Dataset, question: Question, crossing: Crossing?, states: AnswerStates) {
    self.dataset = dataset
    self.question = question
    self.crossing = crossing
    self.states = states
    bases = Bases(dataset: dataset)
    counting = Counting(isWeighted: dataset.weights != nil)
  }

  // MARK: rows

  /// One answer each: shares of respondents.
  mutating func addSingle(_ items: [StubItem], _ tally: Tally) {
    setBanner(tally, mentions: false)
    for (row, item) in items.enumerated() {
      add(item, counts: [row]) { [counting] slice in
        counting.cell(slice.rows[row], slice.weightedRows[row], [.respondents], slice)
      }
    }
  }

  /// Several answers each: shares of respondents, which may exceed 100 together, and of mentions.
  mutating func addMultiple(_ items: [StubItem], _ tally: Tally) {
    setBanner(tally, mentions: true)
    for (row, item) in items.enumerated() {
      add(item, counts: [row]) { [counting] slice in
        counting.cell(slice.rows[row], slice.weightedRows[row], [.respondents, .mentions], slice)
      }
    }
    notes.append(
      Bilingual(
        fr:
          "Plusieurs réponses possibles : les parts de répondants peuvent dépasser 100 % au total.",
        en: "Several answers possible: shares of respondents may add up to more than 100%."))
  }

  /// Records without an answer, below the table and out of its base.
  mutating func addMissing(_ tally: Tally) {
    for reason in MissingReason.allCases
    where tally.slices[0].missing[reason.rawValue] > 0 {
      let label = states.missingTexts[reason.rawValue].map { Bilingual($0) } ?? reason.label
      add(StubItem(code: nil, label: label, kind: .missing(reason))) { slice in
        Cell(count: slice.missing[reason.rawValue])
      }
    }
  }

  /// Several steps of a scale taken together.
  mutating func addBoxes(
    _ tally: Tally, box: Int, best: OrdinalScale.BestEnd, options: [Bilingual]
  ) {
    let steps = options.indices
    guard box > 0, box * 2 <= steps.count else { return }
    let firsts = Array(steps.prefix(box))
    let lasts = Array(steps.suffix(box))
    let boxes = best == .first ? [firsts, lasts] : [lasts, firsts]
    for (index, rows) in boxes.enumerated() {
      let ordered = rows.sorted { best == .first ? $0 < $1 : $0 > $1 }
      let names = Bilingual(
        fr: ordered.map { options[$0].fr }.joined(separator: " + "),
        en: ordered.map { options[$0].en }.joined(separator: " + "))
      let label =
        index == 0
        ? Bilingual(fr: "Total favorable (\(names.fr))", en: "Top box (\(names.en))")
        : Bilingual(fr: "Total défavorable (\(names.fr))", en: "Bottom box (\(names.en))")
      var item = StubItem(code: index == 0 ? "top-box" : "bottom-box", label: label, kind: .net)
      item.gathers = rows.map { reference(to: $0) }
      add(item, counts: rows) { [counting] slice in
        let count = rows.reduce(0) { $0 + slice.rows[$1] }
        let weight = rows.reduce(0.0) { $0 + slice.weightedRows[$1] }
        return counting.cell(count, weight, [.respondents], slice)
      }
    }
  }

  /// The row of this question that stands at a place of the stub.
  func reference(to row: Int) -> RowReference {
    RowReference(source: dataset.source.id, question: question.id, row: stub[row].name)
  }

  mutating func addMean(_ tally: Tally, _ scale: NumericScale) {
    let item = StubItem(
      code: "mean", label: Bilingual(fr: "Moyenne", en: "Mean"), kind: .statistic)
    add(item) { slice in
      guard slice.answered > 0 else { return Cell(reason: Bases.nobody) }
      let total = zip(scale.range, slice.rows).reduce(0) { $0 + $1.0 * $1.1 }
      return Cell(value: Double(total) / Double(slice.answered))
    }
    addWeightedMean(scale.range.map(Double.init))
  }

  /// The mean with weights, under the one without; nothing in an unweighted survey.
  ///
  /// - Parameter values: what each row of the slices stands for.
  mutating func addWeightedMean(_ values: [Double]) {
    guard counting.isWeighted else { return }
    let item = StubItem(
      code: "mean-weighted", label: Bilingual(fr: "Moyenne pondérée", en: "Weighted mean"),
      kind: .statistic)
    add(item) { slice in
      guard slice.weightedAnswered > 0 else { return Cell(reason: Bases.nobody) }
      let total = zip(values, slice.weightedRows).reduce(0) { $0 + $1.0 * $1.1 }
      return Cell(value: total / slice.weightedAnswered)
    }
  }

  /// - Parameter counts: the rows of the view whose people the row holds.
  mutating func add(_ item: StubItem, counts: [Int]? = nil, cell: (Tally.Slice) -> Cell) {
    stub.append(item)
    targets.append(counts)
    cells.append(slices.map(cell))
  }

  mutating func append(_ item: StubItem, _ line: [Cell]) {
    stub.append(item)
    targets.append(nil)
    cells.append(line)
  }

  // MARK: columns

  private var slices: [Tally.Slice] = []

  mutating func setBanner(_ tally: Tally, mentions: Bool) {
    slices = tally.slices
    sampled = slices.indices.map { SampledColumn(view: 0, group: $0 == 0 ? nil : $0 - 1) }
    banner = tally.slices.enumerated().map { index, slice in
      let category = index == 0 ? nil : crossing?.categories[index - 1]
      return BannerItem(
        code: category?.code,
        label: category?.label ?? Bilingual(fr: "Ensemble", en: "All"), source: dataset.source.id,
        quartier: crossing?.question.type == .quartier ? category?.code : nil,
        base: bases.base(slice, question),
        mentions: mentions ? bases.mentionsBase(slice, question) : nil)
    }
  }

  /// Columns of the caller's own, each with the slice that its cells are made from.
  mutating func setBanner(_ columns: [(item: BannerItem, slice: Tally.Slice)]) {
    banner = columns.map(\.item)
    slices = columns.map(\.slice)
  }

  func base(_ slice: Tally.Slice) -> Base { bases.base(slice, question) }

  /// - Parameter sample: what intervals and tests need; `nil`: none are made.
  func finish(_ sample: SampleDesign?) -> Table {
    var table = plain()
    guard let sample else { return table }
    var notes = InferenceNotes(sample: sample)
    if !views.isEmpty { infer(sample, &table, &notes) }
    table.notes += notes.lines
    table.inferenceNotes = notes.lines
    return table
  }

  private func plain() -> Table {
    let closing = TableNotes(dataset: dataset, question: question, states: states).notes(banner)
    var table = Table(
      id: TableID(source: dataset.source.id, name: question.id, by: crossing?.question.id),
      kind: crossing == nil ? .distribution : .crossTabulation,
      title: crossing.map {
        Bilingual(
          fr: "\(question.text.fr) — par \($0.question.heading.fr)",
          en: "\(question.text.en) — by \($0.question.heading.en)")
      } ?? question.text,
      question: question.reference, by: crossing?.question.reference, sources: [dataset.source],
      stub: stub, banner: banner, cells: cells,
      notes: notes + closing.all, notesWithCounts: closing.withCounts)
    table.distribution = distribution
    return table
  }
}

extension Question {
  var name: Bilingual { label ?? text }

  /// What the columns are: quartiers, whatever the words of the question.
  fileprivate var heading: Bilingual {
    if case .quartier = type { Bilingual(fr: "quartier", en: "quartier") } else { name }
  }
}
