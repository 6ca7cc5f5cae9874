"""How records read in English: a verb for each event, a phrase for each kind of claim.

The phrases say what the code says and no more; the evidence under a line has the text's own words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.codebooks import load_codebook
from dragoman.records import Claim, ClaimKind, EntityKind, Event, Stance, Status, Strength

VERBAL_QUADS = frozenset({1, 3})
"""PLOVER's quad classes of words: verbal cooperation and verbal conflict."""


def is_verbal(event: Event) -> bool:
    """Whether the act itself is one of words.

    `Event.quad` is that of the folded coding, by which planned aid is an agreement: here it is aid. Types of
    another codebook go by their quad.
    """
    return _quads().get(event.type, event.quad) in VERBAL_QUADS


@cache
def _quads() -> Mapping[str, int | None]:
    return {name: kind.quad for name, kind in load_codebook().types.items()}


def event_kind(event: Event) -> str:
    """How an event is shown: `engagement`, `word` or `deed`."""
    return "engagement" if event.form else "word" if is_verbal(event) else "deed"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with what follows it: "gave" + "aid" + "to" + target + tail."""

    past: str
    gerund: str
    infinitive: str
    object: str = ""
    link: str = ""
    tail: str = ""


def _regular(past: str, gerund: str, link: str = "", *, tail: str = "") -> Verb:
    """A verb whose infinitive is its past less "ed"."""
    return Verb(past, gerund, past.removesuffix("ed"), link=link, tail=tail)


def _make(what: str, link: str) -> Verb:
    return Verb("made", "making", "make", what, link)


def _use(what: str, link: str) -> Verb:
    return Verb("used", "using", "use", what, link)


def _attack(tail: str) -> Verb:
    return _regular("attacked", "attacking", tail=tail)


def _threaten(tail: str) -> Verb:
    return _regular("threatened", "threatening", tail=tail)


def _hold(what: str, link: str) -> Verb:
    return Verb("held", "holding", "hold", what, link)


def _ask(what: str, link: str) -> Verb:
    return Verb("asked", "asking", "ask", what, link)


def _refuse(what: str, link: str) -> Verb:
    return Verb("refused", "refusing", "refuse", what, link)


FORMS: Mapping[str, Verb] = {
    "visit": _regular("visited", "visiting"),
    "site visit": _regular("visited", "visiting"),
    "meeting": Verb("met", "meeting", "meet"),
    "call": _hold("a call", "with"),
    "negotiation": _hold("talks", "with"),
    "mediation": Verb("mediated", "mediating", "mediate", link="between"),
    "summit": Verb("attended", "attending", "attend", "a summit", "with"),
    "signing": Verb("signed", "signing", "sign", "an agreement", "with"),
}
"""Engagements, by `Event.form`."""

TYPES: Mapping[str, Verb] = {
    "AGREE": _make("a commitment", "to"),
    "CONSULT": _regular("consulted", "consulting", "with"),
    "SUPPORT": Verb("gave", "giving", "give", "support", "to"),
    "CONCEDE": _make("a concession", "to"),
    "COOPERATE": Verb("cooperated", "cooperating", "cooperate", link="with"),
    "AID": Verb("gave", "giving", "give", "aid", "to"),
    "RETREAT": Verb("took", "taking", "take", "a step back", "toward"),
    "REQUEST": _make("a request", "to"),
    "ACCUSE": Verb("blamed", "blaming", "blame"),
    "REJECT": Verb("said", "saying", "say", "no", "to"),
    "THREATEN": _regular("threatened", "threatening"),
    "PROTEST": _regular("protested", "protesting", "against"),
    "SANCTION": Verb("cut", "cutting", "cut", "relations", "with"),
    "MOBILIZE": Verb("readied", "readying", "ready", "forces", "against"),
    "COERCE": _use("power", "against"),
    "ASSAULT": _regular("attacked", "attacking"),
}
"""PLOVER's types, for events without a form or a mode listed below."""

