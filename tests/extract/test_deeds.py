"""Sentences with their deeds: type, mode, status, who and to whom; and sentences that hold none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.codebooks import load_codebook
from dragoman.extract.deeds import extract_deeds
from dragoman.extract.drafts import EventDraft
from dragoman.extract.participants import Participants
from dragoman.extract.timing import Timing
from dragoman.knowledge import Knowledge
from dragoman.parse import EnglishParser
from dragoman.read import read_text
from dragoman.records import Actor
from dragoman.resolve import resolve

Find = Callable[[str], list[EventDraft]]

ASSAULT = [
    # id, sentence, "TYPE/mode status source > target"
    ("verb", "Ukraine attacked a Russian airfield on Monday.", "ASSAULT/- occurred UKR > RUS"),
    ("passive", "The Russian airfield was attacked by Ukraine.", "ASSAULT/- occurred UKR > RUS"),
    (
        "shelling of a city",
        "Russia's shelling of Kharkiv went on for hours.",
        "ASSAULT/heavy-weapons occurred RUS > UKR",
    ),
    (
        "noun with victims",
        "An attack by rebels killed six Malian soldiers.",
        "ASSAULT/- occurred rebels:REB > MLI:MIL",
    ),
    (
        "killed in an attack by",
        "Six Malian soldiers were killed in an attack by rebels.",
        "ASSAULT/- occurred rebels:REB > MLI:MIL",
    ),
    (
        "light verb, air strikes",
        "Turkey carried out air strikes against targets in Iraq.",
        "ASSAULT/aerial occurred TUR > IRQ",
    ),
    (
        "light verb, passive",
        "An air strike on Syria was carried out by Israel.",
        "ASSAULT/aerial occurred ISR > SYR",
    ),
    (
        "demonym modifier",
        "The Saudi bombardment of Yemen has resumed.",
        "ASSAULT/heavy-weapons occurred SAU > YEM",
    ),
    ("drone subject", "Azerbaijani drones struck a depot in Armenia.", "ASSAULT/drone occurred AZE > ARM"),
    ("missiles at", "Iran fired ballistic missiles at Israel.", "ASSAULT/heavy-weapons occurred IRN > ISR"),
    (
        "opened fire on",
        "Gunmen opened fire on a bus in Nigeria.",
        "ASSAULT/firearms occurred gunmen:UAF > NGA",
    ),
    (
        "shot dead by",
        "Two Kenyan policemen were shot dead by gunmen.",
        "ASSAULT/firearms occurred gunmen:UAF > KEN:COP",
    ),
    ("bombed", "Rebels bombed Ethiopian troops.", "ASSAULT/explosives occurred rebels:REB > ETH:MIL"),
    (
        "assassination",
        "The assassination of Haiti's president stunned the region.",
        "ASSAULT/targeted occurred - > HTI",
    ),
    ("executed", "Iran executed two Swedish citizens.", "ASSAULT/targeted occurred IRN > SWE:CVL"),
    (
        "tortured",
        "Eritrean soldiers tortured the prisoners.",
        "ASSAULT/torture occurred ERI:MIL > prisoners:CVL",
    ),
    ("beaten", "Police in Uganda beat opposition supporters.", "ASSAULT/beat occurred UGA:COP > UGA:OPP"),
    (
        "kidnapped",
        "Militants kidnapped four Indian engineers.",
        "ASSAULT/abduct occurred militants:REB > IND:CVL",
    ),
    (
        "abduction noun",
        "The abduction of a French nurse by gunmen alarmed aid agencies.",
        "ASSAULT/abduct occurred gunmen:UAF > FRA:MED",
    ),
    ("invaded", "Iraq invaded Kuwait.", "ASSAULT/- occurred IRQ > KWT"),
    (
        "invasion noun",
        "The Russian invasion of Ukraine has displaced millions.",
        "ASSAULT/- occurred RUS > UKR",
    ),
    ("clashed with", "Indian troops clashed with Chinese soldiers.", "ASSAULT/- occurred IND:MIL > CHN:MIL"),
    (
        "clashes between",
        "Clashes between Armenia and Azerbaijan continued.",
        "ASSAULT/- occurred ARM+AZE > -",
    ),
    (
        "exchanged fire",
        "India and Pakistan exchanged fire along the frontier.",
        "ASSAULT/firearms occurred IND+PAK > -",
    ),
    (
        "tear gas",
        "Police in Chile fired tear gas at students.",
        "ASSAULT/crowd-control occurred CHL:COP > CHL:EDU",
    ),
    (
        "means and end",
        "Police in Chile used water cannon to disperse students.",
        "ASSAULT/crowd-control occurred CHL:COP > CHL:EDU",
    ),
    ("shot down", "Turkey shot down a Russian jet.", "ASSAULT/heavy-weapons occurred TUR > RUS:MIL"),
    (
        "suicide bomber",
        "A suicide bomber killed five Pakistani policemen.",
        "ASSAULT/suicide-attack occurred suicide bomber:REB > PAK:COP",
    ),
    (
        "relative clause",
        "Rwanda, which attacked Congo, denies any part in it.",
        "ASSAULT/- occurred RWA > COD",
    ),
    (
        "accused of",
        "Syria was accused of bombing a hospital in Lebanon.",
        "ASSAULT/explosives occurred SYR > LBN:MED",
    ),
    (
        "participle",
        "Serbian forces shelling Croatia ran out of food.",
        "ASSAULT/heavy-weapons occurred SRB:MIL > HRV",
    ),
    ("negated", "Sudan did not attack Egypt.", "ASSAULT/- negated SDN > EGY"),
    (
        "planned offensive",
        "Ethiopia will launch an offensive against Eritrea.",
        "ASSAULT/- planned ETH > ERI",
    ),
    ("conditional", "If China attacked Taiwan, markets would fall.", "ASSAULT/- hypothetical CHN > TWN"),
    (
        "ongoing adjective",
        "They spoke of Russia's ongoing aggression against Georgia.",
        "ASSAULT/- ongoing RUS > GEO",
    ),
    (
        "claimed responsibility",
        "Ethiopian rebels claimed responsibility for the attack on Somalia.",
        "ASSAULT/- occurred ETH:REB > SOM",
    ),
    ("chemical", "Syria used chlorine in an attack on Turkey.", "ASSAULT/unconventional occurred SYR > TUR"),
    ("came under attack", "Armenia came under attack from Azerbaijan.", "ASSAULT/- occurred AZE > ARM"),
    ("suffered", "Ukraine suffered a missile attack by Russia.", "ASSAULT/heavy-weapons occurred RUS > UKR"),
    ("destroyed", "Israeli troops demolished Palestinian homes.", "ASSAULT/destroy occurred ISR:MIL > PSE"),
    ("violated truce", "Armenia violated the ceasefire with Azerbaijan.", "ASSAULT/- occurred ARM > AZE"),
]

COERCE = [
    ("arrest", "Police in Belarus arrested forty protesters.", "COERCE/arrest occurred BLR:COP > BLR:CVL"),
    (
        "passive with agent",
        "Dozens of protesters were detained by Belarusian police.",
        "COERCE/arrest occurred BLR:COP > BLR:CVL",
    ),
    ("passive, no agent", "Three Turkish journalists were jailed.", "COERCE/arrest occurred - > TUR:JRN"),
    (
        "custody",
        "Zimbabwean police took two reporters into custody.",
        "COERCE/arrest occurred ZWE:COP > ZWE:JRN",
    ),
    (
        "house arrest",
        "Myanmar placed the opposition leader under house arrest.",
        "COERCE/arrest occurred MMR > MMR:OPP",
    ),
    ("detention of", "The detention of Guinean ministers was condemned.", "COERCE/arrest occurred - > GIN"),
    (
        "detention of by",
        "The detention of two Canadians by China lasted years.",
        "COERCE/arrest occurred CHN > CAN",
    ),
    (
        "possessive patient",
        "The Ethiopian minister's arrest drew protests from lawyers.",
        "COERCE/arrest occurred - > ETH",
    ),
    ("raid", "Egyptian police raided the newspaper.", "COERCE/seize occurred EGY:COP > EGY:JRN"),
    ("seized ship", "Iran seized a Greek freighter.", "COERCE/seize occurred IRN > GRC"),
    (
        "annexation",
        "Russia's annexation of Ukraine's territory was rejected.",
        "COERCE/seize occurred RUS > UKR",
    ),
    (
        "occupation coordinated",
        "Russia's aggression against and occupation of Georgia must be named.",
        "ASSAULT/- occurred RUS > GEO",
        "COERCE/seize occurred RUS > GEO",
    ),
    (
        "ban on party",
        "Cambodia banned the opposition party.",
        "COERCE/restrict occurred KHM > KHM:OPP",
    ),
    ("closed border", "Niger closed its border with Benin.", "COERCE/restrict occurred NER > BEN"),
    (
        "blockade noun",
        "The Israeli blockade of Lebanon was lifted in part.",
        "COERCE/restrict occurred ISR > LBN",
    ),
    (
        "prevented from",
        "Iran prevented inspectors from entering the site.",
        "COERCE/restrict occurred IRN > inspectors",
    ),
    ("censor", "Turkey blocked Wikipedia.", "COERCE/censor occurred TUR > -"),
    ("curfew", "Senegal's government imposed a curfew.", "COERCE/curfew occurred SEN > -"),
    ("martial law", "Thailand's army declared martial law.", "COERCE/martial-law occurred THA:MIL > -"),
    (
        "emergency",
        "The government of Peru declared a state of emergency.",
        "COERCE/martial-law occurred PER > -",
    ),
    ("deported", "Kuwait deported thirty Bangladeshi workers.", "COERCE/deport occurred KWT > BGD:LAB"),
    (
        "conjunction",
        "Malaysian police arrested and deported two Australians.",
        "COERCE/arrest occurred MYS:COP > AUS",
        "COERCE/deport occurred MYS:COP > AUS",
    ),
    (
        "cut power",
        "The junta in Myanmar cut off electricity to the camp.",
        "COERCE/withhold occurred MMR > -",
    ),
    ("hackers", "Russian hackers attacked Estonia's parliament.", "COERCE/cyber occurred RUS:CRM > EST:LEG"),
    (
        "cyberattack noun",
        "North Korea launched a cyberattack on South Korea.",
        "COERCE/cyber occurred PRK > KOR",
    ),
    (
        "crackdown",
        "The Iranian government's crackdown on students was condemned.",
        "COERCE/- occurred IRN > IRN:EDU",
    ),
    ("cracked down", "Nicaragua cracked down on the church.", "COERCE/- occurred NIC > NIC:REL"),
    (
        "disinformation",
        "Russia spread disinformation about Moldova.",
        "COERCE/misinformation occurred RUS > MDA",
    ),
    (
        "dispersed",
        "Police in Georgia broke up a demonstration.",
        "COERCE/restrict occurred GEO:COP > GEO:CVL",
    ),
    ("overthrew", "Soldiers in Gabon overthrew the president.", "COERCE/seize occurred GAB:MIL > GAB"),
    ("blocked aid", "Ethiopia blocked aid to Tigray.", "COERCE/withhold occurred ETH > -"),
]

SANCTION = [
    ("imposed", "Japan imposed sanctions on North Korea.", "SANCTION/discontinue occurred JPN > PRK"),
    (
        "imposed, passive",
        "Sanctions were imposed on Mali by France.",
        "SANCTION/discontinue occurred FRA > MLI",
    ),
    ("verb", "Canada sanctioned six Iranian generals.", "SANCTION/discontinue occurred CAN > IRN:MIL"),
    (
        "announced",
        "Britain announced new sanctions against Belarus.",
        "SANCTION/discontinue occurred GBR > BLR",
    ),
    ("planned", "Canada will impose sanctions on Haiti.", "SANCTION/discontinue planned CAN > HTI"),
    ("tariffs", "The United States imposed tariffs on Canada.", "SANCTION/discontinue occurred USA > CAN"),
    (
        "designated",
        "The United States designated two Bulgarian officials.",
        "SANCTION/discontinue occurred USA > BGR",
    ),
    ("froze assets", "Switzerland froze Libya's assets.", "SANCTION/discontinue occurred CHE > LBY"),
    ("severed ties", "Bahrain severed ties with Qatar.", "SANCTION/discontinue occurred BHR > QAT"),
    ("suspended aid", "France suspended aid to Niger.", "SANCTION/discontinue occurred FRA > NER"),
    (
        "suspended aid, relative",
        "Germany, which suspended aid to Uganda, wants reforms.",
        "SANCTION/discontinue occurred DEU > UGA",
    ),
    ("banned imports", "Algeria banned imports from Spain.", "SANCTION/discontinue occurred DZA > ESP"),
    ("expelled diplomats", "Denmark expelled two Russian diplomats.", "SANCTION/expel occurred DNK > RUS"),
    (
        "expelled from",
        "Two Russian diplomats were expelled from Denmark.",
        "SANCTION/expel occurred DNK > RUS",
    ),
    (
        "expulsion noun",
        "The expulsion of Polish diplomats by Belarus was announced.",
        "SANCTION/expel occurred BLR > POL",
    ),
    (
        "persona non grata",
        "Ecuador declared the Argentine ambassador persona non grata.",
        "SANCTION/expel occurred ECU > ARG",
    ),
    ("recalled", "Turkey recalled its ambassador from France.", "SANCTION/withdraw occurred TUR > FRA"),
    ("closed embassy", "Spain closed its embassy in Venezuela.", "SANCTION/withdraw occurred ESP > VEN"),
    ("broke off talks", "Iran broke off talks with Iraq.", "SANCTION/withdraw occurred IRN > IRQ"),
    (
        "sentenced",
        "A Ugandan court sentenced the opposition leader.",
        "SANCTION/convict occurred UGA:JUD > UGA:OPP",
    ),
    (
        "convicted",
        "A court in Kenya convicted two policemen.",
        "SANCTION/convict occurred KEN:JUD > policemen:COP",
    ),
    (
        "historical",
        "TOKYO, May 20, 2024 -- In 1998 Japan imposed sanctions on India.",
        "SANCTION/discontinue historical JPN > IND",
    ),
]

MOBILIZE = [
    (
        "to the border",
        "Azerbaijan moved two brigades to the border with Georgia.",
        "MOBILIZE/troops occurred AZE > GEO",
    ),
    ("deployed", "Chad deployed troops along its frontier.", "MOBILIZE/troops occurred TCD > -"),
    ("passive", "Kenyan troops were deployed near the dam.", "MOBILIZE/troops occurred KEN:MIL > -"),
    ("warships", "China sent warships to the strait.", "MOBILIZE/weapons occurred CHN > -"),
    ("police", "Chile deployed riot police in the capital.", "MOBILIZE/police occurred CHL > -"),
    ("alert", "South Korea put its troops on high alert.", "MOBILIZE/troops occurred KOR > -"),
    ("massed", "Ethiopian troops massed on the border with Sudan.", "MOBILIZE/troops occurred ETH:MIL > SDN"),
    ("test", "North Korea fired a ballistic missile into the sea.", "MOBILIZE/weapons occurred PRK > -"),
    ("test noun", "North Korea's missile test alarmed its neighbours.", "MOBILIZE/weapons occurred PRK > -"),
    ("own exercise", "Iran held a naval exercise.", "MOBILIZE/troops occurred IRN > -"),
    ("planned deployment", "Poland will deploy troops near Belarus.", "MOBILIZE/troops planned POL > BLR"),
    ("reservists", "Israel called up reservists.", "MOBILIZE/troops occurred ISR > -"),
]

PROTEST = [
    ("march", "Students in Morocco marched against the government.", "PROTEST/demo occurred MAR:EDU > MAR"),
    ("streets", "Thousands took to the streets of Tbilisi.", "PROTEST/demo occurred GEO:CVL > -"),
    ("protests in", "Protests in Belarus entered a third week.", "PROTEST/demo occurred BLR:CVL > -"),
    (
        "held a protest",
        "Farmers in India held a protest against the government.",
        "PROTEST/demo occurred IND:AGR > IND",
    ),
    ("verb", "Thousands of Serbs protested against the government.", "PROTEST/demo occurred SRB:CVL > SRB"),
    ("strike", "Workers in Nigeria went on strike.", "PROTEST/strike occurred NGA:LAB > -"),
    ("hunger", "Prisoners in Turkey went on hunger strike.", "PROTEST/hunger occurred TUR:CVL > -"),
    (
        "blocked road",
        "Farmers in Poland blocked a road with tractors.",
        "PROTEST/obstruct occurred POL:AGR > -",
    ),
    ("stones", "Demonstrators in Kenya hurled stones at police.", "PROTEST/riot occurred KEN:CVL > KEN:COP"),
    (
        "clash with police",
        "Protesters in Greece clashed with riot police.",
        "PROTEST/riot occurred GRC:CVL > GRC:COP",
    ),
    ("general strike", "Unions in Argentina held a general strike.", "PROTEST/strike occurred ARG:LAB > -"),
    ("boycott", "The opposition in Chad boycotted the election.", "PROTEST/boycott occurred TCD:OPP > -"),
]

RETREAT = [
    ("withdrew troops", "Russia withdrew its troops from Kazakhstan.", "RETREAT/withdraw occurred RUS > KAZ"),
    (
        "troops pulled out",
        "Ethiopian troops pulled out of Somalia.",
        "RETREAT/withdraw occurred ETH:MIL > SOM",
    ),
    (
        "withdrawal noun",
        "The withdrawal of American troops from Iraq is complete.",
        "RETREAT/withdraw occurred USA:MIL > IRQ",
    ),
    ("freed", "Niger freed eleven jailed journalists.", "RETREAT/release occurred NER > journalists:JRN"),
    (
        "release by of",
        "Oman welcomed the release by Iran of two British sailors.",
        "RETREAT/release occurred IRN > GBR:MIL",
    ),
    ("planned release", "Egypt will release a Spanish journalist.", "RETREAT/release planned EGY > ESP:JRN"),
    (
        "handed over",
        "Thailand handed over two prisoners to China.",
        "RETREAT/release occurred THA > prisoners:CVL",
    ),
    ("swap", "Russia and Ukraine exchanged prisoners.", "RETREAT/release occurred RUS+UKR > -"),
    ("laid down arms", "Rebels in Colombia laid down their weapons.", "RETREAT/disarm occurred COL:REB > -"),
    ("stopped shelling", "Serbia halted its bombardment of Bosnia.", "RETREAT/ceasefire occurred SRB > BIH"),
    ("access", "Syria allowed inspectors to enter the plant.", "RETREAT/access occurred SYR > inspectors"),
    ("resigned", "Slovenia's interior minister resigned.", "RETREAT/resign occurred SVN > -"),
    ("lifted sanctions", "The United States lifted sanctions on Sudan.", "RETREAT/- occurred USA > SDN"),
]

AID = [
    ("delivered", "Norway delivered two field hospitals to Malawi.", "AID/- occurred NOR > MWI"),
    ("dative", "Japan gave Vietnam three million vaccine doses.", "AID/- occurred JPN > VNM"),
    ("ongoing", "India is donating wheat to Afghanistan.", "AID/- ongoing IND > AFG"),
    ("provide with", "The United States provided Kenya with ventilators.", "AID/- occurred USA > KEN"),
    ("weapons", "Germany sent tanks to Ukraine.", "AID/- occurred DEU > UKR"),
    ("planned", "Germany will send howitzers to Ukraine.", "AID/- planned DEU > UKR"),
    ("asylum", "Mexico granted asylum to the Bolivian president.", "AID/- occurred MEX > BOL"),
    ("debt", "China cancelled Zambia's debt.", "AID/- occurred CHN > ZMB"),
    ("trained", "French instructors trained Malian soldiers.", "AID/- occurred FRA > MLI:MIL"),
    ("passive", "Two million doses were donated to Nepal by China.", "AID/- occurred CHN > NPL"),
]

COOPERATE = [
    (
        "joint drill",
        "Vietnamese and Indian frigates held a joint drill.",
        "COOPERATE/- occurred VNM:MIL+IND:MIL > -",
    ),
    ("drill with", "Egypt held military exercises with Greece.", "COOPERATE/- occurred EGY > GRC"),
    ("extradited", "Spain extradited the suspect to Morocco.", "COOPERATE/- occurred ESP > MAR"),
    ("shared intelligence", "Jordan shared intelligence with Israel.", "COOPERATE/- occurred JOR > ISR"),
    ("sold jets", "France sold fighter jets to Greece.", "COOPERATE/- occurred FRA > GRC"),
]

VERBAL = [
    (
        "threaten to expel",
        "Nicaragua threatened to expel the Spanish ambassador.",
        "THREATEN/expel occurred NIC > ESP",
    ),
    ("threaten with", "Iran threatened Azerbaijan with war.", "THREATEN/violence occurred IRN > AZE"),
    (
        "threaten sanctions",
        "The United States threatened Moldova with sanctions.",
        "THREATEN/restrict occurred USA > MDA",
    ),
    (
        "consider measures",
        "Canada will consider targeted measures against Venezuela.",
        "THREATEN/restrict occurred CAN > VEN",
    ),
    (
        "warrant",
        "A court in Spain issued an arrest warrant for the opposition leader.",
        "THREATEN/arrest occurred ESP:JUD > ESP:OPP",
    ),
    (
        "refuse to free",
        "Eritrea refused to free the Yemeni fishermen.",
        "REJECT/yield occurred ERI > YEM:CVL",
    ),
    ("will not give way", "Germany will not lift the embargo on Armenia.", "REJECT/yield occurred DEU > ARM"),
    ("will not strike", "Chad will not shell Sudan.", "ASSAULT/heavy-weapons negated TCD > SDN"),
    ("refuse aid", "Germany refused to send tanks to Ukraine.", "REJECT/assist occurred DEU > UKR"),
    ("decline talks", "Kosovo declined to meet Serbia.", "REJECT/meet occurred XKX > SRB"),
    ("reject proposal", "Hungary rejected the proposal from Poland.", "REJECT/change occurred HUN > POL"),
    (
        "ignored calls",
        "Turkey ignored calls from Greece to reverse its steps.",
        "REJECT/change occurred TUR > GRC",
    ),
    ("cancelled visit", "Indonesia cancelled a meeting with Australia.", "REJECT/meet occurred IDN > AUS"),
    ("lifted curfew", "Sri Lanka's government lifted the curfew.", "CONCEDE/- occurred LKA > -"),
    ("pardoned", "Egypt's president pardoned two activists.", "CONCEDE/- occurred EGY > EGY:CVL"),
    ("apologised", "The Netherlands apologised to Indonesia.", "CONCEDE/- occurred NLD > IDN"),
    ("truce declared", "Ethiopia declared a ceasefire.", "CONCEDE/- occurred ETH > -"),
    ("indicted", "Prosecutors in Peru charged the president.", "ACCUSE/allege occurred PER:JUD > PER"),
    ("inquiry", "Ireland opened an investigation into Israel.", "ACCUSE/investigate occurred IRL > ISR"),
]

SETTLED_BY_THE_TEXT = [
    # sides that the parser or the sentence doesn't give by themselves
    (
        "money in aid",
        "Kenya is providing $9 million in humanitarian assistance to the people of Somalia.",
        "AID/- ongoing KEN > SOM:CVL",
    ),
    (
        "second object's receiver",
        "Norway has donated four ambulances and $2 million in assistance to Chad.",
        "AID/- occurred NOR > TCD",
    ),
    ("receiver as subject", "Nepal received 40,000 doses of vaccine from India.", "AID/- occurred IND > NPL"),
    ("shipment of", "Sweden's shipment of medicine to Lebanon arrived.", "AID/- occurred SWE > LBN"),
    ("announced aid", "Peru announced $6 million in new assistance for Haiti.", "AID/- occurred PER > HTI"),
    (
        "shared of",
        "The Eritrean government's ongoing harassment and detention of priests must be noted.",
        "COERCE/- ongoing ERI > ERI:REL",
        "COERCE/arrest ongoing ERI > ERI:REL",
    ),
    (
        "protests repressed",
        "The Cambodian authorities violently repressed the protests.",
        "COERCE/- occurred KHM > KHM:CVL",
    ),
    ("with violence", "The Togolese government responded with violence.", "ASSAULT/- occurred TGO > TGO:CVL"),
    (
        "through arrests",
        "The junta in Guinea silenced its critics through mass arrests.",
        "COERCE/arrest occurred GIN > -",
    ),
    (
        "decision by",
        "The decision by Tajikistan to ban the opposition party was condemned.",
        "COERCE/restrict planned TJK > TJK:OPP",
    ),
    (
        "two possessors",
        "President Alassane Ouattara and Prime Minister Patrick Achi's decision to ban the rally stands.",
        "COERCE/restrict planned CIV+CIV > -",
    ),
    (
        "policy imposing",
        "Canada announced a policy imposing visa restrictions on individuals who undermine peace in Haiti.",
        "SANCTION/discontinue occurred CAN > HTI:CVL",
    ),
    (
        "restrictions on aid",
        "Canada imposed restrictions on military assistance to Myanmar.",
        "SANCTION/discontinue occurred CAN > MMR",
    ),
    (
        "punitive measures",
        "Australia took punitive measures against Fiji.",
        "SANCTION/discontinue occurred AUS > FJI",
    ),
    (
        "imposition of",
        "The European Union condemned the imposition of sanctions by China on lawmakers.",
        "SANCTION/discontinue occurred CHN > lawmakers:LEG",
    ),
    (
        "listed after a colon",
        "Finland designated the following Russian officials: Ivan Petrov and Oleg Sidorov.",
        "SANCTION/discontinue occurred FIN > Ivan Petrov+Oleg Sidorov",
    ),
    (
        "extremist",
        "A Kazakh court designated two organizations as extremist.",
        "COERCE/restrict occurred KAZ:JUD > KAZ:SOC",
    ),
    (
        "place of a relative",
        "In Georgia, where a vigil was banned by local authorities, people stayed at home.",
        "COERCE/restrict occurred GEO > -",
    ),
    (
        "legal status",
        "Zambia revoked the legal status of two opposition parties.",
        "COERCE/restrict occurred ZMB > ZMB:OPP",
    ),
    (
        "forced closure",
        "Turkey forced the closure of the newspaper.",
        "COERCE/restrict occurred TUR > TUR:JRN",
    ),
    (
        "responsible for",
        "The militia is responsible for the abduction of six Kenyans.",
        "ASSAULT/abduct occurred militia:PRM > KEN",
    ),
    (
        "an act told, then meant",
        "Mali condemned the attack on a market in Ségou. Libya conducted this attack.",
        "ASSAULT/- occurred LBY > MLI",
    ),
    ("repression in", "The regime's repression in Nicaragua has not ended.", "COERCE/- occurred NIC > -"),
    (
        "forms of repression",
        "Some 40 journalists in Belarus have faced various forms of repression.",
        "COERCE/- occurred - > BLR:JRN",
    ),
    ("protest abroad", "Thousands of Iraqis protested in London.", "PROTEST/demo occurred IRQ:CVL > -"),
    (
        "legal action is no violence",
        "Ecuador threatened legal action against the fishing fleet of Peru.",
        "THREATEN/arrest occurred ECU > PER",
    ),
    (
        "extradited from",
        "The banker was extradited to Poland from Cape Verde.",
        "COOPERATE/- occurred CPV > POL",
    ),
    (
        "agent of coordinated passives",
        "Lawyers in Cuba were beaten, detained and jailed by guards.",
        "COERCE/arrest occurred CUB:COP > CUB:SOC",
    ),
    (
        "suspension of a broadcaster",
        "The suspension of the broadcaster by the Ugandan government continues.",
        "COERCE/censor occurred UGA > UGA:JRN",
    ),
]

NOTHING = [
    ("recipe", "Beat the eggs, whip the cream and fold in the French butter."),
    ("recipe with countries", "Cut the Turkish figs and release the seeds into Greek yoghurt."),
    ("football", "Madrid attacked from the start and the striker shot wide."),
    ("final", "Spain beat England 2-1 in the final."),
    ("tennis", "Japan's Naomi Osaka defeated her opponent in the final set."),
    ("strike deal", "Brazil and Peru struck a deal on tariffs."),
    ("attack poverty", "Rwanda attacked poverty with a new plan."),
    ("fight corruption", "Ukraine fights corruption in its courts."),
    ("fight against virus", "The fight against the virus unites Kenya and Uganda."),
    ("cold front", "A cold front from Russia threatens Latvia with heavy snow."),
    ("locusts", "Locusts from Yemen threaten Ethiopia."),
    ("plane of officials", "A Dutch plane carrying officials landed in Oman for talks on humanitarian aid."),
    ("defeat in sport", "Spain had to accept defeat against Morocco in the final."),
    ("sale of diesel", "Egypt will deliver diesel to Jordan under a contract with a trader."),
    ("heat wave", "A heat wave killed forty people in Spain."),
    ("earthquake", "An earthquake struck Turkey and destroyed hundreds of homes."),
    ("crash", "Two British tourists were killed in a bus crash in Egypt."),
    ("heart attack", "The Polish minister died of a heart attack."),
    ("markets", "Shares rallied in Japan after the bank cut rates."),
    ("price hike", "Oil prices hit a record high in Norway."),
    ("film released", "The Danish director released a new film."),
    ("statement released", "The Swedish government released a statement."),
    ("album", "The Cuban singer freed her voice on the new album."),
    ("troops of tourists", "Troops of monkeys raided the orchards."),
    ("resigned to", "Farmers are resigned to another dry year."),
    ("opinion", "The French president is optimistic about growth."),
    ("weather", "Storms battered the coast of Ireland."),
    ("request to release", "The United States urged Eritrea to release the fishermen."),
    ("must withdraw", "Russia must withdraw its troops from Ukraine."),
    ("call for end", "Mexico called for an end to the violence."),
    ("demand for release", "Canada demanded the release of two citizens."),
    ("fear of attack", "Fear of an attack by Iran has grown."),
    ("prevent", "Jordan wants to prevent attacks on Israel."),
    ("stopped doing", "Japan stopped donating rice to Laos."),
    ("question", "Did Russia attack Georgia?"),
    ("can attack", "North Korea can attack Japan."),
    ("purpose", "The sergeant came to arrest the mood."),
    ("business strike", "The firm hit its target for the quarter."),
    ("company fires", "The carmaker cut ties with a supplier of seats."),
    ("crime between private people", "A man stabbed his brother in a kitchen."),
    ("condolence", "Italy mourned the victims of the flood."),
    ("bank raid metaphor", "The children raided the fridge."),
    ("captured attention", "The Korean film captured the attention of critics."),
    ("protest of innocence", "The singer protested his innocence."),
    ("demonstrated commitment", "Fiji demonstrated its commitment to the ocean."),
    ("launch product", "The Finnish company launched a rocket app."),
    ("exercise right", "Voters in Ghana exercised their right to vote."),
    ("drill for oil", "Norway drilled for oil in the Arctic."),
    ("sanctioned meaning allowed", "The board sanctioned the use of the stadium."),
    ("boycott of sugar", "Dentists recommend a boycott of sugar."),
    ("chess", "The Norwegian attacked on the king's side and won the championship match."),
    ("deploy software", "The Estonian start-up deployed new software."),
    ("meeting only", "The ministers of Oman and Kenya met in Muscat."),
    ("support", "China supports Kyrgyzstan's development path."),
    ("which persons", "Persons designated under the order may not enter Canada."),
    ("subject of would", "An attack on the base would trigger the treaty with the Philippines."),
    ("asked for, including", "The report calls for steps including the withdrawal of Eritrean troops."),
    ("weapons attack nobody named", "Ongoing artillery attacks hurt the harvest."),
    ("works to help bring", "Spain is working to help bring relief to the Yemeni people."),
    ("nobody's repression", "Repression of political opponents is a tool of autocrats."),
]


@pytest.fixture(scope="module")
def find(parser: EnglishParser, knowledge: Knowledge) -> Find:
    codebook = load_codebook()

    def run(text: str) -> list[EventDraft]:
        document = read_text(text, "test")
        resolved = resolve(document, next(parser.parse([document])), knowledge)
        return extract_deeds(Participants(resolved, knowledge), Timing(resolved), codebook)

    return run


def shown(draft: EventDraft) -> str:
    return f"{draft.type}/{draft.mode or '-'} {draft.status} {side(draft.sources)} > {side(draft.targets)}"


def side(actors: tuple[Actor, ...]) -> str:
    return "+".join(map(one, actors)) or "-"


def one(actor: Actor) -> str:
    name = actor.country or actor.name
    return name if actor.sector in {None, "GOV"} else f"{name}:{actor.sector}"


def rows(*tables: list[tuple[str, ...]]):
    return [
        pytest.param(sentence, list(deeds), id=f"{deeds[0].split('/')[0]} {name}")
        for t in tables
        for name, sentence, *deeds in t
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(ASSAULT, COERCE, SANCTION, MOBILIZE, PROTEST, RETREAT, AID, COOPERATE, VERBAL, SETTLED_BY_THE_TEXT),
)
def test_deeds_of_a_sentence(find: Find, sentence: str, expected: list[str]) -> None:
    assert [shown(draft) for draft in find(sentence)] == expected


@pytest.mark.parametrize("sentence", [pytest.param(sentence, id=name) for name, sentence in NOTHING])
def test_no_deed(find: Find, sentence: str) -> None:
    assert [shown(draft) for draft in find(sentence)] == []


RELEASE = """Statement on Togo

