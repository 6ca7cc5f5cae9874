"""Claims as a careful reader would note them down: the rows of rows/claims.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

ROWS = yaml.safe_load((Path(__file__).parent / "rows" / "claims.yaml").read_text("utf-8"))


def rows():
    """Text and what is found; rows that do not hold yet say why."""
    out = []
    for group, found in ROWS.items():
        for row in found:
            weak = pytest.mark.xfail(strict=True, reason=row["weak"]) if "weak" in row else ()
            out.append(
                pytest.param(row["text"], row["found"], id=f"{group}: {row['text'][-60:]}", marks=weak)
            )
    return out


@pytest.mark.parametrize(("text", "found"), rows())
def test_reads(code, text, found):
    assert code(text).claims() == found


REPORTED = "Norwegian Foreign Minister Lena Aasen said Norway will build a port."
QUOTED = '"We will build the port," said Norwegian Foreign Minister Lena Aasen. "We will train the crew."'
NESTED = (
    "Norwegian Foreign Minister Lena Aasen said Kenyan President Daniel Otieno had assured her "
    "that Kenya will host the talks."
)


@pytest.mark.parametrize(("text", "quoted"), [(REPORTED, [False]), (QUOTED, [True, True])])
def test_a_quotation_goes_on_over_sentences(code, text, quoted):
    assert [claim.quoted for claim in code(text).coded.claims] == quoted


QUOTATIONS = [
    ("straight, attributed behind", '"Norway supports Kenya," {} said.', True),
    ("curly, attributed behind", "“Norway supports Kenya,” {} said.", True),
    ("straight, behind a colon", '{} said: "Norway supports the ceasefire in Sudan."', True),
    ("curly, behind a colon", "{} said: “Norway supports the ceasefire in Sudan.”", True),
    ("after that", '{} said that "Norway supports the ceasefire in Sudan."', True),
    ("a quoted word alone", '{} said that Norway supports the "lasting" ceasefire in Sudan.', False),
    ("between two quoted words", '{} said "yes" and added that Norway supports the "bold" plan.', False),
    ("none", "{} said that Norway supports the ceasefire in Sudan.", False),
]


@pytest.mark.parametrize(
    ("text", "quoted"), [row[1:] for row in QUOTATIONS], ids=[row[0] for row in QUOTATIONS]
)
def test_words_inside_quotation_marks_are_quoted(code, text, quoted):
    claims = code(text.format("Norwegian Foreign Minister Lena Aasen")).coded.claims
    assert [claim.quoted for claim in claims if claim.kind == "position"] == [quoted]


DENIED = [
    ("denied that Norway would send troops to Kenya", True),
    ("said that Norway would send troops to Kenya", False),
]


@pytest.mark.parametrize(("text", "denied"), DENIED, ids=[row[0] for row in DENIED])
def test_what_is_denied_is_no_pledge_made(code, text, denied):
    coded = code(f"Norwegian Foreign Minister Lena Aasen {text}.").coded
    assert [claim.negated for claim in coded.claims] == [denied]
    assert {e.status for e in coded.events if e.type == "AGREE"} == {"negated" if denied else "occurred"}


OWED = [
    ("Norway should encourage Kenya to join the pact.", False),
    ("Norway must urge Kenya to join the pact.", False),
    ("Norway encouraged Kenya to join the pact.", True),
]


@pytest.mark.parametrize(("text", "asked"), OWED, ids=[row[0] for row in OWED])
def test_what_one_should_ask_is_not_asked_yet(code, text, asked):
    assert any(claim.kind == "request" for claim in code(text).coded.claims) is asked


def test_chain_names_whoever_reports_the_speaker(code):
    notes = code(NESTED)
    (claim,) = notes.coded.claims
    assert (notes.who(claim.chain), notes.who(claim.speakers)) == ("Aasen", "Otieno")


def test_a_single_speaker_has_no_chain(code):
    (claim,) = code(REPORTED).coded.claims
    assert claim.chain == ()


def test_an_action_that_the_title_words_points_at_the_title(code):
    text = "Norway to build a new port in Kenya\n\nOSLO, May 3, 2024 (NTB) -- " + REPORTED[:-1] + " in Kenya."
    told = "Norway will build a new port in Kenya"
    notes = code(text.replace("will build a port in Kenya", told.removeprefix("Norway ")))
    (claim,) = [c for c in notes.coded.claims if c.kind == "pledge" and c.speakers[0].name == "Lena Aasen"]
    assert claim.action is not None
    assert claim.action.end <= text.index("\n")
    assert claim.evidence.start > claim.action.end


def test_claims_of_one_cue_share_it(code):
    notes = code(
        "Norwegian Foreign Minister Lena Aasen said Norway is ready to open a clinic and send a doctor."
    )
    first, second = notes.coded.claims
    assert first.cue == second.cue
    assert first.action != second.action


@pytest.mark.parametrize(
    "row",
    [row for found in ROWS.values() for row in found if row["found"]],
    ids=lambda row: row["text"][-50:],
)
def test_every_claim_has_speakers_and_evidence_with_its_action_inside_one_text(code, row):
    notes = code(row["text"])
    for claim in notes.coded.claims:
        assert claim.speakers
        assert claim.evidence.of(notes.coded.document.text).strip()
        assert claim.strength is None or claim.kind == "pledge"
        assert claim.stance is None or claim.kind in {"position", "assessment"}


def table_rows(heading: str) -> list[list[str]]:
    """Rows of the table under a heading of the manual, less its head."""
    text = (Path(__file__).parents[2] / "docs" / "claims.md").read_text("utf-8")
    section = text.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


DOCUMENTED = [
    *((row[0], row[1], row[2]) for row in table_rows("The six kinds")),
    *((row[2], "pledge", row[0]) for row in table_rows("How strong a pledge is") if row[2]),
    *((row[1], row[2], row[3]) for row in table_rows("How strong other words are")),
]


@pytest.mark.parametrize(("text", "kind", "degree"), DOCUMENTED)
def test_the_manual_says_what_is_found(code, text, kind, degree):
    (claim,) = code(text).coded.claims
    assert (claim.kind, claim.strength or claim.stance or "") == (kind, degree)


@pytest.mark.parametrize(("text", "number"), table_rows("One claim or several"))
def test_the_manual_says_how_many(code, text, number):
    assert len(code(text).coded.claims) == int(number)


@pytest.mark.parametrize("text", [row[0] for row in table_rows("What is no claim")])
def test_the_manual_says_what_is_none(code, text):
    assert code(text).claims() == []


TRANSCRIPT = """\
Briefing on the Harbor

