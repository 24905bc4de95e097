/// Why a number stands in no public edition. A protected number is not there at all: what travels
/// in its place is this mark.
public enum Protection: String, Sendable, Hashable, CaseIterable {
  /// It is sensitive by itself: a small count, a base under the threshold, an answer that
  /// everybody gave.
  case primary
  /// It would let a reader work out another one, or is made from one that is hidden.
  case secondary
}
