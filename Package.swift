// swift-tools-version: 6.2
import PackageDescription

// One list for every target: a warning is an error, and unsafe code says so.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

let yaml = Target.Dependency.product(name: "Yams", package: "Yams")
let sqlite = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: strict)
}

// In the order in which the data goes through them; a module knows only what
// stands above it.
let package = Package(
  name: "baocao",
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    module("DelimitedText", []),
    module("DataFiles", [yaml]),
    module("Administration", ["DataFiles", "DelimitedText"]),
    module("Intake", ["DelimitedText", "DataFiles", "Administration"]),
    module("Indicators", ["DataFiles", "Administration", "Intake"]),
    module("History", ["Administration", "Indicators", sqlite]),
    module("Reporting", ["DataFiles", "DelimitedText", "Administration", "Intake", "Indicators"]),
    module("Workbooks", ["CXlsxWriter", "Administration", "Indicators", "Reporting"]),
    module("Samples", ["DelimitedText", "Administration"]),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("DelimitedTextTests", ["DelimitedText"]),
    tests("DataFilesTests", ["DataFiles"]),
    tests("AdministrationTests", ["Administration"]),
    tests("IntakeTests", ["Intake"]),
    tests("IndicatorsTests", ["Indicators"]),
    tests("HistoryTests", ["History"]),
    tests("ReportingTests", ["Reporting"]),
    tests("WorkbooksTests", ["Workbooks"]),
    tests("SamplesTests", ["Samples"]),
  ]
)
