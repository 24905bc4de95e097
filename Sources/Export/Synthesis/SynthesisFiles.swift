public import SurveyModel
import Tabulation

extension Synthesis {
  /// `synthesis.md` and `synthesis.html`, a fragment to put into a page: every number of the fragment
  /// names its record of `cells.csv`.
  ///
  /// - Parameter edition: what the tables were made for.
  public func files(edition: Edition) -> [ResultFile] {
    [
      ResultFile(
        path: edition.rawValue + "/synthesis.md",
        text: MarkdownText.set(markdown(edition), in: language)),
      ResultFile(path: edition.rawValue + "/synthesis.html", text: html(edition)),
    ]
  }

  private var title: String { language == .french ? "Ce qu'on retient" : "Key findings" }

  private func markdown(_ edition: Edition) -> String {
    var out = "# " + MarkdownText.escaped(title) + "\n\n"
    out += "**" + MarkdownText.escaped(edition.notice[language]) + "**\n\n"
    for section in sections {
      out += "## " + MarkdownText.escaped(section.title) + "\n\n"
      for sentence in section.sentences {
        let text = sentence.pieces.map { piece in
          switch piece {
          case .words(let words): MarkdownText.escaped(words)
          case .number(let text, _): MarkdownText.escaped(text)
          }
        }.joined()
        let links = sentence.tables.map { "[\(Self.file($0))](\(Self.file($0)).md)" }
        out += "- " + text + " → " + links.joined(separator: ", ") + "\n"
      }
      out += "\n"
    }
    return out
  }

  private func html(_ edition: Edition) -> String {
    var out = "<section lang=\"\(language.rawValue)\" class=\"synthesis\">\n"
    out += "<h1>\(Self.escaped(Typography.set(title, language)))</h1>\n"
    out += "<p class=\"edition\">\(Self.escaped(edition.notice[language]))</p>\n"
    for section in sections {
      out += "<h2>\(Self.escaped(Typography.set(section.title, language)))</h2>\n<ul>\n"
      for sentence in section.sentences {
        let text = sentence.pieces.map { piece in
          switch piece {
          case .words(let words): Self.escaped(Typography.set(words, language))
          case .number(let text, let place):
            "<span data-table=\"\(Self.escaped(place.table))\" data-row=\"\(Self.escaped(place.row))\""
              + " data-column=\"\(Self.escaped(place.column))\""
              + " data-source=\"\(Self.escaped(place.source))\""
              + " data-measure=\"\(Self.escaped(place.measure))\">\(Self.escaped(text))</span>"
          }
        }.joined()
        out += "<li>\(text)</li>\n"
      }
      out += "</ul>\n"
    }
    return out + "</section>\n"
  }

  /// Where a table stands in the edition, without an ending.
  private static func file(_ table: String) -> String {
    let parts = table.split(separator: "/", maxSplits: 1).map { FileName.safe(String($0)) }
    return parts.count == 2 ? "tables/" + parts.joined(separator: "/") : parts.joined()
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in SafeText.neutralised(text).unicodeScalars {
      switch scalar {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
