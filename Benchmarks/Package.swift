// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// A package of its own, so that nobody who only uses the library fetches what measures it. The
// benchmarks see the public interface only, like any user.
let package = Package(
  name: "concertation-benchmarks",
  dependencies: [
    .package(name: "concertation", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    // Synthetic answers: the same seed, the same bytes.
    .target(name: "SurveyRows", swiftSettings: strict),
    .executableTarget(
      name: "make-survey", dependencies: ["SurveyRows"], path: "Sources/MakeSurvey",
      swiftSettings: strict),
    // libcsv with callbacks that count, and nothing else: what no reader on libcsv can beat.
    .target(name: "CLibcsvFloor", linkerSettings: [.linkedLibrary("csv")]),
    .executableTarget(
      name: "libcsv-floor", dependencies: ["CLibcsvFloor"], path: "Sources/LibcsvFloor",
      swiftSettings: strict),
    // Runs whole programs in turn: wall clock, CPU, peak memory, ratios.
    .executableTarget(name: "compare", path: "Sources/Compare", swiftSettings: strict),
    .executableTarget(
      name: "Ingest",
      dependencies: [
        "SurveyRows", "CLibcsvFloor",
        .product(name: "Concertation", package: "concertation"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Ingest",
      swiftSettings: strict,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  swiftLanguageModes: [.v6]
)
