#!/usr/bin/python3
"""Sends the packs of a run to a server that misbehaves, and counts what came.

    mail.py PROGRAM [NAME …]      all scenarios, or the named ones
    mail.py --list

Every scenario has its own copy of a small run of SampleData/tra-vinh-2023. Whatever happens in it:
nobody may get a message twice, the ledger must say what the server holds, messages are Vietnamese
without a trace of the program's insides, and the password may stand in no file.
Prints a line for each scenario; every fault is listed as `scenario: reason`.
Exit status: 0 no faults, 1 faults, 2 wrong usage.
"""

import base64
import contextlib
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from mail_case import (  # noqa: E402
    DISTRICTS, DOMAIN, PASSWORD, SENDER, SUBJECT, TRICKS, VARIABLE, Case, attachments, faults_of,
    leader, leaders, read_gmime, read_new, read_old, to_districts, to_unit, unzipped)

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.normpath(os.path.join(HERE, "../../.."))
FIRST, SECOND = leader("842"), leader("844")
EVIL = "ke-gian@xa-la.test"
SCENARIOS = {}


def scenario(function):
    SCENARIOS[function.__name__.replace("_", "-")] = function
    return function


class Proof:
    """What the scenarios share: the program, a finished run, certificates."""

    def __init__(self, program, folder):
        self.program, self.folder = os.path.abspath(program), folder
        os.environ.setdefault("BAOCAO_TEMPLATES", os.path.join(REPOSITORY, "Templates"))
        self.certificates = os.path.join(folder, "certificates")
        self.sample = os.path.join(folder, "sample")
        self.run = os.path.join(folder, "run")
        subprocess.run([os.path.join(HERE, "certificates.sh"), self.certificates], check=True)
        shutil.copytree(os.path.join(REPOSITORY, "SampleData/tra-vinh-2023"), self.sample,
                        ignore=shutil.ignore_patterns("history.sqlite*"))
        config = os.path.join(self.sample, "baocao.yaml")
        with open(config, encoding="utf-8") as file:
            lines = [line for line in file if not line.startswith("history:")]
        with open(config, "w", encoding="utf-8") as file:
            file.writelines(lines)
        subprocess.run([self.program, *self.run_arguments(self.run)], check=True)
        # Else every refusal that is expected would come for another reason.
        plain = Case(self, "plain")
        plain.write_list(25)
        plain.rehearse()
        if plain.faults:
            sys.exit("\n".join(plain.faults))

    def run_arguments(self, out):
        return ["run", "--config", os.path.join(self.sample, "baocao.yaml"), "--period", "2023-Q2",
                "--out", out, "--format", "xlsx", "--format", "csv", "--as-of", "2023-07-05",
                "--level", "tinh", "--level", "huyen", "--quiet"]


# --- rehearsals -----------------------------------------------------------------------------

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


# --- servers that work ------------------------------------------------------------------------

@scenario
def everybody(case):
    """All accepted, each once; a second sending has nothing to do."""
    server = case.server(messages=[to_districts(), to_unit("84", id="tinh")])
    case.rehearse()
    case.send()
    case.expect_states(accepted=10)
    case.expect(sorted(case.held()) == sorted(map(leader, ["84", *DISTRICTS])), "the server holds %s" % case.held())
    case.expect(len(server.steps("banner")) == 1, "%d connections" % len(server.steps("banner")))
    case.expect(len(server.steps("quit")) == 1, "the program does not say goodbye")
    case.send()
    case.expect(len(case.held()) == 10, "a second sending sends")


@scenario
def tls_from_the_first_byte(case):
    """smtps, with AUTH LOGIN alone."""
    case.server({"tls": "tls", "auth": ["LOGIN"]}, server={"security": "tls"})
    case.rehearse()
    case.send()
    case.expect_states(accepted=9)


@scenario
def no_tls_here(case):
    """security: none, to this machine."""
    case.is_plain = True
    case.server({"tls": "none", "auth": []}, server={"security": "none", "user": None, "password": None})
    case.rehearse()
    case.send()
    case.expect_states(accepted=9)


@scenario
def no_tls_elsewhere(case):
    """security: none to another machine is refused."""
    for host in ("mail.tra-vinh.test", "192.0.2.1", "localhost.tra-vinh.test", "127.0.0.1.tra-vinh.test"):
        case.write_list(25, server={"host": host, "security": "none", "user": None, "password": None})
        case.refuses(words="mail.yaml:")


