/// Distinct keys in the order in which they came, and the number of each.
///
/// A table of its own rather than a `Dictionary`: it holds each key once, and needs no question to
/// the type system, which takes longer than to number the answers of a city.
struct Numbering<Key: Hashable> {
  private(set) var keys: [Key] = []
  private var hashes: [Int] = []
  /// Numbers by hash, in a power of two of places; -1 where none stands.
  private var places: [Int32]

  /// - Parameter expected: how many keys there may be; more may come.
  init(expected: Int = 0) {
    var size = 16
    while size < 2 * expected { size *= 2 }
    places = Array(repeating: -1, count: size)
    keys.reserveCapacity(expected)
    hashes.reserveCapacity(expected)
  }

  /// The number of a key, a new one if it was not met yet.
  mutating func number(of key: Key) -> Int {
    let hash = key.hashValue
    var place = hash & (places.count - 1)
    while places[place] >= 0 {
      let number = Int(places[place])
      if hashes[number] == hash, keys[number] == key { return number }
      place = (place + 1) & (places.count - 1)
    }
    places[place] = Int32(keys.count)
    keys.append(key)
    hashes.append(hash)
    if 2 * keys.count > places.count { grow() }
    return keys.count - 1
  }

  private mutating func grow() {
    places = Array(repeating: -1, count: places.count * 2)
    for (number, hash) in hashes.enumerated() {
      var place = hash & (places.count - 1)
      while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
      places[place] = Int32(number)
    }
  }
}
