internal import SurveyModel

/// Headings that announce a name, an address, a number of a person or a device.
///
/// They are recognised wide: a column read past by mistake is said and can be declared, one that is
/// shown by mistake cannot be taken back.
enum PersonalHeading {
  static func announces(_ heading: String) -> Bool {
    let whole = foldedPlace(heading)
    let words = words(of: heading)
    if words.isEmpty || isAboutMeans(words) { return false }
    if exact.contains(whole) || isMadeOfNames(words) || names.contains(whole) { return true }
    if isPathToName(heading) || isItemOfNames(heading) { return true }
    // "Où habitez-vous (adresse) ?"
    if let open = heading.lastIndex(of: "("), let close = heading[open...].firstIndex(of: ")"),
      isMadeOfNames(Self.words(of: String(heading[heading.index(after: open)..<close])))
    {
      return true
    }
    let bytes = [0x20] + Array(words.joined(separator: " ").utf8) + [0x20]
    let isRequest = words.contains(where: requests.contains)
    return bytes.count <= (isRequest ? 300 : 64) && phrases.contains { contains(bytes, $0) }
  }

  /// `groupe/nom`, `contact-telephone`; not `quartier/nom`.
  private static func isPathToName(_ heading: String) -> Bool {
    guard !heading.contains(" "), let cut = heading.lastIndex(where: { $0 == "/" || $0 == "-" })
    else { return false }
    let parent = words(of: String(heading[..<cut]))
    return isMadeOfNames(words(of: String(heading[heading.index(after: cut)...])))
      && !parent.contains(where: places.contains)
  }

  /// `Qui êtes-vous ? [Nom]`; not `Comment vous informez-vous ? [Mail]`.
  private static func isItemOfNames(_ heading: String) -> Bool {
    guard let item = splitBracketed(heading)?.item else { return false }
    let words = words(of: item)
    return isMadeOfNames(words) && words.contains(where: ownNames.contains)
  }

  private static let places: Set<String> = [
    "quartier", "association", "ecole", "commune", "ville", "lieu", "structure", "equipement",
  ]
  private static let ownNames: Set<String> = [
    "nom", "noms", "prenom", "prenoms", "patronyme", "adresse", "name", "surname", "firstname",
    "lastname", "fullname",
  ]

  private static func contains(_ text: [UInt8], _ phrase: [UInt8]) -> Bool {
    text.indices.contains { text[$0] == 0x20 && text[$0...].starts(with: phrase) }
  }

  /// Words of a heading, `nom_prenom` and `firstName` taken apart.
  private static func words(of heading: String) -> [String] {
    var text = String.UnicodeScalarView()
    var isAfterSmall = false
    for scalar in heading.unicodeScalars {
      let isASCII = scalar.isASCII
      if isAfterSmall, isASCII ? ("A"..."Z").contains(scalar) : scalar.properties.isUppercase {
        text.append(" ")
      }
      switch scalar {
      // "Prénom(s)", "Né(e)"
      case "_", "(", ")", "[", "]", ":": text.append(" ")
      default: text.append(scalar)
      }
      // A mark belongs to the letter before it.
      if (0x300...0x36F).contains(scalar.value) { continue }
      isAfterSmall = isASCII ? ("a"..."z").contains(scalar) : scalar.properties.isLowercase
    }
    return foldedPlace(String(text)).split(separator: " ").map(String.init).filter {
      $0 != "s" && $0 != "e"
    }
  }

  /// Whether nothing but names of personal data stands there, and words that go with them.
  private static func isMadeOfNames(_ words: [String]) -> Bool {
    var words = words
    // "1. Nom", "Q3 Nom"
    if let first = words.first, words.count > 1, first.contains(where: \.isNumber) {
      words.removeFirst()
    }
    return words.contains(where: names.contains)
      && words.allSatisfy { names.contains($0) || companions.contains($0) || Int($0) != nil }
  }

  /// "Avez-vous un téléphone portable ?" asks about the thing.
  private static func isAboutMeans(_ words: [String]) -> Bool {
    guard words.count > 2, let verb = words.firstIndex(of: "vous"), (1...3).contains(verb) else {
      return false
    }
    return ["avez", "possedez", "utilisez", "disposez", "connaissez", "savez", "consultez"]
      .contains(words[verb - 1])
  }