May 3, 2024

Lena Aasen, Foreign Minister of Norway

Oslo, Norway

FOREIGN MINISTER AASEN: {aasen}

QUESTION: {question}

SENIOR NORWEGIAN OFFICIAL TWO: {official}
"""
TURNS = [
    ("a name", {"aasen": "Kenya is a reliable partner."}, ["Aasen"]),
    ("let me say", {"aasen": "Let me just say that Kenya is a reliable partner."}, ["Aasen"]),
    ("fair to say", {"aasen": "I think it's fair to say we will build the harbor with Kenya."}, ["Aasen"]),
    ("an unnamed official", {"official": "We urge Kenya to open the border."}, ["Two"]),
    ("a question", {"question": "Kenya must open the border. Is that right?"}, []),
    ("a question of what was said", {"question": "You said that Kenya is a reliable partner."}, ["Two"]),
    ("a question asked", {"question": "Will you say that Kenya is a reliable partner?"}, []),
    ("a question by order", {"question": "Would Kenya open the border, are you saying that it will?"}, []),
    ("what can be said", {"aasen": "What we can say is that Kenya is a reliable partner."}, ["Aasen"]),
    ("pleased to say", {"aasen": "I am pleased to announce that we will build the harbor."}, ["Aasen"]),
    ("going on to say", {"aasen": "We continue to say that Kenya is a reliable partner."}, ["Aasen"]),
    (
        "another of one's side",
        {"aasen": "Norwegian Prime Minister Kari Lund announced a new tariff on copper."},
        ["Lund"],
    ),
    ("what is not said", {"aasen": "I did not say that Kenya must open the border."}, []),
    ("not ready to say", {"question": "So you are not prepared to say that you will build it?"}, []),
    ("told of a nameless group", {"aasen": "They highlighted the strong unity of Kenya and Oman."}, []),
    ("more to say", {"aasen": "I will say. I would say. We are not prepared to say more."}, []),
    ("saying first", {"aasen": "I would start by saying Kenya is a reliable partner."}, ["Aasen"]),
    ("a stand told", {"aasen": "We recently welcomed the ceasefire in Kenya."}, ["Aasen"]),
    ("a request told", {"aasen": "I asked the Kenyan president to sit down."}, []),
    ("the Taliban", {"aasen": "Kenyan President Daniel Otieno has said otherwise."}, []),
    (
        "told behind a phrase",
        {"aasen": "As part of our growing ties, President Daniel Otieno announced that Kenya will pay."},
        ["Otieno"],
    ),
]


@pytest.mark.parametrize(("turns", "speakers"), [row[1:] for row in TURNS], ids=[row[0] for row in TURNS])
def test_turns_of_a_transcript_belong_to_their_labels(code, turns, speakers):
    said = {"aasen": "Good morning.", "question": "Good morning.", "official": "Good morning.", **turns}
    notes = code(TRANSCRIPT.format(**said))
    assert [notes.who(claim.speakers) for claim in notes.coded.claims] == speakers


CHAINS = [
    ("quoted Norwegian Foreign Minister Lena Aasen as saying Norway would open a clinic", "Otieno"),
    ("said Norwegian Foreign Minister Lena Aasen had told him that Norway would open a clinic", "Otieno"),
]


@pytest.mark.parametrize(("text", "outer"), CHAINS)
def test_the_chain_holds_whoever_hands_on_the_words(code, text, outer):
    notes = code(f"Kenyan President Daniel Otieno {text}.")
    assert [(notes.who(c.speakers), notes.who(c.chain)) for c in notes.coded.claims] == [("Aasen", outer)]


def test_an_unnamed_source_is_an_entity_only_where_it_has_a_claim(code):
    text = "Norway will send troops to Kenya, two diplomats said. Three analysts said nothing."
    named = [e.name for e in code(text).coded.entities if e.origin == "unnamed source"]
    assert named == ["two diplomats"]
