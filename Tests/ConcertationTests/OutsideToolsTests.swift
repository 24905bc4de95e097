import Foundation
import TestSupport
import Testing

/// Result files opened by the tools that they are made for. Where a tool is absent, its test is
/// skipped and says so.
@Suite struct OutsideToolsTests {
  static let projects = ["exemple-redressement", "carcassonne-2023"]
  static let hasVega = has(module: "vl_convert")
  static let hasFrictionless = has(module: "frictionless")

  static func has(module: String) -> Bool {
    let result = try? Tool.launch("/usr/bin/env", ["python3", "-c", "import \(module)"])
    return result?.status == 0
  }

  /// Each specification compiles, and its picture has a mark for each record that has a number.
  @Test(
    .enabled(if: hasVega, "needs Python's vl-convert-python"),
    arguments: projects)
  func vegaLiteRenders(_ project: String) throws {
    let folder = try Runs.shared.folder(project) + "/working/charts"
    let script = """
      import glob, json, re, sys
      import vl_convert
      done = 0
      for path in sorted(glob.glob(sys.argv[1] + "/*.vl.json")):
          spec = json.load(open(path, encoding="utf-8"))
          svg = vl_convert.vegalite_to_svg(json.dumps(spec), vl_version="5.20")
          values = [v for v in spec["data"]["values"] if v.get("percent") is not None]
          drawn = len(re.findall(r'aria-roledescription="(?:bar|rect mark|point)"', svg))
          wanted = len(values)
          if drawn < wanted:
              print(path, "draws", drawn, "of", wanted)
              sys.exit(1)
          done += 1
      print(done)
      """
    let result = try Tool.launch("/usr/bin/env", ["python3", "-c", script, folder])
    #expect(result.status == 0, "\(result.output) \(result.errors)")
    #expect((Int(result.output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0) > 3)
  }

  /// Every record of every table is valid under its schema.
  @Test(
    .enabled(if: hasFrictionless, "needs Python's frictionless"),
    arguments: projects)
  func theDataPackageIsValid(_ project: String) throws {
    let folder = try Runs.shared.folder(project) + "/working"
    let script = """
      import sys
      from frictionless import Package, validate
      package = Package(sys.argv[1] + "/datapackage.json")
      report = package.validate()
      for task in report.tasks:
          for error in task.errors[:2]:
              print(task.name, error.message)
      print(len(package.resources))
      sys.exit(0 if report.valid else 1)
      """
    let result = try Tool.launch("/usr/bin/env", ["python3", "-c", script, folder])
    #expect(result.status == 0, "\(result.output) \(result.errors)")
    #expect((Int(result.output.split(separator: "\n").last ?? "") ?? 0) > 10)
  }

  static let hasOpenpyxl = has(module: "openpyxl")
  static let hasLibreOffice =
    (try? Tool.launch("/usr/bin/env", ["soffice", "--version"]))?.status == 0

  /// Read by another library: sheets have legal names, no text became a formula, every sheet says
  /// who may read it, charts draw filled cells, and every number is one of `cells.csv`.
  @Test(
    .enabled(if: hasOpenpyxl, "needs Python's openpyxl"), arguments: projects,
    ["working", "public"])
  func theWorkbookHoldsListedNumbers(_ project: String, _ edition: String) throws {
    let folder = try Runs.shared.folder(project)
    guard FileManager.default.fileExists(atPath: folder + "/\(edition)") else { return }
    let script = """
      import csv, sys
      import openpyxl
      from openpyxl.utils import range_boundaries
      folder = sys.argv[1]
      listed = set()
      for record in csv.DictReader(open(folder + "/cells.csv", encoding="utf-8", newline="")):
          if record["value"]:
              listed.add(round(float(record["value"]), 9))
      book = openpyxl.load_workbook(folder + "/report.xlsx")
      names = [sheet.title for sheet in book]
      assert len({name.lower() for name in names}) == len(names)
      assert all(len(name) <= 31 for name in names), names
      numbers = charts = 0
      for sheet in book:
          texts = [cell.value for row in sheet.iter_rows(max_row=2) for cell in row if cell.value]
          assert len(texts) == 2, (sheet.title, texts)
          for row in sheet.iter_rows():
              for cell in row:
                  assert cell.data_type != "f", (sheet.title, cell.coordinate)
                  if cell.data_type == "n" and cell.value is not None:
                      value = float(cell.value)
                      if "%" in cell.number_format:
                          value *= 100
                      assert round(value, 9) in listed, (sheet.title, cell.coordinate, value)
                      numbers += 1
          for chart in sheet._charts:
              charts += 1
              for series in chart.series:
                  for source in (series.val.numRef, series.cat.strRef or series.cat.numRef):
                      reference = source.f.rsplit("!", 1)[1].replace("$", "")
                      left, top, right, bottom = range_boundaries(reference)
                      cells = [
                          sheet.cell(r, c).value
                          for r in range(top, bottom + 1) for c in range(left, right + 1)]
                      assert any(cell is not None for cell in cells), (sheet.title, source.f)
      print(numbers, charts)
      """
    let result = try Tool.launch(
      "/usr/bin/env", ["python3", "-c", script, folder + "/" + edition])
    #expect(result.status == 0, "\(result.output) \(result.errors)")
    let found = result.output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    #expect(found.count == 2 && found.allSatisfy { $0 > 0 })
  }

  /// LibreOffice opens it and sets it on pages.
  @Test(.enabled(if: hasLibreOffice, "needs LibreOffice's soffice"))
  func libreOfficeOpensTheWorkbook() throws {
    let folder = try Runs.shared.folder("exemple-redressement") + "/working"
    let out = try TemporaryFolder()
    let result = try Tool.launch(
      "/usr/bin/env",
      [
        "soffice", "-env:UserInstallation=file://\(out.path)/profile", "--headless",
        "--convert-to", "pdf", "--outdir", out.path, folder + "/report.xlsx",
      ])
    #expect(result.status == 0, "\(result.errors)")
    let size = try FileManager.default.attributesOfItem(atPath: out.path + "/report.pdf")[.size]
    #expect((size as? Int ?? 0) > 20_000)
  }
}
