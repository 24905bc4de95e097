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
}
