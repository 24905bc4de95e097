internal import Glibc

/// An open folder. Names are relative to it; it closes itself.
struct OpenFolder: ~Copyable {
  let descriptor: Int32
  /// For messages.
  let path: String
  let system: FileSystem

  /// The folder at a path as a person gives it: links within the path are followed.
  init(path: String, _ system: FileSystem) throws(FolderError) {
    self.path = path
    self.system = system
    descriptor = try system.call(.open, path) {
      open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
  }

  /// A folder in a folder, which must not be a symbolic link.
  init(_ name: String, in parent: borrowing OpenFolder) throws(FolderError) {
    path = parent.child(name)
    system = parent.system
    let base = parent.descriptor
    descriptor = try parent.system.call(.open, path) {
      openat(base, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
  }

  deinit { close(descriptor) }

  func child(_ name: String) -> String { path == "." ? name : "\(path)/\(name)" }

  func makeFolder(_ name: String) throws(FolderError) {
    try system.call(.makeFolder, child(name)) { mkdirat(descriptor, name, 0o777) }
  }

  func kind(of name: String) throws(FolderError) -> FileKind {
    var status = stat()
    do {
      try system.call(.status, child(name)) {
        fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW)
      }
    } catch {
      if case .system(_, ENOENT) = error.kind { return .absent }
      throw error
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    case S_IFLNK: return .symbolicLink
    default: return .other
    }
  }

  /// What stands in the folder, in the order of the file system.
  func entries() throws(FolderError) -> [(name: String, kind: FileKind)] {
    let copy = try system.call(.list, path) {
      openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard let stream = fdopendir(copy) else {
      let number = errno
      close(copy)
      throw FolderError(.system(.list, number), path: path)
    }
    defer { closedir(stream) }
    var entries: [(name: String, kind: FileKind)] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw FolderError(.system(.list, errno), path: path) }
        return entries
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      switch Int(entry.pointee.d_type) {
      case DT_DIR: entries.append((name, .folder))
      case DT_REG: entries.append((name, .file))
      // Some file systems do not tell here.
      case DT_UNKNOWN: entries.append((name, try kind(of: name)))
      default: entries.append((name, .other))
      }
    }
  }

  /// A file of this folder; not through a link.
  func read(_ name: String) throws(FolderError) -> [UInt8] {
    let path = child(name)
    let file = try system.call(.open, path) {
      openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    }
    defer { close(file) }
    var out: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = try system.call(.read, path) {
        buffer.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      }
      if count == 0 { return out }
      out += buffer[..<count]
    }
  }

  /// A new file; it must not exist. It is not brought to the disk yet.
  func write(_ bytes: [UInt8], to name: String) throws(FolderError) {
    let file = try system.call(.create, child(name)) {
      openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    }
    var isOpen = true
    defer { if isOpen { close(file) } }
    var done = 0
    while done < bytes.count {
      let start = done
      done += try system.call(.write, child(name)) {
        bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress! + start, $0.count - start) }
      }
    }
    isOpen = false
    // Some file systems tell of a full disk only here.
    try system.call(.write, child(name)) { close(file) }
  }
}
