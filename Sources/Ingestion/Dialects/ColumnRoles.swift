internal import SurveyModel

/// What a heading alone says of its column: written by the tool, personal data, or an answer.
///
/// Personal data are recognised wide and dropped by default; a questionnaire that declares the
/// column otherwise wins.
func roleOfHeading(_ heading: String) -> ExportColumn.Role {
  let folded = foldedPlace(heading)
  if folded.isEmpty { return .nameless }
  if metadataHeadings.contains(folded) { return .metadata }
  if personalHeadings.contains(folded) { return .personal }
  if folded.utf8.count <= 60, containsPersonalWords(folded) { return .personal }
  return .answer
}

/// Whether the words of one of the phrases stand in a folded text, whole.
private func containsPersonalWords(_ text: String) -> Bool {
  let words = [0x20] + Array(text.utf8) + [0x20]
  return personalWords.contains { phrase in
    words.indices.contains { start in
      words[start] == 0x20 && words[start...].starts(with: phrase)
    }
  }
}

/// Headings as `foldedPlace` writes them: lower case, no accents, no punctuation.
private let metadataHeadings = folded([
  "horodateur", "timestamp", "marca temporal", "zeitstempel", "id", "id de la réponse",
  "id réponse", "id_reponse", "response id", "answer id", "respondentid", "respondent id",
  "date de soumission", "date submitted", "submitdate", "dernière page", "last page", "lastpage",
  "langue de départ", "start language", "startlanguage", "langue", "tête de série", "seed",
  "date de lancement", "date started", "startdate", "date de la dernière action",
  "date last action", "datestamp", "url référente", "referrer url", "refurl", "temps total",
  "interviewtime", "total time", "score", "collector id", "collectorid", "date created",
  "date modified", "enddate", "status", "progress", "duration (in seconds)", "finished",
  "recordeddate", "responseid", "responseset", "distributionchannel", "userlanguage",
  "externalreference", "externaldatareference", "cle", "date_saisie", "date_enreg", "date_modif",
  "temps_saisie", "origine_saisie", "lang_saisie", "appareil_saisie", "progression",
  "derniere_question_saisie", "heure de début", "heure de fin", "start time", "completion time",
  "heure de la dernière modification", "last modified time", "token",
])

private let personalHeadings = folded([
  "nom", "prénom", "prenom", "name", "first name", "last name", "full name", "surname", "ipaddr",
  "ip", "ipaddress", "adresse", "address", "rue", "tel", "tél", "mail", "email", "courriel",
  "contact", "recipientlastname", "recipientfirstname", "recipientemail", "locationlatitude",
  "locationlongitude", "locationaccuracy", "latitude", "longitude", "gps", "deviceid",
  "device id", "prolific_pid", "username", "nom d'utilisateur", "enquêteur", "enq", "interviewer",
  "email address", "emailaddress", "custom data 1", "e-mail", "téléphone", "telephone", "phone",
  "mobile", "portable", "imei", "adresse mac", "mac address", "ip hash", "geolocation",
  "géolocalisation", "geopoint", "coordonnées gps", "position gps", "altitude",
  "identifiant de l'appareil", "appareil id", "submitted by", "submittername",
  "nom et prénom", "adresse complète", "adresse exacte", "numéro et rue", "code enquêteur",
])

/// With a space before and behind, as bytes.
private let personalWords = folded([
  "adresse e-mail", "adresse mail", "adresse email", "adresse de messagerie",
  "adresse électronique",
  "adresse postale", "adresse ip", "ip address", "e-mail", "courriel", "numéro de téléphone",
  "n° de téléphone", "téléphone portable", "votre téléphone", "phone number", "votre nom",
  "votre prénom", "nom prénom", "nom et prénom", "prénom et nom", "nom de famille",
  "date de naissance", "coordonnées", "date of birth", "numéro de portable", "votre portable",
  "votre e-mail", "votre mail", "votre adresse postale", "adresse complète", "adresse exacte",
  "numéro et nom de rue", "numéro et rue", "street address", "home address", "your name",
  "your phone", "your email", "nom de l'enquêteur", "identifiant de l'appareil",
]).map { [0x20] + Array($0.utf8) + [0x20] }

private func folded(_ texts: [String]) -> Set<String> { Set(texts.map(foldedPlace)) }
