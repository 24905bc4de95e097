import Testing

@testable import Ingestion

@Suite("Reference cases", .enabled(if: !ReferenceCase.all.isEmpty, ReferenceCase.absence))
struct ReferenceTests {
  @Test("There are 97") func count() {
    #expect(ReferenceCase.all.count == 97)
  }

  @Test("Verdict, rows, codes and place", arguments: ReferenceCase.all)
  func reads(_ reference: ReferenceCase) throws {
    let outcome = Outcome(try reference.bytes, reference.options)
    #expect((outcome.error != nil) == (reference.verdict == "reject"))
    #expect(outcome.codes == reference.codes.sorted())
    if let error = reference.error {
      #expect(outcome.error?.rawValue == error.code)
      if let line = error.line { #expect(outcome.location?.line == line) }
      if let record = error.record { #expect(outcome.location?.record == record) }
      if let byte = error.byte { #expect(outcome.location?.byte == byte) }
    } else if let rows = reference.rows {
      #expect(outcome.rows == rows)
    } else {
      #expect(reference.rowsSHA256 != nil)
    }
  }

  @Test("Every chunk size gives the same", arguments: ReferenceCase.all)
  func chunks(_ reference: ReferenceCase) throws {
    let bytes = try reference.bytes
    let whole = Outcome(bytes, reference.options)
    for chunk in [1, 2, 3, 4, 5, 6, 7, 8, 9] where bytes.count < 20_000 || chunk == 9 {
      var options = reference.options
      options.chunkBytes = chunk
      #expect(Outcome(bytes, options) == whole, "chunks of \(chunk)")
    }
  }
}
