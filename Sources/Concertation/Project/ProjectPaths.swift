internal import Definitions

/// The names of a project's files: as seen from the user's folder in messages, as seen from the
/// project in results.
struct ProjectPaths {
  private let folder: String

  init(_ project: Project) {
    folder = project.file.lastIndex(of: "/").map { String(project.file[...$0]) } ?? ""
  }

  /// As the project writes it.
  func inResults(_ path: String) -> String {
    path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }

  /// Without `folder/../`: what a person would type.
  static func inMessages(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      if part == ".", !parts.isEmpty { continue }
      if part == "..", let last = parts.last, !last.isEmpty, last != "..", last != "." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
