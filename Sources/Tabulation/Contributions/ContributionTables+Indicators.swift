internal import SurveyModel

/// Indicators over the years, their evolution, and how far targets are reached.
extension ContributionTables {
  /// A row an indicator and group; the years, the change between the first and the last, the
  /// target and how much of the way to it was made; `nil` without indicators.
  ///
  /// Changes of percentages are in points, those of other values in their unit and in per cent.
  /// The way to a target is (last - start) / (target - start), start being the stated baseline or the
  /// first value. Values that contradict one another are named, and none is chosen.
  func indicators() -> Table? {
    guard !set.series.isEmpty else { return nil }
    let years = Set(set.series.flatMap { $0.values.map(\.year) }).sorted()
    let readings = set.series.map(Reading.init)
    let text = Bilingual(fr: "indicateurs renseignés", en: "indicators with a value")
    typealias Measure = (code: String, label: Bilingual, value: (Reading) -> Double?)
    let measures: [Measure] = [
      (
        "change", Bilingual(fr: "Évolution (points ou unités)", en: "Change (points or units)"),
        { $0.change }
      ),
      ("change-percent", Bilingual(fr: "Évolution (%)", en: "Change (%)"), { $0.changePercent }),
      (
        "baseline", Bilingual(fr: "Point de départ", en: "Baseline"),
        { $0.target == nil ? nil : $0.start }
      ),
      ("target", Bilingual(fr: "Cible", en: "Target"), { $0.target?.value }),
      (
        "gap", Bilingual(fr: "Reste à faire (points ou unités)", en: "Still to go"), { $0.gap }
      ),
      (
        "target-reached",
        Bilingual(fr: "Chemin fait vers la cible (%)", en: "Way to the target (%)"),
        { $0.reached }
      ),
    ]
    let kept = measures.filter { measure in readings.contains { measure.value($0) != nil } }
    let banner =
      years.map { year in
        column(
          String(year), Bilingual(String(year)), base: readings.count { $0.value(year) != nil },
          text)
      }
      + kept.map { measure in
        column(
          measure.code, measure.label, base: readings.count { measure.value($0) != nil }, text)
      }
    let cells = readings.map { reading in
      years.map { year -> Cell in
        if let value = reading.value(year) { return Cell(value: value) }
        return Cell(reason: reading.reason(year))
      }
        + kept.map { measure in
          measure.value(reading).map { Cell(value: $0) } ?? Cell(reason: Self.notGiven)
        }
    }
    return table(
      "indicators", by: "year", Bilingual(fr: "Indicateurs", en: "Indicators"),
      stub: set.series.enumerated().map { index, series in
        let unit = series.unit.isEmpty ? "" : " (\(series.unit))"
        let group = series.group.isEmpty ? "" : " — \(series.group)"
        return StubItem(
          code: String(index + 1), label: Bilingual(series.indicator + group + unit),
          kind: .statistic)
      }, banner: banner, cells: cells, notes: notes(readings))
  }

  private func notes(_ readings: [Reading]) -> [Bilingual] {
    var notes: [Bilingual] = []
    for reading in readings {
      for (year, values) in reading.contradictions {
        let name = reading.name
        let places = values.map { value in
          "\(NumberWords.text(value.value ?? 0)) (\(fileName(value.location)):\(value.location.line ?? 0))"
        }.joined(separator: " / ")
        notes.append(
          Bilingual(
            fr: "Contradiction : \(name), \(year) : \(places). Aucune valeur n'est retenue.",
            en: "Contradiction: \(name), \(year): \(places). No value is kept."))
      }
    }
    for reading in readings {
      guard let target = reading.target else { continue }
      let word =
        reading.isMet.map {
          $0
            ? Bilingual(fr: "atteinte", en: "met") : Bilingual(fr: "pas atteinte", en: "not met")
        } ?? Bilingual(fr: "pas encore mesurée", en: "not measured yet")
      let who = target.operatorName.map { " (\($0))" } ?? ""
      let year = target.year.map { ", \($0)" } ?? ""
      notes.append(
        Bilingual(
          fr: "Cible \(word.fr) : \(reading.name)\(year)\(who).",
          en: "Target \(word.en): \(reading.name)\(year)\(who)."))
    }
    return notes
  }

  /// Without its folder: results do not say where they were made.
  private func fileName(_ place: SourceLocation) -> String {
    place.file.split(separator: "/").last.map(String.init) ?? place.file
  }

  fileprivate static let notGiven = Bilingual(fr: "non renseigné", en: "not given")

  /// One series with what follows from it.
  struct Reading {
    let series: IndicatorSeries
    /// Years with values that differ, with all of them.
    let contradictions: [(year: Int, values: [IndicatorSeries.Value])]
    private let values: [Int: Double]
    private let missing: Set<Int>

    init(_ series: IndicatorSeries) {
      self.series = series
      var values: [Int: Double] = [:]
      var contradictions: [(Int, [IndicatorSeries.Value])] = []
      let byYear = Dictionary(grouping: series.values) { $0.year }
      for (year, found) in byYear.sorted(by: { $0.key < $1.key }) {
        let stated = found.filter { $0.value != nil }
        if Set(stated.map(\.value)).count > 1 {
          contradictions.append((year, stated))
        } else if let value = stated.first?.value {
          values[year] = value
        }
      }
      self.values = values
      self.contradictions = contradictions
      missing = Set(byYear.keys).subtracting(values.keys)
    }

    var name: String { series.indicator + (series.group.isEmpty ? "" : " — \(series.group)") }

    func value(_ year: Int) -> Double? { values[year] }

    func reason(_ year: Int) -> Bilingual {
      if contradictions.contains(where: { $0.year == year }) {
        return Bilingual(fr: "valeurs contradictoires", en: "values that contradict one another")
      }
      return missing.contains(year)
        ? Bilingual(fr: "déclaré manquant", en: "stated as missing") : ContributionTables.notGiven
    }

    var first: Double? { values.keys.min().flatMap { values[$0] } }
    var last: Double? { values.keys.max().flatMap { values[$0] } }

    var change: Double? {
      guard values.count > 1, let first, let last else { return nil }
      return rounded(last - first)
    }

    /// Of quantities; a change of a percentage in per cent would be misread.
    var changePercent: Double? {
      guard !series.isPercent, values.count > 1, let first, let last, first > 0 else { return nil }
      return 100 * (last - first) / first
    }

    /// The last one stated.
    var target: IndicatorSeries.Target? { series.targets.last }

    var start: Double? { target?.baseline ?? (values.count > 1 ? first : nil) }

    /// From the last value, or the baseline, to the target; 0 where it is met.
    var gap: Double? {
      guard let target, let now = last ?? start else { return nil }
      let way = rounded(target.value - now)
      return target.isCeiling ? min(0, way) : max(0, way)
    }

    var reached: Double? {
      guard let target, let start, let last, target.value != start else { return nil }
      return 100 * (last - start) / (target.value - start)
    }

    /// Whether the last value meets the target; `nil` where nothing was measured yet.
    var isMet: Bool? {
      guard let target, let last else { return nil }
      return target.isCeiling ? last <= target.value : last >= target.value
    }

    /// Differences of decimals leave dust: 54.4 - 52.8 is 1.6.
    private func rounded(_ value: Double) -> Double { (value * 1e9).rounded() / 1e9 }
  }
}

/// Numbers inside notes, in the plain form.
enum NumberWords {
  static func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }
}
