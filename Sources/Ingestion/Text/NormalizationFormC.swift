/// Tells whether text is in Unicode normalisation form C (UAX 15), without Foundation.
enum NormalizationFormC {
  /// Whether `scalars` are in form C: no scalar that C replaces, marks in canonical order, and no mark
  /// that would compose with its base.
  /// - Complexity: O(n), with a few hash look-ups for each mark.
  static func holds(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
    var base: UInt32?
    var lastClass: UInt8 = 0
    for scalar in scalars {
      // Nothing below the combining marks is replaced, reordered or composed with what stands before.
      if scalar.value < 0x300 {
        (base, lastClass) = (scalar.value, 0)
        continue
      }
      if isReplaced(scalar.value) { return false }
      let combiningClass = scalar.properties.canonicalCombiningClass.rawValue
      if combiningClass != 0 && lastClass > combiningClass { return false }
      if let base, lastClass == 0 || lastClass < combiningClass,
        absorbs(base, scalar.value, combiningClass)
      {
        return false
      }
      if combiningClass == 0 { base = scalar.value }
      lastClass = combiningClass
    }
    return true
  }

  private static func isReplaced(_ value: UInt32) -> Bool {
    NormalizationData.replaced.contains { $0.contains(value) }
  }

  /// Whether form C writes `base` and `mark` otherwise: as one scalar, or, where the base holds a mark
  /// that comes after this one in canonical order, with the two marks exchanged.
  private static func absorbs(_ base: UInt32, _ mark: UInt32, _ combiningClass: UInt8) -> Bool {
    if composes(base, mark) { return true }
    guard combiningClass != 0, let parts = decompositions[base],
      let held = Unicode.Scalar(parts.mark),
      combiningClass < held.properties.canonicalCombiningClass.rawValue
    else { return false }
    return absorbs(parts.base, mark, combiningClass)
  }

  /// Whether form C has one scalar for `base` followed by `mark`.
  private static func composes(_ base: UInt32, _ mark: UInt32) -> Bool {
    switch (base, mark) {
    case (0x1100...0x1112, 0x1161...0x1175): true
    case (0xAC00...0xD7A3, 0x11A8...0x11C2): (base - 0xAC00) % 28 == 0
    default: bases[mark]?.contains(base) ?? false
    }
  }

  private static let bases: [UInt32: Set<UInt32>] = Dictionary(
    uniqueKeysWithValues: NormalizationData.compositions.map { entry in
      (entry.mark, Set(entry.bases.unicodeScalars.map(\.value)))
    })

  /// The base and mark of each composite. Strings that are canonically equivalent are equal, so the
  /// pair finds its composite without a third column in the table.
  private static let decompositions: [UInt32: (base: UInt32, mark: UInt32)] = {
    var pairs: [String: (base: UInt32, mark: UInt32)] = [:]
    for (mark, bases) in NormalizationData.compositions {
      for base in bases.unicodeScalars {
        var text = String(base)
        text.unicodeScalars.append(Unicode.Scalar(mark)!)
        pairs[text] = (base.value, mark)
      }
    }
    var result: [UInt32: (base: UInt32, mark: UInt32)] = [:]
    for value in UInt32(0xC0)...0x3100 {
      guard let scalar = Unicode.Scalar(value), !isReplaced(value) else { continue }
      if let pair = pairs[String(scalar)] { result[value] = pair }
    }
    return result
  }()
}
