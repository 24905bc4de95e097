internal import ArgumentParser

/// A word out of a few: the value of an option.
///
/// It says what `ArgumentParser` would find out by itself, with questions to the type system that each
/// run asks anew; a dozen of them take longer than to read some hundred records.
protocol Choice: ExpressibleByArgument, CaseIterable, RawRepresentable<String> {}

extension Choice {
  static var allValueStrings: [String] { allCases.map { $0.rawValue } }
  static var allValueDescriptions: [String: String] { [:] }
  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
  var defaultValueDescription: String { rawValue }
  init?(argument: String) { self.init(rawValue: argument) }
}
