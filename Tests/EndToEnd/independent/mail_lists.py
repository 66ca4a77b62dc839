"""Scenarios of lists, contacts, attachments and passwords, and of the messages made of them."""

import contextlib
import hashlib
import os
import shutil

from mail_case import (
    DISTRICTS, DOMAIN, EVIL, FIRST, PASSWORD, SECOND, SENDER, VARIABLE, leader, leaders, scenario,
    to_districts, to_unit)
from mail_reading import (
    attachments, bodies, faults_of, header_names, part_types, read_gmime, read_new, read_old,
    unzipped)


# --- rehearsals ---------------------------------------------------------------------------------

@scenario
def packs(case):
    """Every .eml is read by two policies of Python and by GMime; names, hashes, plan agree."""
    server = case.server(messages=[
        to_districts(cc=["tong-hop@" + DOMAIN], bcc=["luu@" + DOMAIN]),
        to_unit("84", id="tinh", attachments=[
            "{level}/{code}.xlsx", {"file": "figures.csv", "name": "Số liệu {{period}} của {{unit}}.csv"},
            "targets.csv"])])
    case.people(leaders(2) + [("84", "tổng hợp", "Đỗ Ước", "tong-hop@" + DOMAIN),
                              ("84", "lưu", "Văn thư", "luu@" + DOMAIN)])
    case.rehearse()
    plan = case.plan()
    fields = sorted(row["field"] for row in plan.values())
    case.expect(fields == ["bcc"] * 9 + ["cc"] * 9 + ["to"] * 20, "the fields of the plan are %s" % fields)
    case.expect({row["file"] for row in plan.values()} | {"plan.csv", "rehearsal.json"}
                == case.files() - {"ledger.csv", "ledger.sqlite"},
                "the files are not those of the plan: %s" % sorted(case.files())[:5])
    for one, row in plan.items():
        data = case.eml(row)
        for fault in faults_of(data):
            case.expect(False, "%s: %s" % (one, fault))
        views = [read_new(data), read_old(data), read_gmime(data)]
        case.expect(views[0] == views[1] == views[2], "%s is read as %s" % (one, views))
        subject, found = views[0]
        case.expect(subject == row["subject"] and "{{" not in subject and row["unit"],
                    "%s: the subject is %r, in the plan %r" % (one, subject, row["subject"]))
        case.expect("|".join(name for name, _ in found) == row["attachments"],
                    "%s: attachments %s, in the plan %s" % (one, found, row["attachments"]))
        case.expect("|".join(sha for _, sha in found) == row["attachments_sha256"],
                    "%s: the hashes are not those of the plan" % one)
        case.expect(hashlib.sha256(data).hexdigest() == row["sha256"]
                    and str(len(data)) == row["size"], "%s: size or hash differ from the plan" % one)
        own = "huyen/%s.xlsx" % row["unit"] if row["message"] == "huyen" else "tinh/84.xlsx"
        with open(os.path.join(case.run, own), "rb") as file:
            case.expect(hashlib.sha256(file.read()).hexdigest() == found[0][1],
                        "%s: the first attachment is not %s" % (one, own))
        case.expect(b"luu@" not in data.partition(b"\r\n\r\n")[0] or row["recipient"].startswith("luu@"),
                    "%s names who gets it in secret" % one)
        # The clock of the run's date.
        case.expect(b"\r\nDate: Wed, 05 Jul 2023 00:00:00 +0700\r\n" in data, "%s has another date" % one)
    ids = [row["message_id"] for row in plan.values()]
    case.expect(len(set(ids)) == len(ids) and all(one.endswith("@" + DOMAIN) for one in ids),
                "the Message-IDs are not one each at the sender's domain: %s" % ids[:3])
    case.send()
    case.expect_states(accepted=38)
    case.expect(len(server.held()) == 38, "the server holds %d" % len(server.held()))


@scenario
def rehearsal_sends_nothing(case):
    """Rehearsals, one after the other, ask no server, need no password, write the same bytes."""
    server = case.server()
    case.rehearse()
    before = case.contents()
    case.rehearse(**{VARIABLE: None})
    after = case.contents()
    case.expect(before == after, "a second rehearsal writes other bytes")
    case.expect(not server.steps() and not server.held(), "a rehearsal talks to the server")
    case.expect(len(case.plan()) == 9, "the plan has %d rows" % len(case.plan()))


