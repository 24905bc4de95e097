extension [UInt8] {
  /// Appends a whole number as ASCII digits.
  mutating func append(number value: Int) {
    // A sign and the nineteen digits of an Int.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { room in
      var start = room.count
      var rest = value.magnitude
      repeat {
        start -= 1
        room[start] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      if value < 0 {
        start -= 1
        room[start] = UInt8(ascii: "-")
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: room[start...]))
    }
  }

  /// Appends the shortest decimal that reads back as the same number, as Swift describes it.
  mutating func append(number value: Double) {
    var text = value.description
    text.withUTF8 { append(contentsOf: $0) }
  }
}
