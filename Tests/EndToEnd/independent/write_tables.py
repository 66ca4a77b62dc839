"""Writes random tables in any dress with Python's csv module, and beside each its cells as JSON.

The reader has to give back every cell. Nothing here is taken from the main program: the dialects
are those of csv, the encodings those of Python's codecs and of iconv, gzip is Python's and zstd
the command of that name.

Limits that the reader states are kept: a quoted cell has at most 200 lines; an encoding that has
to be found out needs a text of some length, so that small tables come with its name.

usage: write_tables.py --seed N --count N --out DIR
"""

import argparse
import csv
import gzip
import io
import json
import os
import random
import subprocess
import unicodedata

SYLLABLES = (
    "hồ sơ thủ tục hành chính cấp bản sao trích lục hộ tịch đăng ký khai sinh kết hôn chuyển mục "
    "đích sử dụng đất đai xã phường thị trấn huyện tỉnh Trà Vinh Càng Long Cầu Kè Tiểu Cần Châu "
    "Thành Cầu Ngang Trà Cú Duyên Hải Nguyễn Trần Lê Phạm Huỳnh Võ Đặng Bùi Đỗ Ngô Dương Lý Thị "
    "Văn Mẫu Thử Ví Dụ quyết định giấy phép xây dựng môi trường người nộp đúng hạn trễ hạn trực "
    "tuyến bưu chính công ích ấp khóm đường số nhà tổ dân phố tiếp nhận trả kết quả nghĩa vụ thuế "
    "Ủy ban nhân dân Ấp Ước Ảnh Ổn ỹ ẵng ngoằn nghẽn thuở khuỷu tay quẫy rượu bưởi"
).split()
DELIMITERS = [",", ";", "\t", "|"]
LINE_ENDS = ["\n", "\r\n", "\r"]
QUOTINGS = {"minimal": csv.QUOTE_MINIMAL, "all": csv.QUOTE_ALL, "nonnumeric": csv.QUOTE_NONNUMERIC}
TONES = "\u0300\u0301\u0303\u0309\u0323"


def text(pick):
    words = [pick.choice(SYLLABLES) for _ in range(pick.randint(1, 7))]
    if pick.random() < 0.1:
        words = [word.upper() for word in words]
    return " ".join(words)


def cell(pick):
    """One cell: mostly words, else one of what makes tables awkward."""
    kind = pick.random()
    if kind < 0.12:
        return ""
    if kind < 0.2:
        return pick.choice(["03/04/2023", "H59.952.02-230403-0001", "0123", "-", "=1+1", "'", "#"])
    if kind < 0.26:
        return pick.randint(-10**6, 10**12)
    value = text(pick)
    while pick.random() < 0.3:
        place = pick.randint(0, len(value))
        sign = pick.choice(DELIMITERS + LINE_ENDS + ['"', '"', '""', '","', ' "', " ", "\\", "'"])
        value = value[:place] + sign + value[place:]
    if pick.random() < 0.1:
        value = pick.choice([" ", "  ", "\t"]) + value + pick.choice(["", " ", "\t "])
    return value


def table(pick, rows):
    width = pick.randint(1, 9)
    ragged = pick.random() < 0.3
    return [
        [cell(pick) for _ in range(pick.randint(1, width) if ragged else width)]
        for _ in range(rows)
    ]


def windows1258(value):
    """Tones apart from their letters, as the code page has them."""
    parts = []
    for char in value:
        apart = unicodedata.normalize("NFD", char)
        tones = "".join(part for part in apart if part in TONES)
        base = "".join(part for part in apart if part not in TONES)
        parts.append(unicodedata.normalize("NFC", base) + tones)
    return "".join(parts).encode("cp1258")


def mojibake(value):
    """UTF-8 read as Windows-1252, whose five empty places became controls, and written again."""
    read = [
        bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
        for byte in value.encode("utf-8")
    ]
    return "".join(read).encode("utf-8")


def tcvn3(value):
    return subprocess.run(
        ["iconv", "-f", "UTF-8", "-t", "TCVN5712-1"], input=value.encode("utf-8"), check=True,
        stdout=subprocess.PIPE).stdout


# What the reader calls each, the word of a profile for it, and how it is written.
ENCODINGS = [
    ("utf-8", "utf-8", lambda value: value.encode("utf-8")),
    ("utf-8-bom", "utf-8", lambda value: value.encode("utf-8-sig")),
    ("utf-16le", "utf-16", lambda value: value.encode("utf-16-le")),
    ("utf-16le-bom", "utf-16", lambda value: ("\ufeff" + value).encode("utf-16-le")),
    ("utf-16be", "utf-16", lambda value: value.encode("utf-16-be")),
    ("utf-16be-bom", "utf-16", lambda value: ("\ufeff" + value).encode("utf-16-be")),
    ("windows-1258", "windows-1258", windows1258),
    ("utf-8-mojibake", "windows-1252", mojibake),
    ("tcvn3", "tcvn3", tcvn3),
]


def packed(pick, data):
    """The bytes packed or not, and the end of the file's name."""
    kind = pick.random()
    if kind < 0.12:
        return gzip.compress(data, mtime=0), ".gz"
    if kind < 0.16:
        middle = pick.randint(0, len(data))
        members = [gzip.compress(part, mtime=0) for part in (data[:middle], data[middle:])]
        return b"".join(members), ".gz"
    if kind < 0.22:
        command = ["zstd", "-q", "-c", "-%d" % pick.randint(1, 9)]
        return subprocess.run(command, input=data, check=True, stdout=subprocess.PIPE).stdout, ".zst"
    return data, ""


def write(pick, number, folder):
    name, choice, encode = ENCODINGS[number % len(ENCODINGS)]
    # One in thirty-one is larger than any block that the reader takes at a time.
    rows = pick.choice([0, 1, 2, 5, 30, 60, 60, 90]) if number % 31 else 1500
    cells = table(pick, rows)
    if number % 10 == 0 and cells:
        cells[-1][-1] = pick.choice(LINE_ENDS).join(["dòng"] * 200)
    delimiter, line_end = pick.choice(DELIMITERS), pick.choice(LINE_ENDS)
    quoting = pick.choice(list(QUOTINGS))
    # csv quotes a line break only where it belongs to its own line ends.
    if line_end != "\r\n" and quoting == "minimal":
        quoting = "all"
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator=line_end,
               quoting=QUOTINGS[quoting]).writerows(cells)
    written = stream.getvalue()
    if pick.random() < 0.2 and written.endswith(line_end) and cells:
        written = written[: -len(line_end)]
    data, suffix = packed(pick, encode(written))
    file = "table-%03d.csv%s" % (number, suffix)
    with open(os.path.join(folder, file), "wb") as out:
        out.write(data)
    return {
        "file": file, "delimiter": delimiter, "encoding": name,
        "choice": "auto" if rows >= 30 else choice,
        "dress": "%s, %r, %r, quotes %s" % (name, delimiter, line_end, quoting),
        "rows": [[str(value) for value in row] for row in cells],
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    pick = random.Random(options.seed)
    tables = [write(pick, number, options.out) for number in range(options.count)]
    with open(os.path.join(options.out, "tables.json"), "w", encoding="utf-8") as out:
        json.dump(tables, out)


if __name__ == "__main__":
    main()
