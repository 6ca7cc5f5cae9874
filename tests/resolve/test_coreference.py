"""Pronouns and nominals through the real parser and the real resolver.

In each text one expression stands in square brackets; the row names whom it must stand for, nobody for an
empty set.
"""

from __future__ import annotations

import pytest

from dragoman.knowledge import Knowledge
from dragoman.parse import EnglishParser
from dragoman.records import Document, Segment
from dragoman.resolve import resolve
from dragoman.resolve.resolved import Resolved

PERSONS = [
    # id, text, expected
    (
        "he, subject of the sentence before",
        "Foreign Minister Tomas Varga visited Lisbon on Monday. [He] praised the port.",
        {"Tomas Varga"},
    ),
    (
        "she by given name",
        "Foreign Minister Elena Petrescu met President Karim Haddad. [She] welcomed the accord.",
        {"Elena Petrescu"},
    ),
    (
        "he by given name",
        "Foreign Minister Elena Petrescu met President Karim Haddad. [He] welcomed the accord.",
        {"Karim Haddad"},
    ),
    (
        "she by honorific",
        "Ms. Okonjo and Mr. Brandt opened the talks. [She] spoke first.",
        {"Okonjo"},
    ),
    ("he by honorific", "Ms. Okonjo and Mr. Brandt opened the talks. [He] spoke last.", {"Brandt"}),
    (
        "king is he",
        "King Harald received Queen Margrethe in Oslo. [He] offered a banquet.",
        {"Harald"},
    ),
    (
        "queen is she",
        "King Harald received Queen Margrethe in Oslo. [She] offered a gift.",
        {"Margrethe"},
    ),
    (
        "object pronoun",
        "President Nikola Horvat landed in Cairo. Prime Minister Samir Nassar greeted [him] at the airport.",
        {"Nikola Horvat"},
    ),
    (
        "possessive of the subject",
        "Prime Minister Samir Nassar thanked [his] advisers.",
        {"Samir Nassar"},
    ),
    (
        "possessive after a verb of speech",
        "President Maria Lopes said [her] country would join the pact.",
        {"Maria Lopes"},
    ),
    (
        "subject of the reported clause",
        "President Maria Lopes said [she] would attend the summit.",
        {"Maria Lopes"},
    ),
    (
        "not a co-argument",
        "President Karim Haddad met Prime Minister Samir Nassar, who thanked [him] for the aid.",
        {"Karim Haddad"},
    ),
    ("reflexive", "President Maria Lopes described [herself] as an optimist.", {"Maria Lopes"}),
    (
        "reflexive himself",
        "Karim Haddad, the president, called [himself] a friend of Italy. Samir Nassar agreed.",
        {"Karim Haddad"},
    ),
    (
        "chain of speech",
        "Minister Tomas Varga said talks had stalled. [He] added that a date was open.",
        {"Tomas Varga"},
    ),
    (
        "fronted phrase",
        "During [his] stay, Foreign Minister Tomas Varga also toured a shipyard.",
        {"Tomas Varga"},
    ),
    (
        "fronted clause",
        "Before [she] left for Rome, President Maria Lopes called a cabinet meeting.",
        {"Maria Lopes"},
    ),
    (
        "over two sentences",
        "President Maria Lopes arrived in Rome on Friday for talks with bankers. The visit lasts "
        "three days. [She] will address the senate.",
        {"Maria Lopes"},
    ),
    (
        "what she was, she stays",
        "Ambassador Kiran Solberg spoke on Friday. She called for calm. Governor Paul Reyes replied. "
        "[She] then left the hall.",
        {"Kiran Solberg"},
    ),
    (
        "inside a quotation, somebody else",
        'Prime Minister Samir Nassar arrived on Monday. "[He] has earned our trust," President Karim '
        "Haddad said.",
        {"Samir Nassar"},
    ),
    (
        "relative pronoun",
        "Foreign Minister Tomas Varga, [who] arrived on Monday, toured a shipyard.",
        {"Tomas Varga"},
    ),
    (
        "relative possessive",
        "Foreign Minister Tomas Varga, [whose] term ends in May, toured a shipyard.",
        {"Tomas Varga"},
    ),
    ("no antecedent", "[He] was seen at the airport.", set()),
    (
        "somebody unnamed",
        "Minister Tomas Varga met a fisherman. The fisherman said [he] had lost a boat.",
        set(),
    ),
    (
        "an unnamed woman is no named man",
        "President Karim Haddad embraced a nurse. [She] wept.",
        set(),
    ),
    (
        "thanked for his own deed",
        "Chancellor Jonas Weber thanked President Karim Haddad for [his] offer.",
        {"Karim Haddad"},
    ),
    (
        "no pronoun in a style of address",
        "Chancellor Jonas Weber met with [Her] Majesty Queen Margrethe.",
        set(),
    ),
    (
        "she in an apposition's name",
        "Ingrid Dahl, the foreign minister, landed in Rabat. [She] will stay a week.",
        {"Ingrid Dahl"},
    ),
    (
        "family name first tells no gender",
        "Foreign Minister Li Wei met Ms. Dahl. [He] praised the talks.",
        {"Li Wei"},
    ),
    (
        "Slavic family name",
        "Prosecutor Petrova questioned Minister Tomas Varga. [She] filed charges.",
        {"Petrova"},
    ),
    (
        "owner inside the subject",
        "President Karim Haddad arrived on Monday. [His] wife stayed at home.",
        {"Karim Haddad"},
    ),
    (
        "main subject outranks a nested name",
        "Foreign Minister Tomas Varga rejected the plan of President Nikola Horvat. [He] called it a "
        "dead end.",
        {"Tomas Varga"},
    ),
    (
        "by the office of the other",
        "Chancellor Jonas Weber wrote to Prime Minister Maria Lopes. [Her] reply came on Friday.",
        {"Maria Lopes"},
    ),
]

