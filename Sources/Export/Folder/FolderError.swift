public import SurveyModel

/// Why a results folder was not written. What stood there before is untouched.
public struct FolderError: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// A step failed; the number is the system's `errno`.
    case system(FileSystemStep, Int32)
    /// The folder holds something, and no manifest of ours.
    case foreignFolder
    /// The folder is ours, but these files are not.
    case foreignFiles([String])
    case symbolicLink
    case notAFolder
    /// Another run is writing there.
    case locked
    /// No folder of its own: `.`, `..`, `/`.
    case noName
    /// A path of a result file that the allow-list does not allow, or that occurs twice: a fault
    /// of the program.
    case illegalPath
  }

  public var kind: Kind
  public var path: String

  public init(_ kind: Kind, path: String) {
    self.kind = kind
    self.path = path
  }

  /// A stable word for scripts.
  public var code: String {
    switch kind {
    case .system: "output-failed"
    case .foreignFolder: "output-foreign"
    case .foreignFiles: "output-foreign-files"
    case .symbolicLink: "output-symlink"
    case .notAFolder: "output-not-a-folder"
    case .locked: "output-locked"
    case .noName: "output-no-name"
    case .illegalPath: "output-illegal-path"
    }
  }

  /// The error as the program reports it.
  public var problem: Problem {
    Problem(.error, code, message, at: SourceLocation(file: path), fix: fix)
  }
}

/// What was being done to the file system.
public enum FileSystemStep: String, Sendable, CaseIterable {
  case makeFolder, open, create, write, sync, list, read, status, rename, remove, lock, link
}

extension FolderError {
  public var message: Bilingual {
    switch kind {
    case .system(let step, let number):
      let words = step.words
      let cause = SystemError.text(number)
      return Bilingual(fr: "\(words.fr)\u{A0}: \(cause.fr)", en: "\(words.en): \(cause.en)")
    case .foreignFolder:
      return Bilingual(
        fr: "le dossier n’est pas vide et n’a pas été écrit par ce programme",
        en: "the folder is not empty and was not written by this program")
    case .foreignFiles(let names):
      let shown = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
      return Bilingual(
        fr: "le dossier contient des fichiers étrangers aux résultats\u{A0}: \(shown)",
        en: "the folder holds files that are no results: \(shown)")
    case .symbolicLink:
      return Bilingual(
        fr: "le dossier est un lien symbolique, qui n’est pas suivi",
        en: "the folder is a symbolic link, which is not followed")
    case .notAFolder:
      return Bilingual(fr: "ce n’est pas un dossier", en: "this is not a folder")
    case .locked:
      return Bilingual(
        fr: "un autre calcul écrit déjà dans ce dossier",
        en: "another run is already writing to this folder")
    case .noName:
      return Bilingual(
        fr: "les résultats demandent un dossier à eux", en: "results need a folder of their own")
    case .illegalPath:
      return Bilingual(
        fr: "nom de fichier interdit ou en double (erreur du programme)",
        en: "file name not allowed or used twice (a fault of the program)")
    }
  }

  public var fix: Bilingual? {
    switch kind {
    case .system(_, let number): return SystemError.fix(number)
    case .foreignFolder, .noName, .notAFolder:
      return Bilingual(
        fr: "indiquer un dossier vide ou nouveau", en: "name an empty folder or a new one")
    case .foreignFiles:
      return Bilingual(
        fr: "les déplacer, ou indiquer un autre dossier\u{A0}: un nouveau calcul remplace tout",
        en: "move them, or name another folder: a new run replaces everything")
    case .symbolicLink:
      return Bilingual(
        fr: "indiquer le dossier vers lequel il mène", en: "name the folder that it leads to")
    case .locked:
      return Bilingual(
        fr: "attendre la fin de l’autre calcul", en: "wait for the other run to end")
    case .illegalPath: return nil
    }
  }
}

extension FileSystemStep {
  fileprivate var words: Bilingual {
    switch self {
    case .makeFolder: Bilingual(fr: "création du dossier impossible", en: "cannot make the folder")
    case .open: Bilingual(fr: "ouverture impossible", en: "cannot open it")
    case .create: Bilingual(fr: "création du fichier impossible", en: "cannot make the file")
    case .write: Bilingual(fr: "écriture impossible", en: "cannot write it")
    case .sync:
      Bilingual(
        fr: "enregistrement sur le disque impossible", en: "cannot bring it safely to the disk")
    case .list: Bilingual(fr: "lecture du dossier impossible", en: "cannot list the folder")
    case .read: Bilingual(fr: "lecture impossible", en: "cannot read it")
    case .status: Bilingual(fr: "accès impossible", en: "cannot look at it")
    case .rename: Bilingual(fr: "mise en place impossible", en: "cannot put it in place")
    case .remove: Bilingual(fr: "suppression impossible", en: "cannot remove it")
    case .link: Bilingual(fr: "reprise du fichier impossible", en: "cannot take it over")
    case .lock: Bilingual(fr: "verrouillage impossible", en: "cannot lock it")
    }
  }
}
