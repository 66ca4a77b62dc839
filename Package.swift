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
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
    swiftSettings: strict)
}

let program: [Target.Dependency] = [
  "Administration", "Audit", "CLinux", "DataFiles", "DelimitedText", "Delivery", "Documents",
  "History", "Indicators", "Intake", "Registers", "Reporting", "Runs", "Samples", "Workbooks",
  arguments, crypto, logging,
]

// In the order in which the data goes through them; a module knows only what
// stands above it.
let package = Package(
  name: "baocao",
  products: [.executable(name: "baocao", targets: ["baocao"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(
      name: "CMarkdown",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(
      name: "CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
    .target(name: "CLinux"),
    .target(name: "CMailDraft", dependencies: ["CGMime"]),
    // libcurl4-openssl-dev
    .target(name: "CMailTransfer", linkerSettings: [.linkedLibrary("curl")]),
    .target(name: "CScan"),
    .target(name: "CTextCounts"),
    module("DelimitedText", ["CScan", "CTextCounts", "CZlib", "CZstd"]),
    module("DataFiles", [yaml]),
    module("Administration", ["DataFiles", "DelimitedText"]),
    module("Intake", ["CLinux", "CScan", "DelimitedText", "DataFiles", "Administration"]),
    module("Registers", ["DelimitedText", "DataFiles", "Administration", "Intake"]),
    module("Indicators", ["DataFiles", "Administration", "Intake", "Registers"]),
    module("History", ["Administration", "Intake", "Indicators", sqlite]),
    module(
      "Reporting",
      ["DataFiles", "DelimitedText", "Administration", "Intake", "Registers", "Indicators"]),
    module("Workbooks", ["CXlsxWriter", "Administration", "Indicators", "Reporting"]),
    module("Runs", []),
    module("Audit", ["CArchive", "Runs", "Workbooks", crypto]),
    module(
      "Documents",
      ["CMarkdown", "DataFiles", "Administration", "Indicators", "Reporting", crypto]),
    module(
      "Delivery",
      [
        "CArchive", "CMailDraft", "CMailTransfer", "Administration", "DataFiles", "DelimitedText",
        "Runs", crypto, sqlite,
      ]),
    module("Samples", ["DelimitedText", "Administration"]),
    .executableTarget(name: "baocao", dependencies: program, swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("DelimitedTextTests", ["CScan", "DelimitedText"]),
    tests("DataFilesTests", ["DataFiles"]),
    tests("AdministrationTests", ["Administration"]),
    tests("IntakeTests", ["Intake"], exclude: ["Corpus"]),
    tests("RegistersTests", ["Registers"]),
    tests("IndicatorsTests", ["Indicators"], exclude: ["Targets"]),
    tests("HistoryTests", ["History"]),
    tests("ReportingTests", ["Reporting"]),
    tests(
      "WorkbooksTests",
      [
        "Administration", "DataFiles", "Indicators", "Intake", "Registers", "Reporting",
        "Workbooks",
      ],
      exclude: ["Golden"]),
    tests("AuditTests", ["Audit", "Runs", "Workbooks", crypto]),
    tests(
      "DocumentsTests",
      ["DataFiles", "Administration", "Intake", "Indicators", "Reporting", "Documents", crypto],
      exclude: ["Golden"]),
    tests("DeliveryTests", ["DataFiles", "Delivery", "Runs"]),
    tests("SamplesTests", ["Samples"]),
    tests("EndToEnd", ["baocao"], exclude: ["independent"]),
  ]
)

// `make fuzz`: every branch is counted and every access to memory checked, in a build of its own.
if Context.environment["BAOCAO_FUZZ"] != nil {
  let fuzzed: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing"])]
  for target in package.targets where target.type == .regular {
    target.swiftSettings = (target.swiftSettings ?? []) + fuzzed
    target.cSettings = [.unsafeFlags(["-fsanitize=fuzzer-no-link,address"])]
  }
  package.targets += [
    .target(
      name: "ReaderLaws", dependencies: ["Administration", "DataFiles", "DelimitedText", "Intake"],
      path: "Tests/Fuzz/ReaderLaws", swiftSettings: strict + fuzzed),
    .executableTarget(
      name: "FuzzReader", dependencies: ["ReaderLaws"], path: "Tests/Fuzz/FuzzReader",
      cSettings: [.unsafeFlags(["-fsanitize=fuzzer-no-link,address"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]),
  ]
  package.products.append(.executable(name: "FuzzReader", targets: ["FuzzReader"]))
}

// `Tests/EndToEnd/independent/valgrind.sh`: a small program that valgrind can follow.
if Context.environment["BAOCAO_MEMORY"] != nil {
  package.targets.append(
    .executableTarget(
      name: "WriteSpecimens", dependencies: ["Workbooks"], path: "Tests/Memory/WriteSpecimens",
      swiftSettings: strict))
  package.products.append(.executable(name: "WriteSpecimens", targets: ["WriteSpecimens"]))
}

// `Benchmarks/pages`: the program with another way in, which measures rendering alone.
if Context.environment["BAOCAO_RENDERING"] != nil {
  package.targets.removeAll { $0.name == "baocao" }
  let others = package.targets.map { target in
    target.path ?? (target.type == .test ? "Tests/" : "Sources/") + target.name
  }
  package.targets.removeAll { $0.name == "EndToEnd" }
  package.targets.append(
    .executableTarget(
      name: "RenderReports", dependencies: program, path: ".",
      exclude: others + [
        "Benchmarks", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md",
        "README.vi.md", "SampleData", "Sources/baocao/Main.swift", "Templates", "Tests/Fuzz",
        "Tests/Memory",
        "contrib",
      ],
      sources: ["Sources/baocao", "Tests/Rendering"], swiftSettings: strict))
  package.products = [.executable(name: "RenderReports", targets: ["RenderReports"])]
}
