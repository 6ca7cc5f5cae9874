# ruff: noqa: E501 - one row of a table is a text, however long
"""Layout beyond the head: paragraphs, wrapped lines, lists, headings, transcripts, contacts; and its laws."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.errors import EmptyDocumentError
from dragoman.read import read_text
from dragoman.read.blocks import MARK
from dragoman.read.clean import SPACES
from dragoman.records import Document, Span

P1 = "The ministers of trade met in Riga on Monday and agreed on a common tariff for timber from the north."
P2 = (
    "They will meet again in June, when the prime ministers are to sign the text in the presence of the king."
)


def parts(text: str) -> list[tuple[str, str]]:
    document = read_text(text, "x.txt")
    return [(part.kind, document.text[part.start : part.end]) for part in document.layout]


LAYOUTS = [
    # id, text, expected kinds and texts
    ("blank lines between", f"{P1}\n\n{P2}\n", [("paragraph", P1), ("paragraph", P2)]),
    ("one paragraph a line", f"{P1}\n{P2}", [("paragraph", P1), ("paragraph", P2)]),
    ("CRLF", f"{P1}\r\n\r\n{P2}\r\n", [("paragraph", P1), ("paragraph", P2)]),
    ("blank lines with spaces", f"{P1}\n \t \n{P2}", [("paragraph", P1), ("paragraph", P2)]),
    (
        "wrapped at 60",
        "The ministers of trade met in Riga on Monday and agreed on a\ncommon tariff for timber from the north. They will meet\n"
        "again in June.\n\nNothing was said about fish.",
        [
            (
                "paragraph",
                "The ministers of trade met in Riga on Monday and agreed on a\ncommon tariff for timber from the north. They will meet\n"
                "again in June.",
            ),
            ("paragraph", "Nothing was said about fish."),
        ],
    ),
    (
        "wrapped, no blank lines, indented",
        "   The ministers of trade met in Riga on Monday and agreed on a\ncommon tariff for timber from the north of the country.\n"
        "   They will meet again in June, when the prime ministers are to\nsign the text in the presence of the king.",
        [
            (
                "paragraph",
                "The ministers of trade met in Riga on Monday and agreed on a\ncommon tariff for timber from the north of the country.",
            ),
            (
                "paragraph",
                "They will meet again in June, when the prime ministers are to\nsign the text in the presence of the king.",
            ),
        ],
    ),
    (
        "list",
        f"{P1}\n\n• A lower tariff for timber.\n• A joint office in Riga.\n\n{P2}",
        [
            ("paragraph", P1),
            ("paragraph", "A lower tariff for timber."),
            ("paragraph", "A joint office in Riga."),
            ("paragraph", P2),
        ],
    ),
    (
        "numbered list",
        f"{P1}\n\n1. A lower tariff for timber.\n2. A joint office in Riga.",
        [
            ("paragraph", P1),
            ("paragraph", "A lower tariff for timber."),
            ("paragraph", "A joint office in Riga."),
        ],
    ),
    (
        "a year is no list mark",
        f"{P1}\n\n2021. That was the year.",
        [("paragraph", P1), ("paragraph", "2021. That was the year.")],
    ),
    (
        "heading",
        f"{P1}\n\nWhat comes next\n\n{P2}",
        [("paragraph", P1), ("heading", "What comes next"), ("paragraph", P2)],
    ),
    (
        "short lines in a row are a list",
        f"{P1}\n\nLatvia\n\nEstonia\n\nFinland\n\nSweden\n\n{P2}",
        [
            ("paragraph", P1),
            *(("paragraph", name) for name in ("Latvia", "Estonia", "Finland", "Sweden")),
            ("paragraph", P2),
        ],
    ),
    ("short last line is no heading", f"{P1}\n\nThank you", [("paragraph", P1), ("paragraph", "Thank you")]),
    (
        "lead-in is no heading",
        f"{P1}\n\nThe sides agreed to:\n\n{P2}",
        [("paragraph", P1), ("paragraph", "The sides agreed to:"), ("paragraph", P2)],
    ),
    (
        "dateline covers its dash",
        f"RIGA, May 3 (LETA) -- {P1}\n\n{P2}",
        [("dateline", "RIGA, May 3 (LETA) --"), ("paragraph", P1), ("paragraph", P2)],
    ),
    ("one paragraph, one line", P1, [("paragraph", P1)]),
    (
        "a headline alone is the text",
        "Ministers agree on timber",
        [("paragraph", "Ministers agree on timber")],
    ),
    ("end mark", f"{P1}\n\n{P2}\n\n###", [("paragraph", P1), ("paragraph", P2), ("stamp", "###")]),
    ("spaced end mark", f"{P1}\n\n# # #", [("paragraph", P1), ("stamp", "# # #")]),
    ("ends", f"{P1}\n\n-30-", [("paragraph", P1), ("stamp", "-30-")]),
    (
        "credits",
        f"{P1}\n\n(Reporting by Jane Doe in Riga; Editing by John Roe)",
        [("paragraph", P1), ("byline", "(Reporting by Jane Doe in Riga; Editing by John Roe)")],
    ),
    (
        "stamp at the foot",
        f"{P1}\n\nPublished: 3 May 2023",
        [("paragraph", P1), ("stamp", "Published: 3 May 2023")],
    ),
    (
        "release text marks",
        f"{P1}\n\nBegin text:\n\n{P2}\n\nEnd text.",
        [("paragraph", P1), ("stamp", "Begin text:"), ("paragraph", P2), ("stamp", "End text.")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for name, *row in LAYOUTS])
def test_layout(text: str, expected: list[tuple[str, str]]) -> None:
    assert parts(text) == expected


CONTACTS = [
    # id, last line, is it a contact?
    ("media contact", "Media contact: Jane Doe, press@example.org", True),
    ("contact colon", "Contact: +371 6700 0000", True),
    ("press inquiries", "For press inquiries, please contact press@example.org.", True),
    ("more information", "For more information, see www.example.org/timber.", True),
    ("further questions", "For further questions, e-mail the Timber Office.", True),
    ("handle", "Follow us on Twitter @TimberOffice and @TimberPress.", True),
    ("address alone", "press@example.org", True),
    ("link alone", "https://example.org/timber", True),
    ("telephone", "Tel.: +371 6700 0000", True),
    ("press office, alone", "Press contacts", True),
    ("prose about contact", "For more details of the plan the ministers turned to their deputies.", False),
    ("prose about a mail", "The minister sent an e-mail to press@example.org, his spokesman said.", False),
    ("prose that asks", "Please be patient, the minister told the drivers at the border.", False),
    ("contact group", "Contact with the northern camp was lost on Friday.", False),
]


@pytest.mark.parametrize(("line", "contact"), [pytest.param(*row, id=name) for name, *row in CONTACTS])
def test_contact(line: str, contact: bool) -> None:
    assert parts(f"{P1}\n\n{line}")[-1] == ("contact" if contact else "paragraph", line)


def turns(document: Document) -> list[tuple[str | None, str]]:
    return [
        (part.speaker.of(document.text) if part.speaker else None, document.text[part.start : part.end])
        for part in document.layout
        if part.kind == "paragraph"
    ]


TRANSCRIPTS = [
    # id, text, turns
    (
        "office and question",
        "FOREIGN MINISTER DOE: Good morning.\n\nWe had useful talks.\n\nQUESTION: Did you sign?\n\nFOREIGN MINISTER DOE: Not yet.",
        [
            ("FOREIGN MINISTER DOE", "Good morning."),
            ("FOREIGN MINISTER DOE", "We had useful talks."),
            ("QUESTION", "Did you sign?"),
            ("FOREIGN MINISTER DOE", "Not yet."),
        ],
    ),
    ("one turn", "SECRETARY DOE: Good morning, everyone.", [("SECRETARY DOE", "Good morning, everyone.")]),
    (
        "Q and A",
        "Q: Did you sign?\nA: Not yet, but we will sign before the summer is over and the drivers go home again.\nQ: Why?\nA: Fish.",
        [
            ("Q", "Did you sign?"),
            ("A", "Not yet, but we will sign before the summer is over and the drivers go home again."),
            ("Q", "Why?"),
            ("A", "Fish."),
        ],
    ),
    (
        "wide Q",
        "MS. DOE:  Welcome.\n\nQ    Did you sign?\n\nMS. DOE:  Not yet.\n\nQ    Why?",
        [("MS. DOE", "Welcome."), ("Q", "Did you sign?"), ("MS. DOE", "Not yet."), ("Q", "Why?")],
    ),
    (
        "names in capitals",
        "DOE: Did they sign?\n\nROE: They did not.",
        [("DOE", "Did they sign?"), ("ROE", "They did not.")],
    ),
    (
        "names in small letters that come again",
        "Jane van Doe: Did they sign?\n\nJohn Roe: They did not.\n\nJane van Doe: Why?\n\nJohn Roe: Fish.",
        [
            ("Jane van Doe", "Did they sign?"),
            ("John Roe", "They did not."),
            ("Jane van Doe", "Why?"),
            ("John Roe", "Fish."),
        ],
    ),
    (
        "with interpreter",
        "MINISTER ROE (via interpreter): We agreed.\n\nMODERATOR: Thank you.",
        [("MINISTER ROE (via interpreter)", "We agreed."), ("MODERATOR", "Thank you.")],
    ),
    (
        "label on its own line",
        "MODERATOR:\n\nThe floor is yours.\n\nMINISTER ROE:\n\nThank you.",
        [("MODERATOR", "The floor is yours."), ("MINISTER ROE", "Thank you.")],
    ),
    (
        "closing remark is nobody's",
        "MR DOE: Thank you.\n\n(The briefing ended at 3:07 p.m.)",
        [("MR DOE", "Thank you."), (None, "(The briefing ended at 3:07 p.m.)")],
    ),
    (
        "short answers are no headings",
        "MR DOE: Any more?\n\nYes\n\nMR ROE: No more.",
        [("MR DOE", "Any more?"), ("MR DOE", "Yes"), ("MR ROE", "No more.")],
    ),
    (
        "notice",
        f"WHEN: Monday\n\nWHERE: Riga\n\n{P1}",
        [(None, "WHEN: Monday"), (None, "WHERE: Riga"), (None, P1)],
    ),
    (
        "colon in prose",
        f"{P1}\n\nThe message was clear: no tariff.",
        [(None, P1), (None, "The message was clear: no tariff.")],
    ),
    (
        "a sentence that comes again",
        f"{P1}\n\nMy question is: why?\n\nMy question is: when?",
        [(None, P1), (None, "My question is: why?"), (None, "My question is: when?")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for name, *row in TRANSCRIPTS])
def test_turns(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert turns(read_text(text, "x.txt")) == expected


LINES = st.sampled_from(
    [
        P1,
        P2,
        "Ministers agree on timber",
        "By Jane Doe",
        "May 3, 2023",
        "RIGA, May 3 (LETA) -- They met.",
        "RIGA",
        "QUESTION: Why?",
        "MR DOE:",
        "• One thing",
        "1. Another",
        "# Heading",
        "###",
        "-30-",
        "Contact: press@example.org",
        "Riga, Latvia",
        "",
        " ",
        "\u200b",
        "Jane Doe, Foreign Minister",
        "Office of the Spokesperson",
        "Source: Xinhua | 2023-05-03",
        "Xinhua) 14:25, May 20, 2024",
        "\ufeff-",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(LINES, max_size=12).map("\n".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("MR DOE:")
@example("Title\n\n• ")
@example("Q. \n")
def test_segments_are_ordered_and_cover_what_is_visible(text: str) -> None:
    try:
        document = read_text(text, "x.txt")
    except EmptyDocumentError:
        return
    at = 0
    for part in document.layout:
        assert at <= part.start < part.end <= len(document.text)
        assert document.text[part.start : part.end].strip(SPACES) != ""
        _assert_skipped_is_a_mark(document.text, Span(at, part.start) if at < part.start else None)
        at = part.end
    assert document.text[at:].strip(SPACES) == ""


def _assert_skipped_is_a_mark(text: str, gap: Span | None) -> None:
    """Between segments stand blanks, list marks and speakers' labels, each at the beginning of a line."""
    for line in (gap.of(text) if gap else "").split("\n"):
        bare = line.strip(SPACES)
        mark = MARK.match(bare + " x")
        assert (
            bare == "" or (mark and mark.end() > len(bare)) or re.fullmatch(r"[^\n]{1,79}:|[QA]\.?", bare)
        ), bare
