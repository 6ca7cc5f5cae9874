"""Words that make up an office: heads, what may stand before them, and what an office may be for.

The tables of `knowledge` give more heads and their sectors; these are the words the grammar itself turns on.
"""

from __future__ import annotations

from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEAD_SECTORS: Mapping[str, str | None] = {
    word: sector
    for sector, text in {
        "GOV": """president premier chancellor minister secretary ambassador envoy representative spokesperson spokesman
            spokeswoman governor mayor king queen prince princess emir sultan monarch emperor empress shah crown-prince
            undersecretary commissioner consul attaché attache chargé counselor counsellor administrator diplomat
            vice-president vice-premier vice-minister taoiseach tánaiste negotiator permanent-representative
            governor-general chief-of-staff president-elect vice-chancellor prefect ombudsman commissioner-general
            first-lady ruler statesman viceroy""",
        "LEG": """senator congressman congresswoman congressperson speaker lawmaker parliamentarian legislator mp mep
            deputy assemblyman assemblywoman councillor councilman councilwoman councilor representative-elect rapporteur
            whip""",
        "MIL": """general colonel major captain lieutenant admiral commander marshal brigadier sergeant commodore corporal
            warlord commander-in-chief""",
        "JUD": "judge justice prosecutor magistrate attorney-general solicitor-general",
        "COP": "sheriff constable detective superintendent inspector",
        "REL": """pope cardinal archbishop bishop patriarch imam ayatollah rabbi reverend cleric mufti pontiff sheikh
            metropolitan dalai-lama""",
        "BUS": "ceo founder co-founder businessman businesswoman oligarch tycoon banker executive cfo entrepreneur billionaire",
        "CVL": """activist dissident protester campaigner lawyer attorney blogger actor actress singer artist writer author
            poet footballer athlete musician filmmaker director-general teenager defender whistleblower striker goalkeeper
            cyclist boxer sprinter swimmer golfer quarterback rapper novelist comedian astronaut cosmonaut
            playwright painter composer""",
        "JRN": "journalist reporter correspondent editor columnist broadcaster photojournalist anchor",
        "EDU": "professor rector economist scientist historian scholar academic dean analyst researcher physicist",
        "MED": "epidemiologist physician surgeon nurse",
        "CRM": "gunman kingpin druglord shooter hacker",
        None: """chief director chairman chairwoman chairperson chair head leader coordinator officer
            adviser advisor delegate manager member official secretary-general president-designate
            co-chair co-chairman vice-chairman vice-chair treasurer chairwoman-elect candidate nominee
            co-president co-leader trustee liaison principal principal-deputy observer custodian figurehead boss
            counsel strategist agent operative militant coach trainer expert specialist veteran spokespersons""",
    }.items()
    for word in text.split()
}
"""Last word of a title → PLOVER sector; None where the body decides."""

PLURALS: Mapping[str, str] = {
    **{word + "s": word for word in HEAD_SECTORS},
    "secretaries": "secretary", "deputies": "deputy", "secretaries-general": "secretary-general",
    "spokesmen": "spokesman", "spokeswomen": "spokeswoman", "chairmen": "chairman", "congressmen": "congressman",
    "attaches": "attache", "businessmen": "businessman", "co-chairs": "co-chair", "gunmen": "gunman", "attorneys": "attorney",
}  # fmt: skip
"""Plural head → singular: several people under one title."""

PERSON_NOUNS = _words(
    """activist dissident protester campaigner lawyer attorney blogger actor actress singer artist writer author poet
    footballer athlete musician filmmaker journalist reporter correspondent editor columnist broadcaster businessman
    businesswoman oligarch tycoon banker executive entrepreneur billionaire economist scientist historian scholar academic
    analyst researcher gunman kingpin shooter hacker militant veteran cleric warlord diplomat politician
    photojournalist nurse surgeon physician physicist epidemiologist teenager defender whistleblower coach boxer sprinter
    swimmer golfer rapper novelist comedian astronaut cosmonaut playwright painter composer expert specialist boss
    operative agent candidate nominee striker goalkeeper cyclist quarterback principal anchor observer strategist"""
)
"""Heads that say what somebody is, not what office he holds."""

