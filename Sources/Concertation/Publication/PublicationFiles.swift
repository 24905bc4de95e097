internal import Export
internal import SurveyModel
internal import Tabulation

/// `disclosure.json` and `disclosure.md`: what the public edition withholds, for the team.
struct PublicationFiles {
  let publication: Publication
  let language: Language

  func all() -> [ResultFile] {
    [
      ResultFile(path: "disclosure.json", bytes: json()),
      ResultFile(path: "disclosure.md", text: markdown()),
    ]
  }

  private static let notice = Bilingual(
    fr: "Document de travail – ne pas diffuser", en: "Working document – not for release")

  private func json() -> [UInt8] {
    let account = publication.account
    var json = JSONWriter(expandedDepth: 2)
    json.object { json in
      json.field("schema", 1)
      json.field("notice", Self.notice[language])
      json.object("thresholds") { json in
        json.field("base", publication.thresholds.base)
        json.field("cell", publication.thresholds.cell)
      }
      json.field("numbers", account.total)
      json.field("shown", account.shown)
      json.object("hidden") { json in
        for rule in DisclosureRule.allCases {
          json.field(rule.rawValue, account.hidden[rule] ?? 0)
        }
      }
      json.array("releases") { json in
        for release in publication.releases { json.value(release.name) }
      }
      json.array("tables") { json in
        for line in account.tables {
          json.object { json in
            json.field("table", line.table.path)
            json.field("numbers", line.total)
            json.field("shown", line.shown)
            for rule in DisclosureRule.allCases where line.hidden[rule] ?? 0 > 0 {
              json.field(rule.rawValue, line.hidden[rule])
            }
          }
        }
      }
      json.array("merges") { json in
        for proposal in publication.proposals {
          json.object { json in
            json.field("merge", proposal.line)
            json.field("shownBefore", proposal.shownBefore)
            json.field("numbersBefore", proposal.totalBefore)
            json.field("shownAfter", proposal.shownAfter)
            json.field("numbersAfter", proposal.totalAfter)
          }
        }
      }
    }
    return json.bytes
  }

  private func markdown() -> String {
    let title = Bilingual(
      fr: "Ce que l'édition publique masque", en: "What the public edition withholds")
    var out = "# \(title[language])\n\n**\(Self.notice[language])**\n\n"
    out += lines(in: language).map { "\($0)\n\n" }.joined()
    let head =
      language == .french
      ? "| Tableau | nombres | montrés | masqués, par règle |"
      : "| Table | numbers | shown | withheld, by rule |"
    out += head + "\n|:--|--:|--:|:--|\n"
    for line in publication.account.tables {
      let rules = DisclosureRule.allCases.compactMap { rule in
        line.hidden[rule].map { "\(rule.label[language]) \($0)" }
      }
      out +=
        "| \(line.table.path) | \(line.total) | \(line.shown) | \(rules.joined(separator: ", ")) |\n"
    }
    return out
  }

  /// The account in words, a line each.
  func lines(in language: Language) -> [String] {
    let account = publication.account
    let isFrench = language == .french
    var out = [
      isFrench
        ? "Édition publique\u{A0}: \(account.shown) nombres montrés sur \(account.total) (\(percent(account.shown, account.total, language)))."
        : "Public edition: \(account.shown) numbers shown of \(account.total) (\(percent(account.shown, account.total, language)))."
    ]
    let rules = DisclosureRule.allCases.compactMap { rule in
      account.hidden[rule].map { "\(rule.label[language]) \($0)" }
    }
    if !rules.isEmpty {
      out.append(
        (isFrench ? "Masqués\u{A0}: " : "Withheld: ") + rules.joined(separator: ", ") + ".")
    }
    for proposal in publication.proposals {
      let before = percent(proposal.shownBefore, proposal.totalBefore, language)
      let after = percent(proposal.shownAfter, proposal.totalAfter, language)
      out.append(
        isFrench
          ? "\(before) → \(after) des nombres de ces tableaux avec\u{A0}: \(proposal.line)"
          : "\(before) → \(after) of the numbers of these tables with: \(proposal.line)")
    }
    return out
  }

  private func percent(_ part: Int, _ whole: Int, _ language: Language) -> String {
    let share = whole == 0 ? 100 : (100 * part + whole / 2) / whole
    return language == .french ? "\(share)\u{A0}%" : "\(share)%"
  }
}