MODES: Mapping[tuple[str, str], Verb] = {
    ("RETREAT", "withdraw"): Verb("withdrew", "withdrawing", "withdraw", "forces", "from"),
    ("RETREAT", "release"): Verb("released", "releasing", "release"),
    ("RETREAT", "disarm"): Verb("laid down", "laying down", "lay down", "arms", "toward"),
    ("RETREAT", "ceasefire"): Verb("ceased", "ceasing", "cease", "fire", "with"),
    ("RETREAT", "access"): Verb("let in", "letting in", "let in"),
    ("RETREAT", "resign"): Verb("stepped down", "stepping down", "step down"),
    ("REQUEST", "assist"): _ask("for help", "from"),
    ("REQUEST", "change"): _ask("for a change", "by"),
    ("REQUEST", "yield"): _ask("for a concession", "by"),
    ("REQUEST", "meet"): _ask("for talks", "with"),
    ("ACCUSE", "disapprove"): Verb("criticised", "criticising", "criticise"),
    ("ACCUSE", "investigate"): Verb("investigated", "investigating", "investigate"),
    ("ACCUSE", "allege"): Verb("accused", "accusing", "accuse"),
    ("REJECT", "assist"): _refuse("help", "to"),
    ("REJECT", "change"): _refuse("a change", "to"),
    ("REJECT", "yield"): _refuse("a concession", "to"),
    ("REJECT", "meet"): _refuse("talks", "with"),
    ("THREATEN", "restrict"): _threaten("with restrictions"),
    ("THREATEN", "arrest"): _threaten("with arrest"),
    ("THREATEN", "relations"): _threaten("with a break of relations"),
    ("THREATEN", "expel"): _threaten("with expulsion"),
    ("THREATEN", "territory"): _threaten("with taking land"),
    ("THREATEN", "violence"): _threaten("with violence"),
    ("PROTEST", "demo"): Verb("demonstrated", "demonstrating", "demonstrate", link="against"),
    ("PROTEST", "riot"): _regular("rioted", "rioting", "against"),
    ("PROTEST", "strike"): Verb("went", "going", "go", "on strike", "against"),
    ("PROTEST", "hunger"): Verb("went", "going", "go", "on hunger strike", "against"),
    ("PROTEST", "boycott"): _regular("boycotted", "boycotting"),
    ("PROTEST", "obstruct"): _hold("a blockade", "against"),
    ("PROTEST", "vandalize"): Verb("vandalised", "vandalising", "vandalise", "property", "of"),
    ("SANCTION", "convict"): _regular("convicted", "convicting"),
    ("SANCTION", "expel"): Verb("expelled", "expelling", "expel"),
    ("SANCTION", "withdraw"): Verb("withdrew", "withdrawing", "withdraw", link="from"),
    ("SANCTION", "discontinue"): Verb("put", "putting", "put", "sanctions", "on"),
    ("MOBILIZE", "troops"): Verb("moved", "moving", "move", "troops", "against"),
    ("MOBILIZE", "weapons"): Verb("readied", "readying", "ready", "weapons", "against"),
    ("MOBILIZE", "police"): Verb("deployed", "deploying", "deploy", "police", "against"),
    ("MOBILIZE", "militia"): Verb("gathered", "gathering", "gather", "fighters", "against"),
    ("COERCE", "seize"): Verb("seized", "seizing", "seize", "property", "of"),
    ("COERCE", "restrict"): _regular("restricted", "restricting"),
    ("COERCE", "censor"): _regular("censored", "censoring"),
    ("COERCE", "curfew"): Verb("imposed", "imposing", "impose", "a curfew", "on"),
    ("COERCE", "martial-law"): Verb("imposed", "imposing", "impose", "martial law", "on"),
    ("COERCE", "arrest"): _regular("arrested", "arresting"),
    ("COERCE", "deport"): _regular("deported", "deporting"),
    ("COERCE", "withhold"): Verb("withheld", "withholding", "withhold", "supplies", "from"),
    ("COERCE", "misinformation"): Verb("ran", "running", "run", "a deception campaign", "against"),
    ("COERCE", "cyber"): _make("a cyber attack", "on"),
    ("ASSAULT", "abduct"): _regular("abducted", "abducting"),
    ("ASSAULT", "beat"): Verb("beat", "beating", "beat"),
    ("ASSAULT", "torture"): Verb("tortured", "torturing", "torture"),
    ("ASSAULT", "sexual"): _regular("assaulted", "assaulting", tail="sexually"),
    ("ASSAULT", "targeted"): _attack("aiming to kill"),
    ("ASSAULT", "destroy"): Verb("destroyed", "destroying", "destroy", "property", "of"),
    ("ASSAULT", "primitive"): _attack("with blades, fire or stones"),
    ("ASSAULT", "firearms"): _attack("with firearms"),
    ("ASSAULT", "explosives"): _attack("with explosives"),
    ("ASSAULT", "suicide-attack"): _attack("in a suicide attack"),
    ("ASSAULT", "aerial"): _attack("from the air"),
    ("ASSAULT", "drone"): _attack("by drone"),
    ("ASSAULT", "heavy-weapons"): _attack("with heavy weapons"),
    ("ASSAULT", "crowd-control"): _use("riot control", "on"),
    ("ASSAULT", "unconventional"): _attack("with unconventional weapons"),
}
"""PLOVER's modes, where one says more than its type."""

