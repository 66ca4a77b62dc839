"""What every scenario of mail.py needs: a run to send, people to send it to, servers, and what must
hold at the end whatever happened."""

import base64
import collections
import contextlib
import csv
import email
import hashlib
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

from mail_server import Server

csv.field_size_limit(1 << 30)

DOMAIN = "tra-vinh.test"
SENDER = "bao-cao@" + DOMAIN
USER, PASSWORD = SENDER, "Kh0ng-ai-bi3t?7Qz&9x/Vw+ầy"
VARIABLE = "BAOCAO_MAIL_PASSWORD"
SUBJECT = "Báo cáo cải cách hành chính {{period}} của {{unit}}"
DISTRICTS = ["842", "844", "845", "846", "847", "848", "849", "850", "851"]
# What is left of a program that broke down, or of words that were not meant for people.
LEFTOVERS = re.compile(r"Fatal error|[Ss]tack trace|[Bb]acktrace|Crash|Optional\(|\bnil\b|CURLE_|"
                       r"Error Domain|errno|NSCocoa|swift")
VIETNAMESE = re.compile("[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", re.I)

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.normpath(os.path.join(HERE, "../../.."))
SCENARIOS = {}

Ending = collections.namedtuple("Ending", "status output messages seconds")


def scenario(function):
    """Enters a function of a case into the list of mail.py."""
    SCENARIOS[function.__name__.replace("_", "-")] = function
    return function


# --- the list and the contacts ------------------------------------------------------------------

def yaml(value, indent=""):
    """A value as YAML; texts are quoted as in JSON."""
    if isinstance(value, dict):
        return "".join("%s%s:%s" % (indent, key, nested(inner, indent)) for key, inner in value.items())
    return "".join("%s- %s" % (indent, yaml(one, indent + "  ").lstrip() if isinstance(one, dict)
                               else scalar(one) + "\n") for one in value)


def nested(value, indent):
    if isinstance(value, (dict, list)) and value:
        return "\n" + yaml(value, indent + "  ")
    return " %s\n" % scalar(value)


def scalar(value):
    return json.dumps(value, ensure_ascii=False)


def leader(unit, place=1):
    return "ld%d-%s@%s" % (place, unit.lower(), DOMAIN)


def leaders(count=1, units=("84", *DISTRICTS)):
    """Contacts: so many leaders of every unit."""
    return [(unit, "lãnh đạo", "Nguyễn Thị Ánh %d" % place, leader(unit, place))
            for unit in units for place in range(1, count + 1)]


def to_districts(**changes):
    """A message for every district."""
    return {"id": "huyen", "for-each": "huyen", "to": ["lãnh đạo"], "subject": SUBJECT,
            "attachments": ["{level}/{code}.xlsx"]} | changes


def to_unit(unit="842", **changes):
    """One message, about one unit."""
    return {"id": "mot", "unit": unit, "to": ["lãnh đạo"], "subject": SUBJECT,
            "attachments": ["{level}/{code}.xlsx"]} | changes


FIRST, SECOND = leader("842"), leader("844")
# Whom nobody may ever write to.
EVIL = "ke-gian@xa-la.test"


# --- the run ------------------------------------------------------------------------------------

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


# --- one scenario -------------------------------------------------------------------------------

