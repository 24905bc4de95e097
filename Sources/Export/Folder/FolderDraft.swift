internal import Synchronization

/// A results folder in the making: every file is hashed and written where it belongs as soon as it
/// is made, by the thread that made it.
public final class FolderDraft: Sendable {
  private let root: DraftFolder
  private let hash: @Sendable ([UInt8]) -> String
  private let state = Mutex(State())

  private struct State {
    var files: [Manifest.File] = []
    var paths: Set<String> = [Manifest.fileName]
    var folders: [String: DraftFolder] = [:]
    /// Every file was taken over from the previous results.
    var isUnchanged = true
  }

  init(_ root: DraftFolder, hash: @escaping @Sendable ([UInt8]) -> String) {
    self.root = root
    self.hash = hash
  }

  /// Writes a file. It is not brought to the disk yet.
  public func add(_ file: ResultFile) throws(FolderError) {
    let folder = try state.withLock { (state) throws(FolderError) in
      guard FileName.isSafePath(file.path), state.paths.insert(file.path).inserted else {
        throw FolderError(.illegalPath, path: file.path)
      }
      return try self.folder(above: file.path, &state)
    }
    let isTaken = try folder.write(file.bytes, to: Self.name(file.path))
    let listed = Manifest.File(
      path: file.path, bytes: file.bytes.count, sha256: hash(file.bytes))
    state.withLock {
      $0.files.append(listed)
      $0.isUnchanged = $0.isUnchanged && isTaken
    }
  }

  /// What a draft holds.
  struct Written {
    /// How many files and bytes there are, with the manifest.
    var files: Int
    var bytes: Int
    /// Each of them stands in the previous results just so, on the disk since then.
    var isUnchanged: Bool
  }

  /// Writes the manifest of all files, and brings them to the disk: when it returns, their bytes and
  /// names have survived whatever happens.
  ///
  /// `syncfs` brings them there in one step, where a step a file would wait for the disk hundreds of
  /// times: the file system writes all that is pending in one sweep, and commits once. It also takes
  /// along what other programs have pending there; that is bounded by the system, and cheaper in
  /// all but odd cases. It does not tell of failed writes before Linux 5.8: there, and where it is
  /// lacking, each file and folder is synced on its own.
  func finish(_ manifest: Manifest) throws(FolderError) -> Written {
    let (files, folders, isTaken) = state.withLock { ($0.files, $0.folders, $0.isUnchanged) }
    let text = manifest.json(files: files)
    // The manifest lists every file: where it is the same, no file is missing here.
    let isUnchanged = try root.write(text, to: Manifest.fileName) && isTaken
    let written = Written(
      files: files.count + 1, bytes: files.reduce(text.count) { $0 + $1.bytes },
      isUnchanged: isUnchanged)
    if isUnchanged { return written }
    let system = root.new.system
    if system.syncsInOneStep, let syncAll = FileSystem.syncAllCall {
      try system.call(.sync, root.new.path) { syncAll(root.new.descriptor) }
    } else {
      for file in files {
        let folder = folders[Self.folder(file.path)] ?? root
        try folder.new.sync(file: Self.name(file.path))
      }
      try root.new.sync(file: Manifest.fileName)
      for folder in folders.values { try folder.new.sync() }
      try root.new.sync()
    }
    return written
  }

  /// The folder in which the file stands, made when it is the first there.
  private func folder(above path: String, _ state: inout State) throws(FolderError) -> DraftFolder {
    let path = Self.folder(path)
    if path.isEmpty { return root }
    if let known = state.folders[path] { return known }
    let parent = try folder(above: path, &state)
    let folder = try parent.makeFolder(Self.name(path))
    state.folders[path] = folder
    return folder
  }

  private static func folder(_ path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
  }

  private static func name(_ path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.index(after: $0)...]) }
      ?? path
  }
}

/// A folder of the draft, with the one that stands in its place in the previous results.
final class DraftFolder: Sendable {
  let new: OpenFolder
  private let old: OpenFolder?
  /// What the files of this run are like: their owner and rights.
  private let model: FileModel

  init(_ new: consuming OpenFolder, old: consuming OpenFolder?, like model: FileModel) {
    self.new = new
    self.old = old
    self.model = model
  }

  func makeFolder(_ name: String) throws(FolderError) -> DraftFolder {
    try new.makeFolder(name)
    let made = try OpenFolder(name, in: new)
    return DraftFolder(made, old: earlier(name), like: model)
  }

  private func earlier(_ name: String) -> OpenFolder? {
    guard old != nil else { return nil }
    return try? OpenFolder(name, in: old!)
  }

  /// - Returns: whether the file of the previous results was taken over, which is the same.
  func write(_ bytes: [UInt8], to name: String) throws(FolderError) -> Bool {
    if old != nil, new.link(name, of: old!, holding: bytes, like: model) { return true }
    try new.write(bytes, to: name)
    return false
  }
}