PLURALS = [
    # id, text, expected
    (
        "two coordinated persons",
        "President Karim Haddad and Prime Minister Samir Nassar met on Monday. [They] signed an accord.",
        {"Karim Haddad", "Samir Nassar"},
    ),
    (
        "possessive of two",
        "President Karim Haddad and Prime Minister Samir Nassar ended [their] talks.",
        {"Karim Haddad", "Samir Nassar"},
    ),
    (
        "two countries",
        "Norway and Morocco signed a treaty. [They] will share satellite data.",
        {"Morocco", "Norway"},
    ),
    (
        "reporting clause at the end",
        "President Karim Haddad and Prime Minister Samir Nassar met on Monday.\n\nTrade will grow "
        "and improve people's lives, [they] said.",
        {"Karim Haddad", "Samir Nassar"},
    ),
    (
        "unnamed people",
        "Rescuers pulled forty sailors from the sea off Malta. [They] were taken to a clinic.",
        set(),
    ),
    ("things", "Norway sold two ferries to Morocco. [They] sail from Tangier.", set()),
    (
        "who met with whom",
        "President Karim Haddad met with Chancellor Jonas Weber on Monday. [They] discussed gas.",
        {"Jonas Weber", "Karim Haddad"},
    ),
    (
        "who spoke to whom",
        "Ms. Dahl spoke by phone with Mr. Brandt. [They] agreed on a date.",
        {"Brandt", "Dahl"},
    ),
    (
        "themselves",
        "President Karim Haddad and Prime Minister Samir Nassar praised [themselves].",
        {"Karim Haddad", "Samir Nassar"},
    ),
    (
        "things do not speak",
        "Norway and Morocco signed two treaties on ferries. [They] said trade would grow.",
        {"Morocco", "Norway"},
    ),
]

