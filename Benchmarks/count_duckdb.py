#!/usr/bin/env python3
"""Counts every dossier indicator for every unit and field with DuckDB.

Usage: count_duckdb.py FILE FROM TO OUT.csv, with days as yyyy-mm-dd. It does the work of
`baocao run --format csv` on an export of make_export.py: duplicates removed (the last row of a
code stays), dates read, everything counted by unit and field, rolled up to the unit.

The rows go through a table because its rowid follows the order of the file however many threads
read it, where row_number() OVER () would hold the reader to one thread.
"""

import sys

import duckdb

QUERY = """
CREATE TEMP TABLE packed AS
  WITH typed AS (
    SELECT "Mã hồ sơ" AS code, "Mã cơ quan" AS unit, "Lĩnh vực" AS field,
      strptime("Ngày tiếp nhận", '%d/%m/%Y %H:%M:%S')::DATE AS got,
      strptime(nullif("Ngày hẹn trả", ''), '%d/%m/%Y %H:%M:%S')::DATE AS due,
      strptime(nullif("Ngày kết thúc xử lý", ''), '%d/%m/%Y %H:%M:%S')::DATE AS done,
      "Hình thức tiếp nhận" AS channel, "Mức độ" AS level, "Phí, lệ phí" AS fee,
      "Hình thức thanh toán" AS payment, "Số hóa thành phần hồ sơ" AS components,
      "Số hóa kết quả" AS results, "Mức độ hài lòng" AS mood
    FROM read_csv('{file}', header = true, all_varchar = true, delim = ',', quote = '"')
  )
  SELECT code, unit, field,
    CASE
      WHEN got BETWEEN '{first}' AND '{last}' THEN {received}
        + CASE channel
            WHEN 'Trực tuyến' THEN {online}
            WHEN 'Trực tiếp' THEN {in_person}
            WHEN 'Bưu chính công ích' THEN {postal}
            ELSE 0
          END
        + CASE
            WHEN level = 'Toàn trình' AND channel = 'Trực tuyến' THEN {full_level} + {full_online}
            WHEN level = 'Toàn trình' THEN {full_level}
            ELSE 0
          END
        + CASE
            WHEN fee::BIGINT > 0 AND payment = 'Trực tuyến' THEN {charged} + {paid}
            WHEN fee::BIGINT > 0 THEN {charged}
            ELSE 0
          END
        + CASE WHEN components = 'Có' THEN {components} ELSE 0 END
      WHEN got < '{first}' AND (done IS NULL OR done >= '{first}') THEN {carried}
      ELSE 0
    END
    + CASE
        WHEN got > '{last}' OR done < '{first}' THEN 0
        WHEN done <= '{last}' THEN {resolved}
          + CASE
              WHEN done < due THEN {early}
              WHEN done = due THEN {on_time}
              WHEN done > due THEN {late}
              ELSE 0
            END
          + CASE WHEN results = 'Có' THEN {results} ELSE 0 END
          + CASE
              WHEN mood IN ('Hài lòng', 'Rất hài lòng') THEN {judged} + {satisfied}
              WHEN mood <> '' THEN {judged}
              ELSE 0
            END
        WHEN due < '{last}' THEN {pending} + {overdue}
        ELSE {pending}
      END AS facts
  FROM typed;

COPY (
  WITH kept AS (
    SELECT unit, field, facts FROM packed
    WHERE rowid IN (SELECT max(rowid) FROM packed GROUP BY code)
  ), signed AS (
    SELECT unit, field, facts, count(*) AS n FROM kept GROUP BY ALL
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
    bits = {name: 1 << bit for bit, name in enumerate(COLUMNS)}
    duckdb.execute(QUERY.format(
        file=file, first=first, last=last, out=out, sums=sums, counts=counts, **bits))


if __name__ == "__main__":
    main(*sys.argv[1:5])
