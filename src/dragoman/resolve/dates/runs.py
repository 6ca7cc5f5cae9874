"""What to take out of a run of time words before it is read: clock times, and digits that belong to codes."""

from __future__ import annotations

from typing import Final

from dragoman.resolve.dates.lexer import Item

_CHAIN: Final = frozenset("NYcAx-/")


def clean(run: list[Item], text: str) -> list[Item]:
    """The run without clock times, and without digits that hang on a code or telephone number."""
    return _without_clocks(_without_codes(run, text))


def _without_codes(run: list[Item], text: str) -> list[Item]:
    """Drop digits chained to letters or to a number too large for a day: "COVID-19", "133-03-03-2020"."""
    if all(item.kind not in "-/" for item in run):
        return run
    out: list[Item] = []
    at = 0
    while at < len(run):
        end = at + 1
        while end < len(run) and run[end].kind in _CHAIN and run[end].start == run[end - 1].end:
            end += 1
        chain = run[at:end]
        if run[at].kind not in _CHAIN or not _is_code(chain, glued=_hangs(run, at, text)):
            out.extend(chain)
        at = end
    return out


def _hangs(run: list[Item], at: int, text: str) -> bool:
    """Whether a dash or slash at `at` follows directly on a word or number that is no item."""
    start = run[at].start
    if run[at].kind not in "-/" or start == 0 or not text[start - 1].isalnum():
        return False
    return at == 0 or run[at - 1].end != start


def _is_code(chain: list[Item], *, glued: bool) -> bool:
    return glued or (len(chain) > 1 and any(item.kind == "c" for item in chain) and chain[0].kind != "Y")


def _without_clocks(run: list[Item]) -> list[Item]:
    if all(item.kind != "@" for item in run):
        return run
    kept: list[Item] = []
    dropped = False
    for item in run:
        if item.kind == "@":
            _drop_clock_lead(kept)
        elif not (dropped and item.kind in {",", "I"} and kept and kept[-1].kind in "FBG-&"):
            kept.append(item)  # of "from 4 pm on May 5" stays "from May 5"
        dropped = item.kind == "@"
    return kept


def _drop_clock_lead(kept: list[Item]) -> None:
    """Drop what led up to a clock time: "at", "around", the hours of "between 10 and" and "8-"."""
    if len(kept) > 1 and kept[-1].kind in "G&-" and kept[-2].kind == "N":
        del kept[-2:]
        if kept and kept[-1].kind in "FB":
            kept.pop()
    elif kept and kept[-1].kind in "I~":
        kept.pop()
