import Foundation
import TestSupport
import Testing

/// Result files opened by the tools that they are made for, through the scripts of `Tests/Oracles`.
/// Where a tool is absent, its test is skipped and says so.
@Suite struct OutsideToolsTests {
  static let projects = ["exemple-redressement", "carcassonne-2023", "hazebrouck-2023"]

  /// Both editions of the projects.
  static func folders() throws -> [String] {
    try projects.flatMap { project in
      let folder = try Runs.shared.folder(project)
      return ["working", "public"].map { folder + "/" + $0 }
    }
  }

  static func has(module: String) -> Bool {
    let result = try? Tool.launch("/usr/bin/env", ["python3", "-c", "import \(module)"])
    return result?.status == 0
  }

  static func oracle(_ name: String, _ arguments: [String]) throws -> Tool.Outcome {
    try Tool.launch(
      "/usr/bin/env", ["python3", Places.path("Tests/Oracles/\(name).py")] + arguments)
  }

  static let hasVega = has(module: "vl_convert")
  static let hasFrictionless = has(module: "frictionless")
  static let hasOpenpyxl = has(module: "openpyxl")
  static let hasPython = has(module: "json")

  /// Each specification renders, with exactly as many marks as its CSV and JSON have numbers.
  @Test(.enabled(if: hasVega, "needs Python's vl-convert-python"))
  func vegaLiteDrawsTheSameMarks() throws {
    let result = try Self.oracle("vega_marks", Self.folders())
    #expect(result.status == 0, "\(result.output) \(result.errors)")
  }

  /// Every record of every table is valid under its schema, and every file is described.
  @Test(.enabled(if: hasFrictionless, "needs Python's frictionless"))
  func dataPackagesAreValid() throws {
    let result = try Self.oracle("data_package", Self.folders())
    #expect(result.status == 0, "\(result.output) \(result.errors)")
  }

  /// Sheets have legal names, no text became a formula, every sheet says who may read it, charts draw
  /// filled cells, and every number is one of `cells.csv`.
  @Test(.enabled(if: hasOpenpyxl, "needs Python's openpyxl"))
  func workbooksHoldListedNumbers() throws {
    let result = try Self.oracle("workbook", ["--check"] + Self.folders())
    #expect(result.status == 0, "\(result.output) \(result.errors)")
  }

  static let hasStatistics =
    CodedDatasetTests.hasHaven && CodedDatasetTests.hasPSPP

  /// Every source of the projects: the same values, labels and missing values in R and in PSPP, counts
  /// as in the tables, and the sets that PSPP makes of the syntax.
  @Test(.enabled(if: hasStatistics, "needs pspp and R's haven"))
  func codedDatasetsReadTheSameInRAndPSPP() throws {
    let folders = try Self.projects.map { try Runs.shared.folder($0) + "/working" }
    let result = try Self.oracle("sav", folders)
    #expect(result.status == 0, "\(result.output) \(result.errors)")
    #expect(result.output.hasPrefix("7 files, "), "\(result.output)")
  }

  /// 41,4 % and 41.4%, whatever the file.
  @Test(
    .enabled(if: hasPython, "needs python3"),
    arguments: [("fr", "carcassonne-2023"), ("fr", "exemple-redressement"), ("en", "flers-2023")])
  func numbersAndSignsAreWellSet(_ language: String, _ project: String) throws {
    let own = try TemporaryFolder()
    var folder = own.path + "/results"
    if language == "fr" {
      folder = try Runs.shared.folder(project)
    } else {
      let run = try Tool.run([
        "run", "surveys/\(project)", "--out", folder, "--edition", "both", "--lang", language,
      ])
      #expect(run.status == 0, "\(run.errors)")
    }
    let result = try Self.oracle("typography", [language, folder])
    #expect(result.status == 0, "\(result.output) \(result.errors)")
  }

  static let hasLibreOffice =
    (try? Tool.launch("/usr/bin/env", ["soffice", "--version"]))?.status == 0
  static let hasPdftotext =
    (try? Tool.launch("/usr/bin/env", ["pdftotext", "-v"]))?.status == 0

  /// LibreOffice opens the workbooks and sets them on pages, each of which says who may read it.
  @Test(
    .enabled(
      if: hasLibreOffice && hasPdftotext, "needs LibreOffice's soffice and poppler's pdftotext"))
  func libreOfficePrintsTheWorkbook() throws {
    let folder = try Runs.shared.folder("hazebrouck-2023")
    let out = try TemporaryFolder()
    for edition in ["working", "public"] {
      try FileManager.default.copyItem(
        atPath: "\(folder)/\(edition)/report.xlsx", toPath: "\(out.path)/\(edition).xlsx")
    }
    let result = try Tool.launch(
      "/usr/bin/env",
      [
        "soffice", "-env:UserInstallation=file://\(out.path)/profile", "--headless",
        "--convert-to", "pdf", "--outdir", out.path, out.path + "/working.xlsx",
        out.path + "/public.xlsx",
      ])
    #expect(result.status == 0, "\(result.errors)")
    for (edition, notice) in [("working", "ne pas diffuser"), ("public", "Édition publique")] {
      let text = try Tool.launch(
        "/usr/bin/env", ["pdftotext", "-layout", "\(out.path)/\(edition).pdf", "-"])
      let pages = text.output.split(separator: "\u{C}").filter { $0.contains(where: \.isLetter) }
      #expect(pages.count > 3)
      #expect(pages.allSatisfy { $0.contains(notice) }, "\(edition)")
      #expect(!text.output.contains("###") && !text.output.contains("Err:"), "\(edition)")
    }
  }
}
