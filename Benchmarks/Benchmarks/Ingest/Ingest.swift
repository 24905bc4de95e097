internal import Benchmark
internal import CLibcsvFloor
internal import Concertation
internal import SurveyRows

// Ingest and tabulate beside the floor, in one run: 1 k, 100 k and 1 M records.
let benchmarks: @Sendable () -> Void = {
  let data = Data()
  for size in Data.sizes {
    let path = data.survey(rows: size.rows)
    let configuration = Benchmark.Configuration(
      metrics: [.wallClock, .cpuTotal, .throughput, .peakMemoryResident],
      timeUnits: .milliseconds, warmupIterations: size.rows > 100_000 ? 0 : 1,
      maxDuration: .seconds(size.rows > 100_000 ? 60 : 10),
      maxIterations: size.rows > 100_000 ? 3 : 10)

    Benchmark("floor, libcsv counting only: \(size.name)", configuration: configuration) { _ in
      blackHole(libcsv_floor(path).records)
    } setup: {
      data.make(rows: size.rows)
    }

    Benchmark("read the records only: \(size.name)", configuration: configuration) { _ in
      blackHole(try Job.read(path))
    } setup: {
      data.make(rows: size.rows)
    }

    Benchmark("ingest + tabulate: \(size.name)", configuration: configuration) { _ in
      blackHole(try Job.tabulate(path))
    } setup: {
      data.make(rows: size.rows)
    }
  }

  guard Program.isThere else { return }
  let starts = Benchmark.Configuration(
    metrics: [.wallClock], timeUnits: .microseconds, warmupIterations: 3,
    maxDuration: .seconds(5), maxIterations: 100)
  Benchmark("start-up: concertation --version", configuration: starts) { _ in
    Program.run(["--version"])
  }
  let path = data.survey(rows: 1000)
  Benchmark("start to exit: tabulate 1 k records", configuration: starts) { _ in
    Program.run(["tabulate", path, "--questionnaire", Job.questionnaire, "--by", "quartier"])
  } setup: {
    data.make(rows: 1000)
  }
}
