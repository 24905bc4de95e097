internal import Export
public import Ingestion

/// The raw cells of a file as JSON: `{"rows":[[…]],"codes":[…],"error":{"code":…,"line":…}}`.
public struct RecordsReport: Sendable {
  public let json: String
  /// Why the file was refused; `nil` when it was read.
  public let stop: Stop?

  public init(path: String, options: ReadOptions) {
    var json = JSONWriter()
    var stop: Stop?
    do throws(ReadFailure) {
      let (rows, report) = try RecordReader.readAllRows(path: path, options: options)
      json.object { json in
        json.array("rows") { json in
          for row in rows {
            json.array { json in for cell in row { json.value(cell) } }
          }
        }
        json.array("codes") { json in for code in report.codes { json.value(code.rawValue) } }
        json.null("error")
      }
    } catch {
      stop = Stop(error, name: path)
      json.object { json in
        json.array("codes") { json in
          for code in error.refusal?.codes.map(\.rawValue) ?? [error.code].compactMap({ $0 }) {
            json.value(code)
          }
        }
        json.object("error") { json in
          json.field("code", error.code)
          json.field("line", error.refusal?.location.line)
        }
      }
    }
    self.json = json.text
    self.stop = stop
  }
}
