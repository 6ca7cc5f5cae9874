"""Who wrote or issued a text: "By …" lines, signatures ("Jane Doe, Foreign Minister") and letterheads."""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.read.agencies import AGENCY
from dragoman.read.datelines import natural_case
from dragoman.read.patterns import CAPITALISED, any_of


class Byline(NamedTuple):
    """Persons' names as written (in natural case, without honorifics), and the house they write for."""

    authors: tuple[str, ...]
    source: str | None


MAX_BYLINE_CHARS = 200

OFFICE = any_of(
    *str.split(
        "Secretary Spokesperson Spokesman Spokeswoman Minister Director President Ambassador "
        "Co-?ordinator Envoy Representative Commissioner Chief Officer Advis[eo]r Premier Chancellor "
        "Chair(?:man|woman|person)? Head Governor Counsel(?:l?or)? Charg[ée] Consul Administrator "
        "Attorney General King Queen Prince(?:ss)? Emir Sultan Pope Speaker Senator Mayor Delegate "
        "Editor Correspondent Reporter Analyst Writer Columnist Professor Fellow Member Inspector "
        "Under-?[Ss]ecretary Vice Deputy"
    )
)
"""Words that name an office; a capital is required, so that "general" and "head" in prose don't count."""

ORGANIZATION = any_of(
    *str.split(
        "Office Ministry Department Embassy Bureau Consulate Mission Delegation Press Service Agency "
        "Government Council Cabinet Secretariat Directorate Commission Authority Union Nations House "
        "Kremlin Parliament Assembly Group Institute University Center Centre Fund Court "
        "Organi[sz]ation Association News Times Post Herald Tribune Daily Gazette Journal Staff Desk "
        "Team Correspondents? Agencies Wire Media Network Television TV Radio Online Monitoring Room "
        "Hotel Hall Residence Palace Chancellery Headquarters Hub School Base Airport Memorial Villa "
        "Casa Ch[âa]teau Quai Chamber Auditorium"
    )
)
"""Words that no person's name holds: of organisations, papers and venues."""

_PRESS = "Press (?:Service|Office|Department|Centre|Center)"
_ISSUER = any_of(
    *("Office", "Ministry", "Department", "Embassy", "Bureau", "Consulate(?: General)?", "Delegation"),
    *("Secretariat", "Directorate", "Permanent Mission", "Council", "Commission", _PRESS),
)
_PARTICLE = any_of(
    *str.split("de da do dos del della di du la le van von der den ter bin bint ibn al el abu y")
)
_FINITE = any_of(
    *str.split(
        "Say Call Urge Welcome Condemn Announce Designate Sanction Impose Summon Reject Launch Sign "
        "Meet Host Visit Expand Issue Release Celebrate Travel Order Denie Approve Warn Seek Send Open "
        "Close Expel Recall"
    )
)

_OFFICE = re.compile(rf"\b{OFFICE}(?=s?\b|[A-Z])")
_ORGANIZATION = re.compile(rf"\b{ORGANIZATION}\b", re.IGNORECASE)
_HEADLINE_VERB = re.compile(rf"\b{_FINITE}s\b")
_LETTERHEAD = re.compile(
    any_of(
        rf"(?:The )?(?:[A-Z][\w.'’]* ){{0,4}}{_ISSUER} (?:of|for|to) .+",
        rf"(?:The )?(?:[A-Z][\w.'’]* ){{1,3}}(?:Ministry|{_PRESS}|Office|Government|Embassy|Secretariat)",
        "(?:The )?(?:White House|Kremlin)",
    ),
    re.IGNORECASE,
)
_INITIALS = r"[A-Z]\.(?:[A-Z]\.)*"
_NAME = re.compile(
    rf"(?:{CAPITALISED}|{_INITIALS})(?: (?:{CAPITALISED}|{_PARTICLE})){{0,5}} {CAPITALISED}"
    r"(?:,? (?:Jr|Sr)\.?)?"
)
_HONORIFIC = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Lord|Lady|Rev|H\.?\s?E|The Honou?rable|Hon)\b\.?\s+)+",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:(?:Written|Story|Text|Report(?:ed|ing)?|Words|Analysis|Opinion|Interview|Posted|Submitted)\s+)?by[:\s]\s*",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    r"\(?(?:(?:Additional |Writing )?[Rr]eporting|Editing|Writing|Compiled|Edited|Written) by\b"
)
_CREDIT_PARTS = re.compile(
    r"(?:^|[;.,]\s*)\(?((?:additional |writing )?(?:reporting|writing|editing|compiled|edited|written)) by ",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:\||/|;|&|,|·|•|\s[-–—]\s|\s+and\s+|\s+with\s+|\s+for\s+)\s*")
