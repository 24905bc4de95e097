internal import SurveyModel

/// What the sampling allows to say, added to a table that is made.
extension TableDraft {
  func infer(_ sample: SampleDesign, _ table: inout Table, _ notes: inout InferenceNotes) {
    let columns = sampled.map { column in
      var column = column
      column.population = population(of: column, sample)
      return column
    }
    if targets.contains(where: { $0 != nil }) {
      let found = TableInference(
        sample: sample, views: views, columns: columns, grouping: crossing?.grouping,
        targets: targets, rows: rows
      ).findings()
      found.add(to: &table)
      notes.add(found)
    }
    if let values {
      let intervals = MeanInference(
        sample: sample, view: views[0], columns: columns, grouping: crossing?.grouping,
        values: values
      ).intervals()
      let code = sample.isWeighted ? "mean-weighted" : "mean"
      guard let row = table.stub.firstIndex(where: { $0.code == code && $0.kind == .statistic })
      else { return }
      for (column, limits) in intervals.enumerated() where limits != nil {
        table.cells[row][column].inference = CellInference(interval: limits)
        notes.hasMeans = true
      }
    }
  }

  private var rows: TableInference.Rows {
    switch question.type {
    case .single, .scale, .numericScale, .quartier: .oneAnswer
    case .multiple: .severalAnswers
    case .ranking, .number, .date, .openText, .personalData, .ignored: .untested
    }
  }

  private func population(of column: SampledColumn, _ sample: SampleDesign) -> Double? {
    guard let group = column.group else { return sample.townPopulation }
    return crossing?.question.type == .quartier ? sample.population(ofQuartier: group) : nil
  }
}

extension TableInference.Findings {
  /// - Precondition: rows and columns are those of the table.
  func add(to table: inout Table) {
    for row in cells.indices {
      for column in cells[row].indices where !cells[row][column].isEmpty {
        table.cells[row][column].inference = cells[row][column]
      }
    }
    addHeadings(to: &table) { [stub = table.stub] in stub[$0].code ?? stub[$0].label.fr }
  }

  /// Letters and sizes of the columns, and the tests.
  func addHeadings(to table: inout Table, rowName: (Int) -> String) {
    for column in table.banner.indices {
      table.banner[column].letter = letters[column]
      table.banner[column].effective = effective[column]
    }
    table.tests = tests.map { row, test in
      var test = test
      test.row = row.map(rowName)
      return test
    }
  }
}
