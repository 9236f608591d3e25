/** Readings without an entry of their own: lists, counts and names, which carry no narrative. */
export const lists = `
  listClocks listLogWindows listAgencyTimes readCalendarFeed listFiles readViewing
  readViewingSums listIncidents listPolicies listAgencyRules listCases listOutcomes
  listCaseOutcomes readOutcomeNotices readStatistics readScorecards readCountyMap readPolicy
  listAssessments listBundles readSession listDemoPeople listTips listAgencies
  readPipeline listCredits readQueueFacets readQueueNews listViews`
  .trim()
  .split(/\s+/)
