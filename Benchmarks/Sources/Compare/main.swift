internal import Glibc

// compare RUNS FILE NAME COMMAND... [-- NAME COMMAND...]
//
// Runs the commands in turn, RUNS times, so that whatever else the machine does hits all of them
// alike, and prints medians as a Markdown table. WARM=1 runs each once before. Names that begin with
// `peer ` are other programs that do the same job: the ratio is to the fastest of them; without one, to
// the first command. MB/s are those of FILE; `-` for none. With COMPARE_CSV=PATH a tidy line a command is
// added there: file, bytes, program, runs, wall_s, wall_min_s, cpu_s, peak_mib.
let usage = "usage: compare RUNS FILE NAME COMMAND... [-- NAME COMMAND...]"
var words = Array(CommandLine.arguments.dropFirst())
guard words.count >= 4, let count = Int(words.removeFirst()), count > 0 else { fatalError(usage) }
let file = words.removeFirst()
var commands = words.split(separator: "--").map { group in
  Command(name: group.first ?? "", arguments: Array(group.dropFirst()))
}
guard commands.allSatisfy({ !$0.arguments.isEmpty }) else { fatalError(usage) }
if getenv("WARM") != nil {
  for index in commands.indices { commands[index].run(counted: false) }
}
for _ in 0..<count {
  for index in commands.indices { commands[index].run(counted: true) }
}

var status = stat()
let bytes = file != "-" && stat(file, &status) == 0 ? Double(status.st_size) : nil
let done = commands.filter { !$0.hasFailed }
let peers = done.filter { $0.name.hasPrefix("peer ") }
let reference = peers.map { $0.median { $0.seconds } }.min() ?? done.first?.median { $0.seconds }
let against = peers.isEmpty ? "time / first" : "time / fastest peer"
print("| | wall ms | least ms | CPU ms | MB/s | \(against) | peak MiB |")
print("|---|--:|--:|--:|--:|--:|--:|")
for command in commands {
  if command.hasFailed {
    print("| \(command.name) | failed | | | | | |")
    continue
  }
  let wall = command.median { $0.seconds }
  let columns = [
    command.name, fixed(wall * 1000, 1), fixed(command.least * 1000, 1),
    fixed(command.median { $0.cpuSeconds } * 1000, 1),
    bytes.map { fixed($0 / wall / 1e6, 0) } ?? "", reference.map { fixed(wall / $0, 3) } ?? "",
    fixed(command.median { Double($0.peakBytes) } / 1_048_576, 1),
  ]
  print("| " + columns.joined(separator: " | ") + " |")
}
if let path = getenv("COMPARE_CSV") { append(to: path) }

/// Adds the tidy lines.
func append(to path: UnsafePointer<CChar>) {
  guard let out = fopen(path, "a") else { fatalError("cannot write \(String(cString: path))") }
  for command in done {
    let line = [
      file, bytes.map { fixed($0, 0) } ?? "", command.name, String(command.runs.count),
      fixed(command.median { $0.seconds }, 6), fixed(command.least, 6),
      fixed(command.median { $0.cpuSeconds }, 6),
      fixed(command.median { Double($0.peakBytes) } / 1_048_576, 1),
    ]
    fputs(line.map { "\"\($0)\"" }.joined(separator: ",") + "\n", out)
  }
  fclose(out)
}

func fixed(_ value: Double, _ digits: Int) -> String {
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  let whole = Int((value * scale).rounded())
  guard digits > 0 else { return String(whole) }
  let text = String(whole % Int(scale))
  return "\(whole / Int(scale))." + String(repeating: "0", count: digits - text.count) + text
}
