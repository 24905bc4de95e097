internal import Foundation
import SurveyModel

/// Files on disk, read whole. Definition files are small; larger ones are refused unread.
enum FileReading {
  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// - Parameter place: where the file is named; `nil` when the user named it.
  /// - Throws: the problem, at `place` or, without one, at the file itself.
  static func bytes(
    of path: String, namedAt place: SourceLocation? = nil
  ) throws(YAMLFailure) -> [UInt8] {
    let here = place ?? SourceLocation(file: path)
    guard FileManager.default.fileExists(atPath: path) else {
      throw YAMLFailure(.missingFile(path, at: here))
    }
    // Pipes and devices have no end that could be waited for.
    let attributes =
      (try? FileManager.default.attributesOfItem(
        atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)) ?? [:]
    guard attributes[.type] as? FileAttributeType == .typeRegular else {
      throw YAMLFailure(.unreadableFile(path, at: here))
    }
    if let size = attributes[.size] as? Int, size > YAMLDocument.largestFile {
      throw YAMLFailure(.tooLarge(bytes: size, at: SourceLocation(file: path)))
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw YAMLFailure(.unreadableFile(path, at: here))
    }
    return [UInt8](data)
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
