// Writes a workbook with one of everything and a workbook with a list of ROWS rows (200 unless
// given) into a folder, and takes two workbooks back, for a tool that watches every access to
// memory.
//
// Without tasks, because such tools do not follow the threads of the concurrency library.

import Glibc
import Workbooks

guard let folder = CommandLine.arguments.dropFirst().first else {
  print("WriteSpecimens FOLDER [ROWS]")
  exit(64)
}
let rows = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 200
do throws(WorkbookError) {
  try specimenBook.write(to: folder + "/book.xlsx")
  try specimenList(rows: rows).write(to: folder + "/list.xlsx")
  print("written")
} catch {
  print(error)
  exit(1)
}
do throws(WorkbookError) {
  // Written in full, and not put in the place of a folder.
  try specimenBook.write(to: folder)
  exit(1)
} catch {
  print("taken back")
}
do throws(WorkbookError) {
  // Left in the middle of its rows.
  var bad = specimenList(rows: 50)
  bad.sheets[0].row = { [.number($0 == 40 ? .nan : 1)] }
  try bad.write(to: folder + "/bad.xlsx")
  exit(1)
} catch {
  print("left")
}
