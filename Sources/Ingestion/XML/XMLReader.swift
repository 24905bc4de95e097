internal import CExpat

/// Receives the elements of an XML document as they are read. A class, since expat calls back
/// through one pointer; subclasses override what they need.
class XMLSink {
  /// Set to stop reading: what is wrong with the contents.
  var isStopped = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: XMLName) {}
}

/// An element's or attribute's name without its prefix; valid during the call.
struct XMLName {
  fileprivate let bytes: UnsafeBufferPointer<UInt8>

  fileprivate init(_ name: UnsafePointer<CChar>) {
    var start = name
    var end = name
    while end.pointee != 0 {
      if end.pointee == 0x3A { start = end + 1 }
      end += 1
    }
    let count = end - start
    bytes = start.withMemoryRebound(to: UInt8.self, capacity: count) {
      UnsafeBufferPointer(start: $0, count: count)
    }
  }

  static func == (name: XMLName, text: StaticString) -> Bool {
    name.bytes.elementsEqual(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  static func ~= (text: StaticString, name: XMLName) -> Bool { name == text }

  var string: String { String(decoding: bytes, as: UTF8.self) }
}

/// The attributes of an element; valid during the call.
struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of the attribute with this local name; `nil` where it is absent.
  subscript(name: StaticString) -> String? {
    guard var pair = pairs else { return nil }
    while let key = pair[0], let value = pair[1] {
      if XMLName(key) == name { return String(cString: value) }
      pair += 2
    }
    return nil
  }

  /// Whether an attribute is present and says yes.
  func isTrue(_ name: StaticString) -> Bool {
    guard let value = self[name] else { return false }
    return value == "1" || value == "true" || value == "on"
  }
}

/// What is wrong with an XML document.
struct XMLFault: Error, Equatable {
  /// From 1.
  var line: Int
  /// The document declares a DTD; entities could grow without end, and no export has one.
  var isDoctype: Bool
}

/// Reads XML with expat, piece by piece: no document is held in memory, no DTD is accepted, no
/// outside entity is ever fetched.
struct XMLReader: ~Copyable {
  private let parser: XML_Parser
  private let sink: XMLSink
  private let state: UnsafeMutablePointer<State>

  private struct State {
    unowned(unsafe) var sink: XMLSink
    var parser: XML_Parser
    var isDoctype = false
  }

  init?(_ sink: XMLSink) {
    guard let parser = XML_ParserCreate(nil) else { return nil }
    self.parser = parser
    self.sink = sink
    state = .allocate(capacity: 1)
    state.initialize(to: State(sink: sink, parser: parser))
    XML_SetUserData(parser, state)
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let state = context?.assumingMemoryBound(to: State.self), let name else { return }
        state.pointee.sink.start(XMLName(name), XMLAttributes(pairs: attributes))
        if state.pointee.sink.isStopped { XML_StopParser(state.pointee.parser, 0) }
      },
      { context, name in
        guard let state = context?.assumingMemoryBound(to: State.self), let name else { return }
        state.pointee.sink.end(XMLName(name))
        if state.pointee.sink.isStopped { XML_StopParser(state.pointee.parser, 0) }
      })
    XML_SetCharacterDataHandler(parser) { context, text, count in
      guard let state = context?.assumingMemoryBound(to: State.self), let text else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        state.pointee.sink.text(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      guard let state = context?.assumingMemoryBound(to: State.self) else { return }
      state.pointee.isDoctype = true
      XML_StopParser(state.pointee.parser, 0)
    }
  }

  deinit {
    XML_ParserFree(parser)
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Reads the next piece; an empty one with `isLast` ends the document.
  ///
  /// - Throws: where the text is no XML; a sink that stops is no fault.
  func read(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(XMLFault) {
    if sink.isStopped { return }
    let status = bytes.withMemoryRebound(to: CChar.self) {
      XML_Parse(parser, $0.baseAddress, Int32($0.count), isLast ? 1 : 0)
    }
    if status != XML_STATUS_OK, !sink.isStopped {
      throw XMLFault(
        line: Int(XML_GetCurrentLineNumber(parser)), isDoctype: state.pointee.isDoctype)
    }
  }

  /// Reads a document that is in memory.
  static func read(_ bytes: [UInt8], into sink: XMLSink) throws(XMLFault) {
    guard let reader = XMLReader(sink) else { throw XMLFault(line: 1, isDoctype: false) }
    try bytes.withUnsafeBufferPointer { (bytes) throws(XMLFault) in
      try reader.read(bytes, isLast: true)
    }
  }
}
