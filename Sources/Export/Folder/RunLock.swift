internal import Glibc

/// A lock that one run holds on a results folder, through a file beside it. The system gives it
/// up when the process ends, however it ends; the file is removed when the run ends well.
struct RunLock: ~Copyable {
  private let descriptor: Int32
  private let folder: Int32
  private let name: String

  /// - Throws: `locked` when another process, or another run of this one, holds it.
  init(_ name: String, in parent: borrowing OpenFolder, target: String) throws(FolderError) {
    let base = parent.descriptor
    var held: Int32?
    while held == nil { held = try Self.take(name, in: parent, target: target) }
    descriptor = held ?? -1
    folder = fcntl(base, F_DUPFD_CLOEXEC, 0)
    self.name = name
  }

  /// Opens and locks the file; `nil` when the holder before removed it between the two, so that
  /// the lock is on nothing.
  private static func take(
    _ name: String, in parent: borrowing OpenFolder, target: String
  ) throws(FolderError) -> Int32? {
    let base = parent.descriptor
    let path = parent.child(name)
    let file = try parent.system.call(.lock, path) {
      openat(base, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
    }
    do {
      try parent.system.call(.lock, path) { flock(file, LOCK_EX | LOCK_NB) }
    } catch {
      close(file)
      if case .system(_, EWOULDBLOCK) = error.kind { throw FolderError(.locked, path: target) }
      throw error
    }
    if isStill(file, name, base) { return file }
    close(file)
    return nil
  }

  /// What a file is like that this run makes.
  var model: FileModel {
    var status = stat()
    fstat(descriptor, &status)
    return FileModel(status)
  }

  deinit {
    unlinkat(folder, name, 0)
    close(descriptor)
    close(folder)
  }

  private static func isStill(_ file: Int32, _ name: String, _ folder: Int32) -> Bool {
    var opened = stat()
    var named = stat()
    return fstat(file, &opened) == 0 && fstatat(folder, name, &named, AT_SYMLINK_NOFOLLOW) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }
}
