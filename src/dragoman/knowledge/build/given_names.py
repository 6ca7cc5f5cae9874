"""Build `given_names.csv`: given names that speak for one gender.

Three sources, one verdict: the 1990 United States census counts (public domain, in the PyPI package `names`),
the name lists of the locales of PyPI `faker` (MIT), and names written here for the scripts that no source
romanizes. A name stays out when the sources disagree: unknown is better than wrong.

    python -m dragoman.knowledge.build.given_names --names DIR --faker DIR

The folders are those of the two installed packages; neither is a dependency of the project.
"""

from __future__ import annotations

import argparse
import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from dragoman.knowledge.build.writing import Source, write_table

AGREEMENT = 0.9
"""Share of the evidence one gender must hold."""

LATIN_NAME = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})?")

CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўј",
        ["a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s",
         "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya", "i", "yi",
         "ye", "g", "u", "j"],
        strict=True,
    )
)  # fmt: skip
GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        ["a", "b", "g", "d", "e", "v", "z", "t", "i", "k", "l", "m", "n", "o", "p", "zh", "r", "s", "t",
         "u", "p", "k", "gh", "q", "sh", "ch", "ts", "dz", "ts", "ch", "kh", "j", "h"],
        strict=True,
    )
)  # fmt: skip

AUTHORED = {
    "m": """Abbas Abdel Abdelaziz Abdelfattah Abdelkader Abdelmadjid Abdul Abdulaziz Abdulla
        Abdullah Abdulrahman Abiy Adel Adil Ahmad Ahmed Akbar Akylbek Alaa Ali Almazbek Amin
        Amir Amr Anwar Arif Asad Asif Askar Avigdor Ayman Azamat Aziz Bahram Bakir Bakyt Bashar
        Bashir Bassam Baurzhan Benjamin Benny Bilal Binyamin Boubacar Daniyar Daud Ebrahim Ehud
        Emomali Erlan Fahad Fahd Faisal Farhad Farid Faruk Fayez Gadi Ghassan Gurbanguly Habib
        Haidar Haider Haitham Hakan Hamad Hamid Hamza Haris Hasan Hashim Hassan Hisham Hossein
        Husain Hussain Hussein Ibrahim Idris Ilham Imad Imran Isaac Islam Ismael Ismail Jabbar
        Jaber Jafar Jalal Jamal Javad Kairat Kamal Karim Karzan Kassym Khaled Khalid Khalifa
        Khalil Khurshid Mahamat Mahmood Mahmoud Mahmud Majid Mamadou Mansour Marat Masoud
        Massoud Mehdi Moataz Mohamed Mohammad Mohammed Mohamud Mohsen Mokhtar Moshe Moussa
        Muhammad Muhammadu Mukhtar Mullah Munir Mustafa Mustapha Nabih Nabil Nadir Naftali
        Narendra Naser Nasser Nawaf Nawaz Nayib Nguema Nikol Nurlan Nursultan Omar Osama Osman
        Ousmane Pervez Qasem Qasim Rachid Rafik Rajnath Ramzan Rashid Recep Reza Riad Riyad
        Rustam Saad Saadi Sabri Sadyr Saeed Said Salah Saleh Salem Salman Salva Sami Samir
        Samuel Saud Serdar Serzh Shahbaz Shavkat Shehbaz Sheikh Sher Shinzo Sirojiddin Sooronbay
        Subrahmanyam Sultan Taher Talgat Tamer Tamim Tariq Tayeb Tayyip Uhuru Usman Vladimir
        Volodymyr Waleed Walid Wasim Yahya Yair Yasir Yasser Yassin Yerlan Yitzhak Yousef
        Youssef Yoweri Yusuf Zafar Zahid Zakir Zayed Zhenis Ziad Ziya Zoran Zulfikar""",
    "f": """Afaf Aisha Aishah Alia Amal Amina Aminata Amira Ananda Annalena Asma Asmaa Aung Ayesha
        Aysel Aziza Bahar Benazir Bushra Dalia Dilnoza Fadia Farah Farida Fatemeh Faten Fatima
        Fatimah Fatou Fatoumata Fauzia Golda Gulnara Gulshan Habiba Hadija Haifa Hala Halima
        Hanan Hanin Hawa Hayat Hiba Hoda Huda Iman Jacinda Jamila Kadiatou Kaja Kamala Khadija
        Khalida Laila Lamia Latifa Layla Leila Leyla Lubna Maha Mahbouba Malala Malika Manal
        Mariam Mariama Maryam Megawati Meryem Mona Nabila Nada Nadia Naima Najat Najla Narges
        Nasrin Nawal Nazanin Nirmala Noor Noura Parveen Rabab Rana Rania Rasha Rawya Reem Rima
        Roza Ruqayya Saadia Sahar Saida Salma Samia Samira Sana Sanna Sara Shaima Shamima Shirin
        Soraya Sultana Sushma Tzipi Ursula Wafa Xiomara Yasmin Yasmine Zahra Zainab Zaynab
        Zeinab Zubaida Zuzana""",
}  # fmt: skip
UNCERTAIN = frozenset(
    {"Ananda", "Andrea", "Ashley", "Aung", "Dominique", "Ilham", "Islam", "Jean", "Jo", "Joan", "Jordan",
     "Kelly", "Khalida", "Kim", "Laurence", "Leslie", "Morgan", "Mullah", "Nguema", "Nicola", "Noor", "Robin",
     "Sasha", "Shannon", "Sheikh", "Simone", "Sultan", "Taylor", "Valery", "Yan"}
)  # fmt: skip
"""Titles and names of both genders that the lists above must not settle."""