@scenario
def same_bytes(case):
    """The same bytes in other time zones, other languages and under another mask."""
    case.server(messages=[to_districts(), to_unit("84", id="tinh", attachments=["figures.csv"])])
    seen = {}
    for zone, language in (("UTC", "C"), ("Asia/Ho_Chi_Minh", "vi_VN.UTF-8"),
                           ("America/St_Johns", "tr_TR.UTF-8"), ("Pacific/Kiritimati", "C.UTF-8")):
        shutil.rmtree(case.mail, ignore_errors=True)
        case.rehearse(TZ=zone, LANG=language, LC_ALL=language)
        seen[zone] = case.contents()
    for zone, files in seen.items():
        different = [name for name in set(files) | set(seen["UTC"])
                     if files.get(name) != seen["UTC"].get(name)]
        case.expect(not different, "%s differ in %s" % (sorted(different)[:5], zone))


@scenario
def nothing_due(case):
    """A level without reports, or without people, is said; units without people are noted."""
    server = case.server(messages=[to_districts(**{"for-each": "xa"})])
    case.refuses(words="mail.yaml:")
    case.write_list(server.port)
    case.people(leaders(units=("84",)))
    case.refuses(words="mail.yaml:")
    case.people(leaders(units=("84", "842", "844")))
    case.rehearse(words="851")
    case.expect(len(case.plan()) == 2, "%d messages are planned" % len(case.plan()))
    case.send()
    case.expect_states(accepted=2)


# --- lists and contacts that are wrong ----------------------------------------------------------

@scenario
def swapped_addresses(case):
    """Reports go to nobody whose unit they are not about."""
    case.server()
    for message in (to_unit("842", to=[SECOND]), to_unit("842", cc=[SECOND]), to_unit("842", bcc=[SECOND]),
                    to_unit("84", to=[FIRST], attachments=["figures.csv"]),
                    to_unit("84", to=[FIRST], attachments=["huyen/844.xlsx"]),
                    to_unit("842", attachments=["huyen/844.xlsx"]), to_unit("842", attachments=["figures.csv"]),
                    to_unit("842", attachments=["huyen/*.xlsx"]),
                    to_districts(to=["lãnh đạo", FIRST])):
        case.write_list(case.servers[0].port, messages=[message])
        case.refuses(what=str(message))
    # The unit above may read what is about the one below.
    case.write_list(case.servers[0].port, messages=[
        to_unit("842", to=[leader("84")]), to_unit("842", id="hai", to=["tinh:lãnh đạo"])])
    case.rehearse()


@scenario
def swapped_contacts(case):
    """Two units' people swapped in the contacts after the rehearsal: refused until rehearsed."""
    server = case.server()
    case.rehearse()
    rows = {row[0]: row for row in leaders()}
    case.people([(unit, *rows[{"842": "844", "844": "842"}.get(unit, unit)][1:]) for unit in rows])
    case.send(78)
    case.expect(not server.steps(), "the server was asked")


def refuse_each(case, addresses):
    """Contacts with these addresses, ten at a time, are refused, and every line is named."""
    for start in range(0, len(addresses), 10):
        some = addresses[start:start + 10]
        case.people([("842", "lãnh đạo", "A", address) for address in some])
        case.refuses(words=["danh-ba.csv:%d:" % (line + 2) for line in range(len(some))])


@scenario
def foreign_domains(case):
    """Addresses outside the domains are refused, also those that look alike."""
    case.server()
    addresses = ("ld@gmail.com", "ld@khac-" + DOMAIN, "ld@%s.xa-la.test" % DOMAIN, "ld@test", "ld@vinh.test",
                 "ld@%s." % DOMAIN, "ld@tra-vinh.te", "ld@%s@xa-la.test" % DOMAIN, "ld@xa-la.test (%s)" % DOMAIN,
                 "ld@tra\u2010vinh.test", "ld@tr\u0430-vinh.test", "ld@xa-la.test#@" + DOMAIN)
    case.write_list(case.servers[0].port, messages=[to_unit()])
    refuse_each(case, addresses)
    case.people(leaders())
    # The list must not name them either.
    case.write_list(case.servers[0].port, messages=[to_unit(to=["lãnh đạo", "ld@gmail.com"])])
    case.refuses(words="ld@gmail.com")
    case.write_list(case.servers[0].port, messages=[to_unit()], domains=[])
    case.refuses()
    case.people([("842", "lãnh đạo", "A", "ld@Huyen.Tra-Vinh.TEST")])
    case.write_list(case.servers[0].port, messages=[to_unit()])
    case.rehearse()