@scenario
def a_password_with_accents(case):
    """A password of UTF-8, by PLAIN and by LOGIN."""
    case.password = "Mật khẩu «Trà Vinh» \\ \" $HOME"
    for ways in (["PLAIN"], ["LOGIN"]):
        shutil.rmtree(case.mail, ignore_errors=True)
        case.is_replanned = True
        case.twice.update({"mot.842." + FIRST: 1})
        case.server({"auth": ways}, messages=[to_unit()])
        case.rehearse()
        case.send()
        case.expect_states(accepted=1)


@scenario
def per_minute(case):
    """No more messages a minute than the list says."""
    server = case.server(limits={"per-minute": 180}, messages=[to_districts()])
    case.rehearse()
    case.send()
    times = [at for at, step, _ in server.events if step == "final"]
    least = 8 * 60 / 180
    case.expect(len(times) == 9 and times[-1] - times[0] > 0.85 * least,
                "9 messages in %.2f s, at least %.2f s were due" % (times[-1] - times[0], least))


@scenario
def dots(case):
    """Lines of a body that begin with a dot, one of them a dot alone."""
    templates = os.environ["BAOCAO_TEMPLATES"]
    own = case.path("templates")
    os.mkdir(own)
    for name in os.listdir(templates):
        if name != "mail":
            os.symlink(os.path.join(templates, name), os.path.join(own, name))
    shutil.copytree(os.path.join(templates, "mail"), os.path.join(own, "mail"))
    for name in os.listdir(os.path.join(own, "mail")):
        if name.endswith(".txt.mustache"):
            with open(os.path.join(own, "mail", name), "a", encoding="utf-8") as file:
                file.write("\n.\n..\n.đầu dòng\n.\nMAIL FROM:<%s>\nRCPT TO:<%s>\nDATA\n" % (EVIL, EVIL))
    case.server(messages=[to_unit()])
    case.rehearse(BAOCAO_TEMPLATES=own)
    case.send(BAOCAO_TEMPLATES=own)
    case.expect_states(accepted=1)


# --- servers that refuse --------------------------------------------------------------------------

@scenario
def refused_recipient(case):
    """550 to one: refused with the server's words, the others get theirs; not tried again."""
    server = case.server({"recipients": {FIRST: {"rcpt": "550 5.1.1 khong co hop thu nay"}}})
    case.rehearse()
    case.send(75, words=[FIRST, "khong co hop thu nay"])
    case.expect_states(accepted=8, refused=1)
    case.expect("550" in case.ledger()[case.id_of(FIRST)]["answer"], "the ledger lacks the answer")
    before = len(server.steps("rcpt"))
    case.send(75)
    case.expect(len(server.steps("rcpt")) == before, "a refused one is tried again")


@scenario
def refused_message(case):
    """554 at the last dot of one message."""
    case.server({"recipients": {FIRST: {"final": "554 5.7.1 noi dung bi chan"}}})
    case.rehearse()
    case.send(75, words=[FIRST, "noi dung bi chan"])
    case.expect_states(accepted=8, refused=1)


@scenario
def too_large(case):
    """A server that takes no message of that size: 552 at MAIL, and a SIZE that says so before."""
    for script in ({"steps": {"mail": "552 5.3.4 thu qua lon"}}, {"size": 20000}):
        case.server(script, messages=[to_unit()])
        shutil.rmtree(case.mail, ignore_errors=True)
        case.rehearse()
        case.send(75, words=FIRST)
        case.expect_states(refused=1)
    case.expect(not case.held(), "something was taken")


@scenario
def busy_at_the_recipient(case):
    """451 twice, then accepted."""
    server = case.server({"recipients": {FIRST: {"rcpt": ["451 4.3.0 doi", "450 4.2.1 doi nua"]}}})
    case.rehearse()
    case.send()
    case.expect_states(accepted=9)
    times = [at for at, step, who in server.events if step == "rcpt" and who == FIRST]
    gaps = [round(b - a, 1) for a, b in zip(times, times[1:])]
    case.expect(len(gaps) == 2 and gaps[0] >= 0.9 and gaps[1] >= 1.8, "the pauses were %s s" % gaps)
    case.expect(case.ledger()[case.id_of(FIRST)]["tries"] == "3", "the ledger does not count three tries")


@scenario
def busy_at_the_dot(case):
    """451 twice at the last dot, then accepted."""
    case.server({"recipients": {FIRST: {"final": ["451 4.3.0 doi", "452 4.3.1 day"]}}})
    case.rehearse()
    case.send()
    case.expect_states(accepted=9)


@scenario
def always_busy(case):
    """451 for ever: left after the tries of one sending, taken up by the next."""
    server = case.server({"recipients": {FIRST: {"rcpt": ["451 4.3.0 doi"] * 3}}})
    case.rehearse()
    case.send(75, words=FIRST)
    case.expect_states(accepted=8, queued=1)
    case.expect(len([who for step, who in server.steps("rcpt") if who == FIRST]) == 3, "not three tries")
    case.send()
    case.expect_states(accepted=9)


