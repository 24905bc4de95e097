/// Tables of normalisation form C, from UnicodeData 14. Later versions added composites of scripts
/// unused in France only.
enum NormalizationData {
  /// Scalars that form C replaces whatever stands around them (NFC_Quick_Check=No).
  static let replaced: [ClosedRange<UInt32>] = [
    0x340...0x341, 0x343...0x344, 0x374...0x374, 0x37E...0x37E, 0x387...0x387, 0x958...0x95F,
    0x9DC...0x9DD, 0x9DF...0x9DF, 0xA33...0xA33, 0xA36...0xA36, 0xA59...0xA5B, 0xA5E...0xA5E,
    0xB5C...0xB5D, 0xF43...0xF43, 0xF4D...0xF4D, 0xF52...0xF52, 0xF57...0xF57, 0xF5C...0xF5C,
    0xF69...0xF69, 0xF73...0xF73, 0xF75...0xF76, 0xF78...0xF78, 0xF81...0xF81, 0xF93...0xF93,
    0xF9D...0xF9D, 0xFA2...0xFA2, 0xFA7...0xFA7, 0xFAC...0xFAC, 0xFB9...0xFB9, 0x1F71...0x1F71,
    0x1F73...0x1F73, 0x1F75...0x1F75, 0x1F77...0x1F77, 0x1F79...0x1F79, 0x1F7B...0x1F7B,
    0x1F7D...0x1F7D, 0x1FBB...0x1FBB, 0x1FBE...0x1FBE, 0x1FC9...0x1FC9, 0x1FCB...0x1FCB,
    0x1FD3...0x1FD3, 0x1FDB...0x1FDB, 0x1FE3...0x1FE3, 0x1FEB...0x1FEB, 0x1FEE...0x1FEF,
    0x1FF9...0x1FF9, 0x1FFB...0x1FFB, 0x1FFD...0x1FFD, 0x2000...0x2001, 0x2126...0x2126,
    0x212A...0x212B, 0x2329...0x232A, 0x2ADC...0x2ADC, 0xF900...0xFA0D, 0xFA10...0xFA10,
    0xFA12...0xFA12, 0xFA15...0xFA1E, 0xFA20...0xFA20, 0xFA22...0xFA22, 0xFA25...0xFA26,
    0xFA2A...0xFA6D, 0xFA70...0xFAD9, 0xFB1D...0xFB1D, 0xFB1F...0xFB1F, 0xFB2A...0xFB36,
    0xFB38...0xFB3C, 0xFB3E...0xFB3E, 0xFB40...0xFB41, 0xFB43...0xFB44, 0xFB46...0xFB4E,
    0x1D15E...0x1D164, 0x1D1BB...0x1D1C0, 0x2F800...0x2FA1D,
  ]

