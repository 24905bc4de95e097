/// A definition with mistakes, each marked `⟦code⟧` on the line where it must be reported.
struct BadCase: Sendable, CustomStringConvertible {
  var name: String
  var text: String
  init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }
  var description: String { name }

  /// One question, as the keys of a flow mapping after `id` and `text`.
  static func question(_ name: String, _ keys: String) -> BadCase {
    BadCase(name, "questions:\n  - { id: a, text: A, \(keys) }")
  }
}

let badShapes: [BadCase] = [
  BadCase("no questions", "title: X⟦missing-key⟧"),
  BadCase("questions blank", "questions:⟦empty-value⟧"),
  BadCase("questions empty", "questions: []⟦empty-value⟧"),
  BadCase("questions a text", "questions: Quel âge⟦wrong-shape⟧"),
  BadCase("questions left for later", "questions: TODO write them⟦todo⟧"),
  BadCase("not a mapping", "- a⟦wrong-shape⟧\n- b"),
  BadCase("a lone text", "questions⟦wrong-shape⟧"),
  BadCase(
    "unknown keys",
    """
    titel: X⟦unknown-key⟧
    colour: red⟦unknown-key⟧
    questions:
      - id: a
        text: A
        tpye: single⟦unknown-key⟧
        type: open
    """),
  BadCase(
    "a question without anything",
    "questions:\n  - label: A⟦missing-key⟧⟦missing-key⟧⟦missing-key⟧"),
  BadCase("a question that is a text", "questions:\n  - Quel âge⟦wrong-shape⟧"),
  BadCase("a question left for later", "questions:\n  - TODO⟦todo⟧"),
  BadCase("a blank question", "questions:\n  -⟦empty-value⟧"),
  BadCase("a list as text", "questions:\n  - { id: a, type: open, text: [A] }⟦wrong-shape⟧"),
  BadCase("a blank text", "questions:\n  - { id: a, type: open, text: \"  \" }⟦empty-value⟧"),
  BadCase("one language", "questions:\n  - { id: a, type: open, text: { fr: A } }⟦missing-key⟧"),
  BadCase(
    "a third language",
    "questions:\n  - { id: a, type: open, text: { fr: A, en: A, de: A } }⟦unknown-key⟧"),
  BadCase("a blank title", "title:⟦empty-value⟧\nquestions: [{ id: a, text: A, type: open }]"),
  BadCase(
    "ids",
    """
    questions:
      - { id: Âge, text: A, type: open }⟦bad-id⟧
      - { id: "", text: A, type: open }⟦empty-value⟧
      - { id: -a, text: A, type: open }⟦bad-id⟧
      - { id: a b, text: A, type: open }⟦bad-id⟧
      - { id: ../a, text: A, type: open }⟦bad-id⟧
      - { id: a--by-b, text: A, type: open }⟦bad-id⟧
      - { id: TODO, text: A, type: open }⟦todo⟧
      - { id: b, text: A, type: open }
      - { id: b, text: A, type: open }⟦duplicate-id⟧
      - { id: \(String(repeating: "a", count: 65)), text: A, type: open }⟦bad-id⟧
    """),
  BadCase(
    "exclusions",
    """
    exclude:
      - { column: A, values: [] , reason: R }⟦empty-value⟧
      - { column: A }⟦missing-key⟧⟦missing-key⟧
      - { colum: A, values: [x], reason: R }⟦unknown-key⟧⟦missing-key⟧
      - Test⟦wrong-shape⟧
      - { column: A, values: { x: y }, reason: R }⟦wrong-shape⟧
    questions: [{ id: a, text: A, type: open }]
    """),
  BadCase(
    "an exclusion alone", "exclude: Test⟦wrong-shape⟧\nquestions: [{ id: a, text: A, type: open }]"),
]

