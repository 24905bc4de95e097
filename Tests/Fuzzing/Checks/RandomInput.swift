/// Seeded inputs: tables, noise, headings as survey tools write them, and damage to all three.
public struct RandomInput {
  private var random: SplitMix64

  /// The same seed gives the same bytes, on every machine.
  public init(seed: UInt64) { random = SplitMix64(state: seed &* 0xD129_0429_65F1_A3C5 &+ 1) }

  private static let pieces: [[UInt8]] = [
    "\"", "\"", "\"\"", ",", ",", ";", "\t", "|", "\r", "\n", "\n", "\r\n", " ", "a", "é", "’", "😀",
    "une réponse", "\",\"", "\"\n\"", ",\"", "\",", "\"\r\n", "sep=;\n", "\u{200B}", "e\u{301}",
    "\u{FEFF}", "\u{1}", "\u{A0}", "12,5 %", "1-3", "#N/A", "VRAI",
  ].map { Array($0.utf8) }

  /// What recognises a survey tool: the more of it occurs, the deeper its reader goes.
  private static let headings: [String] = [
    "Horodateur", "Timestamp", "id", "submitdate", "lastpage", "startlanguage", "seed", "token",
    "q1[SQ001]", "q1[SQ002]", "q1[other]", "q1[comment]", "G1Q2[SQ1_SQ2]", "rank[1]", "rank[2]",
    "Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address",
    "Response", "Open-Ended Response", "ResponseId", "StartDate", "Finished", "Q1", "Q2_1",
    "{\"ImportId\":\"QID1\"}", "{\"ImportId\":\"QID2_1\"}", "V1", "ResponseSet", "Q1_4_TEXT", "ID",
    "Heure de début", "Heure de fin", "Adresse de messagerie", "Nom", "Serial", "SID",
    "Submitted Time", "Draft", "Remote IP", "Username", "start", "end", "_uuid", "_id", "_index",
    "_submission_time", "groupe/question", "question/option_a", "KEY", "SubmissionDate",
    "meta-instanceID", "id_proposal", "title(fr)", "body/fr", "createdAt", "published",
    "authorType", "Quartier", "Total", "Âge", "Avez-vous … [Oui]", "Avez-vous … [Non]", "",
  ]

  private static let answers: [String] = [
    "", "", "Oui", "Non", "1", "2", "5", "9", "99", "Y", "N", "N/A", "-oth-", "A1", "Oui;Non",
    "Propreté, déchets", "2023-06-27", "27/06/2023 12:30:01", "3,36E+10", "True", "Total", "-99",
    "06 12 34 56 78", "a@b.fr", "Très satisfait(e)", "4 - bien",
  ]

  /// The next input.
  public mutating func next() -> [UInt8] {
    var bytes: [UInt8] =
      switch below(8) {
      case 0, 1: noise()
      case 2, 3: table(width: 1 + below(6), headings: false)
      default: table(width: 1 + below(12), headings: true)
      }
    if below(6) == 0 { bytes += noise() }
    for _ in 0..<(below(3) == 0 ? below(4) : 0) where !bytes.isEmpty {
      bytes[below(bytes.count)] = pick([
        0, 0x81, 0x8E, 0xC3, 0xE9, 0xE2, 0xFF, 0xED, 0x22, UInt8(below(256)),
      ])
    }
    if below(12) == 0 { bytes = pick([[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]) + bytes }
    return bytes
  }

  private mutating func noise() -> [UInt8] { (0..<below(30)).flatMap { _ in pick(Self.pieces) } }

  private mutating func table(width: Int, headings: Bool) -> [UInt8] {
    let separator = pick([0x2C, 0x2C, 0x3B, 0x09, 0x7C] as [UInt8])
    let end = pick([[10], [10], [13, 10], [13]] as [[UInt8]])
    let quotesAll = below(3) == 0
    let headingRecords = headings ? 1 + below(3) : 0
    var text: [UInt8] = []
    for record in 0..<(headingRecords + below(8)) {
      let cells = below(20) == 0 ? below(width + 3) : width
      for column in 0..<max(1, cells) {
        if column > 0 { text.append(separator) }
        if below(60) == 0 {
          text += pick(Self.pieces)
          continue
        }
        let cell = Array(pick(record < headingRecords ? Self.headings : Self.answers).utf8)
        let mustQuote = cell.contains { $0 == separator || $0 == 0x22 }
        guard mustQuote || quotesAll || below(10) == 0 else {
          text += cell
          continue
        }
        text.append(0x22)
        text += cell.flatMap { $0 == 0x22 ? [$0, $0] : [$0] }
        if below(15) == 0 { text.append(10) }
        text.append(0x22)
      }
      text += end
    }
    return text
  }

  private mutating func below(_ end: Int) -> Int { Int(random.next() % UInt64(end)) }
  private mutating func pick<Element>(_ from: [Element]) -> Element { from[below(from.count)] }
}

/// The generator of Steele, Lea and Flood (2014).
private struct SplitMix64 {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}
