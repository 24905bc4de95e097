internal import CStemmer

/// The stems of French words (Snowball, libstemmer).
///
/// A class, since it owns the stemmer's memory; used by one thread at a time. Words come without
/// accents, in the codebook and in answers alike, so that "proprete" and "propreté" meet.
final class FrenchStemmer {
  private let stemmer: OpaquePointer

  init() {
    guard let stemmer = sb_stemmer_new("french", "UTF_8") else {
      preconditionFailure("libstemmer without French")
    }
    self.stemmer = stemmer
  }

  deinit { sb_stemmer_delete(stemmer) }

  /// Snowball leaves the plural of "rodéos" and of "tuyaux" alone, so that goes first.
  ///
  /// - Parameter word: folded, not empty.
  func stem(_ word: String) -> String {
    var word = singular(word)
    return word.withUTF8 { bytes in
      guard let stem = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count)) else {
        return String(decoding: bytes, as: UTF8.self)
      }
      return String(
        decoding: UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))),
        as: UTF8.self)
    }
  }
}