let badQuestions: [BadCase] = [
  .question("no type", "label: X⟦missing-key⟧"),
  .question("unknown type", "type: singel⟦unknown-type⟧"),
  .question("type left for later", "type: TODO⟦todo⟧"),
  .question("type in capitals", "type: Single, options: { a: A }⟦unknown-type⟧"),
  .question("wording", "type: open, wording: verbatim⟦unknown-word⟧"),
  .question("blank", "type: open, blank: skipped⟦unknown-word⟧"),
  .question("not-ticked", "type: open, blank: not-ticked⟦blank-not-ticked⟧"),
  .question("date order", "type: date, order: dmy⟦unknown-word⟧"),
  .question("missing reason", "type: open, missing: { N/A: skipped }⟦unknown-reason⟧"),
  .question("missing as a list", "type: open, missing: [N/A]⟦wrong-shape⟧"),
  .question("missing later", "type: open, missing: TODO⟦todo⟧"),
  .question("missing blank", "type: open, missing: { \"\": refused }⟦empty-value⟧"),
  .question("missing twice", "type: open, missing: { na: refused, NA: refused }⟦duplicate-key⟧"),
  .question("invalid is found, not offered", "type: open, missing: { x: invalid }⟦unknown-reason⟧"),
  .question(
    "missing and option",
    "type: single, options: { a: NSP, b: B }, missing: { nsp: refused }⟦text-means-two⟧"
  ),
  .question("options of an open question", "type: open, options: { a: A }⟦key-not-for-type⟧"),
  .question("best of a single", "type: single, best: a, options: { a: A }⟦key-not-for-type⟧"),
  .question(
    "blank of what is read past", "type: personal-data, blank: no-answer⟦key-not-for-type⟧"),
  .question("no options", "type: single⟦missing-key⟧"),
  .question("blank options", "type: single, options: ⟦empty-value⟧"),
  .question("empty options", "type: single, options: {}⟦empty-value⟧"),
  .question("options later", "type: single, options: TODO⟦todo⟧"),
  .question("options as a list", "type: single, options: [Oui, Non, NSP]⟦options-as-list⟧"),
  .question("options as a text", "type: single, options: \"Oui, Non\"⟦wrong-shape⟧"),
  .question("label for a code", "type: single, options: { Tout à fait: x }⟦bad-code⟧"),
  .question("blank code", "type: single, options: { \"\": x }⟦bad-code⟧"),
  .question("code for later", "type: single, options: { TODO: x }⟦todo⟧"),
  .question("label for later", "type: single, options: { a: TODO libellé }⟦todo⟧"),
  .question("blank label", "type: single, options: { a: , b: B }⟦empty-value⟧"),
  .question("label a list", "type: single, options: { a: [A, B] }⟦wrong-shape⟧"),
  .question("no label", "type: single, options: { a: { theme: x } }⟦missing-key⟧"),
  .question("option key", "type: single, options: { a: { label: A, them: x } }⟦unknown-key⟧"),
  .question(
    "same label", "type: single, options: { a: Plutôt bien, b: \"plutôt  BIEN\" }⟦duplicate-option⟧"
  ),
  .question(
    "same alias",
    "type: single, options: { a: { label: A, also: [x] }, b: { label: B, also: X } }⟦duplicate-option⟧"
  ),
  .question(
    "other twice", "type: single, other: true, options: { a: A, other: Autre }⟦reserved-code⟧"),
  .question("other: yes", "type: single, other: yes, options: { a: A }⟦bad-flag⟧"),
  .question(
    "option's reason", "type: single, options: { a: { label: A, missing: nsp } }⟦unknown-reason⟧"),
  .question(
    "exclusive",
    "type: single, options: { a: { label: A, exclusive: true } }⟦exclusive-outside-multiple⟧"),
  .question(
    "exclusive later", "type: multiple, options: { a: { label: A, exclusive: TODO } }⟦todo⟧"),
  .question(
    "column of a single's option",
    "type: single, options: { a: { label: A, column: X } }⟦option-column-unused⟧"),
  .question(
    "column twice",
    "type: multiple, column: X, columns: [X], layout: columns, options: { a: A }⟦column-twice⟧"),
  .question(
    "column twice, in an option",
    "type: multiple, columns: [X], layout: columns, options: { a: { label: A, column: X } }⟦column-twice⟧"
  ),
  .question("layout", "type: multiple, layout: cells, options: { a: A }⟦unknown-layout⟧"),
  .question(
    "layout of a ranking", "type: ranking, layout: rank, options: { a: A }⟦unknown-layout⟧"),
  .question("layout later", "type: multiple, layout: TODO, separator: x, options: { a: A }⟦todo⟧"),
  .question("no separator", "type: multiple, layout: cell, options: { a: A }⟦missing-separator⟧"),
  .question(
    "separator alone", "type: multiple, separator: x, options: { a: A }⟦separator-without-cell⟧"),
  .question(
    "separator of columns",
    "type: ranking, layout: items, separator: x, options: { a: A }⟦separator-without-cell⟧"),
  .question(
    "blank separator",
    "type: multiple, layout: cell, separator: \"\", options: { a: A }⟦empty-value⟧"),
  .question(
    "separator later", "type: multiple, layout: cell, separator: TODO, options: { a: A }⟦todo⟧"),
  .question(
    "ticked",
    "type: multiple, layout: mentions, ticked: X, options: { a: A }⟦ticked-without-columns⟧"),
  .question(
    "columns count",
    "type: multiple, layout: columns, columns: [X, Y], options: { a: A }⟦columns-count⟧"),
  .question(
    "columns of a cell",
    "type: multiple, layout: cell, separator: x, columns: [X, Y], options: { a: A, b: B }⟦columns-not-for-layout⟧"
  ),
  .question(
    "items count",
    "type: ranking, layout: items, columns: [X], options: { a: A, b: B }⟦columns-count⟧"),
  .question(
    "ranks count",
    "type: ranking, layout: ranks, depth: 2, columns: [X], options: { a: A, b: B }⟦columns-count⟧"),
  .question(
    "same columns",
    "type: multiple, layout: columns, columns: [X, x], options: { a: A, b: B }⟦duplicate-key⟧"),
  .question("limit", "type: multiple, limit: 3, options: { a: A, b: B }⟦bad-number⟧"),
  .question("limit in words", "type: multiple, limit: trois, options: { a: A, b: B }⟦bad-number⟧"),
  .question("depth", "type: ranking, depth: 0, options: { a: A, b: B }⟦bad-number⟧"),
  .question("depth later", "type: ranking, depth: TODO, options: { a: A, b: B }⟦todo⟧"),
  .question("points rise", "type: ranking, points: [1, 2], options: { a: A, b: B }⟦bad-points⟧"),
  .question(
    "points in words", "type: ranking, points: [deux, un], options: { a: A, b: B }⟦bad-points⟧"),
  .question(
    "points and depth",
    "type: ranking, depth: 1, points: [2, 1], options: { a: A, b: B }⟦bad-points⟧"),
  .question(
    "too many points", "type: ranking, points: [3, 2, 1], options: { a: A, b: B }⟦bad-points⟧"),
  .question(
    "points by rank", "type: ranking, points: { 1: 3 }, options: { a: A, b: B }⟦bad-points⟧"),
  .question(
    "points in one text", "type: ranking, points: \"2, 1\", options: { a: A, b: B }⟦bad-points⟧"),
  .question("scale of nothing", "type: scale⟦options-or-range⟧"),
  .question("scale of both", "type: scale, range: 1..3, options: { a: A, b: B }⟦options-or-range⟧"),
  .question(
    "scale of one step",
    "type: scale, options: { a: A, b: { label: B, missing: refused } }⟦too-few-steps⟧"),
  .question(
    "best in the middle", "type: scale, best: b, options: { a: A, b: B, c: C }⟦best-not-at-end⟧"),
  .question("best later", "type: scale, best: TODO, options: { a: A, b: B, c: C }⟦todo⟧"),
  .question("box", "type: scale, best: none, box: 3, options: { a: A, b: B, c: C }⟦bad-number⟧"),
  .question("best of a range", "type: scale, best: last, range: 1..10⟦best-not-at-end⟧"),
  .question(
    "no direction", "type: scale, box: 0, options: { a: A, b: B }⟦scale-direction⟧⟦bad-number⟧"),
  .question("range as a list", "type: scale, range: [1, 10]⟦bad-range⟧"),
]