_IN_PLACE = re.compile(r"\s+(?:in|at)\s+[A-Z].*$")
_ATTRIBUTABLE = re.compile(
    r"(?:The )?(?:(?:below|following|above)(?: \w+)?|statement|readout) (?:is|was|are|may be) "
    r"(?:attributable|attributed) to (?:the )?(.+?):?$",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset(str.split("of the for and to in on at a an de du des la le la da do del al et y"))


def read_byline(line: str) -> Byline | None:
    """Read a line that begins with "By", or names persons before "| Reuters" and the like."""
    if len(line) > MAX_BYLINE_CHARS:
        return None
    match = _BY.match(line)
    if match is None:
        return None
    authors: list[str] = []
    source: str | None = None
    for part in _parts(line[match.end() :]):
        if AGENCY.fullmatch(part):
            source = source or part
        elif (name := _name_in(part)) is not None:
            authors.append(name)
        elif _is_capitalised(part) and _ORGANIZATION.search(part):
            agency = AGENCY.match(part)
            source = source or (agency.group() if agency else part if authors else None)
        elif not (_OFFICE.search(part.title()) and (authors or source)):
            return None
    return Byline(tuple(authors), source) if authors or source or _ORGANIZATION.search(line) else None


def read_credits(line: str) -> Byline | None:
    """Read the foot of a story: "(Reporting by Jane Doe in Paris; Editing by John Roe)", without editors."""
    if len(line) > 3 * MAX_BYLINE_CHARS or not _CREDITS.match(line):
        return None
    starts = list(_CREDIT_PARTS.finditer(line))
    authors: list[str] = []
    for number, match in enumerate(starts):
        if not match[1].lower().startswith(("reporting", "written", "additional", "writing")):
            continue
        end = starts[number + 1].start() if number + 1 < len(starts) else len(line)
        authors += [
            name for part in _parts(line[match.end() : end].strip(" .;,)")) if (name := _name_in(part))
        ]
    return Byline(tuple(dict.fromkeys(authors)), None)


def read_signature(line: str) -> Byline | None:
    """Read "Jane Doe, Department Spokesperson", "Foreign Minister Jane Doe", "… is attributable to …:"."""
    if len(line) > MAX_BYLINE_CHARS:
        return None
    attributed = _ATTRIBUTABLE.match(line)
    if attributed is not None:
        name = _after_office(attributed[1]) or _name_in(attributed[1])
        return Byline((name,) if name else (), None)
    if line.endswith((".", "?", "!", ":")) or not _is_capitalised(line):
        return None
    name_part, comma, office = line.partition(", ")
    if comma and _OFFICE.search(natural_title(office)) and (name := _name_in(name_part)) is not None:
        return Byline((name,), None)
    if comma or _HEADLINE_VERB.search(line) or any(char.isdigit() for char in line):
        return None
    name = _after_office(line)
    return Byline((name,), None) if name else None


def is_letterhead(line: str) -> bool:
    """Whether a line names an issuing office, such as "Ministry of Foreign Affairs", and nothing else."""
    return (
        len(line) <= 100
        and _LETTERHEAD.fullmatch(line) is not None
        and _is_capitalised(line)
        and not _HEADLINE_VERB.search(line)
        and not re.search(r"[\d:;?!–—]|\.$|['’]s\b", line)
    )


def is_name(text: str) -> bool:
    """Whether a string looks like one person's name and like no organisation, office or place of work."""
    return _name_in(text) is not None


def has_organization_word(text: str) -> bool:
    """Whether a string holds a word such as "Ministry", "Press" or "Hotel"."""
    return _ORGANIZATION.search(text) is not None


def natural_title(text: str) -> str:
    """A line in capitals as a title would be written; others as they are."""
    return text.title() if text.isupper() else text


def _parts(text: str) -> list[str]:
    return [part for raw in _SPLIT.split(text) if (part := _IN_PLACE.sub("", raw).strip(" .,:;()@"))]


def _name_in(text: str) -> str | None:
    name = _HONORIFIC.sub("", text.strip(), count=1)
    if not _NAME.fullmatch(name) or AGENCY.fullmatch(name):
        return None
    if (
        _ORGANIZATION.search(name)
        or _OFFICE.search(natural_title(name))
        or name.split()[0].lower() in _SMALL_WORDS
    ):
        return None
    return natural_case(name)


def _after_office(text: str) -> str | None:
    """The name after the last office word: "Spokesperson Jane Doe"."""
    offices = list(_OFFICE.finditer(natural_title(text)))
    return _name_in(text[offices[-1].end() :]) if offices else None


def _is_capitalised(text: str) -> bool:
    words = re.findall(r"[^\W\d_][\w.'’\-]*", text)
    return bool(words) and all(word[0].isupper() or word in _SMALL_WORDS for word in words)
