internal import SurveyModel

/// Actions by what covers them, and priorities as they were stated.
extension ContributionTables {
  /// What covers actions × quartiers; `nil` without actions. An action for the whole town is under
  /// "All" only.
  func actions() -> Table? {
    guard !set.actions.isEmpty else { return nil }
    let positions = positions
    func counts(_ included: (PlannedAction) -> Bool) -> [Int] {
      var out = [Int](repeating: 0, count: set.quartiers.count + 1)
      for action in set.actions where included(action) {
        out[0] += 1
        for place in action.quartiers.compactMap({ positions[$0] }) { out[place + 1] += 1 }
      }
      return out
    }
    let totals = counts { _ in true }
    let places = set.quartiers.indices.filter { totals[$0 + 1] > 0 }
    let columns = [0] + places.map { $0 + 1 }
    func line(_ counts: [Int]) -> [Cell] { columns.map { Cell(count: counts[$0]) } }
    typealias Row = (code: String, label: Bilingual, includes: (PlannedAction) -> Bool)
    let covers: [Row] =
      PlannedAction.Cover.allCases.map { cover in
        (cover.word, cover.label, { $0.cover == cover })
      } + [
        ("to-qualify", Bilingual(fr: "à qualifier", en: "to be qualified"), { $0.cover == nil })
      ]
    let lacks: [Row] = [
      ("no-lead", Bilingual(fr: "Sans pilote", en: "Without a lead"), \.lead.isEmpty),
      ("no-target", Bilingual(fr: "Sans cible", en: "Without a target"), \.target.isEmpty),
      (
        "no-indicator", Bilingual(fr: "Sans indicateur", en: "Without an indicator"),
        \.indicator.isEmpty
      ),
      ("no-deadline", Bilingual(fr: "Sans échéance", en: "Without a deadline"), \.deadline.isEmpty),
    ]
    let text = Bilingual(fr: "actions", en: "actions")
    return table(
      "actions", by: places.isEmpty ? nil : "quartier",
      Bilingual(fr: "Actions : ce qui les couvre", en: "Actions: what covers them"),
      stub: covers.map { StubItem(code: $0.code, label: $0.label, kind: .option) }
        + lacks.map { StubItem(code: $0.code, label: $0.label, kind: .net) },
      banner: columns.map { place in
        place == 0
          ? column(nil, Self.whole, base: totals[0], text)
          : column(
            set.quartiers[place - 1].code, Bilingual(set.quartiers[place - 1].name),
            base: totals[place], text, quartier: set.quartiers[place - 1].code)
      },
      cells: (covers + lacks).map { row in line(counts(row.includes)) },
      notes: lacks.compactMap { row -> Bilingual? in
        let names = set.actions.filter(row.includes).map(\.text)
        if names.isEmpty { return nil }
        return Bilingual(
          fr: "\(row.label.fr) : \(names.map { "« \($0) »" }.joined(separator: ", ")).",
          en: "\(row.label.en): \(names.map { "“\($0)”" }.joined(separator: ", ")).")
      })
  }

  /// Themes × who put them first: the best rank that each gave to the theme; `nil` without stated
  /// priorities.
  func statedPriorities() -> Table? {
    guard !set.priorities.isEmpty else { return nil }
    let origins = Contribution.Origin.allCases.filter { origin in
      set.priorities.contains { $0.origin == origin }
    }
    var best: [Int: [Contribution.Origin: Int]] = [:]
    var outside: [StatedPriority] = []
    for priority in set.priorities {
      guard let rows = themes.rows(of: priority.themes) else {
        outside.append(priority)
        continue
      }
      for row in rows {
        best[row, default: [:]][priority.origin] = min(
          best[row]?[priority.origin] ?? .max, priority.rank)
      }
    }
    let rows = best.keys.sorted { a, b in
      let (left, right) = (best[a]?.values.min() ?? 0, best[b]?.values.min() ?? 0)
      return left == right ? a < b : left < right
    }
    let text = Bilingual(fr: "priorités énoncées", en: "stated priorities")
    let none = Bilingual(fr: "pas parmi leurs priorités", en: "not among their priorities")
    func names(_ rows: [Int], _ language: Language) -> String {
      rows.isEmpty
        ? language == .french ? "aucun" : "none"
        : rows.map { themes.items[$0].label[language] }.joined(separator: ", ")
    }
    var notes: [Bilingual] = []
    if origins.count > 1 {
      let common = rows.filter { best[$0]?.count == origins.count }
      notes.append(
        Bilingual(
          fr: "Thèmes communs à tous (\(common.count)) : \(names(common, .french)).",
          en: "Themes common to all (\(common.count)): \(names(common, .english))."))
      for origin in origins {
        let alone = rows.filter { best[$0]?.count == 1 && best[$0]?[origin] != nil }
        notes.append(
          Bilingual(
            fr:
              "Seulement pour « \(origin.label.fr) » (\(alone.count)) : \(names(alone, .french)).",
            en:
              "Only for “\(origin.label.en)” (\(alone.count)): \(names(alone, .english))."))
      }
    }
    if !outside.isEmpty {
      notes.append(
        Bilingual(
          fr: "Sans thème : \(outside.map { "« \($0.text) »" }.joined(separator: ", ")).",
          en: "Without a theme: \(outside.map { "“\($0.text)”" }.joined(separator: ", "))."))
    }
    return table(
      "stated-priorities", by: "origin",
      Bilingual(
        fr: "Priorités énoncées : rang donné à chaque thème",
        en: "Stated priorities: the rank given to each theme"),
      stub: rows.map { themes.items[$0] },
      banner: origins.map { origin in
        column(
          origin.word, origin.label, base: set.priorities.count { $0.origin == origin }, text)
      },
      cells: rows.map { row in
        origins.map { origin in
          best[row]?[origin].map { Cell(value: Double($0)) } ?? Cell(reason: none)
        }
      }, notes: notes)
  }
}
