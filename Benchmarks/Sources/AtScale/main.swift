internal import Glibc

// at-scale [ROOT]                    times tables, disclosure, coding and raking at a nation's size
// at-scale --curves FIGURES OUT.svg  draws wall clock over records from the figures of run.sh
//
// ROOT is the folder of the project (default: the current one). Prints a Markdown table.
let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.first == "--curves", arguments.count == 3 {
  Curves.draw(from: arguments[1], to: arguments[2])
} else {
  let root = arguments.first ?? "."
  let jobs = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  print("| | s | bar s | |\n|---|--:|--:|---|")
  for measure in Measure.allCases {
    let (seconds, done) = measure.run(root: root, jobs: jobs)
    let hundredths = Int((seconds * 100).rounded())
    let rest = hundredths % 100
    let time = "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    print("| \(measure.words.what) | \(time) | \(measure.words.bar) | \(done) |")
  }
}