IT = [
    # id, text, expected
    ("country", "Morocco has raised its tariffs. [It] will review them in June.", {"Morocco"}),
    ("possessive of a country", "Morocco said [its] ports would reopen.", {"Morocco"}),
    (
        "body",
        "NATO held a drill. [It] plans another in spring.",
        {"North Atlantic Treaty Organization"},
    ),
    ("it is clear that", "Morocco raised tariffs. [It] is clear that trade will suffer.", set()),
    ("it is important to", "Norway sent aid. [It] is important to keep the road open.", set()),
    ("it was reported that", "Norway sent aid. [It] was reported that the road was closed.", set()),
    ("it seems that", "Norway sent aid. [It] seems that the road is closed.", set()),
    ("it is time to", "Norway sent aid. [It] is time to open the road.", set()),
    ("weather", "Norway sent aid. [It] rained all night.", set()),
    ("made it possible to", "Norway made [it] possible to open the road.", set()),
    ("cleft", "Norway sent aid. [It] was the minister who asked for aid.", set()),
    ("a thing", "A bridge was opened in Norway. [It] is the longest in the north.", set()),
    ("hoped that", "Norway sent aid. [It] is hoped that the road will open.", set()),
    ("takes to", "Norway sent aid. [It] takes courage to cross the pass.", set()),
    ("itself", "Morocco sees [itself] as a bridge to Africa.", {"Morocco"}),
    (
        "its of the subject outside the sentence",
        "Norway has raised tariffs. [Its] exports fell.",
        {"Norway"},
    ),
]

NOMINALS = [
    # id, text, expected
    (
        "the two leaders",
        "President Karim Haddad met Chancellor Jonas Weber in Berlin. [The two leaders] discussed gas.",
        {"Jonas Weber", "Karim Haddad"},
    ),
    (
        "the two ministers",
        "Norwegian Foreign Minister Ingrid Dahl met Moroccan Foreign Minister Youssef Alami. [The "
        "two ministers] signed a treaty.",
        {"Ingrid Dahl", "Youssef Alami"},
    ),
    (
        "the ministers",
        "Norwegian Foreign Minister Ingrid Dahl met Moroccan Foreign Minister Youssef Alami. [The "
        "ministers] signed a treaty.",
        {"Ingrid Dahl", "Youssef Alami"},
    ),
    (
        "the pair",
        "President Karim Haddad met Chancellor Jonas Weber in Berlin. [The pair] discussed gas.",
        {"Jonas Weber", "Karim Haddad"},
    ),
    (
        "the trio",
        "President Karim Haddad, Chancellor Jonas Weber and Prime Minister Samir Nassar met in "
        "Berlin. [The trio] discussed gas.",
        {"Jonas Weber", "Karim Haddad", "Samir Nassar"},
    ),
    (
        "the two sides",
        "Norway and Morocco opened talks on fishing. [The two sides] agreed on quotas.",
        {"Morocco", "Norway"},
    ),
    (
        "both sides",
        "Norway and Morocco opened talks on fishing. [Both sides] agreed on quotas.",
        {"Morocco", "Norway"},
    ),
    (
        "the two countries",
        "Norway and Morocco opened talks. Trade between [the two countries] has doubled.",
        {"Morocco", "Norway"},
    ),
    (
        "both countries",
        "Norwegian Foreign Minister Ingrid Dahl arrived in Morocco. The sea divides [both countries].",
        {"Morocco", "Norway"},
    ),
    (
        "unnamed heads of state stand for their countries",
        "Norway and Morocco opened talks. [The two heads of state] will meet in May.",
        {"Morocco", "Norway"},
    ),
    (
        "the president",
        "President Karim Haddad arrived on Monday. [The president] will stay for two days.",
        {"Karim Haddad"},
    ),
    (
        "the prime minister",
        "President Karim Haddad met Prime Minister Samir Nassar. [The prime minister] praised the talks.",
        {"Samir Nassar"},
    ),
    (
        "the minister by office",
        "Foreign Minister Ingrid Dahl met President Karim Haddad. [The minister] praised the talks.",
        {"Ingrid Dahl"},
    ),
    (
        "the visiting minister",
        "President Karim Haddad received Foreign Minister Ingrid Dahl. [The visiting minister] "
        "praised the talks.",
        {"Ingrid Dahl"},
    ),
    (
        "the secretary",
        "Foreign Secretary Ruth Carver spoke with President Karim Haddad. [The secretary] urged calm.",
        {"Ruth Carver"},
    ),
    ("the country", "Fishing feeds many in Morocco. [The country] exports sardines.", {"Morocco"}),
    ("the government", "Morocco closed two ports. [The government] blamed a storm.", {"Morocco"}),
    (
        "the alliance",
        "NATO held a drill. [The alliance] plans another in spring.",
        {"North Atlantic Treaty Organization"},
    ),
    (
        "the bloc",
        "The European Union fined two banks. [The bloc] may fine a third.",
        {"European Union"},
    ),
    (
        "nobody holds the office",
        "Foreign Minister Ingrid Dahl arrived. [The bishop] welcomed the guests.",
        set(),
    ),
    (
        "too few for two",
        "President Karim Haddad opened a school. [The two ministers] were absent.",
        set(),
    ),
    ("indefinite is new", "President Karim Haddad arrived. [A president] needs patience.", set()),
    (
        "the two as a subject",
        "President Karim Haddad met with Chancellor Jonas Weber. [The two] later signed an accord.",
        {"Jonas Weber", "Karim Haddad"},
    ),
    (
        "both leaders of unequal rank",
        "Foreign Secretary Ruth Carver spoke with President Karim Haddad. [Both leaders] stressed trade.",
        {"Karim Haddad", "Ruth Carver"},
    ),
    (
        "the country most spoken of",
        "Morocco exports fish. Morocco's ports are busy, and a ferry links them to Spain. [The "
        "country] also sells fruit.",
        {"Morocco"},
    ),
    (
        "both is no pair here",
        "Both the fish and [both] of the boats were sold. Norway and Morocco paid.",
        set(),
    ),
]

