"""Made-up news, for measuring speed where no other texts are at hand.

The sentences are ours and speak of nobody; they have the make of agency reports, with titles, quotations,
lists and dates. The same seed gives the same texts.
"""

from __future__ import annotations

import random

GIVEN = (
    "Amina",
    "Jorge",
    "Petra",
    "Samuel",
    "Lena",
    "Tomas",
    "Farid",
    "Grace",
    "Ivo",
    "Naledi",
    "Oskar",
    "Rosa",
)
FAMILY = (
    "Adeyemi",
    "Castillo",
    "Novak",
    "Berg",
    "Haddad",
    "Mwangi",
    "Silva",
    "Toure",
    "Larsen",
    "Petrov",
    "Kim",
)
COUNTRIES = (
    ("Norway", "Norwegian", "Oslo"),
    ("Kenya", "Kenyan", "Nairobi"),
    ("Peru", "Peruvian", "Lima"),
    ("Jordan", "Jordanian", "Amman"),
    ("Vietnam", "Vietnamese", "Hanoi"),
    ("Ghana", "Ghanaian", "Accra"),
    ("Serbia", "Serbian", "Belgrade"),
    ("Mexico", "Mexican", "Mexico City"),
)
OFFICES = (
    "President",
    "Prime Minister",
    "Foreign Minister",
    "Trade Minister",
    "Defense Minister",
    "Deputy Premier",
)
TOPICS = (
    "trade",
    "fisheries",
    "border security",
    "clean energy",
    "water",
    "migration",
    "railways",
    "public health",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "March", "May", "July", "September", "November")

SENTENCES = (
    "{their} {office} {guest} met {our} {host_office} {host} in {city} on {day} to discuss {topic}.",
    "{guest}, who is on a visit to {here} from {day} to {next_day}, also saw the port and a {topic} centre.",
    "{surname} said that {there} is ready to work with {here} to widen cooperation in {topic} and {other}.",
    "“We will sign the agreement on {topic} before the end of the year,” {host_surname} told reporters.",
    "He reiterated {here}'s firm support for {there} on {topic} and called on all sides to return to talks.",
    "Police detained twelve people after hundreds of farmers marched through {city} against the deal.",
    "The two ministers signed a memorandum on {topic} and agreed to hold a second round of talks in {month}.",
    "{here} condemned the attack on a patrol near the border, which killed three soldiers late on {day}.",
    "According to the ministry, {there} will send {number} tonnes of medical supplies to {here} next month.",
    "{host_surname} thanked {there} for its help and said relations between the two had never been better.",
    "The sanctions that {here} imposed in {month} on {number} officials remain in force, a spokesman said.",
    "Opposition parties accused the government of giving way on {other} without asking parliament.",
)
SENTENCES_A_PARAGRAPH = 2
PARAGRAPHS = 9


def make_news(count: int, seed: int = 1) -> list[str]:
    """Make `count` reports of about 400 tokens each."""
    source = random.Random(seed)  # noqa: S311  # texts, not secrets
    return [_report(source) for _ in range(count)]


def _report(source: random.Random) -> str:
    names = _names(source)
    paragraphs = [
        " ".join(
            source.choice(SENTENCES).format(**names, **_details(source)) for _ in range(SENTENCES_A_PARAGRAPH)
        )
        for _ in range(PARAGRAPHS)
    ]
    title = f"{names['here']}, {names['there']} to widen work on {source.choice(TOPICS)}"
    dateline = f"{names['city'].upper()}, {source.choice(MONTHS)} {source.randint(1, 28)} (Wire) -- "
    return "\n\n".join((title, dateline + paragraphs[0], *paragraphs[1:])) + "\n"


def _names(source: random.Random) -> dict[str, str]:
    (here, our, city), (there, their, _) = source.sample(COUNTRIES, 2)
    surname, host_surname = source.sample(FAMILY, 2)
    return {
        "here": here,
        "our": our,
        "city": city,
        "there": there,
        "their": their,
        "surname": surname,
        "host_surname": host_surname,
        "guest": f"{source.choice(GIVEN)} {surname}",
        "host": f"{source.choice(GIVEN)} {host_surname}",
        "office": source.choice(OFFICES),
        "host_office": source.choice(OFFICES),
    }


def _details(source: random.Random) -> dict[str, str]:
    topic, other = source.sample(TOPICS, 2)
    day, next_day = source.sample(DAYS, 2)
    return {
        "topic": topic,
        "other": other,
        "day": day,
        "next_day": next_day,
        "month": source.choice(MONTHS),
        "number": str(source.randint(2, 90)),
    }
