"""What stands outside the text: a page's meta elements, a feed's fields, an address."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from dragoman.records import Date


@dataclass(frozen=True, slots=True)
class Metadata:
    """Facts about a document that its text does not hold; None where unknown."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    url: str | None = None
    published: Date | None = None


_IN_PATH = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:(?P<mark>[/_-])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)|(?P<month2>\d\d)(?P<day2>\d\d))(?!\d)"
)


def url_date(url: str) -> Date | None:
    """The day in an address: "/2024/05/20/", "/2024-05-20-", "/20240520/"; None for none."""
    for match in _IN_PATH.finditer(url):
        month, day = match["month"] or match["month2"], match["day"] or match["day2"]
        try:
            found = dt.date(int(match["year"]), int(month), int(day))
        except ValueError:
            continue
        return Date(found, found, "day", "url")
    return None
