export { assessReports } from './assess.ts'
export { readFacts, readFindings } from './facts.ts'
export { judgeForAgencies, type JudgedForAgency, type Wish } from './judge.ts'
