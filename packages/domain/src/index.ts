export {
  allows,
  mayDo,
  mayEverDo,
  type PermissionLine,
  permissionTable,
  relations,
  type Relation,
} from './permissions/table.ts'
export { drawSample, poolText, sampleAlgorithm, type SampleShare, sampleSize } from './sampling/draw.ts'
export { clopperPearson, missRate } from './sampling/missRate.ts'
export { changesBetween } from './amendments/changes.ts'
export { paceDaysMin, paceWindowDays, type Pace, type Reach, reachOf } from './capacity/reach.ts'

// Identifiers, findings and places.
export { type NetworkAddress, formatAddress, normalAddress, parseAddress } from './identifiers/address.ts'
export {
  type AddressScope,
  addressIdentifies,
  addressScope,
  scopeReason,
} from './identifiers/addressScope.ts'
export { identifiersOf } from './identifiers/identifiersOf.ts'
export {
  type AccountAt,
  accountsOf,
  addressesOf,
  type CaptureAt,
  capturesOf,
} from './identifiers/occurrences.ts'
export { normalAccount, normalScreenName } from './identifiers/normalAccount.ts'
export { normalDevice, parseImei } from './identifiers/normalDevice.ts'
export { normalDomain, normalEmail } from './identifiers/normalEmail.ts'
export { normalAlgorithm, normalHash } from './identifiers/normalHash.ts'
export { normalPhone } from './identifiers/normalPhone.ts'
export { type NormalTime, normalTime } from './identifiers/normalTime.ts'
export { normalUrl } from './identifiers/normalUrl.ts'
export { profileAccount } from './identifiers/profileUrls.ts'
export { slug } from './identifiers/slug.ts'
export { type TextAt, textsOf } from './text/textsOf.ts'
export { csvCells } from './text/csvCells.ts'
export { textFindings } from './text/textFindings.ts'
export { type Stance, stanceAt } from './text/sentences.ts'
export type * from './findings/answers.ts'
export { networkKinds } from './findings/answers.ts'
export { enrich } from './findings/enrich.ts'
export { findingPlan, type Wish } from './findings/findingPlan.ts'
export {
  countyValue,
  hidesPlace,
  ipLocationValue,
  ipNetworkValue,
  phoneRegionValue,
  textPlaceValue,
} from './findings/values.ts'
export type { HashListContent, HashListHead, HashListRow } from './hash-lists/hashList.ts'
export { type HashList, indexHashList, lookupHash } from './hash-lists/lookupHash.ts'
export { parseHashList } from './hash-lists/parseHashList.ts'
export { type AccountHistory, accountHistories } from './places/accountHistory.ts'
export { distanceKm } from './places/distance.ts'
export { type EventTime, eventTimesOf } from './places/eventTimes.ts'
export { fiveDigits, territoryOfZip } from './places/postalCodes.ts'
export { countryCode } from './places/countries.ts'
export { apartBecause } from './bundles/apartBecause.ts'
export { correctedPlaces } from './places/correctedPlaces.ts'
export { placesOf } from './places/placesOf.ts'
export { foldName, type UsState, usState, usStateOfFips, usStates } from './places/usStates.ts'
export { type ClockFacts, clocksOf, nextClock, warningsOf } from './clocks/clocks-of.ts'
export { isDay } from './clocks/calendar.ts'
export { parseNetwork } from './clocks/log-window.ts'
export { providerHold } from './clocks/provider-hold.ts'
export { commonFromReports, type LinkWorth, linkWorth } from './links/worth.ts'

