"""Who is given the words: 100 sentences with a verb of saying, drawn at random, and a reader's verdicts.

    python benchmarks/coverage.py                 the figures of the kept sheet
    python benchmarks/coverage.py --check         codes its documents again: which rows have changed
    python benchmarks/coverage.py --draw 100 --seed 2     draws sentences, prints rows without verdicts

A draw takes occurrences of a form of a verb of saying at random, with a seed, from the State Department's
releases of 20 May to 13 August 2021 (`../shared/data/statedept`), less the annotated readouts and less what
another draw took (`--less SEED`). Forms that are mostly something else ("thank you", "the United States") are
not drawn. The sentence is the one that the parser gives for it.

The sheet, docs/coverage.tsv, holds a row a sentence: release, offsets into the text that `releases.py` makes,
the verb, the speakers of the claims that were found in the sentence, who speaks by the reader's judgement,
the verdict, a word of reason, and the sentence. Verdicts:

- right: every claim of the sentence has the right speaker, and whoever says something has a claim;
- wrong: a claim has a wrong speaker;
- missed: somebody says something, and no claim has it;
- none: nothing is said that makes a claim (docs/claims.md, "What is no claim"), and none is found.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from dragoman.errors import StageError
from dragoman.parse import EnglishParser, Tree
from dragoman.pipeline import load
from dragoman.records import Coded
from releases import Release, annotated, releases

SHEET = Path(__file__).resolve().parent.parent / "docs" / "coverage.tsv"
FIELDS = ("release", "start", "end", "verb", "found", "speaker", "verdict", "reason", "sentence")
VERDICTS = ("right", "wrong", "missed", "none")
VERB = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|not(?:es|ed|ing)|stated|added"
    r"|stress(?:es|ed|ing)?|emphasi[sz](?:e|es|ed|ing)|underscor(?:e|es|ed|ing)|highlight(?:s|ed|ing)?"
    r"|reiterat(?:e|es|ed|ing)|(?:re)?affirm(?:s|ed|ing)?|declar(?:e|es|ed|ing)|explain(?:s|ed|ing)?"
    r"|argu(?:e|es|ed|ing)|claim(?:s|ed|ing)?|warn(?:s|ed|ing)?|insist(?:s|ed|ing)?|acknowledg(?:e|es|ed|ing)"
    r"|announc(?:e|es|ed|ing)|confirm(?:s|ed|ing)?|condemn(?:s|ed|ing)?|urg(?:e|es|ed|ing)"
    r"|welcom(?:e|es|ed|ing)|thanked|prais(?:e|es|ed|ing)|commend(?:s|ed|ing)?"
    r"|express(?:es|ed|ing)?|call(?:s|ed|ing)? (?:on|upon|for)|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)"
    r"|den(?:y|ies|ied|ying)|accus(?:e|es|ed|ing)|denounc(?:e|es|ed|ing)|convey(?:s|ed|ing)?"
    r"|[Aa]ccording to)\b"
)
"""Forms of verbs of saying, matched as words: the draw must not depend on the parser's tags."""


class Row(NamedTuple):
    """A row of the sheet."""

    release: str
    start: int
    end: int
    verb: str
    found: str
    speaker: str
    verdict: str
    reason: str
    sentence: str


