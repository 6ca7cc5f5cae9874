"""The codebook as an object: scores, classes, folding and export codes of a type and mode.

`type` names the act and `status` whether it took place. PLOVER folds some pairs into another type (a planned
CONSULT is AGREE); `folded` says which, and scores and export codes are those of the folded coding.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

import msgspec

from dragoman.errors import UsageError
from dragoman.records import Coding, EventForm, Status

Goldstein = Annotated[float, msgspec.Meta(ge=-10, le=10)]
Quad = Annotated[int, msgspec.Meta(ge=1, le=4)]
Fold = Literal["planned", "threatened", "refused", "requested"]


class Mode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How an act was done.

    `goldstein` runs from -10 (conflict) to 10 (cooperation); None takes the type's. `cues` are words one of
    which gives the mode, in codebooks that code by examples.
    """

    definition: str
    goldstein: Goldstein | None = None
    cues: tuple[str, ...] = ()


class EventType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was done.

    `quad`: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. Scores run
    from -10 (conflict) to 10 (cooperation). PLOVER's types have both; one's own may leave them open.
    `cues` and `examples` are what a codebook of one's own codes by: see `dragoman.codebooks.own`.
    `mutual`: both sides do it to each other, as in a clash.
    """

    definition: str
    quad: Quad | None = None
    goldstein: Goldstein | None = None
    recipient: Literal["required", "optional"] = "optional"
    modes: Mapping[str, Mode] = {}
    cues: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    mutual: bool = False


class Context(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an act was about.

    One of `cues` is enough; `hints` count in twos. A cue in lower case matches in any case, with or without
    a plural ending; one with a capital matches as written.
    """

    definition: str
    cues: tuple[str, ...]
    hints: tuple[str, ...] = ()


class Sector(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What kind of actor somebody is."""

    name: str
    definition: str


class Codes(msgspec.Struct, frozen=True):
    """Everything the codebook says of one act: see `Codebook.codes`."""

    coded_as: Coding
    goldstein: float | None
    quad: int | None
    cameo: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Codebook:
    """Types, modes, contexts, sectors and how they fold and export.

    `forms` gives the mode that an engagement's form stands for. `folds` maps `planned`, `threatened`,
    `refused` and `requested` to what an act of a type, or of `type/mode`, is then coded as. `exports` maps
    a key to a CAMEO code: `type`, `type/mode`, `form F`, or `planned type`. `neutral` are sentences that are
    none of its types, and `people` nouns for people with their sector, both beside those that ship.
    """

    name: str
    version: str
    types: Mapping[str, EventType]
    contexts: Mapping[str, Context]
    sectors: Mapping[str, Sector]
    forms: Mapping[str, str]
    folds: Mapping[str, Mapping[str, Coding]]
    exports: Mapping[str, str]
    neutral: tuple[str, ...] = ()
    people: Mapping[str, str] = field(default_factory=dict)

    @property
    def by_examples(self) -> bool:
        """Whether its types are told by cue words and examples, as those of one's own are."""
        return any(event.examples for event in self.types.values())

    def get_type(self, name: str) -> EventType:
        """The type of that name.

        Raises:
            UsageError: If the codebook has no such type.
        """
        try:
            return self.types[name]
        except KeyError:
            raise UsageError(
                f"codebook {self.name} has no type {name}; it has {', '.join(self.types)}"
            ) from None

    def goldstein(self, type: str, mode: str | None = None) -> float | None:
        """Score of a type and mode; the type's own where the mode has none or is not one of its modes."""
        found = self.get_type(type)
        own = found.modes[mode].goldstein if mode is not None and mode in found.modes else None
        return found.goldstein if own is None else own

    def quad(self, type: str) -> int | None:
        """Class of a type, 1 to 4 as in `EventType`."""
        return self.get_type(type).quad

    def folded(self, type: str, mode: str | None, form: EventForm | None, status: Status) -> Coding:
        """What an act of this status is coded as.

        Args:
            type: The act's type.
            mode: Its mode; where None, the mode that `form` stands for is taken, if the type has it.
            form: The engagement's form, if it is one.
            status: Only `planned` folds: what is negated is no refusal by itself, and what is hypothetical is
                nobody's act yet.

        Returns:
            The folded type and mode, or the act's own where nothing folds.

        Source:
            PLOVER manual (2024), auxiliary modes; a planned RETREAT is CONCEDE as its CONCEDE section rules.
        """
        if mode is None and form is not None and self.forms.get(form) in self.get_type(type).modes:
            mode = self.forms[form]
        if status == "planned":
            return self.turned("planned", type, mode) or Coding(type, mode)
        return Coding(type, mode)

    def turned(self, how: Fold, type: str, mode: str | None) -> Coding | None:
        """What it is to plan, threaten, refuse or request an act; None where that is no act of its own.

        The fold of `type/mode` outranks that of the type.
        """
        table = self.folds.get(how, {})
        if mode is not None and f"{type}/{mode}" in table:
            return table[f"{type}/{mode}"]
        return table.get(type)

    def cameo_code(
        self, type: str, mode: str | None, form: EventForm | None = None, status: Status = "occurred"
    ) -> str | None:
        """Best CAMEO code to write out for an act, None where the codebook has no crosswalk.

        A planned act that folds gets the code of the intent ("036" for a planned meeting); an engagement
        the code of its form; else the mode's code, or the type's where the mode has none.
        """
        keys = [f"form {form}"] if form is not None else []
        keys += [f"{type}/{mode}", type]
        folded = self.folded(type, mode, form, status)
        if status == "planned" and folded.type != type:
            keys = [f"planned {type}/{mode}", f"planned {type}", f"{folded.type}/{folded.mode}", folded.type]
        return next((self.exports[key] for key in keys if key in self.exports), None)

    def codes(self, type: str, mode: str | None, form: EventForm | None, status: Status) -> Codes:
        """Folded coding, score, class and CAMEO code of an act, as `Event` holds them."""
        coded_as = self.folded(type, mode, form, status)
        return Codes(
            coded_as=coded_as,
            goldstein=self.goldstein(coded_as.type, coded_as.mode),
            quad=self.quad(coded_as.type),
            cameo=self.cameo_code(type, mode, form, status),
        )
