/// What single characters count for when texts are compared. Covers the Latin letters of French and
/// of the names that French exports hold (Latin-1, Latin Extended-A and a few more).
enum Folding {
  enum Kind { case invisible, space, apostrophe, dash, mark, other }

  static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      .space
    case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x2032, 0x02BC, 0x02B9:
      .apostrophe
    case 0x2D, 0x2010...0x2015, 0x2212: .dash
    case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0xFE0E, 0xFE0F:
      .invisible
    case 0x0300...0x036F: .mark
    default: .other
    }
  }

  /// One row a mark: the letters that carry it, and the same letters without.
  private static let rows: [(mark: UInt32, whole: String, base: String)] = [
    (0x300, "àèìòùǹẁỳ", "aeiounwy"),
    (0x301, "áéíóúýćĺńŕśźǵẃ", "aeiouyclnrszgw"),
    (0x302, "âêîôûĉĝĥĵŝŵŷẑ", "aeioucghjswyz"),
    (0x303, "ãñõĩũẽỹ", "anoiuey"),
    (0x304, "āēīōūȳ", "aeiouy"),
    (0x306, "ăĕğĭŏŭ", "aegiou"),
    (0x307, "ċėġżṗ", "cegzp"),
    (0x308, "äëïöüÿẅẍ", "aeiouywx"),
    (0x30A, "åů", "au"),
    (0x30B, "őű", "ou"),
    (0x30C, "čďěňřšťžľǎǐǒǔǧ", "cdenrstzlaioug"),
    (0x326, "șț", "st"),
    (0x327, "çģķļņŗşţ", "cgklnrst"),
    (0x328, "ąęįų", "aeiu"),
    // Letters with a stroke, and the dotless i: no mark composes them, but a place ignores it.
    (0, "øđðłħŧıŀ", "oddlhtil"),
  ]

  private struct Pair: Hashable {
    var base: Unicode.Scalar
    var mark: UInt32
  }

  private static let wholes: [Pair: Unicode.Scalar] = {
    var out: [Pair: Unicode.Scalar] = [:]
    for row in rows where row.mark != 0 {
      for (whole, base) in zip(row.whole.unicodeScalars, row.base.unicodeScalars) {
        out[Pair(base: base, mark: row.mark)] = whole
      }
    }
    return out
  }()

  /// A lower-case letter and a combining mark as one scalar.
  static func composed(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    wholes[Pair(base: base, mark: mark.value)]
  }

  private static let latin: Range<UInt32> = 0xE0..<0x180
  private static let beyond: Range<UInt32> = 0x180..<0x1F00

  /// The letters of most French texts by their place, and the few others. Neither is hashed: every
  /// run needs them, and a dictionary of scalars takes longer to set up than a short file to read.
  private static let bases: (latin: [Unicode.Scalar?], others: [(UInt32, Unicode.Scalar)]) = {
    var bases = [Unicode.Scalar?](repeating: nil, count: latin.count)
    var others: [(UInt32, Unicode.Scalar)] = []
    for row in rows {
      var letters = row.base.unicodeScalars.makeIterator()
      for whole in row.whole.unicodeScalars {
        guard let base = letters.next() else { break }
        if latin.contains(whole.value) {
          bases[Int(whole.value - latin.lowerBound)] = base
        } else {
          others.append((whole.value, base))
        }
      }
    }
    return (bases, others)
  }()

  /// The plain letter under an accented lower-case letter.
  static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = scalar.value
    if latin.contains(value) { return bases.latin[Int(value - latin.lowerBound)] }
    return beyond.contains(value) ? bases.others.first { $0.0 == value }?.1 : nil
  }
}
