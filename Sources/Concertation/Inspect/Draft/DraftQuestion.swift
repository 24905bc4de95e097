internal import Ingestion
internal import SurveyModel

/// One question of a draft, before it is written: its id, its columns, its options.
struct DraftQuestion {
  let inferred: InferredQuestion
  let id: String
  let type: ResponseType
  let options: [DraftOption]
  let columns: DraftColumns
  /// The texts that stand for "not displayed" in this dialect, where the columns hold them.
  let missing: [MissingValue]
  /// Spellings that differ in case or blanks only, taken together.
  let variants: [String]

  init(
    _ inferred: InferredQuestion, id: String, isPlace: Bool, _ inspection: ExportInspection,
    _ names: ColumnNames
  ) {
    self.inferred = inferred
    self.id = id
    type = isPlace ? .quartier : inferred.likelyType
    columns = DraftColumns(inferred, inspection.layout, names)
    let holdsMissing = inferred.positions.contains { inspection.columns[$0].missing > 0 }
    missing = holdsMissing ? inspection.layout.missing : []
    let beside = Set(
      inferred.openPoints.compactMap { point -> String? in
        if case .beside(let label, _) = point { label } else { nil }
      })
    var options: [DraftOption] = []
    var places: [String: Int] = [:]
    var variants: [String] = []
    let isTicks = inferred.otherPosition != nil || columns.layout == "columns"
    for (index, option) in inferred.listedOptions.enumerated() {
      let label = option.label.fr
      let count = index < inferred.counts.count ? inferred.counts[index] : nil
      if !isTicks, let place = places[foldedLabel(label)] {
        options[place].count = (options[place].count ?? 0) + (count ?? 0)
        variants.append(label)
        continue
      }
      places[foldedLabel(label)] = options.count
      options.append(
        DraftOption(
          code: option.code == "other" ? "other-option" : option.code, label: label,
          isBeside: beside.contains(label), count: count))
    }
    self.options = options
    self.variants = variants
  }

  /// Whether what is typed beside the options counts as "other".
  var allowsOther: Bool {
    switch type {
    case .single(let list): list.allowsOther
    case .multiple(let choice): choice.list.allowsOther
    default: false
    }
  }

  /// The keys of what this question shares with others.
  var sharedKeys: [String] {
    var keys: [String] = []
    switch type {
    case .scale: keys += [DraftKey.options(options), DraftKey.direction(options)]
    case .numericScale(let scale):
      keys.append(DraftKey.direction(scale.range, block: inferred.block, id: id))
    default: break
    }
    for point in inferred.openPoints {
      switch point {
      case .nothingChosen: keys.append(DraftKey.blank)
      case .dateOrder: keys.append(DraftKey.order)
      case .decimalSign: keys.append(DraftKey.decimal)
      case .splitPoints(let separator, _): keys.append(DraftKey.separator(separator))
      case .code(let code, _):
        keys.append(DraftKey.code(code, block: inferred.block, id: id))
      case .scaleDirection, .beside: break
      }
    }
    return keys
  }
}

/// How a draft names the columns of a question.
struct DraftColumns {
  /// `text:`, the wording.
  let text: String
  /// The one column, where its wording does not name it.
  let column: String?
  /// All columns, where the common wording does not name them.
  let list: [String]
  /// The word after `layout:` of a block.
  let layout: String?
  /// A short form for tables: the row of a grid.
  let label: String?

  init(_ question: InferredQuestion, _ layout: ExportLayout, _ names: ColumnNames) {
    let positions = question.positions
    let wording = question.question.text.fr
    text = wording
    let found = names.columns(named: wording)
    if positions.count == 1 {
      column = found == positions ? nil : names.name(of: positions[0])
      list = []
    } else {
      column = nil
      list = Set(found) == Set(positions) ? [] : positions.map { names.name(of: $0) }
    }
    switch question.likelyType {
    case .multiple(let choice):
      switch choice.layout {
      case .columns: self.layout = "columns"
      case .mentions: self.layout = "mentions"
      case .cell: self.layout = "cell"
      case nil: self.layout = nil
      }
    case .ranking(let ranking):
      switch ranking.layout {
      case .ranks: self.layout = "ranks"
      case .items: self.layout = "items"
      case .cell: self.layout = "cell"
      case nil: self.layout = nil
      }
    default: self.layout = nil
    }
    let item = positions.count == 1 ? layout.columns[positions[0]].item : nil
    label = question.block == nil ? nil : item
  }
}
