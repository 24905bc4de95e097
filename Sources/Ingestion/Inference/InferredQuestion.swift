public import SurveyModel

/// A question that headings and answers show, without a questionnaire.
public struct InferredQuestion: Sendable {
  /// As it is tabulated: nothing is claimed that only a person can declare.
  public var question: Question
  /// What a questionnaire would most likely declare.
  public var likelyType: ResponseType
  /// The columns that answer it, from 0.
  public var positions: [Int]
  /// The column with what was typed as "other", if one belongs to the question.
  public var otherPosition: Int?
  /// What shows the type, the strongest first.
  public var evidence: [Bilingual]
  public var openPoints: [OpenPoint]
  /// Questions of one block share it: the rows of a grid.
  public var block: String?
  /// Labels in the order of the options, with how many records give each; empty for free text.
  public var counts: [Int]
  /// Why the answers may be neighbourhoods.
  public var place: Bilingual?
  /// The heading itself asks for the neighbourhood.
  public var isSurelyPlace: Bool
  /// `false` where too little is known to count: no answer, dates in an unknown order.
  public var isTabulated: Bool
  var shape: ColumnShape

  init(
    _ question: Question, shape: ColumnShape, evidence: [Bilingual],
    openPoints: [OpenPoint] = [], likelyType: ResponseType? = nil, counts: [Int] = []
  ) {
    self.question = question
    self.likelyType = likelyType ?? question.type
    self.shape = shape
    self.evidence = evidence
    self.openPoints = openPoints
    self.counts = counts
    positions = shape.positions
    if case .options(_, let other) = shape { otherPosition = other }
    block = nil
    isSurelyPlace = false
    isTabulated = true
    switch question.type {
    case .ignored, .date(nil): isTabulated = false
    default: break
    }
    for case .decimalSign in openPoints { isTabulated = false }
  }
}
