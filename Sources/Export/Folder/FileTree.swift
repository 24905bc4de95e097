/// Files sorted into their folders.
struct FileTree {
  var files: [(name: String, bytes: [UInt8])] = []
  /// In the order of first appearance.
  var folders: [(name: String, tree: FileTree)] = []

  init() {}

  init(_ files: [ResultFile]) {
    for file in files {
      insert(file.path.split(separator: "/")[...], file.bytes)
    }
  }

  private mutating func insert(_ names: ArraySlice<Substring>, _ bytes: [UInt8]) {
    guard let first = names.first else { return }
    let name = String(first)
    if names.count == 1 {
      files.append((name, bytes))
      return
    }
    let index =
      folders.firstIndex { $0.name == name }
      ?? {
        folders.append((name, FileTree()))
        return folders.count - 1
      }()
    folders[index].tree.insert(names.dropFirst(), bytes)
  }
}

extension OpenFolder {
  /// Writes files and folders into this one, and brings them all to the disk.
  ///
  /// Each file is handed to the disk as it is written, so that the disk works meanwhile, and waited
  /// for at the end. Syncing the whole file system would be one call, but would wait for whatever
  /// other programs have written to it.
  func write(_ tree: FileTree) throws(FolderError) {
    try writeUnsynced(tree)
    try sync(tree)
  }

  private func writeUnsynced(_ tree: FileTree) throws(FolderError) {
    for file in tree.files { try write(file.bytes, to: file.name) }
    for folder in tree.folders {
      try makeFolder(folder.name)
      let child = try OpenFolder(folder.name, in: self)
      try child.writeUnsynced(folder.tree)
    }
  }

  private func sync(_ tree: FileTree) throws(FolderError) {
    for file in tree.files { try sync(file: file.name) }
    for folder in tree.folders {
      let child = try OpenFolder(folder.name, in: self)
      try child.sync(folder.tree)
    }
    try sync()
  }
}
