/** Tips decided together at most: so many that somebody still reads the list of them. */
export const bulkTipsMax = 50