SYLLABLE = re.compile(
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:i?a|i?ao|ai|i?an|[iu]?ang|e|ei|en|eng|i|ia|ie|in|ing|iong|iu|o|ong|ou|u|ua|ue|uo|ui|uai|uan|un|yun|eun|oo|ee|eo|ae)"
)
"""A syllable of Chinese or Korean given names, which say little of gender in Latin letters."""
RARE_PERCENT = 0.004
"""Census share up to which a name that no other source has is left out: many are surnames and words."""
COMMON_PERCENT = 0.02
"""Census share from which such a syllable is taken for an English name after all ("Dan", "Ann")."""

SOURCE = Source(
    producer="United States Census Bureau; the authors of faker; authored here",
    title="Given names that speak for one gender",
    url="https://www.census.gov/topics/population/genealogy/data/1990_census.html",
    licence="public domain (counts, in PyPI names 0.3.0), MIT (PyPI faker 40.63.0), Apache-2.0 (authored)",
    accessed="2026-11-24",
    built_by="build/given_names.py",
    min_rows=10_000,
    max_rows=30_000,
)

Evidence = dict[str, dict[str, float]]
"""name → gender → weight."""


def main() -> None:
    """Write the table and its source file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=Path, required=True, help="folder of the package `names`")
    parser.add_argument("--faker", type=Path, required=True, help="folder of the package `faker`")
    options = parser.parse_args()
    rows = verdicts(collect(options.names, options.faker))
    print("given_names.csv:", write_table("given_names", ("name", "gender", "origin"), rows, SOURCE), "names")


def collect(names: Path, faker: Path) -> dict[str, Evidence]:
    """Evidence by origin: census frequencies in per cent, one a locale, one an authored entry."""
    census: Evidence = defaultdict(lambda: defaultdict(float))
    for gender, file in (("m", "dist.male.first"), ("f", "dist.female.first")):
        for line in (names / file).read_text(encoding="ascii").splitlines():
            name, share, *_ = line.split()
            census[name.title()][gender] += float(share)
    locales: Evidence = defaultdict(lambda: defaultdict(float))
    for path in sorted((faker / "providers" / "person").glob("*/__init__.py")):
        for gender, found in locale_names(path):
            locales[found][gender] += 1.0
    authored: Evidence = defaultdict(lambda: defaultdict(float))
    for gender, words in AUTHORED.items():
        for word in words.split():
            authored[word][gender] = 1.0
    return {"us_census_1990": census, "faker": locales, "authored": authored}


def locale_names(path: Path) -> Iterator[tuple[str, str]]:
    """Gender and romanized name of every entry of one locale's lists, each once."""
    seen = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.AnnAssign) and node.value is not None:
            target: ast.expr = node.target
            value: ast.expr = node.value
        elif isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
        else:
            continue
        label = getattr(target, "id", "")
        if not label.startswith("first_name") or "unisex" in label:
            continue
        gender = "f" if "female" in label else "m" if "male" in label else None
        for constant in ast.walk(value):
            if gender and isinstance(constant, ast.Constant) and isinstance(constant.value, str):
                name = romanize(constant.value)
                if LATIN_NAME.fullmatch(name):
                    seen.add((gender, name))
    yield from sorted(seen)


def romanize(name: str) -> str:
    """Latin letters for Cyrillic and Georgian ones; other scripts come back as they are."""
    lower = name.lower()
    table = (
        CYRILLIC
        if any(c in CYRILLIC for c in lower)
        else GEORGIAN
        if any(c in GEORGIAN for c in lower)
        else None
    )
    if table is None:
        return name if name.isascii() or all(ord(c) < 0x250 for c in name) else ""
    return "".join(table.get(c, c) for c in lower).title()


def verdicts(evidence: dict[str, Evidence]) -> Iterator[tuple[str, str, str]]:
    """Names whose sources each lean one way, all of them the same."""
    census = evidence["us_census_1990"]
    for name in {name for found in evidence.values() for name in found}:
        share = max(census[name].values()) if name in census else 0.0
        if name in UNCERTAIN or (SYLLABLE.fullmatch(name.lower()) and share < COMMON_PERCENT):
            continue
        if 0.0 < share <= RARE_PERCENT and not any(
            name in evidence[other] for other in ("faker", "authored")
        ):
            continue
        verdict: dict[str, str] = {}
        for origin, found in evidence.items():
            weights = found.get(name)
            if weights:
                total = sum(weights.values())
                best = max(weights, key=lambda gender: weights[gender])
                verdict[origin] = best if weights[best] >= AGREEMENT * total else "?"
        genders = set(verdict.values())
        if len(genders) == 1 and "?" not in genders:
            yield name, genders.pop(), "+".join(sorted(verdict))


if __name__ == "__main__":
    main()