MODIFIERS = _words(
    """deputy vice acting interim former ex- first second third senior assistant special under permanent foreign prime chief
    principal executive presidential parliamentary cabinet caretaker outgoing incoming incumbent designate elect
    ex-prime ex-foreign ex-president federal national general regional provincial central supreme grand crown personal high
    plenipotentiary extraordinary resident global managing honorary life temporary transitional joint co- lieutenant
    brigadier major rear minority majority opposition press government state party military army navy police
    long-time longtime veteran spiritual political union rebel separatist emeritus chargé associate adjunct royal
    shadow lord lead commanding staff sub- de ambassador-at-large nominated late ruling governing guerrilla minister
    secretary president director counterterrorism counter-terrorism attorney solicitor surgeon auditor field
    commander chief-of-defence full-time legal constitutional opposition's climate right-wing left-wing far-right
    far-left pro-democracy human rights labor labour student tribal religious
    gang cartel drug militia mafia crime company corporate fellow top key defense defence finance interior
    justice health education trade agriculture energy environment transport labour tourism culture
    sports economy economic development planning industry commerce information communications social welfare"""
)
"""Words that may stand before a head, in small letters or capitals."""

TIME_WORDS = _words("former acting interim outgoing incoming caretaker ex designate late then-")
"""Modifiers that say when an office was held."""

FORMER_WORDS = _words("former ex late onetime erstwhile ousted deposed")

PRE_WORDS = _words(
    """visiting newly newly-elected then recently current recent the his her its their our a an this new re-elected elected
    incumbent late long-serving embattled jailed exiled ousted deposed slain assassinated detained imprisoned controversial
    outspoken influential prominent young famous popular renowned well-known alleged suspected convicted wanted
    impeached"""
)
"""Words before a title that do not belong to it."""

HONORIFICS: Mapping[str, str | None] = {
    "mr.": "male", "mr": "male", "mrs.": "female", "mrs": "female", "ms.": "female", "ms": "female", "miss": "female",
    "mx.": None, "dr.": None, "dr": None, "prof.": None, "hon.": None, "hon": None, "honorable": None, "honourable": None,
    "sir": "male", "dame": "female", "lady": "female", "lord": "male", "madam": "female", "madame": "female",
    "rev.": None, "fr.": "male", "st.": None, "excellency": None, "h.e.": None, "monsieur": "male", "señor": "male",
    "majesty": None, "highness": None, "sheikh": "male", "sheikha": "female", "hajji": "male", "sayyid": "male",
    "shaikh": "male", "begum": "female", "haji": "male", "father": "male", "sister": "female", "saint": None,
    "comrade": None, "u": None, "daw": "female", "datuk": "male", "tun": None, "tan": None,
}  # fmt: skip
"""Honorific → gender where it tells one. It is no part of the name and no office."""

ABBREVIATIONS: Mapping[str, str] = {
    "gen.": "general", "col.": "colonel", "maj.": "major", "capt.": "captain", "lt.": "lieutenant", "adm.": "admiral",
    "sen.": "senator", "sens.": "senators", "rep.": "representative", "reps.": "representatives", "gov.": "governor",
    "pres.": "president", "sgt.": "sergeant", "brig.": "brigadier", "cmdr.": "commander", "sec.": "secretary",
    "amb.": "ambassador", "asst.": "assistant", "dep.": "deputy", "cpl.": "corporal", "cong.": "congressman",
    "insp.": "inspector", "supt.": "superintendent", "chmn.": "chairman", "govs.": "governors", "gens.": "generals",
    "pm": "prime minister", "fm": "foreign minister",
}  # fmt: skip
"""Short title → in full, in small letters."""

MALE_TITLES = _words(
    """king prince sultan emir sheikh spokesman chairman congressman businessman pope cardinal imam ayatollah councilman
    assemblyman father brother son husband uncle nephew emperor shah statesman gunman grandson grandfather actor"""
)
FEMALE_TITLES = _words(
    """queen princess spokeswoman chairwoman congresswoman businesswoman councilwoman assemblywoman mother sister daughter
    wife aunt niece empress sheikha actress widow granddaughter grandmother first-lady"""
)

KIN = _words(
    """wife husband son daughter brother sister mother father widow uncle nephew niece aunt cousin grandson
    granddaughter grandfather grandmother fiancée fiancé girlfriend boyfriend partner spouse children sons daughters
    brothers sisters parents half-brother half-sister stepson stepdaughter son-in-law daughter-in-law brother-in-law
    sister-in-law father-in-law mother-in-law twin"""
)
"""Relatives: "Okello's wife, Miriam Achieng"."""

SCOPE_PREPOSITIONS = _words("of for to on at in with against from")

