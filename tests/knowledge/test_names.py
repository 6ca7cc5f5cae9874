"""What a form stands for, and what must not be found."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.gazetteer import Entry, Gazetteer
from dragoman.knowledge.spelling import ascii_form, spellings

FIRST = [
    # form, kind and identity of the likeliest entry, country
    ("Georgia", "country:GEO", "GEO"),
    ("Jordan", "country:JOR", "JOR"),
    ("Chad", "country:TCD", "TCD"),
    ("Turkey", "country:TUR", "TUR"),
    ("Türkiye", "country:TUR", "TUR"),
    ("Turkiye", "country:TUR", "TUR"),
    ("Guinea", "country:GIN", "GIN"),
    ("Equatorial Guinea", "country:GNQ", "GNQ"),
    ("Guinea-Bissau", "country:GNB", "GNB"),
    ("Papua New Guinea", "country:PNG", "PNG"),
    ("Niger", "country:NER", "NER"),
    ("Nigeria", "country:NGA", "NGA"),
    ("Nigerien", "country:NER", "NER"),
    ("Nigerian", "country:NGA", "NGA"),
    ("Congo", "country:COD", "COD"),
    ("Republic of the Congo", "country:COG", "COG"),
    ("DRC", "country:COD", "COD"),
    ("Dominica", "country:DMA", "DMA"),
    ("Dominican Republic", "country:DOM", "DOM"),
    ("Washington", "country:USA", "USA"),
    ("Paris", "country:FRA", "FRA"),
    ("Bishkek", "country:KGZ", "KGZ"),
    ("Kyrgyz", "country:KGZ", "KGZ"),
    ("Kyrgyzstani", "country:KGZ", "KGZ"),
    ("Emirati", "country:ARE", "ARE"),
    ("Britons", "country:GBR", "GBR"),
    ("U.S.", "country:USA", "USA"),
    ("UK", "country:GBR", "GBR"),
    ("DPRK", "country:PRK", "PRK"),
    ("ROK", "country:KOR", "KOR"),
    ("PRC", "country:CHN", "CHN"),
    ("Republic of China", "country:TWN", "TWN"),
    ("Burma", "country:MMR", "MMR"),
    ("Cape Verde", "country:CPV", "CPV"),
    ("Côte d’Ivoire", "country:CIV", "CIV"),
    ("Cote d'Ivoire", "country:CIV", "CIV"),
    ("Holy See", "country:VAT", "VAT"),
    ("Kosovo", "country:XKX", "XKX"),
    ("Hong Kong", "country:HKG", "HKG"),
    ("Palestinian", "country:PSE", "PSE"),
    ("Kremlin", "country:RUS", "RUS"),
    ("Foggy Bottom", "country:USA", "USA"),
    ("White House", "country:USA", "USA"),
    ("Downing Street", "country:GBR", "GBR"),
    ("Élysée", "country:FRA", "FRA"),
    ("Quai d'Orsay", "country:FRA", "FRA"),
    ("Zhongnanhai", "country:CHN", "CHN"),
    ("Blue House", "country:KOR", "KOR"),
    ("Pentagon", "country:USA", "USA"),
    ("Guam", "country:GUM", "USA"),
    ("Greenland", "country:GRL", "DNK"),
    ("Crimea", "region:UA-43", "UKR"),
    ("Abkhazia", "region:GE-AB", "GEO"),
    ("Transnistria", "region:MD-SN", "MDA"),
    ("Northern Cyprus", "place:northern-cyprus", "CYP"),
    ("Somaliland", "place:somaliland", "SOM"),
    ("West Bank", "region:PS.WE", "PSE"),
    ("Sahel", "place:sahel", None),
    ("Tibetan", "place:tibetan", "CHN"),
    ("Kharkov", "city:706483", "UKR"),
    ("Bombay", "city:1275339", "IND"),
    ("Peking", "city:1816670", "CHN"),
    ("New York", "city:5128581", "USA"),
    ("Nice, France", "city:2990440", "FRA"),
    ("UN", "igo:UN", None),
    ("United Nations", "igo:UN", None),
    ("Security Council", "igo:UNSC", None),
    ("Russian Security Council", "organization:SC-RUS", "RUS"),
    ("NATO", "igo:NATO", None),
    ("Knesset", "legislature:KNESSET", "ISR"),
    ("Hezbollah", "armed_group:HEZBOLLAH", "LBN"),
    ("State Department", "organization:STATE-DEPT", "USA"),
    ("Xinhua", "organization:XINHUA", "CHN"),
    ("MSF", "ngo:MSF", None),
    ("Belt and Road Initiative", "initiative:belt-and-road", "CHN"),
]

SILENT = [
    "Of",
    "Most",
    "Price",
    "Male",
    "Police",
    "Mobile",
    "Than",
    "Date",
    "First",
    "Ten",
    "Region",
    "Northern",
]
SILENT += ["Kennedy", "Vladimir", "Nelson", "Mandela", "Jackson", "Wilson", "Van", "Rivers", "Niger State "]


@pytest.mark.parametrize(("form", "identity", "country"), FIRST, ids=[row[0] for row in FIRST])
def test_likeliest_meaning(form, identity, country, knowledge):
    entries = knowledge.gazetteer.get(form)
    assert entries, f"{form} is unknown"
    assert (entries[0].identity, entries[0].country) == (identity, country)


@pytest.mark.parametrize("form", SILENT)
def test_words_and_names_are_no_places(form, knowledge):
    assert knowledge.gazetteer.get(form) == ()


NAMESAKES = [
    ("Georgia", {"GEO", "USA"}),
    ("Congo", {"COD", "COG"}),
    ("Punjab", {"PAK", "IND"}),
    ("Birmingham", {"GBR", "USA"}),
    ("Valencia", {"ESP", "VEN"}),
    ("Tripoli", {"LBY", "LBN"}),
    ("Dominican", {"DOM", "DMA"}),
]


@pytest.mark.parametrize(("form", "countries"), NAMESAKES, ids=[row[0] for row in NAMESAKES])
def test_namesakes_are_all_given(form, countries, knowledge):
    assert countries <= {entry.country for entry in knowledge.gazetteer.get(form)}


LONGEST = [
    ("Equatorial Guinea's envoy met the president of Guinea.", ["Equatorial Guinea", "Guinea"]),
    ("South Korean and North Korean officers spoke.", ["South Korean", "North Korean"]),
    ("The New York Times wrote from New York.", ["The New York Times", "New York"]),
    (
        "Talks between the Democratic Republic of the Congo and Rwanda",
        ["Democratic Republic of the Congo", "Rwanda"],
    ),
    ("U.S.-China talks", ["U.S.", "China"]),
    ("Sino-Indian border", ["Sino-", "Indian"]),
    ("the People's Republic of China’s envoy", ["People's Republic of China"]),
    ("Sana’a and Sana'a", ["Sana’a", "Sana'a"]),
    ("Chadian, Chadwick", ["Chadian"]),
]


@pytest.mark.parametrize(("text", "found"), LONGEST, ids=[row[0] for row in LONGEST])
def test_the_longest_name_wins(text, found, knowledge):
    assert [text[hit.start : hit.end] for hit in knowledge.gazetteer.find(text)] == found


def test_acronym_and_full_name_share_an_identity(knowledge):
    for pair in (
        ("IAEA", "International Atomic Energy Agency"),
        ("PKK", "Kurdistan Workers' Party"),
        ("AU", "African Union"),
    ):
        first, second = (knowledge.gazetteer.get(form)[0].identity for form in pair)
        assert first == second


def test_a_place_outranks_the_issue_of_its_name(knowledge):
    kinds = [entry.kind for entry in knowledge.gazetteer.get("Taiwan")]
    assert kinds[0] == "country"
    assert kinds[-1] == "issue"


def test_doubtful_forms_are_known_places(knowledge):
    assert {"Nice", "Victoria", "Split"} <= knowledge.doubtful
    assert "Bishkek" not in knowledge.doubtful


def entry(name: str, kind: str = "city", weight: float = 0.0) -> Entry:
    return Entry(kind, f"{kind}:{name}", name, None, None, "test", weight=weight)  # type: ignore[arg-type]


def test_order_of_entries_is_by_kind_then_weight():
    small, large = entry("Small", weight=1.0), entry("Large", weight=2.0)
    land, issue = entry("Land", kind="country"), entry("Issue", kind="issue", weight=9.0)
    gazetteer = Gazetteer([("Name", one) for one in (issue, small, land, large, small)])
    assert gazetteer.get("Name") == (land, large, small, issue)


@given(st.text(alphabet="ab AB'’-.é", max_size=40))
def test_hits_never_overlap_and_begin_and_end_at_words(text):
    gazetteer = Gazetteer([(form, entry(form)) for form in ("a", "ab", "A b", "b-a", "é", "a'b", "A.B.")])
    hits = gazetteer.find(text)
    assert all(left.end <= right.start for left, right in pairwise(hits))
    for hit in hits:
        assert text[hit.start : hit.end].replace("’", "'") == hit.entries[0].name
        assert not (hit.start and text[hit.start - 1].isalnum() and text[hit.start].isalnum())
        assert not (hit.end < len(text) and text[hit.end].isalnum() and text[hit.end - 1].isalnum())


@given(st.text(max_size=20))
def test_ascii_form_is_stable(text):
    assert ascii_form(ascii_form(text)) == ascii_form(text)
    assert next(spellings(text)) == text
