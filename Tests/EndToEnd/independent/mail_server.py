#!/usr/bin/python3
"""A mail server that misbehaves as a script says.

    mail_server.py FOLDER --certificates DIR [--script FILE] [--port N] [--seconds N]

It listens on 127.0.0.1 alone, prints its port, and ends by itself after so many seconds. Every
message that it takes is written to FOLDER before the client hears of it: NUMBER.eml as it came and
NUMBER.json beside it, so that what a killed client handed over can be counted. What a client does
against the protocol is listed in `faults`.

The script is a JSON object; all of it may be left out:

    tls            "starttls", "tls" (from the first byte) or "none"
    certificate    a name that certificates.sh gives
    auth           the ways to log in that are offered, such as ["PLAIN", "LOGIN"]
    clear-auth     true: also without TLS
    user, password the only ones that are let in
    size           the SIZE that is offered; a message that says it is larger gets 552
    room           bytes that wait to be read; little of it, and nobody can hand over a long message
                   that is not read
    features       further lines of the answer to EHLO, such as ["PIPELINING"]
    steps          what happens at a step of any connection: {"banner": ACTION, …}
    recipients     what happens at a step with a recipient: {"a@b.test": {"rcpt": ACTION, …}, …}

Steps are banner, ehlo, starttls, auth, mail, rcpt, data, body, final (the dot after the message),
rset, quit. An ACTION happens every time; of a list of them one happens each time, in turn, and then
the step goes on as usual; null is as usual. An ACTION is a text, which is the answer instead of the
usual one (a 5xx at the final dot: the message is not taken), or an object of

    wait    seconds before anything else
    answer  the answer; {echo} in it is what the client said to log in; \\udcff is the byte FF
    raw     true: the answer as it stands, without an end of line
    keep    true: the message is taken all the same
    drop    true: the connection is closed after that; "reset": with a reset
    after   at body: bytes of the message that are read first
"""

import argparse
import base64
import json
import os
import re
import socket
import ssl
import struct
import sys
import threading
import time

LINE_LIMIT = 12288  # RFC 4954 lets the answers of AUTH be so long
COMMAND_LIMIT = 512
MESSAGE_LIMIT = 64 << 20
PATIENCE = 60  # seconds for a client that says nothing
ADDRESS = re.compile(rb"(MAIL FROM|RCPT TO):<([^<>\s\x00-\x1f\x7f-\xff]*)>((?: [!-~]+)*)", re.I)


class Gone(Exception):
    """The connection is over."""


class Server:
    """Listens from when it is made until `stop()`, or for `seconds`.

    `watch(step, recipient)` is called at every step before anything is answered, further at
    `stored` (a message was taken, nothing is answered yet) and `answered` (the 250 is sent).
    """

    def __init__(self, folder, certificates, script=None, port=0, seconds=600, watch=None):
        self.folder, self.certificates = folder, certificates
        self.script = json.loads(json.dumps(script or {}))
        self.watch = watch or (lambda step, who: None)
        self.faults, self.events, self.number = [], [], 0
        # `hurry` ends every wait of the script.
        self.lock, self.stopping, self.hurry = threading.Lock(), threading.Event(), threading.Event()
        self.deadline = time.monotonic() + seconds
        self.connections = set()
        os.makedirs(folder, exist_ok=True)
        self.context = None
        if self.script.get("tls", "starttls") != "none":
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            name = os.path.join(certificates, self.script.get("certificate", "good"))
            self.context.load_cert_chain(name + ".pem", name + ".key")
        self.listener = socket.socket()
        self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if "room" in self.script:
            self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, self.script["room"])
        self.listener.bind(("127.0.0.1", port))
        self.listener.listen(16)
        self.listener.settimeout(0.1)
        self.port = self.listener.getsockname()[1]
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()

    def serve(self):
        """Takes connections, each in a thread of its own."""
        while not self.stopping.is_set() and time.monotonic() < self.deadline:
            try:
                client, _ = self.listener.accept()
            except socket.timeout:
                continue
            except OSError:
                break
            threading.Thread(target=Connection(self, client).run, daemon=True).start()
        self.stopping.set()
        self.listener.close()

    def stop(self):
        """Closes every connection and waits for the end."""
        self.stopping.set()
        self.hurry.set()
        self.thread.join(5)
        with self.lock:
            connections = list(self.connections)
        for connection in connections:
            connection.close()

    def action(self, step, who=None):
        """What the script says of this time, as an object."""
        with self.lock:
            self.events.append((time.monotonic(), step, who))
            own = self.script.get("recipients", {}).get(who, {})
            steps = own if step in own else self.script.get("steps", {})
            said = steps.get(step)
            if isinstance(said, list):
                said = said.pop(0) if said else None
        return said if isinstance(said, dict) else {} if said is None else {"answer": said}

    def fault(self, words):
        with self.lock:
            if len(self.faults) < 100:
                self.faults.append(words)

    def keep(self, connection, data):
        """Writes a message that is taken; the .json comes last and makes it count."""
        with self.lock:
            self.number += 1
            name = os.path.join(self.folder, "%06d" % self.number)
        with open(name + ".eml", "wb") as file:
            file.write(data)
        with open(name + ".part", "w", encoding="utf-8") as file:
            json.dump({"from": connection.sender, "to": connection.recipients,
                       "tls": connection.is_secret, "user": connection.user,
                       "connection": connection.place, "bytes": len(data)}, file)
        os.rename(name + ".part", name + ".json")

    def held(self):
        """Every message that was taken, with its bytes as `data`."""
        return held(self.folder)

    def steps(self, *names):
        """The (step, recipient) pairs so far, of some steps or of all."""
        with self.lock:
            return [(step, who) for _, step, who in self.events if not names or step in names]