  /// Marks, each with the scalars it composes with. Hangul, which follows a formula, is left out.
  static let compositions: [(mark: UInt32, bases: String)] = [
    (
      0x0300,
      "AEINOUWYaeinouwy¨ÂÊÔÜâêôüĂăĒēŌōƠơƯưΑΕΗΙΟΥΩαεηιουωϊϋЕИеиἀἁἈἉἐἑἘἙἠἡἨἩἰἱἸἹὀὁὈὉὐὑὙὠὡ"
        + "ὨὩ\u{1FBF}\u{1FFE}"
    ),
    (
      0x0301,
      "ACEGIKLMNOPRSUWYZacegiklmnoprsuwyz¨ÂÅÆÇÊÏÔÕØÜâåæçêïôõøüĂăĒēŌōŨũƠơƯưΑΕΗΙΟΥΩαεηιου"
        + "ωϊϋϒГКгкἀἁἈἉἐἑἘἙἠἡἨἩἰἱἸἹὀὁὈὉὐὑὙὠὡὨὩ\u{1FBF}\u{1FFE}"
    ),
    (0x0302, "ACEGHIJOSUWYZaceghijosuwyzẠạẸẹỌọ"),
    (0x0303, "AEINOUVYaeinouvyÂÊÔâêôĂăƠơƯư"),
    (0x0304, "AEGIOUYaegiouyÄÆÕÖÜäæõöüǪǫȦȧȮȯΑΙΥαιυИУиуḶḷṚṛ"),
    (0x0306, "AEGIOUaegiouȨȩΑΙΥαιυАЕЖИУаежиуẠạ"),
    (0x0307, "ABCDEFGHIMNOPRSTWXYZabcdefghmnoprstwxyzŚśŠšſṢṣ"),
    (0x0308, "AEHIOUWXYaehiotuwxyÕõŪūΙΥιυϒІАЕЖЗИОУЧЫЭаежзиоучыэіӘәӨө"),
    (0x0309, "AEIOUYaeiouyÂÊÔâêôĂăƠơƯư"),
    (0x030A, "AUauwy"),
    (0x030B, "OUouУу"),
    (0x030C, "ACDEGHIKLNORSTUZacdeghijklnorstuzÜüƷʒ"),
    (0x030F, "AEIORUaeioruѴѵ"),
    (0x0311, "AEIORUaeioru"),
    (0x0313, "ΑΕΗΙΟΩαεηιορυω"),
    (0x0314, "ΑΕΗΙΟΡΥΩαεηιορυω"),
    (0x031B, "OUou"),
    (0x0323, "ABDEHIKLMNORSTUVWYZabdehiklmnorstuvwyzƠơƯư"),
    (0x0324, "Uu"),
    (0x0325, "Aa"),
    (0x0326, "STst"),
    (0x0327, "CDEGHKLNRSTcdeghklnrst"),
    (0x0328, "AEIOUaeiou"),
    (0x032D, "DELNTUdelntu"),
    (0x032E, "Hh"),
    (0x0330, "EIUeiu"),
    (0x0331, "BDKLNRTZbdhklnrtz"),
    (
      0x0338,
      "<=>\u{2190}\u{2192}\u{2194}\u{21D0}\u{21D2}\u{21D4}\u{2203}\u{2208}\u{220B}"
        + "\u{2223}\u{2225}\u{223C}\u{2243}\u{2245}\u{2248}\u{224D}\u{2261}\u{2264}\u{2265}"
        + "\u{2272}\u{2273}\u{2276}\u{2277}\u{227A}\u{227B}\u{227C}\u{227D}\u{2282}\u{2283}"
        + "\u{2286}\u{2287}\u{2291}\u{2292}\u{22A2}\u{22A8}\u{22A9}\u{22AB}\u{22B2}\u{22B3}"
        + "\u{22B4}\u{22B5}"
    ),
    (0x0342, "¨αηιυωϊϋἀἁἈἉἠἡἨἩἰἱἸἹὐὑὙὠὡὨὩ\u{1FBF}\u{1FFE}"),
    (0x0345, "ΑΗΩάήαηωώἀἁἂἃἄἅἆἇἈἉἊἋἌἍἎἏἠἡἢἣἤἥἦἧἨἩἪἫἬἭἮἯὠὡὢὣὤὥὦὧὨὩὪὫὬὭὮὯὰὴὼᾶῆῶ"),
    (0x0653, "\u{627}"),
    (0x0654, "\u{627}\u{648}\u{64A}\u{6C1}\u{6D2}\u{6D5}"),
    (0x0655, "\u{627}"),
    (0x093C, "\u{928}\u{930}\u{933}"),
    (0x09BE, "\u{9C7}"),
    (0x09D7, "\u{9C7}"),
    (0x0B3E, "\u{B47}"),
    (0x0B56, "\u{B47}"),
    (0x0B57, "\u{B47}"),
    (0x0BBE, "\u{BC6}\u{BC7}"),
    (0x0BD7, "\u{B92}\u{BC6}"),
    (0x0C56, "\u{C46}"),
    (0x0CC2, "\u{CC6}"),
    (0x0CD5, "\u{CBF}\u{CC6}\u{CCA}"),
    (0x0CD6, "\u{CC6}"),
    (0x0D3E, "\u{D46}\u{D47}"),
    (0x0D57, "\u{D46}"),
    (0x0DCA, "\u{DD9}\u{DDC}"),
    (0x0DCF, "\u{DD9}"),
    (0x0DDF, "\u{DD9}"),
    (0x102E, "\u{1025}"),
    (
      0x1B35,
      "\u{1B05}\u{1B07}\u{1B09}\u{1B0B}\u{1B0D}\u{1B11}\u{1B3A}\u{1B3C}\u{1B3E}\u{1B3F}"
        + "\u{1B42}"
    ),
    (0x3099, "うかきくけこさしすせそたちつてとはひふへほゝウカキクケコサシスセソタチツテトハヒフヘホワヰヱヲヽ"),
    (0x309A, "はひふへほハヒフヘホ"),
    (0x110BA, "\u{11099}\u{1109B}\u{110A5}"),
    (0x11127, "\u{11131}\u{11132}"),
    (0x1133E, "\u{11347}"),
    (0x11357, "\u{11347}"),
    (0x114B0, "\u{114B9}"),
    (0x114BA, "\u{114B9}"),
    (0x114BD, "\u{114B9}"),
    (0x115AF, "\u{115B8}\u{115B9}"),
    (0x11930, "\u{11935}"),
  ]
}
