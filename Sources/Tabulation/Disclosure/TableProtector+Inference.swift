internal import SurveyModel

extension TableProtector {
  /// Tests, letters, residuals and ranges of ranks are made from many cells: they stay where the
  /// table shows all of its cells, and go, with the notes that explain them, where it hides any.
  func addInference(to out: inout Table) {
    let isWhole =
      out.banner.allSatisfy { $0.base.protection == nil && $0.mentions?.protection == nil }
      && out.cells.allSatisfy { row in
        row.allSatisfy {
          $0.protection == nil && $0.withheld.isEmpty
            && $0.shares.allSatisfy { $0.protection == nil }
        }
      }
    guard isWhole else {
      out.notes.removeAll { table.inferenceNotes.contains($0) }
      return
    }
    out.tests = table.tests
    out.inferenceNotes = table.inferenceNotes
    for column in out.banner.indices {
      out.banner[column].letter = table.banner[column].letter
      out.banner[column].effective = table.banner[column].effective
      for row in out.cells.indices {
        out.cells[row][column].inference = table.cells[row][column].inference
      }
    }
  }
}
