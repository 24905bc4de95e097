extension ReadFailure {
  /// What happened, where, and what to do about it.
  public var wording: Wording {
    switch self {
    case .refused(let refusal): refusal.wording
    case .unreadable(let fault): fault.wording
    case .disagreement(let disagreement): disagreement.wording
    case .workbook(let refusal): refusal.wording
    case .memory(let need): need.finding + need.advice
    }
  }
}

extension MemoryNeed {
  var finding: Wording {
    let (needed, allowed) = (Self.mebibytes(bytes), limit >> 20)
    return Wording(
      fr: "environ \(needed) Mio de mémoire seraient nécessaires pour \(records) enregistrements ; "
        + "la limite est de \(allowed) Mio.",
      en: "about \(needed) MiB of memory would be needed for \(records) records; the limit is "
        + "\(allowed) MiB.")
  }

  var advice: Wording {
    Wording(
      fr:
        "donner --memory-limit \(Self.mebibytes(bytes) * 5 / 4)M, ou lire moins de questions à la "
        + "fois (un questionnaire qui en nomme moins)",
      en:
        "give --memory-limit \(Self.mebibytes(bytes) * 5 / 4)M, or read fewer questions at a time "
        + "(a questionnaire that names fewer)")
  }

  private static func mebibytes(_ bytes: Int) -> Int { (bytes + (1 << 20) - 1) >> 20 }
}

extension ReadRefusal {
  /// Where the rule is broken, what was found and expected, and how to mend it. Advice differs
  /// between what was declared and what was found by the reader.
  public var wording: Wording {
    let place = location.wording
    let (found, advice) = (finding, advice)
    guard !place.fr.isEmpty else { return found + advice }
    return Wording(fr: place.fr + " : " + found.fr, en: place.en + ": " + found.en) + advice
  }

  var finding: Wording {
    switch code {
    case .emptyFile:
      Wording(
        fr: "le fichier ne contient aucune ligne d'en-tête.", en: "the file holds no header line.")
    case .nul:
      Wording(
        fr: "un caractère nul (NUL) se trouve dans le texte ; un export n'en contient jamais.",
        en: "a NUL character stands in the text; an export never holds one.")
    case .utf16WithoutMark:
      Wording(
        fr: "un octet sur cinq au moins est nul : le fichier est en UTF-16 et ne l'annonce pas.",
        en: "at least one byte in five is NUL: the file is UTF-16 and does not say so.")
    case .strayAfterQuote:
      Wording(
        fr: "du texte suit un guillemet fermant, là où l'on attend un séparateur ou une fin de "
          + "ligne.",
        en: "text follows a closing quote, where a separator or the end of the line is expected.")
    case .spaceBeforeQuote:
      Wording(
        fr: "une espace précède le guillemet ouvrant : la cellule se lirait de deux façons.",
        en: "a blank stands before the opening quote: the cell could be read in two ways.")
    case .unterminatedQuote:
      Wording(
        fr: "un guillemet s'ouvre ici et ne se referme jamais.",
        en: "a quote opens here and never closes.")
    case .fieldTooLarge:
      Wording(
        fr: location.column == nil
          ? "un enregistrement dépasse \(limit ?? 0) octets."
          : "une cellule dépasse \(limit ?? 0) octets.",
        en: location.column == nil
          ? "a record is longer than \(limit ?? 0) bytes."
          : "a cell is longer than \(limit ?? 0) bytes.")
    case .truncatedUTF8:
      Wording(
        fr: "le fichier s'arrête au milieu d'un caractère UTF-8.",
        en: "the file ends inside a UTF-8 character.")
    case .mixedEncoding:
      Wording(
        fr: "cet octet n'est pas de l'UTF-8, alors que d'autres passages du fichier en sont.",
        en: "this byte is not UTF-8, while other passages of the file are.")
    case .encodingUnknown:
      Wording(
        fr: "le fichier n'est ni en UTF-8 ni, avec certitude, en Windows-1252.",
        en: "the file is neither UTF-8 nor, for certain, Windows-1252.")
    default:  // invalidEncoding, the only one left
      Wording(
        fr: "cet octet n'a pas de sens en \(encoding.name).",
        en: "this byte means nothing in \(encoding.name).")
    }
  }

