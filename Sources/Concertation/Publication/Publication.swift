internal import Definitions
internal import Export
internal import SurveyModel
internal import Tabulation

/// The public edition of a run: its tables, what it withholds, and what was published before.
struct Publication: Sendable {
  let tables: [PublishableTable]
  let account: DisclosureAccount
  let releases: [PublishedFigures]
  /// Why it may not be published.
  let refusals: [Problem]
  let thresholds: DisclosureThresholds
  /// Merges that would open more.
  let proposals: [MergeProposal]

  init(_ reading: ProjectReading, _ all: ProjectTables, jobs: Int) {
    let project = reading.project
    thresholds = DisclosureThresholds(
      base: project.publication.base, cell: project.publication.cell)
    let disclosure = Disclosure(thresholds)
    let merged = project.merges.isEmpty ? reading : reading.merged
    let published = project.merges.isEmpty ? all : ProjectTables(merged, jobs: jobs)
    var releases: [PublishedFigures] = []
    var refusals: [Problem] = []
    for file in StateFolder(path: project.stateFolder).releases() {
      let name = String(file.file.dropLast(".json".count))
      if let figures = ReleaseText.figures(Array(file.text.utf8), name: name) {
        releases.append(figures)
      } else {
        refusals.append(.brokenRelease(project.stateFolder + "/releases/" + file.file))
      }
    }
    self.releases = releases
    (tables, account) = disclosure.publicEdition(of: published.linked(), after: releases)
    for refused in account.refused { refusals.append(.tooFewSince(refused, thresholds.base)) }
    if account.unprotected > 0 { refusals.append(.cannotProtect(account.unprotected)) }
    self.refusals = refusals
    proposals = MergeProposals(merged, thresholds).all()
  }
}

extension StateFolder {
  /// Remembers what is published, under a name of its own.
  ///
  /// - Throws: `Stop` with exit code 4 when another release has the name.
  func write(release bytes: [UInt8], name: String) throws(Stop) {
    let file = "\(path)/releases/\(name).json"
    if let there = SheetFinder.bytes(of: file) {
      guard there == bytes else { throw Stop(.output, .releaseTaken(file)) }
      return
    }
    try put(bytes, "releases", "\(name).json")
  }
}

extension Problem {
  static func brokenRelease(_ file: String) -> Problem {
    Problem(
      .error, "broken-release",
      Bilingual(
        fr: "cette publication ne peut pas être relue ; sans elle rien ne protège des écarts",
        en: "this release cannot be read back; without it nothing protects from differences"),
      at: SourceLocation(file: file),
      fix: Bilingual(
        fr: "remettez le fichier tel qu'il a été écrit, depuis une sauvegarde",
        en: "put the file back as it was written, from a backup"))
  }

  static func releaseTaken(_ file: String) -> Problem {
    Problem(
      .error, "release-taken",
      Bilingual(
        fr:
          "une autre publication porte ce nom ; les résultats sont écrits, elle n'est pas changée",
        en: "another release has this name; the results are written, it is not changed"),
      at: SourceLocation(file: file),
      fix: Bilingual(fr: "donnez un autre nom à --release", en: "give --release another name"))
  }

  static func badReleaseName(_ name: String) -> Problem {
    Problem(
      .error, "bad-release-name",
      Bilingual(
        fr: "« \(name) » ne peut pas nommer une publication",
        en: "“\(name)” cannot name a release"),
      fix: Bilingual(
        fr: "lettres minuscules, chiffres et tirets : --release \(FileName.safe(name))",
        en: "lower-case letters, digits and hyphens: --release \(FileName.safe(name))"))
  }

  static func releaseWithoutPublic() -> Problem {
    Problem(
      .error, "release-without-public",
      Bilingual(
        fr: "--release retient une édition publique, et cette exécution n'en fait pas",
        en: "--release remembers a public edition, and this run makes none"),
      fix: Bilingual(
        fr: "ajoutez --edition public ou --edition both",
        en: "add --edition public or --edition both"))
  }

  static func tooFewSince(_ earlier: EarlierRelease, _ base: Int) -> Problem {
    let people = abs(earlier.people)
    return Problem(
      .error, "too-few-since-release",
      Bilingual(
        fr:
          "« \(earlier.source) » : \(people) personne(s) d'écart avec la publication « \(earlier.release) » ; l'écart dirait leurs réponses",
        en:
          "“\(earlier.source)”: \(people) people apart from the release “\(earlier.release)”; the difference would tell their answers"
      ),
      fix: Bilingual(
        fr:
          "attendre qu'elles soient \(base) au moins, ou publier les mêmes données ; --edition working reste possible",
        en:
          "wait until they are \(base) at least, or publish the same data; --edition working remains possible"
      ))
  }

  static func cannotProtect(_ count: Int) -> Problem {
    Problem(
      .error, "cannot-protect",
      Bilingual(
        fr:
          "\(count) nombre(s) de l'édition publique se déduiraient des autres, ou de publications antérieures",
        en:
          "\(count) number(s) of the public edition could be worked out from others, or from earlier releases"
      ),
      fix: Bilingual(
        fr:
          "publier les mêmes tableaux qu'alors, ou regrouper (`merge`) ; --edition working reste possible",
        en: "publish the same tables as then, or merge; --edition working remains possible"))
  }
}
