"""Scenarios of servers: those that work, those that refuse, and all that can break on the way."""

import base64
import contextlib
import json
import os
import random
import shutil
import socket

from mail_case import (
    DISTRICTS, DOMAIN, EVIL, FIRST, SECOND, leader, scenario, to_districts, to_unit)
from mail_reading import TRICKS


# --- servers that work --------------------------------------------------------------------------

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


@scenario
def closed_after_every_message(case):
    """A server that takes one message a connection and then closes it: nothing is unknown, and
    nothing is waited for."""
    for number, closing in enumerate((True, "reset")):
        server = case.server({"steps": {"final": {"answer": "250 2.0.0 taken", "drop": closing}}},
                             messages=[to_districts(id="huyen%d" % number)],
                             limits={"pause": 60})
        case.is_replanned = True
        case.rehearse()
        # One pause alone would take longer than is waited for the end.
        case.send(patience=55)
        case.expect_states(accepted=9)
        case.expect(len(server.steps("banner")) == 9, "%d connections" % len(server.steps("banner")))


@scenario
def messages_for_programs(case):
    """--log-format json: a JSON object a line, whatever happens; --quiet: faults only."""
    server = case.server({"recipients": {FIRST: {"rcpt": "550-5.1.1 khong \"co\"\n550 5.1.1 \udcff\tnao"}}})
    endings = [case.rehearse(0, "--log-format", "json"), case.send(75, "--log-format", "json")]
    endings.append(case.send(75, "--quiet", "--log-format", "json"))
    server.script["steps"] = {"auth": "535 5.7.8 {echo}"}
    endings.append(case.ends(69, "--log-format", "json", "--resend", case.id_of(SECOND)))
    for ending in endings:
        for line in (ending.output + ending.messages).splitlines():
            entry = json.loads(line)
            case.expect(entry.get("level") and entry.get("message"), "a line says %r" % line[:200])
    case.expect(not case.rehearse(0, "--quiet").messages, "--quiet says something of a rehearsal")


# --- servers that refuse ------------------------------------------------------------------------

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
                             server={"timeout": 3})
        shutil.rmtree(case.mail, ignore_errors=True)
        case.rehearse()
        case.send(wanted)
        case.expect(sum(case.states().values()) <= 1 and "accepted" not in case.states(),
                    "%s gives %s" % (list(steps), case.states()))
        case.expect(len(server.held()) <= 1, "%s: taken %d times" % (list(steps), len(server.held())))
        # The next server starts with an empty ledger: what this one holds is not counted there.
        case.servers.remove(server)
        server.stop()


# --- lost connections ---------------------------------------------------------------------------

def lost(case, step, action, size=0):
    """Loses the connection once at a step with one recipient; gives the server."""
    if size:
        case.add_output("huyen/844-lon.csv", base64.b64encode(random.Random(844).randbytes(size)))
    attached = ["{level}/{code}.xlsx", "{level}/{code}-*.csv"] if size else ["{level}/{code}.xlsx"]
    messages = [to_unit("842"), to_unit("844", id="hai", attachments=attached), to_unit("845", id="ba")]
    server = case.server({"recipients": {SECOND: {step: [action]}}, "room": 16384}, messages=messages)
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
    lost(case, "final", {"wait": 30, "keep": True, "drop": True})
    case.write_list(case.servers[0].port, server={"timeout": 4}, messages=[
        to_unit("842"), to_unit("844", id="hai"), to_unit("845", id="ba")])
    case.rehearse()
    case.send(75, words=SECOND)
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
    case.send(0)
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


# --- servers that cannot be used ----------------------------------------------------------------

@scenario
def slow_banner(case):
    """A banner that takes its time is waited for, but not longer than the timeout."""
    case.server({"steps": {"banner": [{"wait": 1.5}]}}, server={"timeout": 10})
    case.rehearse()
    case.send()
    case.expect_states(accepted=9)
    case.server({"steps": {"banner": {"wait": 50}}}, server={"timeout": 2}, limits={"tries": 1},
                messages=[to_districts(id="khac")])
    case.rehearse()
    case.is_replanned = True
    ending = case.send(69)
    case.expect(ending.seconds < 40, "waits %.1f s with a timeout of 2 s" % ending.seconds)


def unusable(case, script, status=69, asked=(), **top):
    """A sending that ends so, with nothing taken, and no step of the server but those that may be."""
    server = case.server(script, limits={"tries": 2}, **top)
    case.rehearse()
    ending = case.send(status)
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


@contextlib.contextmanager
def taken(port):
    """Keeps a port from the servers of other scenarios; who connects to it is refused."""
    with socket.socket() as place:
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        place.bind(("127.0.0.1", port))
        yield


@scenario
def nobody_listens(case):
    """No server at all; once it is there, all goes out."""
    server = case.server()
    case.rehearse()
    port = server.port
    server.stop()
    with taken(port):
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
    case.send((69, 75))
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
    case.send((0, 69, 75))
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
            case.send((69, 75))


@scenario
def login_fails_for_now(case):
    """454 to AUTH: nothing is sent; later all is."""
    server = case.server({"steps": {"auth": ["454 4.7.0 lat nua"] * 2}}, limits={"tries": 1})
    case.rehearse()
    ending = case.send((0, 69, 75))
    if ending.status:
        case.expect(not server.held(), "something was taken")
        server.script["steps"] = {}
        case.send()
    case.expect_states(accepted=9)


@scenario
def login_not_offered(case):
    """A server without AUTH, though the list has a user."""
    unusable(case, {"auth": []}, asked=("mail",))
