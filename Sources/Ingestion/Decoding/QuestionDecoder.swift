internal import SurveyModel

/// One decoder a question: picks it by the question's type and the shape of its columns.
struct QuestionDecoder: Sendable {
  let context: DecodingContext
  /// The columns that were read, by position.
  let columns: [Int: EncodedColumn]

  func decode(_ question: Question, _ shape: ColumnShape) -> DecodedQuestion {
    switch (question.type, shape) {
    case (.personalData, _), (.ignored, _), (_, .none):
      return DecodedQuestion(answers: .omitted)
    case (.multiple(let choice), _):
      return decode(question, choice, shape)
    case (.ranking(let ranking), _):
      return decode(question, RankingDecoder(question: question, ranking: ranking), shape)
    case (_, .one(let position)):
      guard let column = columns[position] else { return DecodedQuestion(answers: .omitted) }
      return decode(question, column)
    default:
      return DecodedQuestion(answers: .omitted)
    }
  }

  private func decode(_ question: Question, _ column: EncodedColumn) -> DecodedQuestion {
    switch question.type {
    case .single(let list):
      return SingleDecoder(question: question, list: list).decode(column, context)
    case .scale(let scale):
      return SingleDecoder(question: question, list: scale.list).decode(column, context)
    case .numericScale(let scale):
      return NumericScaleDecoder(question: question, scale: scale).decode(column, context)
    case .number:
      return NumberDecoder.numbers(question, column.numberFormat(question))
        .decode(column, context)
    case .date(let order):
      let proven = order ?? provenDateOrder(column.values.lazy.map(\.text))
      return NumberDecoder.dates(question, order: proven).decode(column, context)
    case .openText:
      return TextDecoder(question: question).decode(column, context)
    case .quartier:
      return QuartierDecoder(question: question).decode(column, context)
    case .multiple, .ranking, .personalData, .ignored:
      return DecodedQuestion(answers: .omitted)
    }
  }

  private func decode(
    _ question: Question, _ choice: MultipleChoice, _ shape: ColumnShape
  ) -> DecodedQuestion {
    switch shape {
    case .one(let position):
      guard let column = columns[position] else { break }
      var separator = context.layout.separator ?? ", "
      if case .cell(let declared) = choice.layout { separator = declared }
      return MultipleCellDecoder(question: question, choice: choice, separator: separator)
        .decode(column, context)
    case .options(let positions, let other):
      return MultipleColumnsDecoder(
        question: question, choice: choice, columns: positions.map { $0.flatMap { columns[$0] } },
        otherColumn: other.flatMap { columns[$0] }
      ).decode(context)
    case .mentions(let positions):
      return MentionsDecoder(
        question: question, choice: choice, columns: positions.compactMap { columns[$0] }
      ).decode(context)
    case .ranks, .items, .none:
      break
    }
    return DecodedQuestion(answers: .omitted)
  }

  private func decode(
    _ question: Question, _ decoder: RankingDecoder, _ shape: ColumnShape
  ) -> DecodedQuestion {
    switch shape {
    case .one(let position):
      guard let column = columns[position] else { break }
      var separator = context.layout.separator ?? ", "
      if case .cell(let declared) = decoder.ranking.layout { separator = declared }
      return decoder.decode(cell: column, separator: separator, context)
    case .ranks(let positions):
      return decoder.decode(ranks: positions.compactMap { columns[$0] }, context)
    case .items(let positions):
      return decoder.decode(items: positions.map { $0.flatMap { columns[$0] } }, context)
    case .options, .mentions, .none:
      break
    }
    return DecodedQuestion(answers: .omitted)
  }
}
