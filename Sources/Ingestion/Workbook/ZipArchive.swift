internal import CMinizip
internal import Glibc

/// The files of a ZIP archive, unpacked piece by piece with minizip.
struct ZipArchive: ~Copyable {
  struct Entry {
    var name: String
    /// As the archive states it.
    var packedBytes: Int
    var isEncrypted: Bool
    fileprivate var place: unz64_file_pos
  }

  private let handle: UnsafeMutableRawPointer
  private let file: UnsafeMutablePointer<OpenBytes>
  let entries: [Entry]

  /// More files than any workbook has.
  private static let mostEntries = 20_000

  /// - Returns: `nil` where the bytes are no whole archive.
  init?(_ bytes: ReadableBytes, size: Int) {
    let file = UnsafeMutablePointer<OpenBytes>.allocate(capacity: 1)
    file.initialize(to: OpenBytes(bytes: bytes, size: size))
    var functions = OpenBytes.functions(file)
    guard let handle = unzOpen2_64(nil, &functions) else {
      file.deinitialize(count: 1)
      file.deallocate()
      return nil
    }
    self.handle = handle
    self.file = file
    var entries: [Entry] = []
    var status = unzGoToFirstFile(handle)
    while status == UNZ_OK, entries.count < Self.mostEntries {
      guard let entry = Self.currentEntry(handle) else { break }
      entries.append(entry)
      status = unzGoToNextFile(handle)
    }
    self.entries = entries
  }

  deinit {
    unzClose(handle)
    file.deinitialize(count: 1)
    file.deallocate()
  }

  private static func currentEntry(_ handle: UnsafeMutableRawPointer) -> Entry? {
    var info = unz_file_info64()
    var name = [CChar](repeating: 0, count: 1025)
    var place = unz64_file_pos()
    guard unzGetCurrentFileInfo64(handle, &info, &name, 1024, nil, 0, nil, 0) == UNZ_OK,
      unzGetFilePos64(handle, &place) == UNZ_OK
    else { return nil }
    let text = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    // Some tools write backslashes, or a slash in front.
    let path = String(text.map { $0 == "\\" ? "/" : $0 }.drop { $0 == "/" })
    return Entry(
      name: path, packedBytes: Int(clamping: info.compressed_size), isEncrypted: info.flag & 1 != 0,
      place: place)
  }

  func entry(_ name: String) -> Entry? {
    let wanted = name.lowercased()
    return entries.first { $0.name.lowercased() == wanted }
  }

  /// Why a file of the archive cannot be unpacked.
  enum Fault: Error { case encrypted, damaged, tooLarge }

  /// Unpacks a file and hands its pieces to `body`, which returns false to stop.
  ///
  /// - Throws: also when it unpacks to more than `WorkbookLimits` allows, whatever size it states.
  func unpack(
    _ entry: Entry, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(Fault) {
    if entry.isEncrypted { throw .encrypted }
    var place = entry.place
    guard unzGoToFilePos64(handle, &place) == UNZ_OK, unzOpenCurrentFile(handle) == UNZ_OK else {
      throw .damaged
    }
    var total = 0
    var fault: Fault?
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { buffer in
      while fault == nil {
        let got = unzReadCurrentFile(handle, buffer.baseAddress, UInt32(buffer.count))
        if got == 0 { break }
        guard got > 0 else {
          fault = .damaged
          break
        }
        total += Int(got)
        if WorkbookLimits.isBomb(unpacked: total, packed: entry.packedBytes) { fault = .tooLarge }
        if fault == nil, !body(UnsafeBufferPointer(rebasing: buffer[..<Int(got)])) { return }
      }
    }
    // The check sum is judged when the file is closed, if it was read to its end.
    let closed = unzCloseCurrentFile(handle)
    if let fault { throw fault }
    if closed != UNZ_OK { throw .damaged }
  }
}

/// Bytes with a position, as minizip reads them.
private struct OpenBytes {
  let bytes: ReadableBytes
  let size: Int
  var position = 0

  init(bytes: ReadableBytes, size: Int) { (self.bytes, self.size) = (bytes, size) }

  mutating func read(_ count: Int, into target: UnsafeMutableRawPointer) -> Int {
    let room = UnsafeMutableBufferPointer(
      start: target.assumingMemoryBound(to: UInt8.self), count: count)
    do throws(ReadFailure) {
      let got = try bytes.read(at: position, into: room)
      position += got
      return got
    } catch {
      return 0
    }
  }

  mutating func seek(_ offset: Int, from origin: Int32) -> Bool {
    let base = origin == SEEK_CUR ? position : origin == SEEK_END ? size : 0
    guard let place = Optional(base.addingReportingOverflow(offset)), !place.overflow,
      (0...size).contains(place.partialValue)
    else { return false }
    position = place.partialValue
    return true
  }

  static func functions(_ file: UnsafeMutablePointer<OpenBytes>) -> zlib_filefunc64_def {
    zlib_filefunc64_def(
      zopen64_file: { context, _, _ in context },
      zread_file: { context, _, target, count in
        guard let context, let target else { return 0 }
        return UInt(
          context.assumingMemoryBound(to: OpenBytes.self).pointee.read(Int(count), into: target))
      },
      zwrite_file: nil,
      ztell64_file: { context, _ in
        guard let context else { return 0 }
        return UInt64(context.assumingMemoryBound(to: OpenBytes.self).pointee.position)
      },
      zseek64_file: { context, _, offset, origin in
        guard let context, let offset = Int(exactly: offset) else { return -1 }
        let file = context.assumingMemoryBound(to: OpenBytes.self)
        return file.pointee.seek(offset, from: origin) ? 0 : -1
      },
      zclose_file: { _, _ in 0 },
      zerror_file: { _, _ in 0 },
      opaque: UnsafeMutableRawPointer(file))
  }
}
