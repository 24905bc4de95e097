/// A project in which some files of `goodProject` are replaced by marked ones.
struct BadProject: Sendable, CustomStringConvertible {
  var name: String
  /// Marked texts; `nil` removes the file.
  var files: [String: String?]
  init(_ name: String, _ files: [String: String?]) {
    self.name = name
    self.files = files
  }
  var description: String { name }

  static func project(_ name: String, _ text: String) -> BadProject {
    BadProject(name, ["concertation.yaml": text])
  }

  /// A good project file with one more line.
  static func line(_ name: String, _ line: String) -> BadProject {
    project(name, head + online + line)
  }

  static func themes(_ name: String, _ text: String) -> BadProject {
    BadProject(name, ["themes.yaml": text])
  }

  static func quartiers(_ name: String, _ text: String) -> BadProject {
    BadProject(name, ["quartiers.csv": text])
  }

  static let head = """
    title: T
    quartiers: quartiers.csv
    themes: themes.yaml
    sources:

    """
  static let online = """
      - { id: online, questionnaire: online.yaml, file: online.csv }

    """
}

let badProjects: [BadProject] = [
  .project("no sources", "title: T⟦missing-key⟧"),
  .project("no title", "sources: []⟦missing-key⟧⟦empty-value⟧"),
  .project("sources later", "title: T\nsources: TODO⟦todo⟧"),
  .line("language", "language: de⟦unknown-word⟧"),
  .line("unknown key", "quartier: quartiers.csv⟦unknown-key⟧"),
  .line("merge", "merge: { quartiers: { nord: [a, b] } }⟦bad-merge⟧⟦bad-merge⟧"),
  .line("merge of one", "merge: { quartiers: { nord: [bastide] } }⟦bad-merge⟧"),
  .line("merge of what", "merge: { option: { x: [a, b] } }⟦unknown-key⟧"),
  .line("merge of a question", "merge: { options: { nowhere: { x: [a, b] } } }⟦unknown-question⟧"),
  .line("weighting", "weighting: { sources: [phone] }⟦missing-key⟧⟦missing-key⟧⟦unknown-source⟧"),
  .line("editions", "editions: [public]⟦not-available⟧"),
  .line("crosswalk", "crosswalk: crosswalk.csv⟦missing-file⟧"),
  .line(
    "also-from", "priorities: { asked-in: { online: insecurity }, also-from: [w] }⟦unknown-source⟧"),
  .line("a survey", "priorities: { also-from: [online] }⟦not-a-session-source⟧"),
  .line("another edition", "publication: { editions: draft }⟦unknown-word⟧"),
  .line("thresholds", "publication: { base: 0, cell: x }⟦bad-number⟧⟦bad-number⟧"),
  .line("cell above base", "publication: { base: 5, cell: 6 }⟦bad-threshold⟧"),
  .line("publication key", "publication: { bases: 5 }⟦unknown-key⟧"),
  .line("minimum base", "ranking: { minimum-base: -1 }⟦bad-number⟧"),
  .line("ranking", "ranking: 11⟦wrong-shape⟧"),
  .line("state blank", "state:⟦empty-value⟧"),
  .line("priorities blank", "priorities: {}⟦missing-key⟧"),
  .line("asked-in as text", "priorities: { asked-in: insecurity }⟦wrong-shape⟧"),
  .line("source", "priorities: { asked-in: { onlin: insecurity } }⟦unknown-source⟧"),
  .line("question", "priorities: { asked-in: { online: insecurit } }⟦unknown-question⟧"),
  .line(
    "no themes", "priorities: { asked-in: { online: [insecurity, age] } }⟦options-without-themes⟧"),
  .line("twice", "priorities: { asked-in: { online: [insecurity, insecurity] } }⟦duplicate-key⟧"),
  .project(
    "sources",
    BadProject.head + """
        - { id: online, questionnaire: online.yaml, file: online.csv }
        - { id: online, questionnaire: online.yaml, file: b.csv }⟦duplicate-id⟧
        - { id: On_line, questionnaire: online.yaml, file: c.csv }⟦bad-id⟧
        - { questionnaire: online.yaml, file: c.csv }⟦missing-key⟧
        - { id: a, file: c.csv }⟦missing-key⟧
        - { id: b, questionnaire: online.yaml }⟦missing-key⟧
        - { id: c, questionnaire: nowhere.yaml, file: c.csv }⟦missing-file⟧
        - { id: d, questionnaire: online.yaml, file: online.csv }⟦same-export⟧
        - { id: e, sessions: "*.csv" }
        - { id: e2, sessions: "*/a.csv" }⟦star-in-folder⟧
        - { id: e3, sessions: a.csv, questionnaire: online.yaml }⟦not-for-sessions⟧
        - { id: e4, questionnaire: online.yaml, file: e4.csv, withdrawn: [a] }⟦only-for-sessions⟧
        - { id: f, questionnaire: online.yaml, file: f.csv, sampling: quotas }⟦unknown-word⟧
        - { id: g, questionnaire: online.yaml, file: g.csv, delimiter: ";;" }⟦bad-delimiter⟧
        - { id: h, questionnaire: online.yaml, file: h.csv, delimiter: tab }
        - { id: i, questionnaire: online.yaml, file: i.csv, delimiter: "\\t" }
        - { id: j, questionnaire: online.yaml, file: j.csv, samplin: quota }⟦unknown-key⟧
        - { id: k, questionnaire: online.yaml, file: TODO }⟦todo⟧
        - online⟦wrong-shape⟧
      priorities: { asked-in: { a: x, online: insecurity } }
      """),
  .project(
    "no lists",
    """
    title: T
    sources: [{ id: online, questionnaire: online.yaml, file: online.csv }]
    quartiers: nowhere.csv⟦missing-file⟧
    themes: nowhere.yaml⟦missing-file⟧
    """),
  .project("syntax", "title: [⟦yaml-syntax⟧"),
  BadProject("no project file", ["concertation.yaml": nil]),
  BadProject(
    "no quartiers at all",
    [
      "concertation.yaml": BadProject.online.replacing("  - ", with: "title: T\nsources:\n  - "),
      "online.yaml": """
      questions:
        - { id: a, text: A, type: quartier }⟦no-quartiers⟧
        - id: b
          text: B
          type: single
          options:
            c: { label: C, theme: health }⟦unknown-theme⟧
            d: { label: D, theme: TODO }⟦todo⟧
      """,
    ]),
  BadProject(
    "mistakes in every file",
    [
      "online.yaml": """
      questions:
        - { id: a, text: A, type: what }⟦unknown-type⟧
        - id: insecurity
          text: B
          type: single
          options: { c: { label: C, theme: healt } }
      """,
      "themes.yaml": "theme: { health: Santé }⟦unknown-key⟧⟦missing-key⟧",
      "quartiers.csv": "code,nom⟦unknown-heading⟧⟦missing-heading⟧\na,b",
    ]),
]