STRENGTHS: Mapping[Strength, str] = {
    "wish": "would like to",
    "willing": "willing to",
    "ready": "ready to",
    "will": "will",
    "agreed": "agreed to",
    "signed": "signed",
    "done": "done",
}
"""How firm a pledge is, from wish to deed."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """How a kind of claim begins, with one speaker and with several: "asks Kenya for", "ask for"."""

    one: str
    several: str
    after_partner: str = ""
    """What follows the partner ("for"); without it the partner comes last, behind `aside`."""
    aside: str = "concerning"
    alone: str = ""
    """What follows the verb where no partner is named."""


STANCE_PHRASES: Mapping[tuple[ClaimKind, Stance], Phrase] = {
    ("position", "support"): Phrase("supports", "support", "on"),
    ("position", "oppose"): Phrase("opposes", "oppose", aside="as to"),
    ("assessment", "support"): Phrase("speaks well of", "speak well of"),
    ("assessment", "oppose"): Phrase("speaks critically of", "speak critically of"),
}
"""Claims whose stance decides the verb."""

KIND_PHRASES: Mapping[ClaimKind, Phrase] = {
    "pledge": Phrase("pledges to", "pledge to", aside="with"),
    "position": Phrase("takes a position on", "take a position on"),
    "assessment": Phrase("assesses", "assess"),
    "request": Phrase("asks", "ask", "for", alone="for"),
    "accusation": Phrase("accuses", "accuse", "of", alone="somebody of"),
    "report": Phrase("reports", "report"),
}
"""The others."""

ENTITY_GROUPS: Mapping[EntityKind, str] = {
    "country": "Countries",
    "organization": "Organizations",
    "place": "Places",
    "venue": "Venues",
    "project": "Projects",
    "initiative": "Initiatives",
    "framework": "Frameworks",
    "issue": "Issues",
}
"""Headings for entities that are no persons, in the order shown."""


def event_verb(event: Event) -> Verb:
    """The verb of an event: by its form, else its mode, else its type, which may be another codebook's."""
    if event.form is not None:
        return FORMS[event.form]
    fallback = TYPES.get(event.type) or Verb("acted", "acting", "act", f"({event.type})", "toward")
    return MODES.get((event.type, event.mode or ""), fallback)


def inflect(verb: Verb, status: Status, *, plural: bool) -> str:
    """Put a verb into the form that a status asks for: "met", "is meeting", "are to meet", "did not meet"."""
    be = "are" if plural else "is"
    return {
        "occurred": verb.past,
        "historical": verb.past,
        "ongoing": f"{be} {verb.gerund}",
        "planned": f"{be} to {verb.infinitive}",
        "hypothetical": f"may {verb.infinitive}",
        "negated": f"did not {verb.infinitive}",
    }[status]


def claim_phrase(claim: Claim) -> Phrase:
    """What sort of statement a claim is."""
    if claim.kind == "pledge" and claim.strength is not None:
        strength = STRENGTHS[claim.strength]
        return Phrase(strength, strength, aside="with")
    if claim.stance is not None and (claim.kind, claim.stance) in STANCE_PHRASES:
        return STANCE_PHRASES[claim.kind, claim.stance]
    return KIND_PHRASES[claim.kind]
