"""The lexicon of political acts: which verbs and nouns denote them, in which frame, done by whom to whom.

`lexicon.yaml` holds the words, `lexicon_frames.yaml` the frames. A frame says: this verb or noun, under these
conditions, is that type and mode, and its participants stand in these slots. Of the frames of one word the
one with most conditions is tried first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from dragoman.codebooks import Codebook, Fold
from dragoman.errors import TableError

FOLDER = Path(__file__).parent
WORDS, FRAMES = "lexicon.yaml", "lexicon_frames.yaml"
Keys = frozenset[str]
_SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONDITIONS = (
    "subject", "object", "object_modifier", "theme", "modifier", "clause", "xcomp", "adverb", "preps",
    "complement", "passive", "intransitive",
)  # fmt: skip


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One sense of some verbs and nouns.

    Words are lemmas; a verb may carry a particle ("pull out"), a noun one modifier ("air strike") or an "of"
    phrase ("state of emergency"). A list of words may name a class (`=troops`) or a kind of mention (`@COP`,
    `@country`). All conditions must hold; `not_` ones must not.

    Slots: `subject` (who does it, through passives), `object` (or the subject of a passive), `passive` (only
    the latter), `dative`, `owner` (whose the object is), `poss`, `mod` and `subject` of a noun, any
    preposition, `in-place` (the country of the place it happens in), `border` ("to the border with"), and
    `slot:slot` for a slot of what stands in a slot.
    """

    id: str
    type: str
    mode: str | None = None
    modes: str | None = None
    """Table of `lexicon.yaml` that gives a finer mode by the instrument or object named."""
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    subject: Keys = frozenset()
    not_subject: Keys = frozenset()
    object: Keys = frozenset()
    not_object: Keys = frozenset()
    object_modifier: Keys = frozenset()
    theme: Keys = frozenset()
    """What the object, or what stands after a preposition, must be: "quit the pact", "withdraw from the
    pact"."""
    modifier: Keys = frozenset()
    not_modifier: Keys = frozenset()
    preps: Mapping[str, Keys] = {}
    """One of these prepositions must be there, with such an object; an empty list takes any object."""
    not_preps: Mapping[str, Keys] = {}
    clause: Keys = frozenset()
    """One of these words must stand in the trigger's clause."""
    not_clause: Keys = frozenset()
    xcomp: Keys = frozenset()
    """The verb of an infinitive or "from doing" that depends on it."""
    not_xcomp: Keys = frozenset()
    adverb: Keys = frozenset()
    complement: Fold | None = None
    """The fold of the codebook by which the act in the complement gives the mode: "threatened to arrest"."""
    only: frozenset[str] = frozenset()
    """Types one of which the complement must denote."""
    passive: bool = False
    intransitive: bool = False
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset()
    """The sides without which it is no event: `source`, `target`."""
    mutual: bool = False
    patient: bool = False
    """A possessor without an "of" phrase suffers it: "the minister's arrest"."""
    loose: bool = False
    """Also a word of sport and business: see `Lexicon.sport`."""
    words: bool = False
    """An act of speech, which the claims hold: used to classify sentences, no event of its own."""
    states: bool = False
    """Only between parties of different countries."""
    foreign: bool = False
    """Not between parties of one country, where both countries are known."""
    past: bool = False
    said: bool = False
    """Saying it is the act: "will consider measures against" threatens now."""
    weak: bool = False
    """The word alone says little: lowers the confidence."""
    crowd: bool = False
    """Done by people in the street, even where no noun names them."""
    mob: bool = False
    """Where nobody is named who suffers it, the people in the street of the doer's country do."""
    issuer: bool = False
    """Where a government's own release names nobody who does it, that government does."""
    procedural: bool = False
    """A verbal type that is done by a deed of procedure, such as a charge or a summons."""

    def conditions(self) -> int:
        """How many conditions it sets; more make it more specific."""
        return sum(bool(getattr(self, name)) for name in _CONDITIONS)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the coder of deeds knows of words.

    `verbs[lemma]` lists (particle, frame), the most specific first; `nouns[key]` frames of a noun. `people`
    gives the sector of a noun for people. `modes[table]` lists (mode, words) in order of precedence.
    """

    verbs: Mapping[str, tuple[tuple[str | None, Frame], ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    people: Mapping[str, str]
    modes: Mapping[str, tuple[tuple[str, Keys], ...]]
    partitives: Keys
    light_do: Keys
    light_suffer: Keys
    harm: Keys
    unreal_verbs: Keys
    unreal_nouns: Keys
    unreal_adjectives: Keys
    asked: Keys
    obliged: Keys
    sport: Keys
    sited: Keys
    """Nouns for things that stand somewhere and so belong to a country."""


class _Light(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    do: Keys
    suffer: Keys


class _Unreal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    verbs: Keys
    nouns: Keys
    adjectives: Keys


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Layout of `lexicon.yaml`."""

    source: dict[str, Any]
    people: dict[str, tuple[str, ...]]
    partitives: Keys
    light: _Light
    harm: Keys
    unreal: _Unreal
    asked: Keys
    obliged: Keys
    sport: Keys
    sited: Keys
    classes: dict[str, tuple[str, ...]]
    modes: dict[str, dict[str, tuple[str, ...]]]


