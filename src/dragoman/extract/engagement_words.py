"""Words that denote meetings, calls, signings and mediation."""

from __future__ import annotations

MEETING_NOUNS = frozenset({
    "meeting", "talk", "discussion", "conversation", "consultation", "dialogue", "session", "conference",
    "roundtable", "summit", "audience", "dinner", "lunch", "breakfast", "luncheon", "negotiation",
    "engagement", "exchange", "encounter", "briefing", "call", "teleconference", "videoconference", "forum",
    "sideline",
})  # fmt: skip
COUNTED_NOUNS = frozenset({
    "meeting", "talk", "consultation", "summit", "negotiation", "call", "audience", "teleconference",
    "videoconference",
})  # fmt: skip
"""Nouns that denote an engagement even without a verb that holds it: "after talks with Oman"."""
SUMMIT_NOUNS = frozenset({"summit"})
CALL_NOUNS = frozenset({"call", "teleconference", "videoconference"})
PHONED_NOUNS = frozenset({"conversation", "discussion"})
"""Nouns that denote an engagement only with a word such as "telephone" before them."""
GETTING_VERBS = frozenset({"receive", "get", "take"})
"""Verbs whose subject is rung where a call is their object: "received a call from"."""
PAYING_VERBS = frozenset({"pay", "make"})
CAUSES = frozenset({"because", "due", "owing", "despite", "amid"})
"""Prepositions that do not say that the clause's subject takes part in what stands behind them."""
AMOUNTS = frozenset({"week", "day", "hour", "month", "round", "series", "set", "number", "couple"})
"""Nouns before "of talks" that measure them."""
OFFERS = frozenset({"ready", "willing", "prepared", "eager", "keen", "open", "offer"})
"""Words whose infinitive only offers to hold a meeting of others."""
REMOTE_WORDS = frozenset({
    "phone", "telephone", "video", "virtual", "online", "remote", "teleconference", "videoconference",
    "secure",
})  # fmt: skip
REMOTE_ADVERBS = frozenset({"virtually", "remotely", "online"})
HOLDING_VERBS = frozenset({
    "hold", "have", "conduct", "attend", "host", "convene", "chair", "co-chair", "cochair", "join",
    "participate", "lead", "open", "begin", "start", "conclude", "take", "schedule", "organize", "organise",
    "arrange", "call", "cohost", "co-host", "complete", "finish", "resume",
})  # fmt: skip
HOST_VERBS = frozenset({"host", "receive", "welcome", "greet"})
TALK_VERBS = frozenset({"speak", "talk", "converse", "chat"})
MEET_VERBS = frozenset({"meet", "confer", "huddle"})
PHONE_VERBS = frozenset({"phone", "telephone"})
NEGOTIATE_VERBS = frozenset({"negotiate"})
MEDIATE_VERBS = frozenset({"mediate", "broker", "facilitate"})
MEDIATED_NOUNS = frozenset({
    "talk", "negotiation", "ceasefire", "truce", "agreement", "deal", "dialogue", "dispute", "conflict",
    "release", "exchange", "settlement", "peace", "step", "truces", "swap",
})  # fmt: skip
SIGN_VERBS = frozenset({"sign", "initial", "ink", "conclude", "cosign", "co-sign"})
SIGNED_NOUNS = frozenset({
    "agreement", "memorandum", "mou", "treaty", "accord", "pact", "deal", "declaration", "protocol",
    "convention", "statement", "contract", "document", "charter", "communique", "communiqué", "roadmap",
    "plan", "letter", "arrangement", "compact", "partnership", "instrument", "memoranda", "nda", "ncmou",
    "framework",
})  # fmt: skip
ISSUE_VERBS = frozenset({"issue", "release", "publish", "adopt"})
ROUND_WORDS = frozenset({
    "trilateral", "trilaterally", "quadrilateral", "multilateral", "joint", "jointly", "together", "summit",
    "ministerial", "four-way", "three-way", "collectively", "conference", "forum", "roundtable",
})  # fmt: skip
"""Words that make a meeting with several governments one round instead of a series."""
SPLITTERS = frozenset({"respectively", "separately", "individually"})
PARTY_PREPS = frozenset({"with", "alongside"})
BETWEEN = frozenset({"between", "among", "amongst"})
PLACE_PREPS = frozenset({"in", "at"})
PLURAL_TALK = frozenset({"talk", "consultation", "negotiation"})
"""Nouns that need a plural to be an engagement: a "talk" is a lecture."""
GROUP_NOUNS = frozenset({
    "official", "leader", "representative", "counterpart", "member", "minister", "authority", "leadership",
    "society", "government", "delegation", "stakeholder", "lawmaker", "parliamentarian", "businessman",
    "student", "community", "activist", "figure", "partner",
})  # fmt: skip
"""Counterparts without a name: their country is the place's where the text names no other."""
