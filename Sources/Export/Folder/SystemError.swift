internal import Glibc
import SurveyModel

/// The words of the system's error numbers, in both languages, whatever the locale.
enum SystemError {
  static func text(_ number: Int32) -> Bilingual {
    switch number {
    case ENOSPC: Bilingual(fr: "disque plein", en: "no space left on the disk")
    case EDQUOT: Bilingual(fr: "quota de disque dépassé", en: "disk quota exceeded")
    case EACCES, EPERM: Bilingual(fr: "droits insuffisants", en: "permission denied")
    case EROFS: Bilingual(fr: "disque en lecture seule", en: "read-only file system")
    case EIO: Bilingual(fr: "erreur d’entrée-sortie du disque", en: "input/output error")
    case ENOENT: Bilingual(fr: "chemin introuvable", en: "no such file or folder")
    case ENOTDIR:
      Bilingual(fr: "une partie du chemin n’est pas un dossier", en: "not a folder")
    case EEXIST, ENOTEMPTY: Bilingual(fr: "existe déjà", en: "it exists already")
    case ELOOP: Bilingual(fr: "lien symbolique non suivi", en: "symbolic link not followed")
    case ENAMETOOLONG: Bilingual(fr: "nom trop long", en: "name too long")
    case EMFILE, ENFILE: Bilingual(fr: "trop de fichiers ouverts", en: "too many open files")
    case EFBIG: Bilingual(fr: "fichier trop grand", en: "file too large")
    case EBUSY, ETXTBSY: Bilingual(fr: "occupé par un autre programme", en: "in use")
    case ENOLCK, EOPNOTSUPP:
      Bilingual(fr: "verrous non disponibles sur ce disque", en: "no locks on this file system")
    default: Bilingual(fr: "erreur système n° \(number)", en: "system error \(number)")
    }
  }

  static func fix(_ number: Int32) -> Bilingual? {
    switch number {
    case ENOSPC, EDQUOT:
      Bilingual(
        fr: "libérer de la place, puis relancer\u{A0}; les résultats précédents sont intacts",
        en: "make room and run again; the previous results are intact")
    case EACCES, EPERM, EROFS:
      Bilingual(
        fr: "indiquer un dossier où l’écriture est permise",
        en: "name a folder where writing is allowed")
    default: nil
    }
  }
}
