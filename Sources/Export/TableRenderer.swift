public import SurveyModel
public import Tabulation

/// A form in which tables are written. A new form is a type of its own and one line in
/// `tableFileRenderers`.
public protocol TableRenderer: Sendable {
  /// The end of the file's name, without the first dot: `csv`, `fr.csv`, `json`, `md`.
  var fileExtension: String { get }

  /// Several tables as one text, in their order.
  func render(_ tables: [PublishableTable], in language: Language) -> String

  /// The same text as UTF-8, as files hold it.
  func bytes(of tables: [PublishableTable], in language: Language) -> [UInt8]
}

extension TableRenderer {
  public func bytes(of tables: [PublishableTable], in language: Language) -> [UInt8] {
    Array(render(tables, in: language).utf8)
  }

  public func render(_ table: PublishableTable, in language: Language) -> String {
    render([table], in: language)
  }
}

/// A renderer of files. It takes tables laid out already: what they hold is worked out once for all
/// forms in which they are written.
protocol TableFileRenderer: TableRenderer {
  func bytes(of layouts: [TableLayout]) -> [UInt8]
}

extension Edition {
  /// What every file of the edition says about who may read it.
  var notice: Bilingual {
    switch self {
    case .working:
      Bilingual(
        fr: "Édition de travail – ne pas diffuser", en: "Working edition – not for release")
    case .public: Bilingual(fr: "Édition publique", en: "Public edition")
    }
  }

  /// The notice as one word of a data file.
  var mark: Bilingual {
    switch self {
    case .working: Bilingual(fr: "travail (ne pas diffuser)", en: "working (not for release)")
    case .public: Bilingual(fr: "publique", en: "public")
    }
  }
}
