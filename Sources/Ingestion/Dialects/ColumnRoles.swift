internal import SurveyModel

/// What a heading alone says of its column: written by the tool, personal data, or an answer.
///
/// Personal data are recognised wide and dropped by default; a questionnaire that declares the
/// column otherwise wins.
func roleOfHeading(_ heading: String) -> ExportColumn.Role {
  let folded = foldedPlace(heading)
  if folded.isEmpty { return .nameless }
  if metadataHeadings.contains(folded) { return .metadata }
  if PersonalHeading.announces(heading) { return .personal }
  return .answer
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

private func folded(_ texts: [String]) -> Set<String> { Set(texts.map(foldedPlace)) }
