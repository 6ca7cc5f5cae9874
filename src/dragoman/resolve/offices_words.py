"""Words that make up an office: heads, what may stand before them, and what an office may be for.

`knowledge.titles` gives the sector of the commonest titles; these are the words that the grammar turns on.
All are in small letters.
"""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.resolve.actors_words import word_set

_HEADS: Mapping[str, str] = {
    "GOV": """ambassador administrator attache attaché captain-regent duchess duke chancellor chargé
        commissioner commissioner-general consul councilor counselor counsellor diplomat emir emperor
        empress envoy first-lady governor governor-general king mayor minister monarch negotiator ombudsman
        permanent-representative prefect premier president prince princess queen representative ruler
        secretary shah spokesman spokesperson spokeswoman statesman sultan tánaiste taoiseach undersecretary
        vice-minister vice-premier vice-president viceroy deputy-secretary""",
    "LEG": """assemblyman assemblywoman congressman congressperson congresswoman councillor councilman
        councilwoman deputy lawmaker legislator mep mp parliamentarian rapporteur senator speaker whip""",
    "MIL": """admiral brigadier captain colonel commander commander-in-chief commodore corporal general
        lieutenant major marshal sergeant""",
    "REB": "warlord",
    "JUD": "judge justice magistrate prosecutor",
    "COP": "constable detective inspector sheriff superintendent",
    "REL": """archbishop ayatollah bishop cardinal cleric imam maulvi metropolitan mufti mullah patriarch
        pontiff pope rabbi""",
    "BUS": """banker billionaire businessman businesswoman ceo cfo entrepreneur founder co-founder oligarch
        tycoon""",
    "CVL": """activist artist athlete attorney author blogger boxer campaigner comedian composer cyclist
        defender dissident filmmaker footballer golfer lawyer musician novelist painter playwright poet
        protester rapper singer songwriter swimmer whistleblower writer actor actress""",
    "JRN": "broadcaster columnist correspondent editor journalist photojournalist reporter",
    "EDU": """academic analyst dean economist historian physicist professor rector researcher scholar
        scientist""",
    "MED": "epidemiologist nurse physician surgeon",
    "CRM": "gunman hacker kingpin shooter",
    "": """adviser advisor agent aide astronaut boss candidate chair chairman chairperson chairwoman chief
        counterpart co-chair co-chairman co-chairwoman co-leader coach coordinator counsel custodian
        delegate director director-general executive expert head leader liaison manager member militant
        nominee observer officer official operative politician principal representative-elect
        secretary-general specialist strategist treasurer trustee veteran vice-chair vice-chairman
        politician president-designate""",
}
HEAD_SECTORS: Mapping[str, str | None] = {
    word: sector or None for sector, text in _HEADS.items() for word in text.split()
}
"""Last word of a title → PLOVER sector; None where the body it belongs to decides."""

PLURALS: Mapping[str, str] = {
    **{word + "s": word for word in HEAD_SECTORS if not word.endswith(("man", "secretary", "deputy"))},
    **{word.removesuffix("man") + "men": word for word in HEAD_SECTORS if word.endswith("man")},
    "secretaries": "secretary",
    "deputies": "deputy",
    "secretaries-general": "secretary-general",
    "undersecretaries": "undersecretary",
}
"""Plural head → singular: several people under one title."""

OCCUPATIONS = word_set(
    """counterpart activist actor actress analyst artist astronaut athlete attorney author banker
    billionaire blogger boxer businessman businesswoman campaigner candidate cleric coach columnist comedian
    composer correspondent cyclist defender diplomat dissident economist entrepreneur epidemiologist expert
    filmmaker footballer golfer gunman hacker historian journalist kingpin lawyer militant musician nominee
    novelist nurse oligarch operative painter photojournalist physician physicist playwright poet politician
    protester rapper reporter researcher scholar scientist shooter singer songwriter specialist strategist
    surgeon swimmer tycoon veteran warlord whistleblower writer academic broadcaster statesman"""
)
"""Heads that say what somebody is, not which office he holds."""

MODIFIERS = word_set(
    """acting adjunct agriculture alternate army assistant associate attorney auditor brigadier cabinet
    caretaker central chief climate commanding counterterrorism counter-terrorism crown culture defence
    defense deputy designate development director economic economy education elect energy environment ex
    executive extraordinary federal field finance first foreign former full general global government grand
    guerrilla health high home honorary human incoming incumbent information interim interior intelligence
    international joint justice labor labour late lead lieutenant major majority managing military minister
    minority national navy nominated opposition outgoing parliamentary party permanent personal planning
    plenipotentiary police political presidential press prime principal provincial provisional public rear
    rebel regional religious resident revolutionary royal ruling second secretary security senior separatist
    shadow special spiritual staff state supreme temporary third top tourism trade transitional transport
    under union veteran vice commander inspector solicitor consul surgeon prosecutor commissioner governor
    sub-lieutenant air vice-chief student tribal gang cartel militia human-rights rights anti-corruption
    pro-democracy chairman"""
)
"""Words that may stand before a head, in small letters or capitals."""

TIME_WORDS = word_set("acting caretaker ex former incoming interim late outgoing then")
"""Modifiers that say when an office is held; written small before a title in capitals."""

WEAK_HEADS = word_set(
    """agent aide captain chair chief commander counsel custodian director executive expert general head
    judge justice leader major manager master member minister-counselor observer officer official principal
    speaker specialist trustee veteran"""
)
"""Heads that are also plain nouns: in a headline they need a name of two words."""

FORMER_WORDS = word_set("ex former late")

