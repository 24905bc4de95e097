internal import CReadStat

/// An SPSS file in the making, by libreadstat, which is opened when the first one is made.
struct SPSSFile {
  enum Measure: Int32 {
    case nominal = 1
    case ordinal, scale
  }

  struct Variable {
    var name: String
    var label: String
    var measure: Measure
    /// `EDATE10`: a date; `nil`: a plain number.
    var format: String?
    var valueLabels: [(value: Double, label: String)] = []
    /// Values that are missing answers.
    var missing: ClosedRange<Double>?
    var isWeight = false
    /// One a record; NaN: no value.
    var values: [Double]
  }

  static var isAvailable: Bool { csav_is_available() == 1 }
  /// The file in which the library is looked for.
  static var libraryName: String { String(cString: csav_library_name()) }

  /// Bytes of a value's label and of a variable's that the format keeps.
  private static let valueLabelLimit = 120
  private static let labelLimit = 255

  /// - Returns: `nil` where the library is absent or could not write.
  static func bytes(_ label: String, _ variables: [Variable], records: Int) -> [UInt8]? {
    guard let file = csav_file_new(cut(label, to: 60)) else { return nil }
    for variable in variables {
      csav_variable_add(
        file, variable.name, cut(variable.label, to: labelLimit), variable.measure.rawValue,
        variable.format)
      for item in variable.valueLabels {
        csav_value_label_add(file, item.value, cut(item.label, to: valueLabelLimit))
      }
      if let missing = variable.missing {
        csav_missing_range_set(file, missing.lowerBound, missing.upperBound)
      }
      if variable.isWeight { csav_weight_set(file) }
    }
    var values: [Double] = []
    values.reserveCapacity(records * variables.count)
    for record in 0..<records {
      for variable in variables { values.append(variable.values[record]) }
    }
    var count: Int64 = 0
    guard let bytes = csav_file_close(file, values, Int64(records), &count) else { return nil }
    defer { csav_bytes_free(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }

  /// At most so many bytes of UTF-8, whole characters.
  static func cut(_ text: String, to limit: Int) -> String {
    var out = SafeText.neutralised(text)
    while out.utf8.count > limit { out.removeLast() }
    return out
  }
}
