#!/usr/bin/python3
"""Sends a run's packs through a mail server and looks into the mailboxes.

    postfix_check.py PROGRAM --port N --certificates DIR --boxes DIR

postfix.sh starts the server; BAOCAO_MAIL_PASSWORD holds the password of its user. First the server
itself: nothing without TLS, nothing without logging in. Then every box must hold exactly what is its
owner's: the files of the run, byte for byte, under the names of the plan, read by two policies of
Python and by GMime and, where they are workbooks, opened.
Exit status: 0 no faults, 1 faults, 2 wrong usage.
"""

import argparse
import collections
import email
import hashlib
import io
import os
import smtplib
import ssl
import sys
import tempfile
import time

import openpyxl

sys.dont_write_bytecode = True
from mail_case import (  # noqa: E402
    DISTRICTS, DOMAIN, SENDER, VARIABLE, Case, Proof, leaders, to_districts, to_unit)
from mail_reading import attachments, faults_of, read_gmime, read_new, read_old  # noqa: E402

TOGETHER, SECRET = "tong-hop@" + DOMAIN, "luu@" + DOMAIN


def check_server(case, port, certificates):
    """The server takes nothing from those who did not log in, and no password in clear."""
    with smtplib.SMTP("127.0.0.1", port, timeout=20) as client:
        client.ehlo("kiem-tra.test")
        case.expect("starttls" in client.esmtp_features, "the server offers no STARTTLS")
        case.expect("auth" not in client.esmtp_features, "the server offers AUTH in clear")
        client.mail(SENDER)
        case.expect(client.rcpt(SECRET)[0] == 554, "the server takes mail from anybody")
    with smtplib.SMTP("localhost", port, timeout=20) as client:
        client.starttls(context=ssl.create_default_context(
            cafile=os.path.join(certificates, "ca.pem")))
        client.ehlo("kiem-tra.test")
        case.expect("auth" in client.esmtp_features, "the server offers no AUTH")
        try:
            client.login(SENDER, case.password + "x")
            case.expect(False, "the server takes a wrong password")
        except smtplib.SMTPAuthenticationError:
            pass


def boxes(folder):
    """The messages of every box, by its owner."""
    found = collections.defaultdict(list)
    for owner in os.listdir(folder):
        new = os.path.join(folder, owner, "new")
        for name in sorted(os.listdir(new)) if os.path.isdir(new) else []:
            with open(os.path.join(new, name), "rb") as file:
                found[owner + "@" + DOMAIN].append(file.read())
    return found


def check_message(case, owner, data, row):
    """One message in a box against the row of the plan that it is."""
    where = "%s, %s" % (owner, row["id"])
    # Postfix writes its own lines in front of the message, and lines end with LF in a box.
    head = data.partition(b"\n\n")[0].decode()
    case.expect("using TLSv1" in head and "(Authenticated sender: %s)" % SENDER in head,
                "%s: came without TLS or without logging in" % where)
    case.expect("Return-Path: <%s>" % SENDER in head, "%s: another sender in the envelope" % where)
    sent = case.eml(row)
    came = data.replace(b"\n", b"\r\n")
    case.expect(came.endswith(sent), "%s: other bytes than those of the file" % where)
    for fault in faults_of(sent):
        case.expect(False, "%s: %s" % (where, fault))
    views = [read(data) for read in (read_new, read_old, read_gmime)]
    case.expect(views[0] == views[1] == views[2], "%s is read as %s" % (where, views))
    case.expect(views[0][0] == row["subject"], "%s: the subject is %r" % (where, views[0][0]))
    case.expect(SECRET not in head.replace("Delivered-To: " + SECRET, "").replace(
        "X-Original-To: " + SECRET, "").replace("for <%s>" % SECRET, ""),
        "%s names who gets it in secret" % where)
    names = []
    for name, inner in attachments(data):
        names.append(name)
        digest = hashlib.sha256(inner).hexdigest()
        case.expect(digest in case.outputs, "%s: %s is no file of the run" % (where, name))
        path = case.outputs.get(digest, "")
        is_own = row["unit"] == "84" or path == "huyen/%s.xlsx" % row["unit"]
        case.expect(is_own, "%s: got %s" % (where, path))
        if name.endswith(".xlsx"):
            book = openpyxl.load_workbook(io.BytesIO(inner), read_only=True)
            case.expect(len(book.sheetnames) > 3, "%s: %s has few sheets" % (where, name))
            book.close()
    case.expect("|".join(names) == row["attachments"], "%s: attachments %s" % (where, names))
    return len(names)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--certificates", required=True)
    parser.add_argument("--boxes", required=True)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mail-") as folder:
        case = Case(Proof(arguments.program, folder), "postfix")
        case.password = os.environ[VARIABLE]
        check_server(case, arguments.port, arguments.certificates)
        case.outputs = {}
        for place, _, names in os.walk(case.run):
            for name in names:
                path = os.path.join(place, name)
                with open(path, "rb") as file:
                    case.outputs[hashlib.sha256(file.read()).hexdigest()] = os.path.relpath(path, case.run)
        case.people(leaders(2) + [("84", "tổng hợp", "Đỗ Thị Ước", TOGETHER), ("84", "lưu", "Văn thư", SECRET)])
        case.write_list(
            arguments.port, server={"ca-file": os.path.join(arguments.certificates, "ca.pem")},
            **{"reply-to": TOGETHER}, messages=[
                to_districts(cc=["tinh:tổng hợp"], bcc=["tinh:lưu"]),
                to_unit("84", id="tinh", cc=[TOGETHER], attachments=[
                    "{level}/{code}.xlsx", {"file": "figures.csv", "name": "Số liệu {{period}} của {{unit}}.csv"}])])
        case.rehearse()
        case.expect(not boxes(arguments.boxes), "a rehearsal sends")
        plan = case.plan()
        wanted = 2 * len(DISTRICTS) + 2 * len(DISTRICTS) + 3
        case.expect(len(plan) == wanted, "%d messages are planned, not %d" % (len(plan), wanted))
        ending = case.send()
        case.expect_states(accepted=wanted)
        for _ in range(300):
            found = boxes(arguments.boxes)
            if sum(map(len, found.values())) >= len(plan):
                break
            time.sleep(0.1)
        time.sleep(0.5)
        found = boxes(arguments.boxes)
        due = collections.Counter(row["recipient"] for row in plan.values())
        case.expect({owner: len(messages) for owner, messages in found.items()} == due,
                    "the boxes hold %s" % {owner: len(messages) for owner, messages in found.items()})
        rows = {(row["recipient"], "<%s>" % row["message_id"]): row for row in plan.values()}
        files = 0
        for owner, messages in found.items():
            for data in messages:
                row = rows.pop((owner, email.message_from_bytes(data)["Message-ID"]), None)
                if case.expect(row, "%s holds a message that is not planned for it" % owner):
                    files += check_message(case, owner, data, row)
        case.expect(not rows, "never came: %s" % sorted(rows)[:3])
        case.send()
        case.check_password()
        for fault in list(dict.fromkeys(case.faults))[:50]:
            print("postfix: %s" % fault.replace(folder, "…"))
        print("%d messages in %d boxes through Postfix in %.1f s, %d attachments opened and compared, %d faults"
              % (sum(map(len, found.values())), len(found), ending.seconds, files, len(case.faults)))
        return 1 if case.faults else 0


if __name__ == "__main__":
    sys.exit(main())