@scenario
def not_an_address(case):
    """Contacts whose address is none; each line is named."""
    case.server()
    # The tenth and the last one are longer than a line, so that the lines of the others are known.
    addresses = ("abc", "", "@" + DOMAIN, "a b@" + DOMAIN, "a@b@" + DOMAIN, "<%s>" % FIRST, "a..b@" + DOMAIN,
                 "tên@" + DOMAIN, "a@-" + DOMAIN, FIRST + ">\r\nRCPT TO:<" + EVIL, "a,b@" + DOMAIN,
                 FIRST + "," + EVIL, FIRST + ";" + EVIL, "../../a@" + DOMAIN, "a\t@" + DOMAIN,
                 "x" * 65 + "@" + DOMAIN, "a@" + "x." * 130 + DOMAIN, FIRST + "\0", FIRST + "\nBcc: " + EVIL)
    case.write_list(case.servers[0].port, messages=[to_unit()])
    refuse_each(case, addresses)


@scenario
def long_addresses(case):
    """Addresses that make long or strange names of files are sent to, or refused with a word."""
    server = case.server()
    for number, address in enumerate(("a/b@" + DOMAIN, "x" * 64 + "@" + ".".join(["y" * 60] * 2) + "." + DOMAIN,
                                      "x" * 64 + "@" + ".".join(["y" * 57] * 3) + "." + DOMAIN,
                                      "!#$%&'*+-=?^_`{|}~@" + DOMAIN, "-a@" + DOMAIN, "A@" + DOMAIN)):
        case.people([("842", "lãnh đạo", "A", address)])
        case.write_list(server.port, messages=[to_unit(id="m%d" % number)])
        case.is_replanned = True
        if case.rehearse((0, 78)).status == 0:
            outside = [name for name in os.listdir(case.folder) + os.listdir(case.run) if ".eml" in name]
            case.expect(not outside, "%s was written outside mail/" % outside)
            case.send()
            case.expect(case.held()[-1] == address, "%r is sent to %s" % (address, case.held()[-1]))


@scenario
def one_person_once(case):
    """Who is named several times gets one message."""
    case.server(messages=[to_unit(to=["lãnh đạo", "phó", FIRST], cc=[FIRST, "lãnh đạo"], bcc=["phó"]),
                          to_districts(to=["lãnh đạo", "tinh:lãnh đạo"])])
    case.people(leaders() + [("842", "phó", "B", FIRST.upper()), ("842", "lãnh đạo", "C", FIRST.capitalize()),
                             ("84", "lãnh đạo", "D", leader("84"))])
    case.rehearse()
    plan = case.plan()
    case.expect(len(plan) == 1 + 2 * len(DISTRICTS), "%d messages are planned" % len(plan))
    case.send()
    case.expect_states(accepted=1 + 2 * len(DISTRICTS))
    pairs = [(row["message"], row["unit"], row["recipient"].lower()) for row in plan.values()]
    case.expect(len(set(pairs)) == len(pairs), "somebody gets the same twice")


@scenario
def broken_ledger(case):
    """A ledger that cannot be read: nothing is sent, since nobody knows who has what."""
    server = case.server()
    case.rehearse()
    case.send()
    for name in ("ledger.sqlite", "ledger.sqlite-wal"):
        with contextlib.suppress(FileNotFoundError):
            os.unlink(os.path.join(case.mail, name))
    for data in (b"khong phai so" * 1000, b"SQLite format 3\0" + b"\xff" * 5000):
        with open(os.path.join(case.mail, "ledger.sqlite"), "wb") as file:
            file.write(data)
        case.send((66, 74, 75, 78), words="ledger.sqlite")
    case.expect(len(server.held()) == 9, "the server holds %d" % len(server.held()))


