internal import CScan

extension RecordBatch {
  /// Undoes doubled quotes, each cell within its own bytes.
  /// - Complexity: O(bytes of the cells that held doubled quotes).
  mutating func undoubleQuotes() {
    let (doubled, count) = (doubled, doubled.count)
    if count == 0 { return }
    text.withMutableBytes { bytes in
      cells.withStorage { cells in
        // Cells are laid out as those of C.
        let cells = UnsafeMutableRawPointer(cells.baseAddress!)
          .assumingMemoryBound(to: cscan_cell.self)
        cscan_undouble(bytes.baseAddress!, cells, doubled.storage, count)
      }
    }
  }
}