def main() -> int:
    """Print figures, check, or draw."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="code the sheet's documents again")
    parser.add_argument("--draw", type=int, metavar="N", help="draw N sentences")
    parser.add_argument("--seed", type=int, default=1, help="of the draw (default: 1)")
    parser.add_argument(
        "--less", type=int, nargs="*", default=[], metavar="SEED", help="leave out their draws"
    )
    options = parser.parse_args()
    kept = {release.id: release for release in releases()}
    if not kept and (options.draw or options.check):
        print("No releases in ../shared: nothing to draw from.")
        return 0
    if options.draw:
        picked = draw(list(kept.values()), options.draw, options.seed, options.less)
        write(list(drawn_rows(kept, picked)), sys.stdout)
        return 0
    rows = read_sheet()
    print(figures(rows))
    return check(kept, rows) if options.check else 0


def read_sheet() -> list[Row]:
    """The kept sheet."""
    with SHEET.open(encoding="utf-8", newline="") as file:
        return [
            Row(r["release"], int(r["start"]), int(r["end"]), *(r[name] for name in FIELDS[3:]))
            for r in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def figures(rows: Sequence[Row]) -> str:
    """Counts of the verdicts, and the shares they make."""
    count = Counter(row.verdict for row in rows)
    said = count["right"] + count["wrong"] + count["missed"]
    claimed = count["right"] + count["wrong"]
    good, right = count["right"] + count["none"], count["right"]
    return "\n".join(
        [
            f"{len(rows)} sentences: " + ", ".join(f"{count[v]} {v}" for v in VERDICTS),
            f"sentences treated rightly: {good / len(rows):.3f} ({good} of {len(rows)})",
            f"right speaker where a claim is found: {right / claimed:.3f} ({right} of {claimed})",
            f"right speaker where something is said: {right / said:.3f} ({right} of {said})",
        ]
    )


# drawing


def draw(kept: Sequence[Release], number: int, seed: int, less: Sequence[int]) -> list[tuple[str, int]]:
    """Release and offset of verbs drawn at random, in the releases' order."""
    readouts = annotated()
    places = [
        (release.id, match.start())
        for release in kept
        if release.url not in readouts
        for match in VERB.finditer(release.document.text)
    ]
    for other in less:
        taken = set(random.Random(other).sample(places, number))  # noqa: S311
        places = [place for place in places if place not in taken]
    return sorted(random.Random(seed).sample(places, number))  # noqa: S311  # a draw, no secret


def drawn_rows(kept: dict[str, Release], picked: Sequence[tuple[str, int]]) -> Iterator[Row]:
    """Rows of drawn verbs, with the speakers found and without a verdict."""
    documents = {name: kept[name].document for name, _ in picked}
    trees = dict(zip(documents, EnglishParser().parse(documents.values()), strict=True))
    coded = code(kept, list(documents))
    for name, offset in picked:
        start, end = sentence_at(trees[name], offset)
        verb = VERB.match(documents[name].text, offset)
        sentence = " ".join(documents[name].text[start:end].split())
        found = speakers_in(coded[name], start, end)
        yield Row(name, start, end, verb.group() if verb else "", found, "", "", "", sentence)


def sentence_at(tree: Tree, offset: int) -> tuple[int, int]:
    """Code points of the sentence around an offset."""
    token = tree.token_at(offset) or 0
    first, last = tree.sents[tree.sent[token]]
    return tree.start[first], tree.end[last - 1]


def speakers_in(coded: Coded, start: int, end: int) -> str:
    """Speakers of the claims whose evidence begins in the sentence, one a claim without repeats."""
    found = dict.fromkeys(
        "+".join(a.name for a in claim.speakers)
        for claim in coded.claims
        if start <= claim.evidence.start < end or (claim.cue and start <= claim.cue.start < end)
    )
    return "; ".join(found) or "-"


def code(kept: dict[str, Release], names: Sequence[str]) -> dict[str, Coded]:
    """Records of some releases."""
    out = {}
    for name, result in zip(names, load().stream(kept[n].document for n in names), strict=True):
        if isinstance(result, StageError):
            sys.exit(str(result))
        out[name] = result
    return out


def write(rows: Sequence[Row], file: object) -> None:
    """Rows as tab-separated lines, with a head."""
    print("\t".join(FIELDS), file=file)  # type: ignore[call-overload]
    for row in rows:
        print("\t".join(str(value) for value in row), file=file)  # type: ignore[call-overload]


# checking


def check(kept: dict[str, Release], rows: Sequence[Row]) -> int:
    """Code the documents again and print the rows with other speakers; 1 where there are any."""
    coded = code(kept, list(dict.fromkeys(row.release for row in rows)))
    changed = 0
    for row in rows:
        now = speakers_in(coded[row.release], row.start, row.end)
        if now != row.found:
            changed += 1
            print(f"{row.release} {row.start}: {row.found} → {now} (was {row.verdict}): {row.sentence[:120]}")
    print(
        f"{changed} of {len(rows)} rows have other speakers than the sheet."
        if changed
        else "As the sheet has it."
    )
    return int(changed > 0)


if __name__ == "__main__":
    sys.exit(main())
