/**
 * An end of a range in percent, rounded outwards to a tenth: a range on the screen is never narrower than the one that was
 * worked out.
 */
export const boundText = (share: number, end: 'low' | 'high', language: string): string => {
  const tenths = end === 'low' ? Math.floor(share * 1000) : Math.ceil(share * 1000)
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(tenths / 1000)
}