FIRST_PERSON = [
    # id, text, expected
    ("I in a quotation", '"[I] am hopeful," said Foreign Minister Ingrid Dahl.', {"Ingrid Dahl"}),
    (
        "my in a quotation",
        'Foreign Minister Ingrid Dahl said: "It is [my] duty to warn."',
        {"Ingrid Dahl"},
    ),
    (
        "we in a quotation",
        '"[We] will reopen the port," Foreign Minister Ingrid Dahl told reporters.',
        {"Ingrid Dahl"},
    ),
    (
        "second part of a quotation",
        '"The talks were hard," said Foreign Minister Ingrid Dahl. "[I] expect progress."',
        {"Ingrid Dahl"},
    ),
    (
        "speaker by pronoun",
        'Foreign Minister Ingrid Dahl spoke in Bergen. "[I] expect progress," she said.',
        {"Ingrid Dahl"},
    ),
    (
        "institutional we",
        "The United States condemns the attack. [We] stand with the people of Norway.",
        {"United States"},
    ),
    (
        "institutional our",
        "The United States welcomes the vote. Norway is one of [our] oldest friends.",
        {"United States"},
    ),
    (
        "we of a joint statement",
        "Joint Statement by Norway and Morocco\n\n[We] agreed today to share satellite data.",
        {"Morocco", "Norway"},
    ),
    ("nobody speaks", '"[I] saw nothing."', set()),
    (
        "the orator",
        "President Karim Haddad delivered the following remarks in Rabat. [I] thank you all.",
        {"Karim Haddad"},
    ),
]


def read_text(text: str, parser: EnglishParser, knowledge: Knowledge) -> Resolved:
    """A document of plain paragraphs, resolved."""
    layout, offset = [], 0
    for paragraph in text.split("\n\n"):
        layout.append(Segment("paragraph", offset, offset + len(paragraph)))
        offset += len(paragraph) + 2
    document = Document("d", "d", None, None, None, (), "en", None, None, text, (), tuple(layout))
    tree = next(iter(parser.parse([document])))
    return resolve(document, tree, knowledge)


def names_between(resolved: Resolved, start: int, end: int) -> set[str]:
    """Names of what the mentions that begin between two code points stand for."""
    tree = resolved.tree
    return {
        resolved.entities[number].name
        for mention in resolved.mentions
        if start <= tree.start[mention.first] < end
        for number in mention.entities
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*row, id=name) for name, *row in PERSONS + PLURALS + IT + NOMINALS + FIRST_PERSON],
)
def test_stands_for(text: str, expected: set[str], parser: EnglishParser, knowledge: Knowledge) -> None:
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    assert names_between(read_text(plain, parser, knowledge), start, end) == expected
