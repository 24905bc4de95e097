/// A synthetic residents' survey of 45 columns, about 750 bytes a record, as an online form exports
/// it: quoted cells with commas, line breaks and doubled quotes, 3 % of the answers missing.
///
/// The same arguments give the same bytes. Answers lean with the quartier, so that tests of
/// independence have something to find.
public struct SurveyRows {
  private var random: SplitMix64
  private let missing: UInt64
  private let quartiers: Choice
  /// How quartiers lean, question by question, from -0.3 to 0.3.
  private let leans: [[Double]]
  private let columns = Columns()
  private var record = 0

  /// - Parameters:
  ///   - quartiers: how many neighbourhoods there are.
  ///   - missing: the share of answers left out.
  public init(quartiers: Int = 12, seed: UInt64 = 1, missing: Double = 0.03) {
    random = SplitMix64(seed: seed)
    self.missing = UInt64(missing * 0x1p64)
    self.quartiers = Choice(
      Places.names(quartiers),
      shares: (0..<quartiers).map { 1 / (Double($0) + 5).squareRoot() })
    var random = SplitMix64(seed: seed ^ 0xC0FFEE)
    leans = (0..<17).map { _ in (0..<quartiers).map { _ in random.unit() * 0.6 - 0.3 } }
  }

  /// The line of headings.
  public var header: [UInt8] { Array((Labels.headings.joined(separator: ",") + "\n").utf8) }

  /// Appends the next `count` records.
  public mutating func append(_ count: Int, to out: inout [UInt8]) {
    for _ in 0..<count { appendRecord(to: &out) }
  }

  private mutating func appendRecord(to out: inout [UInt8]) {
    record += 1
    number(record, &out)
    answer(columns.dates, always: true, &out)
    answer(columns.modes, &out)
    let quartier = quartiers.index(at: random.unit())
    cell(quartiers.cells[quartier], &out)
    whole(16 + random.below(76), &out)
    answer(columns.sexes, &out)
    weight(&out)
    for (index, choice) in columns.single.enumerated() {
      answer(choice, lean: leans[index][quartier], &out)
    }
    for (index, choice) in columns.multiple.enumerated() {
      answer(choice, lean: leans[12 + index][quartier], &out)
    }
    answer(columns.notes, lean: leans[15][quartier], &out)
    let place = columns.orders.choice.index(at: leaning(leans[16][quartier]))
    for item in columns.orders.orders[place] { cell(columns.priorities.cells[item], &out) }
    comment(&out)
    answer(columns.times, always: true, &out)
    out.append(0x2C)
    number(90 + random.below(2310), &out)
    for choice in columns.household { answer(choice, &out) }
    whole(1 + random.below(6), &out)
    answer(columns.postcodes, always: true, &out)
    answer(columns.informed, &out)
    cell(columns.language, always: true, &out)
    if random.below(10) < 7 {
      answer(columns.browsers, always: true, &out)
    } else {
      out.append(0x2C)
    }
    answer(columns.hashes, always: true, &out)
    cell(columns.consent, always: true, &out)
    answer(columns.yesNo, &out)
    if random.below(100) < 7 {
      answer(columns.remarks, always: true, &out)
    } else {
      out.append(0x2C)
    }
    answer(columns.dates, always: true, &out)
    cell(columns.version, always: true, &out)
    out.append(0x0A)
  }

  /// A place between 0 and 1, moved towards one end: still from 0 to 1, and in order.
  private mutating func leaning(_ lean: Double) -> Double {
    let unit = random.unit()
    return unit + lean * unit * (1 - unit)
  }

  private mutating func answer(
    _ choice: Choice, lean: Double = 0, always: Bool = false, _ out: inout [UInt8]
  ) {
    cell(choice.cells[choice.index(at: leaning(lean))], always: always, &out)
  }

  private mutating func cell(_ bytes: [UInt8], always: Bool = false, _ out: inout [UInt8]) {
    out.append(0x2C)
    if always || random.next() >= missing { out.append(contentsOf: bytes) }
  }

  private mutating func whole(_ value: Int, _ out: inout [UInt8]) {
    out.append(0x2C)
    if random.next() >= missing { number(value, &out) }
  }

  /// Between 0.3 and 3.1, more often small, with up to four decimals; never missing.
  private mutating func weight(_ out: inout [UInt8]) {
    out.append(0x2C)
    let value = 0.3 + 1.2 * random.unit() * random.unit() + 0.8 * random.unit()
    let scaled = Int(value * 10_000)
    number(scaled / 10_000, &out)
    var rest = scaled % 10_000
    if rest == 0 { return }
    out.append(0x2E)
    var unit = 1000
    while rest > 0 {
      out.append(0x30 + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    }
  }

  private mutating func comment(_ out: inout [UInt8]) {
    out.append(0x2C)
    let draw = random.below(100)
    if draw < 5 {
      out.append(contentsOf: columns.messyTexts[random.below(columns.messyTexts.count)])
    } else if draw < 45 {
      out.append(contentsOf: columns.plainTexts[random.below(columns.plainTexts.count)])
    }
  }

  private func number(_ value: Int, _ out: inout [UInt8]) {
    var unit = 1
    while value / unit >= 10 { unit *= 10 }
    while unit > 0 {
      out.append(0x30 + UInt8(value / unit % 10))
      unit /= 10
    }
  }
}
