import Testing

@testable import Statistics

@Suite struct FrequencyTableTests {
  @Test func countsAndBases() throws {
    let scale = try CodeColumn([0, 1, 1, 3, -1, 2, 3, 3], categoryCount: 5)
    let design = try SurveyDesign(rowCount: 8, weights: [1, 2, 1, 1, 4, 1, 0, 2])
    let table = FrequencyTable(scale, design: design, domain: design.everyone)
    #expect(table.counts == [1, 2, 1, 3, 0])
    #expect(table.weights == [1, 3, 1, 3, 0])
    #expect(table.missingCount == 1)
    #expect(table.missingWeight == 4)
    #expect(table.totalWeight == 12)
    #expect(table.shares(.weight, of: .total)?[4] == 0)
    #expect(isClose(table.cumulativeShares()?[1], 3.0 / 7))
    #expect(isClose(table.topBox(2), 3.0 / 7))
    #expect(isClose(table.bottomBox(2, .weight), 4.0 / 8))
    #expect(table.topBox(9) == 1)
    #expect(isClose(table.base.effectiveSize.value, 64.0 / 12))
  }

  @Test func anEmptyBaseHasNoShares() throws {
    let column = try CodeColumn([-1, -1], categoryCount: 2)
    let design = try SurveyDesign.simpleRandom(rowCount: 2)
    let table = FrequencyTable(column, design: design, domain: design.everyone)
    #expect(table.shares() == nil)
    #expect(table.shares(of: .total) == [0, 0])
    #expect(table.topBox(1) == nil)
    #expect(table.base.effectiveSize.reason == .emptyBase)
  }

  @Test func reservedCodesAreMissing() throws {
    let bytes: [UInt8] = [0, 1, 255, 1]
    let column = try CodeColumn(converting: bytes, categoryCount: 2, missing: 255)
    #expect(column.codes == [0, 1, -1, 1])
  }
}
