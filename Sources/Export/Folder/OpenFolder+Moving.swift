internal import Glibc

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
  func remove(_ name: String) throws(FolderError) {
    switch try kind(of: name) {
    case .absent: return
    case .folder:
      try removeContents(of: name)
      try system.call(.remove, child(name)) { unlinkat(descriptor, name, AT_REMOVEDIR) }
    case .file, .symbolicLink, .other:
      try system.call(.remove, child(name)) { unlinkat(descriptor, name, 0) }
    }
  }

  private func removeContents(of name: String) throws(FolderError) {
    let folder = try OpenFolder(name, in: self)
    for name in try folder.names() { try folder.remove(name) }
  }
}
