internal import CScan

/// Delivers the text of a byte source as valid UTF-8 without NUL, block by block.
///
/// Without a mark or a declaration the text is taken for UTF-8 until a byte contradicts that. Then
/// the whole file is judged once. Windows-1252 is only possible if the file has no valid multibyte
/// character, so what was delivered before is ASCII and stays right: nothing is read twice.
struct TextSource {
  /// The encoding in force now.
  private(set) var encoding: TextEncoding
  /// How it became known.
  private(set) var origin: EncodingOrigin
  /// The file begins with a byte order mark.
  let hasMark: Bool
  /// Offset of the next byte to read.
  private(set) var position: Int
  /// Everything was delivered.
  private(set) var atEnd = false

  private var raw: [UInt8] = []
  private var singleByte: SingleByteTranscoder?

  /// Reads the mark, if any. A mark wins over `declared`.
  init(_ source: borrowing ByteSource, declared: TextEncoding?) throws(ReadFailure) {
    let mark = ByteOrderMark(try source.bytes(at: 0, count: 3)[...])
    hasMark = mark != nil
    position = mark?.length ?? 0
    encoding = mark?.encoding ?? declared ?? .utf8
    origin = mark != nil ? .byteOrderMark : declared != nil ? .declared : .validUTF8
  }

  /// Skips `length` ASCII characters of the text.
  mutating func skip(_ length: Int) {
    position += length * encoding.unitSize
  }

  /// Goes on from `offset`, the start of a character.
  mutating func move(to offset: Int) {
    (position, atEnd) = (offset, false)
  }

  /// Codes that the text alone gives rise to.
  var codes: [ReadCode] {
    var codes: [ReadCode] = []
    if hasMark && encoding == .utf8 { codes.append(.byteOrderMark) }
    if encoding.unitSize == 2 { codes.append(.utf16) }
    if origin == .guessed { codes.append(.encodingGuessed) }
    return codes
  }

  /// Appends the text of the next `wanted` bytes of the file, or a few more if a character needs
  /// them. Sets `atEnd` when nothing is left.
  /// - Throws: a refusal if the bytes are no text.
  mutating func fill(
    _ text: inout TextBuffer, from source: borrowing ByteSource, wanted: Int
  ) throws(ReadFailure) {
    precondition(wanted > 0)
    // One byte more than is left, so that the end shows.
    let wanted = min(wanted, max(source.size - position, 0) + 1)
    switch encoding {
    case .utf8: try fillUTF8(&text, from: source, wanted: wanted)
    case .utf16le, .utf16be: try fillUTF16(&text, from: source, wanted: wanted)
    case .windows1252, .macRoman: try fillSingleByte(&text, from: source, wanted: wanted)
    }
  }

  private mutating func fillUTF8(
    _ text: inout TextBuffer, from source: borrowing ByteSource, wanted: Int
  ) throws(ReadFailure) {
    var wanted = wanted
    while true {
      var got = 0
      var valid = 0
      let start = position
      try text.append(room: wanted) { (target) throws(ReadFailure) in
        got = try source.read(at: start, into: target)
        var multibyte = false
        valid = cscan_valid_utf8(target.baseAddress, got, &multibyte)
        return valid
      }
      position += valid
      if valid == got {
        atEnd = got < wanted
        return
      }
      let rest = try source.bytes(at: position, count: 4)
      switch rest.withUnsafeBufferPointer({ UTF8Character($0) }) {
      case .complete where rest[0] != 0:  // a block border inside a character
        if valid > 0 { return }
        wanted += 1
      case .complete, .cutOff, .invalid:
        try decide(source)
        return
      }
    }
  }

  /// The text stopped being UTF-8 at `position`: goes over to Windows-1252 or refuses.
  private mutating func decide(_ source: borrowing ByteSource) throws(ReadFailure) {
    let probe = try EncodingProbe(source)
    if let offset = probe.firstNUL {
      throw refusal(probe.looksLikeUTF16 ? .utf16WithoutMark : .nul, at: offset, source)
    }
    if probe.isTruncated {
      throw refusal(.truncatedUTF8, at: position, source)
    }
    if origin != .validUTF8 { throw refusal(.invalidEncoding, at: position, source) }
    if probe.hasMultibyte { throw refusal(.mixedEncoding, at: position, source) }
    if let offset = probe.firstUndefined ?? probe.firstMacSign {
      throw refusal(.encodingUnknown, at: offset, source)
    }
    encoding = .windows1252
    origin = .guessed
  }

  private mutating func fillSingleByte(
    _ text: inout TextBuffer, from source: borrowing ByteSource, wanted: Int
  ) throws(ReadFailure) {
    let transcoder = singleByte ?? SingleByteTranscoder(encoding)
    singleByte = transcoder
    let got = try readRaw(source, wanted)
    var read = 0
    raw.withUnsafeBufferPointer { raw in
      text.append(room: got * 3 + 3) { target in
        let done = transcoder.transcode(
          UnsafeBufferPointer(rebasing: raw[..<got]), into: target.baseAddress!)
        read = done.read
        return done.written
      }
    }
    position += read
    if read < got {
      if raw[read] != 0 { throw refusal(.invalidEncoding, at: position, source) }
      let probe = try EncodingProbe(source)
      throw refusal(
        probe.looksLikeUTF16 ? .utf16WithoutMark : .nul, at: probe.firstNUL ?? position, source)
    }
    atEnd = got < wanted
  }

  private mutating func fillUTF16(
    _ text: inout TextBuffer, from source: borrowing ByteSource, wanted: Int
  ) throws(ReadFailure) {
    let transcoder = UTF16Transcoder(bigEndian: encoding == .utf16be)
    var wanted = wanted
    while true {
      let got = try readRaw(source, wanted)
      var read = 0
      var stop = UTF16Transcoder.Stop.needsMore
      raw.withUnsafeBufferPointer { raw in
        text.append(room: got * 2 + 4) { target in
          let done = transcoder.transcode(
            UnsafeBufferPointer(rebasing: raw[..<got]), into: target.baseAddress!)
          (read, stop) = (done.read, done.stop)
          return done.written
        }
      }
      position += read
      switch stop {
      case .nul: throw refusal(.nul, at: position, source)
      case .loneSurrogate: throw refusal(.invalidEncoding, at: position, source)
      case .needsMore: break
      }
      if got < wanted {
        if read < got { throw refusal(.invalidEncoding, at: position, source) }
        atEnd = true
        return
      }
      if read > 0 { return }
      wanted += 1
    }
  }

  private mutating func readRaw(
    _ source: borrowing ByteSource, _ wanted: Int
  ) throws(ReadFailure) -> Int {
    if raw.count < wanted { raw = [UInt8](repeating: 0, count: wanted) }
    let start = position
    return try raw.withUnsafeMutableBufferPointer { (target) throws(ReadFailure) in
      try source.read(at: start, into: UnsafeMutableBufferPointer(rebasing: target[..<wanted]))
    }
  }

  private func refusal(
    _ code: ReadCode, at offset: Int, _ source: borrowing ByteSource
  ) -> ReadFailure {
    var line: Int?
    do { line = try LineCounter.line(of: offset, in: source, encoding: encoding) } catch {}
    return .refused(
      ReadRefusal(
        code: code, location: ReadLocation(line: line, byte: offset), codes: codes + [code],
        encoding: encoding, encodingOrigin: origin))
  }
}
