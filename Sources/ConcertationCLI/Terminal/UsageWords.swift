internal import SurveyModel

/// The words of the argument parser's own screens, in French.
enum UsageWords {
  private static let french: [(String, String)] = [
    ("OVERVIEW: ", ""),
    ("USAGE:", "USAGE :"),
    ("ARGUMENTS:", "ARGUMENTS :"),
    ("OPTIONS:", "OPTIONS :"),
    ("SUBCOMMANDS:", "COMMANDES :"),
    ("<subcommand>", "<commande>"),
    ("Show help information.", "Affiche cette aide."),
    ("Show subcommand help information.", "Affiche l'aide d'une commande."),
    ("Show the version.", "Affiche la version."),
    ("See '", "Voir « "),
    ("' for detailed help.", " » pour l'aide d'une commande."),
    ("' for more information.", " » pour en savoir plus."),
    ("Error: ", "Erreur : "),
    ("Usage: ", "Usage : "),
    ("Missing expected argument", "Il manque l'argument"),
    ("Missing value for", "Il manque une valeur pour"),
    ("Unknown option", "Option inconnue :"),
    ("Unexpected argument", "Argument inattendu :"),
    ("unexpected arguments", "arguments inattendus"),
    ("is invalid for", "n'est pas une valeur de"),
    ("The value", "La valeur"),
    ("Please provide one of", "Choix possibles :"),
    ("Did you mean", "Vouliez-vous dire"),
    ("(default: ", "(par défaut : "),
    ("(values: ", "(valeurs : "),
  ]

  static func translated(_ text: String) -> String {
    guard UserLanguage.current == .french else { return text }
    return french.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
