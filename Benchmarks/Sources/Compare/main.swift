internal import Glibc

// compare RUNS FILE NAME COMMAND... [-- NAME COMMAND...]
//
// Runs the commands in turn, RUNS times after one run that does not count, so that whatever else
// the machine does hits all of them alike, and prints the medians. The ratio is to the first
// command's time. MB/s are those of FILE; `-` for none.
let usage = "usage: compare RUNS FILE NAME COMMAND... [-- NAME COMMAND...]"
var words = Array(CommandLine.arguments.dropFirst())
guard words.count >= 4, let count = Int(words.removeFirst()), count > 0 else { fatalError(usage) }
let file = words.removeFirst()
var commands = words.split(separator: "--").map { group in
  Command(name: group.first ?? "", arguments: Array(group.dropFirst()))
}
guard commands.allSatisfy({ !$0.arguments.isEmpty }) else { fatalError(usage) }
for index in commands.indices { commands[index].run(counted: false) }
for _ in 0..<count {
  for index in commands.indices { commands[index].run(counted: true) }
}

var status = stat()
let bytes = file != "-" && stat(file, &status) == 0 ? Double(status.st_size) : nil
let first = commands[0].median { $0.seconds }
print("| | wall ms | CPU ms | MB/s | time / first | peak MiB |\n|---|--:|--:|--:|--:|--:|")
for command in commands {
  let wall = command.median { $0.seconds }
  let columns = [
    command.name, fixed(wall * 1000, 1), fixed(command.median { $0.cpuSeconds } * 1000, 1),
    bytes.map { fixed($0 / wall / 1e6, 0) } ?? "", fixed(wall / first, 2),
    fixed(command.median { Double($0.peakBytes) } / 1_048_576, 1),
  ]
  print("| " + columns.joined(separator: " | ") + " |")
}

func fixed(_ value: Double, _ digits: Int) -> String {
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  let whole = Int((value * scale).rounded())
  guard digits > 0 else { return String(whole) }
  let text = String(whole % Int(scale))
  return "\(whole / Int(scale))." + String(repeating: "0", count: digits - text.count) + text
}