let badThemes: [BadProject] = [
  .themes("blank", "themes:⟦empty-value⟧"),
  .themes("a list", "themes: [a]⟦wrong-shape⟧"),
  .themes(
    "ids and labels",
    """
    themes:
      tranquillity: Tranquillité
      Santé: Santé⟦bad-id⟧
      health: SANTÉ⟦duplicate-name⟧
      jobs:⟦empty-value⟧
      security: TODO⟦todo⟧
    """),
  .themes(
    "groups",
    """
    themes: { tranquillity: T, health: H, jobs: J }
    groups:
      a: { label: A, themes: [health, helth] }⟦unknown-theme⟧
      b: { label: B, themes: [health] }⟦theme-twice⟧
      c: { label: a, themes: [jobs] }⟦duplicate-name⟧
      d: { label: D, themes: [] }⟦empty-value⟧
      e: { themes: [tranquillity] }⟦missing-key⟧
      jobs: { label: F, themes: tranquillity }⟦duplicate-id⟧⟦theme-twice⟧
      g: health⟦wrong-shape⟧
      h: { label: H2 }⟦missing-key⟧
    """),
]

let badWords: [BadProject] = [
  .themes(
    "words",
    """
    themes:
      security:
        label: Sécurité
        words: [sécurité, "in*sécu", "ab*", "==vol", "=vol*", "*"]⟦bad-expression⟧⟦bad-expression⟧⟦bad-expression⟧⟦bad-expression⟧⟦bad-expression⟧
        except: TODO⟦todo⟧
      tranquillity:
        label: Tranquillité
        words:
          - bruit
          - Bruit⟦expression-twice⟧
          - { phrase: bruit, with: ["b*"] }⟦bad-expression⟧
          - { phrase: cri, near: [a] }⟦unknown-key⟧
          - { with: [a] }⟦missing-key⟧
      health: { words: [médecin] }⟦missing-key⟧
    ignore: []⟦empty-value⟧
    signs: { want: [a] }⟦unknown-key⟧
    """),
  .themes("no dictionary", "dictionary: nowhere.yaml⟦missing-file⟧\nthemes: { security: S }"),
  BadProject(
    "a dictionary of a dictionary",
    [
      "themes.yaml": "dictionary: words.yaml\nthemes: { tranquillity: T }",
      "words.yaml": "dictionary: more.yaml⟦dictionary-of-dictionary⟧\nthemes: { health: H }",
    ]),
]