SENDING_HEADS = _words(
    """ambassador envoy representative consul attaché attache chargé commissioner delegate permanent-representative
    coordinator liaison negotiator adviser advisor assistant"""
)
"""Heads whose "to X" names the receiving side, not the own country."""

SCOPE_WORDS = _words(
    """affairs climate issues issue relations organizations organisations treasury state defense defence foreign finance
    interior exterior justice health education trade agriculture energy environment environmental transport transportation
    labor labour tourism culture cultural sport sports economy economic economics development planning industry industries
    industrial commerce commercial information communications communication social welfare security international national
    regional integration control arms nonproliferation non-proliferation global public policy policies political european
    eurasian asian african pacific western eastern southern northern hemisphere central south north east west near middle
    conflict stabilization operations bureau office department ministry agency council committee commission board
    parliament assembly senate congress house representatives cabinet government administration republic federation
    confederation union kingdom emirates states people peoples democratic party front movement army navy air force forces
    armed military police intelligence guard staff chiefs joint general counter-terrorism counterterrorism terrorism
    narcotics law enforcement crime rights human humanitarian refugees refugee migration immigration population
    women children youth family gender equality minorities religious freedom democracy religion faith antisemitism
    anti-semitism holocaust science technology technologies innovation digital cyber cyberspace space aviation maritime
    oceans fisheries fishery forestry forests water resources natural mines mining minerals oil gas petroleum electricity
    power nuclear atomic infrastructure housing urban rural municipal affairs' roads works railways ports shipping logistics
    bank banking budget taxation revenue customs investment investments investor privatization enterprise enterprises
    business small medium growth prosperity partnership partnerships cooperation reform reforms reconciliation
    reconstruction rehabilitation emergency emergencies disaster situations relief civil service services employment
    pensions veterans institute institution institutions university college school academy academic research training
    studies center centre museum library hospital medicine medical pharmaceutical drug drugs food nutrition
    sanitation hygiene environment's climate's ecological ecology transition green sustainable biodiversity
    conservation wildlife parks heritage arts media press broadcasting publicity propaganda organization organisation
    committee's secretariat presidency protocol consular legal litigation courts court supreme constitutional appeals
    elections electoral election commission's supervision discipline inspection audit accounting statistics standards
    quality competition consumer protection product markets market stock exchange securities insurance
    monetary fund currency reserve assets property land lands territories territory islands island province
    provincial district city town county state's federal local self-government autonomy autonomous constitution
    constitutional ethnic nationalities diaspora expatriates overseas abroad citizens communities community
    coalition defeat alliance nations united world summit conference group talks negotiations peace process
    strategic strategy management coordination implementation assistance aid donor multilateral bilateral
    hostage hostages detainees abductions missing persons trafficking monitoring combat combating
    threat threats reduction weapons destruction mass chemical biological disarmament verification compliance
    acquisition sustainment policy procurement export exports import imports domestic home homeland
    borders border frontier boundary horn great lakes basin sea gulf region regions area areas sahel
    indo-pacific asia-pacific transatlantic trans-atlantic neighbourhood neighborhood enlargement
    negotiation accession reunification unification solidarity transparency accountability corruption anti-corruption
    governance ethics integrity diversity inclusion outreach engagement diplomacy diplomatic liaison
    command commander theater theatre fleet corps division brigade battalion regiment garrison infantry
    artillery missile missiles rocket guards revolutionary islamic popular liberation resistance national
    workers worker's socialist communist liberal conservative labour's progressive radical
    christian muslim jewish orthodox catholic church holy see diocese synod mosque
    strategic emerging threats initiatives initiative program programme programs programmes projects project
    innovation ai artificial data telecommunications postal post posts information's film music
    vaccination vaccines vaccine pandemic covid-19 response recovery resilience preparedness
    engineering construction supply supplies materials metals steel chemicals textiles agricultural livestock
    irrigation cooperatives lending credit loans debt deposit fiscal monetary
    humanities language languages sciences mathematics physics chemistry history philosophy
    general secretary president minister director chief deputy vice first second special affairs.
    executive legislative judicial parliamentary senior principal acting assistant under representative envoy
    strategic-communications arctic antarctic polar nordic baltic balkan caucasus levant maghreb
    americas america africa asia europe oceania eurasia caribbean latin mediterranean atlantic
    outer private sector corporate corporation company financing cross-strait mainland
    labor's human-rights anti-terrorism peacekeeping peacebuilding mediation disarmament"""
)
"""Words (in small letters) that an office or a body may be for: they never begin a person's name."""
