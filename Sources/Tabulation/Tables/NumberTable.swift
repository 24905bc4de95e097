internal import Statistics
internal import SurveyModel

/// The tables of a quantity: mean, median, standard deviation, range, and the values themselves
/// where they are few. Of dates: how many answers a day, or a month where the days are many.
struct NumberTable {
  let dataset: Dataset
  let question: Question
  let column: NumberColumn
  let sample: SampleDesign?

  /// Up to this many different values each has a row.
  static let mostRows = 21
  /// Up to this many different days each has a row; beyond, months.
  static let mostDays = 31

  func table(by crossing: Crossing?) -> Table? {
    let view = AnswerView(column)
    let tally = Tally(view, by: crossing?.grouping, weights: dataset.weights)
    let index = dataset.index(of: question.id) ?? 0
    var draft = TableDraft(
      dataset: dataset, question: question, crossing: crossing, states: dataset.states[index])
    draft.views = [view]
    draft.setBanner(tally, mentions: false)
    var isDate = false
    if case .date = question.type { isDate = true }
    draft.distribution = ValueDistribution(
      unit: isDate ? .day : .number, values: column.values,
      counts: tally.slices.map(\.rows),
      weights: dataset.weights.map { _ in tally.slices.map(\.weightedRows) })
    if isDate {
      addDates(&draft, view, crossing)
    } else {
      if column.values.count <= Self.mostRows { draft.addSingle(valueRows, tally) }
      draft.values = view.rows.map { rows in rows.first.map { column.values[$0] } }
      addStatistics(&draft)
    }
    draft.addMissing(tally)
    return draft.finish(sample)
  }

  private var valueRows: [StubItem] {
    column.values.map { value in
      let text = value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
      return StubItem(code: text, label: Bilingual(text), kind: .option)
    }
  }

  private func addStatistics(_ draft: inout TableDraft) {
    typealias Summary = FrequencyWeightedSummary
    let rows: [(String, Bilingual, (Summary) -> Double?)] = [
      ("mean", Bilingual(fr: "Moyenne", en: "Mean"), { $0.mean }),
      ("median", Bilingual(fr: "Médiane", en: "Median"), { $0.median }),
      (
        "sd", Bilingual(fr: "Écart-type", en: "Standard deviation"),
        { try? $0.standardDeviation.get() }
      ),
      ("min", Bilingual("Minimum"), { $0.minimum }),
      ("max", Bilingual("Maximum"), { $0.maximum }),
    ]
    for (code, label, statistic) in rows {
      let item = StubItem(code: code, label: label, kind: .statistic)
      draft.add(item) { slice in
        guard slice.answered > 0 else { return Cell(reason: Bases.nobody) }
        let summary = try? Summary.of(
          column.values, frequencies: slice.rows.map(Double.init)
        ).get()
        guard let value = summary.flatMap(statistic) else {
          return Cell(
            reason: Bilingual(fr: "un seul répondant", en: "a single respondent"))
        }
        return Cell(value: value)
      }
      if code == "mean" { draft.addWeightedMean(column.values) }
    }
    if dataset.weights != nil {
      draft.notes.append(Self.unweighted)
    }
  }

  static let unweighted = Bilingual(
    fr: "Médiane et écart-type non pondérés.", en: "Median and standard deviation are unweighted.")

  private func addDates(_ draft: inout TableDraft, _ view: AnswerView, _ crossing: Crossing?) {
    let dates = column.values.map { CalendarDate(days: Int($0)) }
    let byMonth = dates.count > Self.mostDays
    var rows: [String] = []
    let target = dates.map { date -> [Int] in
      let text = byMonth ? date.month : date.day
      if rows.last != text { rows.append(text) }
      return [rows.count - 1]
    }
    let days = view.regrouped(target, rowCount: rows.count)
    draft.views = [days]
    let tally = Tally(days, by: crossing?.grouping, weights: dataset.weights)
    draft.addSingle(
      rows.map { StubItem(code: $0, label: Bilingual($0), kind: .option) }, tally)
  }
}

extension AnswerView {
  /// A row a distinct value.
  init(_ column: NumberColumn) {
    let count = column.values.count
    let states = 0..<(count + MissingReason.allCases.count)
    self.init(
      codes: column.codes, rows: states.map { $0 < count ? [$0] : [] },
      missing: states.map { $0 < count ? nil : MissingReason(rawValue: $0 - count) },
      rowCount: count)
  }
}

/// A day of the Gregorian calendar, as ISO 8601 writes it.
struct CalendarDate {
  let year: Int
  let monthNumber: Int
  let dayNumber: Int

  /// - Parameter days: since 1970-01-01. The arithmetic counts eras of 400 years from 1 March of
  ///   year 0, so that the leap day is the last of its year.
  init(days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    dayNumber = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    monthNumber = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (monthNumber <= 2 ? 1 : 0)
  }

  var month: String { "\(year)-\(monthNumber < 10 ? "0" : "")\(monthNumber)" }
  var day: String { "\(month)-\(dayNumber < 10 ? "0" : "")\(dayNumber)" }
}
