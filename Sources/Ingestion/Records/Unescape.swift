extension RecordBatch {
  /// Undoes doubled quotes, each cell within its own bytes.
  /// - Complexity: O(cells + bytes of the cells that held doubled quotes).
  mutating func undoubleQuotes() {
    let count = cells.count
    text.withMutableBytes { bytes in
      cells.withStorage { cells in
        for index in 0..<count where cells[index].hadDoubledQuote {
          let range = cells[index].range
          var (read, write) = (range.lowerBound, range.lowerBound)
          while read < range.upperBound {
            let byte = bytes[read]
            bytes[write] = byte
            write += 1
            read += byte == 0x22 ? 2 : 1
          }
          cells[index] = Cell(
            start: range.lowerBound, length: write - range.lowerBound, quoted: true, doubled: true)
        }
      }
    }
  }
}
