extension BadProject {
  /// A project that weights a phone survey, and the list of its margins.
  static func weighting(
    _ name: String, _ line: String, margins: String = goodMargins
  ) -> BadProject {
    BadProject(
      name,
      [
        "concertation.yaml": """
        title: T
        quartiers: quartiers.csv
        themes: themes.yaml
        sources:
          - { id: phone, questionnaire: phone.yaml, file: phone.csv, sampling: random }
          - { id: form, questionnaire: phone.yaml, file: form.csv, sampling: volunteer }
        \(line)
        """,
        "phone.yaml": weightedQuestionnaire, "margins.csv": margins, "online.yaml": nil,
      ])
  }

  static func margins(_ name: String, _ margins: String) -> BadProject {
    weighting(
      name, "weighting: { sources: [phone], method: raking, margins: margins.csv }",
      margins: margins)
  }
}

let goodMargins = """
  question,option,count,share
  sex,female,520,
  sex,male,480,
  age,young,,0.4
  age,old | oldest,,0.6
  quartier,QP011001,400,
  quartier,QP011002,350,
  quartier,bastide,250,
  """

let weightedQuestionnaire = """
  weight: poids
  questions:
    - { id: quartier, text: Quartier, type: quartier }
    - id: sex
      text: Sexe
      type: single
      options: { female: F, male: H, unsaid: { label: NSP, missing: refused } }
    - id: age
      text: Âge
      type: single
      options: { young: 18-39 ans, old: 40-64 ans, oldest: 65 ans et plus }
    - { id: free, text: Libre, type: open }
    - id: job
      text: Emploi
      type: single
      other: true
      options: { works: Travaille, none: Ne travaille pas }
  """

let badWeightings: [BadProject] = [
  .weighting("as text", "weighting: raking⟦wrong-shape⟧"),
  .weighting("blank", "weighting:⟦empty-value⟧"),
  .weighting(
    "keys",
    "weighting: { source: [phone], metod: raking }⟦unknown-key⟧⟦unknown-key⟧⟦missing-key⟧⟦missing-key⟧⟦missing-key⟧"
  ),
  .weighting(
    "sources",
    "weighting: { sources: [phone, phon, phone], method: raking, margins: margins.csv }⟦unknown-source⟧⟦duplicate-key⟧"
  ),
  .weighting(
    "volunteers",
    "weighting: { sources: [form], method: linear, margins: margins.csv }⟦weighted-without-sample⟧"),
  .weighting(
    "a list",
    """
    weighting:
      - { sources: [phone], method: raking, margins: margins.csv, trim: 0.3..3 }
      - { sources: phone, method: logit, margins: margins.csv, bounds: 0.5..2 }⟦duplicate-key⟧
    """),
  .weighting(
    "method", "weighting: { sources: [phone], method: rake, margins: margins.csv }⟦unknown-word⟧"),
  .weighting(
    "no file", "weighting: { sources: [phone], method: raking, margins: no.csv }⟦missing-file⟧"),
  .weighting(
    "limits",
    """
    weighting:
      sources: [phone]
      method: raking
      margins: margins.csv
      trim: 1.2..3⟦bad-limits⟧
      bounds: "0,3"⟦bad-limits⟧⟦limits-not-for-method⟧
    """),
  .weighting(
    "logit", "weighting: { sources: [phone], method: logit, margins: margins.csv }⟦missing-key⟧"),
  .weighting(
    "one margin",
    "weighting: { sources: [phone], method: post-stratification, margins: margins.csv }⟦one-margin⟧"
  ),
  .margins("no headings", "question,count⟦missing-heading⟧\nsex,1"),
  .margins("no number", "question,option⟦missing-heading⟧\nsex,female"),
  .margins("blank lines", "question,option,count⟦empty-file⟧\n\n"),
  .margins(
    "cells",
    """
    question;option;count;share
    sex;female;520;0,5⟦count-or-share⟧
    sex;male;;⟦count-or-share⟧
    sex;unsaid;TODO;⟦todo⟧
    ;female;1;⟦empty-value⟧
    sex;;1;⟦empty-value⟧
    age;young;1 200;⟦bad-target⟧
    age;old;-3;⟦bad-target⟧
    age;oldest;Keep;⟦bad-target⟧
    """),
  .margins(
    "questions",
    """
    question,option,count
    sexe,female,1⟦unknown-question⟧
    free,x,1⟦margin-question⟧
    """),
  .margins(
    "options",
    """
    question,option,count
    sex,femal,520⟦unknown-option⟧
    sex,unsaid,3⟦target-of-missing⟧
    sex,male,480
    age,young,400
    age,18-39 ans,400⟦unknown-option⟧
    age,old | young,600⟦target-twice⟧
    """),
  .margins(
    "without target",
    """
    question,option,count
    sex,female,520⟦option-without-target⟧
    job,works,0⟦no-targets⟧
    job,none,0
    job,other,keep
    """),
  .margins(
    "crossed",
    """
    question,option,count
    sex * age,female * young,520
    sex * age,female,480⟦crossed-option⟧
    """),
  .margins(
    "crossed, cells lacking",
    """
    question,option,count
    sex * age,female * young,520⟦option-without-target⟧
    sex * age,male * young | old,480
    """),
  .margins(
    "totals",
    """
    question,option,count,share
    sex,female,520,
    sex,male,480,
    quartier,QP011001,400,⟦unequal-totals⟧
    quartier,QP011002,350,
    quartier,bastide,251,
    age,young,,0.4⟦shares-total⟧
    age,old | oldest,,0.5
    job,works,600,
    job,none,,40⟦mixed-units⟧
    job,other,keep,
    """),
]
