/// Reads a project with its questionnaires, themes and quartiers, and everything that is wrong with
/// them, at once. The exports are not opened.
public enum ProjectLoader {
  public static let fileName = "concertation.yaml"

  /// - Parameter path: the project file, or the folder that holds `concertation.yaml`.
  public static func load(path: String) -> Loaded<Project> {
    let file =
      FileReading.isFolder(path) ? FileReading.path(fileName, from: trimmed(path)) : path
    var reader = ProjectReader(file: file)
    let project = reader.project()
    return Loaded(partial: project, problems: reader.allProblems)
  }

  /// `surveys/x/` as `surveys/x`; the root and the current folder stay.
  private static func trimmed(_ folder: String) -> String {
    var out = folder[...]
    while out.count > 1, out.hasSuffix("/") { out = out.dropLast() }
    return out == "." ? "" : String(out)
  }
}
