"""The shape of a person's name: where it ends, and when two names may call one person.

Names are compared as word tuples without case, accents, hyphens and the Arabic article, so that "Abdel Fattah
Al Sisi", "el-Sisi" and "Sisi" can meet.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from dragoman.resolve.actors_scan import (
    ARTICLES_BEFORE_HYPHEN,
    BODY_KINDS,
    HYPHENS,
    PARTICLES,
    TOPIC_KINDS,
    Scan,
    TokenHit,
)
from dragoman.resolve.actors_words import (
    CALENDAR,
    CONTINENTS,
    FUNCTION_WORDS,
    NEVER_PERSONS,
    PEOPLES,
    word_set,
)
from dragoman.resolve.offices_words import FIELD_WORDS, HEAD_SECTORS, HONORIFICS, PLURALS, SHORT_TITLES

SUFFIXES = word_set("jr. jr sr. sr ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi esq.")
JUNIOR = word_set("jr. jr sr. sr")
BODY_NOUNS = word_set(
    """academy accord accords act administration agency agreement airlines airport alliance amendment army
    association authority avenue award awards bank base basin bay beach bridge briefing brigade building
    bureau camp campaign canal cathedral center centre chamber championship charter church clinic club
    coalition coast college commission committee company conference congress constitution convention
    corp corporation corridor council court cup daily dam day declaration department desert dialogue
    district doctrine embassy expressway fellowship festival fleet force forces forum foundation front
    fund games gazette government group gulf hall harbor herald highway hills hospital hotel house inc
    initiative institute institution international island islands journal laboratory lake law league
    library line llc ltd mall meeting meetings memorial mission mosque mount mountain mountains movement
    museum network news newspaper observatory office organisation organization pact palace park party
    peninsula plan plant plaza police port post prison prize process program project protocol province
    railway readout regime region remarks report republic residence resolution resort river road route
    school sea senate service society square stadium state statement states station strait street studio
    summit synagogue system task team temple theater theatre times tower treaty tribunal trophy trust
    union university valley village visa visit war week year zone"""
)
"""Nouns that make the name before them the name of a body, a place or a thing: "Carter Center"."""

FAMILY_NAMES = word_set(
    """ahn bae baek bai bui cai cao chan chang chen cheng cheung chiang cho choi chow chu chung cui dai dang
    deng ding dinh dong du duan duong fan fang feng fu fung gao gu guo han hao heo ho hoang hong hou hsieh
    hsu hu huang hui huynh hwang hyun ip jang jeon jia jiang jin jung kang kim ko kong koo kuo kwan kwok
    kwon lai lam lau lee leung li liang liao lim lin liu lo lu luo luong ly ma mak mao meng mo nam ng ngo
    nguyen noh pak pan park peng pham phan qian qin qiu ren ri roh ryu seo shao shen shi shim shin siu son
    su tam tan tang tao tian tran truong tsai tsang tse vo vu wan wang wei wong woo wu xi xia xiao xie xiong
    xu xue yan yang yao yau ye yeung yin yip yoon yu yuan yun yung zeng zhang zhao zheng zhong zhou zhu zou"""
)
"""Chinese, Korean and Vietnamese family names: they open the name."""
CAPITAL_LEADS = frozenset(HEAD_SECTORS) | frozenset(word.rstrip(".") for word in HONORIFICS)
OPENING_QUOTES = frozenset("\"“'‘(")
CLOSING_QUOTES = frozenset("\"”'’)")
NO_PERSON = BODY_KINDS | TOPIC_KINDS | {"demonym"}
NO_NAMES = (
    FUNCTION_WORDS | PEOPLES | CONTINENTS | NEVER_PERSONS | frozenset(HONORIFICS) | frozenset(SHORT_TITLES)
)
MONTH_NAMES = frozenset({"may", "april", "june", "august"})
QUOTES_IN_NAMES = frozenset("'’‘`ʻʼ")
_SEPARATORS = re.compile(r"[\s\-‐‑–—_.,'’‘`ʻʼ\"“”]+")
_ARTICLES = frozenset({"al", "el", "ul", "ur", "as", "ash", "ad", "an", "ez"})


@lru_cache(maxsize=20_000)
def name_words(name: str) -> tuple[str, ...]:
    """A name's words for comparing: no case, accents, hyphens, apostrophes, suffixes or Arabic article."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    plain = plain.casefold().replace("ı", "i").replace("ø", "o").replace("đ", "d").replace("ł", "l")
    words = [word for word in _SEPARATORS.split(plain) if word and word not in {"jr", "sr"}]
    if len(words) > 1:
        words = [word for word in words if word not in _ARTICLES] or words
    return tuple(words)


