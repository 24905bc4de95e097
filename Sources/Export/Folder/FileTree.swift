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
  /// Writes files and folders into this one. Where the system cannot sync as a whole, each
  /// file and each folder is synced as it is written.
  func write(_ tree: FileTree) throws(FolderError) {
    let oneByOne = FileSystem.syncCall == nil
    for file in tree.files {
      try write(file.bytes, to: file.name, andSync: oneByOne)
    }
    for folder in tree.folders {
      try makeFolder(folder.name)
      let child = try OpenFolder(folder.name, in: self)
      try child.write(folder.tree)
    }
    if oneByOne { try sync() }
  }
}
