/// Collects diagnostics: the number of each code and its first places.
struct DiagnosticLog {
  private var entries: [ReadCode: ReadDiagnostic] = [:]

  /// Notes one more `code`; `location` is asked for only if it will be kept.
  mutating func note(
    _ code: ReadCode, count: Int = 1, at location: @autoclosure () -> ReadLocation = ReadLocation()
  ) {
    var entry = entries[code] ?? ReadDiagnostic(code: code, count: 0, locations: [])
    entry.count += count
    if entry.locations.count < ReaderLimits.keptLocations {
      let place = location()
      if place != ReadLocation() { entry.locations.append(place) }
    }
    entries[code] = entry
  }

  /// Everything noted, in the order of the codes' raw values.
  var diagnostics: [ReadDiagnostic] {
    entries.values.sorted { $0.code.rawValue < $1.code.rawValue }
  }

  /// Adds what was noted about the text that follows, whose lines and records count from 1.
  mutating func absorb(_ other: DiagnosticLog, lines: Int, records: Int) {
    for var added in other.entries.values {
      for index in added.locations.indices {
        if let line = added.locations[index].line { added.locations[index].line = line + lines }
        if let record = added.locations[index].record {
          added.locations[index].record = record + records
        }
      }
      guard var entry = entries[added.code] else {
        entries[added.code] = added
        continue
      }
      entry.count += added.count
      let room = ReaderLimits.keptLocations - entry.locations.count
      entry.locations += added.locations.prefix(max(0, room))
      entries[added.code] = entry
    }
  }
}
