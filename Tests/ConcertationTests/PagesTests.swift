import Foundation
import TestSupport
import Testing

/// The pages in a real browser. Where chromium, its driver, selenium or axe-core is absent, the test
/// says so and is skipped.
@Suite struct PagesTests {
  static let script = Places.path("Tests/Pages/check_pages.py")

  /// Why it cannot run; `nil` when it can.
  static let lacking: String? = {
    let outcome = try? Tool.launch("/usr/bin/env", ["python3", script, "none.html"])
    guard let outcome, outcome.status == 77 else { return nil }
    return outcome.output
  }()

  /// In the suite one report, and the sheets of the residents; `make pages` opens all pages.
  @Test(.enabled(if: lacking == nil, "chromium, chromium-driver, selenium, axe-core-python"))
  func pagesAreAccessible() throws {
    let report = try Runs.shared.folder("hazebrouck-2023") + "/public/report.html"
    var pages = [report]
    for project in ["hazebrouck-2023", "carcassonne-2023", "exemple-redressement"] {
      let folder = try Runs.shared.folder(project) + "/residents"
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(!names.isEmpty)
      // The longest page is the one that may not fit a sheet.
      pages += names.map { folder + "/" + $0 }.sorted { size($0) > size($1) }.prefix(2)
    }
    let result = try Tool.launch("/usr/bin/env", ["python3", Self.script] + pages)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  private func size(_ path: String) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
  }
}
