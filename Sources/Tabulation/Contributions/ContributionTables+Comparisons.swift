internal import SurveyModel

/// Residents against partners, needs against actions.
extension ContributionTables {
  /// Who raises what: residents (with youth and the citizen council) beside partners; `nil` unless
  /// both speak.
  func residentsAndPartners() -> Table? {
    let sides: [(code: String, label: Bilingual, includes: (Contribution.Origin) -> Bool)] = [
      ("residents", Bilingual(fr: "Habitants", en: "Residents"), { $0.isResident }),
      ("partners", Bilingual(fr: "Partenaires", en: "Partners"), { $0 == .partner }),
    ]
    let isPane: (Contribution) -> Bool = { Contribution.Kind.panes.contains($0.kind) }
    guard
      sides.allSatisfy({ side in
        set.statements.contains { side.includes($0.origin) && !isPane($0) && !$0.themes.isEmpty }
      }),
      var table = themeTable(
        "residents-and-partners", by: "origin",
        Bilingual(fr: "Habitants et partenaires", en: "Residents and partners"),
        counting: StatementWords.all, groups: sides.map { ($0.code, $0.label, nil) },
        isRanked: true,
        group: { statement in
          isPane(statement)
            ? nil : sides.firstIndex { $0.includes(statement.origin) }.map { [$0] }
        })
    else { return nil }
    let (both, first, second) = table.shared(1, 2)
    table.notes.insert(
      Bilingual(
        fr:
          "Thèmes soulevés par les deux : \(both.count) sur \(table.stub.count). Par les habitants seuls (\(first.count)) : \(table.names(first, .french)). Par les partenaires seuls (\(second.count)) : \(table.names(second, .french)).",
        en:
          "Themes raised by both: \(both.count) of \(table.stub.count). By residents only (\(first.count)): \(table.names(first, .english)). By partners only (\(second.count)): \(table.names(second, .english))."
      ), at: 0)
    return table
  }

  /// Needs beside actions, theme by theme, with their ranks; `nil` unless both were stated.
  func needsAndActions() -> Table? {
    let kinds: [(code: String, label: Bilingual, includes: (Contribution.Kind) -> Bool)] = [
      (
        "needs", Bilingual(fr: "Besoins (constats, points faibles)", en: "Needs (shortcomings)"),
        { $0 == .shortcoming || $0 == .weakness }
      ),
      (
        "actions",
        Bilingual(fr: "Actions (propositions, réponses)", en: "Actions (proposals, answers)"),
        { $0 == .proposal || $0 == .answer }
      ),
    ]
    guard
      kinds.allSatisfy({ kind in
        set.statements.contains { kind.includes($0.kind) && !$0.themes.isEmpty }
      }),
      var table = themeTable(
        "needs-and-actions", by: "kind",
        Bilingual(fr: "Besoins et actions par thème", en: "Needs and actions by theme"),
        counting: StatementWords.all, groups: kinds.map { ($0.code, $0.label, nil) },
        isRanked: true,
        group: { statement in
          kinds.firstIndex { $0.includes(statement.kind) }.map { [$0] }
        })
    else { return nil }
    let (_, needs, actions) = table.shared(1, 2)
    table.notes.insert(
      Bilingual(
        fr:
          "Besoins sans action (\(needs.count)) : \(table.names(needs, .french)). Actions sans besoin (\(actions.count)) : \(table.names(actions, .french)).",
        en:
          "Needs without action (\(needs.count)): \(table.names(needs, .english)). Actions without need (\(actions.count)): \(table.names(actions, .english))."
      ), at: 0)
    return table
  }

