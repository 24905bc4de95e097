internal import Glibc
internal import SurveyModel

extension OpenFolder {
  /// Brings the folder itself (its names) to the disk.
  func sync() throws(FolderError) {
    try system.call(.sync, path) { fsync(descriptor) }
  }

  /// Brings a file of this folder to the disk.
  func sync(file name: String) throws(FolderError) {
    let path = child(name)
    let file = try system.call(.open, path) {
      openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    }
    defer { close(file) }
    try system.call(.sync, path) { fsync(file) }
  }

  func rename(_ name: String, to other: String) throws(FolderError) {
    try system.call(.rename, child(other)) {
      renameat(descriptor, name, descriptor, other)
    }
  }

  /// Lets two names change places in one step.
  ///
  /// - Returns: `false` where the system or the file system cannot; nothing has changed then.
  func exchange(_ name: String, with other: String) throws(FolderError) -> Bool {
    guard let exchange = FileSystem.exchangeCall else { return false }
    let exchangeFlag: UInt32 = 2  // RENAME_EXCHANGE, linux/fs.h
    do {
      try system.call(.rename, child(other)) {
        exchange(descriptor, name, descriptor, other, exchangeFlag)
      }
      return true
    } catch {
      switch error.kind {
      case .system(_, ENOSYS), .system(_, EINVAL), .system(_, EOPNOTSUPP): return false
      default: throw error
      }
    }
  }

  /// Removes a file, a link (not what it leads to) or a whole folder; nothing there is fine.
  ///
  /// - Parameter jobs: how many threads at most: a folder's files are removed one by one, but
  ///   folders that stand side by side at a time.
  func remove(_ name: String, jobs: Int = 1) throws(FolderError) {
    try remove(name, kind(of: name), jobs: jobs)
  }

  private func remove(_ name: String, _ kind: FileKind, jobs: Int) throws(FolderError) {
    switch kind {
    case .absent: return
    case .folder:
      try OpenFolder(name, in: self).removeContents(jobs: jobs)
      try system.call(.remove, child(name)) { unlinkat(descriptor, name, AT_REMOVEDIR) }
    case .file, .symbolicLink, .other:
      try system.call(.remove, child(name)) { unlinkat(descriptor, name, 0) }
    }
  }

  private func removeContents(jobs: Int) throws(FolderError) {
    let entries = try entries()
    for (name, kind) in entries where kind != .folder { try remove(name, kind, jobs: 1) }
    let folders = entries.filter { $0.kind == .folder }.map(\.name)
    let outcomes = concurrentMap(folders.count, jobs: jobs) { index in
      Result { () throws(FolderError) in try remove(folders[index], .folder, jobs: jobs) }
    }
    for outcome in outcomes { try outcome.get() }
  }
}
