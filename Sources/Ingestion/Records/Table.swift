/// An array of plain values that keeps its storage between batches and is written through pointers.
struct Table<Element: BitwiseCopyable & Sendable>: Sendable {
  private(set) var storage: [Element] = []
  private(set) var count = 0
  private let filler: Element

  init(filler: Element) { self.filler = filler }

  /// Makes room for `extra` more elements.
  mutating func reserve(_ extra: Int) {
    let needed = count + extra
    if storage.count < needed {
      let target = max(needed, storage.count * 2)
      storage.append(contentsOf: repeatElement(filler, count: target - storage.count))
    }
  }

  /// Adds an element.
  mutating func append(_ element: Element) {
    reserve(1)
    storage[count] = element
    count += 1
  }

  /// Keeps the first `length` elements; elements written through a pointer are counted this way too.
  mutating func setCount(_ length: Int) {
    precondition(length <= storage.count)
    count = length
  }

  subscript(index: Int) -> Element {
    get {
      precondition(index < count)
      return storage[index]
    }
    set {
      precondition(index < count)
      storage[index] = newValue
    }
  }

  /// Gives write access to the whole storage, used or not.
  mutating func withStorage<Result>(
    _ body: (UnsafeMutableBufferPointer<Element>) -> Result
  ) -> Result {
    storage.withUnsafeMutableBufferPointer { body($0) }
  }
}
