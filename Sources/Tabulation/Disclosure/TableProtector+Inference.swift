internal import SurveyModel

extension TableProtector {
  /// Tests, letters, residuals and ranges of ranks are made from many cells: they stay where the
  /// table shows all of its cells, and go, with the notes that explain them, where it hides any.
  func protectInference(_ table: Table, _ out: inout Table) {
    let isWhole =
      out.banner.allSatisfy { $0.base.protection == nil && $0.mentions?.protection == nil }
      && out.cells.allSatisfy { row in
        row.allSatisfy {
          $0.protection == nil && $0.withheld.isEmpty
            && $0.shares.allSatisfy { $0.protection == nil }
        }
      }
    if isWhole {
      for row in out.cells.indices {
        for column in out.cells[row].indices {
          out.cells[row][column].inference = table.cells[row][column].inference
        }
      }
      return
    }
    for row in out.cells.indices {
      for column in out.cells[row].indices { out.cells[row][column].inference = nil }
    }
    for column in out.banner.indices {
      out.banner[column].letter = nil
      out.banner[column].effective = nil
    }
    out.tests = []
    out.notes.removeAll { table.inferenceNotes.contains($0) }
    out.inferenceNotes = []
  }
}
