/// Names of files and folders, by an allow-list: a-z, 0-9, `-`, `_` and, inside a name, `.`.
///
/// What a definition or an export calls something never reaches the file system as it is.
public enum FileName {
  /// Bytes of a name, without its ending.
  static let limit = 80

  /// A safe name for this text: accents taken off, capitals lowered, everything else a hyphen.
  /// `Sécurité, tranquillité` gives `securite-tranquillite`; a text without a usable letter `x`.
  public static func safe(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "_": out.unicodeScalars.append(scalar)
      case "A"..."Z": out.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
      case ".": if !out.isEmpty, out.last != "." { out.append(".") }
      default:
        if let plain = plain(scalar) {
          out += plain
        } else if scalar.properties.generalCategory == .nonspacingMark {
          continue  // an accent of its own, after its letter
        } else if !out.isEmpty, out.last != "-" || scalar == "-" {
          out.append("-")
        }
      }
      if out.utf8.count >= limit { break }
    }
    while let last = out.last, last == "-" || last == "." { out.removeLast() }
    if out.isEmpty { out = "x" }
    return isReserved(out) ? out + "-" : out
  }

  /// Whether a path of a result file is what `safe` makes: names joined by `/`.
  static func isSafePath(_ path: String) -> Bool {
    !path.isEmpty
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { name in
        name.utf8.count <= 200 && name.first.map { $0 != "." && $0 != "-" } == true
          && name.utf8.allSatisfy { byte in
            switch byte {
            case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"),
              UInt8(ascii: "."):
              true
            default: false
            }
          }
      }
  }

  private static func plain(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "à", "â", "ä", "á", "ã", "å", "À", "Â", "Ä", "Á", "Ã", "Å": "a"
    case "ç", "Ç": "c"
    case "é", "è", "ê", "ë", "É", "È", "Ê", "Ë": "e"
    case "î", "ï", "í", "ì", "Î", "Ï", "Í", "Ì": "i"
    case "ô", "ö", "ó", "ò", "õ", "Ô", "Ö", "Ó", "Ò", "Õ": "o"
    case "ù", "û", "ü", "ú", "Ù", "Û", "Ü", "Ú": "u"
    case "ÿ", "ý", "Ÿ", "Ý": "y"
    case "ñ", "Ñ": "n"
    case "œ", "Œ": "oe"
    case "æ", "Æ": "ae"
    case "ß": "ss"
    default: nil
    }
  }

  /// Names that Windows keeps for devices.
  private static func isReserved(_ name: String) -> Bool {
    let stem = name.prefix { $0 != "." }
    switch stem {
    case "con", "prn", "aux", "nul": return true
    default:
      let isPort = stem.hasPrefix("com") || stem.hasPrefix("lpt")
      return isPort && stem.utf8.count == 4 && stem.last?.isNumber == true
    }
  }
}

/// Gives each path once: the second `needs.csv` becomes `needs-2.csv`.
struct UniqueNames: Sendable {
  private var used: Set<String> = []

  mutating func unique(_ name: String) -> String {
    var candidate = name
    var number = 2
    while !used.insert(candidate).inserted {
      candidate = "\(name)-\(number)"
      number += 1
    }
    return candidate
  }
}
