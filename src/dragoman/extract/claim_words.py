"""Words that make a claim: verbs, nouns and adjectives with the kind and stance each one carries.

Kinds follow the guidelines in docs/claims.md. A verb of saying carries no kind of its own: what is said
decides.
"""

from __future__ import annotations

from typing import NamedTuple

from dragoman.records import ClaimKind, Stance, Strength


class Act(NamedTuple):
    """What a word does to its content."""

    kind: ClaimKind
    stance: Stance | None = None


SUPPORT = Act("position", "support")
OPPOSE = Act("position", "oppose")
PRAISE = Act("assessment", "support")
ACCUSE = Act("accusation")
REQUEST = Act("request")
REPORT = Act("report")

SPEECH_VERBS = frozenset({
    "say", "tell", "note", "state", "add", "stress", "emphasize", "emphasise", "underscore", "underline",
    "highlight", "reiterate", "reaffirm", "affirm", "remark", "declare", "explain", "argue", "claim",
    "believe", "think", "express", "voice", "convey", "warn", "suggest", "insist", "maintain", "acknowledge",
    "recognize", "recognise", "recall", "observe", "assert", "assure", "mention", "comment", "repeat",
    "respond", "reply", "conclude", "agree", "describe", "share", "offer", "renew", "extend", "point",
    "contend", "clarify", "predict", "forecast", "indicate", "signal", "stipulate", "concede", "admit", "vow",
    "pledge", "promise", "hope", "expect", "demonstrate", "write", "tweet", "post", "testify", "reckon",
    "consider", "view", "confirm", "announce", "report", "reveal", "disclose", "inform", "send", "deliver",
    "relay", "lament", "complain", "swear", "caution", "propose", "restate", "echo", "denote", "accent",
    "deny",
})  # fmt: skip

EMPHASIS = frozenset({
    "underscore", "emphasize", "emphasise", "stress", "underline", "highlight", "reiterate", "reaffirm",
    "affirm", "accent",
})  # fmt: skip
"""Verbs of saying that make any noun a position in its favour."""
SHOWING = EMPHASIS | {"demonstrate", "reflect", "show"}
"""Verbs by which an institution lets its acts speak: "today's actions reaffirm our commitment to"."""

VERB_ACTS: dict[str, Act] = {
    **dict.fromkeys((
        "support", "welcome", "back", "endorse", "favor", "favour", "champion", "uphold", "respect",
        "embrace", "defend", "advocate", "cherish", "value", "prioritize", "recognize", "recognise", "honor",
        "honour",
    ), SUPPORT),
    **dict.fromkeys(("oppose", "reject", "regret", "lament", "dispute", "resist"), OPPOSE),
    **dict.fromkeys((
        "condemn", "denounce", "deplore", "decry", "slam", "blast", "criticize", "criticise", "blame",
        "accuse", "rebuke", "castigate", "lambaste", "censure",
    ), ACCUSE),
    **dict.fromkeys((
        "praise", "commend", "applaud", "congratulate", "thank", "hail", "laud", "salute", "appreciate",
        "compliment",
    ), PRAISE),
    **dict.fromkeys((
        "urge", "ask", "request", "demand", "implore", "invite", "encourage", "press", "beseech", "beg",
        "exhort", "seek",
    ), REQUEST),
    **dict.fromkeys(("announce", "confirm", "report", "reveal", "disclose", "inform", "unveil"), REPORT),
}  # fmt: skip
"""Verbs whose grammatical subject speaks by doing: "Oman condemns …"."""

PREP_ACTS: dict[tuple[str, str], Act] = {
    ("call", "on"): REQUEST, ("call", "upon"): REQUEST, ("call", "for"): REQUEST, ("appeal", "for"): REQUEST,
    ("appeal", "to"): REQUEST, ("push", "for"): REQUEST, ("ask", "for"): REQUEST, ("press", "for"): REQUEST,
    ("stand", "with"): SUPPORT, ("stand", "by"): SUPPORT, ("stand", "behind"): SUPPORT,
    ("object", "to"): OPPOSE, ("protest", "against"): OPPOSE, ("speak", "of"): PRAISE,
    ("stand", "against"): OPPOSE, ("stand", "for"): SUPPORT, ("believe", "in"): SUPPORT,
    ("speak", "against"): OPPOSE, ("adhere", "to"): SUPPORT, ("abide", "by"): SUPPORT,
    ("stand", "alongside"): SUPPORT,
}  # fmt: skip
"""Verb and preposition together: "called on", "stands with". "speak of" needs "highly"."""