class Case:
    """A scratch folder with a copy of a finished run, and what is wrong so far.

    `is_plain` says that nobody logs in and nothing is encrypted; `twice` counts what was sent again
    on demand, by id; `is_replanned` says that the plan is another than the one first sent;
    `exempt` names the files that were made to hold the password."""

    def __init__(self, proof, name):
        self.proof, self.name, self.faults = proof, name, []
        self.folder = os.path.join(proof.folder, name)
        self.run = os.path.join(self.folder, "run")
        self.mail = os.path.join(self.run, "mail")
        self.list_file = os.path.join(self.folder, "mail.yaml")
        self.servers, self.processes = [], []
        self.twice, self.is_plain, self.is_replanned = collections.Counter(), False, False
        self.password, self.exempt, self.notes = PASSWORD, set(), ""
        os.makedirs(os.path.join(self.folder, "tmp"))
        shutil.copytree(proof.run, self.run)
        self.people(leaders())

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def expect(self, is_right, reason):
        if not is_right:
            self.faults.append(reason)
        return is_right

    # --- files ---

    def people(self, rows, header=("unit", "role", "name", "address")):
        """Writes the contacts."""
        with open(self.path("danh-ba.csv"), "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])

    def write_list(self, port, messages=None, server=None, limits=None, **top):
        """Writes the list; None as a value leaves a key out."""
        servers = {"host": "localhost", "port": port, "security": "starttls",
                   "ca-file": os.path.join(self.proof.certificates, "ca.pem"), "user": USER,
                   "password": {"env": VARIABLE}, "timeout": 10} | (server or {})
        data = {"server": {key: value for key, value in servers.items() if value is not None},
                "sender": "Văn phòng UBND tỉnh Trà Vinh <%s>" % SENDER, "domains": [DOMAIN],
                "contacts": "danh-ba.csv", "limits": {"pause": 1, "tries": 3} | (limits or {}),
                "messages": messages or [to_districts()]} | top
        with open(self.list_file, "w", encoding="utf-8") as file:
            file.write(yaml({key: value for key, value in data.items() if value is not None}))

    def write_text(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def manifest(self, change):
        """Changes the manifest of the run."""
        path = os.path.join(self.run, "manifest.json")
        with open(path, encoding="utf-8") as file:
            manifest = json.load(file)
        change(manifest)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(manifest, file, ensure_ascii=False)

    def rename_unit(self, code, name):
        def change(manifest):
            for unit in manifest["units"]:
                if unit["code"] == code:
                    unit["name"] = name
        self.manifest(change)

    def add_output(self, path, data):
        """Adds a file to the run as if the run had written it."""
        with open(os.path.join(self.run, path), "wb") as file:
            file.write(data)
        self.manifest(lambda manifest: manifest["outputs"].append(
            {"path": path, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}))

    # --- servers and the program ---

    def server(self, script=None, watch=None, port=0, **top):
        """Starts a server, and writes the list for it if there is one to write."""
        script = {"user": USER, "password": self.password, "auth": ["PLAIN", "LOGIN"]} | (script or {})
        server = Server(self.path("server-%d" % len(self.servers)), self.proof.certificates, script,
                        port=port, watch=watch)
        self.servers.append(server)
        self.write_list(server.port, **top)
        return server

    def environment(self, changes):
        base = {key: value for key, value in os.environ.items() if key != VARIABLE}
        base |= {VARIABLE: self.password, "TMPDIR": self.path("tmp")} | changes
        return {key: value for key, value in base.items() if value is not None}

    def start(self, *arguments, **environment):
        """Starts `baocao mail` and gives the process; `finish` gives how it ended."""
        return self.spawn(["mail", "--run", self.run, "--list", self.list_file, *arguments], environment)

    def spawn(self, arguments, environment):
        number = len(self.processes)
        with open(self.path("out-%d" % number), "wb") as output, \
                open(self.path("err-%d" % number), "wb") as messages:
            process = subprocess.Popen([self.proof.program, *arguments], stdin=subprocess.DEVNULL,
                                       stdout=output, stderr=messages, cwd=self.folder,
                                       env=self.environment(environment))
        process.number, process.began = number, time.monotonic()
        self.processes.append(process)
        return process

    def finish(self, process, patience=60):
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            self.expect(False, "did not end within %d s" % patience)
        seconds = time.monotonic() - process.began
        texts = []
        for name in ("out-%d", "err-%d"):
            with open(self.path(name % process.number), "rb") as file:
                texts.append(file.read().decode("utf-8", "surrogateescape"))
        self.expect(process.returncode >= 0 or process.returncode == -signal.SIGKILL,
                    "ended by signal %d" % -process.returncode)
        for text in texts:
            found = LEFTOVERS.search(text)
            self.expect(not found, "says %r" % (found and text[max(0, found.start() - 40):][:120]))
            self.expect(not re.search("[\udc80-\udcff]", text), "says bytes that are no UTF-8")
            self.expect(not re.search("[\x00-\x08\x0b-\x1f\x7f\u202e]", text),
                        "says signs that drive a terminal: %r" % text[:200])
            self.expect(max(map(len, text.split("\n"))) < 5000, "says a line of more than 5000 signs")
        return Ending(process.returncode, *texts, seconds)

    def ends(self, status, *arguments, words=None, patience=60, **environment):
        """Runs `baocao mail` to its end; the status, or one of several, and some words in what it
        says are expected."""
        ending = self.finish(self.start(*arguments, **environment), patience)
        wanted = status if isinstance(status, tuple) else (status,)
        self.judge(ending, wanted, words, "mail " + " ".join(arguments))
        return ending

    def judge(self, ending, wanted, words, what):
        text = ending.output + ending.messages
        self.expect(ending.status in wanted, "%s ends with %d, not %s: %s" % (
            what, ending.status, " or ".join(map(str, wanted)), text.strip()[:600]))
        if ending.status > 0:
            self.expect(VIETNAMESE.search(ending.messages), "%s fails without a word in Vietnamese: %r"
                        % (what, text[:300]))
        for word in [words] if isinstance(words, str) else words or []:
            self.expect(word in text, "%s does not say %r: %r" % (what, word, text[:600]))

    def rehearse(self, status=0, *options, words=None, **environment):
        return self.ends(status, *options, words=words, **environment)

    def send(self, status=0, *arguments, words=None, **environment):
        return self.ends(status, "--send", *arguments, words=words, **environment)

    def refuses(self, words=None, status=78, what="this"):
        """A rehearsal that ends so; nothing may be written, nobody asked."""
        before = len(self.faults)
        self.rehearse(status, words=words)
        self.expect(not self.files(), "writes %s" % sorted(self.files())[:3])
        for server in self.servers:
            self.expect(not server.steps(), "talks to the server")
            server.events.clear()
        self.faults[before:] = ["%s must be refused: %s" % (what, fault) for fault in self.faults[before:]]
        shutil.rmtree(self.mail, ignore_errors=True)

    def files(self):
        """The files in mail/ that say anything; the lock may stay."""
        found = {name for name in os.listdir(self.mail)} if os.path.isdir(self.mail) else set()
        return found - {"lock"}

    def contents(self):
        """The bytes of the files of a rehearsal, by name."""
        found = {}
        for name in self.files():
            if not name.startswith("ledger."):
                with open(os.path.join(self.mail, name), "rb") as file:
                    found[name] = file.read()
        return found

    def wait_for(self, condition, seconds=20):
        """Waits until something holds; a fault where it never does."""
        end = time.monotonic() + seconds
        while not condition() and time.monotonic() < end:
            time.sleep(0.01)
        self.expect(condition(), "waited %d s in vain" % seconds)

    # --- what is written ---

    def table(self, name):
        """Rows of a table in mail/ by id."""
        with open(os.path.join(self.mail, name), encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
        self.expect(len({row["id"] for row in rows}) == len(rows), "%s names an id twice" % name)
        return {row["id"]: row for row in rows}

    def plan(self):
        return self.table("plan.csv")

    def ledger(self):
        return self.table("ledger.csv") if "ledger.csv" in self.files() else {}

    def states(self):
        """How many recipients are in which state."""
        return dict(collections.Counter(row["state"] for row in self.ledger().values()))

    def kept_states(self):
        """The same by ledger.sqlite, which the sending goes by."""
        path = os.path.join(self.mail, "ledger.sqlite")
        with contextlib.closing(sqlite3.connect("file:%s?mode=ro" % path, uri=True)) as database:
            return dict(database.execute("SELECT state, COUNT(*) FROM delivery GROUP BY state"))

    def expect_states(self, **wanted):
        self.expect(self.states() == wanted, "the ledger says %s, not %s" % (self.states(), wanted))

    def id_of(self, address):
        """The id in the plan of the first message to an address."""
        return next((one for one, row in self.plan().items() if row["recipient"] == address), None)

    def state_of(self, address):
        return self.ledger().get(self.id_of(address), {}).get("state")

    def eml(self, row):
        with open(os.path.join(self.mail, os.path.basename(row["file"])), "rb") as file:
            return file.read()

    def counts(self):
        """How often the servers of this case hold each (recipient, Message-ID)."""
        found = collections.Counter()
        for server in self.servers:
            for message in server.held():
                parsed = email.message_from_bytes(message["data"])
                found[message["to"][0].lower(), parsed["Message-ID"]] += 1
        return found

    def held(self):
        """The recipients that the servers hold a message for, in order."""
        return [message["to"][0] for server in self.servers for message in server.held()]

    # --- the end ---

    def close(self):
        """Stops everything and checks what must hold always."""
        for process in self.processes:
            if process.poll() is None:
                process.kill()
                process.wait()
        for server in self.servers:
            server.stop()
            self.faults += ["the server saw: " + fault for fault in server.faults]
        try:
            self.check_held()
        except (OSError, KeyError, csv.Error, UnicodeError) as error:
            self.faults.append("mail/ cannot be read: %r" % error)
        self.check_password()

    def check_held(self):
        plan = self.plan() if "plan.csv" in self.files() else {}
        counts, ledger = self.counts(), self.ledger()
        known = {(row["recipient"].lower(), "<%s>" % row["message_id"]): one for one, row in plan.items()}
        for (recipient, message_id), count in counts.items():
            one = known.get((recipient, message_id))
            self.expect(one or self.is_replanned,
                        "the server holds %s for %s, which is not planned" % (message_id, recipient))
            self.expect(count <= 1 + self.twice[one], "%s got %s %d times" % (recipient, one, count))
        for pair, one in known.items():
            state = ledger.get(one, {}).get("state")
            self.expect(state in (None, "queued", "accepted", "refused", "unknown"),
                        "%s is %r in the ledger" % (one, state))
            if state == "accepted":
                self.expect(counts[pair] >= 1, "%s is accepted, but the server has nothing" % one)
            elif state in (None, "queued", "refused"):
                self.expect(counts[pair] == 0, "%s is %s, but the server has it" % (one, state))
        sums = {"<%s>" % row["message_id"]: row["sha256"] for row in plan.values()}
        for server in self.servers:
            for message in server.held():
                self.check_one(message, sums)

    def check_one(self, message, sums):
        self.expect(len(message["to"]) == 1, "one message for %s" % message["to"])
        self.expect(message["from"] == SENDER, "comes from %r" % message["from"])
        self.expect(self.is_plain or (message["tls"] and message["user"] == USER),
                    "a message came without TLS or without logging in")
        parsed = email.message_from_bytes(message["data"])
        if parsed["Message-ID"] in sums and not self.is_replanned:
            self.expect(hashlib.sha256(message["data"]).hexdigest() == sums[parsed["Message-ID"]],
                        "what came for %s is not the file that was rehearsed" % message["to"])

    def check_password(self):
        """Looks for the password in every file but those that were made to hold it."""
        forms = password_forms(self.password)
        for place, folders, names in os.walk(self.folder):
            folders[:] = [name for name in folders if not name.startswith("server-")]
            for name in names:
                path = os.path.join(place, name)
                with open(path, "rb") as file:
                    data = file.read()
                if name not in self.exempt:
                    for form, kind in forms.items():
                        self.expect(form not in data, "%s holds the password (%s)"
                                    % (os.path.relpath(path, self.folder), kind))


def password_forms(password):
    """The bytes by which a password would be found, and what they are."""
    plain = password.encode()
    forms = {plain: "as it is", plain.hex().encode(): "in hexadecimal",
             password.encode("utf-16-le"): "in UTF-16", password.encode("utf-16-be"): "in UTF-16",
             plain[:12]: "its beginning", plain[-12:]: "its end",
             json.dumps(password).encode()[1:-1]: "as JSON"}
    for before in (b"", b"x", b"xx"):
        # The signs of base64 that the bytes around do not touch.
        text = base64.b64encode(before + plain)
        forms[text[(0, 2, 3)[len(before)]:(len(before) + len(plain)) * 8 // 6]] = "in base64"
    forms[base64.b64encode(("\0%s\0%s" % (USER, password)).encode())[:-4]] = "as AUTH PLAIN"
    return forms
