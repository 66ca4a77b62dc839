#!/usr/bin/env python3
"""Counts every dossier indicator for every unit and field with the streaming engine of Polars.

Usage: count_polars.py FILE FROM TO OUT.csv. The work and the output are those of count_duckdb.py.
"""

import sys
from datetime import date

import polars as pl
from polars import col

COLUMNS = (
    "received online in_person postal carried resolved early on_time late pending overdue full_level "
    "full_online charged paid components results judged satisfied"
).split()
BITS = {name: 1 << bit for bit, name in enumerate(COLUMNS)}


def day(name):
    """The day of a column with days and times."""
    return col(name).str.to_date("%d/%m/%Y %H:%M:%S")


def bit(name, condition):
    """The bit of an indicator where a condition holds, else 0."""
    return condition.fill_null(False).cast(pl.Int32) * BITS[name]


def number(value):
    """A number as wide as the bits."""
    return pl.lit(value, pl.Int32)


def packed(file, first, last):
    """Every row with what it counts for, one bit an indicator."""
    got, due, done = col("got"), col("due"), col("done")
    online, full, charged = col("online"), col("full"), col("charged")
    of_received = (
        BITS["received"]
        + bit("online", online)
        + bit("in_person", col("in_person"))
        + bit("postal", col("postal"))
        + bit("full_level", full)
        + bit("full_online", full & online)
        + bit("charged", charged)
        + bit("paid", charged & col("paid"))
        + bit("components", col("components"))
    )
    of_resolved = (
        BITS["resolved"]
        + bit("early", done < due)
        + bit("on_time", done == due)
        + bit("late", done > due)
        + bit("results", col("results"))
        + bit("judged", col("judged"))
        + bit("satisfied", col("satisfied"))
    )
    of_pending = BITS["pending"] + bit("overdue", due < last)
    return (
        pl.scan_csv(file, infer_schema=False, row_index_name="line")
        .select(
            "line",
            code="Mã hồ sơ",
            unit="Mã cơ quan",
            field="Lĩnh vực",
            got=day("Ngày tiếp nhận"),
            due=day("Ngày hẹn trả"),
            done=day("Ngày kết thúc xử lý"),
            online=col("Hình thức tiếp nhận") == "Trực tuyến",
            in_person=col("Hình thức tiếp nhận") == "Trực tiếp",
            postal=col("Hình thức tiếp nhận") == "Bưu chính công ích",
            full=col("Mức độ") == "Toàn trình",
            charged=col("Phí, lệ phí").cast(pl.Int64) > 0,
            paid=col("Hình thức thanh toán") == "Trực tuyến",
            components=col("Số hóa thành phần hồ sơ") == "Có",
            results=col("Số hóa kết quả") == "Có",
            judged=col("Mức độ hài lòng") != "",
            satisfied=col("Mức độ hài lòng").is_in(["Hài lòng", "Rất hài lòng"]),
        )
        .select(
            "line",
            "code",
            "unit",
            "field",
            facts=pl.when(got.is_between(first, last)).then(of_received)
            .when((got < first) & (done.is_null() | (done >= first))).then(number(BITS["carried"]))
            .otherwise(number(0))
            + pl.when((got > last) | (done < first)).then(number(0))
            .when(done <= last).then(of_resolved)
            .otherwise(of_pending),
        )
    )


def main(file, first, last, out):
    """Runs the query."""
    rows = packed(file, date.fromisoformat(first), date.fromisoformat(last))
    kept = rows.join(rows.group_by("code").agg(col("line").max()), on="line", how="semi")
    signed = kept.group_by("unit", "field", "facts").agg(n=pl.len())
    counted = signed.group_by("unit", "field").agg(
        ((col("facts") // value % 2) * col("n")).sum().alias(name) for name, value in BITS.items())
    rolled = counted.group_by("unit").agg(col(name).sum() for name in COLUMNS).sort("unit")
    rolled.collect(engine="streaming").write_csv(out)


if __name__ == "__main__":
    main(*sys.argv[1:5])
