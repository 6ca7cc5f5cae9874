"""Foreign codes: countries, sectors and CAMEO codes, there and back."""

from __future__ import annotations

import pytest

from dragoman.exchange.codes import LABELS, ROLES, SECTORS, load_codes

CODES = load_codes()

COUNTRIES = [
    # iso3, fips, cow, cameo, icews
    ("KGZ", "KG", "703", "KGZ", "Kyrgyzstan"),
    ("GBR", "UK", "200", "GBR", "United Kingdom"),
    ("DEU", "GM", "255", "DEU", "Germany"),
    ("SRB", "RI", "345", "SRB", "Serbia"),
    ("XKX", "KV", "347", "KSV", "Kosovo"),
    ("TLS", "TT", "860", "TMP", "Timor Leste"),
    ("GRL", "GL", None, "GRL", "Greenland"),
]


@pytest.mark.parametrize(
    ("iso3", "fips", "cow", "cameo", "icews"), COUNTRIES, ids=[row[0] for row in COUNTRIES]
)
def test_country(iso3: str, fips: str, cow: str | None, cameo: str, icews: str) -> None:
    assert CODES.countries[iso3] == (fips, cow, cameo, icews)
    assert CODES.by_fips[fips] == iso3
    assert CODES.by_cameo[cameo] == iso3
    assert CODES.by_name[icews] == iso3
    assert cow is None or CODES.by_cow[cow] == iso3


def test_no_two_countries_share_a_code() -> None:
    for part in ("fips", "cow", "cameo"):
        own = [code for codes in CODES.countries.values() if (code := getattr(codes, part))]
        assert len(own) == len(set(own)), part


def test_sectors_exist_in_the_codebook() -> None:
    known = set(CODES.codebook.sectors)
    assert set(ROLES) <= known
    assert set(LABELS) <= known
    assert set(SECTORS.values()) <= known
    assert {sector for sectors in CODES.labels.values() for sector in sectors} <= known


@pytest.mark.parametrize("sector", sorted(set(ROLES) - {"SOC"}))
def test_role_reads_back(sector: str) -> None:
    assert SECTORS[ROLES[sector]] == sector


@pytest.mark.parametrize("sector", sorted(LABELS))
def test_label_reads_back(sector: str) -> None:
    assert CODES.labels[LABELS[sector]][0] == sector


def test_cow_of_leaves_out_countries_without_a_code() -> None:
    assert CODES.cow_of(["GRL", "KGZ"]) == ["703"]
