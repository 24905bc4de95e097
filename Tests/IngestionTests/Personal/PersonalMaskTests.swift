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
    ("06 11 22 33 44 / 07 11 22 33 44", "[tél.] / [tél.]"),
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
    ("tél:06.22.34.56.11, le soir", "tél:[tél.], le soir"),
    ("06, 22, 34, 56, 13", "[tél.]"), ("06:22:34:56:15", "[tél.]"), ("06·22·34·56·14", "[tél.]"),
    ("０６２２３４５６１６", "[tél.]"), ("06 223 456 17 ou 0 622 345 618", "[tél.] ou [tél.]"),
    ("+32 470 22 34 20 !", "[tél.] !"), ("00 32 470 22 34 20", "[tél.]"),
    ("06\n22\n34\n56\n21", "[tél.]"), ("33 6 12 34 56 78", "[tél.]"), ("612345678", "[tél.]"),
    ("06 98 76 54 133", "[tél.]"), ("06.98.76.54.3", "[tél.]"),
    ("le 01/02/2024 10:30 et le 01-02-23 - 03-04", "le 01/02/2024 10:30 et le 01-02-23 - 03-04"),
    ("de 08:30, 12:15 à 14:00", "de 08:30, 12:15 à 14:00"),
    ("612 345 000 habitants", "612 345 000 habitants"),
    ("marie.a [at] example.org", "[e-mail]"), ("marie (arobase) example (point) org", "[e-mail]"),
    ("marie @ example.org", "[e-mail]"), ("émilie＠exämple.fr", "[e-mail]"),
    ("3 @ 2 euros", "3 @ 2 euros"), ("mailto:a@b.fr?subject=x", "mailto:[e-mail]?subject=x"),
    ("::1 et fe80::7:15%eth0", "[IP] et [IP]"), ("[2001:db8::7:13]:80", "[[IP]]:80"),
    ("192.0.7.17/24 ou ::ffff:192.0.7.16", "[IP] ou [IP]"), ("version 1.2.3", "version 1.2.3"),
    ("Nord::Sud, face::cafe", "Nord::Sud, face::cafe"),
    ("au 18 de la rue Victor Hugo", "au [adresse]"), ("15 place Carnot", "[adresse]"),
    ("16 r. des Lilas", "[adresse]"), ("12bis rue des Lilas", "[adresse]"),
    ("20 montée Saint-Cyr", "[adresse]"), ("la rue des Lilas 14", "la [adresse]"),
    ("bât. C appt 14", "bât. C [adresse]"), ("2 places de parking", "2 places de parking"),
    ("1 cours de danse", "1 cours de danse"), ("12 passage piéton", "12 passage piéton"),
    ("vers 43.2111, 2.3511 environ", "vers [GPS] environ"), ("43,2112 ; 2,3512", "[GPS]"),
    ("43°12'13\"N 2°21′13″E", "[GPS] [GPS]"), ("POINT(2.3514 43.2114)", "POINT([GPS])"),
    ("N43.2122 E2.3522", "N[GPS]"), ("0,1234 puis 12,5678", "0,1234 puis 12,5678"),
    ("3f2504e0-4f89-11d3-9a0c-0305e82c3301", "[appareil]"), ("001a.2b3c.4d5e", "[appareil]"),
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
    #expect(PersonNames.areMost(of: ["Marie DURAND", "Mme Petit", "Jean MARTIN"]))
    #expect(!PersonNames.areMost(of: ["Le Viguier", "La Conte", "Ozanam"]))
    let places = ["Cité LA CONTE", "Cité LA CONTE", "Cité LA CONTE", "Cité OZANAM"]
    #expect(!PersonNames.areMost(of: places))
  }

  @Test func `first names and surnames as people write them`() {
    #expect(PersonNames.areMost(of: ["Marie Durand", "Petit Jean-Paul", "Léa Faure"]))
    #expect(PersonNames.areMost(of: ["Marie", "Jean-Pierre", "Léa", "Hugo", "Inès"]))
    #expect(!PersonNames.areMost(of: ["Pont Vieux", "Place Carnot", "Parc Chénier"]))
    #expect(!PersonNames.areMost(of: ["Plus de Bus", "Les Écoles", "La Voirie"]))
  }

  @Test(arguments: [
    "Nom", "NOM DE FAMILLE", "Nom de naissance", "Votre nom et prénom", "Nom du répondant",
    "Identité", "Prénom(s)", "Nom / Prénom", "NomPrenom", "nom_prenom", "lastName", "Full Name",
    "Nom et prénom de l'enfant", "Représentant légal (nom)", "Qui êtes-vous ? (nom, prénom)",
    "Pseudo", "Signature", "Nom de l'enquêteur", "Agent", "N° tel", "Tél. portable", "GSM",
    "Tel domicile", "Téléphone fixe", "WhatsApp", "Mel", "Votre adresse e-mail :", "Courriel",
    "Si vous souhaitez participer à la suite de la démarche, laissez-nous votre numéro de téléphone",
    "Comment vous joindre ?", "Adresse du domicile", "Où habitez-vous (adresse) ?", "N° et rue",
    "Date de naissance", "Né(e) le", "NIR", "Numéro de sécurité sociale", "IBAN",
    "Numéro allocataire CAF", "Plaque d'immatriculation", "Compte Facebook", "Latitude", "lng",
    "IP Address", "deviceid", "_geolocation", "Adresse IP", "Position X", "12. Téléphone",
    "membres/nom", "contact-telephone", "Qui êtes-vous ? [Nom]",
  ])
  func headingsOfPersonalData(_ heading: String) {
    #expect(roleOfHeading(heading) == .personal)
  }

  @Test(arguments: [
    "Nom du quartier", "Nom de l'association", "Code postal", "Ville", "Identité de genre",
    "Avez-vous un téléphone portable ?", "Connaissez-vous le numéro de téléphone de la mairie ?",
    "Depuis combien de temps habitez-vous à votre adresse actuelle ?", "Nombre d'enfants",
    "Préférez-vous le courrier ou le site pour votre information sur les projets ?",
    "Année de naissance",
    "Par quel biais avez-vous eu l'information ?", "Responsable", "Contacts avec les voisins",
    "Que pensez-vous de la rue piétonne ?", "Le portable au collège : pour ou contre ?",
    "quartier/nom", "Comment vous informez-vous ? [Mail]",
  ])
  func headingsOfQuestions(_ heading: String) {
    #expect(roleOfHeading(heading) == .answer)
  }
}
