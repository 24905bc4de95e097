/// What a number format makes of a number: the same stored value is a date in one cell, a share in
/// another.
enum CellFormat: Sendable, Equatable {
  case plain
  /// A day, with or without a time of day.
  case date
  /// A time of day or a duration.
  case time
  case percent

  /// A format that every workbook knows by its number.
  init(builtin id: Int) {
    switch id {
    case 14...17, 22, 27...31, 36, 50...58: self = .date
    case 18...21, 32...35, 45...47: self = .time
    case 9, 10: self = .percent
    default: self = .plain
    }
  }

  /// A format that the workbook writes out: quoted text, escapes and colours do not count.
  init(code: String) {
    var letters = Set<Character>()
    var isQuoted = false
    var bracket: String?
    var skip = false
    for character in code.lowercased() {
      if skip {
        skip = false
      } else if isQuoted {
        if character == "\"" { isQuoted = false }
      } else if let inside = bracket {
        if character == "]" {
          // Elapsed hours, minutes or seconds; everything else is a colour, a condition, a currency.
          if ["h", "hh", "m", "mm", "s", "ss"].contains(inside) { letters.insert("h") }
          bracket = nil
        } else {
          bracket = inside + String(character)
        }
      } else {
        switch character {
        case "\"": isQuoted = true
        case "[": bracket = ""
        case "\\", "_", "*": skip = true
        default: letters.insert(character)
        }
      }
    }
    if letters.contains("y") || letters.contains("d") {
      self = .date
    } else if letters.contains("h") || letters.contains("s") {
      self = .time
    } else if letters.contains("m") {
      self = .date
    } else {
      self = letters.contains("%") ? .percent : .plain
    }
  }
}
