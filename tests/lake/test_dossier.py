"""The dossier of two countries: data, Markdown, a page that loads nothing."""

from __future__ import annotations

import datetime as dt
import json
import re
from html.parser import HTMLParser
from types import ModuleType
from typing import Any

import msgspec
import pyarrow as pa
import pytest

from dragoman.errors import UsageError
from dragoman.lake import Lake, dossier_html, dossier_json, dossier_markdown

NASTY = "<script>alert(1)</script> *bold* [link](x) | `code`"


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory, appender: ModuleType) -> Lake:
    """Three documents of one coder; the second says it otherwise, the third has a nasty title."""
    made = Lake.create(tmp_path_factory.mktemp("dossier") / "lake")
    coded = [appender.specimen(number, "first") for number in (0, 3, 6)]
    turned = msgspec.structs.replace(coded[1].claims[0], stance="oppose", negated=True)
    coded[1] = msgspec.structs.replace(coded[1], claims=(turned,))
    head = msgspec.structs.replace(coded[2].document, title=NASTY, url="https://example.org/6")
    undated = msgspec.structs.replace(coded[2].events[0], date=None)
    coded[2] = msgspec.structs.replace(coded[2], document=head, events=(undated,))
    made.append(coded, coder="first")
    return made


def test_what_is_in_it(lake: Lake) -> None:
    dossier = lake.dossier("PER", "CHL")
    assert [country.name for country in dossier.countries] == ["Peru", "Chile"]
    assert [(deed.what, deed.is_reported, deed.day) for deed in dossier.engagements] == [
        ("meeting", False, dt.date(2020, 1, 1)),
        ("meeting", False, dt.date(2020, 4, 4)),
        ("meeting", True, dt.date(2020, 7, 7)),
    ]
    assert dossier.deeds == dossier.pledges == dossier.statements == ()
    assert [(one.speaker_countries, one.stance) for one in dossier.positions] == [
        (("CHL",), "support"),
        (("CHL",), "oppose"),
        (("CHL",), "support"),
    ]
    assert [(change.issue, change.changed, change.after.day) for change in dossier.changes] == [
        ("Peru", ("stance", "negation"), dt.date(2020, 4, 4)),
        ("Peru", ("stance", "negation"), dt.date(2020, 7, 7)),
    ]
    assert [
        (tally.source_country, tally.verbal_cooperation, tally.goldstein_mean) for tally in dossier.tallies
    ] == [
        ("PER", 3, 1.0),
        ("CHL", 3, 1.0),
    ]
    assert [source.number for source in dossier.sources] == [1, 2, 3]


def test_span_of_days_is_inclusive(lake: Lake) -> None:
    dossier = lake.dossier("CHL", "PER", start=dt.date(2020, 4, 4), end=dt.date(2020, 7, 6))
    assert [deed.day for deed in dossier.engagements] == [dt.date(2020, 4, 4)]
    assert [change.after.day for change in dossier.changes] == [dt.date(2020, 4, 4)]
    assert [source.published for source in dossier.sources] == [dt.date(2020, 1, 1), dt.date(2020, 4, 4)]


def test_every_line_has_its_source_and_words(lake: Lake) -> None:
    dossier = lake.dossier("CHL", "PER")
    numbers = {source.number: source for source in dossier.sources}
    lines: list[Any] = [*dossier.engagements, *dossier.positions]
    texts = {row["id"]: row["text"] for row in lake.query("SELECT id, text FROM documents").to_pylist()}
    assert lines
    for line in lines:
        assert line.words in texts[numbers[line.source].document]


@pytest.mark.parametrize(
    ("codes", "days", "said"),
    [
        (("CHL", "CHL"), (None, None), "two countries"),
        (("CHL", "XXX"), (None, None), "XXX is no country"),
        (("chl", "CHL"), (None, None), "two countries"),
        (("CHL", "chile"), (None, None), "chile is no country"),
        (("CHL", "PER"), (dt.date(2021, 1, 1), dt.date(2020, 1, 1)), "is before"),
    ],
)
def test_wrong_questions(codes: Any, days: Any, said: str, lake: Lake) -> None:
    with pytest.raises(UsageError, match=said):
        lake.dossier(*codes, start=days[0], end=days[1])


def test_codes_may_be_in_lower_case(lake: Lake) -> None:
    assert lake.dossier("chl", "Per") == lake.dossier("CHL", "PER")


def test_two_countries_without_a_word(lake: Lake) -> None:
    dossier = lake.dossier("FRA", "MLI")
    assert dossier.sources == ()
    assert "None." in dossier_markdown(dossier).decode()
    assert "No change." in dossier_html(dossier).decode()


