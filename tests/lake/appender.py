"""A process that writes to a lake until it is killed; the tests of killing and of two writers run it.

Each line on stdin is a command: `append|recode|compact LAKE FIRST LAST SECONDS`. A forked child carries it
out, and is killed (SIGKILL) after so many seconds if it still lives; 0 lets it end. On stdout come
`ack NUMBER CODER` for each document as its batch is acknowledged, and `end STATUS` when the child is gone.
Documents are numbers: `specimen(number, coder)` makes the records of one.
"""

from __future__ import annotations

import datetime as dt
import os
import select
import signal
import sys
from pathlib import Path

import deltalake.fs  # noqa: F401  # loaded before the fork, once for all children
import pyarrow.dataset  # noqa: F401

from dragoman.lake import Lake
from dragoman.records import Actor, Claim, Coded, Coding, Date, Document, Entity, Event, Mention, Span

CODERS = ("first", "second")
BATCH = 3


def specimen(number: int, coder: str) -> Coded:
    """The records of document `number`, which differ from coder to coder in each table."""
    text = f"Envoy {number} of Chile met the envoy of Peru. He thanked Peru."
    envoy, peru_at = at(text, f"Envoy {number}"), at(text, "Peru")
    day = dt.date(2020 + number % 3, 1 + number % 12, 1 + number % 28)
    date = Date(day, day, "day", "text", envoy)
    chile = Actor("e0", f"Envoy {number}", "CHL", "GOV", coder, ((envoy.start, envoy.end),))
    peru = Actor("e1", "Peru", "PER", "GOV", None, ((peru_at.start, peru_at.end),))
    entities = tuple(
        Entity(f"e{i}", "country", name, (coder,), code, None, (), f"country:{code}")
        for i, (name, code) in enumerate([("Chile", "CHL"), ("Peru", "PER")])
    )
    event = Event(
        *(
            "v0",
            "CONSULT",
            coder,
            "meeting",
            (),
            "occurred",
            Coding("CONSULT", None),
            (chile,),
            (peru,),
            True,
        ),
        *(date, date, None, None, (), at(text, "met"), at(text, text[: text.index(" He")])),
        *("040", 1.0, 1, 0.9),
    )
    claim = Claim(
        *("c0", "position", (chile,), (), (peru,), "support", ("e1",), (), None, None, at(text, "thanked")),
        *(False, (), False, date, at(text, "He thanked Peru."), 0.9, coder),
    )
    published = Date(day, day, "day", "metadata")
    document = Document(f"{number:032d}", f"{number}.txt", None, None, None, (), "en", published, None, text)
    form = "name" if coder == "first" else "noun"
    mentions = (
        Mention("e0", envoy.start, envoy.end, "title"),
        Mention("e1", peru_at.start, peru_at.end, form),
    )
    return Coded(document, entities, mentions, (event,), (claim,))


def at(text: str, words: str) -> Span:
    """Where words stand first."""
    return Span(text.index(words), text.index(words) + len(words))


def carry_out(verb: str, path: Path, first: int, last: int) -> None:
    """Do one command; say what is acknowledged as soon as it is."""
    lake = Lake.create(path)
    if verb == "compact":
        lake.compact()
        return
    coder = CODERS[verb == "recode"]
    with lake.writer() as writer:
        for begin in range(first, last, BATCH):
            numbers = range(begin, min(begin + BATCH, last))
            for done in writer.append([specimen(number, coder) for number in numbers], coder=coder):
                for document in (*done.added, *done.replaced, *done.unchanged):
                    say(f"ack {int(document)} {coder}")


def say(line: str) -> None:
    """Write a line in one piece, so that it is there whole or not at all."""
    os.write(1, f"{line}\n".encode())


def main() -> None:
    """Serve commands."""
    say("ready")
    for line in sys.stdin:
        verb, path, first, last, seconds = line.split()
        child = os.fork()
        if child == 0:
            carry_out(verb, Path(path), int(first), int(last))
            os._exit(0)
        if float(seconds):
            kill_after(child, float(seconds))
        _, status = os.waitpid(child, 0)
        say(f"end {os.waitstatus_to_exitcode(status)}")


def kill_after(child: int, seconds: float) -> None:
    """Kill a child unless it ends before; until it is waited for, no other process has its number."""
    handle = os.pidfd_open(child)
    ended, _, _ = select.select([handle], [], [], seconds)
    if not ended:
        os.kill(child, signal.SIGKILL)
    os.close(handle)


if __name__ == "__main__":
    main()
