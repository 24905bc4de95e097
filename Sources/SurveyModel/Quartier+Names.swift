extension Quartier {
  /// Everything that means this quartier: its code, its name, other spellings, official codes.
  public var names: [String] { [code, name] + aliases + officialCodes }
}

/// The codes of the French list of priority neighbourhoods.
public enum OfficialCode {
  /// Of the list of 2015: `QP011001`, the department in three characters and a number.
  public static func is2015(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 8 && bytes.starts(with: Array("QP".utf8)) && isDepartment(bytes[2..<5])
      && bytes[5...].allSatisfy(isDigit)
  }

  /// Of the list of 2024: `QN01101M`, the department, a number and a letter.
  public static func is2024(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 8 && bytes.starts(with: Array("QN".utf8)) && isDepartment(bytes[2..<5])
      && bytes[5...6].allSatisfy(isDigit) && (0x41...0x5A).contains(bytes[7])
  }

  /// The code at the start of a cell that writes it before the name (`QP011001 - Grazailles`).
  ///
  /// - Returns: the code in capitals and what follows it.
  public static func leading(_ text: String) -> (code: String, rest: String)? {
    let word = text.drop { $0 == " " }.prefix(8)
    let code = word.uppercased()
    guard is2015(code) || is2024(code) else { return nil }
    let rest = text[word.endIndex...]
    // A ninth letter or digit would make it another word.
    if let next = rest.unicodeScalars.first, next.properties.isAlphabetic || ("0"..."9") ~= next {
      return nil
    }
    return (code, String(rest.drop { " -–—:|/()".contains($0) }))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isDepartment(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.allSatisfy(isDigit) { return true }
    return bytes.elementsEqual("02A".utf8) || bytes.elementsEqual("02B".utf8)
  }
}

/// Finds the quartier that a text means, or may have meant.
public struct QuartierNames: Sendable {
  private let quartiers: [Quartier]
  private var byName: [String: Int] = [:]

  public init(_ quartiers: [Quartier]) {
    self.quartiers = quartiers
    for (index, quartier) in quartiers.enumerated() {
      for name in quartier.names {
        let key = foldedPlace(name)
        if byName[key] == nil { byName[key] = index }
      }
    }
  }

  /// The position of the quartier that the text names: by code, name or alias, case, accents, hyphens
  /// and articles aside; also with its official code in front. Never by nearness.
  public func index(of text: String) -> Int? {
    if let found = byName[foldedPlace(text)] { return found }
    guard let (code, rest) = OfficialCode.leading(text) else { return nil }
    let found = byName[foldedPlace(code)]
    // A name behind the code must be of the same quartier, else nothing tells which one is meant.
    return rest.isEmpty || byName[foldedPlace(rest)] == found ? found : nil
  }

  /// The quartier that was probably meant, for a person to confirm: a few keystrokes away, or the
  /// only one whose name holds all the words of the text.
  public func proposal(for text: String) -> Int? {
    let key = foldedPlace(text)
    guard !key.isEmpty, key.count <= 80 else { return nil }
    let names = byName.keys.sorted()
    if let near = nearest(to: key, among: names) { return byName[near] }
    let words = Set(key.split(separator: " "))
    guard words.contains(where: { $0.count >= 4 }) else { return nil }
    var found: Set<Int> = []
    for (name, index) in byName {
      let own = Set(name.split(separator: " "))
      if words.isSubset(of: own) || (own.isSubset(of: words) && own.contains { $0.count >= 4 }) {
        found.insert(index)
      }
    }
    return found.count == 1 ? found.first : nil
  }
}