  var advice: Wording {
    switch code {
    case .emptyFile:
      Wording(
        fr: "Vérifiez que l'export n'est pas vide et qu'il s'agit du bon fichier.",
        en: "Check that the export is not empty and that this is the right file.")
    case .nul:
      Wording(
        fr: "Refaites l'export : le fichier est abîmé, ou n'est pas un fichier texte.",
        en: "Export it again: the file is damaged, or is no text file.")
    case .utf16WithoutMark:
      Wording(
        fr: "Ajoutez --encoding utf-16le (ou utf-16be), ou enregistrez le fichier en UTF-8. Si ce "
          + "n'est pas un texte (image, document), exportez les réponses en CSV.",
        en: "Add --encoding utf-16le (or utf-16be), or save the file as UTF-8. If it is no text (a "
          + "picture, a document), export the answers as CSV.")
    case .strayAfterQuote, .spaceBeforeQuote, .unterminatedQuote:
      structureAdvice
    case .fieldTooLarge:
      Wording(
        fr: "Un guillemet manque sans doute plus haut ; sinon, relevez la limite.",
        en: "A quote is probably missing above; otherwise raise the limit.")
    case .truncatedUTF8:
      Wording(
        fr: "Le fichier a sans doute été coupé : téléchargez-le de nouveau. S'il n'est pas en "
          + "UTF-8, indiquez --encoding windows-1252.",
        en: "The file was probably cut short: download it again. If it is not UTF-8, add "
          + "--encoding windows-1252.")
    case .mixedEncoding:
      Wording(
        fr: "Deux fichiers d'encodages différents ont sans doute été collés bout à bout : "
          + "convertissez-les en UTF-8 avant de les réunir.",
        en: "Two files of different encodings were probably joined: convert both to UTF-8 first.")
    case .encodingUnknown:
      Wording(
        fr: "Indiquez --encoding mac-roman (ancien Mac) ou windows-1252, ou enregistrez en UTF-8.",
        en: "Add --encoding mac-roman (old Mac) or windows-1252, or save it as UTF-8.")
    default: encodingAdvice
    }
  }

  private var structureAdvice: Wording {
    let mend =
      code == .spaceBeforeQuote
      ? Wording(
        fr: "Supprimez l'espace, ou mettez-la entre les guillemets.",
        en: "Remove the blank, or put it inside the quotes.")
      : Wording(
        fr: "Doublez les guillemets qui font partie du texte (\"\") ou refaites l'export.",
        en: "Double the quotes that belong to the text (\"\") or export the file again.")
    guard let delimiter, case .sniffed = delimiterOrigin else { return mend }
    let name = separatorWording(delimiter)
    return mend
      + Wording(
        fr: "Le séparateur a été déduit (\(name.fr)) ; s'il est autre, indiquez --delimiter.",
        en: "The separator was inferred (\(name.en)); if it is another, add --delimiter.")
  }

  private var encodingAdvice: Wording {
    switch encodingOrigin {
    case .byteOrderMark:
      Wording(
        fr: "Le fichier commence par la marque de cet encodage sans l'employer : refaites "
          + "l'export.",
        en: "The file begins with the mark of that encoding but is not in it: export it again.")
    default:
      Wording(
        fr: "Cet encodage a été déclaré avec --encoding : essayez --encoding auto.",
        en: "That encoding was declared with --encoding: try --encoding auto.")
    }
  }
}

extension SystemFault {
  /// What the system refused, and why.
  public var wording: Wording {
    let reason: (fr: String, en: String) =
      switch errorNumber {
      case 2: ("il n'existe pas", "it does not exist")
      case 13: ("l'accès est refusé", "permission is denied")
      case 21: ("c'est un dossier", "it is a folder")
      case 6: ("c'est un appareil, et non un fichier", "it is a device, no file")
      case 40: ("c'est un lien qui renvoie à lui-même", "it is a link that leads to itself")
      case 61: ("c'est un tube dans lequel rien n'écrit", "it is a pipe that nothing writes to")
      case 36: ("ce nom est trop long", "the name is too long")
      default: ("erreur système \(errorNumber)", "system error \(errorNumber)")
      }
    return Wording(
      fr: "Impossible de lire « \(path) » : \(reason.fr).",
      en: "Cannot read \"\(path)\": \(reason.en).")
  }

  /// What to do.
  public var advice: Wording {
    switch errorNumber {
    case 13:
      Wording(
        fr: "Demandez le droit de lire ce fichier (chmod), ou copiez-le dans un de vos dossiers.",
        en: "Ask for the right to read the file (chmod), or copy it into a folder of yours.")
    case 6, 21, 40, 61:
      Wording(fr: "Nommez l'export lui-même.", en: "Name the export itself.")
    case 2, 36:
      Wording(
        fr: "Vérifiez le nom et le dossier (« ls » les montre).",
        en: "Check the name and the folder (“ls” shows them).")
    default:
      Wording(
        fr: "Copiez le fichier sur ce disque, et réessayez.",
        en: "Copy the file to this disk, and try again.")
    }
  }
}

extension ReaderDisagreement {
  /// What differs, and a request to report it.
  public var wording: Wording {
    let place = location.wording
    return Wording(
      fr: "\(place.fr) : les deux lecteurs ne lisent pas la même chose (\(difference.rawValue)). "
        + "C'est un défaut de ce programme ; merci de le signaler.",
      en: "\(place.en): the two readers do not read the same (\(difference.rawValue)). "
        + "This is a defect of this program; please report it.")
  }
}
