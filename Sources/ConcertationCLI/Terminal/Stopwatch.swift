internal import Glibc
internal import SurveyModel

/// What each step of a run took, from one look at the clock to the next.
struct Stopwatch {
  private var last = Self.now
  private(set) var steps: [(name: Bilingual, seconds: Double)] = []

  /// Ends the step that was going on.
  mutating func end(fr: String, en: String) {
    let time = Self.now
    steps.append((Bilingual(fr: fr, en: en), time - last))
    last = time
  }

  /// A line a step: `lecture 0,123 s`.
  var report: String {
    steps.map { step in
      let thousandths = Int((step.seconds * 1000).rounded())
      let digits = String(1000 + thousandths % 1000).dropFirst()
      return said(
        fr: "\(step.name.fr) \(thousandths / 1000),\(digits)\u{A0}s\n",
        en: "\(step.name.en) \(thousandths / 1000).\(digits) s\n")
    }.joined()
  }

  /// Seconds since some moment; the clock never goes back.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
