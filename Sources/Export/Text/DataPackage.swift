import SurveyModel
import Tabulation

/// `datapackage.json`: a Frictionless Data Package of an edition's CSV files for programs, each
/// column with its type and what it means.
struct DataPackage {
  let edition: Edition
  let language: Language
  /// Titles by the path of the file.
  let titles: [String: String]

  /// - Parameter files: of the edition, under its folder; those that are no such CSV are passed over.
  func file(describing files: [ResultFile]) -> ResultFile {
    let root = edition.rawValue + "/"
    var names = UniqueNames()
    // The same columns come in many files.
    var schemas: [ArraySlice<UInt8>: JSONMembers] = [:]
    var json = JSONWriter(expandedDepth: 5)
    json.object { json in
      json.field("profile", "data-package")
      json.field("name", "concertation-\(edition.rawValue)")
      json.field("title", edition.notice[language])
      json.array("resources") { json in
        for file in files where file.path.hasPrefix(root) && file.isTidy {
          let path = String(file.path.dropFirst(root.count))
          let stem = path.dropLast(".csv".count).split(separator: "/").joined(separator: "-")
          let line = file.bytes.prefix { $0 != UInt8(ascii: "\n") }
          let schema = schemas[line] ?? json.members { writeSchema(Self.headings(line), to: &$0) }
          schemas[line] = schema
          json.object { json in
            json.field("name", names.unique(FileName.safe(stem)))
            json.field("path", path)
            json.field("profile", "tabular-data-resource")
            if let title = titles[file.path] { json.field("title", title) }
            json.field("format", "csv")
            json.field("mediatype", "text/csv")
            json.field("encoding", "utf-8")
            json.append(schema)
          }
        }
      }
    }
    return ResultFile(path: root + "datapackage.json", bytes: json.bytes)
  }

  /// The cells of a first line; headings hold neither commas nor quotes.
  private static func headings(_ line: ArraySlice<UInt8>) -> [String] {
    line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private func writeSchema(_ headings: [String], to json: inout JSONWriter) {
    json.object("schema") { json in
      json.array("fields") { json in
        for heading in headings {
          let field = PackageField(heading)
          json.object { json in
            json.field("name", heading)
            json.field("type", field.type)
            if let meaning = field.meaning { json.field("title", meaning[language]) }
          }
        }
      }
      json.array("missingValues") { json in json.value("") }
    }
  }
}

extension ResultFile {
  /// A CSV in the form for programs.
  fileprivate var isTidy: Bool { path.hasSuffix(".csv") && !path.hasSuffix(".fr.csv") }
}

/// What a column of the tidy files holds, by its heading.
struct PackageField {
  /// A type of the Table Schema.
  let type: String
  let meaning: Bilingual?

  init(_ heading: String) {
    switch heading {
    case "n", "base", "rank", "rank_best", "rank_worst", "order": type = "integer"
    case "n_weighted", "percent", "percent_weighted", "base_weighted", "value", "low", "high",
      "residual", "pem", "base_effective", "design_effect":
      type = "number"
    case "tied", "weighted": type = "boolean"
    default: type = "string"
    }
    if let column = TidyColumn.allCases.first(where: { $0.word == heading }) {
      let english = heading.split(separator: "_").joined(separator: " ")
      meaning = Bilingual(fr: column.french, en: english)
    } else {
      meaning = Self.others[heading]
    }
  }

  private static let others: [String: Bilingual] = [
    "chart": Bilingual(fr: "graphique", en: "chart"),
    "title": Bilingual(fr: "titre", en: "title"),
    "order": Bilingual(fr: "ordre de tracé", en: "drawing order"),
    "code": Bilingual(fr: "code", en: "code"),
    "label": Bilingual(fr: "libellé", en: "label"),
    "group": Bilingual(fr: "groupe", en: "group"),
    "series": Bilingual(fr: "série", en: "series"),
    "weighted": Bilingual(fr: "pourcentage pondéré ?", en: "is the percentage weighted?"),
    "row": Bilingual(fr: "ligne", en: "row"),
    "column": Bilingual(fr: "colonne", en: "column"),
    "measure": Bilingual(fr: "mesure", en: "measure"),
    "status": Bilingual(fr: "statut", en: "status"),
    "printed": Bilingual(fr: "nombre imprimé", en: "number as printed"),
  ]
}
