extension ReadDiagnostic {
  /// What was noticed, how often and where first, and what it means for the result.
  public func wording(in report: ReadReport) -> Wording {
    let text = text(report)
    let first = report.workbook == nil ? locations.first?.wording : locations.first?.cellWording
    guard let place = first, !place.fr.isEmpty else { return text }
    return count > 1
      ? text
        + Wording(
          fr: "(\(count) fois ; d'abord : \(place.fr).)",
          en: "(\(count) times; first: \(place.en).)")
      : text + Wording(fr: "(\(place.fr).)", en: "(\(place.en).)")
  }

  private func text(_ report: ReadReport) -> Wording {
    switch code {
    case .byteOrderMark:
      Wording(
        fr: "Le fichier commence par une marque UTF-8, laissée de côté.",
        en: "The file begins with a UTF-8 mark, left out.")
    case .utf16:
      Wording(
        fr: "Le fichier est en \(report.encoding.name) ; il a été converti.",
        en: "The file is \(report.encoding.name); it was converted.")
    case .encodingGuessed:
      Wording(
        fr: "L'encodage Windows-1252 a été déduit : vérifiez quelques mots accentués, ou indiquez "
          + "--encoding.",
        en: "The encoding Windows-1252 was inferred: check some accented words, or add --encoding.")
    case .bareQuote:
      Wording(
        fr: "Un guillemet au milieu d'une cellule sans guillemets est gardé comme texte.",
        en: "A quote in the middle of an unquoted cell is kept as text.")
    case .mixedLineEnds:
      Wording(
        fr: "Les fins de ligne sont mélangées (LF \(report.lineEnds.lf), CRLF "
          + "\(report.lineEnds.crlf)).",
        en: "Line ends are mixed (LF \(report.lineEnds.lf), CRLF \(report.lineEnds.crlf)).")
    case .loneReturn:
      Wording(
        fr: "Certaines lignes finissent par un retour chariot seul (CR).",
        en: "Some lines end in a carriage return alone (CR).")
    case .returnLineEnds:
      Wording(
        fr: "Toutes les lignes finissent par un retour chariot seul, comme sur les anciens Mac.",
        en: "Every line ends in a carriage return alone, as on old Macs.")
    case .blankLine:
      report.width == 1
        ? Wording(
          fr: "Une ligne vide compte comme une réponse vide, puisqu'il n'y a qu'une colonne.",
          en: "An empty line counts as an empty answer, since there is one column only.")
        : Wording(fr: "Une ligne vide est ignorée.", en: "An empty line is passed over.")
    case .raggedShort:
      Wording(
        fr: "Un enregistrement a moins de cellules que l'en-tête (\(report.width)) ; il est gardé, "
          + "les dernières manquent.",
        en: "A record has fewer cells than the header (\(report.width)); it is kept, the last ones "
          + "are missing.")
    case .raggedLong:
      Wording(
        fr: "Un enregistrement a plus de cellules que l'en-tête (\(report.width)) ; il est gardé.",
        en: "A record has more cells than the header (\(report.width)); it is kept.")
    case .headerOnly:
      Wording(
        fr: "Le fichier a un en-tête et aucun enregistrement.",
        en: "The file has a header and no record.")
    case .emptyHeading:
      Wording(
        fr: "Un intitulé de colonne est vide ; les colonnes sont désignées par leur position.",
        en: "A heading is empty; columns go by position.")
    case .duplicateHeading:
      Wording(
        fr: "Deux colonnes portent le même intitulé ; elles sont désignées par leur position.",
        en: "Two columns have the same heading; they go by position.")
    case .zeroWidth:
      Wording(
        fr: "Une cellule contient des caractères invisibles, gardés tels quels.",
        en: "A cell holds invisible characters, kept as they are.")
    case .notNFC:
      Wording(
        fr: "Une cellule a des accents décomposés (hors forme NFC), gardés tels quels.",
        en: "A cell has decomposed accents (out of form NFC), kept as they are.")
    default:  // control, the only one left
      Wording(
        fr: "Une cellule contient des caractères de contrôle, gardés tels quels.",
        en: "A cell holds control characters, kept as they are.")
    }
  }
}
