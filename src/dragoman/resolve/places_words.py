"""Words that tell places: what stands before them, what they are called, how states are abbreviated."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.resolve.actors_words import word_set

WHERE = word_set(
    "in near at outside inside around across throughout into via toward towards through from to off"
)
"""Prepositions before a place."""
STRICT_WHERE = word_set("in near at outside inside around throughout across")
"""Those that stand before places more than before people."""
COMPASS = word_set(
    """north south east west northern southern eastern western central northeast northeastern northwest
    northwestern southeast southeastern southwest southwestern north-east north-eastern north-west
    north-western south-east south-eastern south-west south-western upper lower mid inner outer rural coastal
    mainland downtown suburban neighbouring neighboring nearby"""
)
"""Words before a place that leave it the same place, or say where it lies."""

TOWN_NOUNS = word_set(
    """slum slums community barangay barangays capital city cities town towns village villages suburb
    suburbs hamlet port seaport township settlement neighborhood neighbourhood municipality commune
    borough enclave outpost resort"""
)
REGION_NOUNS = word_set(
    """province provinces state states region district county governorate prefecture oblast department
    territory canton voivodeship division regency emirate"""
)
"""What a first- or second-level region is called; the noun of a place in one says which reading is meant."""
STATE_NOUNS = word_set("state province county oblast governorate commonwealth")
"""Those after which "of X" is the region's own name; "the Svaneti region of X" is a part of X."""
COUNTRY_NOUNS = word_set("republic country nation")

NATIONAL_WORDS = word_set(
    """president presidential parliament parliamentary premier prime ambassador embassy independence
    sovereignty nato foreign republic bilateral separatist breakaway"""
)
"""Words around a country and not around a state of a federation."""
STATE_WORDS = word_set(
    """governor gov. governors senator sen. senators congressman congresswoman rep. sheriff county counties
    statehouse legislature mayor"""
)
"""Words around a state of a federation and not around a country."""

WATERS = word_set(
    """river sea ocean strait straits mountains mountain range desert lake gulf glacier basin peninsula
    archipelago channel sound plateau ridge"""
)
"""Nouns after a name that make it a natural feature, which may lie in several countries: it gets none."""
FEATURES = word_set(
    "island islands valley bay falls creek beach hills harbor harbour canyon county reef lagoon wetlands"
)
"""Nouns after a name that make it a place of one country."""
FEATURES_BEFORE = word_set("lake mount mt. cape fort isle ft.")
"""Nouns before a name that do the same: "Lake Ohrid", "Fort Bragg"."""
BORDERLESS_BEFORE = word_set("lake mount mt. cape")
"""Those of them whose places may lie in several countries."""
SMALL_FEATURES = word_set(
    """area province region district county governorate prefecture oblast canton municipality township village
    neighborhood neighbourhood suburb slum island valley"""
)
"""Nouns that in small letters tell a place by the name before them: "the Kiambu district"."""
ABSTRACT_GOVERNORS = word_set(
    """believe belief confidence faith trust interest interested invest investment stake share lead win
    involve involved participate specialise specialize engage deal role hope lose loss fluent dabble
    compete victory pride write publish translate dress play act star feature sing"""
)
"""Words before "in X" after which X is no place."""
NEVER_BEFORE_FEATURE = word_set("the a an this that our its his her their dead white red black great")
PREFIXES = word_set("new fort port mount lake san santa santo st. saint el la los las le cape camp point")
"""What makes the place after it another place: "New Georgia", "Fort Washington"."""

_STATES = """
Alabama: Ala. AL
Alaska: AK
Arizona: Ariz. AZ
Arkansas: Ark. AR
California: Calif. CA
Colorado: Colo. CO
Connecticut: Conn. CT
Delaware: Del. DE
District of Columbia: D.C. DC
Florida: Fla. FL
Georgia: Ga. GA
Hawaii: HI
Idaho: ID
Illinois: Ill. IL
Indiana: Ind. IN
Iowa: IA
Kansas: Kan. KS
Kentucky: Ky. KY
Louisiana: La. LA
Maine: ME
Maryland: Md. MD
Massachusetts: Mass. MA
Michigan: Mich. MI
Minnesota: Minn. MN
Mississippi: Miss. MS
Missouri: Mo. MO
Montana: Mont. MT
Nebraska: Neb. NE
Nevada: Nev. NV
New Hampshire: N.H. NH
New Jersey: N.J. NJ
New Mexico: N.M. NM
New York: N.Y. NY
North Carolina: N.C. NC
North Dakota: N.D. ND
Ohio: OH
Oklahoma: Okla. OK
Oregon: Ore. OR
Pennsylvania: Pa. PA
Rhode Island: R.I. RI
South Carolina: S.C. SC
South Dakota: S.D. SD
Tennessee: Tenn. TN
Texas: Tex. TX
Utah: UT
Vermont: Vt. VT
Virginia: Va. VA
Washington: Wash. WA
West Virginia: W.Va. WV
Wisconsin: Wis. WI
Wyoming: Wyo. WY
Alberta: Alta. AB
British Columbia: B.C. BC
Manitoba: Man. MB
New Brunswick: N.B. NB
Nova Scotia: N.S. NS
Ontario: Ont. ON
Quebec: Que. QC
Saskatchewan: Sask. SK
New South Wales: NSW
Queensland: Qld. QLD
"""
ABBREVIATIONS: Mapping[str, str] = {
    short: name
    for name, _, shorts in (line.partition(": ") for line in _STATES.split("\n") if line)
    for short in shorts.split()
}
"""How news shortens American, Canadian and Australian states after a comma, and their names."""
