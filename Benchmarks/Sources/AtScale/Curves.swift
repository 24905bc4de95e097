internal import Export
internal import Glibc
internal import Ingestion
internal import SurveyModel

/// The scaling curves, drawn by the renderer of the charts.
enum Curves {
  /// - Parameter figures: the tidy figures of `run.sh`; files of the form `survey-<records>.csv`.
  static func draw(from figures: String, to path: String) {
    guard let rows = try? RecordReader.readAllRows(path: figures).rows, let headings = rows.first,
      let file = headings.firstIndex(of: "file"), let program = headings.firstIndex(of: "program"),
      let wall = headings.firstIndex(of: "wall_s")
    else { fatalError("no figures in \(figures)") }
    var series: [CurveChart.Series] = []
    for row in rows.dropFirst() {
      guard let records = records(of: row[file]), let seconds = Double(row[wall]), seconds > 0
      else { continue }
      let name = row[program].hasPrefix("peer ") ? String(row[program].dropFirst(5)) : row[program]
      let place = series.firstIndex { $0.name == name } ?? series.count
      if place == series.count {
        series.append(
          CurveChart.Series(name: name, points: [], isOurs: name.hasPrefix("concertation")))
      }
      series[place].points.append((x: Double(records), y: seconds))
    }
    for index in series.indices { series[index].points.sort { $0.x < $1.x } }
    guard series.contains(where: { $0.points.count > 1 }) else {
      fatalError("fewer than two sizes in \(figures)")
    }
    // Ours are drawn last, over the others.
    let chart = CurveChart(
      CurveChart.Words(
        title: "20 questions by quartier, start to exit", x: "records", y: "seconds (median)",
        foot: ["Both axes are logarithmic. Source: \(lastPart(of: figures))"]),
      series.filter { !$0.isOurs } + series.filter(\.isOurs), in: .english)
    let bytes = chart.svg()
    guard let out = fopen(path, "w"), fwrite(bytes, 1, bytes.count, out) == bytes.count,
      fclose(out) == 0
    else { fatalError("cannot write \(path)") }
  }

  /// `…/survey-1000.csv` → 1000; the sizes with more quartiers are of another curve.
  private static func records(of path: String) -> Int? {
    let name = lastPart(of: path)
    guard name.hasPrefix("survey-"), name.hasSuffix(".csv") else { return nil }
    return Int(name.dropFirst("survey-".count).dropLast(".csv".count))
  }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