  private static let names: Set<String> = [
    "nom", "noms", "prenom", "prenoms", "nomprenom", "prenomnom", "patronyme", "pseudo",
    "pseudonyme", "surnom", "identite", "signature", "name", "names", "surname", "firstname",
    "lastname", "fullname", "username", "nickname", "forename", "tel", "telephone", "telephones",
    "phone", "mobile", "portable", "gsm", "whatsapp", "fax", "mail", "mails", "email", "emails",
    "mel", "adel", "courriel", "courriels", "messagerie", "adresse", "adresses", "address", "rue",
    "street", "ip", "ipaddr", "ipaddress", "imei", "mac", "latitude", "longitude", "lat", "lng",
    "lon", "gps", "geopoint", "geoloc", "geolocalisation", "geolocation", "coordonnees", "nir",
    "iban", "rib", "facebook", "instagram", "insta", "snapchat", "twitter", "linkedin", "tiktok",
    "skype", "interlocuteur", "enqueteur", "enquetrice", "interviewer", "teleoperateur",
    "teleoperatrice", "agent", "immatriculation", "deviceid",
  ]

  /// Words beside them that make no other question of it: "nom de l'enfant", never "nom du quartier".
  private static let companions: Set<String> = [
    "a", "au", "et", "ou", "de", "du", "des", "d", "l", "la", "le", "les", "votre", "vos", "your",
    "my", "mon", "n", "no", "num", "numero", "numeros", "nr", "number", "of", "the", "and", "or",
    "complet", "complete", "complets", "full", "usage", "naissance", "famille", "jeune", "fille",
    "marital", "epouse", "epoux", "conjoint", "conjointe", "enfant", "enfants", "parent", "parents",
    "mere", "pere", "tuteur", "representant", "legal", "responsable", "repondant", "repondante",
    "repondants", "personne", "personnes", "interviewe", "interviewee", "interroge", "interrogee",
    "contact", "contacts", "participant", "participante", "participants", "usager", "usagere",
    "habitant", "habitante", "locataire", "eleve", "domicile", "maison", "bureau", "travail",
    "perso", "pro", "personnel", "personnelle", "professionnel", "professionnelle", "fixe",
    "electronique", "postale", "exact", "exacte", "precise", "actuelle", "principale", "compte",
    "first", "last", "middle", "home", "work", "custom", "voie", "position", "x", "y", "facultatif",
    "optionnel", "optional", "valide", "anonyme", "code", "id", "identifiant", "respondent",
    "precision", "altitude", "accuracy", "plaque", "prenez", "device", "appareil", "hash", "reseau",
    "quel", "quelle", "quels", "est", "sont", "what", "is", "vous", "deux",
  ]

  private static let exact = Set(
    [
      "contact", "recipientlastname", "recipientfirstname", "recipientemail", "locationlatitude",
      "locationlongitude", "locationaccuracy", "device id", "prolific_pid", "nom d'utilisateur",
      "enq", "emailaddress", "custom data 1", "altitude", "identifiant de l'appareil",
      "appareil id", "submitted by", "submittername", "interlocutrice", "opérateur", "opératrice",
      "signataire", "nir", "numéro de sécu", "n° sécu", "no sécu", "position x", "position y",
      "coord x", "coord y", "x wgs84", "y wgs84",
    ].map(foldedPlace))

  /// Wherever they stand in a heading that is not long, or that asks to leave something.
  private static let phrases = [
    "adresse e-mail", "adresse mail", "adresse email", "adresse de messagerie",
    "adresse électronique", "adresse postale", "adresse ip", "ip address", "e-mail", "courriel",
    "numéro de téléphone", "n° de téléphone", "numéro de tél", "n° de tél", "téléphone portable",
    "phone number", "votre téléphone", "votre nom", "vos noms", "votre prénom", "vos prénoms",
    "nom prénom", "nom et prénom", "prénom et nom", "nom de famille", "date de naissance", "né le",
    "née le", "coordonnées", "date of birth", "numéro de portable", "votre portable",
    "votre e-mail", "votre mail", "adresse complète", "adresse exacte",
    "adresse du domicile", "numéro et nom de rue", "numéro et rue", "street address",
    "home address", "your name", "your phone", "your email",
    "nom de l'enquêteur", "identifiant de l'appareil", "comment vous joindre",
    "comment vous contacter", "vous recontacter", "laissez votre numéro",
    "laisser votre numéro", "sécurité sociale", "numéro allocataire", "n° allocataire",
    "numéro d'allocataire", "numéro de permis", "n° de permis", "permis de conduire n°",
    "plaque d'immatriculation", "numéro de dossier", "social security",
  ].map { [0x20] + Array(foldedPlace($0).utf8) + [0x20] }

  private static let requests: Set<String> = [
    "laissez", "laisser", "indiquez", "indiquer", "precisez", "renseignez", "renseigner", "donnez",
    "saisissez", "inscrivez", "ecrivez", "communiquez", "communiquer", "leave", "enter", "provide",
  ]
}
