// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "concertation",
  products: [
    .library(name: "Concertation", targets: ["Concertation"]),
    .library(name: "SurveyStatistics", targets: ["Statistics"]),
    .executable(name: "concertation", targets: ["ConcertationCLI"]),
    .executable(name: "concertation-history", targets: ["HistoryTool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // What everything speaks of. Imports nothing.
    .target(name: "SurveyModel", swiftSettings: strict),

    // Raw exports in, datasets out.
    .systemLibrary(name: "CCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CMinizip", providers: [.apt(["libminizip-dev", "zlib1g-dev"])]),
    .target(name: "CScan"),
    .target(
      name: "Ingestion",
      dependencies: ["SurveyModel", "CCSV", "CExpat", "CMinizip", "CReadStat", "CScan"],
      swiftSettings: strict),

    // Numbers and codes in, estimates out.
    .target(name: "CBoostMath"),
    .target(name: "Statistics", dependencies: ["CBoostMath"], swiftSettings: strict),

    // Datasets in, tables out.
    .target(
      name: "Tabulation", dependencies: ["SurveyModel", "Statistics"], swiftSettings: strict),

    // Open answers and a codebook in, themes out.
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .target(
      name: "ThemeCoding", dependencies: ["SurveyModel", "Statistics", "CStemmer"],
      swiftSettings: strict),

    // Tables in, files and screens out.
    .target(
      name: "Export", dependencies: ["SurveyModel", "Tabulation", "CXlsxWriter", "CReadStat"],
      swiftSettings: strict),
    // Both open their library when it is first needed: nothing is loaded at start-up.
    .target(name: "CXlsxWriter", linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "CReadStat", linkerSettings: [.linkedLibrary("dl")]),

    // YAML definitions in, questionnaires and projects out.
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    .target(
      name: "Definitions", dependencies: ["SurveyModel", "CYAML"], swiftSettings: strict),

    // What batches gave, over the years: a program of its own, since the library that it stands on
    // brings Foundation, which would triple the start of every other verb.
    .target(
      name: "History",
      dependencies: ["SurveyModel", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .executableTarget(
      name: "HistoryTool", dependencies: ["Concertation", "History", "SurveyModel"],
      swiftSettings: strict),

    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
    // The one path, from a project file to a folder of results.
    .target(
      name: "Concertation",
      dependencies: [
        "SurveyModel", "Definitions", "Ingestion", "Statistics", "ThemeCoding", "Tabulation",
        "Export", "CNettle",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "ConcertationCLI",
      dependencies: [
        "Concertation", "Export", "Ingestion", "SurveyModel", "Tabulation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // The program that writes the synthetic exports under fixtures/.
    .executableTarget(name: "FixtureMaker", path: "fixtures/maker", swiftSettings: strict),

    // Inputs at random, and what must hold for them: `make fuzz`, and in short among the tests.
    .target(
      name: "FuzzingChecks", dependencies: ["Ingestion"], path: "Tests/Fuzzing/Checks",
      swiftSettings: strict),
    .executableTarget(
      name: "fuzz", dependencies: ["FuzzingChecks"], path: "Tests/Fuzzing/Seeded",
      swiftSettings: strict),
    // Tables, disclosure, coding and weighting at the size of a nation; the scaling curves. Here, not
    // among the other benchmarks, since it is built with the program.
    .executableTarget(
      name: "at-scale",
      dependencies: [
        "SurveyModel", "Definitions", "Ingestion", "Statistics", "Tabulation", "ThemeCoding",
        "Export",
      ],
      path: "Benchmarks/Sources/AtScale", swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "IngestionTests",
      dependencies: ["Ingestion", "CScan", "SurveyModel", "FuzzingChecks", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ThemeCodingTests",
      dependencies: ["ThemeCoding", "Definitions", "SurveyModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TabulationTests", dependencies: ["Tabulation", "SurveyModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ExportTests", dependencies: ["Export", "Tabulation", "SurveyModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "DefinitionsTests", dependencies: ["Definitions", "SurveyModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ConcertationTests",
      dependencies: ["Concertation", "ConcertationCLI", "TestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