/// A questionnaire that takes its options from a list, and the list.
let badCodes: [BadProject] = [
  .codes("headings", "question,codes⟦unknown-heading⟧⟦missing-heading⟧\nq1,1"),
  .codes("no label", "question,code⟦missing-heading⟧\nq1,1"),
  .codes(
    "values",
    """
    question,code,label,missing
    q1,1,Oui
    ,,Peut-être⟦empty-value⟧
    ,2 3,Non⟦bad-code⟧
    q1,1,Encore⟦duplicate-option⟧
    ,9,NSP,unknown⟦unknown-reason⟧
    q2,1,Oui
    ,2,Jamais⟦code-without-option⟧
    ,3,Non
    ,a,Non⟦duplicate-option⟧
    q3,1,Rien⟦codes-not-used⟧
    """),
]

extension BadProject {
  static func codes(_ name: String, _ list: String) -> BadProject {
    let questionnaire = """
      codes: codes.csv
      questions:
        - { id: q1, text: Q1, type: single }
        - { id: q2, text: Q2, type: single, options: { a: Oui, b: Non } }
      """
    return BadProject("codes: \(name)", ["q.yaml": questionnaire, "codes.csv": list])
  }
}

let badQuartiers: [BadProject] = [
  .quartiers("empty", "⟦empty-file⟧"),
  .quartiers("headings only", "code,name⟦empty-file⟧\n"),
  .quartiers("no code", "name,aliases⟦missing-heading⟧\na,b"),
  .quartiers("a heading twice", "code,name,Name⟦duplicate-heading⟧\na,b,c"),
  .quartiers("a heading unknown", "code,name,alias⟦unknown-heading⟧\na,b,c"),
  .quartiers("open quote", "code,name\na,\"b⟦open-quote⟧\nc,d"),
  .quartiers("stray quote", "code,name\na,b \"c\"⟦stray-quote⟧"),
  .quartiers("text after a quote", "code,name\na,\"b\" c⟦stray-quote⟧"),
  .quartiers("too many cells", "code,name\na,b, c⟦too-many-cells⟧"),
  .quartiers(
    "values",
    """
    code;name;aliases;population
    a;La Conte;Laconte|Ozanam;1200
    ;Viguier;;⟦empty-value⟧
    c;;;⟦empty-value⟧
    d;--;;⟦empty-value⟧
    e;CONTE;;⟦duplicate-name⟧
    f;"Saint⟦bad-population⟧
    Jacques";St-Jacques|saint jacques;1 200
    g;Le Laconte;;0⟦duplicate-name⟧⟦bad-population⟧
    h;H;f;-1⟦duplicate-name⟧⟦bad-population⟧
    A;Grazailles;;1200.5⟦duplicate-name⟧⟦bad-population⟧
    b c;Bastide;;⟦bad-code⟧
    k;TODO;;TODO⟦todo⟧⟦todo⟧
    """),
]
