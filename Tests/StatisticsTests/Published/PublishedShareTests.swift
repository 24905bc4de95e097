import Statistics
import Testing

@Suite("Published percentages") struct PublishedShareTests {
  @Test("The counts are those that a loop over all counts finds") func exhaustive() throws {
    for decimals in 0...1 {
      let scale = decimals == 0 ? 100 : 1000
      for base in 1...60 {
        for digits in stride(from: 0, through: scale, by: decimals == 0 ? 1 : 7) {
          let share = try #require(PublishedShare(digits: digits, decimals: decimals))
          // Half a unit either way, ties both ways.
          let naive = (0...base).filter { abs(2 * ($0 * scale - digits * base)) <= base }
          #expect(Array(share.counts(of: base).map { $0.map { $0 } } ?? []) == naive)
        }
      }
    }
  }

  @Test("157 people can be 41.4% four ways of saying it, 158 cannot") func carcassonne() throws {
    let share = try #require(PublishedShare(digits: 414, decimals: 1))
    #expect(share.counts(of: 157) == 65...65)
    #expect(share.counts(of: 158) == nil)
    let all = [414, 287, 261, 217].compactMap { PublishedShare(digits: $0, decimals: 1) }
    #expect(PublishedShares.bases(of: all, in: 150...165) == [157])
  }

  @Test("Parts of a whole add up in counts, not in rounded percentages") func parts() {
    func shares(_ digits: [Int]) -> [PublishedShare] {
      digits.compactMap { PublishedShare(digits: $0, decimals: 0) }
    }
    // A third each: 99 % in print, and sound.
    #expect(PublishedShares.canAddUp(shares([33, 33, 33]), to: 9))
    #expect(!PublishedShares.canAddUp(shares([33, 33, 33]), to: 8))
    #expect(!PublishedShares.canAddUp(shares([50, 45]), to: 20))
  }

  @Test("What is no percentage") func refused() {
    #expect(PublishedShare(digits: 101, decimals: 0) == nil)
    #expect(PublishedShare(digits: -1, decimals: 0) == nil)
    #expect(PublishedShare(digits: 1, decimals: 7) == nil)
    #expect(PublishedShare(digits: 50, decimals: 0)?.counts(of: 0) == nil)
    #expect(PublishedShare(digits: 100_000_000, decimals: 6)?.counts(of: 1_000_000_000) != nil)
  }
}