class _Frames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Layout of `lexicon_frames.yaml`."""

    source: dict[str, Any]
    frames: list[Frame]


@cache
def load_lexicon(codebook: Codebook) -> Lexicon:
    """Load the lexicon and check it against a codebook.

    Args:
        codebook: Must define every type and mode that the frames name.

    Returns:
        The lexicon; later calls with the same codebook return the same object.

    Raises:
        TableError: If a file is malformed, or names a type, mode, class or table that doesn't exist.
    """
    words = _read(WORDS, _Words)
    classes = _expand_classes(words.classes)
    frames = [_expand_frame(frame, classes) for frame in _read(FRAMES, _Frames).frames]
    modes = {name: _mode_table(table, classes) for name, table in words.modes.items()}
    _check(frames, modes, codebook)
    return Lexicon(
        verbs=_index_verbs(frames),
        nouns=_index_nouns(frames),
        people=_index_people(words.people, codebook),
        modes=modes,
        partitives=words.partitives,
        light_do=words.light.do,
        light_suffer=words.light.suffer,
        harm=words.harm,
        unreal_verbs=words.unreal.verbs,
        unreal_nouns=words.unreal.nouns,
        unreal_adjectives=words.unreal.adjectives,
        asked=words.asked,
        obliged=words.obliged,
        sport=words.sport,
        sited=_expand(words.sited, classes.__getitem__, classes),
    )


Layout = TypeVar("Layout")


def _read(name: str, layout: type[Layout]) -> Layout:
    path = FOLDER / name
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_SafeLoader)  # noqa: S506  # safe, by its C name
        return msgspec.convert(raw, layout)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise TableError(name, f"cannot be read ({error})") from error


def _expand_classes(classes: Mapping[str, tuple[str, ...]]) -> dict[str, Keys]:
    done: dict[str, Keys] = {}

    def expand(name: str, above: tuple[str, ...]) -> Keys:
        if name in above:
            raise TableError(WORDS, f"class {name} contains itself")
        if name not in done:
            done[name] = _expand(classes[name], lambda other: expand(other, (*above, name)), classes)
        return done[name]

    for name in classes:
        expand(name, ())
    return done


def _expand(words: Iterable[str], of_class: Callable[[str], Keys], classes: Mapping[str, object]) -> Keys:
    out: set[str] = set()
    for word in words:
        if not word.startswith("="):
            out.add(word)
        elif word[1:] in classes:
            out |= of_class(word[1:])
        else:
            raise TableError(FRAMES, f"no class {word}")
    return frozenset(out)


def _expand_frame(frame: Frame, classes: Mapping[str, Keys]) -> Frame:
    changes: dict[str, Any] = {}
    for name in frame.__struct_fields__:
        value = getattr(frame, name)
        if isinstance(value, frozenset) and name not in {"only", "needs"}:
            changes[name] = _expand(value, classes.__getitem__, classes)
        elif isinstance(value, Mapping):
            changes[name] = {
                prep: _expand(keys, classes.__getitem__, classes) for prep, keys in value.items()
            }
    changes["nouns"] = tuple(sorted(_expand(frame.nouns, classes.__getitem__, classes)))
    return msgspec.structs.replace(frame, **changes)


def _mode_table(
    table: Mapping[str, tuple[str, ...]], classes: Mapping[str, Keys]
) -> tuple[tuple[str, Keys], ...]:
    return tuple((mode, _expand(words, classes.__getitem__, classes)) for mode, words in table.items())


def _check(
    frames: list[Frame], modes: Mapping[str, tuple[tuple[str, Keys], ...]], codebook: Codebook
) -> None:
    seen: set[str] = set()
    for frame in frames:
        if frame.id in seen:
            raise TableError(FRAMES, f"frame {frame.id} is defined twice")
        seen.add(frame.id)
        found = codebook.types.get(frame.type)
        if found is None:
            raise TableError(FRAMES, f"frame {frame.id}: codebook {codebook.name} has no type {frame.type}")
        if frame.modes is not None and frame.modes not in modes:
            raise TableError(FRAMES, f"frame {frame.id}: no table of modes {frame.modes}")
        finer = (
            []
            if frame.modes is None or frame.modes == "violence"
            else [mode for mode, _ in modes[frame.modes]]
        )
        for mode in [frame.mode, *finer]:
            if mode is not None and mode not in found.modes:
                raise TableError(FRAMES, f"frame {frame.id}: type {frame.type} has no mode {mode}")
        if not (frame.verbs or frame.nouns):
            raise TableError(FRAMES, f"frame {frame.id} has neither verbs nor nouns")


def _index_verbs(frames: list[Frame]) -> dict[str, tuple[tuple[str | None, Frame], ...]]:
    out: dict[str, list[tuple[str | None, Frame]]] = {}
    for frame in frames:
        for verb in frame.verbs:
            lemma, _, particle = verb.partition(" ")
            out.setdefault(lemma, []).append((particle or None, frame))
    return {lemma: tuple(sorted(own, key=_specific)) for lemma, own in out.items()}


def _specific(item: tuple[str | None, Frame]) -> int:
    particle, frame = item
    return -(frame.conditions() + (particle is not None))


def _index_nouns(frames: list[Frame]) -> dict[str, tuple[Frame, ...]]:
    out: dict[str, list[Frame]] = {}
    for frame in frames:
        for noun in frame.nouns:
            out.setdefault(noun, []).append(frame)
    return {noun: tuple(sorted(own, key=lambda frame: -frame.conditions())) for noun, own in out.items()}


def _index_people(people: Mapping[str, tuple[str, ...]], codebook: Codebook) -> dict[str, str]:
    out: dict[str, str] = {}
    for sector, nouns in people.items():
        if sector not in codebook.sectors:
            raise TableError(WORDS, f"people: codebook {codebook.name} has no sector {sector}")
        for noun in nouns:
            out.setdefault(noun, sector)
    return out
