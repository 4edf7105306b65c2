import { addDays, addYears, civilDateParts, type CivilDate } from './civil-date.js';
import { nextUsFederalBusinessDay } from './us-federal-holidays.js';

// Every function here takes and gives civil dates (`YYYY-MM-DD`) at the registered location, and throws `RangeError`
// for what is no such date: a date reaches the domain already parsed.

const FORM_106_DAYS = 45;
const PATIENT_SPECIFIC_DAYS = 45;
const SPRAVATO_FORM_DAYS = 7;
const BIENNIAL_YEARS = 2;

/** Beyond-use days of a multi-dose vial from its first puncture, unless the maker says otherwise (regulations.md 7, USP 797). */
export const MULTI_DOSE_VIAL_BEYOND_USE_DAYS = 28;

/**
 * When a theft or significant loss must be reported (21 CFR 1301.76(b), 88 FR 40707; regulations.md 2.2): written
 * notice within one business day of discovery, Form 106 within 45 calendar days, which are not rolled forward when the
 * last is a Saturday, a Sunday or a holiday.
 */
export function theftOrLossDeadlines(discoveredOn: CivilDate): {
  writtenNoticeDueOn: CivilDate;
  form106DueOn: CivilDate;
} {
  return {
    writtenNoticeDueOn: nextUsFederalBusinessDay(discoveredOn),
    form106DueOn: addDays(discoveredOn, FORM_106_DAYS),
  };
}

/**
 * The last day for the next biennial inventory: any date within two years of the previous one (21 CFR 1304.11(c);
 * regulations.md 1.2). After 29 February it is 28 February, the careful reading.
 */
export function biennialInventoryDueOn(previousOn: CivilDate): CivilDate {
  return addYears(previousOn, BIENNIAL_YEARS);
}

/** The last day to give a patient-named delivery to its patient: 45 days after receipt (21 USC 829a(a)(5); regulations.md 0.7). */
export function patientSpecificLastDayOn(receivedOn: CivilDate): CivilDate {
  return addDays(receivedOn, PATIENT_SPECIFIC_DAYS);
}

/** The last day to submit the Spravato REMS monitoring form: 7 calendar days after the session (regulations.md 7). */
export function spravatoMonitoringFormDueOn(sessionOn: CivilDate): CivilDate {
  return addDays(sessionOn, SPRAVATO_FORM_DAYS);
}

/**
 * The last day on which an opened multi-dose vial may be drawn from: its beyond-use days after the first puncture, or
 * the maker's expiry when that is earlier (regulations.md 7). `beyondUseDays` is the product's own where the maker
 * gives one; `labelExpiresOn` is the last day printed on the label, where it is known.
 */
export function lastDayOfUseOn(vial: {
  firstPuncturedOn: CivilDate;
  labelExpiresOn?: CivilDate;
  beyondUseDays?: number;
}): CivilDate {
  const days = vial.beyondUseDays ?? MULTI_DOSE_VIAL_BEYOND_USE_DAYS;
  if (!Number.isSafeInteger(days) || days < 0) throw new RangeError(`not a number of beyond-use days: ${days}`);
  const beyondUseOn = addDays(vial.firstPuncturedOn, days);
  if (vial.labelExpiresOn === undefined) return beyondUseOn;
  civilDateParts(vial.labelExpiresOn);
  return vial.labelExpiresOn < beyondUseOn ? vial.labelExpiresOn : beyondUseOn;
}
