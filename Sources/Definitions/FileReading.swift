internal import Glibc
import SurveyModel

/// Files on disk, read whole. Definition files are small; larger ones are refused unread.
enum FileReading {
  static func isFolder(_ path: String) -> Bool {
    kind(of: path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
  }

  /// What stands behind the path, links followed; `nil`: nothing.
  private static func kind(of path: String) -> stat? {
    var info = stat()
    return stat(path, &info) == 0 ? info : nil
  }

  /// - Parameter place: where the file is named; `nil` when the user named it.
  /// - Throws: the problem, at `place` or, without one, at the file itself.
  static func bytes(
    of path: String, namedAt place: SourceLocation? = nil
  ) throws(YAMLFailure) -> [UInt8] {
    let here = place ?? SourceLocation(file: path)
    guard let info = kind(of: path) else { throw YAMLFailure(.missingFile(path, at: here)) }
    // Pipes and devices have no end that could be waited for.
    guard info.st_mode & S_IFMT == S_IFREG else {
      throw YAMLFailure(.unreadableFile(path, at: here))
    }
    if info.st_size > YAMLDocument.largestFile {
      throw YAMLFailure(.tooLarge(bytes: Int(info.st_size), at: SourceLocation(file: path)))
    }
    guard let bytes = contents(of: path, size: Int(info.st_size)) else {
      throw YAMLFailure(.unreadableFile(path, at: here))
    }
    return bytes
  }

  private static func contents(of path: String, size: Int) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    // One byte more than announced: a file that grew meanwhile is read on.
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var filled = 0
    while true {
      if filled == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
      let count = bytes.withUnsafeMutableBytes {
        read(file, $0.baseAddress! + filled, $0.count - filled)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0, filled + count <= YAMLDocument.largestFile else { return nil }
      if count == 0 { return Array(bytes[..<filled]) }
      filled += count
    }
  }

  /// A path that a definition names, seen from the folder of the project.
  static func path(_ relative: String, from folder: String) -> String {
    if relative.hasPrefix("/") || folder.isEmpty || folder == "." { return relative }
    return folder.hasSuffix("/") ? folder + relative : folder + "/" + relative
  }

  /// The folder of a path; empty for a bare file name.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The name of a file without its folder and its extension.
  static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
