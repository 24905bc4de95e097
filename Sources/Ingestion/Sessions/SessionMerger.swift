public import SurveyModel

/// A sheet with the hash of what it holds: the same sheet under two names is one.
public struct HashedSheet: Sendable {
  public var file: String
  public var hash: String
  public var reading: SheetReading
  public init(file: String, hash: String, reading: SheetReading) {
    self.file = file
    self.hash = hash
    self.reading = reading
  }
}

/// Brings the sheets of a source together: copies count once, corrections stand in the place of
/// what they replace, withdrawn sessions do not count. Nothing is lost: their rows are in the
/// ledger, excluded by a stated rule.
public struct SessionMerger {
  /// What became of one sheet.
  public enum Fate: Sendable, Hashable {
    case counts
    /// The same cells as an earlier one.
    case copy(of: String)
    /// Replaced by the session with this id.
    case replaced(by: String)
    case withdrawn
  }

  public struct Outcome: Sendable {
    public var set: ContributionSet
    /// One a sheet, in the order given.
    public var fates: [Fate]
    public var quarantine: [SheetReading.SetAside]
    public var problems: [Problem]
  }

  let source: Source
  let quartiers: [Quartier]
  /// Ids of the sessions that the project withdraws, each with its place.
  let withdrawn: [String: SourceLocation]

  public init(source: Source, quartiers: [Quartier], withdrawn: [String: SourceLocation]) {
    self.source = source
    self.quartiers = quartiers
    self.withdrawn = withdrawn
  }

  /// - Parameter sheets: sound ones, in the order of their names.
  /// - Complexity: O(sheets × log sheets + statements).
  public func merge(_ sheets: [HashedSheet]) -> Outcome {
    var problems = sheets.flatMap(\.reading.problems)
    var fates = [Fate](repeating: .counts, count: sheets.count)
    var byHash: [String: Int] = [:]
    var byID: [String: Int] = [:]
    for (index, sheet) in sheets.enumerated() {
      guard let session = sheet.reading.session else { continue }
      if let first = byHash[sheet.hash] {
        fates[index] = .copy(of: sheets[first].file)
        problems.append(.sheetTwice(sheet.file, sameAs: sheets[first].file))
        continue
      }
      byHash[sheet.hash] = index
      if let first = byID[session.id] {
        problems.append(.sessionTwice(session.id, sheet.file, first: sheets[first].file))
      } else {
        byID[session.id] = index
      }
    }
    replace(sheets, byID, &fates, &problems)
    for (id, index) in byID where withdrawn[id] != nil { fates[index] = .withdrawn }
    for (id, place) in withdrawn.sorted(by: { $0.key < $1.key }) where byID[id] == nil {
      problems.append(.withdrawnUnknown(id, at: place))
    }
    return outcome(sheets, fates, problems)
  }

  private func replace(
    _ sheets: [HashedSheet], _ byID: [String: Int], _ fates: inout [Fate],
    _ problems: inout [Problem]
  ) {
    for (_, index) in byID.sorted(by: { $0.key < $1.key }) {
      guard let session = sheets[index].reading.session, withdrawn[session.id] == nil else {
        continue
      }
      for id in session.replaces {
        guard let old = byID[id] else {
          // The sheet of a withdrawn session may be gone.
          if withdrawn[id] == nil { problems.append(.replacesNothing(id, session)) }
          continue
        }
        fates[old] = .replaced(by: session.id)
      }
    }
    for (_, index) in byID.sorted(by: { $0.key < $1.key }) {
      var seen: Set<Int> = [index]
      var place = index
      while case .replaced(let id) = fates[place], let next = byID[id] {
        if !seen.insert(next).inserted {
          if next == index, let session = sheets[index].reading.session {
            problems.append(.replacesItself(session))
          }
          break
        }
        place = next
      }
    }
  }

  private func outcome(
    _ sheets: [HashedSheet], _ fates: [Fate], _ problems: [Problem]
  ) -> Outcome {
    let order = sheets.indices.filter { fates[$0] == .counts && sheets[$0].reading.session != nil }
      .sorted { a, b in
        let (first, second) = (sheets[a].reading.session!, sheets[b].reading.session!)
        return (first.date ?? .min, first.id) < (second.date ?? .min, second.id)
      }
    var set = ContributionSet(
      source: source, ledger: Ledger(read: 0, accepted: 0, excluded: [], quarantined: [])!,
      quartiers: quartiers)
    set.statements.reserveCapacity(order.reduce(0) { $0 + sheets[$1].reading.statements.count })
    var quarantine: [SheetReading.SetAside] = []
    var accepted = 0
    for (position, index) in order.enumerated() {
      let reading = sheets[index].reading
      set.sessions.append(reading.session!)
      for var statement in reading.statements {
        statement.session = position
        set.statements.append(statement)
      }
      if let matrix = reading.matrix { set.matrices.append(matrix) }
      set.objectives += reading.objectives
      set.actions += reading.actions
      set.priorities += reading.priorities
      for series in reading.series { Self.add(series, to: &set.series) }
      quarantine += reading.quarantined
      accepted += reading.accepted
    }
    let excluded = excluded(sheets, fates)
    let read = accepted + quarantine.count + excluded.reduce(0) { $0 + $1.count }
    if let ledger = Ledger(
      read: read, accepted: accepted, excluded: excluded, quarantined: quarantine.map(\.record))
    {
      set.ledger = ledger
    }
    return Outcome(set: set, fates: fates, quarantine: quarantine, problems: problems)
  }

  private func excluded(_ sheets: [HashedSheet], _ fates: [Fate]) -> [Ledger.Excluded] {
    var out: [Ledger.Excluded] = []
    for (sheet, fate) in zip(sheets, fates) where sheet.reading.read > 0 {
      let name = Bilingual(sheet.reading.session?.id ?? sheet.file)
      switch fate {
      case .counts: continue
      case .copy(let first):
        out.append(
          Ledger.Excluded(
            reason: Bilingual(
              fr: "copie : \(sheet.file), même contenu que \(first)",
              en: "copy: \(sheet.file), same content as \(first)"), count: sheet.reading.read))
      case .replaced(let id):
        out.append(
          Ledger.Excluded(
            reason: Bilingual(
              fr: "séance \(name.fr), remplacée par \(id)",
              en: "session \(name.en), replaced by \(id)"),
            count: sheet.reading.read))
      case .withdrawn:
        out.append(
          Ledger.Excluded(
            reason: Bilingual(
              fr: "séance \(name.fr), retirée", en: "session \(name.en), withdrawn"),
            count: sheet.reading.read))
      }
    }
    return out
  }

  /// Values of one indicator may stand in several sheets.
  private static func add(_ series: IndicatorSeries, to all: inout [IndicatorSeries]) {
    if let place = all.firstIndex(where: {
      $0.indicator == series.indicator && $0.group == series.group
    }) {
      all[place].values += series.values
      all[place].targets += series.targets
    } else {
      all.append(series)
    }
  }
}
