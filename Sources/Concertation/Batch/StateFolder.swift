internal import Glibc
public import SurveyModel

/// What a project remembers between runs: `batches/0001.csv`, `0002.csv`, …, each written once.
///
/// A file is written beside its place, brought to the disk and renamed: a run that is killed leaves
/// the batch there or not, and the next run writes the same one.
public struct StateFolder: Sendable {
  public let path: String

  public init(path: String) { self.path = path }

  private var folder: String { path + "/batches" }

  private func file(_ number: Int) -> String {
    let digits = String(number)
    return folder + "/" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ".csv"
  }

  /// A batch by its number; `nil` where there is none.
  public func batch(_ number: Int) throws(Stop) -> Batch? {
    let name = file(number)
    guard number > 0, exists(name) else { return nil }
    guard let bytes = SheetFinder.bytes(of: name), let batch = BatchText.batch(bytes),
      batch.number == number
    else { throw Stop(.input, .brokenBatch(name)) }
    return batch
  }

  /// All batches, in their order.
  public func batches() throws(Stop) -> [Batch] {
    var out: [Batch] = []
    while let batch = try batch(out.count + 1) { out.append(batch) }
    return out
  }

  /// The number of the last batch; 0 where there is none.
  public var lastNumber: Int {
    var number = 0
    while exists(file(number + 1)) { number += 1 }
    return number
  }

  /// Writes a batch in its place; nothing happens when it is there already.
  ///
  /// - Throws: when another one has its number: a run beside this one made it.
  public func write(_ batch: Batch) throws(Stop) {
    if let there = try self.batch(batch.number) {
      guard there.fingerprint == batch.fingerprint else {
        throw Stop(.output, .batchTaken(file(batch.number)))
      }
      return
    }
    for folder in [path, folder] where mkdir(folder, 0o777) != 0 && errno != EEXIST {
      throw Stop(.output, .cannotWrite(folder, errno))
    }
    let name = file(batch.number)
    // A link, unlike a rename, never takes the place of what another run put there.
    let linked = try Self.write(Array(BatchText.text(batch).utf8), in: folder, as: name)
    if linked != 0 {
      throw Stop(.output, linked == EEXIST ? .batchTaken(name) : .cannotWrite(name, linked))
    }
    Self.sync(folder)
  }

  /// Writes a file and brings it to the disk before it has a name, so that a run that is killed leaves
  /// nothing. Where the file system cannot do that, it has the name of this run until then.
  ///
  /// - Returns: why it cannot have the name `path`; 0 where it has.
  private static func write(
    _ bytes: [UInt8], in folder: String, as path: String
  ) throws(Stop) -> Int32 {
    var own = "/proc/self/fd/"
    var file =
      access(own, X_OK) == 0 ? open(folder, nameless | O_WRONLY | O_CLOEXEC, 0o666) : -1
    let hasName = file < 0
    if hasName {
      own = "\(path).\(getpid()).new"
      file = open(own, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      guard file >= 0 else { throw Stop(.output, .cannotWrite(own, errno)) }
    } else {
      own += String(file)
    }
    defer {
      close(file)
      if hasName { unlink(own) }
    }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress! + done, $0.count - done)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Stop(.output, .cannotWrite(path, errno)) }
      done += count
    }
    guard fsync(file) == 0 else { throw Stop(.output, .cannotWrite(path, errno)) }
    return linkat(AT_FDCWD, own, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 ? 0 : errno
  }

  /// Brings the names in a folder to the disk.
  private static func sync(_ folder: String) {
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { return }
    fsync(directory)
    close(directory)
  }

  /// `O_TMPFILE`, a macro that is not imported.
  private static let nameless: Int32 = 0o20_000_000 | O_DIRECTORY
}

extension StateFolder {
  /// Writes a file of the state whole or not at all.
  func put(_ bytes: [UInt8], _ folder: String, _ name: String) throws(Stop) {
    let folder = path + "/" + folder
    for folder in [path, folder] where mkdir(folder, 0o777) != 0 && errno != EEXIST {
      throw Stop(.output, .cannotWrite(folder, errno))
    }
    let (fresh, name) = ("\(folder)/.\(name).\(getpid()).new", "\(folder)/\(name)")
    unlink(fresh)  // of a run that was killed and had this number
    let linked = try Self.write(bytes, in: folder, as: fresh)
    guard linked == 0 else { throw Stop(.output, .cannotWrite(fresh, linked)) }
    guard rename(fresh, name) == 0 else {
      let number = errno
      unlink(fresh)
      throw Stop(.output, .cannotWrite(name, number))
    }
    Self.sync(folder)
  }

  /// What was published, `releases/*.json`, as the protection against differencing keeps it.
  public func releases() -> [(file: String, hash: String, text: String)] {
    SheetFinder.files(matching: path + "/releases/*.json").compactMap { file in
      guard let bytes = SheetFinder.bytes(of: file) else { return nil }
      let name = file.split(separator: "/").last.map(String.init) ?? file
      return (name, FileHash.of(bytes), String(decoding: bytes, as: UTF8.self))
    }
  }
}