CALLS = frozenset({("call", "on"), ("call", "upon"), ("call", "for"), ("appeal", "to"), ("appeal", "for")})

ADJECTIVE_ACTS: dict[str, Act] = {
    **dict.fromkeys(("grateful", "thankful", "appreciative"), PRAISE),
    **dict.fromkeys((
        "supportive", "pleased", "proud", "glad", "delighted", "honored", "honoured", "encouraged",
        "heartened",
    ), SUPPORT),
    **dict.fromkeys((
        "concerned", "alarmed", "troubled", "opposed", "worried", "disappointed", "dismayed", "appalled",
        "outraged", "disturbed", "saddened", "shocked",
    ), OPPOSE),
}  # fmt: skip
"""Adjectives and participles after "be" or "remain"."""

NOUN_ACTS: dict[str, Act] = {
    **dict.fromkeys(("support", "backing", "solidarity", "endorsement", "respect", "adherence"), SUPPORT),
    **dict.fromkeys((
        "importance", "need", "necessity", "urgency", "value", "significance", "centrality", "primacy",
        "imperative",
    ), SUPPORT),
    **dict.fromkeys((
        "concern", "alarm", "dismay", "disappointment", "regret", "opposition", "objection", "anger",
        "outrage", "worry", "displeasure", "indignation", "unease",
    ), OPPOSE),
    **dict.fromkeys((
        "appreciation", "gratitude", "thanks", "thank", "congratulations", "congratulation", "praise",
        "admiration", "satisfaction", "confidence",
    ), PRAISE),
    **dict.fromkeys(("hope",), SUPPORT),
    **dict.fromkeys(("condemnation", "criticism"), ACCUSE),
    **dict.fromkeys(("call", "appeal", "request", "demand"), REQUEST),
    "commitment": SUPPORT,
}  # fmt: skip
"""Nouns under a verb of saying: "expressed concern about", "underscored the importance of"."""

COMMITMENT_NOUNS: dict[str, Strength] = {
    "commitment": "will", "readiness": "ready", "willingness": "willing", "intention": "will",
    "desire": "wish", "determination": "will", "resolve": "will", "pledge": "will", "promise": "will",
    "intent": "will", "plan": "will", "interest": "wish", "offer": "ready",
}  # fmt: skip
COMMITMENT_ADJECTIVES: dict[str, Strength] = {
    "ready": "ready", "prepared": "ready", "willing": "willing", "determined": "will", "committed": "will",
    "eager": "wish", "keen": "wish", "resolved": "will", "poised": "ready", "dedicated": "will",
    "devoted": "will",
}  # fmt: skip
COMMITMENT_VERBS: dict[str, Strength] = {
    "pledge": "will", "promise": "will", "vow": "will", "commit": "will", "undertake": "will",
    "intend": "will", "plan": "will", "aim": "will", "agree": "agreed", "resolve": "will", "decide": "will",
    "want": "wish", "wish": "wish", "hope": "wish", "desire": "wish", "offer": "ready", "seek": "will",
    "swear": "will",
}  # fmt: skip
LIGHT_CONTINUATIONS = frozenset({"continue", "work", "strive", "try", "endeavor", "endeavour", "remain"})
"""Verbs between a cue and its action: "will continue to work with X to"."""

ENGAGEMENT_VERBS = frozenset({
    "travel", "visit", "meet", "hold", "host", "attend", "discuss", "depart", "arrive", "speak", "talk",
    "address", "chair", "join", "lead", "participate", "deliver", "conclude", "begin", "start", "focus",
    "tour", "fly", "return", "welcome", "accompany", "convene", "review", "consult", "represent", "co-chair",
    "cochair", "kick", "be", "stop", "sign", "spend", "brief", "include", "open", "co-host", "cohost",
    "receive",
})  # fmt: skip
"""What somebody "will" do on a programme is an announcement, not a pledge, unless they say it themselves."""

