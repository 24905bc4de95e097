internal import Definitions
internal import Glibc
internal import SurveyModel

/// Finds the sheets that a project names: paths whose last part may hold `*`.
enum SheetFinder {
  /// Paths in the order of their bytes, whatever the file system gives.
  static func files(matching pattern: String) -> [String] {
    guard let slash = pattern.lastIndex(of: "/") else { return files(in: ".", "", pattern) }
    let folder = String(pattern[..<slash])
    let name = String(pattern[pattern.index(after: slash)...])
    return files(in: folder.isEmpty ? "/" : folder, folder + "/", name)
  }

  private static func files(in folder: String, _ prefix: String, _ pattern: String) -> [String] {
    guard pattern.contains("*") else {
      return exists(prefix + pattern) ? [prefix + pattern] : []
    }
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      // Spreadsheets leave their lock files beside the open sheet.
      if !name.hasPrefix("."), !name.hasPrefix("~$"),
        matches(Array(name.utf8)[...], Array(pattern.utf8)[...])
      {
        names.append(name)
      }
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
      .map { prefix + $0 }
  }

  /// Whether the name of a file of the inbox is that of a text or a workbook.
  static func isSheet(_ path: String) -> Bool {
    let name = path.lowercased()
    return [".csv", ".tsv", ".xlsx", ".xlsm"].contains { name.hasSuffix($0) }
  }

  static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// `*` stands for any bytes.
  private static func matches(_ name: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    let rest = pattern.dropFirst()
    if first == UInt8(ascii: "*") {
      return (name.startIndex...name.endIndex).contains { matches(name[$0...], rest) }
    }
    return name.first == first && matches(name.dropFirst(), rest)
  }

  /// The bytes of a sheet; `nil` where it cannot be read, or is longer than a sheet can be.
  static func bytes(of path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_size <= largest else {
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: Int(info.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        read(file, $0.baseAddress! + filled, $0.count - filled)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      filled += count
    }
    return Array(bytes.prefix(filled))
  }

  /// Bytes of the longest sheet.
  static let largest = 64 << 20
}
