/// Names of neighbourhoods: sixty names, and with a word before them up to 1,440.
public enum Places {
  private static let names = [
    "Centre-ville", "Gare", "Saint-Jean", "Les Hauts de l'Étang", "Île aux Moines", "Bellevue",
    "Le Pré Fleuri", "Les Frênes", "Mérignac", "La Côte-Pavée", "Château d'Eau", "Forêt-Noire",
    "Les Érables", "Pâquerettes", "Sainte-Thérèse", "Bourg l'Évêque", "Œuvres", "Cité Ampère",
    "Les Chênes", "Orangerie", "Polygone", "Belle-Île", "Hôpital", "Presqu'île, rive gauche",
    "Presqu'île, rive droite", "Grand Large", "Vallée", "Côteaux", "La Roseraie",
    "Montplaisir", "Clairière", "Moulin", "Gravière", "Port", "Canal", "Hippodrome",
    "Université", "Arsenal", "Faïencerie", "Tanneries", "Verrerie", "Zénith", "Les Prés",
    "Garenne", "Abbaye", "Chapelle", "Rosière", "Genêts", "Noë", "Bruyères", "Pépinière",
    "Plaine", "Lavoisier", "Pasteur", "Jaurès", "Zola", "Sévigné", "Molière", "Curie",
    "Fénelon",
  ]
  private static let before = [
    "", "Le Haut ", "Le Bas ", "Quartier ", "Résidence ", "Faubourg ", "Parc ", "Cité ",
    "Hameau ", "Lotissement ", "Secteur ", "Îlot ", "Rue ", "Place ", "Avenue ", "Nouveau ",
    "Vieux ", "Petit ", "Grand ", "Entrée ", "Lisière ", "Porte ", "Domaine ", "Clos ",
  ]

  /// - Precondition: `count` is in 1...1440.
  public static func names(_ count: Int) -> [String] {
    precondition((1...before.count * names.count).contains(count))
    return Array(before.flatMap { word in names.map { word + $0 } }.prefix(count))
  }

  /// The list as `quartiers.csv` of a project.
  public static func list(_ count: Int) -> String {
    var text = "code,name\n"
    for (index, name) in names(count).enumerated() {
      text += "q\(index + 1)," + String(decoding: Choice.cell(name), as: UTF8.self) + "\n"
    }
    return text
  }
}
