/// A workbook of Excel (`.xlsx`, `.xlsm`): finds a sheet and turns it into text.
struct Workbook: ~Copyable {
  private let archive: ZipArchive
  private let parts: [String: String]
  private let sheets: [WorkbookSink.Sheet]
  private let paths: [String: String]
  private let is1904: Bool

  /// What the first bytes of a file say.
  enum Form {
    case zip
    /// A compound file: Excel 97-2003, or a workbook behind a password.
    case compound

    init?(_ bytes: [UInt8]) {
      if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
        || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
      {
        self = .zip
      } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        self = .compound
      } else {
        return nil
      }
    }
  }

  /// The text of a sheet when the source is a workbook; `nil` when it is a text file.
  static func sheet(
    of source: borrowing ByteSource, _ options: ReadOptions
  ) throws(ReadFailure) -> (text: [UInt8], report: WorkbookReport)? {
    let start = try source.bytes(at: 0, count: 64)
    switch Form(start) {
    case nil:
      if let kind = ForeignFile(start) { throw .workbook(WorkbookRefusal(.noTable, kind.rawValue)) }
      if let sheet = options.sheet { throw .workbook(WorkbookRefusal(.option, "sheet " + sheet)) }
      return nil
    case .compound:
      throw .workbook(
        WorkbookRefusal(try isProtected(source) ? .encrypted : .legacy))
    case .zip: break
    }
    if options.delimiter != nil { throw .workbook(WorkbookRefusal(.option, "delimiter")) }
    if options.encoding != nil { throw .workbook(WorkbookRefusal(.option, "encoding")) }
    let workbook = try Workbook(source)
    return try workbook.read(options.sheet)
  }

  /// A compound file with an encrypted package inside names it in its directory, in UTF-16.
  private static func isProtected(_ source: borrowing ByteSource) throws(ReadFailure) -> Bool {
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
    let bytes = try source.bytes(at: 0, count: min(source.size, 64 << 20))
    guard bytes.count >= name.count else { return false }
    for start in 0...(bytes.count - name.count) where bytes[start] == name[0] {
      if bytes[start..<start + name.count].elementsEqual(name) { return true }
    }
    return false
  }

  init(_ source: borrowing ByteSource) throws(ReadFailure) {
    guard let archive = ZipArchive(source.readable, size: source.size) else {
      throw .workbook(WorkbookRefusal(.damaged, "zip"))
    }
    let root = RelationshipSink()
    guard let entry = archive.entry("_rels/.rels") else {
      throw .workbook(Self.foreign(archive))
    }
    try Self.read(entry, of: archive, into: root)
    guard
      let main = root.all.first(where: { $0.kind == "officeDocument" }).map({
        RelationshipSink.path($0.target, from: "")
      }), main.hasPrefix("xl/"), main.hasSuffix(".xml")
    else {
      throw .workbook(Self.foreign(archive))
    }
    let folder = main.lastIndex(of: "/").map { String(main[...$0]) } ?? ""
    let name = main.dropFirst(folder.count)
    let book = WorkbookSink()
    let relations = RelationshipSink()
    guard let entry = archive.entry(main),
      let links = archive.entry(folder + "_rels/" + name + ".rels")
    else { throw .workbook(WorkbookRefusal(.damaged, main)) }
    try Self.read(entry, of: archive, into: book)
    try Self.read(links, of: archive, into: relations)
    var parts: [String: String] = [:]
    var paths: [String: String] = [:]
    for relation in relations.all {
      let path = RelationshipSink.path(relation.target, from: folder)
      if relation.kind == "worksheet" {
        paths[relation.id] = path
      } else {
        parts[relation.kind] = path
      }
    }
    self.archive = archive
    self.parts = parts
    self.paths = paths
    sheets = book.sheets.filter { paths[$0.relationship] != nil }
    is1904 = book.is1904
  }

  /// A ZIP file of another program.
  private static func foreign(_ archive: borrowing ZipArchive) -> WorkbookRefusal {
    let names = archive.entries.map(\.name)
    let kind: String =
      if names.contains("content.xml") {
        "OpenDocument"
      } else if names.contains(where: { $0.hasPrefix("word/") }) {
        "Word"
      } else if names.contains(where: { $0.hasSuffix(".bin") && $0.hasPrefix("xl/") }) {
        "xlsb"
      } else {
        "ZIP"
      }
    return WorkbookRefusal(.notWorkbook, kind)
  }

  /// - Parameter wanted: the sheet's name, or its number from 1; `nil`: the first one that is shown.
  private consuming func read(
    _ wanted: String?
  ) throws(ReadFailure) -> (text: [UInt8], report: WorkbookReport) {
    let names = sheets.map(\.name)
    let found: WorkbookSink.Sheet? =
      if let wanted {
        sheets.first { $0.name == wanted }
          ?? sheets.first { $0.name.lowercased() == wanted.lowercased() }
          ?? Int(wanted).flatMap { sheets.indices.contains($0 - 1) ? sheets[$0 - 1] : nil }
      } else {
        sheets.first { !$0.isHidden } ?? sheets.first
      }
    guard let sheet = found, let path = paths[sheet.relationship] else {
      throw .workbook(WorkbookRefusal(.noSheet, wanted ?? "", sheets: names))
    }
    let sink = SheetSink(formats: try formats(), shared: try shared(), is1904: is1904)
    try read(sheet, at: path, into: sink)
    let report = WorkbookReport(
      sheet: sheet.name, isHidden: sheet.isHidden, isChosen: wanted != nil,
      otherSheets: names.filter { $0 != sheet.name }, notes: sink.notes)
    var text = sink.text
    guard let bytes = text.finish() else {
      throw .workbook(WorkbookRefusal(.tooLarge, path, sheets: [sheet.name]))
    }
    return (bytes, report)
  }

  /// What every style of a cell makes of numbers.
  private borrowing func formats() throws(ReadFailure) -> [CellFormat] {
    let styles = StyleSink()
    if let entry = parts["styles"].flatMap({ archive.entry($0) }) {
      try Self.read(entry, of: archive, into: styles)
    }
    return styles.formats
  }

  /// The texts that cells name by their number; `nil` where the workbook has none.
  private borrowing func shared() throws(ReadFailure) -> SharedTextSink? {
    guard let entry = parts["sharedStrings"].flatMap({ archive.entry($0) }) else { return nil }
    let sink = SharedTextSink()
    try Self.read(entry, of: archive, into: sink)
    if sink.isTooLarge { throw .workbook(WorkbookRefusal(.tooLarge, entry.name)) }
    return sink
  }

  private borrowing func read(
    _ sheet: WorkbookSink.Sheet, at path: String, into sink: SheetSink
  ) throws(ReadFailure) {
    guard let entry = archive.entry(path) else {
      throw .workbook(WorkbookRefusal(.damaged, path))
    }
    try Self.read(entry, of: archive, into: sink)
    if let fault = sink.fault {
      throw .workbook(
        WorkbookRefusal(fault.code, path, sheets: [sheet.name], cell: fault.cell))
    }
  }

  /// The numbers of all sheets, in their order.
  borrowing func forEachNumber(
    _ body: @escaping (WorkbookNumbers.Number) -> Void
  ) throws(ReadFailure) {
    let (formats, shared) = (try formats(), try shared())
    for sheet in sheets {
      guard let path = paths[sheet.relationship] else { continue }
      let sink = SheetSink(formats: formats, shared: shared, is1904: is1904)
      sink.onNumber = { cell, value in
        body(WorkbookNumbers.Number(sheet: sheet.name, cell: cell, value: value))
      }
      try read(sheet, at: path, into: sink)
    }
  }

  /// Unpacks a part and reads its XML on the way.
  private static func read(
    _ entry: ZipArchive.Entry, of archive: borrowing ZipArchive, into sink: XMLSink
  ) throws(ReadFailure) {
    guard let reader = XMLReader(sink) else {
      throw .workbook(WorkbookRefusal(.damaged, entry.name))
    }
    var fault: XMLFault?
    do throws(ZipArchive.Fault) {
      try archive.unpack(entry) { piece in
        do throws(XMLFault) {
          try reader.read(piece, isLast: false)
          return !sink.isStopped
        } catch {
          fault = error
          return false
        }
      }
    } catch {
      switch error {
      case .encrypted: throw .workbook(WorkbookRefusal(.encrypted, entry.name))
      case .damaged: throw .workbook(WorkbookRefusal(.damaged, entry.name))
      case .tooLarge: throw .workbook(WorkbookRefusal(.tooLarge, entry.name))
      }
    }
    if fault == nil, !sink.isStopped {
      do throws(XMLFault) {
        try reader.read(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
      } catch {
        fault = error
      }
    }
    if fault != nil { throw .workbook(WorkbookRefusal(.damaged, entry.name)) }
  }
}
