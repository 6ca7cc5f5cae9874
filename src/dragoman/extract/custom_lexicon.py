"""The lexicon of a codebook of one's own: its cue words as frames, beside words that any codebook needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from dragoman.codebooks import Codebook, load_codebook
from dragoman.extract.lexicon import Frame, Keys, Lexicon, load_lexicon

PARTICLES = frozenset({
    "about", "around", "away", "back", "down", "forth", "in", "off", "on", "out", "over", "through", "up",
})  # fmt: skip
PREPOSITIONS = frozenset({
    "against", "at", "by", "from", "for", "in", "into", "of", "on", "onto", "over", "to", "under", "upon",
    "with",
})  # fmt: skip
VERB_TARGETS = ("object", "dative", "against", "at", "on", "into", "from", "with", "to", "in-place")
NOUN_TARGETS = ("of", "against", "on", "at", "to", "in-place")
MUTUAL_SOURCES = ("between", "among", "by", "poss", "subject", "mod")
MUTUAL_TARGETS = ("with", "against", "and", "in-place")
LIKE = Frame(id="example", type="", target=VERB_TARGETS)
"""The frame of a clause that no cue word names."""


@cache
def load_custom_lexicon(codebook: Codebook) -> Lexicon:
    """The lexicon that finds a codebook's cues; later calls return the same object.

    A frame's `id` is the cue that it stands for.

    Raises:
        TableError: If the lexicon's files are malformed.
    """
    shared = load_lexicon(load_codebook())
    verbs: dict[str, list[tuple[str | None, Frame]]] = {}
    nouns: dict[str, list[Frame]] = {}
    for name, event in codebook.types.items():
        for cue in event.cues:
            for word, particle, frame in _verb_frames(name, cue, mutual=event.mutual):
                verbs.setdefault(word, []).append((particle, frame))
            for noun, frame in _noun_frames(name, cue, mutual=event.mutual):
                nouns.setdefault(noun, []).append(frame)
    return replace(
        shared,
        verbs={word: tuple(sorted(own, key=_fewest_conditions)) for word, own in verbs.items()},
        nouns={
            noun: tuple(sorted(own, key=lambda frame: -frame.conditions())) for noun, own in nouns.items()
        },
        people={**shared.people, **codebook.people},
    )


def _fewest_conditions(item: tuple[str | None, Frame]) -> int:
    particle, frame = item
    return -(frame.conditions() + (particle is not None))


def _verb_frames(type_: str, cue: str, *, mutual: bool) -> Iterator[tuple[str, str | None, Frame]]:
    """A cue read as a verb: alone, with a particle, with what it is done to, with a preposition's phrase."""
    first, *rest = cue.split()
    made: dict[str, Any] = {
        "id": cue,
        "type": type_,
        "verbs": (first,),
        "mutual": mutual,
        "target": VERB_TARGETS,
    }
    if not rest:
        yield first, None, Frame(**made)
        return
    particle = rest[0] if rest[0] in PARTICLES else None
    if particle is not None:
        after = " ".join(rest[1:])
        yield first, particle, Frame(**made, theme=frozenset({after}) if after else frozenset())
        if not after or particle not in PREPOSITIONS:
            return
    if rest[0] in PREPOSITIONS:
        yield first, None, Frame(**made, preps=_phrase(rest))
    else:
        yield first, None, Frame(**made, theme=frozenset({" ".join(rest)}))


def _phrase(words: list[str]) -> Mapping[str, Keys]:
    after = " ".join(words[1:])
    return {words[0]: frozenset({after}) if after else frozenset()}


def _noun_frames(type_: str, cue: str, *, mutual: bool) -> Iterator[tuple[str, Frame]]:
    """A cue read as a noun: alone, with what stands before it, with "of" or another preposition behind it."""
    words = cue.split()
    made: dict[str, Any] = {"id": cue, "type": type_, "nouns": (cue,), "mutual": mutual}
    made["target"] = MUTUAL_TARGETS if mutual else NOUN_TARGETS
    made["source"] = MUTUAL_SOURCES if mutual else ()
    at = next((n for n, word in enumerate(words) if n and word in PREPOSITIONS - {"of"}), None)
    if at is None and "of" in words:
        yield cue, Frame(**made)
    elif at is None:
        yield " ".join(cue.replace("-", " ").split()[-2:]), Frame(**made)  # as the parser cuts words
    elif at + 1 < len(words):
        yield " ".join(words[:at]), Frame(**made, preps=_phrase(words[at:]))
