"""Persons: who is named, how often one person counts, and for which country.

A row says what the text is and every person it names, as "Name/ISO3" or "Name/-" where no country can be
told.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge import Knowledge
from dragoman.parse import EnglishParser
from dragoman.records import Date, Document, Entity, Segment, Span
from dragoman.resolve.actors import find_actors
from dragoman.resolve.actors_scan import scan_document
from dragoman.resolve.persons_names import name_words, suits

DAY = dt.date(2023, 10, 4)

TITLED = [
    # id, text, persons
    ("demonym and title", "Kenyan Foreign Minister Grace Wanjiru arrived in Lima .", {"Grace Wanjiru/KEN"}),
    ("title of country", "President of the Swiss Confederation Renata Gehrig spoke .", {"Renata Gehrig/CHE"}),
    ("possessive owner", "Latvia's interior minister Juris Kalnins resigned .", {"Juris Kalnins/LVA"}),
    ("country after the name", "King Tadeo II of Tonga opened the hall .", {"Tadeo II/TON"}),
    ("unnamed country", "Deputy Minister Pavlo Sirko declined to comment .", {"Pavlo Sirko/-"}),
    ("surname only", "Chief Cabinet Secretary Morikawa met reporters in Nara .", {"Morikawa/-"}),
    (
        "short form in brackets",
        "Democratic Republic of the Congo (DRC) President Alain Mbuyi flew home .",
        {"Alain Mbuyi/COD"},
    ),
    (
        "formal country name",
        "Republic of Korea Vice Foreign Minister Baek Sun-woo will travel .",
        {"Baek Sun-woo/KOR"},
    ),
    ("scope before the name", "Special Envoy for Climate Dora Lindqvist left Oslo .", {"Dora Lindqvist/-"}),
    (
        "scope of several fields",
        "Norwegian Minister of Trade, Industry and Fisheries Arne Solbakk signed .",
        {"Arne Solbakk/NOR"},
    ),
    (
        "ambassador's receiving state",
        "Canadian Ambassador to Peru Louise Tremblay opened the fair .",
        {"Louise Tremblay/CAN"},
    ),
    (
        "two titles, one man",
        "Omani Deputy Prime Minister and Defense Minister Salim Al Harthy met them .",
        {"Salim Al Harthy/OMN"},
    ),
    (
        "slash between titles",
        "Danish Foreign Minister/Deputy Prime Minister Bent Aagard came .",
        {"Bent Aagard/DNK"},
    ),
    (
        "lower-case title",
        "The former prime minister of Bulgaria, Stefan Radev, was absent .",
        {"Stefan Radev/BGR"},
    ),
    ("opposition leader", "Zambian opposition leader Chanda Mulenga was arrested .", {"Chanda Mulenga/ZMB"}),
    ("abbreviated rank", "Gen. Otto Brandl commands the brigade .", {"Otto Brandl/-"}),
    ("state governor", "Ohio Governor Mike Danvers visited the plant .", {"Mike Danvers/USA"}),
    ("two-word surname", "Chilean President Camila Soto Vergara thanked him .", {"Camila Soto Vergara/CHL"}),
    ("counterpart", "She called her Finnish counterpart, Aino Virtala, on Sunday .", {"Aino Virtala/FIN"}),
    (
        "official of a body of many states",
        "NATO Secretary General Piet de Graaf spoke in Riga .",
        {"Piet de Graaf/-"},
    ),
    (
        "head of a ministry",
        "The head of the Estonian Ministry of Culture, Liis Tamm, agreed .",
        {"Liis Tamm/EST"},
    ),
    ("title and surname that is a word", "Ghanaian President Kofi Power said no .", {"Kofi Power/GHA"}),
    ("no person in a meeting", "The Foreign Ministers Meeting was held in Doha .", set()),
    ("no person in an office", "The Prime Minister Office was closed on Monday .", set()),
    ("no person in an order", "Executive Order 14001 was revoked .", set()),
    ("title without a name", "The Peruvian foreign minister arrived .", set()),
    ("name of a regime", "He condemned the Wurtzel regime .", set()),
]

LISTS = [
    (
        "country carried over",
        "Peruvian President Ana Quispe, Prime Minister Luis Roca, and Foreign Minister Eva Tello spoke .",
        {"Ana Quispe/PER", "Luis Roca/PER", "Eva Tello/PER"},
    ),
    (
        "plural title",
        "Foreign Ministers Li Guowei and Anton Melnikov signed the text .",
        {"Li Guowei/-", "Anton Melnikov/-"},
    ),
    (
        "plural title with a demonym",
        "Belgian Senators Marc Claes and Inge Wouters objected .",
        {"Marc Claes/BEL", "Inge Wouters/BEL"},
    ),
    (
        "no carry past another country",
        "Japanese Minister Abe Kenta and Vietnamese Minister Tran Van Duc met .",
        {"Abe Kenta/JPN", "Tran Van Duc/VNM"},
    ),
    (
        "place of the meeting",
        "The envoy flew to Rabat to meet with Foreign Minister Nadia Benali .",
        {"Nadia Benali/MAR"},
    ),
    (
        "place after the names",
        "He saw President Talal Odeh and Prime Minister Sami Khalil in Jordan .",
        {"Talal Odeh/JOR", "Sami Khalil/JOR"},
    ),
    (
        "signed for",
        "Dr. Akua Mensimah, Deputy Minister for Energy, signed for Ghana .",
        {"Akua Mensimah/GHA"},
    ),
    ("on behalf of", "Minister Oleg Baranko spoke on behalf of Belarus .", {"Oleg Baranko/BLR"}),
]

ORDERS = [
    (
        "family name first, Chinese",
        "Chinese Vice Premier Qiao Wenhao spoke . Qiao also visited a school .",
        {"Qiao Wenhao/CHN"},
    ),
    (
        "family name first, Korean",
        "South Korean Minister Park Jin-ho left . Park will return .",
        {"Park Jin-ho/KOR"},
    ),
    (
        "three parts, Korean",
        "North Korean leader Kim Song Nam watched . Kim praised the crew .",
        {"Kim Song Nam/PRK"},
    ),
    (
        "Vietnamese",
        "Vietnamese President Nguyen Thi Hoa arrived . Nguyen Thi Hoa left on Friday .",
        {"Nguyen Thi Hoa/VNM"},
    ),
    (
        "Japanese surname",
        "Japanese Foreign Minister Hoshino Ryota called . Hoshino was brief .",
        {"Hoshino Ryota/JPN"},
    ),
    (
        "Hispanic double surname",
        "Mexican Senator Rosa Ibarra Luna voted . Ibarra Luna left .",
        {"Rosa Ibarra Luna/MEX"},
    ),
    (
        "Arabic article",
        "Egyptian Minister Hatem Al Masry spoke . Minister al-Masry left .",
        {"Hatem Al Masry/EGY"},
    ),
    (
        "bin",
        "Saudi Foreign Minister Turki bin Nasser Al Faleh wrote . Prince Turki smiled .",
        {"Turki bin Nasser Al Faleh/SAU"},
    ),
    ("von", "German Minister Ursel von Brandt spoke . Von Brandt left .", {"Ursel von Brandt/DEU"}),
    ("de la", "Spanish Minister Pilar de la Torre spoke . De la Torre left .", {"Pilar de la Torre/ESP"}),
    (
        "van der",
        "Dutch Premier Joost van der Meer spoke . Mr. van der Meer left .",
        {"Joost van der Meer/NLD"},
    ),
    (
        "particle in capitals",
        "French Foreign Minister Yves Le Goff spoke . Minister Le Goff left .",
        {"Yves Le Goff/FRA"},
    ),
    ("initials", "Indian Minister A.K. Subraman spoke . Subraman left .", {"A.K. Subraman/IND"}),
    (
        "middle initial",
        "U.S. Ambassador Carol T. Hobson spoke . Ambassador Hobson left . Carol Hobson wrote .",
        {"Carol T. Hobson/USA"},
    ),
    ("junior", "U.S. Senator Walter Finch Jr. spoke . Finch left .", {"Walter Finch Jr./USA"}),
    (
        "hyphen",
        "Canadian Minister Anne-Marie Roy-Dubois spoke . Minister Roy-Dubois left .",
        {"Anne-Marie Roy-Dubois/CAN"},
    ),
    ("apostrophe", "Irish Minister Niall O'Hara spoke . O'Hara left .", {"Niall O'Hara/IRL"}),
    ("accents", "Czech Minister Zdeněk Růžek spoke . Minister Ruzek left .", {"Zdeněk Růžek/CZE"}),
    ("mononym under a title", "Indonesian Minister Sutarto spoke .", {"Sutarto/IDN"}),
    ("nickname", "Filipino Senator Ramon “Boy” Dizon spoke . Dizon left .", {"Ramon “Boy” Dizon/PHL"}),
    ("city as a surname", "British Minister Jack London spoke .", {"Jack London/GBR"}),
    ("country as a given name", "U.S. Senator Jordan Pruitt spoke .", {"Jordan Pruitt/USA"}),
    ("roman numeral", "King Mattias IV of Sweden spoke .", {"Mattias IV/SWE"}),
    (
        "Ethiopian",
        "Ethiopian Prime Minister Tesfaye Girma spoke . Tesfaye thanked them .",
        {"Tesfaye Girma/ETH"},
    ),
    ("Burmese honorific dropped", "Myanmar Minister Kyaw Zin Oo spoke .", {"Kyaw Zin Oo/MMR"}),
    (
        "Yoruba",
        "Nigerian Minister Oluwaseun Adebayo-Cole spoke . Minister Adebayo-Cole left .",
        {"Oluwaseun Adebayo-Cole/NGA"},
    ),
]

SHARED = [
    (
        "two men of one surname",
        "Kazakh President Arman Seitov and Prime Minister Daulet Seitov met .",
        {"Arman Seitov/KAZ", "Daulet Seitov/KAZ"},
    ),
    (
        "surname picked by title",
        "Kazakh President Arman Seitov and Prime Minister Daulet Seitov met . President Seitov left .",
        {"Arman Seitov/KAZ", "Daulet Seitov/KAZ"},
    ),
    ("a woman is no man of the name", "Mr. Hansen and Ms. Hansen voted .", {"Hansen/-"}),
    (
        "same surname, other country",
        "Danish Minister Jens Holm met Swedish Minister Karin Holm .",
        {"Jens Holm/DNK", "Karin Holm/SWE"},
    ),
]

UNTITLED = [
    ("subject of speech", "Amara Diallo told reporters that she was free .", {"Amara Diallo/-"}),
    ("age", "Ivo Tesar, 34, lived nearby .", {"Ivo Tesar/-"}),
    ("who", "Petra Lang, who chaired the panel, resigned .", {"Petra Lang/-"}),
    ("occupation", "Moldovan oligarch Vitalie Rusu fled .", {"Vitalie Rusu/MDA"}),
    ("occupation that no table lists", "Uruguayan midfielder Diego Pardo was injured .", {"Diego Pardo/URY"}),
    ("victim", "Police arrested Samuel Otieno in Nakuru .", {"Samuel Otieno/-"}),
    ("apposition", "Rania Haddad, a Syrian journalist, was detained .", {"Rania Haddad/SYR"}),
    (
        "list of names",
        "The winners are Maria Lopes, Kwame Boateng and Bui Tien Dat .",
        {"Maria Lopes/-", "Kwame Boateng/-", "Bui Tien Dat/-"},
    ),
    (
        "wife",
        "Georgian Minister Levan Beridze's wife, Nino Beridze, was there .",
        {"Levan Beridze/GEO", "Nino Beridze/GEO"},
    ),
    (
        "children by given name",
        "Albanian judge Artan Leka came with his children, Mira, Besa, and Ilir .",
        {"Artan Leka/ALB", "Mira/ALB", "Besa/ALB", "Ilir/ALB"},
    ),
    (
        "wife and son",
        "Serb banker Goran Ilic's wife and son, Jelena Ilic and Marko Ilic, were listed .",
        {"Goran Ilic/SRB", "Jelena Ilic/SRB", "Marko Ilic/SRB"},
    ),
    ("honorific", "Ms. Delacroix declined .", {"Delacroix/-"}),
    ("doctor", "Dr. Ngozi Eze led the team .", {"Ngozi Eze/-"}),
    ("city, not a person", "They drove from San Marcos to Santa Rosa .", set()),
    ("town and country", "The ship reached Port Harcourt, Nigeria .", set()),
    ("company", "Hyperion Motors recalled its cars .", set()),
    ("foundation", "The Amelia Hart Foundation gave money .", set()),
    ("airport", "Flights from Pablo Ruiz Airport were late .", set()),
    ("acronym", "The OECD and UNICEF agreed .", set()),
    ("people of a faith", "Muslims and Christians prayed .", set()),
    ("month", "In May the talks ended .", set()),
    ("prize", "She won the Carla Weiss Prize .", set()),
]

Actors = Callable[..., list[Entity]]


@pytest.fixture(scope="module")
def persons(parser: EnglishParser, knowledge: Knowledge) -> Actors:
    def read(text: str, **facts: object) -> list[Entity]:
        layout = facts.pop("layout", (Segment("paragraph", 0, len(text)),))
        day = Date(DAY, DAY, "day", "metadata")
        document = Document("", "t", None, None, None, (), "en", day, None, text, layout=layout)  # type: ignore[arg-type]
        tree = next(iter(parser.parse([document])))
        entities, _ = find_actors(scan_document(document, tree, knowledge))
        return [entity for entity in entities if entity.kind == "person"]

    return read


def _table(*tables: list[tuple[str, str, set[str]]]) -> list[object]:
    return [pytest.param(text, expected, id=name) for table in tables for name, text, expected in table]


@pytest.mark.parametrize(("text", "expected"), _table(TITLED, LISTS, ORDERS, UNTITLED))
def test_persons_and_countries(text: str, expected: set[str], persons: Actors) -> None:
    found = [f"{entity.name}/{entity.country or '-'}" for entity in persons(text)]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), _table(SHARED[:2], SHARED[3:]))
def test_shared_surnames_stay_apart(text: str, expected: set[str], persons: Actors) -> None:
    found = [f"{entity.name}/{entity.country or '-'}" for entity in persons(text)]
    assert sorted(found) == sorted(expected)


def test_a_man_and_a_woman_of_one_surname_are_two(persons: Actors) -> None:
    assert [entity.name for entity in persons("Mr. Hansen and Ms. Hansen voted .")] == ["Hansen", "Hansen"]


def test_byline_gives_person_office_and_issuing_country(persons: Actors) -> None:
    head = "Dana Whitlow, Department Spokesperson"
    text = head + "\n\nThe talks went on."
    layout = (Segment("byline", 0, len(head)), Segment("paragraph", len(head) + 2, len(text)))
    (person,) = persons(text, layout=layout)
    assert (person.name, person.country, person.basis, person.origin) == (
        "Dana Whitlow",
        "USA",
        "inferred",
        "issuer",
    )
    assert person.offices[0].title == "Department Spokesperson"
    assert person.offices[0].evidence == Span(14, 37)


def test_transcript_label_is_the_person_of_the_text(persons: Actors) -> None:
    label = "FOREIGN MINISTER LANGE"
    text = f"{label}: I thank you.\n\nNorwegian Foreign Minister Kari Lange spoke."
    start = len(label) + 2
    end = text.index("\n")
    layout = (
        Segment("paragraph", start, end, Span(0, len(label))),
        Segment("paragraph", end + 2, len(text)),
    )
    (person,) = persons(text, layout=layout)
    assert (person.name, person.country) == ("Kari Lange", "NOR")


def test_country_beside_the_name_is_text_a_neighbours_is_inferred(persons: Actors) -> None:
    first, second = persons("Peruvian President Ana Quispe and Prime Minister Luis Roca spoke .")
    assert (first.basis, first.origin) == ("text", None)
    assert (second.basis, second.origin) == ("inferred", "list")


def test_leader_is_known_from_the_table(persons: Actors, knowledge: Knowledge) -> None:
    tenure = next(
        t
        for t in knowledge.leaders.tenures
        if t.rank == "principal" and t.covers(DAY) and t.name == "Emmanuel Macron"
    )
    (person,) = persons("President Emmanuel Macron spoke on Monday .")
    assert (person.country, person.basis, person.origin) == ("FRA", "knowledge", "leaders")
    assert person.identity == "leader:FRA:Emmanuel Macron"
    assert person.offices[0].start == tenure.start


def test_former_office_is_marked(persons: Actors) -> None:
    (person,) = persons("Former Bulgarian Finance Minister Stefan Radev was charged .")
    assert person.offices[0].former
    assert person.country == "BGR"


NAMES = st.lists(
    st.text(st.characters(categories=["Lu", "Ll"], include_characters="-'"), min_size=1, max_size=8).filter(
        str.strip
    ),
    min_size=1,
    max_size=4,
)


@given(NAMES)
def test_a_name_suits_itself(parts: list[str]) -> None:
    words = name_words(" ".join(parts))
    assert suits(words, words) == bool(words)


@given(NAMES)
def test_comparing_ignores_case(parts: list[str]) -> None:
    name = " ".join(parts)
    assert name_words(name) == name_words(name.lower()) or name.lower().upper() != name.upper()


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Liu", "Liu Guozhong", True),
        ("Guozhong", "Liu Guozhong", True),
        ("Japarov", "Sadyr Japarov", True),
        ("Akylbek Japarov", "Sadyr Japarov", False),
        ("el-Sisi", "Abdel Fattah Al Sisi", True),
        ("P. Reeker", "Philip T. Reeker", True),
        ("Philip Reeker", "Philip T. Reeker", True),
        ("T. Reeker", "Anna Reeker", False),
        ("Le Drian", "Jean-Yves Le Drian", True),
        ("Ruzek", "Zdeněk Růžek", True),
        ("Abdullah", "Abdullah II", True),
        ("Kim", "Choe Son-hui", False),
    ],
)
def test_suits(short: str, full: str, expected: bool) -> None:
    assert suits(name_words(short), name_words(full)) is expected


COUNTRIES = [
    # id, text, person, country, rule
    (
        "office told elsewhere",
        "Foreign Minister Qiao Wenhao flew to Lima . China 's foreign minister begins each year so .",
        "Qiao Wenhao",
        ("CHN", "title elsewhere"),
    ),
    (
        "office of another holder",
        "Foreign Minister Qiao Wenhao met Peru 's foreign minister , Eva Tello .",
        "Qiao Wenhao",
        (None, None),
    ),
    (
        "a body of many states is no list's country",
        "Peruvian President Ana Quispe and UN Secretary-General Piet de Graaf spoke .",
        "Piet de Graaf",
        (None, None),
    ),
    (
        "led for a body of many states",
        "Special Envoy for Disarmament Marta Kovac led for the European Union .",
        "Marta Kovac",
        (None, None),
    ),
    (
        "American title",
        "Treasury Secretary Alan Whitby spoke . The United States will not wait .",
        "Alan Whitby",
        ("USA", "Secretary of State"),
    ),
    (
        "town of a meeting is no home",
        "In Bruges she met Foreign Minister Anton Melnikov .",
        "Anton Melnikov",
        (None, None),
    ),
    ("relative", "Her Georgian host was Levan Beridze . His wife , Nino , sang .", "Nino", (None, None)),
]


@pytest.mark.parametrize(
    ("text", "name", "expected"), [pytest.param(*row[1:], id=row[0]) for row in COUNTRIES]
)
def test_country_by_rule(
    text: str, name: str, expected: tuple[str | None, str | None], persons: Actors
) -> None:
    person = next(entity for entity in persons(text) if entity.name == name)
    assert (person.country, person.origin) == expected


STORY = [
    # id, title, body, persons
    (
        "victim of the titled country",
        "Statement on Moldova",
        "The two envoys deplore the detention of Ana Rusu and her brother Ion Rusu .",
        {"Ana Rusu/MDA", "Ion Rusu/MDA"},
    ),
    (
        "two countries in the title say nothing",
        "Moldova and Romania Open a Bridge",
        "The crowd cheered when Ana Rusu cut the ribbon .",
        {"Ana Rusu/-"},
    ),
]


@pytest.mark.parametrize(("title", "body", "persons"), [pytest.param(*row, id=name) for name, *row in STORY])
def test_country_of_the_story(
    title: str, body: str, persons: set[str], parser: EnglishParser, knowledge: Knowledge
) -> None:
    text = f"{title}\n\n{body}"
    layout = (Segment("title", 0, len(title)), Segment("paragraph", len(title) + 2, len(text)))
    document = Document("x", "x", None, None, title, (), "en", None, None, text, (), layout)
    tree = next(parser.parse([document]))
    entities, _ = find_actors(scan_document(document, tree, knowledge))
    found = {f"{e.name}/{e.country or '-'}" for e in entities if e.kind == "person"}
    assert found == persons
