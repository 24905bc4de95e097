internal import Export
internal import SurveyModel
internal import Tabulation

/// The files of a batch as pieces of work that do not depend on each other.
struct ResultWork {
  typealias Piece = @Sendable () -> Result<[ResultFile], Stop>

  /// Pieces that stand together in the results.
  private struct Part {
    var pieces: [Piece]
    /// What puts them together; `nil`: one behind the other.
    var edition: EditionWork?
  }

  private var parts: [Part] = []
  /// Stands in the place of a file that the pieces make.
  var replacement: ResultFile?

  mutating func add(_ edition: EditionWork) {
    var pieces: [Piece] = []
    for piece in edition.pieces { pieces.append { .success(piece()) } }
    parts.append(Part(pieces: pieces, edition: edition))
  }

  mutating func add(_ piece: @escaping @Sendable () -> [ResultFile]) {
    parts.append(Part(pieces: [{ .success(piece()) }]))
  }

  /// A piece that may fail: its result.
  mutating func add(result piece: @escaping Piece) { parts.append(Part(pieces: [piece])) }

  /// Makes all files; each is written at once, by the thread that made it.
  ///
  /// The first piece of every part is begun before the second of any: those are the longest.
  ///
  /// - Parameter jobs: how many threads at most; the files do not depend on it.
  /// - Returns: the files, in the order in which the parts were added.
  func write(to draft: FolderDraft, jobs: Int) throws(Stop) -> [ResultFile] {
    let places = parts.indices
      .flatMap { part in parts[part].pieces.indices.map { (part: part, piece: $0) } }
      .sorted { ($0.piece, $0.part) < ($1.piece, $1.part) }
    let work = places.map { parts[$0.part].pieces[$0.piece] }
    let outcomes = concurrentMap(work.count, jobs: jobs) { index in
      Result { () throws(Stop) in
        var files = try work[index]().get()
        if let replacement { files.removeAll { $0.path == replacement.path } }
        try add(files, to: draft)
        return files
      }
    }
    var made = parts.map { [[ResultFile]](repeating: [], count: $0.pieces.count) }
    for (place, outcome) in zip(places, outcomes) {
      made[place.part][place.piece] = try outcome.get()
    }
    var last = zip(parts, made).compactMap { $0.edition?.description(of: $1) }
    if let replacement { last.append(replacement) }
    try add(last, to: draft)
    return made.flatMap { $0.flatMap(\.self) } + last
  }

  private func add(_ files: [ResultFile], to draft: FolderDraft) throws(Stop) {
    try Stop.catching { () throws(FolderError) in
      for file in files { try draft.add(file) }
    }
  }
}
