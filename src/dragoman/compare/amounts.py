"""Amounts in a stretch of text: money with its ISO 4217 code, shares, and counted things."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.compare.comparison import Amount, Words
from dragoman.records import Span

SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
SIGNS = {"$": "USD", "us$": "USD", "c$": "CAD", "a$": "AUD", "nz$": "NZD", "€": "EUR", "£": "GBP", "₹": "INR"}
CURRENCIES = {
    "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "dollar": "USD", "usd": "USD",
    "canadian dollar": "CAD", "australian dollar": "AUD", "new zealand dollar": "NZD", "euro": "EUR",
    "eur": "EUR", "pound": "GBP", "gbp": "GBP", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "yen": "JPY",
    "rupee": "INR", "rouble": "RUB", "ruble": "RUB", "won": "KRW", "swiss franc": "CHF",
    "norwegian kroner": "NOK", "swedish kronor": "SEK", "danish kroner": "DKK", "rand": "ZAR", "real": "BRL",
    "tenge": "KZT", "som": "KGS", "naira": "NGN", "kenyan shilling": "KES", "dirham": "AED", "riyal": "SAR",
}  # fmt: skip
"""Words for money and their ISO 4217 codes; a bare "dollar" is the United States'."""
NUMBER_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
UNCOUNTED = frozenset({"sides", "countries", "presidents", "ministers", "leaders", "parties", "nations"})
"""Things of which "two" is no amount: "the two sides"."""
_STOPS = frozenset({
    "of", "to", "in", "for", "from", "by", "at", "on", "with", "and", "or", "as", "a", "an", "the", "each",
    "every", "per", "over", "this", "next", "will", "would", "is", "are", "was", "were", "that", "which",
})  # fmt: skip
_MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
})  # fmt: skip
UNIT_WORDS = 3

_FIGURE = r"\d{1,3}(?:[,\u00a0 ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_AMOUNT = re.compile(
    rf"(?P<sign>US\$|C\$|A\$|NZ\$|[$€£₹]|\b(?:USD|EUR|GBP|RMB)\s)?\s?"
    rf"(?<![\w.])(?P<figure>{_FIGURE}|\b(?:{'|'.join(NUMBER_WORDS)})\b)"
    rf"(?:[\s-]?(?P<scale>{'|'.join(SCALES)}|(?:k|m|mn|bn|tn)\b))?"
    rf"(?:\s?(?P<share>%|percent\b|per cent\b))?",
    re.IGNORECASE,
)
_MONEY = re.compile(
    rf"[\s-]?(?P<money>{'|'.join(sorted(map(re.escape, CURRENCIES), key=len, reverse=True))})s?\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"[\s-]?(?P<word>[^\W\d_][\w'’-]*)")


def iter_amounts(text: str, start: int, end: int) -> Iterator[Amount]:
    """Amounts in `text[start:end]`, in text order.

    Years, days of a month and ordinals are none. A bare number without a unit is none either.
    """
    for found in _AMOUNT.finditer(text, start, end):
        value = _value(found)
        sign, share = found["sign"], found["share"]
        at = found.end()
        if share:
            yield _amount(text, found.start("figure"), at, value, "percent")
        elif sign:
            code = SIGNS.get(sign.strip().lower()) or CURRENCIES[sign.strip().lower()]
            yield _amount(text, found.start(), at, value, code)
        elif money := _MONEY.match(text, at, end):
            yield _amount(text, found.start("figure"), money.end(), value, CURRENCIES[money["money"].lower()])
        elif counted := _counted(text, found, end):
            yield _amount(text, found.start("figure"), counted[1], value, counted[0])


def have_one_unit(one: Amount, other: Amount) -> bool:
    """Whether two amounts count the same: one currency, shares, or things of one noun."""
    return one.unit == other.unit or _noun(one.unit) == _noun(other.unit)


def _value(found: re.Match[str]) -> float:
    figure = found["figure"].lower()
    number = NUMBER_WORDS.get(figure) or float(re.sub(r"[,\u00a0 ]", "", figure))
    scale = (found["scale"] or "").lower()
    return float(number * (SCALES.get(scale) or SHORT_SCALES.get(scale) or 1))


def _counted(text: str, found: re.Match[str], end: int) -> tuple[str, int] | None:
    """The words that say what is counted, and where they end; None for dates, ordinals and lone numbers."""
    before = text[max(0, found.start("figure") - 20) : found.start("figure")].split()
    if (before and before[-1].lower().strip(",") in _MONTHS) or _YEAR.fullmatch(found.group().strip()):
        return None
    words, ends = list[str](), list[int]()
    at = found.end()
    while len(words) < UNIT_WORDS and (word := _WORD.match(text, at, end)):
        if word["word"].lower() in _STOPS:
            break
        words.append(word["word"])
        at = word.end()
        ends.append(at)
    if not words or words[0].lower() in _MONTHS | UNCOUNTED or not text[found.end()].isspace():
        return None
    plurals = [n for n, word in enumerate(words) if word.endswith("s")]
    if not plurals:
        return None
    plural = plurals[-1]
    return " ".join(words[: plural + 1]).lower(), ends[plural]


def _noun(unit: str) -> str:
    """The last word, singular, spelled one way: "cubic metres" and "cubic meters"."""
    word = unit.rsplit(maxsplit=1)[-1].rstrip("s")
    return re.sub(r"(?<=t)re\Z", "er", word)


def _amount(text: str, start: int, end: int, value: float, unit: str) -> Amount:
    span = Span(start, end)
    return Amount(value, unit, Words(span, span.of(text)))
