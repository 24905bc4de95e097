internal import SurveyModel

/// Splits a cell with several answers against the option list, so that an option that contains the
/// separator ("Tapage nocturne (musique, télévision, etc.)") stays whole. Neighbouring pieces that
/// no option explains are one text: what was typed as "other".
///
/// A class, since it remembers what it read: the same pieces come back in cell after cell.
final class CellSplitter {
  private let reader: ListReader
  /// Stretches of cells that were read, and what they mean.
  private var stretches = ValueDictionary()
  private var readings: [(reading: Reading, folded: Bool)] = []
  /// The separator without blanks around it, as UTF-8; all blanks: one space.
  private let separator: [UInt8]
  /// No text of the list is cut into more pieces than these.
  private let mostPieces: Int

  init(separator: String, _ reader: ListReader) {
    let trimmed = trimmedText(separator)
    let text = trimmed.isEmpty ? " " : trimmed
    self.reader = reader
    self.separator = Array(text.utf8)
    // Blanks may be doubled, so their number says nothing.
    mostPieces = trimmed.isEmpty ? .max : reader.mostPieces(separator: text)
  }

  deinit { stretches.deallocate() }

  /// Longer stretches, and more of them, are not remembered.
  private static let longest = 128
  private static let most = 1 << 14

  enum Part: Hashable {
    case known(Reading, folded: Bool)
    case unknown(String)
  }

  /// - Complexity: O(pieces × pieces of the longest option) look-ups, the longest candidates first.
  func split(_ text: String) -> [Part] { Self.withPadded(text) { split($0) } }

  /// The bytes of a text, with what `ValueDictionary` may read behind it.
  private static func withPadded<Result>(
    _ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let count = text.utf8.count
    return withUnsafeTemporaryAllocation(
      of: UInt8.self, capacity: count + ValueDictionary.padding
    ) { room in
      _ = room.initialize(from: text.utf8)
      room[count...].initialize(repeating: 0)
      return body(UnsafeBufferPointer(rebasing: room[..<count]))
    }
  }

  /// What a stretch of a cell means, its blanks and quotes left out.
  private func read(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> (reading: Reading, folded: Bool) {
    guard !range.isEmpty, range.count <= Self.longest, readings.count < Self.most else {
      return readAnew(text, range)
    }
    let code = stretches.code(
      of: text.baseAddress! + range.lowerBound, length: range.count, line: 0, record: 0)
    let index = Int(code - ValueDictionary.firstText)
    if index == readings.count { readings.append(readAnew(text, range)) }
    return readings[index]
  }

  private func readAnew(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> (reading: Reading, folded: Bool) {
    let piece = unwrapped(trimmedText(Self.string(text, range)))
    return piece.isEmpty ? (.unknown, false) : reader.read(piece)
  }

  /// Whether a stretch of the cell is an option of the list, and its pieces are, too: `Bus, tram`
  /// beside `Bus` and `tram`. It is counted as the one option.
  func isAmbiguous(_ text: String) -> Bool {
    guard mostPieces > 1 else { return false }
    return Self.withPadded(text) { text in
      let pieces = Self.ranges(of: text, separator)
      guard pieces.count > 1 else { return false }
      let isKnown = pieces.map { reads(text, $0) }
      for first in pieces.indices {
        var last = first + 1
        while last < pieces.count, last - first < mostPieces,
          isKnown[first...last].allSatisfy(\.self)
        {
          if reads(text, pieces[first].lowerBound..<pieces[last].upperBound) { return true }
          last += 1
        }
      }
      return false
    }
  }

  private func reads(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    read(text, range).reading != .unknown
  }

  private func split(_ text: UnsafeBufferPointer<UInt8>) -> [Part] {
    let pieces = Self.ranges(of: text, separator)
    var parts: [Part] = []
    parts.reserveCapacity(pieces.count)
    var unknown: Range<Int>?
    func closeUnknown() {
      guard let range = unknown else { return }
      let piece = trimmedText(Self.string(text, range))
      if !piece.isEmpty { parts.append(.unknown(piece)) }
      unknown = nil
    }
    var first = 0
    while first < pieces.count {
      var last = first + min(mostPieces, pieces.count - first) - 1
      var found: (reading: Reading, folded: Bool)?
      while last >= first {
        let range = pieces[first].lowerBound..<pieces[last].upperBound
        let reading = read(text, range)
        if reading.reading != .unknown {
          found = reading
          break
        }
        last -= 1
      }
      if let found {
        closeUnknown()
        parts.append(.known(found.reading, folded: found.folded))
        first = last + 1
      } else {
        unknown = (unknown?.lowerBound ?? pieces[first].lowerBound)..<pieces[first].upperBound
        first += 1
      }
    }
    closeUnknown()
    return parts
  }

  private static func string(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
  }

  /// The stretches between separators.
  static func ranges(
    of text: UnsafeBufferPointer<UInt8>, _ separator: [UInt8]
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(8)
    var start = 0
    var index = 0
    let first = separator[0]
    while index + separator.count <= text.count {
      if text[index] == first,
        (1..<separator.count).allSatisfy({ text[index + $0] == separator[$0] })
      {
        ranges.append(start..<index)
        index += separator.count
        start = index
      } else {
        index += 1
      }
    }
    ranges.append(start..<text.count)
    return ranges
  }

  /// Without the quotes that some tools put around a label that holds the separator.
  private func unwrapped(_ text: String) -> String {
    let bytes = text.utf8
    let quote = UInt8(ascii: "\"")
    guard bytes.count >= 2, bytes.first == quote, bytes.last == quote else { return text }
    return String(text.dropFirst().dropLast())
  }
}

extension ListReader {
  /// Into how many pieces a separator cuts the text of the list that holds it most often, whatever
  /// the case.
  fileprivate func mostPieces(separator: String) -> Int {
    let separators = Set([separator, foldedLabel(separator)].filter { !$0.isEmpty })
    var most = 1
    for text in texts {
      var text = text
      for separator in separators {
        let pieces = text.withUTF8 { CellSplitter.ranges(of: $0, Array(separator.utf8)) }
        most = max(most, pieces.count)
      }
    }
    return most
  }
}
