import Administration
import DataFiles
import Foundation
import Testing
import TestSupport

@testable import Intake

/// Dates are decided for a whole column.
@Suite struct DateColumnTests {
  private let scratch: ScratchFolder
  private static let head = "Mã,Đơn vị,Ngày\n"

  init() throws { scratch = try ScratchFolder() }

  /// The first days of the accepted rows, or the problem of the file.
  private func days(_ cells: [String], dates: String) async throws -> [String] {
    let path = scratch.path("a.csv")
    let rows = cells.enumerated().map { "\($0.offset),Xã A,\($0.element)\n" }.joined()
    try Data((Self.head + rows).utf8).write(to: URL(fileURLWithPath: path))
    let profile = try SourceProfile(
      DataNode(
        text: "columns: {code: Mã, agencyName: Đơn vị, receivedAt: Ngày}\ndates: [\(dates)]",
        name: "p.yaml"), kind: .dossiers)
    let file = try OpenFile(.init(path: path, name: "a.csv"), profile: profile)
    var column = try #require(file.dates[.firstDay])
    return cells.map { cell in
      let bytes = Array(cell.utf8)
      return column.day(0..<bytes.count, bytes.span)?.iso ?? "-"
    }
  }

  @Test func `one cell that only one order reads decides for all`() async throws {
    let dates = "dd/MM/yyyy, MM/dd/yyyy"
    #expect(
      try await days(["12/06/2023", "13/06/2023"], dates: dates) == ["2023-06-12", "2023-06-13"])
    #expect(
      try await days(["06/12/2023", "06/13/2023"], dates: dates) == ["2023-06-12", "2023-06-13"])
    #expect(try await days(["12/06/2023", "13/06/2023"], dates: "auto")[0] == "2023-06-12")
  }

  @Test func `a column that both orders read asks for a setting`() async throws {
    await #expect(throws: IntakeError(file: "a.csv", problem: .ambiguousDates(column: "Ngày"))) {
      try await days(["12/06/2023", "01/02/2023"], dates: "auto")
    }
    #expect(try await days(["12/06/2023"], dates: "dd/MM/yyyy") == ["2023-06-12"])
  }

  @Test func `a column in the other order than the profile names is refused`() async throws {
    let cells = ["06/12/2023", "06/13/2023", "06/14/2023", "06/15/2023"]
    await #expect(
      throws: IntakeError(
        file: "a.csv", problem: .otherDateOrder(column: "Ngày", example: "06/13/2023"))
    ) {
      try await days(cells, dates: "dd/MM/yyyy")
    }
  }

  @Test func `serial numbers are dates only where the column is of them`() async throws {
    #expect(
      try await days(["45107", "45108.5"], dates: "dd/MM/yyyy, excel") == [
        "2023-06-30", "2023-07-01",
      ])
    #expect(
      try await days(["30/06/2023", "45108", "01/07/2023"], dates: "dd/MM/yyyy, excel")
        == ["2023-06-30", "-", "2023-07-01"])
  }

  @Test func `an impossible day in a column of days costs its row alone`() async throws {
    #expect(
      try await days(["31/02/2023", "28/02/2023"], dates: "dd/MM/yyyy, d/M/yy") == [
        "-", "2023-02-28",
      ])
  }

  @Test func `a body with fewer cells than its header and dates under other heads is refused`()
    async throws
  {
    let path = scratch.path("lech.csv")
    let text =
      "STT,Đơn vị,Lĩnh vực,Thủ tục,Mã,Trạng thái,Địa chỉ,Chủ hồ sơ,Ngày,Hạn,Xong,Người\n"
      + (1...5).map {
        "\($0),Xã A,Khai sinh,H59-2304-\($0),Ấp 1,Mẫu,0\($0)/04/2023,05/04/2023,04/04/2023\n"
      }.joined()
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let profile = try SourceProfile(
      DataNode(
        text: """
          columns: {code: Mã, agencyName: Đơn vị, receivedAt: Ngày, dueAt: Hạn, address: Địa chỉ}
          dates: [dd/MM/yyyy]
          """, name: "p.yaml"), kind: .dossiers)
    #expect(
      throws: IntakeError(
        file: "lech.csv", problem: .shiftedBody(heads: 12, cells: 9, column: "Địa chỉ"))
    ) {
      try OpenFile(.init(path: path, name: "lech.csv"), profile: profile)
    }
  }
}
