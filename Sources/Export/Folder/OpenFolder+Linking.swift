internal import Glibc

/// Owner and rights of a file.
struct FileModel: Sendable, Hashable {
  private var mode: mode_t
  private var owner: uid_t
  private var group: gid_t

  init(_ status: stat) {
    mode = status.st_mode
    owner = status.st_uid
    group = status.st_gid
  }
}

extension OpenFolder {
  /// Takes a file over from an earlier folder under the same name, by a second name for it, when it
  /// holds these very bytes and is like the files that this run makes.
  ///
  /// Between two runs few files change. Those that did not need no new place on the disk, and free
  /// none when the earlier folder goes: that is most of the time that writing takes. A file that has
  /// another name elsewhere, as in a backup made of links, is left to it.
  ///
  /// - Returns: `false` where it cannot be done; the file is to be written then.
  func link(
    _ name: String, of earlier: borrowing OpenFolder, holding bytes: [UInt8], like model: FileModel
  ) -> Bool {
    let old = earlier.descriptor
    let file = openat(old, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, FileModel(status) == model, status.st_nlink == 1,
      Int(status.st_size) == bytes.count, Self.holds(file, bytes)
    else { return false }
    let linked = try? system.call(.link, child(name)) {
      linkat(old, name, descriptor, name, 0)
    }
    guard linked != nil else { return false }
    // The name may have come to mean another file since it was opened. The time is this run's.
    var named = stat()
    if fstatat(descriptor, name, &named, AT_SYMLINK_NOFOLLOW) == 0,
      named.st_ino == status.st_ino, named.st_dev == status.st_dev, futimens(file, nil) == 0
    {
      return true
    }
    unlinkat(descriptor, name, 0)
    return false
  }

  private static func holds(_ file: Int32, _ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { room in
        var done = 0
        while done < bytes.count {
          let count = Glibc.read(file, room.baseAddress, room.count)
          guard count > 0, done + count <= bytes.count,
            memcmp(room.baseAddress!, bytes.baseAddress! + done, count) == 0
          else { return false }
          done += count
        }
        return true
      }
    }
  }
}
