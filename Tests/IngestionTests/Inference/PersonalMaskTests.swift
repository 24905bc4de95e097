import Testing

@testable import Ingestion

@Suite struct PersonalMaskTests {
  @Test(arguments: [
    ("appelez-moi au 06 12 34 56 78 merci", "appelez-moi au [tél.] merci"),
    ("0612345678", "[tél.]"),
    ("+33 6 12 34 56 78.", "[tél.]."),
    ("0033612345678", "[tél.]"),
    ("écrire à marie.durand@example.org, svp", "écrire à [e-mail], svp"),
    ("<a@example.org>", "<[e-mail]>"),
    ("ligne 2, arrêt 14, depuis 2019", "ligne 2, arrêt 14, depuis 2019"),
    ("1 234 567,50 euros en 2023", "1 234 567,50 euros en 2023"),
    ("@mairie", "@mairie"),
    ("06 11 22 33 44 / 07 11 22 33 44", "[tél.]"),
    ("+33 (0)6 11 22 33 44", "[tél.]"),
    ("(06) 11 22 33 44", "[tél.]"),
    ("06_11_22_33_44", "[tél.]"),
    ("06\u{2011}11\u{2011}22\u{2011}33\u{2011}44", "[tél.]"),
    ("06 11 22 33 44 05", "[tél.]"),
    ("<jean@example.org>,<z@example.org>", "<[e-mail]>,<[e-mail]>"),
    ("a@example.org/b@example.org", "[e-mail]/[e-mail]"),
    ("depuis 192.168.12.34 hier", "depuis [IP] hier"),
    ("2a01:e34:ec12::1", "[IP]"),
    ("de 8:00 à 10:30, le 12/03/2024", "de 8:00 à 10:30, le 12/03/2024"),
    ("j'habite 12 bis, rue des Lilas, 11000 Carcassonne.", "j'habite [adresse]"),
    ("au 3 avenue Foch svp", "au [adresse] svp"),
    ("il faut 3 rues piétonnes et 2 places", "il faut 3 rues piétonnes et 2 places"),
  ])
  func masks(_ text: String, _ expected: String) {
    #expect(PersonalMask.masked(text) == expected)
  }

  @Test(arguments: [
    ("a@example.org", true), ("06.12.34.56.78", true), ("192.168.1.20", true),
    ("2001:db8:0:0:0:0:0:1", true), ("12/03/2024", false), ("3,5", false), ("Nord", false),
    ("48.8566, 2.3522", true), ("48.8566 2.3522 35 4.9", true), ("3,5 4,5", false),
    ("collect:aBcDeFgHiJ", true), ("490154203237518", true), ("490154203237519", false),
    ("00:1A:2B:3C:4D:5E", true), ("12 rue Victor Hugo", true), ("12 personnes", false),
  ])
  func recognises(_ text: String, _ isPersonal: Bool) {
    #expect(PersonalPattern.allCases.contains { $0.matches(text) } == isPersonal)
  }

  @Test func `names of people stand alone, names of places repeat`() {
    #expect(PersonalPattern.areNames(["Marie DURAND", "Mme Petit", "Jean MARTIN"]))
    #expect(!PersonalPattern.areNames(["Le Viguier", "La Conte", "Ozanam"]))
    let places = ["Cité LA CONTE", "Cité LA CONTE", "Cité LA CONTE", "Cité OZANAM"]
    #expect(!PersonalPattern.areNames(places))
  }
}
