internal import Glibc
internal import Ingestion
public import SurveyModel

/// Looks whether a results folder is what a run wrote: every file of the manifest is there with its
/// hash, nothing else is, and every number that tables, charts and pages print is in `cells.csv`.
public struct VerifyRun: Sendable {
  public private(set) var problems: [Problem] = []
  public private(set) var fileCount = 0
  /// Numbers that were looked up.
  public private(set) var numberCount = 0
  /// Files whose numbers were looked up; the others are held to their hash alone.
  public private(set) var comparedCount = 0
  private let folder: String

  /// - Parameter folder: a results folder.
  /// - Throws: `Stop` with exit code 3 when it holds no manifest of ours.
  public init(folder: String) throws(Stop) {
    self.folder = folder
    let path = folder + "/manifest.json"
    guard let bytes = SheetFinder.bytes(of: path), let listed = ListedFile.all(in: bytes) else {
      throw Stop(.input, .noManifest(path))
    }
    fileCount = listed.count
    checkFiles(listed)
    for edition in ["public", "working"] { checkNumbers(edition, listed.map(\.path)) }
  }

  public var isIntact: Bool { problems.isEmpty }

  // MARK: files

  private mutating func checkFiles(_ listed: [ListedFile]) {
    for file in listed {
      let path = folder + "/" + file.path
      var info = stat()
      guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
        problems.append(.missingResult(path))
        continue
      }
      guard let found = FileHash.of(path: path) else {
        problems.append(.missingResult(path))
        continue
      }
      if found.hash != file.hash { problems.append(.changedResult(path, file, found.bytes)) }
    }
    let known = Set(listed.map(\.path) + ["manifest.json"])
    for path in Self.paths(in: folder, under: "").sorted() where !known.contains(path) {
      problems.append(.strangeResult(folder + "/" + path))
    }
  }

  /// Every file below a folder; links are named, not followed.
  private static func paths(in folder: String, under prefix: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var out: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      var info = stat()
      guard lstat(folder + "/" + name, &info) == 0 else { continue }
      if info.st_mode & S_IFMT == S_IFDIR {
        out += paths(in: folder + "/" + name, under: prefix + name + "/")
      } else {
        out.append(prefix + name)
      }
    }
    return out
  }

  // MARK: numbers

  private mutating func checkNumbers(_ edition: String, _ paths: [String]) {
    guard paths.contains(edition + "/cells.csv"),
      let bytes = SheetFinder.bytes(of: "\(folder)/\(edition)/cells.csv")
    else { return }
    let cells = CellNumbers(bytes)
    if paths.contains(edition + "/report.xlsx") { checkWorkbook(edition + "/report.xlsx", cells) }
    for path in paths {
      let isResident = edition == "public" && path.hasPrefix("residents/")
      guard path.hasPrefix(edition + "/") || isResident,
        let form = NumberFinder.form(of: path, edition: edition),
        let bytes = SheetFinder.bytes(of: folder + "/" + path)
      else { continue }
      let table = NumberFinder.table(of: path, edition: edition)
      comparedCount += 1
      for found in NumberFinder(form: form).numbers(in: bytes) {
        numberCount += 1
        if !cells.holds(found.text, in: table) {
          problems.append(.strangeNumber(found.shown, folder + "/" + path, found.line))
        }
      }
    }
  }

  private mutating func checkWorkbook(_ path: String, _ cells: CellNumbers) {
    let path = folder + "/" + path
    guard let bytes = SheetFinder.bytes(of: path) else { return }
    comparedCount += 1
    do throws(ReadFailure) {
      for number in try WorkbookNumbers(bytes).all {
        numberCount += 1
        if !cells.holds(number.value) {
          problems.append(.strangeCell(number, path))
        }
      }
    } catch {
      problems.append(.unreadableBook(path))
    }
  }
}

/// A file as the manifest lists it.
struct ListedFile {
  var path: String
  var bytes: Int
  var hash: String

  /// - Returns: `nil` when it is no manifest of ours.
  static func all(in bytes: [UInt8]) -> [ListedFile]? {
    let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    guard lines.contains("  \"program\": \"concertation\","), lines.last == "}" else { return nil }
    var out: [ListedFile] = []
    for line in lines.drop(while: { !$0.hasPrefix("  \"files\": [") }).dropFirst()
    where line.hasPrefix("    {\"path\": ") {
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      guard parts.count == 11 || parts.count == 9 || parts.count > 9 else { return nil }
      let size = parts[6].filter(\.isNumber)
      guard let bytes = Int(size) else { return nil }
      out.append(ListedFile(path: String(parts[3]), bytes: bytes, hash: String(parts[9])))
    }
    return out
  }
}

extension Problem {
  static func noManifest(_ path: String) -> Problem {
    Problem(
      .error, "no-manifest",
      Bilingual(
        fr: "pas de manifest.json écrit par concertation : ce n'est pas un dossier de résultats",
        en: "no manifest.json written by concertation: this is no results folder"),
      at: SourceLocation(file: path),
      fix: Bilingual(
        fr: "nommer le dossier que `concertation run` a écrit",
        en: "name the folder that `concertation run` wrote"))
  }

  static func missingResult(_ path: String) -> Problem {
    Problem(
      .error, "missing-result",
      Bilingual(
        fr: "fichier absent, que le manifeste annonce",
        en: "the file that the manifest lists is missing"),
      at: SourceLocation(file: path), fix: again)
  }

  static func changedResult(_ path: String, _ listed: ListedFile, _ found: Int) -> Problem {
    Problem(
      .error, "changed-result",
      Bilingual(
        fr: "fichier modifié depuis son écriture (\(found) octets, \(listed.bytes) annoncés)",
        en: "the file was changed since it was written (\(found) bytes, \(listed.bytes) listed)"),
      at: SourceLocation(file: path), fix: again)
  }

  static func strangeResult(_ path: String) -> Problem {
    Problem(
      .error, "strange-result",
      Bilingual(
        fr: "fichier que le manifeste n'annonce pas", en: "a file that the manifest does not list"),
      at: SourceLocation(file: path),
      fix: Bilingual(fr: "le ranger ailleurs", en: "keep it elsewhere"))
  }

  static func strangeNumber(_ number: String, _ path: String, _ line: Int) -> Problem {
    Problem(
      .error, "strange-number",
      Bilingual(
        fr: "le nombre \(number) n'est pas dans cells.csv",
        en: "the number \(number) is not in cells.csv"),
      at: SourceLocation(file: path, line: line), fix: again)
  }

  static func strangeCell(_ number: WorkbookNumbers.Number, _ path: String) -> Problem {
    Problem(
      .error, "strange-number",
      Bilingual(
        fr:
          "feuille « \(number.sheet) », \(number.cell) : le nombre \(number.value) n'est pas dans cells.csv",
        en:
          "sheet \"\(number.sheet)\", \(number.cell): the number \(number.value) is not in cells.csv"
      ),
      at: SourceLocation(file: path), fix: again)
  }

  static func unreadableBook(_ path: String) -> Problem {
    Problem(
      .error, "changed-result",
      Bilingual(fr: "le classeur ne se lit plus", en: "the workbook can no longer be read"),
      at: SourceLocation(file: path), fix: again)
  }

  private static let again = Bilingual(
    fr: "relancer `concertation run` ; ne pas retoucher les résultats",
    en: "run `concertation run` again; do not edit results")
}
