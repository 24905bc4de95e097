internal import Glibc

extension RecordBatch {
  /// Undoes doubled quotes, each cell within its own bytes.
  /// - Complexity: O(bytes of the cells that held doubled quotes).
  mutating func undoubleQuotes() {
    if doubled.count == 0 { return }
    let doubled = doubled.storage[..<doubled.count]
    text.withMutableBytes { bytes in
      let base = UnsafeMutableRawPointer(bytes.baseAddress!)
      cells.withStorage { cells in
        for index in doubled.lazy.map(Int.init) {
          let range = cells[index].range
          // The runs between two quotes move down as wholes.
          var (read, write) = (range.lowerBound, range.lowerBound)
          while read < range.upperBound {
            let rest = base + read
            let found = memchr(rest, 0x22, range.upperBound - read)
            let run = found.map { $0 - rest + 1 } ?? range.upperBound - read
            if read != write { memmove(base + write, rest, run) }
            write += run
            read += run + 1
          }
          cells[index] = Cell(
            start: range.lowerBound, length: write - range.lowerBound, quoted: true, doubled: true)
        }
      }
    }
  }
}
