#!/usr/bin/env python3
"""Writes one clean export of dossiers in the igate shape: 23 columns, about 385 bytes a row.

Usage: make_export.py ROWS FILE. One dossier in twenty stands twice, the second time with a later
state. The same ROWS give the same bytes.
"""

import csv
import random
import sys
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAD = (
    "STT,Mã hồ sơ,Mã TTHC,Tên thủ tục hành chính,Lĩnh vực,Mã cơ quan,Cơ quan/đơn vị,Chủ hồ sơ,"
    "Số điện thoại,Địa chỉ,Hình thức tiếp nhận,Mức độ,Ngày tiếp nhận,Ngày hẹn trả,"
    "Ngày kết thúc xử lý,Ngày trả kết quả,Trạng thái hồ sơ,\"Phí, lệ phí\",Hình thức thanh toán,"
    "Số hóa thành phần hồ sơ,Số hóa kết quả,Mức độ hài lòng,Cán bộ xử lý hiện tại\n"
)


def quoted(text):
    """A cell as RFC 4180 writes it."""
    return '"%s"' % text.replace('"', '""') if "," in text or '"' in text else text


def main(rows, path):
    """Writes the export."""
    random.seed(rows)
    with open(ROOT / "Templates/provinces/tra-vinh/units.csv", encoding="utf-8") as file:
        units = [(row["code"], quoted(row["name"])) for row in csv.DictReader(file)]
    with open(ROOT / "Templates/samples/procedures.csv", encoding="utf-8") as file:
        procedures = [
            (row["procedure"], quoted(row["name"]), quoted(row["field"])) for row in csv.DictReader(file)
        ]
    first = date(2022, 4, 1)
    days = [(first + timedelta(n)).strftime("%d/%m/%Y") for n in range(600)]
    codes = [(first + timedelta(n)).strftime("%y%m%d") for n in range(600)]
    pick, chance = random.randrange, random.random
    channels = ["Trực tuyến", "Trực tiếp", "Trực tuyến", "Trực tiếp", "Bưu chính công ích"]
    levels = ["Toàn trình", "Một phần", "Cung cấp thông tin"]
    moods = ["Rất hài lòng", "Hài lòng", "Hài lòng", "", "", "Không hài lòng"]
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(HEAD)
        lines = []
        running = {}
        for number in range(rows):
            unit = pick(len(units))
            code, name = units[unit]
            procedure, title, field = procedures[pick(len(procedures))]
            received = pick(440)
            due = received + pick(20)
            finished = received + pick(25) if chance() < 0.93 else None
            running[unit, received] = running.get((unit, received), 0) + 1
            dossier = "H59.%d.%02d-%s-%04d" % (
                900 + unit % 90, unit // 90, codes[received], running[unit, received])
            fee = "%d" % (pick(9) * 15000)

            def row(end, state):
                return (
                    "%d,%s,%s,%s,%s,%s,%s,Nguyễn Văn Mẫu %06d,0900 %03d %03d,"
                    "\"Ấp Mẫu %d, xã Thử, huyện Ví Dụ\",%s,%s,%s 08:15:00,%s 17:00:00,%s,%s,%s,%s,%s,%s,%s,%s,"
                    "Lê Thị Thử %d\n" % (
                        number + 1, dossier, procedure, title, field, code, name, number % 10**6,
                        number % 1000, number % 997, number % 12, channels[pick(5)], levels[pick(3)],
                        days[received], days[due], end, end, state, fee,
                        "Trực tuyến" if chance() < 0.4 else "Trực tiếp",
                        "Có" if chance() < 0.7 else "Không", "Có" if chance() < 0.65 else "Không",
                        moods[pick(6)], number % 50,
                    )
                )

            if number % 20 == 0:
                lines.append(row("", "Đang xử lý"))
            end = "" if finished is None else days[finished] + " 15:30:00"
            lines.append(row(end, "Đã trả kết quả" if end else "Đang xử lý"))
            if len(lines) > 20000:
                file.write("".join(lines))
                lines = []
        file.write("".join(lines))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