def held(folder):
    """Every message that a server wrote to a folder, in the order they came."""
    messages = []
    for name in sorted(os.listdir(folder)):
        if name.endswith(".json"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                message = json.load(file)
            with open(os.path.join(folder, name[:-5] + ".eml"), "rb") as file:
                message["data"] = file.read()
            messages.append(message)
    return messages


class Connection:
    """One client."""

    count = 0

    def __init__(self, server, client):
        Connection.count += 1
        self.server, self.client, self.place = server, client, Connection.count
        self.buffer = bytearray()
        self.is_secret, self.user, self.said = False, None, []
        self.has_greeted, self.is_8bit = False, False
        self.sender, self.recipients = None, []
        client.settimeout(PATIENCE)
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with server.lock:
            server.connections.add(self)

    def run(self):
        try:
            if self.server.script.get("tls") == "tls":
                self.encrypt()
            self.step("banner", "220 mail.tra-vinh.test ESMTP")
            for _ in range(200_000):
                self.command(self.line())
        except (Gone, OSError, ValueError):
            pass
        finally:
            self.close()
            with self.server.lock:
                self.server.connections.discard(self)

    def close(self):
        try:
            self.client.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self.client.close()

    def encrypt(self):
        self.client = self.server.context.wrap_socket(self.client, server_side=True)
        self.is_secret = True

    # --- reading and answering -------------------------------------------------------

    def fill(self):
        """Reads more; never waits past the end of the server."""
        data = self.client.recv(65536)
        if not data or self.server.stopping.is_set():
            raise Gone
        self.buffer += data

    def line(self):
        """The next line without its end."""
        while b"\n" not in self.buffer:
            if len(self.buffer) > LINE_LIMIT:
                self.server.fault("a line longer than %d bytes" % LINE_LIMIT)
                raise Gone
            self.fill()
        line, _, rest = bytes(self.buffer).partition(b"\n")
        self.buffer = bytearray(rest)
        if not line.endswith(b"\r"):
            self.server.fault("a line that ends without CR: %r" % line[:80])
        line = line.removesuffix(b"\r")
        if re.search(rb"[^ -~]", line):
            self.server.fault("a command with bytes that are not printable: %r" % line[:80])
        is_offered = "PIPELINING" in self.server.script.get("features", [])
        if self.buffer and not is_offered:
            self.server.fault("goes on before it was answered after %r" % line[:80])
        return line

    def say(self, text, is_raw=False):
        data = text.encode("utf-8", "surrogateescape")
        self.client.sendall(data if is_raw else data.replace(b"\n", b"\r\n") + b"\r\n")

    def step(self, name, usual, who=None):
        """Answers a step; gives whether the answer is of the usual kind."""
        self.server.watch(name, who)
        action = self.server.action(name, who)
        if "wait" in action:
            self.server.hurry.wait(action["wait"])
        answer = action.get("answer")
        is_usual = answer is None and not action.get("drop")
        if name == "final" and (is_usual or action.get("keep") or (answer or "").startswith("2")):
            self.store(who)
        if is_usual:
            self.say(usual)
            return True
        if answer is not None:
            echo = "".join(self.said) + " " + " ".join(decoded(said) for said in self.said)
            self.say(answer.replace("{echo}", echo), bool(action.get("raw")))
        if action.get("drop"):
            self.drop(action["drop"] == "reset")
        return bool(answer) and answer[0] == usual[0]

    def drop(self, is_reset):
        if is_reset:
            self.client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            # Without a word of TLS: the reset goes out with the last handle.
            socket.socket(fileno=self.client.detach()).close()
        raise Gone

    # --- commands --------------------------------------------------------------------

    def command(self, line):
        word = line.split(b" ")[0].upper().decode("ascii", "replace")
        known = {"EHLO": self.ehlo, "HELO": self.ehlo, "STARTTLS": self.starttls, "AUTH": self.auth,
                 "MAIL": self.mail, "RCPT": self.rcpt, "DATA": self.data, "RSET": self.rset,
                 "NOOP": lambda line: self.say("250 2.0.0 OK"), "QUIT": self.quit}
        if len(line) + 2 > COMMAND_LIMIT and word != "AUTH":
            self.server.fault("%s is %d bytes long" % (word, len(line) + 2))
        if word not in known:
            self.server.fault("an unknown command: %r" % line[:80])
            self.say("500 5.5.2 ?")
            return
        if not self.has_greeted and word not in ("EHLO", "HELO", "NOOP", "QUIT"):
            self.server.fault("%s before EHLO" % word)
        known[word](line)

    def ehlo(self, line):
        if not re.fullmatch(rb"(EHLO|HELO) [A-Za-z0-9.:\[\]-]+", line, re.I):
            self.server.fault("a greeting without a name: %r" % line[:80])
        script = self.server.script
        lines = ["mail.tra-vinh.test", "8BITMIME", "ENHANCEDSTATUSCODES"]
        lines += ["SIZE %d" % script.get("size", 0)] + script.get("features", [])
        if script.get("tls", "starttls") == "starttls" and not self.is_secret:
            lines.append("STARTTLS")
        if self.can_log_in():
            lines.append("AUTH " + " ".join(script["auth"]))
        marks = ["250-"] * (len(lines) - 1) + ["250 "]
        self.sender, self.recipients = None, []
        self.has_greeted = True
        self.step("ehlo", "\n".join(mark + text for mark, text in zip(marks, lines)))

    def can_log_in(self):
        script = self.server.script
        return script.get("auth") and (self.is_secret or script.get("clear-auth"))

    def starttls(self, line):
        if line.upper() != b"STARTTLS" or self.is_secret or not self.server.context:
            self.server.fault("STARTTLS that was not offered")
        if self.step("starttls", "220 2.0.0 go ahead"):
            self.buffer.clear()
            try:
                self.encrypt()
            except ssl.SSLError:
                # The client did not like the certificate.
                raise Gone from None
            self.has_greeted, self.user = False, None

    def auth(self, line):
        words = line.decode("ascii", "replace").split(" ")
        way = words[1].upper() if len(words) > 1 else ""
        if not self.can_log_in() or way not in self.server.script["auth"]:
            self.server.fault("AUTH %s that was not offered" % way)
            self.say("504 5.5.4 no")
            return
        if self.user or self.sender:
            self.server.fault("AUTH in the midst of a session")
        given = words[2:] if words[2:] != ["="] else [""]
        self.said = list(given)
        questions = {"PLAIN": [""], "LOGIN": ["VXNlcm5hbWU6", "UGFzc3dvcmQ6"]}[way]
        for question in questions[len(given):]:
            self.say("334 " + question)
            given.append(self.line().decode("ascii", "replace"))
            self.said = list(given)
        if given[-1] == "*":
            self.say("501 5.7.0 cancelled")
            return
        parts = [decoded(text) for text in given]
        user, password = (parts[0].split("\0") + ["", ""])[1:3] if way == "PLAIN" else parts[:2]
        script = self.server.script
        is_right = (user, password) == (script.get("user"), script.get("password"))
        usual = "235 2.7.0 welcome" if is_right else "535 5.7.8 wrong user or password"
        if self.step("auth", usual) and is_right:
            self.user = user

    def mail(self, line):
        match = ADDRESS.fullmatch(line)
        if not match or match[1].upper() != b"MAIL FROM":
            self.server.fault("not a sender: %r" % line[:80])
            self.say("501 5.1.7 no")
            return
        if self.sender is not None:
            self.server.fault("MAIL inside a transaction")
        script = self.server.script
        if script.get("auth") and script.get("user") and not self.user:
            self.server.fault("MAIL without AUTH")
            self.say("530 5.7.0 log in first")
            return
        words = match[3].upper().split()
        self.is_8bit = b"BODY=8BITMIME" in words
        size = max([int(word[5:]) for word in words if re.fullmatch(rb"SIZE=[0-9]+", word)] + [0])
        limit = script.get("size", 0)
        usual = "250 2.1.0 OK" if not limit or size <= limit else "552 5.3.4 too large"
        if self.step("mail", usual) and usual[0] == "2":
            self.sender, self.recipients = match[2].decode("ascii"), []

    def rcpt(self, line):
        match = ADDRESS.fullmatch(line)
        if not match or match[1].upper() != b"RCPT TO" or not match[2] or self.sender is None:
            self.server.fault("not a recipient, or before the sender: %r" % line[:80])
            self.say("501 5.1.3 no")
            return
        who = match[2].decode("ascii")
        if self.step("rcpt", "250 2.1.5 OK", who):
            self.recipients.append(who)

    def rset(self, line):
        self.sender, self.recipients = None, []
        self.step("rset", "250 2.0.0 OK")

    def quit(self, line):
        self.step("quit", "221 2.0.0 bye")
        raise Gone

    # --- the message -----------------------------------------------------------------

    def data(self, line):
        who = self.recipients[0] if self.recipients else None
        if who is None:
            self.server.fault("DATA without a recipient")
            self.say("503 5.5.1 no")
            return
        if not self.step("data", "354 go ahead", who):
            self.sender, self.recipients = None, []
            return
        self.message = self.body(who)
        self.step("final", "250 2.0.0 taken", who)
        self.sender, self.recipients = None, []
        self.server.watch("answered", who)

    def body(self, who):
        """The message up to the dot, without the doubled dots."""
        self.server.watch("body", who)
        action = self.server.action("body", who)
        after = action.get("after", 0) if action else None
        searched = 0
        while True:
            if after is not None and len(self.buffer) >= after:
                self.server.hurry.wait(action.get("wait", 0))
                if "answer" in action:
                    self.say(action["answer"])
                if action.get("drop"):
                    self.drop(action["drop"] == "reset")
                after = None
            if self.buffer[:3] == b".\r\n":
                end = 0
            else:
                end = self.buffer.find(b"\r\n.\r\n", max(0, searched - 5)) + 2
            if end != 1:
                break
            searched = len(self.buffer)
            if searched > MESSAGE_LIMIT:
                self.server.fault("a message of more than %d bytes" % MESSAGE_LIMIT)
                raise Gone
            self.fill()
        data, rest = bytes(self.buffer[:end]), self.buffer[end + 3:]
        self.buffer = bytearray(rest)
        if rest:
            self.server.fault("goes on before the message was answered")
        self.check(data)
        return re.sub(rb"(?m)^\.", b"", data) if b"\n." in data or data[:1] == b"." else data

    def check(self, data):
        """Faults of a message as it comes over the wire."""
        if not data.count(b"\n") == data.count(b"\r") == data.count(b"\r\n"):
            self.server.fault("CR or LF alone in a message")
        if b"\0" in data:
            self.server.fault("NUL in a message")
        if not self.is_8bit and not data.isascii():
            self.server.fault("bytes over 127 in a message that was not announced as 8BITMIME")
        if max(map(len, data.split(b"\r\n"))) > 998:
            self.server.fault("a line of more than 998 bytes in a message")
        if b"\n." in b"\n" + data and re.search(rb"(?m)^\.[^.]", data):
            self.server.fault("a dot at the start of a line that is not doubled")

    def store(self, who):
        self.server.keep(self, self.message)
        self.server.watch("stored", who)


def decoded(text):
    """What a client said in base64, or the text itself."""
    try:
        return base64.b64decode(text, validate=True).decode("utf-8", "replace")
    except ValueError:
        return text


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--certificates", required=True)
    parser.add_argument("--script")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=600)
    arguments = parser.parse_args()
    script = {}
    if arguments.script:
        with open(arguments.script, encoding="utf-8") as file:
            script = json.load(file)
    server = Server(arguments.folder, arguments.certificates, script, arguments.port,
                    arguments.seconds)
    print(server.port, flush=True)
    try:
        server.stopping.wait(arguments.seconds)
    except KeyboardInterrupt:
        pass
    server.stop()
    for fault in server.faults:
        print(fault)
    return 1 if server.faults else 0


if __name__ == "__main__":
    sys.exit(main())
