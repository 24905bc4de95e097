extension Dataset {
  /// The same dataset with its export under another name, in every place that it points to.
  ///
  /// Messages name a file as seen from the user's folder; result files name it as the project
  /// does, so that their bytes are the same wherever the project stands.
  public func naming(export name: String) -> Dataset { relocated { $0.file = name } }

  /// The same dataset with its places in a sheet of a workbook, where rows are records.
  public func inSheet(_ sheet: String) -> Dataset {
    relocated {
      $0.sheet = sheet
      $0.line = $0.record
    }
  }

  private func relocated(_ move: (inout SourceLocation) -> Void) -> Dataset {
    let states = states.map { state in
      var state = state
      for index in state.invalid.indices { move(&state.invalid[index].first) }
      return state
    }
    return Dataset(
      source: source, questionnaire: questionnaire, recordCount: recordCount, answers: answers,
      states: states, weights: weights, ledger: ledger.relocated(move), quartiers: quartiers,
      weighting: weighting)
  }
}
