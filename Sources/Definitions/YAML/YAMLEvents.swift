internal import CYAML

/// One step of a YAML file, in the order in which it was written.
struct YAMLEvent {
  enum Kind {
    /// `isPlain`: written without quotes or `|`.
    case scalar(String, isPlain: Bool)
    case alias(String)
    case sequence, mapping
    /// Of the sequence or mapping that is open.
    case end
    case document
  }

  var kind: Kind
  var anchor: String?
  /// Counts from 1.
  var line: Int
  /// In characters, counts from 1.
  var column: Int
}

/// Why libyaml stopped, in its own words.
struct YAMLSyntaxError: Error {
  enum Kind {
    /// A byte that is no text; the value is its code.
    case character(UInt32, offset: Int)
    /// Values within values without end.
    case nesting
    case syntax
  }

  var kind: Kind
  var words: String
  /// Where it stopped, from 1.
  var line: Int
  /// Where what it was reading began, from 1.
  var contextLine: Int?
}

extension YAMLEvent {
  /// All events of a file. Aliases are not expanded: the list is as long as the file at most.
  ///
  /// libyaml is called directly, and linked statically: a wrapper that brings Foundation would
  /// cost every start of the program more than all that is read here.
  static func all(of text: String) throws(YAMLSyntaxError) -> [YAMLEvent] {
    var text = text
    let result = text.withUTF8 { bytes -> Result<[YAMLEvent], YAMLSyntaxError> in
      var reader = EventReader(bytes)
      defer { reader.close() }
      return reader.readAll()
    }
    return try result.get()
  }
}

/// libyaml's parser over bytes that outlive it.
private struct EventReader {
  // On the heap: the parser keeps pointers into itself.
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// Far more than a tree may have; the time that libyaml takes grows with the square of it.
  private static let deepest = 1000

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  func close() {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  mutating func readAll() -> Result<[YAMLEvent], YAMLSyntaxError> {
    var events: [YAMLEvent] = []
    var depth = 0
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { return .failure(error) }
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT { return .success(events) }
      guard let step = Self.step(event) else { continue }
      events.append(step)
      switch step.kind {
      case .sequence, .mapping: depth += 1
      case .end: depth -= 1
      case .scalar, .alias, .document: break
      }
      if depth > Self.deepest {
        return .failure(YAMLSyntaxError(kind: .nesting, words: "nesting", line: step.line))
      }
    }
  }

  /// - Returns: `nil` for what says nothing about the content.
  private static func step(_ event: yaml_event_t) -> YAMLEvent? {
    var out = YAMLEvent(
      kind: .end, anchor: nil, line: Int(event.start_mark.line) + 1,
      column: Int(event.start_mark.column) + 1)
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: out.kind = .document
    case YAML_ALIAS_EVENT: out.kind = .alias(text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      out.kind = .scalar(
        String(decoding: bytes, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
      out.anchor = text(scalar.anchor)
    case YAML_SEQUENCE_START_EVENT:
      out.kind = .sequence
      out.anchor = text(event.data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT:
      out.kind = .mapping
      out.anchor = text(event.data.mapping_start.anchor)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: out.kind = .end
    default: return nil
    }
    return out
  }

  private static func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private var error: YAMLSyntaxError {
    let state = parser.pointee
    let words = state.problem.map { String(cString: $0) } ?? "not enough memory"
    if state.error == YAML_READER_ERROR {
      return YAMLSyntaxError(
        kind: .character(
          UInt32(truncatingIfNeeded: state.problem_value), offset: state.problem_offset),
        words: words, line: 1)
    }
    return YAMLSyntaxError(
      kind: .syntax, words: words, line: Int(state.problem_mark.line) + 1,
      contextLine: state.context == nil ? nil : Int(state.context_mark.line) + 1)
  }
}
