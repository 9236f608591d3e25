const words = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '')

/** ISO 3166-1 alpha-2. */
const isoCountries = words(`
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
  BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
  ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT
  HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
  LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI
  NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG
  SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
  UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
`)

/** Codes that geolocation data uses beside ISO 3166-1: anonymous, satellite and other, and former or shared ones. */
const otherCountries = words('A1 A2 O1 AN AP EU FX XK')

/** Every value of the schema's country type. Blank is one of them: it says nothing, and is not refused. */
export const countries = ['', ...isoCountries, ...otherCountries]

const states = words(`
  AK AL AR AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ
  NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VI VT WA WI WV WY
`)

/** Every value of the schema's state type. American Samoa and the Northern Marianas are missing there. */
export const schemaStates = ['', ...states]

/** US states and territories by abbreviation, for `estimatedLocation/region`, where no schema type limits them. */
export const usRegions = new Set([...states, 'AS', 'MP'])