// Judgement: signals, policy, assessment, label, routing.
export type {
  Facts,
  LinkSummary,
  OfficerRecord,
  SignalClass,
  SignalDefinition,
} from './signals/facts.ts'
export { signalNamed, signalRegistry } from './signals/registry.ts'
export { signalsOf } from './signals/signals-of.ts'
export { type ParsedPolicy, parsePolicy, type PolicyProblem } from './policy/parse.ts'
export { placeProblems, readPolicyYaml } from './policy/read-yaml.ts'
export {
  type Condition,
  type Policy,
  type PolicyFloor,
  type PolicyRule,
  PolicySchema,
} from './policy/schema.ts'
export { assess, type AssessInput } from './assessment/assess.ts'
export { laneUnder } from './label/lane-under.ts'
export { placeUnknowns, type QueueStep } from './assessment/queue-places.ts'
export { stand } from './assessment/stand.ts'
export { labelRules } from './label/rules.ts'
export {
  type AgencyEntry,
  type AgencyFile,
  type ParsedRegistry,
  parseRegistry,
  type Registry,
  type ServiceArea,
} from './routing/registry.ts'
export { type Affiliation, throughAffiliates } from './routing/affiliates.ts'
export { route, type RouteInput } from './routing/route.ts'
export { lintPolicy } from './policy/lint.ts'
export { type Comparison, comparePolicies, type PolicyView } from './assessment/compare-policies.ts'
export { columnsOf, type Move, type Preview, previewPolicy } from './assessment/preview-policy.ts'
export { type ColumnRanking, rankColumns } from './assessment/rank-columns.ts'
export { columnValue, emptyColumns, type SignalColumns } from './assessment/column-conditions.ts'
export { valuesOf } from './assessment/values-of.ts'
export {
  type Luminance,
  luminanceOf,
  type PdqHash,
  pdqDistanceMax,
  pdqHash,
} from './pdq/pdqHash.ts'
export { makePictureIndex, type PictureIndex } from './pdq/pictureIndex.ts'
export { pictureKind, pictureKindBytes } from './pdq/pictureKind.ts'
export {
  isViewed,
  pdqQualityMin,
  pictureBar,
  pictureFindings,
  pictureIdentifiers,
  type PictureSetting,
  pictureSettings,
  type PictureState,
  pictureWishes,
} from './pdq/pictures.ts'
export {
  buildPdqIndex,
  pdqDistance,
  type PdqIndex,
  type PdqMatch,
  pdqParts,
  searchPdq,
} from './pdq/pdqIndex.ts'

// Law: the pack, the gate before a file, the duty that there is or is not.
export { authoritiesInForce } from './law/authorities.ts'
export { changesBy, gateChanges, type GateDifference } from './law/changes.ts'
export { dutyConclusion, dutyToInvestigate } from './law/duty.ts'
export { mayOpenFile } from './law/open-file.ts'
export {
  circuitOf,
  entriesOn,
  firstDay,
  type LawPack,
  withOwnLayer,
} from './law/pack.ts'
export { assemblePack, readLawYaml } from './law/parse.ts'
export { citationOf } from './law/words.ts'
export {
  type AgencyRule,
  type AgencyRuleId,
  agencyRuleIds,
  agencyRules,
  type AgencyRuleValue,
  isAgencyRule,
  type ValueOfRule,
} from './agency-rules/catalogue.ts'
export { isValueOf, ruleFault, startOf } from './agency-rules/rule-fault.ts'

// Checklists by kind of report, and notes beside fields and files.
export {
  appliesTo,
  checklistsInForce,
  inReadingOrder,
  stillRequired,
} from './checklists/in-force.ts'
export { assembleChecklists, readChecklistsYaml, readGuidanceYaml } from './checklists/parse.ts'

// What this system asks, and by what authority.
export { isPrompt, promptList, prompts, type PromptId } from './prompts/catalogue.ts'
export { type PromptForce, promptForces } from './prompts/prompt.ts'
export { type ProcessStanding, processAfter } from './cases/legal-process.ts'
export { usefulnessShown } from './outcomes/usefulness-shown.ts'
export { type Area, mapOutline, type Outline } from './maps/map-outline.ts'
export { toldToProvider } from './providers/told-to-provider.ts'
export { previewOf } from './providers/preview-of.ts'
export { type Quarter, quarterHolding, quarterNamed } from './providers/quarter.ts'
// What holds of the credentials that providers file with.
export { type CallPace, takeCall } from './providers/call-limit.ts'
export {
  type CredentialState,
  credentialState,
  credentialWorks,
  overlapEnd,
} from './providers/credential-state.ts'
export { afterReferral, type ReferralChain, ownerOf, referralRefusal } from './referral/chain.ts'
export { asksCountersign } from './agency-rules/asks-countersign.ts'

// The keys of a person's own desk.
export { keyFaults, keysOf, type KeyFault, usualKeys } from './own-settings/keys.ts'
export { type Hold, holdSentence, standingHolds } from './destruction/standing-holds.ts'

// Documents.
export { composeDocument } from './documents/compose.ts'
export { type DocumentInput, documentFacts } from './documents/facts.ts'
export { type DocumentTemplate, parseTemplate } from './documents/template.ts'

// What the codes are called.
export { type CodeNames, codeNamesEn } from './words/codeNamesEn.ts'
export { clockSentenceEs } from './words/clockSentencesEs.ts'
export { type SaidPart, sentencesEs, valuesEs } from './words/sentencesEs.ts'
export { codeNamesEs } from './words/codeNamesEs.ts'
export { refusalEs } from './words/refusals/refusalEs.ts'
export { rolesEs } from './words/rolesEs.ts'
export { type SheetWords, sheetWordsEn } from './words/sheetWordsEn.ts'
export { sheetWordsEs } from './words/sheetWordsEs.ts'
export { signalNamesEs } from './words/signalNamesEs.ts'
export { tipActsEn, tipArrivalsEn } from './words/tipHistoryEn.ts'
