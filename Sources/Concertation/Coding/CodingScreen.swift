internal import Definitions
internal import Export
public import SurveyModel
internal import ThemeCoding

extension CodingRun {
  /// Coverage, themes by count and what a person should look at, as the terminal shows it.
  ///
  /// - Parameter withSuggestions: the words that the dictionary lacks too.
  public func screen(_ language: Language, withSuggestions: Bool) -> String {
    var out = counts.map { question($0, language) }.joined(separator: "\n")
    let french = language == .french
    if let taken {
      out +=
        french
        ? "\n\(taken.taken) décisions reprises, dont \(taken.replaced) en remplacent une autre.\n"
        : "\n\(taken.taken) decisions taken over, \(taken.replaced) of which replace another one.\n"
    }
    out += agreement(language)
    if let compared { out += reviewers(compared, language) }
    if withSuggestions { out += suggestionText(language) }
    return out
  }

  private func question(_ counts: CodingCounts, _ language: Language) -> String {
    let french = language == .french
    func whole(_ number: Int) -> String { NumberText.whole(number, in: language) }
    func share(_ number: Int) -> String {
      percent(counts.answers == 0 ? nil : Double(number) / Double(counts.answers), language)
    }
    var out = "\(counts.source[language]) – \(counts.question[language])\n"
    if let given = counts.byTheirSheets, given > 0 {
      out +=
        french
        ? "  \(whole(given)) énoncés ont le thème que leur fiche donne\n"
        : "  \(whole(given)) statements have the theme that their sheet gives\n"
    }
    let what =
      counts.byTheirSheets == nil
      ? french ? "réponses rédigées" : "written answers"
      : french ? "énoncés à coder" : "statements to be coded"
    out +=
      french
      ? "  \(whole(counts.answers)) \(what) : \(whole(counts.coded)) avec un thème au moins (\(share(counts.coded))), \(whole(counts.answers - counts.coded)) sans thème, \(whole(counts.many)) avec trois thèmes ou plus\n"
      : "  \(whole(counts.answers)) \(what): \(whole(counts.coded)) with a theme at least (\(share(counts.coded))), \(whole(counts.answers - counts.coded)) without theme, \(whole(counts.many)) with three themes or more\n"
    if counts.decided + counts.slips > 0 {
      out +=
        french
        ? "  relues : \(whole(counts.decided)) ; avec une faute corrigée : \(whole(counts.slips))\n"
        : "  reviewed: \(whole(counts.decided)); with a slip put right: \(whole(counts.slips))\n"
    }
    var table = TextTable(
      headings: [french ? "  thème" : "  theme", "n", "%"]
        + Sign.allCases.map { $0.label[language] })
    let themes = project.codebook.themes
    let order = themes.indices.filter { counts.byTheme[$0] > 0 }
      .sorted { (counts.byTheme[$1], $0) < (counts.byTheme[$0], $1) }
    for theme in order {
      table.add(
        [
          "  " + themes[theme].label[language], whole(counts.byTheme[theme]),
          share(counts.byTheme[theme]),
        ] + counts.bySign[theme].map(whole))
    }
    return out + (order.isEmpty ? "" : table.text)
  }

  /// Dictionary against person.
  private func agreement(_ language: Language) -> String {
    guard !reviewed.isEmpty else { return "" }
    let french = language == .french
    let order = project.codebook.themes.map(\.id)
    let quality = CodingQuality(reviewed, order: order)
    let kappas = ReviewerAgreement(
      reviewed.map { (first: $0.given, second: $0.expected) }, order: order)
    let answers = counts.reduce(0) { $0 + $1.answers }
    var table = TextTable(
      headings: [
        french ? "  thème" : "  theme", french ? "relus" : "reviewed",
        french ? "précision" : "precision", french ? "rappel" : "recall", "kappa", "95 %",
        french ? "à relire" : "to review",
      ])
    for row in quality.themes {
      let kappa = kappas.themes.first { $0.theme == row.theme }
      let wanted = ReviewSampleSize.answers(
        share: Double(row.positives) / Double(max(quality.count, 1)), population: answers)
      table.add([
        "  " + (project.codebook.themes.first { $0.id == row.theme }?.label[language] ?? row.theme),
        String(row.positives), percent(row.precision, language), percent(row.recall, language),
        decimal(kappa?.kappa, language), interval(kappa, language),
        wanted.map { NumberText.whole(max(0, $0 - quality.count), in: language) } ?? "–",
      ])
    }
    return
      (french
      ? "\nLe dictionnaire face à la personne, sur \(quality.count) réponses relues :\n"
      : "\nThe dictionary against the person, on \(quality.count) reviewed answers:\n")
      + table.text
      + (french
        ? "  à relire : réponses à tirer encore au sort (--sample) pour connaître le rappel à 10 points près\n"
        : "  to review: answers still to draw (--sample) for the recall to be known within 10 points\n")
  }

