internal import CLibcsvFloor

// The floor as a program: libcsv-floor FILE
guard CommandLine.arguments.count == 2 else { fatalError("usage: libcsv-floor FILE") }
let counts = libcsv_floor(CommandLine.arguments[1])
print("\(counts.bytes) bytes, \(counts.records) records, \(counts.cells) cells")
