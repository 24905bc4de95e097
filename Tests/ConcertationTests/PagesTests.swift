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

  @Test(.enabled(if: lacking == nil, "chromium, chromium-driver, selenium, axe-core-python"))
  func pagesAreAccessible() throws {
    let folder = try TemporaryFolder()
    let out = folder.path + "/results"
    let run = try Tool.run([
      "run", "surveys/flers-2023", "--out", out, "--edition", "both",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let report = try Tool.launch(
      "/usr/bin/env", ["python3", Self.script, out + "/public/report.html"])
    #expect(report.status == 0, "\(report.output)\(report.errors)")
    let pages = try FileManager.default.contentsOfDirectory(atPath: out + "/residents")
    #expect(!pages.isEmpty)
    let residents = try Tool.launch(
      "/usr/bin/env",
      ["python3", Self.script, "--one-sheet"] + pages.sorted().map { "\(out)/residents/\($0)" })
    #expect(residents.status == 0, "\(residents.output)\(residents.errors)")
  }
}
