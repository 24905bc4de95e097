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

  /// All files, in the order in which the parts were added.
  ///
  /// The first piece of every part is begun before the second of any: those are the longest.
  ///
  /// - Parameter jobs: how many threads at most; the files do not depend on it.
  func files(jobs: Int) throws(Stop) -> [ResultFile] {
    let places = parts.indices
      .flatMap { part in parts[part].pieces.indices.map { (part: part, piece: $0) } }
      .sorted { ($0.piece, $0.part) < ($1.piece, $1.part) }
    let work = places.map { parts[$0.part].pieces[$0.piece] }
    let outcomes = concurrentMap(work.count, jobs: jobs) { work[$0]() }
    var made = parts.map { [[ResultFile]](repeating: [], count: $0.pieces.count) }
    for (place, outcome) in zip(places, outcomes) {
      made[place.part][place.piece] = try outcome.get()
    }
    return zip(parts, made).flatMap { part, made in
      part.edition?.files(made) ?? made.flatMap(\.self)
    }
  }
}