let badRanges = [
  "1-10", "1...10", "10..1", "1..1", "a..b", "1..", "..10", "1,10", "1..100000", "1..9999999999",
  "0.5..2", "1..2..3", "99999999999999999999..99999999999999999999999", "-", "1 0..20",
]

let badRoutings: [BadCase] = [
  BadCase(
    "asked-if",
    """
    questions:
      - { id: a, text: A, type: single, options: { "yes": Oui, "no": Non } }
      - { id: words, text: W, type: open }
      - { id: note, text: N, type: scale, range: 1..5, best: 5 }
      - { id: broken, text: B, type: single }⟦missing-key⟧
      - id: b
        text: B
        type: multiple
        options: { x: X }
        asked-if:
          aa: "yes"⟦unknown-question⟧
          a: [Oui, maybe]⟦unknown-option⟧⟦unknown-option⟧
          words: "yes"⟦question-without-options⟧
          note: [1, 6, five]⟦unknown-option⟧⟦unknown-option⟧
          broken: anything
          b: x⟦later-question⟧
          c: x⟦later-question⟧
      - { id: c, text: C, type: open, asked-if: [a] }⟦wrong-shape⟧
      - { id: d, text: D, type: open, asked-if: { a: TODO } }⟦todo⟧
      - { id: e, text: E, type: open, asked-if: { b: other } }⟦unknown-option⟧
      - { id: f, text: E, type: open, asked-if: {} }⟦empty-value⟧
    """)
]