@scenario
def busy_for_all(case):
    """421 in the midst, and the connection closed with it: taken up again, nobody twice."""
    case.server({"recipients": {SECOND: {"rcpt": [{"answer": "421 4.7.0 nghi mot lat", "drop": True}],
                                         "final": [{"answer": "421 4.3.2 tat may", "drop": True}]}}})
    case.rehearse()
    case.send()
    case.expect_states(accepted=9)


@scenario
def strange_answers(case):
    """Answers of several lines, of no encoding, very long ones, with signs that drive a terminal."""
    answers = ["550-5.1.1 dong mot\n550-5.1.1 dong hai\n550 5.1.1 dong ba", "550 5.1.1 kh\udcf4ng \udcff\udcfe",
               "550 5.1.1 " + "dai " * 900, "550 5.1.1 \x1b[2J\x1b[31mđỏ\x07 \u202etxt.exe\u202c \0 het",
               "550 5.1.1 =cmd|' /C calc'!A1", "550", "550 5.1.1 \"ngoac, kep\"; phay", "550-\n550 "]
    pairs = dict(zip(DISTRICTS, answers))
    case.server({"recipients": {leader(unit): {"rcpt": answer} for unit, answer in pairs.items()}})
    case.rehearse()
    ending = case.send(75)
    case.expect_states(accepted=9 - len(pairs), refused=len(pairs))
    for row in case.ledger().values():
        case.expect(not TRICKS.search(row["answer"]), "the ledger holds signs that mislead: %r" % row["answer"][:80])
        case.expect(len(row["answer"]) < 2000, "an answer of %d signs is kept" % len(row["answer"]))
        case.expect(not row["answer"].startswith(("=", "+", "-", "@")), "the ledger holds a formula")
    case.expect("dong ba" in ending.output + ending.messages, "the last line of an answer is not told")


@scenario
def no_answers(case):
    """Answers that are none: other words, numbers that do not exist, no end."""
    # A server that says nonsense is as good as silent: each may take as long as the timeout.
    for steps, wanted in (({"banner": "xin chao"}, (69, 75)), ({"ehlo": "khong biet"}, (69, 75)),
                          ({"rcpt": "999 la gi"}, 75), ({"mail": "25"}, (69, 75)),
                          ({"final": {"answer": "cam on", "keep": True}}, 75),
                          ({"rcpt": {"answer": "250-" + "x" * 300000, "raw": True, "drop": True}}, (69, 75)),
                          ({"ehlo": {"answer": "250-x\r\n" * 60000, "raw": True, "drop": True}}, (69, 75)),
                          ({"banner": {"answer": "220 " + "x" * 300000, "raw": True, "drop": True}}, (69, 75))):
        server = case.server({"steps": steps}, messages=[to_unit()], limits={"tries": 1},
                             server={"timeout": 1})
        shutil.rmtree(case.mail, ignore_errors=True)
        case.rehearse()
        case.send(wanted, patience=20)
        case.expect(sum(case.states().values()) <= 1 and "accepted" not in case.states(),
                    "%s gives %s" % (list(steps), case.states()))
        case.expect(len(server.held()) <= 1, "%s: taken %d times" % (list(steps), len(server.held())))
        # The next server starts with an empty ledger: what this one holds is not counted there.
        case.servers.remove(server)
        server.stop()


# --- lost connections --------------------------------------------------------------------------------

def lost(case, step, action, size=0):
    """Loses the connection once at a step with one recipient; gives the server."""
    if size:
        case.add_output("huyen/844-lon.csv", base64.b64encode(random.Random(844).randbytes(size)))
    attached = ["{level}/{code}.xlsx", "{level}/{code}-*.csv"] if size else ["{level}/{code}.xlsx"]
    messages = [to_unit("842"), to_unit("844", id="hai", attachments=attached), to_unit("845", id="ba")]
    server = case.server({"recipients": {SECOND: {step: [action]}}}, messages=messages)
    case.rehearse()
    return server


@scenario
def lost_after_the_dot(case):
    """Taken by the server, and the connection lost: unknown, sent again only on demand."""
    server = lost(case, "final", {"keep": True, "drop": True})
    case.send(75, words=SECOND)
    case.expect_states(accepted=2, unknown=1)
    before = len(server.steps("rcpt"))
    case.send(75, words=SECOND)
    case.expect(len(server.steps("rcpt")) == before, "an unknown one is sent again")
    one = case.id_of(SECOND)
    case.twice[one] = 1
    case.ends(0, "--resend", one)
    case.expect_states(accepted=3)
    case.expect(server.steps("rcpt")[before:] == [("rcpt", SECOND)], "others are sent again too")