OPENING_WORDS = word_set(
    """alleged assassinated controversial convicted current deposed detained embattled exiled famous fellow
    impeached imprisoned incumbent influential jailed long-serving longtime long-time new newly ousted
    outspoken popular prominent recently re-elected newly-elected renowned slain suspected then veteran
    visiting wanted well-known elected murdered late disgraced fugitive hardline far-right"""
)
"""Words before a title that tell of the person, not of the office."""

AFTER_HEAD = word_set("designate elect emeritus extraordinary general plenipotentiary pro tempore at-large")
GENERAL_HEADS = word_set(
    """attorney auditor commissioner consul director governor inspector prosecutor secretary solicitor
    surgeon"""
)
"""Heads that "general" may follow: "Secretary General", "Attorney General"."""

HONORIFICS: Mapping[str, str | None] = {
    **dict.fromkeys(
        word_set("""baron datuk father fr. haji hajji lord monsieur mr mr. sayyid señor shaikh sheikh sir"""),
        "m",
    ),
    **dict.fromkeys(word_set("baroness dame lady madam madame miss mrs mrs. ms ms. sheikha sister"), "f"),
    **dict.fromkeys(
        word_set(
            """comrade dr dr. excellency h.e. highness hon hon. honorable honourable majesty mx. prof.
            rev. reverend right rt. tun"""
        )
    ),
}
"""Honorific → "m" or "f" where it tells a gender. It is no part of the name and no office."""

HONORIFIC_LEADS = word_set("his her your their the royal imperial serene most and")
"""What an honorific may open with: "His Majesty", "Her Royal Highness"."""

SHORT_TITLES: Mapping[str, str] = {
    "adm.": "admiral",
    "amb.": "ambassador",
    "asst.": "assistant",
    "brig.": "brigadier",
    "capt.": "captain",
    "cllr.": "councillor",
    "cmdr.": "commander",
    "col.": "colonel",
    "cpl.": "corporal",
    "dep.": "deputy",
    "fm": "foreign minister",
    "gen.": "general",
    "gens.": "generals",
    "gov.": "governor",
    "govs.": "governors",
    "insp.": "inspector",
    "lt.": "lieutenant",
    "maj.": "major",
    "pm": "prime minister",
    "pres.": "president",
    "rep.": "representative",
    "reps.": "representatives",
    "sec.": "secretary",
    "sen.": "senator",
    "sens.": "senators",
    "sgt.": "sergeant",
    "supt.": "superintendent",
}
"""Short title → in full."""

MALE_TITLES = word_set(
    """duke assemblyman businessman cardinal chairman congressman councilman emir emperor gunman imam
    ayatollah king pope pontiff prince shah spokesman statesman sultan actor co-chairman patriarch"""
)
FEMALE_TITLES = word_set(
    """duchess actress assemblywoman businesswoman chairwoman congresswoman councilwoman empress first-lady
    princess queen spokeswoman co-chairwoman"""
)

SCOPE_PREPOSITIONS = word_set("of for to on at in with against from")

SENDING_HEADS = word_set(
    """adviser advisor ambassador assistant attache attaché chargé commissioner consul coordinator delegate
    director envoy liaison negotiator permanent-representative representative rapporteur"""
)
"""Heads for whom "for X" and "to X" name the matter, not the country that sends them."""

FIELD_WORDS = word_set(
    """accountability administration advancement affairs africa african agency agricultural agriculture air
    anti-corruption antisemitism arctic armed arms army asia asian assembly assets assistance atomic
    aviation banking biodiversity board borders budget bureau business cabinet capital caucasus central
    chamber children city civil climate coalition combat commerce commercial commission committee
    communication communications communist community competition conflict congress conservation
    constitutional consular consumer control cooperation coordination corruption council counter-narcotics
    counter-terrorism counterterrorism county court crime criminal culture cultural customs cyber
    cybersecurity cyberspace defence defense delegation democracy democratic department development diaspora
    digital diplomacy disarmament disaster district domestic drugs duma east eastern economic economy
    education elections electoral electricity emergency employment energy engagement enforcement enterprise
    enterprises environment environmental equality ethnic eurasian european exports external family federal
    federation fiscal finance financial fisheries food force forces foreign forestry freedom front fund gas
    gender general global governance government group growth guard guards health hemisphere heritage higher
    home homeland house housing human humanitarian immigration implementation independence indigenous
    industrial industries industry information infrastructure inland innovation integration integrity
    intelligence interior internal international investment investments irrigation islamic israeli issues
    justice knowledge labor labour land lands law legal legislative liberal livestock local logistics lower
    management maritime market markets media medical medicine middle migration military minerals mines
    mining ministry minorities missile monetary municipal narcotics national natural naval navy near
    negotiations north northern nuclear occupied ocean oceans office oil operations opposition organization
    organizations outreach overseas pacific parliament parliamentary partnership partnerships party peace
    pensions people petroleum planning police policies policy political population populations port ports
    postal power presidency press prevention prisons private procurement production programs projects
    property prosperity protection province provincial public publicity railway railways reconciliation
    reconstruction reform reforms refugee refugees regime region regional regions regulatory relations
    relief religion religious renewable republic research resilience resources response revenue
    revolutionary rights roads rural sanitation sanctions science sciences sea secretariat secret security
    self-defense senate service services settlement shipping silk small social socialist society south
    southern space special sport sports stability stabilization staff state states statistics strategic
    strategy supply supreme sustainable tax taxation technologies technology telecommunications territorial
    territories territory terrorism tourism town trade traffic training transition transport transportation
    transparency treasury tribal tribunal union united upper urban veterans war waste water waterways
    welfare west western wildlife women works workers world youth"""
)
"""Words for what an office or a body may be for; they never begin a person's name after a title."""
