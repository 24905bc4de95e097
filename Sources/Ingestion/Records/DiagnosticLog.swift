/// Collects diagnostics: the number of each code and its first places.
struct DiagnosticLog {
  /// One a code, a handful.
  private var entries: [ReadDiagnostic] = []

  /// Notes one more `code`; `location` is asked for only if it will be kept.
  mutating func note(
    _ code: ReadCode, count: Int = 1, at location: @autoclosure () -> ReadLocation = ReadLocation()
  ) {
    let index = index(of: code)
    entries[index].count += count
    if entries[index].locations.count < ReaderLimits.keptLocations {
      let place = location()
      if place != ReadLocation() { entries[index].locations.append(place) }
    }
  }

  private mutating func index(of code: ReadCode) -> Int {
    if let index = entries.firstIndex(where: { $0.code == code }) { return index }
    entries.append(ReadDiagnostic(code: code, count: 0, locations: []))
    return entries.count - 1
  }

  /// Everything noted, in the order of the codes' raw values.
  var diagnostics: [ReadDiagnostic] {
    entries.sorted { $0.code.rawValue < $1.code.rawValue }
  }

  /// Adds what was noted about the text that follows, whose lines and records count from 1.
  mutating func absorb(_ other: DiagnosticLog, lines: Int, records: Int) {
    for var added in other.entries {
      for index in added.locations.indices {
        if let line = added.locations[index].line { added.locations[index].line = line + lines }
        if let record = added.locations[index].record {
          added.locations[index].record = record + records
        }
      }
      let index = index(of: added.code)
      entries[index].count += added.count
      let room = ReaderLimits.keptLocations - entries[index].locations.count
      entries[index].locations += added.locations.prefix(max(0, room))
    }
  }
}
