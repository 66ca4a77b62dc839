"""Reads messages in three ways, and says what is wrong with their form."""

import email
import email.header
import email.policy
import email.utils
import hashlib
import io
import re
import zipfile

import gi

gi.require_version("GMime", "3.0")
from gi.repository import GMime  # noqa: E402

GMime.init()

# Signs that turn the direction of a text or end its line in some reader.
TRICKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
ONCE = ("From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type")


def header_text(value):
    return str(email.header.make_header(email.header.decode_header(value)))


def read_new(data):
    """Subject, and (name, SHA-256) of the attachments, by the newer policy of Python."""
    parsed = email.message_from_bytes(data, policy=email.policy.default)
    return parsed["Subject"], [
        (part.get_filename(), hashlib.sha256(part.get_payload(decode=True)).hexdigest())
        for part in parsed.iter_attachments()]


def read_old(data):
    """The same by the policy of Python 2."""
    parsed = email.message_from_bytes(data, policy=email.policy.compat32)
    parts = [part for part in parsed.walk() if part.get_content_disposition() == "attachment"]
    return header_text(parsed["Subject"]), [
        (header_text(email.utils.collapse_rfc2231_value(part.get_filename())),
         hashlib.sha256(part.get_payload(decode=True)).hexdigest()) for part in parts]


def read_gmime(data):
    """The same by GMime."""
    message = GMime.Parser.new_with_stream(
        GMime.StreamMem.new_with_buffer(data)).construct_message(None)
    found = []

    def visit(parent, part):
        if isinstance(part, GMime.Part) and part.is_attachment():
            stream = GMime.StreamMem.new()
            part.get_content().write_to_stream(stream)
            found.append((part.get_filename(),
                          hashlib.sha256(bytes(stream.get_byte_array())).hexdigest()))

    message.foreach(visit)
    return message.get_subject(), found


def faults_of(data):
    """What is wrong with the form of a message."""
    faults = []
    if re.search(rb"(?<!\r)\n|\r(?!\n)", data) or not data.endswith(b"\r\n"):
        faults.append("lines that do not end with CR LF")
    if max(map(len, data.split(b"\r\n"))) > 998:
        faults.append("a line of more than 998 bytes")
    if re.search(rb"[^\t\r\n -~]", data):
        faults.append("bytes that are not printable ASCII")
    parsed = email.message_from_bytes(data, policy=email.policy.default)
    names = [name.lower() for name in parsed.keys()]
    faults += ["%s stands %d times" % (name, names.count(name.lower())) for name in ONCE
               if names.count(name.lower()) != 1]
    faults += ["%s stands in it" % name for name in ("bcc", "return-path", "received", "sender")
               if name in names]
    for part in parsed.walk():
        faults += ["%s: %r" % (part.get_content_type(), defect) for defect in part.defects]
        for name, value in part.items():
            faults += ["%s: %r" % (name, defect) for defect in value.defects]
            if TRICKS.search(str(value)):
                faults.append("%s holds signs that mislead: %r" % (name, str(value)[:80]))
        if TRICKS.search(part.get_filename() or "") or "/" in (part.get_filename() or ""):
            faults.append("an attachment is called %r" % part.get_filename())
    for line in data.partition(b"\r\n\r\n")[0].split(b"\r\n"):
        if len(line) > 998 or line.strip() == b"":
            faults.append("a header line of %d bytes" % len(line))
    return faults


def attachments(data):
    """(name, bytes) of a message's attachments."""
    parsed = email.message_from_bytes(data, policy=email.policy.default)
    return [(part.get_filename(), part.get_payload(decode=True)) for part in parsed.iter_attachments()]


def unzipped(data):
    """(name, bytes) of the files in a zip archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def header_names(data):
    lines = data.partition(b"\r\n\r\n")[0].split(b"\r\n")
    return sorted(line.split(b":")[0].decode() for line in lines if line[:1] not in b" \t")


def part_types(data):
    return [part.get_content_type() for part in email.message_from_bytes(data).walk()]


def bodies(data):
    """The bytes of the pages of a message."""
    return b"".join(part.get_payload(decode=True) for part in email.message_from_bytes(data).walk()
                    if part.get_content_type() == "text/html")
