extension ResultsFolder {
  static func split(_ path: String) throws(FolderError) -> (parent: String, name: String) {
    var trimmed = Substring(path)
    while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
    let slash = trimmed.lastIndex(of: "/")
    let name = String(slash.map { trimmed[trimmed.index(after: $0)...] } ?? trimmed)
    guard !name.isEmpty, name != ".", name != "..", !name.utf8.contains(0) else {
      throw FolderError(.noName, path: path)
    }
    let parent = slash.map { String(trimmed[..<$0]) } ?? "."
    return (parent.isEmpty ? "/" : parent, name)
  }

  /// Puts a killed run right: the previous results back in their place, the rest away.
  static func recover(
    _ name: String, in parent: borrowing OpenFolder
  ) throws(FolderError) {
    if try parent.kind(of: name) == .absent, try parent.kind(of: aside(name)) == .folder {
      try parent.rename(aside(name), to: name)
    }
    try parent.remove(aside(name))
    try parent.remove(fresh(name))
  }

  /// Refuses a target that is not ours to replace.
  ///
  /// - Parameter known: what an earlier look found listed.
  /// - Returns: the files of ours there; `nil` where there is nothing.
  @discardableResult
  static func inspect(
    _ name: String, in parent: borrowing OpenFolder, path: String, known: Set<String>? = nil
  ) throws(FolderError) -> Set<String>? {
    switch try parent.kind(of: name) {
    case .absent: return nil
    case .symbolicLink: throw FolderError(.symbolicLink, path: path)
    case .file, .other: throw FolderError(.notAFolder, path: path)
    case .folder: break
    }
    let target = try OpenFolder(name, in: parent)
    var listed = known
    if listed == nil {
      if try target.entries().allSatisfy({ isHarmless($0.name) }) { return nil }
      guard try target.kind(of: Manifest.fileName) == .file,
        let found = Manifest.listedFiles(in: try target.read(Manifest.fileName))
      else { throw FolderError(.foreignFolder, path: path) }
      listed = found.union([Manifest.fileName])
    }
    var foreign: [String] = []
    try collect(from: target, under: "", notIn: listed ?? [], &foreign)
    if !foreign.isEmpty { throw FolderError(.foreignFiles(foreign), path: path) }
    return listed
  }

  static func collect(
    from folder: borrowing OpenFolder, under prefix: String, notIn listed: Set<String>,
    _ foreign: inout [String]
  ) throws(FolderError) {
    let unlisted = try folder.entries().filter {
      ($0.kind == .folder || !listed.contains(prefix + $0.name)) && !isHarmless($0.name)
    }
    for (name, kind) in unlisted.sorted(by: { $0.name < $1.name }) {
      guard kind == .folder else {
        foreign.append(prefix + name)
        continue
      }
      let child = try OpenFolder(name, in: folder)
      try collect(from: child, under: prefix + name + "/", notIn: listed, &foreign)
    }
  }

  /// What desktops and office programs drop into every folder that they look at.
  static func isHarmless(_ name: String) -> Bool {
    switch name {
    case ".DS_Store", "Thumbs.db", "desktop.ini", ".directory": true
    default: name.hasPrefix(".~lock.") && name.hasSuffix("#")
    }
  }

  static func makeParents(_ path: String, _ system: FileSystem) throws(FolderError) {
    guard path != ".", path != "/" else { return }
    try FolderPath.make(path, system)
  }
}
