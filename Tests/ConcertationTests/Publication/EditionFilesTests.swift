import Foundation
import TestSupport
import Testing

/// Every file of a run says who may read it, and the public edition holds nothing of the other.
@Suite struct EditionFilesTests {
  static let notice = "ne pas diffuser"

  static func files(_ folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(
        atPath: folder + "/" + $0, isDirectory: &isFolder)
      return isThere && !isFolder.boolValue
    }.sorted()
  }

  /// `fr.csv`, `vl.json`, `svg`.
  static func kind(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    for kind in ["fr.csv", "vl.json", "sets.sps"] where name.hasSuffix("." + kind) { return kind }
    return String(name.split(separator: ".").last ?? "")
  }

  /// What a file says, unpacked where it is an archive.
  static func text(_ path: String) throws -> String {
    if path.hasSuffix(".xlsx") {
      let script =
        "import sys, zipfile\nfor n in (z := zipfile.ZipFile(sys.argv[1])).namelist(): print(z.read(n).decode('utf-8', 'replace'))"
      return try Tool.launch("/usr/bin/env", ["python3", "-c", script, path]).output
    }
    return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  /// The manifest describes both editions and holds no figure; the residents' pages are public.
  static func isWorking(_ file: String) -> Bool {
    !file.hasPrefix("public/") && !file.hasPrefix("residents/") && file != "manifest.json"
  }

  @Test(arguments: ["carcassonne-2023", "exemple-redressement", "hazebrouck-2023"])
  func eachFileSaysWhoMayReadIt(_ project: String) throws {
    let folder = try Runs.shared.folder(project)
    var kinds: Set<String> = []
    for file in try Self.files(folder) {
      let isMarked = try Self.text(folder + "/" + file).contains(Self.notice)
      #expect(isMarked == Self.isWorking(file), "\(file)")
      if Self.isWorking(file) { kinds.insert(Self.kind(file)) }
    }
    #expect(
      kinds.isSuperset(of: ["csv", "fr.csv", "json", "md", "xlsx", "html", "svg", "vl.json"]),
      "\(kinds)")
    if project == "carcassonne-2023" { #expect(kinds.isSuperset(of: ["sav", "sets.sps"])) }
  }

  /// The marks of a picture are drawn in it: its PNG is made of the SVG.
  @Test func picturesShowTheirNotice() throws {
    let folder = try Runs.shared.folder("hazebrouck-2023") + "/working/charts"
    var count = 0
    for file in try Self.files(folder) where file.hasSuffix(".svg") {
      let drawn = try Self.text(folder + "/" + file).matches(of: #/<text[^>]*>([^<]*)</#)
      #expect(drawn.contains { $0.1.contains(Self.notice) }, "\(file)")
      count += 1
    }
    #expect(count > 5)
  }

  private typealias Place = [String]

  private static func numbers(_ path: String) throws -> [Place: (value: String, status: String)] {
    var out: [Place: (value: String, status: String)] = [:]
    for record in SimpleCSV.records(try text(path)).dropFirst() where record.count > 7 {
      out[Array(record[0...4])] = (record[5], record[7])
    }
    return out
  }

  /// Means of numbers aside, which it rounds: a number that the public edition withholds stands empty in its `cells.csv`, and in no other of
  /// its files; one that it shows is the working edition's.
  @Test(arguments: ["carcassonne-2023", "exemple-redressement", "hazebrouck-2023"])
  func thePublicEditionHoldsNoFigureOfTheOther(_ project: String) throws {
    let folder = try Runs.shared.folder(project)
    let open = try Self.numbers(folder + "/public/cells.csv")
    let closed = try Self.numbers(folder + "/working/cells.csv")
    var (hidden, shown) = (0, 0)
    for (place, number) in open {
      if number.status.hasPrefix("hidden") {
        #expect(number.value.isEmpty, "\(place)")
        hidden += 1
      } else if let there = closed[place], !place[1].hasPrefix("mean") {
        #expect(number.value == there.value, "\(place)")
        shown += 1
      }
    }
    #expect(hidden > 0 && shown > 100)
    // Tidy files print a count where it is shown, and there alone.
    var looked = 0
    for file in try Self.files(folder + "/public") where file.hasSuffix(".csv") {
      if file.hasSuffix(".fr.csv") || file == "cells.csv" { continue }
      let records = SimpleCSV.records(try Self.text(folder + "/public/" + file))
      let head = records[0]
      guard let n = head.firstIndex(of: "n"), let table = head.firstIndex(of: "table"),
        let source = head.firstIndex(of: "source")
      else { continue }
      let row = head.firstIndex(of: "row_code") ?? head.firstIndex(of: "code")
      let group = head.firstIndex(of: "group_code") ?? head.firstIndex(of: "group")
      guard let row, let group, head.contains("row_code") else { continue }
      for record in records.dropFirst() where !record[n].isEmpty {
        let place = [record[table], record[row], record[group], record[source], "n"]
        guard let number = open[place] else { continue }
        #expect(number.status == "shown" && number.value == record[n], "\(file) \(place)")
        looked += 1
      }
    }
    #expect(looked > 50)
  }

  /// Without the working edition nothing of it is written.
  @Test func aPublicRunWritesNothingElse() throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run([
      "run", "surveys/hazebrouck-2023", "--edition", "public", "--out", folder.path + "/out",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let others = try Self.files(folder.path + "/out").filter {
      !$0.hasPrefix("public/") && !$0.hasPrefix("residents/")
    }
    #expect(others == ["disclosure.json", "disclosure.md", "manifest.json"])
  }
}
