"""Sets of words as constants."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text, which is how a table of words stays readable and within the line."""
    return frozenset(text.split())


CALENDAR = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.
    """
)
FUNCTION_WORDS = word_set(
    """a about according after all also although amid among an and another any are as at be because been
    before both but by despite during each earlier either every few following for from further furthermore
    had has have he her here his how however i if in is it its later like many meanwhile more moreover most
    mr mrs ms my neither new no nor not now of on one only or other our over she since so some such that the
    their then there these they this those through to today tomorrow under until upon was we were what when
    where which while who why will with would yesterday yet you your"""
)

PEOPLES = word_set(
    """africans alawites arabs asians baloch berbers bosniaks buddhists catholics christians copts druze
    europeans hazaras hindus houthis hutus jews jihadists kurds latinos muslims nazis orthodox pashtuns
    protestants republicans democrats rohingya roma romani sahrawis shia shias shiites sikhs sunni sunnis
    tamils tatars tibetans tutsis uighurs uyghurs westerners yazidis communists conservatives islamists
    liberals socialists"""
)
"""Peoples, faiths and camps, which a capital does not make a person."""
CONTINENTS = word_set("africa america antarctica asia eurasia europe oceania")
NEVER_PERSONS = word_set("covid covid-19 holocaust internet ramadan christmas easter eid brexit olympics")


OWNERS = word_set(
    "children women men people peoples workers writers farmers king queen prince mothers nations"
)
"""Owners inside a name: "Children's Hospital", "Global Women's Issues"."""
