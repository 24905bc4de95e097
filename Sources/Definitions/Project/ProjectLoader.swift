/// Reads a project with its questionnaires, themes and quartiers, and everything that is wrong with
/// them, at once. The exports are not opened.
public enum ProjectLoader {
  public static let fileName = "concertation.yaml"

  /// - Parameters:
  ///   - path: the project file, or the folder that holds `concertation.yaml`.
  ///   - named: told each export that the project names, before any other file is read: for
  ///     whoever wants to open it meanwhile.
  public static func load(
    path: String, named: @escaping (NamedExport) -> Void = { _ in }
  ) -> Loaded<Project> {
    let file =
      FileReading.isFolder(path) ? FileReading.path(fileName, from: trimmed(path)) : path
    var reader = ProjectReader(file: file, named: named)
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
