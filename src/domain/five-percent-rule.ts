/** Outcome of the 5 % rule. `percent` has four decimals, rounded half up, for people to read: it decides nothing. */
export interface FivePercentShare {
  percent: string;
  allowedWithoutDistributorRegistration: boolean;
}

/**
 * The share of what one registration distributed to other registrants in all it distributed and dispensed, in dosage
 * units of ALL controlled substances, over one calendar year. Up to and including 5 % needs no registration as a
 * distributor (21 CFR 1307.11(a)(1)(iv); regulations.md 2.4). The decision is made on the whole numbers, so that
 * 5.00001 %, which prints as 5.0000, is refused. Nothing distributed is 0 %, also where nothing was dispensed.
 * Throws `RangeError` for counts that are no safe integers from zero up.
 */
export function fivePercentShare(year: { distributedUnits: number; dispensedUnits: number }): FivePercentShare {
  const distributed = unitCount(year.distributedUnits);
  const total = distributed + unitCount(year.dispensedUnits);
  if (total === 0n) return { percent: '0.0000', allowedWithoutDistributorRegistration: true };
  const tenThousandths = (distributed * 1_000_000n * 2n + total) / (total * 2n);
  const digits = tenThousandths.toString().padStart(5, '0');
  return {
    percent: `${digits.slice(0, -4)}.${digits.slice(-4)}`,
    allowedWithoutDistributorRegistration: distributed * 100n <= total * 5n,
  };
}

function unitCount(units: number): bigint {
  if (!Number.isSafeInteger(units) || units < 0) throw new RangeError(`not a count of dosage units: ${units}`);
  return BigInt(units);
}
