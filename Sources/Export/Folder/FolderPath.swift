internal import Glibc

/// Paths as a person gives them.
enum FolderPath {
  /// Makes the folder and those above it, as far as they are missing.
  static func make(_ path: String, _ system: FileSystem) throws(FolderError) {
    var status = stat()
    if stat(path, &status) == 0 { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try make(String(path[..<slash]), system)
    }
    do {
      try system.call(.makeFolder, path) { mkdir(path, 0o777) }
    } catch {
      if case .system(_, EEXIST) = error.kind { return }
      throw error
    }
  }
}
