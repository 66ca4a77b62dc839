#!/usr/bin/python3
"""Sends the packs of a run to a server that misbehaves, and counts what came.

    mail.py PROGRAM [NAME …]      all scenarios, or the named ones
    mail.py --list

Every scenario has its own copy of a small run of SampleData/tra-vinh-2023. Whatever happens in it:
nobody may get a message twice, the ledger must say what the server holds, messages are Vietnamese
without a trace of the program's insides, and the password may stand in no file.
Prints a line for each scenario, and at the end every fault as `scenario: reason`.
Exit status: 0 no faults, 1 faults, 2 wrong usage.
"""

import concurrent.futures
import os
import shutil
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import mail_kept  # noqa: E402,F401
import mail_lists  # noqa: E402,F401
import mail_servers  # noqa: E402,F401
from mail_case import SCENARIOS, Case, Proof  # noqa: E402


def play(proof, name):
    """Plays a scenario; gives its line, and its faults."""
    case, began = Case(proof, name), time.monotonic()
    try:
        SCENARIOS[name](case)
    except Exception as error:  # whatever a scenario stumbles over is a fault of what it read
        place = error.__traceback__
        while place.tb_next:
            place = place.tb_next
        file = os.path.basename(place.tb_frame.f_code.co_filename)
        case.faults.append("%r in %s:%d" % (error, file, place.tb_lineno))
    case.close()
    faults = [fault.replace(proof.folder, "…") for fault in dict.fromkeys(case.faults)]
    result = "%d faults" % len(faults) if faults else "as it should be"
    shutil.rmtree(case.folder, ignore_errors=True)
    return "%-34s %5.1f s  %s" % (name, time.monotonic() - began, "; ".join(
        filter(None, (result, case.notes)))), faults


def main():
    if sys.argv[1:] == ["--list"]:
        for name, function in SCENARIOS.items():
            print("%-34s %s" % (name, function.__doc__.split("\n")[0]))
        return 0
    names = sys.argv[2:] or list(SCENARIOS)
    if len(sys.argv) < 2 or not set(names) <= set(SCENARIOS):
        sys.stderr.write(__doc__)
        return 2
    all_faults = []
    # Most of the time is pauses and servers that are slow on purpose.
    with tempfile.TemporaryDirectory(prefix="mail-") as folder, \
            concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        proof = Proof(sys.argv[1], folder)
        for name, (line, faults) in zip(names, pool.map(lambda name: play(proof, name), names)):
            print(line, flush=True)
            all_faults += ["%s: %s" % (name, fault[:1000]) for fault in faults]
    # At the end, where the last lines of a long record still show them.
    for fault in all_faults[:100]:
        print(fault)
    print("%d scenarios, %d faults" % (len(names), len(all_faults)))
    return 1 if all_faults else 0


if __name__ == "__main__":
    sys.exit(main())