@scenario
def wrong_contacts(case):
    """No contacts, units that do not exist, roles that nobody has, files that are missing."""
    case.server()
    case.people([])
    case.refuses(words="danh bạ")
    case.write_text("danh-ba.csv", "")
    case.refuses(words="danh-ba.csv")
    case.people(leaders() + [("999", "lãnh đạo", "Không ai", "ai@" + DOMAIN)])
    case.refuses(words=["danh-ba.csv:12:", "999"])
    case.people(leaders(), header=("unit", "role", "name", "mail"))
    case.refuses(words="danh-ba.csv:1")
    case.people(leaders())
    case.write_list(case.servers[0].port, messages=[to_districts(to=["giám đốc"])])
    case.refuses(words=["giám đốc", "mail.yaml:"])
    case.write_list(case.servers[0].port, contacts="khong-co.csv")
    case.refuses(words="khong-co.csv", status=(66, 78))
    case.people(leaders(), header=("Mã đơn vị", "Vai trò", "Họ tên", "Địa chỉ"))
    case.write_list(case.servers[0].port)
    case.rehearse()


@scenario
def wrong_lists(case):
    """Lists that say something that is not understood, each with its place."""
    case.server()
    port = case.servers[0].port
    for server, top in (({"prot": 1}, {}), ({}, {"subjekt": "x"}), ({"port": 70000}, {}), ({"port": "x"}, {}),
                        ({"security": "ssl"}, {}), ({"security": "off"}, {}), ({"timeout": -1}, {}),
                        ({"password": None}, {}), ({"password": {"env": VARIABLE, "file": "x"}}, {}),
                        ({"host": "a b"}, {}), ({"host": None}, {}), ({"host": "localhost\r\nQUIT"}, {}),
                        ({"ca-file": "khong-co.pem"}, {}),
                        ({}, {"sender": "abc"}), ({}, {"sender": None}), ({}, {"domains": None}),
                        ({}, {"sender": "A <a@%s>\r\nBcc: %s" % (DOMAIN, EVIL)}),
                        ({}, {"reply-to": "a@%s\r\nBcc: %s" % (DOMAIN, EVIL)}), ({}, {"reply-to": "abc"}),
                        ({}, {"limits": {"attachments": "10 PB"}}), ({}, {"limits": {"attachments": "nhiều"}}),
                        ({}, {"limits": {"per-minute": 0}}), ({}, {"limits": {"tries": 0}}),
                        ({}, {"limits": {"pause": -1}}), ({}, {"limits": {"x": 1}}),
                        ({}, {"messages": [to_unit(), to_unit()]}), ({}, {"messages": [to_unit(id="../x")]}),
                        ({}, {"messages": [to_unit(id="")]}), ({}, {"messages": [to_unit(unit="999")]}),
                        ({}, {"messages": [to_unit(to=[])]}), ({}, {"messages": [to_unit(**{"for-each": "huyen"})]}),
                        ({}, {"messages": [to_districts(**{"for-each": "khom"})]}),
                        ({}, {"messages": [to_unit(body="../../x")]}), ({}, {"messages": [to_unit(body="khong-co")]}),
                        ({}, {"messages": [to_unit(subject="{{khong-co}}")]}),
                        ({}, {"messages": [to_unit(subject="{{#unit}}")]}),
                        ({}, {"messages": [to_unit(subject="")]}),
                        ({}, {"messages": [to_unit(**{"over-limit": "cut"})]})):
        case.write_list(port, server=server, **top)
        case.refuses(status=(66, 78), what=str(server or top))
    for text in ("", "server: [", "\t", "a: &x [*x]\n", "server: {host: a\n"):
        case.write_text("mail.yaml", text)
        case.refuses()
    os.unlink(case.list_file)
    case.rehearse(66)
    case.write_list(port)
    shutil.move(case.run, case.path("elsewhere"))
    case.rehearse(66)
    ending = case.finish(case.spawn(["mail", "--lisst", "x"], {}))
    case.judge(ending, (64,), None, "a wrong option")
    ending = case.finish(case.spawn(["mail", "--help"], {}))
    case.expect(ending.status == 0 and "--resend" in ending.output, "--help says %r" % ending.output[:200])


@scenario
def missing_attachments(case):
    """Patterns that match nothing, lead out of the run, or match what is no report."""
    case.server()
    with open(case.path("khac.csv"), "w", encoding="utf-8") as file:
        file.write("a\n")
    os.symlink(case.path("khac.csv"), os.path.join(case.run, "huyen", "842-noi.csv"))
    for pattern in ("huyen/khong-co.xlsx", "{level}/{code}.pdf", "../khac.csv", "/etc/hostname",
                    "huyen/../../khac.csv", "{level}/{cod}.xlsx", "huyen/842-noi.csv", "", "*", "huyen",
                    "mail.yaml", "manifest.json/.."):
        case.write_list(case.servers[0].port, messages=[to_unit("842", attachments=[pattern])])
        case.refuses(status=(66, 78), what=repr(pattern))


