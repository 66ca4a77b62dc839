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
  WITH typed AS (
    SELECT "Mã hồ sơ" AS code, "Mã cơ quan" AS unit, "Lĩnh vực" AS field,
      strptime("Ngày tiếp nhận", '%d/%m/%Y %H:%M:%S')::DATE AS got,
      strptime(nullif("Ngày hẹn trả", ''), '%d/%m/%Y %H:%M:%S')::DATE AS due,
      strptime(nullif("Ngày kết thúc xử lý", ''), '%d/%m/%Y %H:%M:%S')::DATE AS done,
      "Hình thức tiếp nhận" AS channel, "Mức độ" = 'Toàn trình' AS is_full,
      "Phí, lệ phí"::BIGINT > 0 AS charged, "Hình thức thanh toán" = 'Trực tuyến' AS paid,
      "Số hóa thành phần hồ sơ" = 'Có' AS components, "Số hóa kết quả" = 'Có' AS results,
      coalesce("Mức độ hài lòng", '') AS mood, row_number() OVER () AS line
    FROM read_csv('{file}', header = true, all_varchar = true, delim = ',', quote = '"')
  ), told AS (
    SELECT code, unit, field, line,
      got BETWEEN '{first}' AND '{last}' AS received,
      got < '{first}' AND (done IS NULL OR done >= '{first}') AS carried,
      got <= '{last}' AND coalesce(done BETWEEN '{first}' AND '{last}', false) AS resolved,
      got <= '{last}' AND (done IS NULL OR done > '{last}') AS pending,
      due, done, channel, is_full, charged, paid, components, results, mood
    FROM typed
  ), packed AS (
    SELECT code, unit, field, line,
      received::INT
      + 2 * (received AND channel = 'Trực tuyến')::INT
      + 4 * (received AND channel = 'Trực tiếp')::INT
      + 8 * (received AND channel = 'Bưu chính công ích')::INT
      + 16 * carried::INT
      + 32 * resolved::INT
      + 64 * (resolved AND done < due)::INT
      + 128 * (resolved AND done = due)::INT
      + 256 * (resolved AND done > due)::INT
      + 512 * pending::INT
      + 1024 * (pending AND due < '{last}')::INT
      + 2048 * (received AND is_full)::INT
      + 4096 * (received AND is_full AND channel = 'Trực tuyến')::INT
      + 8192 * (received AND charged)::INT
      + 16384 * (received AND charged AND paid)::INT
      + 32768 * (received AND components)::INT
      + 65536 * (resolved AND results)::INT
      + 131072 * (resolved AND mood <> '')::INT
      + 262144 * (resolved AND mood IN ('Hài lòng', 'Rất hài lòng'))::INT AS facts
    FROM told
  ), kept AS (
    SELECT arg_max({{'unit': unit, 'field': field, 'facts': facts}}, line) AS r
    FROM packed GROUP BY code
  ), signed AS (
    SELECT r.unit AS unit, r.field AS field, r.facts AS facts, count(*) AS n
    FROM kept GROUP BY ALL
  ), counted AS (
    SELECT unit, field, {counts} FROM signed GROUP BY unit, field
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
    counts = ", ".join(
        "sum(n * ((facts >> %d) & 1))::BIGINT AS %s" % (bit, name)
        for bit, name in enumerate(COLUMNS)
    )
    query = QUERY.format(
        file=file, first=first, last=last, out=out, sums=sums, counts=counts)
    duckdb.sql(query)


if __name__ == "__main__":
    main(*sys.argv[1:5])
