extension String {
  /// The text of bytes that are known to be UTF-8, so that they are not looked at again.
  init(validUTF8 bytes: UnsafeBufferPointer<UInt8>) {
    self.init(copying: UTF8Span(unchecked: bytes.span))
  }
}
