"""Everything known, loaded once."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import chain

from dragoman.knowledge.agents import load_agents
from dragoman.knowledge.countries import Country, country_forms, load_countries
from dragoman.knowledge.dated_roles import DatedRoles
from dragoman.knowledge.gazetteer import Gazetteer
from dragoman.knowledge.initiatives import initiative_forms
from dragoman.knowledge.leaders import Leaders, load_leaders
from dragoman.knowledge.organizations import organization_forms
from dragoman.knowledge.places import doubtful_forms, place_forms
from dragoman.knowledge.tables import read_csv
from dragoman.knowledge.titles import Titles, load_titles

GIVEN_NAME_COLUMNS = ("name", "gender", "origin")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All tables.

    Attributes:
        gazetteer: Every form of every country, place, body and initiative.
        countries: By ISO 3166-1 alpha-3 code.
        leaders: Heads of state and government with tenures.
        dated_roles: Ministers and other officials of older news (to 2014).
        agents: PLOVER sector of a common noun for people ("policemen": COP), in lower case, singular and
            plural.
        titles: Words of office titles.
        given_names: "m" or "f" for a given name that speaks for one gender ("Amara").
        common_words: Words, in small letters, that a capital makes remarkable.
        doubtful: Forms of places that are as often a personal name or a word: they need support from the text
            ("in Nice", "Nice, France").
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
    with _collector_paused():
        countries = load_countries()
        forms = (country_forms, organization_forms, place_forms, initiative_forms)
        return Knowledge(
            gazetteer=Gazetteer(chain.from_iterable(table(countries) for table in forms)),
            countries=countries,
            leaders=load_leaders(),
            dated_roles=DatedRoles(),
            agents=load_agents(),
            titles=load_titles(),
            given_names={name: gender for name, gender, _ in read_csv("given_names", GIVEN_NAME_COLUMNS)},
            common_words=frozenset(word for (word,) in read_csv("common_words", ("word",))),
            doubtful=doubtful_forms(),
        )


@contextmanager
def _collector_paused() -> Iterator[None]:
    """No garbage collection meanwhile: all that is loaded stays; searching it takes a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
