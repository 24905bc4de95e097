/// What the columns of the synthetic survey say. `Benchmarks/job/survey.yaml` lists the same.
enum Labels {
  static let satisfied = [
    "Très satisfait(e)", "Plutôt satisfait(e)", "Plutôt pas satisfait(e)",
    "Pas du tout satisfait(e)", "Ne se prononce pas",
  ]
  static let agrees = [
    "Tout à fait d'accord", "Plutôt d'accord", "Plutôt pas d'accord", "Pas du tout d'accord",
    "Sans opinion",
  ]
  static let yes = [
    "Oui, tout à fait", "Oui, plutôt", "Non, plutôt pas", "Non, pas du tout", "Ne sait pas",
  ]
  static let often = [
    "Tous les jours ou presque", "Au moins une fois par semaine", "Une à trois fois par mois",
    "Quelques fois par an, à l'occasion", "Jamais",
  ]
  static let changed = [
    "S'est beaucoup améliorée", "S'est un peu améliorée", "Est restée stable",
    "S'est un peu dégradée", "S'est beaucoup dégradée",
  ]
  /// The options of q01 to q12.
  static let single = [
    satisfied, satisfied, yes, agrees, often, changed, satisfied, yes, agrees, satisfied, often,
    yes,
  ]
  static let travel = [
    "Voiture (conducteur ou passager)", "Bus, tram et métro", "Vélo",
    "Trottinette, gyropode ou autre engin", "Marche à pied", "Train ou car régional",
    "Deux-roues motorisé", "Autopartage, covoiturage",
  ]
  static let informed = [
    "Site internet de la Ville", "Magazine municipal", "Affichage", "Réseaux sociaux",
    "Bouche-à-oreille", "Presse régionale", "Réunions publiques", "Application mobile",
    "Conseil de quartier", "Aucun de ces moyens",
  ]
  static let places = [
    "Parcs et jardins", "Bibliothèques et médiathèques", "Piscines", "Gymnases", "Écoles",
    "Crèches", "Marchés", "Musées", "Théâtres", "Maisons de quartier", "Centres de santé",
    "Déchèteries",
  ]
  static let priorities = [
    "Sécurité et tranquillité", "Propreté", "Stationnement", "Espaces verts, arbres et ombre",
    "Commerces de proximité", "Transports en commun", "Pistes cyclables",
    "Écoles et périscolaire", "Logement", "Vie associative et culturelle",
  ]
  static let occupations = [
    "Agriculteur", "Artisan, commerçant, chef d'entreprise", "Cadre",
    "Profession intermédiaire", "Employé", "Ouvrier", "Retraité",
    "Sans activité professionnelle",
  ]
  static let tenures = [
    "Propriétaire", "Locataire du parc privé", "Locataire du parc social", "Hébergé(e)",
  ]
  static let since = [
    "Moins d'un an", "1 à 3 ans", "4 à 9 ans", "10 à 19 ans", "20 ans et plus",
  ]
  static let browsers = [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X)",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64)", "Mozilla/5.0 (Linux; Android 14)",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)",
  ]
  static let words = """
    la rue est très bruyante le soir et il manque des bancs près de l'école on aimerait davantage \
    de propreté merci pour les arbres plantés cet été mais le stationnement reste difficile \
    surtout les jours de marché vélo piéton trottoir éclairage sécurité enfants personnes âgées \
    médiathèque horaires
    """.split(separator: " ").map(String.init)

  /// Headings, in the order of the columns.
  static let headings =
    ["id", "date", "mode", "quartier", "age", "sexe", "poids"]
    + (1...12).map { $0 < 10 ? "q0\($0)" : "q\($0)" }
    + [
      "m1", "m2", "m3", "note", "prio1", "prio2", "prio3", "commentaire", "heure_debut",
      "duree_s", "csp", "logement", "statut_occupation", "anciennete", "enfants",
      "taille_foyer", "code_postal", "canal_info", "langue", "navigateur", "ip_hash",
      "consentement", "recontact", "autre_precision", "date_fin", "version",
    ]
}
