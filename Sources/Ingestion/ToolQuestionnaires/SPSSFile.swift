internal import CReadStat
internal import SurveyModel

/// The functions of readstat that read; it is opened when the first file is met.
private var library: csav_reading { csav_reading_open()!.pointee }

/// A file of SPSS (`.sav`), read with readstat: variables, their labels, the labels of their values,
/// the values declared missing.
enum SPSSFile {
  struct Variable {
    var name: String
    var label: String
    var isText: Bool
    var isOrdinal: Bool
    var isDate: Bool
    var labels: String
    var missing: [ClosedRange<Double>]
    /// What the records hold: whether any value is other than 0 and 1, and whether there is any.
    var hasOthers = false
    var hasValues = false
  }

  /// What readstat hands over, value by value.
  struct Contents {
    var variables: [Variable] = []
    var labels: [String: [(code: String, value: Double?, label: String)]] = [:]
    var title = ""
  }

  static func questionnaire(
    path: String, title: String
  ) throws(ToolQuestionnaireFailure) -> ToolQuestionnaire {
    guard csav_is_available() == 1 else {
      throw .problem(.noSPSSLibrary(path, String(cString: csav_library_name())))
    }
    let (contents, status) = read(path)
    guard status == READSTAT_OK else {
      let reason = library.error_message(status).map { String(cString: $0) } ?? ""
      throw .problem(
        .damagedQuestionnaire(
          path, line: nil,
          Bilingual(
            fr: "le fichier .sav ne peut pas être lu (\(reason))",
            en: "the .sav file cannot be read (\(reason))")))
    }
    return SPSSQuestions(contents).questionnaire(
      title: contents.title.isEmpty ? title : contents.title)
  }

  private static func read(_ path: String) -> (Contents, readstat_error_t) {
    guard let parser = library.parser_init() else { return (Contents(), READSTAT_ERROR_MALLOC) }
    defer { library.parser_free(parser) }
    _ = library.set_metadata_handler(parser) { metadata, context in
      let contents = context!.assumingMemoryBound(to: Contents.self)
      if let label = library.get_file_label(metadata) {
        contents.pointee.title = String(cString: label)
      }
      return Int32(READSTAT_HANDLER_OK)
    }
    _ = library.set_variable_handler(parser) { _, variable, labels, context in
      let contents = context!.assumingMemoryBound(to: Contents.self)
      contents.pointee.variables.append(SPSSFile.variable(variable, labels))
      return Int32(READSTAT_HANDLER_OK)
    }
    _ = library.set_value_label_handler(parser) { set, value, label, context in
      guard let set, let label else { return Int32(READSTAT_HANDLER_OK) }
      let contents = context!.assumingMemoryBound(to: Contents.self)
      let isText = library.value_type(value) == READSTAT_TYPE_STRING
      let number = isText ? nil : library.double_value(value)
      let code =
        number.map(StoredNumber.plain)
        ?? library.string_value(value).map { trimmedText(String(cString: $0)) } ?? ""
      contents.pointee.labels[String(cString: set), default: []].append(
        (code, number, String(cString: label)))
      return Int32(READSTAT_HANDLER_OK)
    }
    _ = library.set_value_handler(parser) { _, variable, value, context in
      let contents = context!.assumingMemoryBound(to: Contents.self)
      let index = Int(library.variable_get_index(variable))
      guard contents.pointee.variables.indices.contains(index),
        !contents.pointee.variables[index].isText, library.value_is_system_missing(value) == 0
      else { return Int32(READSTAT_HANDLER_OK) }
      let number = library.double_value(value)
      contents.pointee.variables[index].hasValues = true
      if number != 0 && number != 1 { contents.pointee.variables[index].hasOthers = true }
      return Int32(READSTAT_HANDLER_OK)
    }
    var contents = Contents()
    let status = withUnsafeMutablePointer(to: &contents) { library.parse_sav(parser, path, $0) }
    return (contents, status)
  }

  private static func variable(
    _ variable: UnsafeMutablePointer<readstat_variable_t>?, _ labels: UnsafePointer<CChar>?
  ) -> Variable {
    func text(_ pointer: UnsafePointer<CChar>?) -> String {
      pointer.map { String(cString: $0) } ?? ""
    }
    let isText = library.variable_get_type(variable) == READSTAT_TYPE_STRING
    var missing: [ClosedRange<Double>] = []
    if !isText {
      for index in 0..<library.variable_get_missing_ranges_count(variable) {
        let low = library.double_value(library.variable_get_missing_range_lo(variable, index))
        let high = library.double_value(library.variable_get_missing_range_hi(variable, index))
        if low <= high { missing.append(low...high) }
      }
    }
    let format = text(library.variable_get_format(variable)).uppercased()
    return Variable(
      name: text(library.variable_get_name(variable)),
      label: text(library.variable_get_label(variable)), isText: isText,
      isOrdinal: library.variable_get_measure(variable) == READSTAT_MEASURE_ORDINAL,
      isDate: ["DATE", "ADATE", "EDATE", "SDATE", "DATETIME"].contains { format.hasPrefix($0) },
      labels: text(labels), missing: missing)
  }
}
