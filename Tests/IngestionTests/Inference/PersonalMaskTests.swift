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
  ])
  func masks(_ text: String, _ expected: String) {
    #expect(PersonalMask.masked(text) == expected)
  }

  @Test(arguments: [
    ("a@example.org", true), ("06.12.34.56.78", true), ("192.168.1.20", true),
    ("2001:db8:0:0:0:0:0:1", true), ("12/03/2024", false), ("3,5", false), ("Nord", false),
  ])
  func recognises(_ text: String, _ isPersonal: Bool) {
    #expect(PersonalPattern.allCases.contains { $0.matches(text) } == isPersonal)
  }
}
