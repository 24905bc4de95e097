/// Why two figures must not be set against each other.
public enum Incomparability: Hashable, Sendable {
  /// The question was not asked in the same words.
  case wording
  /// The categories offered were not the same.
  case categories
  /// The people who make up the 100 % are not the same kind of people.
  case base
  /// One of the two was not drawn at random: their difference mixes change with recruitment.
  case sampling
}
