/// The columns of an export that hold personal data. They are looked for when somebody asks: where no
/// word of an answer is shown, nobody does.
struct PersonalColumns: Sendable {
  let layout: ExportLayout
  let head: HeadRecords
  /// Found by other means.
  var known: Set<Int>

  /// By heading, by content, and the known ones.
  /// - Complexity: O(bytes of the answers that are looked at), at each call.
  func positions() -> Set<Int> {
    PersonalData(layout: layout, head: head).columns.union(known)
  }
}
