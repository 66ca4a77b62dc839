"""Scenarios of what is kept between two starts of the program: the plan, the ledger, the lock."""

import os
import random
import signal
import subprocess
import time

from mail_case import EVIL, FIRST, SECOND, SENDER, leader, leaders, scenario, to_districts, to_unit


# --- killed -------------------------------------------------------------------------------------

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
        process.wait(60)
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
        server = case.server({"steps": {"rcpt": {"wait": 1}}}, messages=[to_districts(id="huyen%d" % number)])
        case.is_replanned = True
        case.rehearse()
        process = case.start("--send")
        case.wait_for(lambda: len(server.held()) >= 2)
        process.send_signal(sign)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            case.expect(False, "%s does not end it" % sign.name)
        case.expect(process.returncode in (75, 130), "%s ends it with %d" % (sign.name, process.returncode))
        count = len(server.held())
        case.expect(0 < count < 9, "%s came when %d were sent" % (sign.name, count))
        server.hurry.set()
        case.send((0, 75))
        case.expect(case.states().get("accepted", 0) + case.states().get("unknown", 0) == 9,
                    "the ledger says %s" % case.states())
        case.check_held()


@scenario
def two_at_once(case):
    """A second sending while one is at work ends with 75; so do rehearsals; two started together."""
    server = case.server({"steps": {"rcpt": [{"wait": 300}]}}, server={"timeout": 300})
    case.rehearse()
    first = case.start("--send")
    case.wait_for(lambda: server.steps("rcpt"))
    second = case.send(75)
    case.expect(second.seconds < 40, "the second waits %.1f s" % second.seconds)
    case.rehearse(75)
    # Nor may the run be replaced below it.
    again = case.finish(case.spawn([*case.proof.run_arguments(case.run), "--force"], {}))
    case.judge(again, (73, 74, 75), None, "run --force")
    server.hurry.set()
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


# --- after the rehearsal ------------------------------------------------------------------------

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
    """Further people, other names, an address in capital letters: who has a message gets no second one."""
    server = case.server()
    case.is_replanned = True
    case.rehearse()
    case.send()
    rows = [(unit, role, "Trần Văn Đổi", address.upper() if unit == "842" else address)
            for unit, role, _, address in leaders()]
    case.people(rows + leaders(2)[1::2])
    case.rehearse()
    case.send()
    case.expect_states(accepted=18)
    case.expect(len(server.held()) == 18, "the server holds %d" % len(server.held()))


@scenario
def killed_rehearsal(case):
    """SIGKILL in the midst of rehearsals: what is left is the old plan, whole, or none."""
    server = case.server()
    case.rehearse()
    before = case.contents()
    moments = random.Random(4)
    count = 0
    case.people(leaders(6))
    length = case.rehearse().seconds
    for _ in range(8):
        process = case.start()
        time.sleep(moments.uniform(0.5, 1) * length)
        process.kill()
        process.wait()
        if {"plan.csv", "rehearsal.json"} <= case.files():
            # Whole in one way or the other: every message is there.
            missing = {row["file"] for row in case.plan().values()} - case.files()
            case.expect(not missing, "%d messages of the plan are missing" % len(missing))
        else:
            count += 1
            case.send((66, 78), words="tập dượt")
    case.expect(not server.held(), "something was sent")
    case.people(leaders())
    case.rehearse()
    after = case.contents()
    differing = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
    case.expect(not differing, "in the end differ, or are left over or missing: %s" % differing)
    case.notes = "8 kills, %d left no plan" % count