def could_be_name(scan: Scan, i: int) -> bool:
    """Whether token `i` could be part of a person's name, by its looks and by the tables."""
    word, lower = scan.tree.words[i], scan.tree.lower[i]
    if not scan.cap[i] or not (word[-1].isalpha() or (word[-1] in ".’'" and len(word) > 1)):
        return False
    if lower in NO_NAMES and not _before_article(scan, i):
        return False
    if lower in CALENDAR and (lower not in MONTH_NAMES or _date_near(scan, i)):
        return False
    if word.isupper() and len(word) > 2 and word[-1] != "." and not _in_capitals(scan, i):
        return False
    hit = scan.hit(i)
    if hit is None or hit.entry.kind not in NO_PERSON:
        return True
    return _named_like(scan, i, hit) or _before_article(scan, i)


def _before_article(scan: Scan, i: int) -> bool:
    """Whether a people's name stands between a given name and "Al": "Haider Shia Al Amiri"."""
    if scan.tree.lower[i] not in PEOPLES or i == scan.sentence_start(i) or not _beside_surname(scan, i - 1):
        return False
    n = scan.sentence_end(i)
    j = i + 1 + (i + 1 < n and scan.tree.words[i + 1] in QUOTES_IN_NAMES)
    return j + 1 < n and scan.tree.lower[j] in {"al", "el"} and scan.cap[j]


def _named_like(scan: Scan, i: int, hit: TokenHit) -> bool:
    """Whether a firm's name or a people's is a surname, after a given name: "Niall Roche"."""
    given = i > scan.sentence_start(i) and scan.given(i - 1)
    single = hit.last - hit.first == 1 and scan.tree.tag[i] == "NNP"
    return given and single and not scan.tree.words[i].isupper()


def _in_capitals(scan: Scan, i: int) -> bool:
    """Whether a word all in capitals is a name so written and no acronym: a label, "Emmanuel MACRON"."""
    words = scan.tree.words
    before = words[i - 1] if i > scan.sentence_start(i) else ""
    after = words[i + 1] if i + 1 < scan.sentence_end(i) else ""
    if scan.shouted[scan.tree.sent[i]] or before in HYPHENS or (before and scan.given(i - 1)):
        return True
    lead = before.lower().rstrip(".") in CAPITAL_LEADS
    label = lead and (before.isupper() or (len(words[i]) > 4 and scan.hit_at[i] < 0))
    if label or (after.isupper() and after.isalpha() and scan.given(i)):
        return True
    return surname_in_capitals(scan, i)


def surname_in_capitals(scan: Scan, i: int) -> bool:
    """Whether capitals mark a surname by a given name, after a title: "Mr. SEO Minjun", "Mr. Luc RENARD"."""
    tree = scan.tree
    family = tree.lower[i] in FAMILY_NAMES
    if not tree.words[i].isalpha() or (scan.hit_at[i] >= 0 and not family):
        return False
    floor, n = scan.sentence_start(i), scan.sentence_end(i)
    j, k = i - 1, i + 1
    while j >= floor and j > i - 4 and _beside_surname(scan, j):
        j -= 1
    while k < n and k < i + 3 and scan.cap[k] and tree.words[k].isupper() and tree.words[k].isalpha():
        k += 1
    given = k < n and _beside_surname(scan, k) and not tree.words[k].isupper()
    given = given or any(not tree.words[m].isupper() for m in range(j + 1, i))
    led = j >= floor and scan.cap[j] and tree.lower[j].rstrip(".") in CAPITAL_LEADS | FIELD_WORDS
    return given and (led or (family and j == i - 1))


def _beside_surname(scan: Scan, k: int) -> bool:
    """Whether a word with a capital is a name and no word of the language."""
    lower = scan.tree.lower[k]
    if not scan.cap[k] or not scan.tree.words[k].isalpha() or lower in NO_NAMES or lower in CAPITAL_LEADS:
        return False
    plain = lower in scan.knowledge.common_words or lower in BODY_NOUNS or lower in FIELD_WORDS
    return scan.given(k) or not (plain or scan.hit_at[k] >= 0)


def _date_near(scan: Scan, i: int) -> bool:
    tree = scan.tree
    after = i + 1 < len(tree) and tree.tag[i + 1] == "CD"
    before = i > 0 and (
        tree.tag[i - 1] == "CD" or tree.lower[i - 1] in {"in", "on", "of", "last", "early", "late", "since"}
    )
    return after or before


def name_end(scan: Scan, i: int) -> int:
    """End (exclusive) of the name that begins at token `i`; `i` itself where none does."""
    if i >= len(scan.tree):
        return i
    n = scan.sentence_end(i)
    if not (could_be_name(scan, i) or _particle_goes_on(scan, i, n)) or _opens_title(scan, i, n):
        return i
    j = i
    while j < n:
        step = _name_step(scan, i, j, n)
        if step == j:
            break
        j = step
    return j