@scenario
def lost_after_the_dot_and_not_taken(case):
    """The same from the client's side, though the server threw the message away."""
    lost(case, "final", {"drop": "reset"})
    case.send(75, words=SECOND)
    case.expect_states(accepted=2, unknown=1)
    case.ends(0, "--resend", case.id_of(SECOND))
    case.expect_states(accepted=3)


@scenario
def silent_after_the_dot(case):
    """No answer to the last dot within the timeout: unknown."""
    lost(case, "final", {"wait": 5, "keep": True, "drop": True})
    case.write_list(case.servers[0].port, server={"timeout": 2}, messages=[
        to_unit("842"), to_unit("844", id="hai"), to_unit("845", id="ba")])
    case.rehearse()
    case.send(75, words=SECOND, patience=20)
    case.expect_states(accepted=2, unknown=1)


def lost_before(case, step, action):
    """Lost before the message was handed over: tried again, all accepted."""
    lost(case, step, action)
    case.send()
    case.expect_states(accepted=3)


@scenario
def lost_at_the_sender(case):
    """Closed at MAIL."""
    server = case.server({"steps": {"mail": [None, {"drop": True}]}})
    case.rehearse()
    case.send()
    case.expect_states(accepted=9)
    case.expect(len(server.steps("banner")) == 2, "%d connections" % len(server.steps("banner")))


@scenario
def lost_at_the_recipient(case):
    """Closed at RCPT."""
    lost_before(case, "rcpt", {"drop": True})


@scenario
def lost_at_data(case):
    """Closed at DATA."""
    lost_before(case, "data", {"drop": "reset"})


@scenario
def lost_after_354(case):
    """Closed right after 354: nothing was taken; tried again, or unknown if all was handed over."""
    lost(case, "data", {"answer": "354 di", "drop": True})
    case.send((0, 75))
    case.expect(case.state_of(SECOND) in ("accepted", "unknown"), "it is %s" % case.state_of(SECOND))


@scenario
def lost_in_the_message(case):
    """Closed in the midst of a message far longer than what fits on the way: tried again."""
    lost(case, "body", {"after": 100000, "drop": "reset"}, size=7_000_000)
    case.send(0, patience=30)
    case.expect_states(accepted=3)


@scenario
def resend_one(case):
    """--resend sends the named ones whatever their state, and nobody else."""
    third = leader("845")
    server = case.server({"recipients": {FIRST: {"rcpt": ["550 5.1.1 chua co"]},
                                         third: {"rcpt": ["451 4.3.0 doi"] * 3}}})
    case.rehearse()
    case.send(75)
    case.expect_states(accepted=7, refused=1, queued=1)
    again = [case.id_of(FIRST), case.id_of(SECOND)]
    case.twice[again[1]] = 1
    before = len(server.steps("rcpt"))
    case.ends(75, "--resend", again[0], "--resend", again[1])
    case.expect(sorted(who for _, who in server.steps("rcpt")[before:]) == [FIRST, SECOND],
                "sent again: %s" % server.steps("rcpt")[before:])
    case.expect_states(accepted=8, queued=1)
    case.send()
    case.expect_states(accepted=9)
    case.ends(64, "--resend", "huyen.842.khong-co@" + DOMAIN, words="khong-co@")


# --- servers that cannot be used --------------------------------------------------------------------

@scenario
def slow_banner(case):
    """A banner that takes its time is waited for, but not longer than the timeout."""
    case.server({"steps": {"banner": [{"wait": 1.5}]}}, server={"timeout": 4})
    case.rehearse()
    case.send()
    case.expect_states(accepted=9)
    case.server({"steps": {"banner": {"wait": 15}}}, server={"timeout": 2}, limits={"tries": 1},
                messages=[to_districts(id="khac")])
    case.rehearse()
    case.is_replanned = True
    ending = case.send(69)
    case.expect(ending.seconds < 10, "waits %.1f s with a timeout of 2 s" % ending.seconds)


def unusable(case, script, status=69, asked=(), **top):
    """A sending that ends so, with nothing taken, and no step of the server but those that may be."""
    server = case.server(script, limits={"tries": 2}, **top)
    case.rehearse()
    ending = case.send(status, patience=30)
    case.expect(not server.held(), "something was taken")
    case.expect(set(case.states()) <= {"queued"}, "the ledger says %s" % case.states())
    case.expect("auth" in asked or not server.steps("auth"), "the password is given to this server")
    case.expect("mail" in asked or not server.steps("mail"), "the server is asked to take a message")
    return ending