NO_CLAIM_NOUNS = frozenset({
    "condolence", "condolences", "wish", "wishes", "greeting", "greetings", "sympathy", "sympathies",
    "regards", "speech", "view", "views", "opinion", "information", "experience", "message", "welcome",
    "remark", "remarks",
})  # fmt: skip

TOPIC_WRONGS = frozenset({
    "corruption", "crime", "threat", "abuse", "violation", "aggression", "coercion", "genocide",
    "interference", "persecution", "harassment", "intimidation", "oppression", "repression", "crackdown",
    "atrocity", "corrupt", "assault",
})  # fmt: skip
"""Wrongs that a sentence may speak of without blaming anybody: they blame only a party that is named."""
UNITED = frozenset({"united", "steadfast", "resolute", "unwavering", "firm", "unanimous", "joined"})
"""Adjectives of "is united in its support for"."""
NEGATIVE_WORDS = frozenset({
    "unacceptable", "illegal", "unlawful", "provocative", "dangerous", "destabilizing", "destabilising",
    "abuse", "violation", "aggression", "irresponsible", "unjustified", "wrong", "corrupt", "corruption",
    "repression", "repressive", "brutal", "atrocity", "threat", "undermine", "violate", "threaten", "ignore",
    "inconsistent", "incompatible", "coercive", "coercion", "unprovoked", "illegitimate", "fraudulent",
    "sham", "persecution", "harassment", "intimidation", "oppression", "crackdown", "breach", "contravene",
    "flout", "jeopardize", "false", "baseless", "malign", "reckless", "deplorable", "outrageous", "inhumane",
    "genocide", "crime", "hinder", "obstruct", "interfere", "interference", "unilateral", "complicit",
    "complicity", "misuse", "attack", "affront", "assault", "outrage", "treasonous", "treason", "liar", "lie",
    "absurd", "disgraceful", "shameful", "terrorist", "dictator", "farce", "betrayal", "cowardly", "barbaric",
    "reprehensible", "heinous", "horrific", "inexcusable", "hypocritical", "hypocrisy", "blackmail",
    "unfounded", "disgrace", "charade",
})  # fmt: skip
CONCERN_WORDS = frozenset({
    "risk", "concern", "crisis", "deteriorate", "worsen", "challenge", "suffer", "dire", "grave", "alarming",
    "tragic",
})  # fmt: skip
POSITIVE_WORDS = frozenset({
    "strong", "close", "vital", "leader", "leadership", "progress", "success", "successful", "achievement",
    "friendship", "friend", "important", "good", "great", "excellent", "fruitful", "constructive", "historic",
    "enduring", "robust", "positive", "remarkable", "essential", "ally", "critical", "milestone", "proud",
    "pleased", "commendable", "model", "pioneer", "outstanding", "crucial", "deep", "invaluable",
})  # fmt: skip
PRAISE_WORDS = frozenset({
    "leader", "leadership", "success", "achievement", "friendship", "friend", "ally", "vital", "strong",
    "excellent", "remarkable", "outstanding", "commendable", "thank", "welcome", "partner", "partnership",
    "model", "pioneer", "invaluable",
})  # fmt: skip
DENIED_NOUNS = frozenset({
    "killing", "attack", "involvement", "role", "responsibility", "wrongdoing", "link", "tie", "knowledge",
    "existence", "shelling", "bombing", "use", "interference", "violation", "massacre", "complicity",
})  # fmt: skip
"""Nouns that, denied, are said not to be so; "denied access" withholds."""
DENYING = frozenset({"deny", "dispute", "refute", "rebut", "disavow"})
REPORT_NOUNS = frozenset({
    "report", "allegation", "claim", "accusation", "suggestion", "rumor", "rumour", "charge", "speculation",
    "notion",
})  # fmt: skip
TELLING_NOUNS = frozenset({
    "message", "signal", "assurance", "view", "belief", "conviction", "opinion", "warning",
    "fact",
})  # fmt: skip
"""Nouns whose "that" clause is what is said."""
COUNTERING = frozenset({
    "accountability", "responsibility", "consequence", "combat", "fight", "counter", "tackle", "end",
    "prevent", "address", "condemn", "reject", "oppose", "against", "stop", "reduce", "eliminate", "overcome",
    "avoid", "deter", "defeat", "mitigate", "resolve", "despite",
})  # fmt: skip
"""Words whose object is what they work against: "combat corruption" blames nobody."""
STATIVE = frozenset({
    "be", "have", "share", "remain", "represent", "constitute", "play", "need", "deserve", "face", "know",
    "understand", "mean", "hold", "enjoy", "belong", "become",
})  # fmt: skip
UNASSESSED = frozenset({
    "include", "consist", "comprise", "remind", "hope", "wish", "discuss", "raise", "exchange", "extend",
    "review", "express", "convey", "mention", "consider", "explore", "note", "say", "tell", "thank", "please",
    "contact", "visit", "email", "follow", "issue", "announce", "designate",
})  # fmt: skip
"""Verbs that, as the main verb of an institution's own sentence, judge nothing."""
VIEWING = frozenset({"view", "consider", "regard", "deem", "see"})
"""Verbs that judge their object: "views X as provocative"."""
WORDS_OF = frozenset({"words", "view", "opinion", "eyes"})
"""Nouns of "in the words of X", which attributes the clause to X."""
CALLING = frozenset({
    "call", "label", "brand", "term", "dub", "describe", "denounce", "characterize", "characterise",
})  # fmt: skip
"""Verbs that give their object a name: "called the vote a sham"; without one they judge nothing."""
COURTESIES = frozenset({
    "good", "great", "nice", "wonderful", "pleasure", "honor", "honour", "privilege", "delight", "why",
})  # fmt: skip
GLAD = frozenset({"pleased", "delighted", "honored", "glad", "happy", "proud"})
HOLDING_TRUE = STATIVE | {"believe", "think"}
"""Verbs with which "I" and "we" say something in a transcript; others narrate."""
ROLE_NOUNS = frozenset({"involvement", "role", "participation", "complicity", "part"})
"""Nouns of "for their role in X", which says that they did X."""
NECESSARY = frozenset({
    "critical", "essential", "vital", "imperative", "necessary", "crucial", "important", "urgent",
})  # fmt: skip
"""Adjectives of "it is … that X act"."""
OUTSPOKEN = frozenset({
    "accuse", "blame", "condemn", "denounce", "criticize", "criticise", "urge", "praise", "demand", "warn",
    "threaten",
})  # fmt: skip
"""Verbs that speak also in a relative clause: "X, who has accused Y of …"."""
TOLD_ACTS = (OUTSPOKEN - {"warn", "threaten", "demand"}) | {"announce"}
"""Acts of others that a speaker tells of as theirs: "said Oman had condemned the raid"."""
TOLD_SPEECH = EMPHASIS | OUTSPOKEN | {
    "say", "tell", "state", "announce", "report", "claim", "declare", "comment", "note", "express", "voice",
    "convey", "insist", "argue", "reveal", "vow",
}  # fmt: skip
"""Verbs that, of somebody else, only tell that he spoke."""
INFORMING = frozenset({"announce", "confirm", "report", "reveal", "disclose", "inform", "brief", "notify"})
"""Verbs of saying whose content is news, not judgement."""
OBLIGING_MODALS = frozenset({"should", "must", "ought"})
OBLIGATION = frozenset({"must", "should", "ought", "need", "have"})
SECOND_PERSON = frozenset({"you", "your"})
FIRST_PERSON = frozenset({"we", "i", "our", "us", "my", "me"})
JOINT_NOUNS = frozenset({
    "side", "country", "leader", "nation", "party", "government", "minister", "president",
})  # fmt: skip
"""Heads of joint subjects: "the two sides", "both countries"."""
AREA_PREPS = frozenset({"in", "on", "across"})
AREA_NOUNS = frozenset({
    "cooperation", "collaboration", "tie", "exchange", "relation", "partnership", "coordination", "work",
    "engagement",
})  # fmt: skip
AREA_TAILS = frozenset({"field", "area", "sector", "domain", "sphere"})
