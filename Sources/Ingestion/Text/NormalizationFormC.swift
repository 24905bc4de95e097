/// Tells whether text is in Unicode normalisation form C (UAX 15), without Foundation.
enum NormalizationFormC {
  /// Whether `scalars` are in form C: no scalar that C replaces, marks in canonical order, and no mark
  /// that would compose with its base.
  /// - Complexity: O(n), with a hash look-up for each mark.
  static func holds(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
    var base: Unicode.Scalar?
    var lastClass: UInt8 = 0
    for scalar in scalars {
      // Nothing below the combining marks is replaced, reordered or composed with what stands before.
      if scalar.value < 0x300 {
        (base, lastClass) = (scalar, 0)
        continue
      }
      if isReplaced(scalar.value) { return false }
      let combiningClass = scalar.properties.canonicalCombiningClass.rawValue
      if combiningClass != 0 && lastClass > combiningClass { return false }
      if let base, lastClass == 0 || lastClass < combiningClass, composes(base, scalar) {
        return false
      }
      if combiningClass == 0 { base = scalar }
      lastClass = combiningClass
    }
    return true
  }

  private static func isReplaced(_ value: UInt32) -> Bool {
    NormalizationData.replaced.contains { $0.contains(value) }
  }

  /// Whether form C has one scalar for `base` followed by `mark`.
  private static func composes(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Bool {
    switch (base.value, mark.value) {
    case (0x1100...0x1112, 0x1161...0x1175): return true
    case (0xAC00...0xD7A3, 0x11A8...0x11C2): return (base.value - 0xAC00) % 28 == 0
    default:
      var pair = String.UnicodeScalarView()
      pair.append(base)
      pair.append(mark)
      return composites.contains(String(pair))  // strings compare by canonical equivalence
    }
  }

  private static let composites: Set<String> = Set(
    NormalizationData.composites.joined().compactMap { Unicode.Scalar($0).map(String.init) })
}