@scenario
def server_is_busy(case):
    """421 as the banner."""
    unusable(case, {"steps": {"banner": {"answer": "421 4.3.2 ban qua", "drop": True}}})


@scenario
def server_refuses(case):
    """554 as the banner."""
    unusable(case, {"steps": {"banner": {"answer": "554 5.3.2 khong nhan", "drop": True}}})


@scenario
def server_closes(case):
    """Closed before a word was said."""
    unusable(case, {"steps": {"banner": {"drop": "reset"}}})


@scenario
def nobody_listens(case):
    """No server at all; once it is there, all goes out."""
    server = case.server()
    case.rehearse()
    port = server.port
    server.stop()
    case.send(69, words="localhost")
    case.expect(set(case.states()) <= {"queued"}, "the ledger says %s" % case.states())
    before = open(case.list_file, "rb").read()
    case.server(port=port)
    case.expect(open(case.list_file, "rb").read() == before, "this scenario changed its list")
    case.send()
    case.expect_states(accepted=9)


@scenario
def server_goes_away(case):
    """The server ends in the midst; the rest goes out when it is back."""
    def watch(step, who):
        if step == "answered" and len(server.held()) == 4:
            server.stopping.set()
            server.listener.close()
    server = case.server(watch=watch, limits={"tries": 2})
    case.rehearse()
    case.send((69, 75), patience=30)
    server.stop()
    case.server(port=server.port, limits={"tries": 2})
    case.send((0, 75))
    case.expect(case.states().get("accepted", 0) + case.states().get("unknown", 0) == 9,
                "the ledger says %s" % case.states())


@scenario
def expired_certificate(case):
    """A certificate that has ended."""
    unusable(case, {"certificate": "expired"})


@scenario
def certificate_of_another(case):
    """A certificate for another host, with STARTTLS."""
    unusable(case, {"certificate": "other"})


@scenario
def certificate_of_another_at_once(case):
    """A certificate for another host, with TLS from the first byte."""
    unusable(case, {"certificate": "other", "tls": "tls"}, server={"security": "tls"})


@scenario
def certificate_of_nobody(case):
    """A certificate whose authority nobody knows."""
    unusable(case, {"certificate": "stranger"})


@scenario
def no_starttls(case):
    """STARTTLS is not offered, though AUTH is."""
    unusable(case, {"tls": "none", "clear-auth": True})


@scenario
def starttls_fails(case):
    """STARTTLS is offered and then refused."""
    unusable(case, {"steps": {"starttls": "454 4.7.0 TLS khong dung duoc"}, "clear-auth": True})


@scenario
def words_before_tls(case):
    """Answers that somebody in between puts behind the 220 of STARTTLS count for nothing."""
    words = "220 di\r\n250-mail.tra-vinh.test\r\n250 AUTH PLAIN LOGIN\r\n235 vao di\r\n250 duoc\r\n"
    server = case.server({"steps": {"starttls": {"answer": words, "raw": True}}}, limits={"tries": 2},
                         messages=[to_unit()])
    case.rehearse()
    case.send((0, 69, 75), patience=30)
    case.expect("accepted" not in case.states() or len(server.held()) == 1, "the words were believed")


@scenario
def login_refused(case):
    """535; once with the AUTH string in the answer, in base64 and in clear."""
    ending = unusable(case, {"steps": {"auth": "535 5.7.8 sai mat khau"}}, asked=("auth",))
    case.expect("sai mat khau" in ending.output + ending.messages, "the server's words are not told")
    for answer in ("535 5.7.8 {echo}", "535-5.7.8 {echo}\n535 5.7.8 {echo}", "235 2.7.0 {echo}"):
        for ways in (["PLAIN"], ["LOGIN"]):
            case.server({"auth": ways, "steps": {"auth": answer, "mail": "550 5.7.1 {echo}"}},
                        messages=[to_unit()], limits={"tries": 1})
            case.rehearse()
            case.send((69, 75), patience=30)


@scenario
def login_fails_for_now(case):
    """454 to AUTH: nothing is sent; later all is."""
    server = case.server({"steps": {"auth": ["454 4.7.0 lat nua"] * 2}}, limits={"tries": 1})
    case.rehearse()
    ending = case.send((0, 69, 75), patience=30)
    if ending.status:
        case.expect(not server.held(), "something was taken")
        server.script["steps"] = {}
        case.send()
    case.expect_states(accepted=9)


@scenario
def login_not_offered(case):
    """A server without AUTH, though the list has a user."""
    unusable(case, {"auth": []}, asked=("mail",))


# --- killed ------------------------------------------------------------------------------------------