  /// Crosses, with the totals of rows and columns.
  func matrixTables() -> [Table] {
    var used: Set<String> = []
    return set.matrices.compactMap { matrix -> Table? in
      guard !matrix.rows.isEmpty, !matrix.columns.isEmpty else { return nil }
      let isPlaces = matrix.form == .needsByQuartier
      let by = isPlaces ? "quartier" : "action"
      let name = used.insert("needs/\(by)").inserted ? "needs" : matrix.session
      let text = Bilingual(fr: "besoins", en: "needs")
      let total = Bilingual(fr: "Total des croix", en: "All crosses")
      let banner =
        [column(nil, total, base: matrix.rows.count, text)]
        + matrix.columns.enumerated().map { index, item in
          column(
            item.code ?? "a\(index + 1)", Bilingual(item.label), base: matrix.rows.count, text,
            quartier: item.code)
        }
      var stub = matrix.rows.enumerated().map { index, row in
        StubItem(code: String(index + 1), label: Bilingual(row.label), kind: .option)
      }
      var cells = matrix.rows.map { row in
        [Cell(count: row.marks.count)]
          + matrix.columns.indices.map { Cell(count: row.marks.contains($0) ? 1 : 0) }
      }
      stub.append(StubItem(code: "total", label: Bilingual(fr: "Total", en: "Total"), kind: .net))
      cells.append(
        (0...matrix.columns.count).map { column in
          Cell(count: cells.reduce(0) { $0 + ($1[column].count ?? 0) })
        })
      let alone = matrix.rows.filter { $0.marks.isEmpty }.map(\.label)
      let unused = matrix.columns.indices.filter { index in
        !matrix.rows.contains { $0.marks.contains(index) }
      }.map { matrix.columns[$0].label }
      func list(_ names: [String], _ language: Language) -> String {
        names.isEmpty
          ? (language == .french ? "aucun" : "none")
          : names.map { language == .french ? "« \($0) »" : "“\($0)”" }.joined(separator: ", ")
      }
      let notes =
        isPlaces
        ? [
          Bilingual(
            fr:
              "Besoins sans quartier : \(list(alone, .french)). Quartiers sans besoin : \(list(unused, .french)).",
            en:
              "Needs without quartier: \(list(alone, .english)). Quartiers without need: \(list(unused, .english))."
          )
        ]
        : [
          Bilingual(
            fr:
              "Besoins sans action : \(list(alone, .french)). Actions sans besoin : \(list(unused, .french)).",
            en:
              "Needs without action: \(list(alone, .english)). Actions without need: \(list(unused, .english))."
          )
        ]
      return table(
        name, by: by, Bilingual(matrix.title), stub: stub, banner: banner, cells: cells,
        notes: notes + [
          Bilingual(
            fr: "Une croix dit que le besoin a été soulevé, non par combien de personnes.",
            en: "A cross says that the need was raised, not by how many people.")
        ])
    }
  }

  /// Issues and how many objectives stand under each; `nil` without a tree.
  func objectives() -> Table? {
    guard !set.objectives.isEmpty else { return nil }
    var issues: [String] = []
    for objective in set.objectives where !issues.contains(objective.issue) {
      issues.append(objective.issue)
    }
    let text = Bilingual(fr: "objectifs", en: "objectives")
    return table(
      "objectives", Bilingual(fr: "Objectifs par enjeu", en: "Objectives by issue"),
      stub: issues.enumerated().map { index, issue in
        StubItem(code: String(index + 1), label: Bilingual(issue), kind: .option)
      },
      banner: [column(nil, Self.whole, base: set.objectives.count, text)],
      cells: issues.map { issue in
        [Cell(count: set.objectives.count { $0.issue == issue })]
      })
  }
}

extension Table {
  /// Rows that two columns both count, and those that only one does.
  func shared(_ a: Int, _ b: Int) -> (both: [Int], first: [Int], second: [Int]) {
    func isThere(_ row: Int, _ column: Int) -> Bool { (cells[row][column].count ?? 0) > 0 }
    return (
      stub.indices.filter { isThere($0, a) && isThere($0, b) },
      stub.indices.filter { isThere($0, a) && !isThere($0, b) },
      stub.indices.filter { !isThere($0, a) && isThere($0, b) }
    )
  }

  func names(_ rows: [Int], _ language: Language) -> String {
    rows.isEmpty
      ? (language == .french ? "aucun" : "none")
      : rows.map { stub[$0].label[language] }.joined(separator: ", ")
  }
}
