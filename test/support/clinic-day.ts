import { done, id } from './api.js';
import { Care } from './care.js';
import { Member } from './clinic.js';

/** A day of a clinic that leaves something for its compliance officer to look at. */
export interface ClinicDay {
  readonly care: Care;
  readonly inspector: Member;
  /** A vial that was drawn from for the session of the waste. */
  readonly vial: string;
  readonly wasteSeq: number;
  readonly sessionId: string;
  /** A session with 10 mg in hand, of which nothing is told. */
  readonly openSessionId: string;
  readonly discrepancyId: string;
}

/**
 * A dose with its remainder wasted under two witnesses; a session with something in hand; a pending waste; a count that finds one
 * vial more than the book; a waste that was refused for want of witnesses.
 */
export async function playDay(label: string): Promise<ClinicDay> {
  const care = await Care.open(label);
  const { clinic, staff } = care;
  const { organisation, siteId } = clinic;
  const person = await organisation.person('ins1');
  await organisation.grant(person, { siteId, role: 'inspector', until: '2099-01-01T00:00:00Z' });
  const inspector = new Member(await organisation.as(person), person);
  const [vial = '', other = '', third = ''] = await care.vials(3);
  const sessionId = await care.session();
  await done(care.draw(sessionId, vial, '0.72'));
  await done(care.give(sessionId, '34'));
  const wasteSeq = Number((await done(care.waste({ sessionId, amountMg: '2' }))).seq);
  await done(staff.rn1.post(care.path(`/sessions/${sessionId}/end`)));
  const openSessionId = await care.session({ amountMg: '10' });
  await done(care.draw(openSessionId, other, '0.2'));
  const waiting = await care.session({ amountMg: '20' });
  await done(care.draw(waiting, third, '0.5'));
  await done(care.give(waiting, '20'));
  await done(
    staff.rn1.post(care.path('/pending-wastes'), { sessionId: waiting, amountMg: '5', reason: 'dose remainder' }),
  );
  await care.signed('wastes', { sessionId: openSessionId, amountMg: '1', reason: 'spilt' }, []);
  const counted = { locationId: clinic.locations.ROOM1, productId: clinic.productId, countedContainers: 1 };
  const { discrepancyId } = await done(care.checked('counts', counted));
  return { care, inspector, vial, wasteSeq, sessionId, openSessionId, discrepancyId: id(discrepancyId) };
}