@scenario
def killed_at_random(case):
    """SIGKILL at twenty random moments of sendings to 60 people, each time run again."""
    delays = random.Random(20230705)

    def watch(step, who):
        # So that moments between the message and its answer are hit.
        if step in ("data", "final", "stored"):
            time.sleep(0.004)

    case.people(leaders(6))
    kills = 0
    # Before the first message of a sending, amid them, or when all were sent.
    moments = {"before": 0, "amid": 0, "after": 0}
    sums = {}
    for number in range(4):
        server = case.server(watch=watch, messages=[to_districts(id="huyen%d" % number),
                                                    to_unit("84", id="tinh%d" % number)])
        case.rehearse()
        case.is_replanned = True
        for _ in range(5):
            before, greeted = len(server.held()), len(server.steps("banner"))
            process = case.start("--send")
            # The program first reads and checks everything; a sending begins with the connection.
            for _ in range(1000):
                if process.poll() is not None or len(server.steps("banner")) > greeted:
                    break
                time.sleep(0.01)
            time.sleep(delays.uniform(0, 0.4))
            process.kill()
            process.wait()
            kills += 1
            now = len(server.held())
            moments["after" if now >= 60 else "amid" if now > before else "before"] += 1
        for _ in range(5):
            ending = case.finish(case.start("--send"))
            if ending.status != 75 or set(case.states()) <= {"accepted", "unknown"}:
                break
        case.expect(ending.status in (0, 75), "ends with %d: %s" % (ending.status, ending.messages[:300]))
        states = case.states()
        for state, count in states.items():
            sums[state] = sums.get(state, 0) + count
        case.expect(sum(states.values()) == 60 and set(states) <= {"accepted", "unknown"},
                    "after the kills the ledger says %s" % states)
        case.expect(("unknown" in states) == (ending.status == 75), "status %d with %s" % (ending.status, states))
        for one, row in case.ledger().items():
            if row["state"] == "unknown":
                case.expect(row["recipient"] in ending.output + ending.messages,
                            "%s is unknown, and nobody is told" % one)
        case.check_held()
    case.notes = "%d kills (%s), at the end %s, %d messages held" % (
        kills, ", ".join("%d %s" % (count, name) for name, count in moments.items()), sums, len(case.held()))


@scenario
def killed_at_every_step(case):
    """SIGKILL at each step of the transaction with one recipient, then run again."""
    outcome = []
    for number, step in enumerate(("banner", "starttls", "auth", "mail", "rcpt", "data", "body", "final",
                                   "stored", "answered")):
        running = []

        def watch(now, who, step=step, running=running):
            if running and now == step and who in (None, SECOND):
                running.pop().kill()
                time.sleep(0.05)

        messages = [to_unit("842", id="mot%d" % number), to_unit("844", id="hai%d" % number),
                    to_unit("845", id="ba%d" % number)]
        server = case.server(watch=watch, messages=messages)
        case.is_replanned = True
        case.rehearse()
        process = case.start("--send")
        running.append(process)
        process.wait(30)
        case.expect(process.returncode == -signal.SIGKILL, "%s: was not killed" % step)
        ending = case.send((0, 75))
        state = case.state_of(SECOND)
        outcome.append("%s %s" % (step, state))
        held = [message["to"][0] for message in server.held()]
        case.expect(held.count(FIRST) == 1 and held.count(leader("845")) == 1, "%s: held %s" % (step, held))
        case.expect(held.count(SECOND) == 1 or state == "unknown", "%s: held %s, %s" % (step, held, state))
        if step in ("banner", "starttls", "auth", "mail", "rcpt"):
            case.expect(ending.status == 0, "killed before the message at %s, and it is %s" % (step, state))
        case.check_held()
    case.notes = ", ".join(outcome)


@scenario
def interrupted(case):
    """Ctrl-C and SIGTERM in the midst: it ends soon, and the next sending does the rest."""
    for number, sign in enumerate((signal.SIGINT, signal.SIGTERM)):
        server = case.server({"steps": {"rcpt": {"wait": 0.2}}}, messages=[to_districts(id="huyen%d" % number)])
        case.is_replanned = True
        case.rehearse()
        process = case.start("--send")
        time.sleep(0.9)
        process.send_signal(sign)
        try:
            process.wait(8)
        except subprocess.TimeoutExpired:
            case.expect(False, "%s does not end it" % sign.name)
        case.expect(process.returncode in (75, 130), "%s ends it with %d" % (sign.name, process.returncode))
        count = len(server.held())
        case.expect(0 < count < 9, "%s came when %d were sent" % (sign.name, count))
        case.send((0, 75))
        case.expect(case.states().get("accepted", 0) + case.states().get("unknown", 0) == 9,
                    "the ledger says %s" % case.states())
        case.check_held()


