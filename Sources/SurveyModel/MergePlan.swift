/// What a project publishes together: options and quartiers that the public edition counts as one,
/// so that less of it is withheld. The working edition keeps them apart.
public struct MergePlan: Sendable, Hashable {
  /// Several of one list under a new code.
  public struct Group: Sendable, Hashable {
    public var code: String
    public var members: [String]
    public init(code: String, members: [String]) {
      self.code = code
      self.members = members
    }
  }

  public var quartiers: [Group]
  /// By question id, in every survey that asks it.
  public var options: [String: [Group]]

  public init(quartiers: [Group] = [], options: [String: [Group]] = [:]) {
    self.quartiers = quartiers
    self.options = options
  }

  public var isEmpty: Bool { quartiers.isEmpty && options.isEmpty }

  /// Where each of `codes` goes, and the codes of the new list: a group stands where its first member
  /// stood.
  static func places(of codes: [String], _ groups: [Group]) -> (new: [[Int]], place: [Int]) {
    var new: [[Int]] = []
    var place = [Int](repeating: 0, count: codes.count)
    var placeOfGroup: [String: Int] = [:]
    for (index, code) in codes.enumerated() {
      let group = groups.first { $0.members.contains(code) }
      if let group, let known = placeOfGroup[group.code] {
        new[known].append(index)
        place[index] = known
        continue
      }
      if let group { placeOfGroup[group.code] = new.count }
      place[index] = new.count
      new.append([index])
    }
    return (new, place)
  }

  /// The labels of several, as one.
  static func label(_ labels: [Bilingual]) -> Bilingual {
    Bilingual(
      fr: labels.map(\.fr).joined(separator: " + "), en: labels.map(\.en).joined(separator: " + "))
  }

  /// The quartiers with those of a group as one; its population is theirs, where all have one.
  public func merged(_ list: [Quartier]) -> [Quartier] {
    let (new, _) = Self.places(of: list.map(\.code), quartiers)
    return new.map { members in
      guard members.count > 1,
        let group = quartiers.first(where: { $0.members.contains(list[members[0]].code) })
      else { return list[members[0]] }
      let populations = members.compactMap { list[$0].population }
      return Quartier(
        code: group.code, name: members.map { list[$0].name }.joined(separator: " + "),
        population: populations.count == members.count ? populations.reduce(0, +) : nil)
    }
  }

  /// The quartier that a code stands for now.
  func quartier(_ code: String) -> String {
    quartiers.first { $0.members.contains(code) }?.code ?? code
  }
}

extension CodeList {
  /// The list with groups of options as one; `nil` where none of them is in it.
  func merged(_ groups: [MergePlan.Group]) -> (list: CodeList, place: [Int])? {
    let old = answers
    let here = groups.filter { group in
      group.members.allSatisfy { m in old.contains { $0.code == m } }
    }
    guard !here.isEmpty else { return nil }
    let (new, place) = MergePlan.places(of: old.map(\.code), here)
    let options = new.map { members -> AnswerOption in
      var option = old[members[0]]
      guard members.count > 1, let group = here.first(where: { $0.members.contains(option.code) })
      else { return option }
      option.code = group.code
      option.label = MergePlan.label(members.map { old[$0].label })
      option.isExclusive = members.allSatisfy { old[$0].isExclusive }
      return option
    }
    return (CodeList(options, allowsOther: allowsOther), place)
  }
}