def test_json_is_the_dossier(lake: Lake) -> None:
    plain = json.loads(dossier_json(lake.dossier("CHL", "PER")))
    assert plain["engagements"][0]["day"] == "2020-01-01"
    assert plain["sources"][2]["title"] == NASTY


def test_markdown_holds_no_markup_of_texts(lake: Lake) -> None:
    text = dossier_markdown(lake.dossier("CHL", "PER")).decode()
    assert text.startswith("# Chile and Peru\n")
    assert r"\<script\>alert(1)\</script\> \*bold\* \[link\](x) \| \`code\`" in text
    assert "- **reported 2020-07-07** meeting: Envoy 6 (CHL) and Peru (PER) [3]\n" in text
    assert "\n\n\n" not in text


class Page(HTMLParser):
    """What a page would load or run, and what its links point to."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.loads: list[str] = []
        self.links: set[str] = set()
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name in {"src", "srcset", "action"} or (tag == "link" and name == "href"):
                self.loads.append(f"{tag} {value}")
            if name == "href" and value:
                self.links.add(value)
            if name == "id" and value:
                self.ids.add(value)


def test_page_loads_and_runs_nothing(lake: Lake) -> None:
    html = dossier_html(lake.dossier("CHL", "PER")).decode()
    page = Page()
    page.feed(html)
    assert page.loads == []
    assert "script" not in page.tags
    assert "default-src 'none'" in html
    assert {link.removeprefix("#") for link in page.links} <= page.ids
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_style_is_the_one_that_the_policy_names(lake: Lake) -> None:
    import base64
    import hashlib

    html = dossier_html(lake.dossier("CHL", "PER")).decode()
    [style] = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in html


def test_sources_are_those_of_the_lines(lake: Lake) -> None:
    """Of what was said before the span, the words that a change starts from are named, and nothing else."""
    dossier = lake.dossier("CHL", "PER", start=dt.date(2020, 7, 1), end=dt.date(2020, 7, 31))
    assert [str(source.published) for source in dossier.sources] == ["2020-04-04", "2020-07-07"]
    [change] = dossier.changes
    assert (change.before.source, change.after.source) == (1, 2)
    assert [one.source for one in dossier.positions] == [2]


def test_undated_words_stand_in_the_span_without_ends_alone(tmp_path: Any, appender: ModuleType) -> None:
    lake = Lake.create(tmp_path / "lake")
    coded = appender.specimen(0, "first")
    undated = msgspec.structs.replace(coded.claims[0], date=None)
    head = msgspec.structs.replace(coded.document, published=None)
    lake.append([msgspec.structs.replace(coded, document=head, claims=(undated,))], coder="first")
    assert [one.day for one in lake.dossier("CHL", "PER").positions] == [None]
    for days in ({"start": dt.date(1900, 1, 1)}, {"end": dt.date(2100, 1, 1)}):
        assert lake.dossier("CHL", "PER", **days).positions == ()


def test_joint_words_are_one_line(tmp_path: Any, appender: ModuleType) -> None:
    lake = Lake.create(tmp_path / "lake")
    coded = appender.specimen(0, "first")
    claim = coded.claims[0]
    both = (claim.speakers[0], claim.partners[0])
    joint = msgspec.structs.replace(claim, speakers=both, partners=both)
    alone = msgspec.structs.replace(claim, id="c1")
    lake.append([msgspec.structs.replace(coded, claims=(joint, alone))], coder="first")
    lines = lake.dossier("PER", "CHL").positions
    assert [(one.claim, one.speaker_countries, one.other_countries) for one in lines] == [
        ("c0", ("PER", "CHL"), ("CHL", "PER")),
        ("c1", ("CHL",), ("PER",)),
    ]


def test_everyone_has_the_country_of_the_record(tmp_path: Any, appender: ModuleType) -> None:
    """Whichever country is asked for first, and whichever side the text names first."""
    lake = Lake.create(tmp_path / "lake")
    coded = appender.specimen(0, "first")
    event = coded.events[0]
    ally = msgspec.structs.replace(event.sources[0], name="Envoy of Bolivia", country="BOL")
    alone = msgspec.structs.replace(event, id="v1", sources=(*event.sources, *event.targets), targets=())
    joined = msgspec.structs.replace(event, id="v2", sources=(*event.sources, ally), mutual=False)
    lake.append([msgspec.structs.replace(coded, events=(event, alone, joined))], coder="first")
    for codes in (("CHL", "PER"), ("PER", "CHL")):
        dossier = lake.dossier(*codes)
        assert [
            [[(one.name, one.country) for one in side] for side in (deed.sources, deed.targets)]
            for deed in dossier.engagements
        ] == [
            [[("Envoy 0", "CHL")], [("Peru", "PER")]],
            [[("Envoy 0", "CHL"), ("Peru", "PER")], []],
            [[("Envoy 0", "CHL"), ("Envoy of Bolivia", "BOL")], [("Peru", "PER")]],
        ]
        text = dossier_markdown(dossier).decode()
        assert "meeting: Envoy 0 (CHL) and Peru (PER) [1]\n" in text
        assert "meeting: Envoy 0 (CHL), Envoy of Bolivia (BOL) → Peru (PER) [1]\n" in text
        assert "<bdi>Envoy 0</bdi> <abbr>CHL</abbr> and <bdi>Peru</bdi> <abbr>PER</abbr>" in (
            dossier_html(dossier).decode()
        )


def test_deeds_are_material_and_words_that_a_claim_tells_stand_once(
    tmp_path: Any, appender: ModuleType
) -> None:
    lake = Lake.create(tmp_path / "lake")
    coded = appender.specimen(0, "first")
    plain = msgspec.structs.replace(coded.events[0], form=None)
    events = [
        msgspec.structs.replace(plain, **facts)
        for facts in (
            {"id": "v1", "type": "AID", "status": "planned", "quad": 1},
            {"id": "v2", "type": "SANCTION", "quad": 4},
            {"id": "v3", "type": "THREATEN", "quad": 3},
            {"id": "v4", "type": "SUPPORT", "quad": 1, "claims": ("c0",)},
            {"id": "v5", "type": "SUPPORT", "quad": 1, "claims": ("c7",)},
            {"id": "v6", "type": "OWN_TYPE", "quad": 1},
            {"id": "v7", "form": "visit", "quad": 1, "claims": ("c0",)},
        )
    ]
    lake.append([msgspec.structs.replace(coded, events=tuple(events))], coder="first")
    dossier = lake.dossier("PER", "CHL")
    assert [
        [deed.event for deed in part] for part in (dossier.engagements, dossier.deeds, dossier.words)
    ] == [
        ["v7"],
        ["v1", "v2"],
        ["v3", "v5", "v6"],
    ]
    assert [one.claim for one in dossier.positions] == ["c0"]
    text = dossier_markdown(dossier).decode()
    assert text.index("## Deeds") < text.index("sanction") < text.index("## Other acts in words")
    assert 'id="words"' in dossier_html(dossier).decode()


def copied(appender: ModuleType, number: int, *events: Any) -> Any:
    """A document that tells the meeting of document 0, in these records."""
    coded = appender.specimen(number, "first")
    return msgspec.structs.replace(coded, events=events or (appender.specimen(0, "first").events[0],))


def links(*pairs: tuple[int, str, int, str, float]) -> pa.Table:
    return pa.Table.from_pylist(
        [
            {
                "document": f"{one:032d}", "event": event, "other_document": f"{other:032d}",
                "other_event": other_event, "score": score, "reason": "",
            }
            for one, event, other, other_event, score in pairs
        ]
    )  # fmt: skip


def test_a_linked_event_stands_once_and_is_counted_once(tmp_path: Any, appender: ModuleType) -> None:
    lake = Lake.create(tmp_path / "lake")
    event = appender.specimen(0, "first").events[0]
    undated = msgspec.structs.replace(event, date=None)
    again = msgspec.structs.replace(event, id="v1")
    parts = [(0, undated), (3, event), (6, event, again), (9, event)]
    lake.append([copied(appender, number, *events) for number, *events in parts], coder="first")
    before = lake.dossier("CHL", "PER")
    assert (len(before.engagements), before.linked, before.tallies[0].verbal_cooperation) == (5, False, 5)
    assert "has no links of events" in dossier_markdown(before).decode()
    assert "has no links of events" in dossier_html(before).decode()

    lake.derive(
        "event_links",
        links((0, "v0", 3, "v0", 0.9), (3, "v0", 6, "v0", 0.95), (0, "v0", 6, "v1", 0.88)),
    )
    after = lake.dossier("CHL", "PER")
    assert [(one.event, one.source, one.also_in) for one in after.engagements] == [
        ("v0", 2, (1, 3)),  # the dated one of the first two stands for the three
        ("v1", 3, ()),
        ("v0", 4, ()),
    ]
    assert after.linked
    assert [tally.verbal_cooperation for tally in after.tallies] == [3, 3]
    assert "Peru (PER) [2][1][3] 3 sources\n" in dossier_markdown(after).decode()
    assert "3 sources</span>" in dossier_html(after).decode()
    assert "no links of events" not in dossier_markdown(after).decode() + dossier_html(after).decode()