  /// One person against another.
  private func reviewers(_ compared: ReviewerAgreement, _ language: Language) -> String {
    let french = language == .french
    var table = TextTable(
      headings: [
        french ? "  thème" : "  theme", "kappa", "95 %", french ? "les deux" : "both",
        french ? "la 1re" : "1st only", french ? "la 2e" : "2nd only",
      ])
    for row in compared.themes {
      table.add([
        "  " + (project.codebook.themes.first { $0.id == row.theme }?.label[language] ?? row.theme),
        decimal(row.kappa, language), interval(row, language), String(row.both),
        String(row.firstOnly), String(row.secondOnly),
      ])
    }
    return
      (french
      ? "\nDeux personnes, sur \(compared.count) réponses relues par les deux :\n"
      : "\nTwo persons, on \(compared.count) answers that both reviewed:\n") + table.text
  }

  private func decimal(_ value: Double?, _ language: Language) -> String {
    value.map { NumberText.decimal($0, decimals: 2, in: language) } ?? "–"
  }

  private func interval(
    _ row: ReviewerAgreement.ThemeAgreement?, _ language: Language
  ) -> String {
    guard let lower = row?.lower, let upper = row?.upper else { return "–" }
    return "[\(decimal(lower, language)) ; \(decimal(upper, language))]"
  }

  private func suggestionText(_ language: Language) -> String {
    let french = language == .french
    var out =
      french ? "\nCe que le dictionnaire ne connaît pas\n" : "\nWhat the dictionary does not know\n"
    if suggestions.best.isEmpty {
      out +=
        french
        ? "  aucun mot ne revient dans les réponses sans thème\n"
        : "  no word comes twice in the answers without theme\n"
    }
    for expression in suggestions.best {
      let places = expression.quartiers.map {
        "\(quartiers[$0.quartier].name) (+\(NumberText.decimal($0.index, decimals: 1, in: language)))"
      }.joined(separator: ", ")
      out +=
        french
        ? "  « \(expression.text) » : \(expression.count) réponses, \(expression.gain) de plus seraient codées"
        : "  “\(expression.text)”: \(expression.count) answers, \(expression.gain) more would be coded"
      out += places.isEmpty ? "\n" : french ? " ; surtout : \(places)\n" : "; mostly: \(places)\n"
      for example in expression.examples { out += "    – \(shortened(example))\n" }
    }
    let known = Set(suggestions.best.map(\.text))
    let others = suggestions.frequent.filter { !known.contains($0.text) }
    if !others.isEmpty {
      out += french ? "  fréquents aussi : " : "  frequent too: "
      out += others.map { "\($0.text) (\($0.count))" }.joined(separator: ", ") + "\n"
    }
    if !suggestions.groups.isEmpty {
      out +=
        french
        ? "Réponses presque semblables, sans thème\n" : "Answers almost alike, without theme\n"
    }
    for group in suggestions.groups {
      out += "  \(group.count) : \(group.texts.prefix(3).map(shortened).joined(separator: " | "))\n"
    }
    if unread > 0 {
      out +=
        french
        ? "  \(unread) réponses sans thème n'ont pas été examinées : il y en a trop\n"
        : "  \(unread) answers without theme were not looked at: there are too many\n"
    }
    return out
  }

  /// One line, without what moves a cursor.
  private func shortened(_ text: String) -> String {
    let line = String(text.map { $0.isNewline ? " " : $0 })
    return line.count <= 70 ? line : String(line.prefix(69)) + "…"
  }
}
