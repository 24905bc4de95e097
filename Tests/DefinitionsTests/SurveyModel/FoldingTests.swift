import SurveyModel
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("", ""),
    ("   ", ""),
    ("Oui", "oui"),
    ("  Plutôt\u{A0}d’accord  ", "plutôt d'accord"),
    ("D\u{2BC}ACCORD", "d'accord"),
    ("Sécurité\u{202F}?", "sécurité ?"),
    ("Se\u{301}curite\u{301}", "sécurité"),
    ("SE\u{301}CURITE\u{301}", "sécurité"),
    ("18 – 24 ans", "18 - 24 ans"),
    ("18—24", "18-24"),
    ("a\u{200B}b\u{FEFF}c\u{AD}d", "abcd"),
    ("ligne\r\n  suivante\t!", "ligne suivante !"),
    ("Autre…", "autre..."),
    ("ŒUVRE", "œuvre"),
    ("e \u{301}", "e \u{301}"),
    ("日本", "日本"),
    ("İ", "i\u{307}"),
  ])
  func `labels fold`(text: String, folded: String) {
    #expect(Array(foldedLabel(text).unicodeScalars) == Array(folded.unicodeScalars))
    #expect(foldedLabel(foldedLabel(text)) == foldedLabel(text))
  }

  @Test func `accents of labels are kept`() {
    #expect(foldedLabel("Côté") != foldedLabel("Cote"))
  }

  @Test(arguments: [
    ("La Conte", "conte"),
    ("Conte (La)", "conte"),
    ("L'Isle", "isle"),
    ("L’Île", "ile"),
    ("Bâtiment L", "batiment l"),
    ("Le Viguier - Saint-Jacques", "viguier saint jacques"),
    ("Viguier / St Jacques", "viguier saint jacques"),
    ("le viguier, ST.JACQUES", "viguier saint jacques"),
    ("Ste-Marie", "sainte marie"),
    ("Fleming – La Reille", "fleming reille"),
    ("Z.U.P. de l'Ouest", "zup de ouest"),
    ("Sacré-Cœur", "sacre coeur"),
    ("Sacre\u{301} Coeur", "sacre coeur"),
    ("Val d'Aude", "val d aude"),
    ("Nord & Sud", "nord et sud"),
    ("QP011001", "qp011001"),
    ("« Bastide » Pont-Vieux", "bastide pont vieux"),
    ("Les", "les"),
    ("L'", "l"),
    ("", ""),
    ("--", ""),
    ("Łódź Ñandú", "lodz nandu"),
    ("2ᵉ", "2ᵉ"),
  ])
  func `places fold`(text: String, folded: String) {
    #expect(foldedPlace(text) == folded)
    #expect(foldedPlace(foldedPlace(text)) == foldedPlace(text))
  }

  @Test func `every Latin-1 and Extended-A letter folds alike composed or not`() {
    let marks: [Character] = ["\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{308}", "\u{327}"]
    for base in "aceinosuyACEINOSUY" {
      for mark in marks {
        let decomposed = String(base) + String(mark)
        #expect(foldedPlace(decomposed) == String(base).lowercased())
      }
    }
    for value in (0xC0...0x17F) as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let folded = foldedPlace(String(scalar))
      let left = folded.unicodeScalars.filter { !$0.isASCII && $0.value < 0x100 }
      #expect(left.allSatisfy { $0 == "þ" })
    }
  }
}
