internal import Glibc
internal import SurveyModel

/// The system calls of a results folder, each turned into a typed error with its path.
///
/// Everything works relative to an open folder and follows no symbolic link there, so that
/// nothing that happens to the path meanwhile leads elsewhere.
struct FileSystem: Sendable {
  /// Lets a test fail a step: returns the error number to fail with.
  var fault: (@Sendable (FileSystemStep) -> Int32?)?

  /// `false` brings every file to the disk on its own.
  var syncsInOneStep = FileSystem.tellsOfFailedSyncs

  init(fault: (@Sendable (FileSystemStep) -> Int32?)? = nil) { self.fault = fault }

  /// Runs a call that returns a negative number on failure, again when a signal interrupts it.
  @discardableResult
  func call<Result: SignedInteger>(
    _ step: FileSystemStep, _ path: @autoclosure () -> String, _ body: () -> Result
  ) throws(FolderError) -> Result {
    if let number = fault?(step) { throw FolderError(.system(step, number), path: path()) }
    while true {
      let result = body()
      if result >= 0 { return result }
      let number = errno
      if number != EINTR { throw FolderError(.system(step, number), path: path()) }
    }
  }

  /// Lets two names change places in one step; brings a whole file system to the disk.
  ///
  /// Both calls are younger than the module map of the C library, so they are looked up by name;
  /// where the library has none, the caller falls back.
  static let exchangeCall: ExchangeCall? = systemFunction("renameat2")
  static let syncAllCall: SyncAllCall? = systemFunction("syncfs")
  typealias ExchangeCall =
    @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
  typealias SyncAllCall = @convention(c) (Int32) -> Int32

  /// Whether `syncfs` tells of writes that failed: since Linux 5.8.
  static let tellsOfFailedSyncs: Bool = {
    var names = utsname()
    guard uname(&names) == 0 else { return false }
    let release = withUnsafeBytes(of: names.release) { String(decoding: $0, as: UTF8.self) }
    let numbers = release.split { !$0.isWholeNumber }.prefix(2).compactMap { Int($0) }
    return numbers.count == 2 && (numbers[0], numbers[1]) >= (5, 8)
  }()
}

/// What stands under a name, the name itself being no link that is followed.
enum FileKind: Sendable, Hashable {
  case absent, folder, file, symbolicLink, other
}
