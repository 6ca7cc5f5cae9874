"""Countries as records."""

from __future__ import annotations

import pytest


def test_a_country_knows_its_names(knowledge):
    country = knowledge.countries["KGZ"]
    assert (country.iso2, country.name, country.capital) == ("KG", "Kyrgyzstan", "Bishkek")
    assert country.formal == "Kyrgyz Republic"
    assert {"Kyrgyzstan", "Kyrgyz Republic"} <= set(country.names)
    assert {"Kyrgyz", "Kyrgyzstani", "Kyrgyzstanis"} <= set(country.demonyms)
    assert country.lat == pytest.approx(42.87, abs=0.05)
    assert country.lon == pytest.approx(74.59, abs=0.05)


@pytest.mark.parametrize(
    ("iso3", "name", "start", "end"),
    [("COD", "Zaire", 1971, 1997), ("SWZ", "Swaziland", None, 2018), ("CZE", "Czechoslovakia", 1918, 1992)],
)
def test_former_names_have_years(iso3, name, start, end, knowledge):
    former = {item.name: (item.start, item.end) for item in knowledge.countries[iso3].former}
    assert former[name] == (start, end)


@pytest.mark.parametrize(
    ("iso3", "state"),
    [("GUM", "USA"), ("GRL", "DNK"), ("MAC", "CHN"), ("HKG", "HKG"), ("PSE", "PSE"), ("XKX", "XKX"),
     ("TWN", "TWN"), ("COK", "COK"), ("REU", "FRA"), ("ESH", "ESH")],
)  # fmt: skip
def test_dependencies_fold_into_their_state(iso3, state, knowledge):
    assert knowledge.countries[iso3].state == state


def test_every_state_has_a_demonym(knowledge):
    named_alike = {"ATA", "HKG", "XKX", "VAT"}
    lacking = {
        country.iso3
        for country in knowledge.countries.values()
        if country.state == country.iso3 and not country.demonyms
    }
    assert lacking <= named_alike