@scenario
def over_the_limit(case):
    """Attachments over the limit: refused, packed, or spread over several messages."""
    files = ["tinh/84.xlsx", "figures.csv", "targets.csv"]
    case.server(messages=[to_unit("84", attachments=files)], limits={"attachments": "300 KB"})
    case.refuses(words="300")
    for kind, count in (("zip", 1), ("split", 2)):
        case.server(messages=[to_unit("84", id=kind, attachments=files, **{"over-limit": kind})],
                    limits={"attachments": "300 KB" if kind == "zip" else "350 KB"})
        case.is_replanned = True
        case.rehearse()
        plan = case.plan()
        case.expect(len(plan) == count, "%s gives %d messages" % (kind, len(plan)))
        found = []
        for one, row in plan.items():
            data = case.eml(row)
            for fault in faults_of(data):
                case.expect(False, "%s: %s" % (one, fault))
            case.expect(read_new(data) == read_old(data) == read_gmime(data), "%s is read differently" % one)
            case.expect(sum(len(inner) for _, inner in attachments(data)) <= 350_000 * 1.024,
                        "%s is over the limit" % one)
            for name, inner in attachments(data):
                found += unzipped(inner) if name.endswith(".zip") else [(name, inner)]
        wanted = []
        for name in files:
            with open(os.path.join(case.run, name), "rb") as file:
                wanted.append(hashlib.sha256(file.read()).hexdigest())
        case.expect(sorted(hashlib.sha256(inner).hexdigest() for _, inner in found) == sorted(wanted),
                    "%s does not hold the files of the run: %s" % (kind, [name for name, _ in found]))
        case.expect(len({row["message_id"] for row in plan.values()}) == count, "Message-IDs are shared")
        case.send()
        case.expect_states(accepted=count)
    for kind in ("zip", "split"):
        port = case.servers[0].port
        case.write_list(port, limits={"attachments": "20 KB"}, messages=[
            to_unit("84", id="nho", attachments=files, **{"over-limit": kind})])
        before = case.files()
        case.rehearse(78)
        case.expect(case.files() == before, "a refused rehearsal changes mail/")


# --- the password -------------------------------------------------------------------------------

@scenario
def password_files(case):
    """A password in a file of mode 600 is taken, in one that others may read it is not."""
    case.is_replanned = True
    case.exempt |= {"mat-khau.txt", "rong.txt"}
    server = case.server(server={"password": {"file": "mat-khau.txt"}}, messages=[to_unit()])
    case.write_text("mat-khau.txt", PASSWORD + "\n")
    for mode in (0o644, 0o640, 0o604, 0o660, 0o666):
        os.chmod(case.path("mat-khau.txt"), mode)
        case.rehearse((0, 78), **{VARIABLE: None})
        case.send(78, words="mat-khau.txt", **{VARIABLE: None})
        case.expect(not server.steps(), "the server was asked with a file of mode %o" % mode)
    os.chmod(case.path("mat-khau.txt"), 0o600)
    case.rehearse(**{VARIABLE: None})
    case.send(**{VARIABLE: None})
    case.expect_states(accepted=1)
    case.write_text("rong.txt", "")
    os.chmod(case.path("rong.txt"), 0o600)
    for name in ("rong.txt", "khong-co.txt"):
        case.write_list(server.port, server={"password": {"file": name}}, messages=[to_unit(id="hai")])
        case.rehearse((0, 66, 78))
        case.send((66, 78), words=name)


@scenario
def password_in_the_list(case):
    """A password in the list itself is refused, and not repeated."""
    case.exempt.add("mail.yaml")
    case.server()
    for password in (PASSWORD, {"env": VARIABLE, "text": PASSWORD}, [PASSWORD], {PASSWORD: "x"}):
        case.write_list(case.servers[0].port, server={"password": password})
        case.refuses(words="mail.yaml:")
    case.write_list(case.servers[0].port, server={"password": {"env": PASSWORD}})
    case.rehearse((0, 78))
    case.send((66, 78))


@scenario
def no_password(case):
    """A variable that is not set, or is empty."""
    server = case.server()
    case.rehearse()
    for value in (None, ""):
        case.send((66, 78), words=VARIABLE, **{VARIABLE: value})
    case.expect(not server.steps("auth"), "somebody logs in without a password")


# --- hostile texts ------------------------------------------------------------------------------

