# ruff: noqa: E501 - one row of a table is a head, however long
"""Heads of many houses: what each says about its document. Names and events are made up."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import pytest

from dragoman.read import read_text
from dragoman.records import Document

BODY = (
    "The two ministers agreed on Monday to reopen the northern crossing before the end of the year.\n\n"
    "They also discussed water sharing, the release of detained drivers and a visit by the prime minister."
)


class Head(NamedTuple):
    """A head and what must be read from it; `body` is how the first paragraph must begin."""

    text: str
    title: str | None = None
    published: str | None = None
    """ "2023-05-03" or "2023-05-03T14:05"."""
    basis: str | None = None
    place: str | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    body: str = "The two ministers agreed"


T = "Ministers agree to reopen northern crossing"

HEADS = {
    # agencies' datelines
    "xinhua": Head(f"{T}\n\nULAN BATOR, May 3 (Xinhua) -- {BODY}", T, place="Ulan Bator", source="Xinhua"),
    "xinhua with stamp": Head(
        f"{T}\n\n(Xinhua) 14:05, May 03, 2023\n\nULAN BATOR, May 3 (Xinhua) -- {BODY}",
        T,
        "2023-05-03T14:05",
        "byline",
        "Ulan Bator",
        "Xinhua",
    ),
    "stamp without its opening bracket": Head(
        f"{T}\n\nXinhua) 09:30, June 7, 2022\n\nDAKAR, June 7 (Xinhua) -- {BODY}",
        T,
        "2022-06-07T09:30",
        "byline",
        "Dakar",
        "Xinhua",
    ),
    "dateline without its opening bracket": Head(
        f"{T}\n\nDAKAR, June 7 Xinhua) -- {BODY}", T, place="Dakar", source="Xinhua"
    ),
    "dateline without its closing bracket": Head(
        f"{T}\n\nDAKAR, June 7 (Xinhua -- {BODY}", T, place="Dakar", source="Xinhua"
    ),
    "dateline with its dash lost": Head(
        f"{T}\n\nDAKAR, June 7 (Xinhua) {BODY}", T, place="Dakar", source="Xinhua"
    ),
    "unknown agency, opening bracket lost": Head(
        f"{T}\n\nSuva Wire) 09:30, June 7, 2022\n\n{BODY}",
        T,
        "2022-06-07T09:30",
        "byline",
        source="Suva Wire",
    ),
    "xinhua portal": Head(
        f"{T}\n\nSource: Xinhua | 2023-05-03 14:05:11 | Editor: huaxia\n\nLIMA, May 3 (Xinhua) -- {BODY}",
        T,
        "2023-05-03T14:05",
        "byline",
        "Lima",
        "Xinhua",
    ),
    "xinhua portal, spaces": Head(
        f"{T}\n\nSource: Xinhua   Editor: huaxia   2023-05-03 14:05:11\n\nLIMA, May 3 (Xinhua) -- {BODY}",
        T,
        "2023-05-03T14:05",
        "byline",
        "Lima",
        "Xinhua",
    ),
    "reuters": Head(f"{T}\n\nLONDON, March 3 (Reuters) - {BODY}", T, place="London", source="Reuters"),
    "reuters with byline": Head(
        f"{T}\nBy Jane Doe and John Roe\nMarch 3, 2023 2:05 PM GMT\n\nKYIV/WARSAW, March 3 (Reuters) - {BODY}",
        T,
        "2023-03-03T14:05",
        "byline",
        "Kyiv",
        "Reuters",
        ("Jane Doe", "John Roe"),
    ),
    "reuters without place": Head(f"{T}\n\n(Reuters) - {BODY}", T, source="Reuters"),
    "ap": Head(
        f"{T}\n\nBy JANE DOE\n\nGENEVA (AP) — {BODY}", T, place="Geneva", source="AP", authors=("Jane Doe",)
    ),
    "ap damaged": Head(f"{T}\n\nGENEVA AP) — {BODY}", T, place="Geneva", source="AP"),
    "ap with country": Head(f"{T}\n\nSAN JOSE, Costa Rica (AP) — {BODY}", T, place="San Jose", source="AP"),
    "afp": Head(f"{T}\n\nParis, May 3, 2023 (AFP) - {BODY}", T, "2023-05-03", "dateline", "Paris", "AFP"),
    "tass": Head(f"{T}\n\nMOSCOW, January 15. /TASS/. {BODY}", T, place="Moscow", source="TASS"),
    "interfax": Head(f"{T}\n\nMOSCOW. Jan 15 (Interfax) - {BODY}", T, place="Moscow", source="Interfax"),
    "kyodo": Head(f"{T}\n\nTOKYO, Jan. 5 (Kyodo) -- {BODY}", T, place="Tokyo", source="Kyodo"),
    "yonhap": Head(f"{T}\n\nSEOUL, Oct. 3 (Yonhap) -- {BODY}", T, place="Seoul", source="Yonhap"),
    "anadolu": Head(
        f"{T}\n\nJane Doe | 03.05.2023\n\nANKARA\n\n{BODY}",
        T,
        "2023-05-03",
        "byline",
        "Ankara",
        None,
        ("Jane Doe",),
    ),
    "irna": Head(f"{T}\n\nTEHRAN, May 3 (IRNA) – {BODY}", T, place="Tehran", source="IRNA"),
    "kuna": Head(f"{T}\n\nKUWAIT, May 3 (KUNA) -- {BODY}", T, place="Kuwait", source="KUNA"),
    "wam": Head(
        f"{T}\n\nABU DHABI, 3rd May, 2023 (WAM) -- {BODY}", T, "2023-05-03", "dateline", "Abu Dhabi", "WAM"
    ),
    "ani": Head(f"{T}\n\nNew Delhi [India], May 3 (ANI): {BODY}", T, place="New Delhi", source="ANI"),
    "vna": Head(f"{T}\n\nHanoi (VNA) – {BODY}", T, place="Hanoi", source="VNA"),
    "azertac": Head(f"{T}\n\nBaku, May 3, AZERTAC\n\n{BODY}", T, place="Baku", source="AZERTAC"),
    "interfax-ukraine": Head(
        f"{T}\n\nKyiv. May 3. Interfax-Ukraine – {BODY}", T, place="Kyiv", source="Interfax-Ukraine"
    ),
    "name with particles": Head(
        f"{T}\n\nPORT-AU-PRINCE, May 3 (AFP) - {BODY}", T, place="Port-au-Prince", source="AFP"
    ),
    "name with apostrophe": Head(
        f"{T}\n\nN'DJAMENA, May 3 (AFP) - {BODY}", T, place="N'Djamena", source="AFP"
    ),
    # datelines without an agency
    "capitals and dash": Head(f"{T}\n\nWASHINGTON — {BODY}", T, place="Washington"),
    "capitals, district": Head(f"{T}\n\nWASHINGTON, D.C. — {BODY}", T, place="Washington"),
    "small letters, district": Head(f"{T}\n\nWashington, D.C. – {BODY}", T, place="Washington"),
    "capitals and colon": Head(f"{T}\n\nISLAMABAD: {BODY}", T, place="Islamabad"),
    "date in brackets": Head(f"{T}\n\nGENEVA (3 May 2023) – {BODY}", T, "2023-05-03", "dateline", "Geneva"),
    "place and date": Head(f"{T}\n\nGeneva, 3 May 2023 – {BODY}", T, "2023-05-03", "dateline", "Geneva"),
    "article in place": Head(
        f"{T}\n\nThe Hague, 3 May 2023 – {BODY}", T, "2023-05-03", "dateline", "The Hague"
    ),
    "canadian": Head(
        f"{T}\n\nMay 3, 2023 – Ottawa, Ontario – Global Affairs Canada\n\n{BODY}",
        T,
        "2023-05-03",
        "dateline",
        "Ottawa",
        "Global Affairs Canada",
    ),
    "place and date alone": Head(
        f"{T}\n\nBrasilia, 3 May 2023\n\n{BODY}", T, "2023-05-03", "dateline", "Brasilia"
    ),
    "no title": Head(f"DAKAR, June 7 (AFP) - {BODY}", None, place="Dakar", source="AFP"),
    "no head at all": Head(BODY),
    # bylines and stamps
    "published and updated": Head(
        f"{T}\n\nBy Jane Doe in Suva\n\nPublished: 3 May 2023, 14:05 GMT\n\nUpdated: 4 May 2023, 08:00 GMT\n\n{BODY}",
        T,
        "2023-05-03T14:05",
        "byline",
        authors=("Jane Doe",),
    ),
    "updated first": Head(
        f"{T}\n\nUpdated 4 May 2023\nPublished 3 May 2023\n\n{BODY}", T, "2023-05-03", "byline"
    ),
    "only updated": Head(f"{T}\n\nLast updated on 4 May 2023\n\n{BODY}", T, "2023-05-04", "byline"),
    "byline with agency": Head(
        f"{T}\n\nBy Jane Doe and John Roe | Reuters\n\nMay 3, 2023\n\n{BODY}",
        T,
        "2023-05-03",
        "byline",
        source="Reuters",
        authors=("Jane Doe", "John Roe"),
    ),
    "byline and date in one line": Head(
        f"{T}\n\nBy Jane Doe, Associated Press | May 3, 2023 9:15 a.m. ET\n\n{BODY}",
        T,
        "2023-05-03T09:15",
        "byline",
        source="Associated Press",
        authors=("Jane Doe",),
    ),
    "byline with role": Head(
        f"{T}\n\nBy Jane Doe, diplomatic correspondent\n\n3 May 2023\n\n{BODY}",
        T,
        "2023-05-03",
        "byline",
        authors=("Jane Doe",),
    ),
    "name above date": Head(
        f"{T}\n\nJane Doe\n\nMay 3, 2023\n\n{BODY}", T, "2023-05-03", "byline", authors=("Jane Doe",)
    ),
    "staff": Head(
        f"{T}\n\nBy Reuters Staff\n\nMay 3, 2023\n\n{BODY}", T, "2023-05-03", "byline", source="Reuters"
    ),
    "weekday": Head(f"{T}\n\nWednesday, May 3, 2023 - 14:05\n\n{BODY}", T, "2023-05-03T14:05", "byline"),
    "ISO stamp": Head(f"{T}\n\n2023-05-03T14:05:00Z\n\n{BODY}", T, "2023-05-03T14:05", "byline"),
    "European numbers": Head(f"{T}\n\n03.05.2023 14:05\n\n{BODY}", T, "2023-05-03T14:05", "byline"),
    "section beside date": Head(f"{T}\n\n3 May 2023 | World\n\n{BODY}", T, "2023-05-03", "byline"),
    "month only": Head(f"{T}\n\nMay 2023\n\n{BODY}", T, "2023-05-01", "byline"),
    "deck between title and byline": Head(
        f"{T}\n\nDrivers hope for an end to weeks of waiting at the border.\n\nBy Jane Doe\n\nMay 3, 2023\n\n{BODY}",
        T,
        "2023-05-03",
        "byline",
        authors=("Jane Doe",),
        body="Drivers hope",
    ),
    "kicker above title": Head(f"WORLD NEWS\n\n{T}\n\nMay 3, 2023\n\n{BODY}", T, "2023-05-03", "byline"),
    "title with question mark": Head(
        f"Will the crossing reopen?\n\nBy Jane Doe\n\n{BODY}",
        "Will the crossing reopen?",
        authors=("Jane Doe",),
    ),
    "title with country and dash": Head(
        f"FIJI - Talks on fisheries resume\n\n{BODY}", "FIJI - Talks on fisheries resume"
    ),
    "title broken in two lines": Head(
        "Ministers agree to reopen northern crossing and\nto share water\n\nMay 3, 2023\n\n" + BODY,
        "Ministers agree to reopen northern crossing and to share water",
        "2023-05-03",
        "byline",
    ),
    # beginnings that are no head
    "prose that begins with a date": Head(
        f"On 3 May 2023 the ministers met in Riga for the first time.\n\n{BODY}", body="On 3 May 2023"
    ),
    "prose that begins with By": Head(
        f"By the time the ministers met, the drivers had gone home.\n\n{BODY}", body="By the time"
    ),
    "title that begins with By": Head(
        f"By road and by rail: the crossing reopens\n\n{BODY}", "By road and by rail: the crossing reopens"
    ),
    "date in the title": Head(
        f"Press Briefing – August 2, 2021\n\nJane Doe, Spokesperson\n\n{BODY}",
        "Press Briefing – August 2, 2021",
        authors=("Jane Doe",),
    ),
    "dates in the prose": Head(f"{T}\n\n{BODY}\n\nThe treaty of 4 March 1921 stays in force.", T),
    "quotation with a dated source": Head(
        f"{T}\n\n“We are neighbours and friends.”\n\n– President Roe, June 11, 2021\n\n{BODY}",
        T,
        body="“We are",
    ),
    "office in the title": Head(
        f"Foreign Minister Doe Meets President Roe\n\n{BODY}", "Foreign Minister Doe Meets President Roe"
    ),
    "ministry in the title": Head(
        f"Ministry of Foreign Affairs Summons Ambassador\n\n{BODY}",
        "Ministry of Foreign Affairs Summons Ambassador",
    ),
    "heading under the title": Head(f"{T}\n\nBackground\n\n{BODY}", T),
    "greeting": Head(f"Dear colleagues,\n\n{BODY}", body="Dear colleagues,"),
    "quotation first": Head(f"“We agreed.”\n\n{BODY}", body="“We agreed.”"),
    "sentence in capitals before a dash": Head(f"BREAKING — {BODY}", body="BREAKING — The two"),
    # governments
    "signed statement": Head(
        f"On the Crossing at Norrland\n\nMay 3, 2023\n\nJane Doe, Foreign Minister\n\n{BODY}",
        "On the Crossing at Norrland",
        "2023-05-03",
        "byline",
        authors=("Jane Doe",),
    ),
    "office first": Head(
        f"On the Crossing at Norrland\n\n3 May 2023\n\nNorrland Foreign Minister Jane Doe\n\n{BODY}",
        "On the Crossing at Norrland",
        "2023-05-03",
        "byline",
        authors=("Jane Doe",),
    ),
    "attributable": Head(
        f"Call with Minister Roe\n\nMay 3, 2023\n\nThe following is attributable to Spokesperson Jane Doe:\n\n{BODY}",
        "Call with Minister Roe",
        "2023-05-03",
        "byline",
        authors=("Jane Doe",),
    ),
    "letterhead": Head(
        f"Ministry of Foreign Affairs of Norrland\n\nFOR IMMEDIATE RELEASE\n\nMay 3, 2023\n\n{T}\n\n{BODY}",
        T,
        "2023-05-03",
        "byline",
        source="Ministry of Foreign Affairs of Norrland",
    ),
    "press release number": Head(
        f"Press Release No. 12/2023\n\n{T}\n\n3 May 2023\n\n{BODY}", T, "2023-05-03", "byline"
    ),
    "one paragraph a line, signature first": Head(
        f"Jane Doe, Secretary of State\n{BODY}".replace("\n\n", "\n"), None, authors=("Jane Doe",)
    ),
    "one paragraph a line, office first": Head(
        f"Office of the Spokesperson\n{BODY}".replace("\n\n", "\n"), None, source="Office of the Spokesperson"
    ),
    "place and venue": Head(
        f"Remarks on the Crossing\n\nMay 3, 2023\n\nJane Doe, Foreign Minister\n\nRiga, Latvia\n\nBlackheads House\n\n{BODY}",
        "Remarks on the Crossing",
        "2023-05-03",
        "byline",
        "Riga",
        authors=("Jane Doe",),
    ),
    "foot date": Head(f"{T}\n\n{BODY}\n\nRiga, 3 May 2023", T, "2023-05-03", "dateline", "Riga"),
    "released at the foot": Head(f"{T}\n\n{BODY}\n\nReleased on 3 May 2023", T, "2023-05-03", "byline"),
    "venue above place": Head(
        f"Remarks on the Crossing\n\nMay 3, 2023\n\nJane Doe, Foreign Minister\n\nBaltic Media Hub\n\nRiga, Latvia\n\nMODERATOR: {BODY}",
        "Remarks on the Crossing",
        "2023-05-03",
        "byline",
        "Riga",
        authors=("Jane Doe",),
    ),
    "two signatures": Head(
        f"Jane Doe, Foreign Minister\nNorrland Chancellor John Roe\nRiga, Latvia\nTown Hall\nMODERATOR: {BODY}",
        None,
        place="Riga",
        authors=("Jane Doe", "John Roe"),
    ),
    "office, then place": Head(
        f"Office of the Spokesperson\nRiga, Latvia\nMODERATOR: {BODY}",
        None,
        place="Riga",
        source="Office of the Spokesperson",
    ),
    "signature with a number": Head(
        f"Jane Doe, Coordinator for COVID-19 Response\nVia Teleconference\nMODERATOR: {BODY}",
        None,
        authors=("Jane Doe",),
    ),
    "markdown": Head(f"# {T}\n\n*3 May 2023*\n\n{BODY}", T, "2023-05-03", "byline"),
}


def published(document: Document) -> str | None:
    date = document.published
    if date is None:
        return None
    assert isinstance(date.start, dt.date)
    return date.start.isoformat() + (f"T{date.time}" if date.time else "")


def body(document: Document) -> str:
    return next(document.text[part.start : part.end] for part in document.layout if part.kind == "paragraph")


@pytest.mark.parametrize("head", [pytest.param(head, id=name) for name, head in HEADS.items()])
def test_head(head: Head) -> None:
    document = read_text(head.text, "x.txt")
    found = Head(
        head.text,
        document.title,
        published(document),
        document.published.basis if document.published else None,
        document.dateline.name if document.dateline else None,
        document.source,
        document.authors,
        head.body if body(document).startswith(head.body) else body(document),
    )
    assert found == head


@pytest.mark.parametrize(
    "head", [pytest.param(head, id=name) for name, head in HEADS.items() if head.published]
)
def test_published_has_its_evidence(head: Head) -> None:
    document = read_text(head.text, "x.txt")
    assert document.published is not None
    assert document.published.evidence is not None
    assert (
        document.published.evidence.of(document.text).strip("0123456789 ,-/.TZ:") == ""
        or "2023" in (document.published.evidence.of(document.text))
        or "2022" in document.published.evidence.of(document.text)
    )


@pytest.mark.parametrize("head", [pytest.param(head, id=name) for name, head in HEADS.items() if head.place])
def test_dateline_has_its_evidence(head: Head) -> None:
    document = read_text(head.text, "x.txt")
    assert document.dateline is not None
    assert document.dateline.evidence is not None
    assert document.dateline.evidence.of(document.text).casefold().startswith(str(head.place).casefold())