def _opens_title(scan: Scan, i: int, n: int) -> bool:
    """Whether a title opens before more capitals: "Ambassador" in "Chief Officer Ambassador Gina Ames"."""
    return scan.tree.lower[i] in HEAD_SECTORS and i + 1 < n and scan.cap[i + 1]


def _name_step(scan: Scan, first: int, j: int, n: int) -> int:
    """The token after the name's token `j`; `j` itself where the name does not go on."""
    joined = _joiner_step(scan, j, n) if j > first else j
    if joined > j:
        return joined
    if not scan.cap[j]:
        return j + _particle_goes_on(scan, j, n)
    return j + (could_be_name(scan, j) and (j == first or _goes_on(scan, first, j, n)))


def _joiner_step(scan: Scan, j: int, n: int) -> int:
    """Past a hyphen, a "Jr.", a numeral or a nickname in quotation marks; `j` itself where there is none."""
    tree = scan.tree
    lower = tree.lower[j]
    if tree.words[j] in HYPHENS:
        joined = j + 1 < n and scan.glued[j] and scan.glued[j + 1] and tree.words[j + 1][0].isalpha()
        return j + 2 if joined else j
    if lower in SUFFIXES and (lower not in {"v", "x"} or tree.words[j].isupper()):
        return j + 1
    if lower == "," and j + 1 < n and tree.lower[j + 1] in JUNIOR:
        return j + 2
    if tree.words[j] in OPENING_QUOTES and j + 3 < n and tree.words[j + 2] in CLOSING_QUOTES:
        return j + 3 if could_be_name(scan, j + 1) and could_be_name(scan, j + 3) else j
    return j


def _goes_on(scan: Scan, first: int, j: int, n: int) -> bool:
    """Whether the capitalised token `j` belongs to the name that began at `first`.

    A common word does only as the last of the capitals, after something that is surely a given name
    ("Samantha Power"): else it is a verb of a headline or begins the name of a body.
    """
    tree = scan.tree
    lower = tree.lower[j]
    hit = scan.hit(j)
    if lower in PARTICLES:
        return _particle_goes_on(scan, j, n)
    if hit is not None and hit.entry.kind in {"country", "metonym"} and hit.last - hit.first == 1:
        return scan.given(j) and j - first == 1
    if lower not in scan.knowledge.common_words and lower not in HEAD_SECTORS and lower not in PLURALS:
        return lower not in BODY_NOUNS and lower not in FIELD_WORDS
    if scan.titled[tree.sent[j]] or (lower in BODY_NOUNS and lower != "park"):
        return False
    if tree.lower[first] in FAMILY_NAMES and j - first <= 2:
        return True
    last = j + 1 >= n or not scan.cap[j + 1] or _is_unknown(scan, j + 1)
    unknown = tree.lower[first] not in scan.knowledge.common_words and lower not in FIELD_WORDS
    return last and (unknown or scan.given(first))


def _is_unknown(scan: Scan, j: int) -> bool:
    """Whether a word is in no table, as the last of "Zin Mar Aung"."""
    lower = scan.tree.lower[j]
    plain = lower in scan.knowledge.common_words or lower in BODY_NOUNS or lower in HEAD_SECTORS
    return scan.hit_at[j] < 0 and not plain and could_be_name(scan, j)


def _particle_goes_on(scan: Scan, j: int, n: int) -> bool:
    tree = scan.tree
    if tree.lower[j] in ARTICLES_BEFORE_HYPHEN:
        if j + 1 >= n or tree.words[j + 1] not in HYPHENS or not scan.glued[j + 1]:
            return False
    elif tree.lower[j] not in PARTICLES:
        return False
    k = j + 1
    while k < n and k < j + 4 and (tree.lower[k] in PARTICLES or tree.words[k] in HYPHENS):
        k += 1
    return k < n and could_be_name(scan, k) and tree.lower[k] not in PARTICLES


def suits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `short` may call the person whose full name is `full`.

    A surname (the last words), a family name that comes first ("Liu" for Liu Guozhong), a name without its
    middle part, and initials all do.
    """
    if not short or not full:
        return False
    if len(short) > len(full):
        short, full = full, short
    if full[-len(short) :] == short or full[: len(short)] == short:
        return True
    if len(short) == 1 and len(full) > 2 and short[0] == full[-2] and len(short[0]) > 2:
        return True  # the first of two surnames: "Alvarado" for Carlos Alvarado Quesada
    return len(short) > 1 and _in_order(short, full)


def _in_order(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Every word of `short` found in `full` in order, initials counting; one but the first must be equal."""
    at = 0
    for word in short:
        while at < len(full) and not _same_word(word, full[at]):
            at += 1
        if at == len(full):
            return False
        at += 1
    return any(len(word) > 1 and word in full[1:] for word in short[1:])


def _same_word(a: str, b: str) -> bool:
    return a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))
