/// Room for what the columns of a batch say, a number for every row.
///
/// A class that owns its memory, because one column is read from it while another is written.
@safe final class ColumnRoom {
  /// Stands for the day of an empty cell.
  static let noDay = Int32.min

  private var capacity = 512
  private var memory: UnsafeMutablePointer<Int32>

  /// What the columns gave, by column.
  @unsafe struct Numbers {
    /// Days, ``noDay`` where the cell is empty.
    let first: UnsafeMutablePointer<Int32>
    let due: UnsafeMutablePointer<Int32>
    let finish: UnsafeMutablePointer<Int32>
    let unit: UnsafeMutablePointer<Int32>
    let status: UnsafeMutablePointer<Int32>
    /// The facts that the row says itself, the bits of a signature.
    let said: UnsafeMutablePointer<Int32>
    /// Not 0 where the row has to be looked at cell by cell.
    let odd: UnsafeMutablePointer<Int32>
    /// What the column under way gives.
    let scratch: UnsafeMutablePointer<Int32>
  }

  private static let columns = 8

  init() {
    unsafe memory = .allocate(capacity: capacity * Self.columns)
    unsafe memory.initialize(repeating: 0, count: capacity * Self.columns)
  }

  deinit { unsafe memory.deallocate() }

  /// Room for so many rows, of which nothing is said and nothing is odd.
  func numbers(_ rows: Int) -> Numbers {
    if rows > capacity {
      capacity = rows
      unsafe memory.deallocate()
      unsafe memory = .allocate(capacity: capacity * Self.columns)
      unsafe memory.initialize(repeating: 0, count: capacity * Self.columns)
    }
    let start = unsafe memory
    unsafe (start + 5 * capacity).update(repeating: 0, count: rows)
    unsafe (start + 6 * capacity).update(repeating: 0, count: rows)
    return unsafe Numbers(
      first: start, due: start + capacity, finish: start + 2 * capacity,
      unit: start + 3 * capacity, status: start + 4 * capacity, said: start + 5 * capacity,
      odd: start + 6 * capacity, scratch: start + 7 * capacity)
  }
}