July 3, 2021

Antony J. Blinken, Secretary of State

The United States stands with the people of Togo. {} We will keep working for peace."""
RELEASED = [
    # id, body of a government's own statement, deeds
    ("our own act", "We suspended assistance to Guinea.", "SANCTION/discontinue occurred USA > GIN"),
    (
        "the signatory's act",
        "I am imposing visa restrictions on individuals who undermine democracy in Togo.",
        "SANCTION/discontinue ongoing USA > TGO:CVL",
    ),
    (
        "nobody else named",
        "The Haddad Bank was designated under the order in May.",
        "SANCTION/discontinue occurred USA > Haddad Bank:BUS",
    ),
    (
        "delivery of aid",
        "Nearly 300,000 doses of vaccine will be delivered to Fiji on Monday.",
        "AID/- planned USA > FJI",
    ),
    (
        "private person's murder",
        "Daniel Okoro was abducted in Accra.",
        "ASSAULT/abduct occurred - > TGO",
    ),
]


@pytest.mark.parametrize(
    ("body", "expected"), [pytest.param(body, list(deeds), id=name) for name, body, *deeds in RELEASED]
)
def test_deeds_of_a_release(find: Find, body: str, expected: list[str]) -> None:
    assert [shown(draft) for draft in find(RELEASE.format(body))] == expected


def test_nameless_people_are_one_entity(parser: EnglishParser, knowledge: Knowledge) -> None:
    text = "Police in Harare arrested a Zimbabwean activist. On Monday policemen beat protesters in Harare."
    document = read_text(text, "test")
    resolved = resolve(document, next(parser.parse([document])), knowledge)
    before = len(resolved.entities)
    drafts = extract_deeds(Participants(resolved, knowledge), Timing(resolved), load_codebook())
    made = {e.id: e for e in resolved.entities[before:] if e.kind == "organization"}
    assert sorted((e.name, e.country) for e in made.values()) == [("police", "ZWE"), ("protesters", "ZWE")]
    assert {a.entity for d in drafts for a in d.sources} == {i for i, e in made.items() if e.name == "police"}


MENDED = [
    (
        "spies are expelled as diplomats are",
        "Poland expelled 45 Russians suspected of spying.",
        "SANCTION/expel occurred POL > RUS",
    ),
    (
        "migrants are deported",
        "Algeria expelled 45 migrants from Mali.",
        "COERCE/deport occurred DZA > MLI:CVL",
    ),
    (
        "launch into the sea",
        "North Korea fired a ballistic missile into the East Sea on Sunday.",
        "MOBILIZE/weapons occurred PRK > -",
    ),
    ("rocket into the sea", "North Korea fired a rocket into the sea.", "MOBILIZE/weapons occurred PRK > -"),
    (
        "state with a gulf in its name",
        "Iran fired missiles at the Gulf state of Qatar.",
        "ASSAULT/heavy-weapons occurred IRN > QAT",
    ),
    (
        "rubber bullets and stun grenades",
        "Israeli police fired rubber bullets and stun grenades at Palestinian protesters.",
        "ASSAULT/crowd-control occurred ISR:COP > PSE:CVL",
    ),
    (
        "taking legal action is no violence either",
        "Serbia threatened to take legal action against Croatia.",
        "THREATEN/arrest occurred SRB > -",
    ),
    (
        "military action is",
        "Serbia threatened Croatia with military action over the canal.",
        "THREATEN/violence occurred SRB > HRV",
    ),
    (
        "defeat at the polls",
        "President Macky Sall accepted defeat in the election.",
        "CONCEDE/- occurred SEN > -",
    ),
    ("relief plane", "A Turkish plane carrying relief supplies landed in Sudan.", "AID/- occurred TUR > SDN"),
    ("fuel", "Turkey will deliver 130,000 litres of diesel to Lebanon.", "AID/- planned TUR > LBN"),
    ("rescue workers", "Hungary sent 200 rescue workers to Turkey.", "AID/- occurred HUN > TUR"),
    (
        "emergency cash",
        "Norway has provided 100,000 dollars in emergency cash to Fiji.",
        "AID/- occurred NOR > FJI",
    ),
    ("food in", "Norway delivered 40 tonnes of food in Chad.", "AID/- occurred NOR > TCD"),
    (
        "ambassador with a name",
        "Finland summoned Russian Ambassador Pavel Kuznetsov on Tuesday.",
        "ACCUSE/disapprove occurred FIN > RUS",
    ),
    (
        "accounts of an embassy",
        "Latvia has frozen the accounts of the Belarusian embassy.",
        "SANCTION/discontinue occurred LVA > BLR",
    ),
    (
        "broke off relations",
        "Colombia broke off relations with Israel.",
        "SANCTION/discontinue occurred COL > ISR",
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, list(deeds), id=name) for name, text, *deeds in MENDED]
)
def test_deeds_by_what_they_are_done_with(find: Find, text: str, expected: list[str]) -> None:
    assert [shown(draft) for draft in find(text)] == expected