HOSTILE = {
    "CR LF": "Huyện\r\nBcc: %s" % EVIL, "LF": "Huyện\nBcc: %s\n\nnội dung" % EVIL, "CR": "Huyện\rBcc: %s" % EVIL,
    "LF and space": "Huyện\n Bcc: %s" % EVIL, "CR LF at the end": "Huyện\r\n", "NUL": "Huyện\0Bcc: %s" % EVIL,
    "tab": "Huyện\tBcc: %s" % EVIL, "NEL": "Huyện\u0085Bcc: %s" % EVIL, "LS": "Huyện\u2028Bcc: %s" % EVIL,
    "bidi": "Huyện \u202excod.exe\u202c \u2066x\u2069", "BOM": "\ufeffHuyện",
    "encoded word": "=?UTF-8?B?WA0KQmNjOiBrZS1naWFuQHhhLWxhLnRlc3Q=?=",
    "quotes": 'Huyện"; filename="a.exe', "an address": "Huyện <%s>" % EVIL, "two addresses": "Huyện, %s" % EVIL,
    "long": "Huyện rất dài " * 400, "long word": "đ" * 3000, "mustache": "{{unit}} {{period}}", "emoji": "🏛" * 60,
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>", "percent": "%0d%0aBcc: x %s %n",
    "path": "../../x/y",
}


SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FEW = ("CR LF", "NUL", "bidi", "encoded word", "quotes", "two addresses", "long word", "path")
# Units with a workbook, one for each text.
UNITS = [*DISTRICTS, *("84-" + code for code in (
    "VPUB SNV STP STC SKHDT SCT SNNPTNT SGTVT SXD STNMT STTTT SLDTBXH SVHTTDL SKHCN SGDDT SYT").split())]


def hostile(case, field, prepare, kinds):
    """Rehearses with hostile texts in a field, one message each; gives how many were taken.

    All must come out harmless or be refused; where the whole is refused, each is tried alone."""
    shutil.rmtree(case.mail, ignore_errors=True)
    units = dict(zip(UNITS, kinds))
    case.people(leaders(units=units))
    case.write_list(case.servers[0].port, messages=[to_unit(unit, id="m-" + unit.lower()) for unit in units])
    prepare({unit: HOSTILE[kind] for unit, kind in units.items()})
    # 66 where the run itself is no longer taken for one.
    ending = case.rehearse((0, 66, 78))
    if ending.status:
        case.expect(not case.files(), "%s (%s): something was written" % (field, kinds[0]))
        return sum(hostile(case, field, prepare, [kind]) for kind in kinds) if len(kinds) > 1 else 0
    for row in case.plan().values():
        where = "%s (%s)" % (field, units.get(row["unit"]))
        data = case.eml(row)
        for fault in faults_of(data):
            case.expect(False, "%s: %s" % (where, fault))
        case.expect(header_names(data) == case.own[0], "%s: the headers are %s" % (where, header_names(data)))
        types = [kind.replace("application/zip", SHEET) for kind in part_types(data)]
        case.expect(types == case.own[1], "%s: the parts are %s" % (where, types))
        case.expect(row["recipient"] == leader(row["unit"]), "%s: goes to %s" % (where, row["recipient"]))
        views = [read(data) for read in (read_new, read_old, read_gmime)]
        case.expect(views[0] == views[1] == views[2], "%s is read as %s" % (where, views))
        case.expect(views[0][0] == row["subject"], "%s: the subject is %r, in the plan %r"
                    % (where, views[0][0][:200], row["subject"][:200]))
        case.expect(b"<script" not in bodies(data), "%s: a script stands in the page" % where)
    outside = [name for name in os.listdir(case.run) if ".eml" in name]
    case.expect(not outside, "%s: written outside mail/: %s" % (field, outside))
    return len(kinds)


