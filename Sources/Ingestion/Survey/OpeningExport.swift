internal import Dispatch
internal import Synchronization

/// An export that another thread opens, up to its first records, while something else is read.
public final class OpeningExport: Sendable {
  private let isBegun = Atomic(false)
  private let isTaken = Atomic(false)
  private let opened = DispatchSemaphore(value: 0)
  private let place: Place
  public let path: String
  private let name: String
  public let options: ReadOptions

  /// Written by whoever opens, before `opened` is signalled; read after it was waited for.
  private final class Place: @unchecked Sendable {
    var reader: ExportReader?
    var failure: ReadFailure?
  }

  /// Opens nothing yet.
  ///
  /// - Parameters:
  ///   - path: where the export is.
  ///   - name: what messages call it.
  public init(path: String, name: String, options: ReadOptions) {
    (self.path, self.name, self.options) = (path, name, options)
    place = Place()
  }

  /// Has another thread open it.
  public func begin() { DispatchQueue.global().async { self.open() } }

  /// Opens it, unless a thread has begun to.
  public func open() {
    guard !isBegun.exchange(true, ordering: .relaxed) else { return }
    var beside: BackgroundReading?
    do throws(ReadFailure) {
      let reader = try ExportReader(path: path, name: name, options: options)
      beside = reader.beside
      place.reader = consume reader
    } catch {
      place.failure = error
    }
    opened.signal()
    // Not before: libcsv may get the same processor.
    beside?.begin()
  }

  /// The open export; `nil` where it was taken before.
  ///
  /// - Throws: when the file cannot be read or breaks a rule of its format.
  func take() throws(ReadFailure) -> ExportReader? {
    guard !isTaken.exchange(true, ordering: .relaxed) else { return nil }
    // Where no thread has come to it, there is nothing to wait for.
    open()
    opened.wait()
    if let failure = place.failure { throw failure }
    return place.reader.take()
  }
}
