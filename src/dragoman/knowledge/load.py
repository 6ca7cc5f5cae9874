"""Everything known, loaded once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from dragoman.errors import TableError
from dragoman.knowledge.agents import load_agents
from dragoman.knowledge.countries import Country, country_forms, load_countries
from dragoman.knowledge.dated_roles import DatedRoles
from dragoman.knowledge.gazetteer import Entry, Gazetteer
from dragoman.knowledge.leaders import Leaders, load_leaders
from dragoman.knowledge.organizations import organization_forms
from dragoman.knowledge.places import doubtful_forms, place_forms
from dragoman.knowledge.spelling import spellings
from dragoman.knowledge.tables import FOLDER, read_csv, read_yaml
from dragoman.knowledge.titles import Titles, load_titles

GIVEN_NAME_COLUMNS = ("name", "gender", "origin")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All tables.

    `agents` gives the PLOVER sector of a common noun for people ("policemen": COP), in lower case, singular
    and plural. `given_names` gives "m" or "f" for a given name that speaks for one gender ("Amara").
    `dated_roles` knows ministers and other officials of older news (to 2014). `common_words` are words, in small letters, that a capital makes remarkable. `doubtful` are forms of places that
    are as often a personal name or a word: they need support from the text ("in Nice", "Nice, France").
    """

    gazetteer: Gazetteer
    countries: Mapping[str, Country]
    leaders: Leaders
    dated_roles: DatedRoles
    agents: Mapping[str, str]
    titles: Titles
    given_names: Mapping[str, str]
    common_words: frozenset[str]
    doubtful: frozenset[str]


@cache
def load_knowledge() -> Knowledge:
    """Load every table; later calls return the same object.

    Raises:
        TableError: If a table is missing or malformed.
    """
    countries = load_countries()
    return Knowledge(
        gazetteer=Gazetteer(_forms(countries)),
        countries=countries,
        leaders=load_leaders(),
        dated_roles=DatedRoles(),
        agents=load_agents(),
        titles=load_titles(),
        doubtful=doubtful_forms(),
        given_names={name: gender for name, gender, _ in read_csv("given_names", GIVEN_NAME_COLUMNS)},
        common_words=frozenset(word for (word,) in read_csv("common_words", ("word",))),
    )


def _forms(countries: Mapping[str, Country]) -> Iterator[tuple[str, Entry]]:
    return chain(
        country_forms(countries), organization_forms(countries), place_forms(countries), _initiative_forms()
    )


def _initiative_forms() -> Iterator[tuple[str, Entry]]:
    if not (FOLDER / "initiatives.yaml").exists():
        return
    for item in read_yaml("initiatives")["entries"]:
        try:
            lat, lon = item.get("coords") or (None, None)
            entry = Entry(
                item["kind"],
                f"{item['kind']}:{item['id']}",
                item["name"],
                item["country"],
                None,
                "initiatives",
                lat,
                lon,
            )
            forms = item["forms"]
        except (KeyError, TypeError, ValueError) as error:
            raise TableError("initiatives.yaml", f"malformed entry {item!r} ({error!r})") from error
        for form in {entry.name, *forms}:
            for spelling in spellings(form):
                yield spelling, entry
