#!/usr/bin/env python3
"""Counts every dossier indicator for every unit and field with DuckDB.

Usage: count_duckdb.py FILE FROM TO OUT.csv, with days as yyyy-mm-dd. It does the work of
`baocao run --format csv` on an export of make_export.py: duplicates removed (the last row of a
code stays), dates read, everything counted by unit and field, rolled up to the unit.
"""

import sys

import duckdb

QUERY = """
COPY (
  WITH numbered AS (
    SELECT *, row_number() OVER () AS line
    FROM read_csv('{file}', header = true, all_varchar = true, delim = ',', quote = '"')
  ), kept AS (
    SELECT arg_max(numbered, line) AS r FROM numbered GROUP BY "Mã hồ sơ"
  ), typed AS (
    SELECT r."Mã cơ quan" AS unit, r."Lĩnh vực" AS field,
      strptime(r."Ngày tiếp nhận", '%d/%m/%Y %H:%M:%S')::DATE AS got,
      strptime(nullif(r."Ngày hẹn trả", ''), '%d/%m/%Y %H:%M:%S')::DATE AS due,
      strptime(nullif(r."Ngày kết thúc xử lý", ''), '%d/%m/%Y %H:%M:%S')::DATE AS done,
      r."Hình thức tiếp nhận" AS channel, r."Mức độ" AS level,
      r."Phí, lệ phí"::BIGINT > 0 AS charged, r."Hình thức thanh toán" = 'Trực tuyến' AS paid,
      r."Số hóa thành phần hồ sơ" = 'Có' AS components, r."Số hóa kết quả" = 'Có' AS results,
      coalesce(r."Mức độ hài lòng", '') AS mood
    FROM kept
  ), told AS (
    SELECT *, got BETWEEN '{first}' AND '{last}' AS received,
      got < '{first}' AND (done IS NULL OR done >= '{first}') AS carried,
      got <= '{last}' AND coalesce(done BETWEEN '{first}' AND '{last}', false) AS resolved,
      got <= '{last}' AND (done IS NULL OR done > '{last}') AS pending
    FROM typed
  ), counted AS (
    SELECT unit, field,
      count(*) FILTER (received) AS received,
      count(*) FILTER (received AND channel = 'Trực tuyến') AS online,
      count(*) FILTER (received AND channel = 'Trực tiếp') AS in_person,
      count(*) FILTER (received AND channel = 'Bưu chính công ích') AS postal,
      count(*) FILTER (carried) AS carried,
      count(*) FILTER (resolved) AS resolved,
      count(*) FILTER (resolved AND done < due) AS early,
      count(*) FILTER (resolved AND done = due) AS on_time,
      count(*) FILTER (resolved AND done > due) AS late,
      count(*) FILTER (pending) AS pending,
      count(*) FILTER (pending AND due < '{last}') AS overdue,
      count(*) FILTER (received AND level = 'Toàn trình') AS full_level,
      count(*) FILTER (received AND level = 'Toàn trình' AND channel = 'Trực tuyến') AS full_online,
      count(*) FILTER (received AND charged) AS charged,
      count(*) FILTER (received AND charged AND paid) AS paid,
      count(*) FILTER (received AND components) AS components,
      count(*) FILTER (resolved AND results) AS results,
      count(*) FILTER (resolved AND mood <> '') AS judged,
      count(*) FILTER (resolved AND mood IN ('Hài lòng', 'Rất hài lòng')) AS satisfied
    FROM told GROUP BY unit, field
  )
  SELECT unit, {sums} FROM counted GROUP BY unit ORDER BY unit
) TO '{out}' (HEADER, DELIMITER ',')
"""
COLUMNS = (
    "received online in_person postal carried resolved early on_time late pending overdue full_level "
    "full_online charged paid components results judged satisfied"
).split()


def main(file, first, last, out):
    """Runs the query."""
    sums = ", ".join("sum(%s)::BIGINT AS %s" % (name, name) for name in COLUMNS)
    duckdb.sql(QUERY.format(file=file, first=first, last=last, out=out, sums=sums))


if __name__ == "__main__":
    main(*sys.argv[1:5])
