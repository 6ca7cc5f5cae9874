"""The ten hardest sentences and what comes out of them: writes docs/hardest.md, or checks it.

    python benchmarks/hardest.py [--write]

The sentences are our own. Each joins several constructions that programs get wrong: nesting, lists,
attributions set in or left behind, unnamed sources, denials, `respectively`. What is printed is what comes
out today; "still wrong" says where a careful reader would disagree.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NamedTuple

from dragoman.pipeline import Pipeline, load
from dragoman.records import Actor, Claim, Coded, Event

PAGE = Path(__file__).resolve().parent.parent / "docs" / "hardest.md"
DATELINE = "OSLO, May 3, 2024 (NTB) -- "


class Hard(NamedTuple):
    """A text, why it is hard, and what is wrong with the output, if anything is."""

    text: str
    why: str
    wrong: str = ""


HARDEST = (
    Hard(
        "Russian Foreign Minister Igor Lavrin said Norwegian Foreign Minister Lena Aasen had told him that "
        "Norway would extend the treaty, but a Norwegian government spokesman denied that she had made any "
        "such promise.",
        "a promise told at third hand, and its denial",
    ),
    Hard(
        "Norwegian Foreign Minister Lena Aasen will travel to Kenya (May 6-8), Oman (May 9) and Chile (May "
        "11-12), where she will hold talks with Foreign Ministers Joseph Mwangi, Salim Al Harthy and Ana "
        "Rojas respectively.",
        "three countries with days of their own, three counterparts in the same order",
    ),
    Hard(
        "Norway, Foreign Minister Lena Aasen said after meeting Kenyan President Daniel Otieno in Nairobi, "
        "is ready to fund the school, train its teachers and repair the road, and will not ask for "
        "anything in "
        "return.",
        "an attribution with a clause of its own between subject and verb, and four promises",
        "the parser makes Norway and the minister one subject, so no promise has a speaker and Norway meets",
    ),
    Hard(
        "Norway pledged $60 million in security assistance to Kenya by March and a further 40 million kroner "
        "for schools, according to two officials who spoke on condition of anonymity.",
        "two amounts, a deadline, and sources without a name",
        "the second sum hangs on March, so the two pledges are one",
    ),
    Hard(
        "Norwegian Prime Minister Kari Lund called the vote in Kenya treasonous, urged the election "
        "commission to publish the count and praised the judges, whom she described as brave.",
        "a label, a request, praise, and a relative clause that judges",
        "Kenya, whose vote and commission it is, is nobody's partner; the judges' bravery is not told apart",
    ),
    Hard(
        "Norway will open a clinic and Kenya will train its nurses, they said after Norwegian Foreign "
        "Minister Lena Aasen met Kenyan President Daniel Otieno on Thursday.",
        'two promisers, and a speaker "they" who is named only afterwards',
        "both promises are missed: pronouns are looked up backwards",
    ),
    Hard(
        "Norwegian Foreign Minister Lena Aasen and Omani Foreign Minister Salim Al Harthy reiterated firm "
        "support for each other on issues related to the Arctic, fisheries and trade, rejected reports that "
        "the talks had failed, and agreed to meet again before June.",
        "a list under one cue, a denial by a noun, and an agreement, told of two speakers",
        "the three issues are one claim about nothing: fisheries and trade are no known issues",
    ),
    Hard(
        "State television quoted Kenyan President Daniel Otieno as saying that Ethiopia, not Kenya, had "
        "broken the ceasefire and that Norway should condemn it.",
        "a quoted speaker, a contrast, and what somebody should condemn",
        "breaking a ceasefire is an accusation, not a report",
    ),
    Hard(
        '"We will build the harbor," Norwegian Foreign Minister Lena Aasen told reporters. "We won\'t wait '
        'for Oman." Asked whether Kenya would pay, she said it would not.',
        "a quotation over sentences, and an answer whose content stands in the question",
        "that Kenya will not pay is missed",
    ),
    Hard(
        "Omani Foreign Minister Salim Al Harthy postponed his visit to Norway planned for Monday but spoke "
        "by phone with Norwegian Foreign Minister Lena Aasen, who said the postponement, which she "
        "regretted, "
        "would not delay the signing of the fisheries agreement between the two countries.",
        "a visit that is off, a call that took place, a signing to come, and regret in a relative clause",
        "what is not delayed is still to come; her regret is missed",
    ),
)


def main() -> int:
    """Write the page, or say whether it holds."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="write docs/hardest.md")
    now = page(load())
    if parser.parse_args().write:
        PAGE.write_text(now, "utf-8")
        print(f"{PAGE.relative_to(PAGE.parent.parent)} written.")
        return 0
    held = PAGE.read_text("utf-8") if PAGE.is_file() else ""
    print(
        "docs/hardest.md shows what comes out." if held == now else "Run --write: other records come out now."
    )
    return int(held != now)


def page(pipeline: Pipeline) -> str:
    """The whole page."""
    head = (
        "# The ten hardest sentences\n\n"
        "Our own sentences, and what comes out of each today (`python benchmarks/hardest.py --write`).\n"
        "A line is a record: engagements and visits with their days and status, other events by type, and "
        "claims with kind, strength or stance, speaker, what is said and with whom.\n"
    )
    parts = [section(number, hard, pipeline(DATELINE + hard.text)) for number, hard in enumerate(HARDEST, 1)]
    return "\n".join([head, *parts])


def section(number: int, hard: Hard, coded: Coded) -> str:
    """One sentence, why it is hard, its records, and what is wrong with them."""
    lines = [event_line(e) for e in coded.events] + [claim_line(coded, c) for c in coded.claims]
    found = "\n".join(lines) or "nothing"
    wrong = f"\nStill wrong: {hard.wrong}.\n" if hard.wrong else ""
    return f"## {number}. {hard.why.capitalize()}\n\n> {hard.text}\n\n```\n{found}\n```\n{wrong}"


def event_line(event: Event) -> str:
    """An event on one line."""
    days = ""
    if event.date is not None:
        days = f" {event.date.start or '…'}" + (
            f"..{event.date.end}" if event.date.end != event.date.start else ""
        )
    place = f" in {event.place.name}" if event.place is not None and event.form != "visit" else ""
    within = f", part of {event.part_of}" if event.part_of else ""
    sides = " > ".join(names(side) for side in (event.sources, event.targets) if side)
    said = f", said in {'+'.join(event.claims)}" if event.claims else ""
    return f"{event.id} {event.form or event.type} ({event.status}): {sides}{days}{place}{within}{said}"


def claim_line(coded: Coded, claim: Claim) -> str:
    """A claim on one line."""
    text = coded.document.text
    entities = {entity.id: entity.name for entity in coded.entities}
    degree = claim.strength or claim.stance
    kind = f"{'not ' if claim.negated else ''}{claim.kind}{f'/{degree}' if degree else ''}"
    what = claim.action.of(text) if claim.action else "; ".join(entities[e] for e in claim.about)
    chain = f", told by {names(claim.chain)}" if claim.chain else ""
    partners = f" | {names(claim.partners)}" if claim.partners else ""
    return f"{claim.id} {kind} {names(claim.speakers)}{chain}: {what}{partners}"


def names(actors: tuple[Actor, ...]) -> str:
    """Names, joined."""
    return "+".join(actor.name for actor in actors)


if __name__ == "__main__":
    sys.exit(main())
