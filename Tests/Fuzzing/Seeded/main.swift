// fuzz COUNT [FIRST]: reads COUNT seeded inputs and prints how many held; the first that does not is
// printed with its seed, and the exit code is 1. A hang ends the program: its clock counts the time that
// it works, so a busy machine ends nothing.
import FuzzingChecks
import Glibc

let numbers = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
let count = numbers.first ?? 10_000
let first = numbers.dropFirst().first ?? 0
let workers = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
// No thousand inputs take a minute of work.
let batch: UInt64 = 1000

func startClock() {
  var clock = itimerval()
  clock.it_value.tv_sec = 60 * workers
  setitimer(Int32(ITIMER_PROF.rawValue), &clock, nil)
}

let faults = await withTaskGroup(of: String?.self, returning: [String].self) { group in
  var next = first
  var faults: [String] = []
  var running = 0
  while next < first + count || running > 0 {
    while running < workers, next < first + count, faults.isEmpty {
      let range = next..<min(next + batch, first + count)
      next = range.upperBound
      running += 1
      group.addTask {
        for seed in range {
          var input = RandomInput(seed: seed)
          let bytes = input.next()
          if let fault = ReadingCheck.fault(in: bytes) {
            return "seed \(seed): \(fault)\n\(bytes)"
          }
        }
        return nil
      }
    }
    if running == 0 { break }
    startClock()
    if let fault = await group.next() ?? nil { faults.append(fault) }
    running -= 1
  }
  return faults
}
for fault in faults { print(fault) }
print(faults.isEmpty ? "\(count) inputs, 0 faults" : "stopped at the first fault")
exit(faults.isEmpty ? 0 : 1)
