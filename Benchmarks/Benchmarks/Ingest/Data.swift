internal import Glibc
internal import SurveyRows

/// Where the synthetic exports are kept from one run to the next.
struct Data: Sendable {
  static let sizes = [
    (name: "1 k records", rows: 1000), (name: "100 k records", rows: 100_000),
    (name: "1 M records", rows: 1_000_000),
  ]

  private let folder: String

  /// `BENCH_DATA`, or a folder of the system's for what may be thrown away.
  init() {
    let named = getenv("BENCH_DATA").map { String(cString: $0) }
    folder = named ?? "/tmp/concertation-bench"
    mkdir(folder, 0o755)
  }

  func survey(rows: Int) -> String { "\(folder)/survey-\(rows).csv" }

  func make(rows: Int) { SurveyFile.make(survey(rows: rows), rows: rows) }
}