@scenario
def two_at_once(case):
    """A second sending while one is at work ends with 75; so do rehearsals; two started together."""
    case.server({"steps": {"rcpt": [{"wait": 2}]}})
    case.rehearse()
    first = case.start("--send")
    time.sleep(0.7)
    second = case.send(75)
    case.expect(second.seconds < 2, "the second waits %.1f s" % second.seconds)
    case.rehearse(75)
    ending = case.finish(first)
    case.expect(ending.status == 0, "the first ends with %d: %s" % (ending.status, ending.messages[:300]))
    case.expect_states(accepted=9)
    for number in range(3):
        case.server(messages=[to_districts(id="huyen%d" % number)])
        case.is_replanned = True
        case.rehearse()
        both = [case.start("--send") for _ in range(3)]
        statuses = sorted(case.finish(process).status for process in both)
        case.expect(statuses[0] == 0 and set(statuses) <= {0, 75}, "three together end with %s" % statuses)
        case.expect_states(accepted=9)
        case.check_held()


# --- after the rehearsal ---------------------------------------------------------------------------------

@scenario
def changed_after_the_rehearsal(case):
    """A changed output, list, contact, .eml, plan or manifest is not sent."""
    server = case.server()
    case.rehearse()
    some = os.path.join("run", "mail", next(iter(case.plan().values()))["file"])
    rehearsal = "run/mail/rehearsal.json"
    for name in ("run/huyen/842.xlsx", "mail.yaml", "danh-ba.csv", some, "run/mail/plan.csv",
                 "run/manifest.json", rehearsal):
        path = case.path(name)
        with open(path, "rb") as file:
            before = file.read()
        changes = {"more": before + b"\n", "none": None, "half": before[:len(before) // 2]}
        if name == "run/mail/plan.csv":
            changes["other"] = before.replace(SECOND.encode(), EVIL.encode())
        if name == "danh-ba.csv":
            changes["other"] = before.replace(b"Nguy", b"Ngo")
        if name == some:
            changes["other"] = before.replace(b"To: ", b"To: %s, " % EVIL.encode())
        if name == rehearsal:
            # A line more says nothing else.
            changes["more"] = before.replace(b"a", b"b")
        for kind, data in changes.items():
            if data is None:
                os.unlink(path)
            else:
                with open(path, "wb") as file:
                    file.write(data)
            case.send((66, 78))
            case.expect(not server.steps(), "%s (%s): the server was asked" % (name, kind))
            with open(path, "wb") as file:
                file.write(before)
    case.send()
    case.expect_states(accepted=9)


@scenario
def never_rehearsed(case):
    """--send without a rehearsal."""
    server = case.server()
    case.send((66, 78), words="tập dượt")
    case.expect(not server.steps(), "the server was asked")


@scenario
def a_stranger_in_the_folder(case):
    """An .eml that the plan does not know is not sent."""
    case.server()
    case.rehearse()
    with open(os.path.join(case.mail, "huyen.842.%s.eml" % EVIL), "wb") as file:
        file.write(b"From: %s\r\nTo: %s\r\n\r\n\r\n" % (SENDER.encode(), EVIL.encode()))
    case.send((0, 78))
    case.expect(EVIL not in case.held(), "it was sent")


@scenario
def run_again(case):
    """`run --force` of the same run keeps the ledger: who has a message gets no second one."""
    server = case.server({"recipients": {FIRST: {"rcpt": ["451 4.3.0 doi"] * 3}}})
    case.rehearse()
    case.send(75)
    case.expect_states(accepted=8, queued=1)
    subprocess.run([case.proof.program, *case.proof.run_arguments(case.run), "--force"], check=True,
                   timeout=60)
    case.expect(case.kept_states() == {"accepted": 8, "queued": 1},
                "after the run the ledger says %s" % case.kept_states())
    case.send((0, 78))
    case.rehearse()
    case.send()
    case.expect_states(accepted=9)
    case.expect(len(server.held()) == 9, "the server holds %d" % len(server.held()))


@scenario
def rehearsed_again(case):
    """A further rehearsal with further people: who has a message gets no second one."""
    server = case.server()
    case.is_replanned = True
    case.rehearse()
    case.send()
    case.people(leaders(2))
    case.rehearse()
    case.send()
    case.expect_states(accepted=18)
    case.expect(len(server.held()) == 18, "the server holds %d" % len(server.held()))


# --- lists and contacts that are wrong ---------------------------------------------------------------------

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
    for pattern in ("huyen/khong-co.xlsx", "{level}/{code}.pdf", "../khac.csv", "/etc/hostname", "huyen/../../khac.csv",
                    "{level}/{cod}.xlsx", "huyen/842-noi.csv", "", "*", "huyen", "mail.yaml", "manifest.json/.."):
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


# --- the password --------------------------------------------------------------------------------------

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


# --- hostile texts -----------------------------------------------------------------------------------------

HOSTILE = {
    "CR LF": "Huyện\r\nBcc: %s" % EVIL, "LF": "Huyện\nBcc: %s\n\nnội dung" % EVIL, "CR": "Huyện\rBcc: %s" % EVIL,
    "LF and space": "Huyện\n Bcc: %s" % EVIL, "CR LF at the end": "Huyện\r\n", "NUL": "Huyện\0Bcc: %s" % EVIL,
    "tab": "Huyện\tBcc: %s" % EVIL, "NEL": "Huyện\u0085Bcc: %s" % EVIL, "LS": "Huyện\u2028Bcc: %s" % EVIL,
    "bidi": "Huyện \u202excod.exe\u202c \u2066x\u2069", "BOM": "\ufeffHuyện",
    "encoded word": "=?UTF-8?B?WA0KQmNjOiBrZS1naWFuQHhhLWxhLnRlc3Q=?=",
    "quotes": 'Huyện"; filename="a.exe', "an address": "Huyện <%s>" % EVIL, "two addresses": "Huyện, %s" % EVIL,
    "long": "Huyện rất dài " * 400, "long word": "đ" * 3000, "mustache": "{{unit}} {{period}}", "emoji": "🏛" * 60,
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>", "percent": "%0d%0aBcc: x %s %n", "path": "../../x/y",
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
    ending = case.rehearse((0, 78))
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


def header_names(data):
    lines = data.partition(b"\r\n\r\n")[0].split(b"\r\n")
    return sorted(line.split(b":")[0].decode() for line in lines if line[:1] not in b" \t")


def part_types(data):
    import email
    return [part.get_content_type() for part in email.message_from_bytes(data).walk()]


def bodies(data):
    """The bytes of the pages of a message."""
    import email
    return b"".join(part.get_payload(decode=True) for part in email.message_from_bytes(data).walk()
                    if part.get_content_type() == "text/html")


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
    names = ["Số liệu «quý II» năm 2023.csv", "a" * 180 + ".csv", "Đ" * 100 + ".csv", "50% đạt; tốt.csv", "it's.csv",
             "a b c.csv", "Thành phố Trà Vinh (bản chính thức, đã ký số) - báo cáo cải cách hành chính.xlsx"]
    for number, name in enumerate(names):
        case.server(messages=[to_unit(id="t%d" % number, attachments=[{"file": "huyen/842.xlsx", "name": name}])])
        case.is_replanned = True
        if case.rehearse((0, 78)).status == 0:
            data = case.eml(next(iter(case.plan().values())))
            for read in (read_new, read_old, read_gmime):
                case.expect([one for one, _ in read(data)[1]] == [name], "%r is read as %s by %s"
                            % (name, read(data)[1], read.__name__))
            for fault in faults_of(data):
                case.expect(False, "%r: %s" % (name, fault))
        else:
            case.expect(len(name.encode()) > 150, "%r is refused" % name)


# --- main -----------------------------------------------------------------------------------------------------

def main():
    if sys.argv[1:] == ["--list"]:
        for name, function in SCENARIOS.items():
            print("%-34s %s" % (name, function.__doc__.split("\n")[0]))
        return 0
    names = sys.argv[2:] or list(SCENARIOS)
    if len(sys.argv) < 2 or not set(names) <= set(SCENARIOS):
        sys.stderr.write(__doc__)
        return 2
    count = 0
    with tempfile.TemporaryDirectory(prefix="mail-") as folder:
        proof = Proof(sys.argv[1], folder)
        for name in names:
            case, began = Case(proof, name), time.monotonic()
            case.notes = ""
            try:
                SCENARIOS[name](case)
            except Exception as error:  # whatever a scenario stumbles over is a fault of the answer
                place = error.__traceback__
                while place.tb_next:
                    place = place.tb_next
                case.faults.append("%r in %s:%d" % (error, os.path.basename(place.tb_frame.f_code.co_filename),
                                                    place.tb_lineno))
            case.close()
            faults = list(dict.fromkeys(case.faults))
            print("%-34s %4.1f s  %s%s" % (name, time.monotonic() - began,
                                           "%d faults" % len(faults) if faults else "as it should be",
                                           "; " + case.notes if case.notes else ""), flush=True)
            for fault in faults[:20]:
                print("%s: %s" % (name, fault.replace(folder, "…")))
            count += len(faults)
            shutil.rmtree(case.folder, ignore_errors=True)
    print("%d scenarios, %d faults" % (len(names), count))
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
