"""Joint statements: who issued one together, so that "we" in it means all of them."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.participants import Participants
from dragoman.records import Actor
from dragoman.resolve.resolved import TokenMention

STATEMENTS = frozenset({
    "statement", "text", "declaration", "communique", "communiqué", "readout", "release", "document",
})  # fmt: skip
ISSUING = frozenset({"release", "issue", "adopt", "make", "publish", "deliver", "agree"})
MEMBERS = frozenset({
    "ministers", "leaders", "members", "countries", "nations", "heads", "partners", "states",
})  # fmt: skip
OPENING_SENTENCES = 6
"""A statement names its issuers in its title or its first sentences."""
LIST_WORDS = frozenset({
    ",", "and", "the", "of", "governments", "government", "ministers", "minister", "foreign", "members",
    "member", "states", "republic", "representatives", "representative", "heads", "leaders", "secretary",
    "secretaries", "on", "behalf", "by", "g7", "high", "affairs", "with", "kingdom", "an", "a", "as", "well",
    "’s", "'s", "its", "our", "department",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class JointStatement:
    """The issuers of a joint statement, as states or bodies, and the token that says so."""

    parties: tuple[Actor, ...]
    token: int


def joint_statement(participants: Participants) -> JointStatement | None:
    """Find out whether the document is a joint statement.

    Covers "statement was released by the Governments of A and B", "Joint Statement by X and Y", "Joint
    Statement of A and B" and "We, the foreign ministers of A, B and C, …".

    Returns:
        The issuers where there are at least two different ones, else None.
    """
    tree = participants.tree
    for first, last in tree.sents[:OPENING_SENTENCES]:
        for i in range(first, last):
            start = _list_start(participants, i, first, last)
            if start is None:
                continue
            parties = _states(participants, _listed(participants, start, last))
            if len(parties) > 1:
                return JointStatement(parties, i)
    return None


def _list_start(participants: Participants, i: int, first: int, last: int) -> int | None:
    """Where the list of issuers begins, if token `i` introduces one."""
    tree = participants.tree
    if tree.lower[i] == "we" and i + 1 < last and tree.lower[i + 1] == ",":
        return i + 2
    if tree.lemma[i] not in STATEMENTS and tree.lower[i] not in STATEMENTS:
        return None
    for j in range(i + 1, min(i + 12, last)):
        if tree.lower[j] == "by" and any(tree.lemma[k] in ISSUING for k in range(i + 1, j)):
            return j + 1
    if participants.resolved.document.layout[tree.segment[tree.sent[i]]].kind != "title":
        return None
    joint = any(tree.lower[k] in {"joint", "ministers", "ministers’"} for k in range(first, i))
    if joint and i + 1 < last and tree.lower[i + 1] in {"by", "of", "between", "from"}:
        return i + 2
    return None


def _listed(participants: Participants, start: int, last: int) -> list[TokenMention]:
    tree = participants.tree
    out: list[TokenMention] = []
    i = start
    while i < last:
        mention = participants.at(i)
        if mention is not None:
            if not _modifies(participants, mention, last):
                out.append(mention)
            i = max(mention.last, i + 1)
            continue
        if tree.lower[i] not in LIST_WORDS and tree.pos[i] not in {"PROPN", "ADJ", "NUM"}:
            break
        if out and tree.lower[i] == "on":
            break
        i += 1
    return out


def _modifies(participants: Participants, mention: TokenMention, last: int) -> bool:
    """A body that only says whose ministers they are: "the G7 foreign ministers of A and B"."""
    entity = participants.entity(mention)
    if entity.kind != "organization" or entity.country is not None or mention.last >= last:
        return False
    tree = participants.tree
    return any(tree.lower[i] in MEMBERS for i in range(mention.last, min(mention.last + 3, last)))


def _states(participants: Participants, mentions: list[TokenMention]) -> tuple[Actor, ...]:
    """People and ministries stand for their state; bodies of many states for themselves."""
    found: dict[str, Actor] = {}
    for actor in participants.build(mentions):
        if actor.country is None:
            party = participants.body_of(actor)
        else:
            party = participants.country_actor(actor.country, actor.spans[0])
        found.setdefault(party.entity, party)
    return tuple(found.values())
