internal import SurveyRows

// make-survey FILE ROWS [QUARTIERS [SEED]]: writes a synthetic export, unless it is there.
// make-survey --quartiers COUNT: prints the list of quartiers.
let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.count == 2, arguments[0] == "--quartiers", let count = Int(arguments[1]) {
  print(Places.list(count), terminator: "")
} else if arguments.count >= 2, let rows = Int(arguments[1]) {
  SurveyFile.make(
    arguments[0], rows: rows, quartiers: arguments.count > 2 ? Int(arguments[2]) ?? 12 : 12,
    seed: arguments.count > 3 ? UInt64(arguments[3]) ?? 1 : 1)
} else {
  fatalError("usage: make-survey FILE ROWS [QUARTIERS [SEED]] | make-survey --quartiers COUNT")
}
