"""Mends attachments that the small model gets wrong in ways a rule can see.

Two patterns matter for reports: a finite verb coordinated with an infinitive ("welcomes the decision to free
them and calls on …") belongs to the finite verb above it; so does one coordinated with a noun's participle.
"""

from __future__ import annotations

ENDING = frozenset(".?!:;…)]}”’\"'")
FRONTING = frozenset({
    "since", "as", "after", "before", "because", "although", "though", "while", "when", "once", "if",
})  # fmt: skip
PLAINLY_FINITE = frozenset({"are", "have", "am", "do"})
"""Present forms that are no infinitives, unlike most plurals."""
NOUN_TAGS = {"NN": "VBP", "NNS": "VBZ"}
FINITE = frozenset({"VBZ", "VBD"})
NONFINITE = frozenset({"VB", "VBG", "VBN"})


def mend_heads(tag: list[str], dep: list[str], head: list[int], lower: list[str]) -> None:
    """Reattach coordinated finite verbs in place.

    Args:
        tag: Penn tags.
        dep: Dependency labels.
        head: Governors, changed in place.
        lower: Lower-case words.
    """
    for i, label in enumerate(dep):
        if (
            label != "conj"
            or not (tag[i] in FINITE or lower[i] in PLAINLY_FINITE)
            or lower[i - 1] not in {"and", "but", ","}
        ):
            continue
        governor = head[i]
        if tag[governor] not in NONFINITE or _has_auxiliary(governor, dep, head, lower):
            continue
        if any(head[k] == i and dep[k] in {"nsubj", "nsubjpass"} for k in range(max(0, i - 12), i)):
            continue
        above = head[governor]
        while tag[above] not in FINITE | {"VBP"} and head[above] != above:
            above = head[above]
        if tag[above] in FINITE | {"VBP"} and above < i:
            head[i] = above


def mend_tags(tag: list[str], dep: list[str], head: list[int]) -> None:
    """Make a "noun" that has a subject the verb it is: "We, the ministers of A and B, condemn …"."""
    subjects = {head[k] for k, label in enumerate(dep) if label in {"nsubj", "nsubjpass"}}
    modified = {head[k] for k, label in enumerate(dep) if label in {"det", "amod", "poss", "compound", "cop"}}
    for i in subjects - modified:
        if tag[i] in NOUN_TAGS and dep[i] in {"ROOT", "conj", "ccomp"}:
            tag[i] = NOUN_TAGS[tag[i]]


def mend_sentences(sent_ends: list[bool], words: list[str]) -> list[bool]:
    """Which sentence ends are real: a break inside a paragraph needs a mark ("Security | Policy" has none).

    Args:
        sent_ends: One entry a token, True where the parser ended a sentence.
        words: The tokens of one stretch of text.

    Returns:
        The same with breaks taken out that no mark or closing quote stands before.
    """
    last = len(words) - 1
    return [ends and (i == last or words[i][-1] in ENDING) for i, ends in enumerate(sent_ends)]


def mend_fronted(tag: list[str], dep: list[str], head: list[int], lower: list[str]) -> None:
    """Make the main clause the root where a fronted "since"/"as" clause took its place.

    "Since X welcomed Y, Z continues to …" comes out as "welcomed" with "continues" as its complement.
    """
    for i, label in enumerate(dep):
        if label != "ccomp" or tag[i] not in FINITE | {"VBP"}:
            continue
        above = head[i]
        if above > i or dep[above] != "ROOT":
            continue
        marked = any(
            head[k] == above and dep[k] in {"mark", "advmod"} and lower[k] in FRONTING
            for k in range(max(0, above - 12), above)
        )
        subject = next(
            (k for k in range(above + 1, i) if head[k] == i and dep[k] in {"nsubj", "nsubjpass"}), None
        )
        comma = subject is not None and any(lower[k] == "," for k in range(above + 1, subject))
        if marked and comma:
            head[i], dep[i] = i, "ROOT"
            head[above], dep[above] = i, "advcl"


def _has_auxiliary(verb: int, dep: list[str], head: list[int], lower: list[str]) -> bool:
    """Whether a participle is finite after all: "has agreed and plans". The "to" of an infinitive is none."""
    return any(
        head[k] == verb and dep[k] in {"aux", "auxpass"} and lower[k] != "to"
        for k in range(max(0, verb - 6), verb)
    )
