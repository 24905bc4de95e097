/// The cells of every column, made once.
struct Columns {
  let dates = Choice(
    ["03", "04", "05"].flatMap { month in
      (1...28).map { day in "2024-\(month)-\(day < 10 ? "0" : "")\(day)" }
    })
  let times = Choice(
    (7...22).flatMap { hour in
      (0..<60).map { minute in
        "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
      }
    })
  let modes = Choice(["En ligne", "Téléphone", "Jeunes"], shares: [0.62, 0.28, 0.1])
  let sexes = Choice(["Femme", "Homme", "Autre"], shares: [0.52, 0.465, 0.015])
  let single = Labels.single.map { Choice($0, shares: [0.18, 0.41, 0.21, 0.12, 0.08]) }
  let multiple = [
    Pools.combinations(Labels.travel, 1...4, joiner: ", ", wrapsCommas: true),
    Pools.combinations(Labels.informed, 1...4, joiner: ";", wrapsCommas: false),
    Pools.combinations(Labels.places, 1...5, joiner: ", ", wrapsCommas: false),
  ]
  let notes = Choice(
    (0...10).map(String.init), shares: [2, 2, 3, 5, 7, 14, 16, 22, 17, 7, 5])
  let orders = Pools.orders(of: Labels.priorities.count)
  let priorities = Choice(Labels.priorities)
  let household = [
    Choice(Labels.occupations), Choice(["Maison individuelle", "Appartement", "Autre"]),
    Choice(Labels.tenures), Choice(Labels.since), Choice(["Oui", "Non"]),
  ]
  let postcodes = Choice((0..<9).map { String(44_000 + 100 * $0) })
  let informed = Choice(Labels.informed)
  let browsers = Choice(Labels.browsers)
  let hashes = Choice((0..<4096).map(Columns.hash))
  let yesNo = Choice(["Oui", "Non"])
  let language = Choice.cell("fr")
  let consent = Choice.cell("Oui")
  let version = Choice.cell("v3.2")
  let plainTexts: [[UInt8]]
  let messyTexts: [[UInt8]]
  let remarks: Choice

  init() {
    var random = SplitMix64(seed: 0x7E87)
    plainTexts = Pools.texts(4000, messy: false, &random).map(Choice.cell)
    messyTexts = Pools.texts(1000, messy: true, &random).map(Choice.cell)
    remarks = Choice(Pools.texts(500, messy: false, &random))
  }

  private static func hash(_ index: Int) -> String {
    let text = String(UInt32(truncatingIfNeeded: index &* 2_654_435_761), radix: 16)
    return String(repeating: "0", count: 8 - text.count) + text
  }
}
