extension Dataset {
  /// The same dataset with its export under another name, in every place that it points to.
  ///
  /// Messages name a file as seen from the user's folder; result files name it as the project
  /// does, so that their bytes are the same wherever the project stands.
  public func naming(export name: String) -> Dataset {
    let quarantined = ledger.quarantined.map { entry in
      var entry = entry
      entry.location.file = name
      return entry
    }
    let states = states.map { state in
      var state = state
      for index in state.invalid.indices { state.invalid[index].first.file = name }
      return state
    }
    // The counts are those of a ledger that adds up.
    let renamed = Ledger(
      read: ledger.read, accepted: ledger.accepted, excluded: ledger.excluded,
      quarantined: quarantined)
    return Dataset(
      source: source, questionnaire: questionnaire, recordCount: recordCount, answers: answers,
      states: states, weights: weights, ledger: renamed ?? ledger, quartiers: quartiers,
      weighting: weighting)
  }
}
