const SESSION = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11';
const PENDING = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b50';
const COMMITTED = {
  seq: 121,
  leafHash: 'q1ZQ0pUZg7wqgB3j8uDqv8Yl0c4yFh0nS2m8m3H0b1E=',
  recordedAt: '2026-08-31T14:38:11.204Z',
};
const AMOUNT = { amountMg: '2', volumeMl: '0.04' };

/** What the addresses of this feature answer, for its description. */
export const EXAMPLES = {
  wasted: { sessionId: SESSION, ...AMOUNT, inHandMg: '0', late: false, ...COMMITTED },
  opened: {
    pendingWasteId: PENDING,
    sessionId: SESSION,
    ...AMOUNT,
    late: false,
    status: 'pending',
    signatures: 0,
    signaturesRequired: 2,
    ...COMMITTED,
  },
  witnessed: { pendingWasteId: PENDING, signatures: 1, signaturesRequired: 2, status: 'pending', ...COMMITTED },
  withdrawn: { pendingWasteId: PENDING, status: 'withdrawn', ...COMMITTED },
  item: {
    pendingWasteId: PENDING,
    status: 'pending',
    sessionId: SESSION,
    productId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21',
    productCode: 'KET50',
    productName: 'Ketamine hydrochloride injection',
    locationId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23',
    locationCode: 'ROOM1',
    ...AMOUNT,
    openedBy: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b40',
    openedByName: 'RN1',
    openedAt: '2026-08-31T14:38:00.000Z',
    openedSeq: 121,
    ageMinutes: 12,
    signedBy: [{ personId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b41', displayName: 'RN4' }],
  },
};
