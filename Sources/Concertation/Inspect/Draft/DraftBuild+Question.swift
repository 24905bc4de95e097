internal import Ingestion
internal import SurveyModel

extension DraftBuild {
  mutating func write(_ question: DraftQuestion) {
    let inferred = question.inferred
    writer.line("- id: " + question.id, indent: 2)
    writer.line("text: " + DraftWriter.quoted(question.columns.text), indent: 4)
    if let label = question.columns.label {
      writer.line("label: " + DraftWriter.quoted(label), indent: 4)
    }
    if let column = question.columns.column {
      writer.line("column: " + DraftWriter.quoted(column), indent: 4)
    }
    writer.remark(inferred.evidence.map { words.said($0) }.joined(separator: " ; "), indent: 4)
    if let remark = words.remark(question) { writer.remark(remark, indent: 4) }
    if case .date(nil) = question.type {
      writer.line("type: date", indent: 4)
    } else {
      writer.line("type: " + question.type.word, indent: 4)
    }
    writeLayout(question)
    switch question.type {
    case .single, .multiple, .ranking: writeOptions(question, form: .plain)
    case .scale: writeScale(question)
    case .numericScale(let scale): writeRange(question, scale.range)
    case .date(let order?): writer.line("order: " + order.rawValue, indent: 4)
    default: break
    }
    if case .single(let list) = question.type, list.allowsOther {
      writer.line("other: true", indent: 4)
    }
    writePoints(question)
  }

  private mutating func writeLayout(_ question: DraftQuestion) {
    guard let layout = question.columns.layout else { return }
    writer.line("layout: " + layout, indent: 4)
    if case .ranking(let ranking) = question.type, let depth = ranking.depth {
      writer.line("depth: \(depth)", indent: 4)
    }
    if !question.columns.list.isEmpty {
      writer.line("columns:", indent: 4)
      for name in question.columns.list {
        writer.line("- " + DraftWriter.quoted(name), indent: 6)
      }
    }
  }

  private mutating func writeOptions(_ question: DraftQuestion, form: DraftAnchors.Form) {
    if case .alias(let name) = form {
      writer.line("options: *\(name)", indent: 4)
      let counts = question.options.map { $0.count.map(String.init) ?? "–" }
      writer.remark(counts.joined(separator: " · "), indent: 4)
      return
    }
    var head = "options:"
    if case .anchor(let name) = form { head += " &\(name)" }
    writer.line(head, indent: 4)
    for option in question.options {
      if option.isBeside { writer.remark(words.beside(option.label), indent: 6) }
      let label = DraftWriter.quoted(option.label)
      let value = option.isBeside ? "{ label: \(label), missing: TODO }" : label
      let count = option.count.map { "   # \($0)" } ?? ""
      writer.line("\(option.code): \(value)\(count)", indent: 6)
    }
    if !question.variants.isEmpty {
      writer.remark(words.variants(question.variants), indent: 6)
    }
    if case .multiple = question.type, question.allowsOther {
      writer.line("other: true", indent: 4)
    }
  }

  private mutating func writeScale(_ question: DraftQuestion) {
    let options = question.options
    writeOptions(question, form: anchors.form(DraftKey.options(options), name: words.stepsAnchor))
    let steps = options.filter { !$0.isBeside }
    let key = DraftKey.direction(options)
    let form = anchors.form(key, name: words.directionAnchor)
    writeTodo(
      "best", form, uses: anchors.useCount(key),
      words.direction(first: steps.first?.code ?? "", last: steps.last?.code ?? ""))
  }

  private mutating func writeRange(_ question: DraftQuestion, _ range: ClosedRange<Int>) {
    writer.line("range: \(range.lowerBound)..\(range.upperBound)", indent: 4)
    let key = DraftKey.direction(range, block: question.inferred.block, id: question.id)
    let form = anchors.form(key, name: words.directionAnchor)
    writeTodo(
      "best", form, uses: anchors.useCount(key),
      words.direction(first: String(range.lowerBound), last: String(range.upperBound)))
  }

  /// What else must be declared, and what the dialect's own words for missing answers mean.
  private mutating func writePoints(_ question: DraftQuestion) {
    var codes: [(code: String, count: Int)] = []
    for point in question.inferred.openPoints {
      switch point {
      case .nothingChosen(let count):
        let form = anchors.form(DraftKey.blank, name: words.blankAnchor)
        writeTodo(
          "blank", form, uses: anchors.useCount(DraftKey.blank), words.nothingChosen(count))
      case .dateOrder(let examples):
        let form = anchors.form(DraftKey.order, name: words.orderAnchor)
        writeTodo("order", form, uses: anchors.useCount(DraftKey.order), words.order(examples))
      case .decimalSign(let examples):
        let form = anchors.form(DraftKey.decimal, name: words.decimalAnchor)
        writeTodo(
          "decimal", form, uses: anchors.useCount(DraftKey.decimal), words.decimal(examples))
      case .splitPoints(let separator, let joined):
        let key = DraftKey.separator(separator)
        let form = anchors.form(key, name: words.separatorAnchor)
        writeTodo(
          "separator", form, uses: anchors.useCount(key), words.separator(separator, joined))
      case .code(let code, let count): codes.append((code, count))
      case .scaleDirection, .beside: break
      }
    }
    writeMissing(question, codes)
  }

  private mutating func writeMissing(
    _ question: DraftQuestion, _ codes: [(code: String, count: Int)]
  ) {
    guard !question.missing.isEmpty || !codes.isEmpty, question.type.word != "ignored" else {
      return
    }
    writer.line("missing:", indent: 4)
    for value in question.missing {
      writer.line("\(DraftWriter.quoted(value.text)): \(value.reason.yamlWord)", indent: 6)
    }
    for (code, count) in codes {
      let key = DraftKey.code(code, block: question.inferred.block, id: question.id)
      let form = anchors.form(key, name: words.codeAnchor)
      if form != .alias(form.name ?? "") { writer.remark(words.code(code, count), indent: 6) }
      writer.line("\(DraftWriter.quoted(code)): \(form.scalar("TODO"))", indent: 6)
    }
  }

  /// A key that waits for an answer, its choices above it; an alias says that it was asked before.
  private mutating func writeTodo(
    _ key: String, _ form: DraftAnchors.Form, uses: Int, _ question: String
  ) {
    if case .alias = form {
      writer.line("\(key): \(form.scalar("TODO"))", indent: 4)
      return
    }
    writer.remark(question, indent: 4)
    if case .anchor = form { writer.remark(words.shared(uses), indent: 4) }
    writer.line("\(key): \(form.scalar("TODO"))", indent: 4)
  }
}

extension DraftAnchors.Form {
  fileprivate var name: String? {
    switch self {
    case .plain: nil
    case .anchor(let name), .alias(let name): name
    }
  }
}
