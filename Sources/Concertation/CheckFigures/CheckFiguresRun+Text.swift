internal import Definitions
public import Export
public import SurveyModel

extension CheckFiguresRun {
  /// One record a figure: `survey,figure_id,published_pct,decimals,base_tested,
  /// counts_that_round_to_it,consistent`.
  public func csv(_ form: CSVForm = .international) -> String {
    var writer = CSVWriter(form)
    let french = [
      "enquête", "chiffre", "pourcentage publié", "décimales", "base", "effectifs possibles",
      "possible",
    ]
    let english = [
      "survey", "figure_id", "published_pct", "decimals", "base_tested", "counts_that_round_to_it",
      "consistent",
    ]
    writer.record((form == .french ? french : english).map { .text($0) })
    for verdict in verdicts {
      let figure = verdict.figure
      writer.record([
        .text(figure.survey), .text(figure.id), .text(figure.written), .whole(figure.decimals),
        .whole(figure.base),
        verdict.counts.map { .text($0.map(String.init).joined(separator: " ")) } ?? .empty,
        .text(
          verdict.counts != nil ? (form == .french ? "oui" : "yes") : form == .french ? "NON" : "NO"
        ),
      ])
    }
    return writer.text
  }

  public var json: String {
    var json = JSONWriter(expandedDepth: 2)
    json.object { json in
      json.field("schema", 1)
      json.field("consistent", isConsistent)
      json.array("figures") { json in
        for verdict in verdicts {
          json.object { json in
            json.field("survey", verdict.figure.survey)
            json.field("figure", verdict.figure.id)
            json.field("percent", verdict.figure.written)
            json.field("decimals", verdict.figure.decimals)
            json.field("base", verdict.figure.base)
            json.array("counts") { json in
              for count in verdict.counts ?? 0...0 where verdict.counts != nil { json.value(count) }
            }
            json.field("consistent", verdict.counts != nil)
            json.array("nearestBases") { json in for base in verdict.nearest { json.value(base) } }
          }
        }
      }
      json.array("groups") { json in
        for group in groups {
          json.object { json in
            json.field("survey", group.survey)
            json.field("whole", group.whole.isEmpty ? nil : group.whole)
            json.field("base", group.base)
            json.field("figures", group.size)
            json.field("consistent", group.isConsistent)
            if let addsUp = group.addsUp { json.field("addsUp", addsUp) }
            if let sum = group.sum { json.field("sum", sum) }
            json.array("bases") { json in for base in group.bases { json.value(base) } }
          }
        }
      }
    }
    return json.text
  }

  /// What a person reads: the impossible figures first, then what each base makes of them.
  public func text(in language: Language) -> String {
    func said(_ fr: String, _ en: String) -> String { language == .french ? fr : en }
    let impossible = verdicts.filter { $0.counts == nil }
    var out = said(
      "\(verdicts.count) pourcentages vérifiés, \(impossible.count) impossible(s) sur la base publiée.\n",
      "\(verdicts.count) percentages checked, \(impossible.count) impossible of the published base.\n"
    )
    for verdict in impossible {
      let figure = verdict.figure
      let name = [figure.survey, figure.id].filter { !$0.isEmpty }.joined(separator: " / ")
      let bases = verdict.nearest.map(String.init).joined(separator: ", ")
      out += said(
        "  \(name)\u{A0}: aucun effectif sur \(figure.base) ne donne \(figure.written)\u{A0}%",
        "  \(name): no count of \(figure.base) gives \(figure.written)%")
      out +=
        bases.isEmpty
        ? "\n"
        : said(
          " ; bases possibles près de là\u{A0}: \(bases)\n", "; possible bases near it: \(bases)\n")
    }
    for group in groups {
      let bases = group.bases.map(String.init).joined(separator: ", ")
      let list = bases.isEmpty ? said("aucune", "none") : bases
      if group.whole.isEmpty {
        out += said(
          "\(group.survey), base \(group.base)\u{A0}: \(group.size) chiffres, "
            + (group.isConsistent ? "tous possibles" : "pas tous possibles")
            + " ; bases où tous le sont\u{A0}: \(list)\n",
          "\(group.survey), base \(group.base): \(group.size) figures, "
            + (group.isConsistent ? "all possible" : "not all possible")
            + "; bases of which all are: \(list)\n")
      } else {
        let verdict =
          group.addsUp == true
          ? said("peuvent faire un tout", "can be one whole")
          : said("ne peuvent pas faire un tout", "cannot be one whole")
        out += said(
          "\(group.survey), «\u{A0}\(group.whole)\u{A0}»\u{A0}: \(group.size) parts (somme \(group.sum ?? "")\u{A0}%) "
            + "\(verdict) sur \(group.base) ; bases possibles\u{A0}: \(list)\n",
          "\(group.survey), “\(group.whole)”: \(group.size) parts (sum \(group.sum ?? "")%) "
            + "\(verdict) of \(group.base); possible bases: \(list)\n")
      }
    }
    return out
  }
}
