internal import SurveyModel

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

extension FileTree {
  /// Files of one folder that one thread writes.
  struct Batch {
    /// The folders that lead there.
    var folders: [String]
    var files: ArraySlice<(name: String, bytes: [UInt8])>
  }

  private static let filesOfABatch = 16

  /// All files, in batches.
  func batches(under folders: [String] = []) -> [Batch] {
    stride(from: 0, to: files.count, by: Self.filesOfABatch).map { start in
      Batch(
        folders: folders, files: files[start..<min(files.count, start + Self.filesOfABatch)])
    } + self.folders.flatMap { $0.tree.batches(under: folders + [$0.name]) }
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
  ///
  /// - Parameter jobs: how many threads write at most.
  func write(_ tree: FileTree, jobs: Int = 1) throws(FolderError) {
    try makeFolders(tree)
    let batches = tree.batches()
    let outcomes = concurrentMap(batches.count, jobs: jobs) { index in
      Result { () throws(FolderError) in try write(batches[index], in: batches[index].folders[...])
      }
    }
    for outcome in outcomes { try outcome.get() }
    if system.syncsInOneStep, let syncAll = FileSystem.syncAllCall {
      try system.call(.sync, path) { syncAll(descriptor) }
    } else {
      try sync(tree)
    }
  }

  private func makeFolders(_ tree: FileTree) throws(FolderError) {
    for folder in tree.folders {
      try makeFolder(folder.name)
      if !folder.tree.folders.isEmpty {
        try OpenFolder(folder.name, in: self).makeFolders(folder.tree)
      }
    }
  }

  private func write(
    _ batch: FileTree.Batch, in folders: ArraySlice<String>
  ) throws(FolderError) {
    if let first = folders.first {
      try OpenFolder(first, in: self).write(batch, in: folders.dropFirst())
    } else {
      for file in batch.files { try write(file.bytes, to: file.name) }
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
