/// The means of several domains with their covariances, found in one pass: each pair of them is then
/// compared at no further cost. The domains may share people.
struct JointDomains {
  private let design: SurveyDesign
  /// The rows of each domain that have a value.
  private let domains: [Domain]
  private let sizes: [WeightSummary]
  private let means: [Double]
  private let covariance: Matrix?

  init(_ values: [Double?], _ domains: [Domain], _ design: SurveyDesign) {
    self.design = design
    let answering = domains.map { design.restrict($0, where: values.map { $0 != nil }) }
    let found = answering.map { design.weightedMean(values, $0) }
    let (sizes, means) = (found.map(\.size), found.map(\.mean))
    let inside = answering.map { design.membership(of: $0) }
    let anywhere = design.restrict(
      design.everyone, where: (0..<design.rowCount).map { row in inside.contains { $0[row] } })
    covariance = design.covariance(over: anywhere, dimension: means.count) { row, z in
      let y = values[row] ?? 0
      for k in means.indices {
        z[k] = inside[k][row] ? design.weights[row] * (y - means[k]) / sizes[k].sum : 0
      }
    }
    self.domains = answering
    self.sizes = sizes
    self.means = means
  }

  /// Second less first.
  func difference(_ a: Int, _ b: Int) -> Estimated<Difference> {
    if let reason = design.emptiness(of: sizes[a]) ?? design.emptiness(of: sizes[b]) {
      return .failure(reason)
    }
    if design.isWholePopulation { return .failure(.wholePopulation) }
    guard let v = covariance else { return .failure(.noDegreesOfFreedom) }
    return .success(
      Difference(
        first: means[a], second: means[b], firstStandardError: v[a, a].squareRoot(),
        secondStandardError: v[b, b].squareRoot(), covariance: v[a, b],
        standardError: max(0, v[a, a] + v[b, b] - 2 * v[a, b]).squareRoot(),
        degreesOfFreedom: Double(
          design.degreesOfFreedom(of: SurveyDesign.union(domains[a], domains[b])))))
  }
}
