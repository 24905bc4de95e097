/// A results folder that this run has for itself, and writes whole or not at all.
///
/// The files are written to a folder beside the target, under a name that starts with `.`, brought to
/// the disk, and put in place in one step: the names of the old and the new folder change
/// places. Whatever ends the run before that step leaves the previous results as they were; what it
/// leaves beside them the next run removes.
///
/// Where the file system cannot exchange names, the old folder is moved aside first, and the next
/// run moves it back when this one was killed in between.
///
/// Links: the path up to the target is the user's own, and links in it are followed once. The
/// target itself must not be a link, nor is any link followed below it.
///
/// A target that holds something is replaced only when it has our manifest and nothing besides what the
/// manifest lists: a note that someone put there is never lost.
public struct ResultsFolder: ~Copyable {
  private let parent: OpenFolder
  private let name: String
  private let path: String
  private let lock: RunLock
  /// The files of the previous results; `nil` where there are none.
  private let previous: Set<String>?

  /// What was written.
  public struct Receipt: Sendable, Hashable {
    public var path: String
    /// With the manifest.
    public var fileCount: Int
    public var byteCount: Int
    /// The new results stand, but the previous ones could not be removed from beside them. The
    /// next run tries again.
    public var leftover: FolderError?
  }

  /// Takes the folder for this run: makes its parents, locks it, removes what a killed run left.
  public init(claiming path: String) throws(FolderError) {
    try self.init(claiming: path, FileSystem())
  }

  init(claiming path: String, _ system: FileSystem) throws(FolderError) {
    let (parentPath, name) = try Self.split(path)
    try Self.makeParents(parentPath, system)
    let parent = try OpenFolder(path: parentPath, system)
    let lock = try RunLock(".\(name).concertation-lock", in: parent, target: path)
    try Self.recover(name, in: parent)
    previous = try Self.inspect(name, in: parent, path: path)
    self.path = path
    self.name = name
    self.parent = parent
    self.lock = lock
  }

  /// What is written goes with the folder unless `finish` has put it in place.
  deinit { try? parent.remove(fresh) }

  /// Replaces the folder by these files and a manifest.
  ///
  /// - Parameter hash: SHA-256 of bytes, in hexadecimal.
  public borrowing func write(
    _ files: [ResultFile], manifest: Manifest, hash: @escaping @Sendable ([UInt8]) -> String
  ) throws(FolderError) -> Receipt {
    let draft = try draft(hash: hash)
    for file in files { try draft.add(file) }
    return try finish(draft, manifest: manifest)
  }

  /// Begins the folder that is to replace this one: files are added to it from several threads,
  /// then `finish` puts it in place.
  ///
  /// - Parameter hash: SHA-256 of bytes, in hexadecimal.
  public borrowing func draft(
    hash: @escaping @Sendable ([UInt8]) -> String
  ) throws(FolderError) -> FolderDraft {
    try parent.remove(fresh)
    try parent.makeFolder(fresh)
    let root = try OpenFolder(fresh, in: parent)
    let old = try? OpenFolder(name, in: parent)
    return FolderDraft(DraftFolder(root, old: old, like: lock.model), hash: hash)
  }

  /// Puts the files of a draft in place, with a manifest. Where nothing has changed, the previous
  /// results stay, with the time of this run.
  ///
  /// - Parameter jobs: how many threads remove the previous results at most.
  public borrowing func finish(
    _ draft: FolderDraft, manifest: Manifest, jobs: Int = 1
  ) throws(FolderError) -> Receipt {
    let written = try draft.finish(manifest)
    try Self.inspect(name, in: parent, path: path, known: previous)
    if !written.isUnchanged { try putInPlace() }
    var receipt = Receipt(path: path, fileCount: written.files, byteCount: written.bytes)
    do {
      try parent.remove(fresh, jobs: jobs)
      try parent.remove(aside)
    } catch {
      receipt.leftover = error
    }
    return receipt
  }

  private var fresh: String { Self.fresh(name) }
  private var aside: String { Self.aside(name) }
  static func fresh(_ name: String) -> String { ".\(name).concertation-new" }
  static func aside(_ name: String) -> String { ".\(name).concertation-old" }

  /// Puts the new folder in place of the old, or undoes what was done.
  private func putInPlace() throws(FolderError) {
    if try parent.kind(of: name) == .absent {
      try parent.rename(fresh, to: name)
      do {
        try parent.sync()
      } catch {
        try? parent.rename(name, to: fresh)
        throw error
      }
    } else if try parent.exchange(fresh, with: name) {
      do {
        try parent.sync()
      } catch {
        _ = try? parent.exchange(fresh, with: name)
        throw error
      }
    } else {
      try parent.rename(name, to: aside)
      do {
        try parent.rename(fresh, to: name)
      } catch {
        try? parent.rename(aside, to: name)
        throw error
      }
      do {
        try parent.sync()
      } catch {
        try? parent.rename(name, to: fresh)
        try? parent.rename(aside, to: name)
        throw error
      }
    }
  }
}
