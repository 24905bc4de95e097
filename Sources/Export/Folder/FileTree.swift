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
  /// Writes files and folders into this one, and brings them all to the disk: when it returns,
  /// their bytes and names have survived whatever happens.
  ///
  /// `syncfs` brings them there in one step, where a step a file would wait for the disk hundreds of
  /// times: the file system writes all that is pending in one sweep, and commits once. It also takes
  /// along what other programs have pending there; that is bounded by the system, and cheaper in
  /// all but odd cases. It does not tell of failed writes before Linux 5.8: there, and where it is
  /// lacking, each file and folder is synced on its own.
  func write(_ tree: FileTree) throws(FolderError) {
    try writeUnsynced(tree)
    if system.syncsInOneStep, let syncAll = FileSystem.syncAllCall {
      try system.call(.sync, path) { syncAll(descriptor) }
    } else {
      try sync(tree)
    }
  }

  private func writeUnsynced(_ tree: FileTree) throws(FolderError) {
    for file in tree.files { try write(file.bytes, to: file.name) }
    for folder in tree.folders {
      try makeFolder(folder.name)
      let child = try OpenFolder(folder.name, in: self)
      try child.writeUnsynced(folder.tree)
    }
  }

  /// Brings files and folders to the disk one by one.
  private func sync(_ tree: FileTree) throws(FolderError) {
    for file in tree.files { try sync(file: file.name) }
    for folder in tree.folders {
      let child = try OpenFolder(folder.name, in: self)
      try child.sync(folder.tree)
    }
    try sync()
  }
}