@scenario
def header_injection(case):
    """Line ends, NUL, tabs and signs of direction in every text that reaches a header."""
    server = case.server(messages=[to_unit()])
    case.is_replanned = True
    case.rehearse()
    data = case.eml(next(iter(case.plan().values())))
    case.own = header_names(data), part_types(data)

    def unit_name(texts):
        def change(manifest):
            for unit in manifest["units"]:
                unit["name"] = texts.get(unit["code"], unit["name"])
        case.manifest(change)

    def contact_name(texts):
        case.people([(unit, "lãnh đạo", text, leader(unit)) for unit, text in texts.items()])

    def role(texts):
        case.people([(unit, text, "A", leader(unit)) for unit, text in texts.items()])
        write(texts, to=lambda text: [text])

    def write(texts, **changes):
        case.write_list(server.port, messages=[
            to_unit(unit, **{"id": "m-" + unit.lower()} | {key: make(text) for key, make in changes.items()})
            for unit, text in texts.items()])

    def subject(texts):
        write(texts, subject=lambda text: text)

    def attachment_name(texts):
        write(texts, attachments=lambda text: [{"file": "{level}/{code}.xlsx", "name": text + ".xlsx"}])

    def message_id(texts):
        write(texts, id=lambda text: text)

    def sender(texts):
        unit, text = next(iter(texts.items()))
        case.write_list(server.port, messages=[to_unit(unit)], sender="%s <%s>" % (text, SENDER))

    def period(texts):
        # It is in the name of an archive too.
        case.manifest(lambda manifest: manifest.update(period=next(iter(texts.values()))))
        case.people(leaders())
        case.write_list(server.port, limits={"attachments": "100 KB"}, messages=[
            to_unit("84", attachments=["figures.csv"], **{"over-limit": "zip"})])

    with open(os.path.join(case.run, "manifest.json"), "rb") as file:
        manifest = file.read()
    kept = []
    for prepare, kinds in ((unit_name, HOSTILE), (contact_name, HOSTILE), (subject, HOSTILE),
                           (attachment_name, HOSTILE), (role, FEW), (message_id, FEW)):
        taken = hostile(case, prepare.__name__, prepare, list(kinds))
        kept.append("%s %d of %d" % (prepare.__name__.replace("_", " "), taken, len(kinds)))
        with open(os.path.join(case.run, "manifest.json"), "wb") as file:
            file.write(manifest)
    for prepare in (sender, period):
        taken = sum(hostile(case, prepare.__name__, prepare, [kind]) for kind in FEW)
        kept.append("%s %d of %d" % (prepare.__name__, taken, len(FEW)))
        with open(os.path.join(case.run, "manifest.json"), "wb") as file:
            file.write(manifest)
    case.expect(not server.steps(), "a rehearsal talks to the server")
    case.notes = "taken: " + ", ".join(kept)


@scenario
def hostile_names_are_sent(case):
    """The same to the server: the envelope holds nobody but the contact."""
    case.is_replanned = True
    server = case.server(messages=[to_unit()])
    for kind in ("CR LF", "LF", "NUL", "encoded word", "an address", "long"):
        shutil.rmtree(case.mail, ignore_errors=True)
        case.rename_unit("842", HOSTILE[kind])
        case.people([("842", "lãnh đạo", HOSTILE[kind], FIRST)])
        if case.rehearse((0, 78)).status == 0:
            case.twice.update(list(case.plan()))
            case.send()
    case.expect({who for _, who in server.steps("rcpt")} <= {FIRST}, "asked for %s" % server.steps("rcpt"))
    case.expect(set(case.held()) <= {FIRST}, "held for %s" % set(case.held()))


@scenario
def file_names(case):
    """Attachments whose names are long, Vietnamese, or strange come out as they are."""
    names = ["Số liệu «quý II» năm 2023.xlsx", "Đ" * 100 + ".xlsx", "50% đạt; tốt.xlsx", "it's.xlsx", "a b c.xlsx",
             "Thành phố Trà Vinh (bản chính thức, đã ký số) - báo cáo cải cách hành chính.xlsx",
             # Cut, but not what says of which kind it is.
             "a" * 180 + ".xlsx", "ệ" * 300 + ".xlsx"]
    case.is_replanned = True
    case.write_list(25, messages=[
        to_unit(id="t%d" % number, attachments=[{"file": "huyen/842.xlsx", "name": name}])
        for number, name in enumerate(names)])
    case.rehearse()
    for name, row in zip(names, case.plan().values()):
        data = case.eml(row)
        for read in (read_new, read_old, read_gmime):
            found = [one for one, _ in read(data)[1]]
            is_right = found == [name] if len(name) < 150 else (
                found[0].endswith(".xlsx") and name.startswith(found[0][:-5]) and 20 < len(found[0]) < 256)
            case.expect(is_right, "%r is read as %s by %s" % (name, found, read.__name__))
        for fault in faults_of(data):
            case.expect(False, "%r: %s" % (name, fault))
