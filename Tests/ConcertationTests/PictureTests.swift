import Foundation
import TestSupport
import Testing

@Suite struct PictureTests {
  static let program = "/usr/bin/rsvg-convert"

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: program), "rsvg-convert is absent"))
  func chartsBecomePictures() throws {
    let folder = try TemporaryFolder()
    let run = try Tool.run(["run", "surveys/hazebrouck-2023", "--out", folder.path + "/r", "--png"])
    #expect(run.status == 0, "\(run.errors)")
    let charts = URL(filePath: folder.path + "/r/working/charts")
    let names = try FileManager.default.contentsOfDirectory(atPath: charts.path)
    let drawn = names.filter { $0.hasSuffix(".svg") }
    #expect(drawn.count > 5)
    for name in drawn {
      let picture = try Data(contentsOf: charts.appending(path: name.dropLast(3) + "png"))
      #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]) && picture.count > 2000)
    }
  }

  @Test func withoutTheProgramNothingIsWritten() throws {
    let folder = try TemporaryFolder()
    let run = try Tool.run(
      ["run", "surveys/hazebrouck-2023", "--out", folder.path + "/r", "--png"],
      environment: ["PATH": folder.path])
    #expect(run.status == 2)
    #expect(run.errors.contains("librsvg2-bin"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/r"))
  }
}
