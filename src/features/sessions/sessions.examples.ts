const SESSION = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11';
const CONTAINER = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30';
const COMMITTED = {
  seq: 118,
  leafHash: 'q1ZQ0pUZg7wqgB3j8uDqv8Yl0c4yFh0nS2m8m3H0b1E=',
  recordedAt: '2026-08-31T14:27:04.512Z',
};
const ITEM = {
  sessionId: SESSION,
  status: 'open',
  patientId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b20',
  prescriberId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b22',
  nurse: { personId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b40', displayName: 'RN1' },
  product: {
    productId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21',
    code: 'KET50',
    name: 'Ketamine hydrochloride injection',
    form: 'injection',
  },
  location: { locationId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23', code: 'ROOM1' },
  route: 'intravenous',
  order: { orderedMg: '34', amountMgPerKg: '0.5', weightKg: '68' },
  startedAt: '2026-08-31T14:24:00.000Z',
  inHandMg: '2',
  observation: {
    firstDoseAt: '2026-08-31T14:32:00.000Z',
    lastDoseAt: '2026-08-31T15:12:00.000Z',
    observeUntil: '2026-08-31T17:12:00.000Z',
    dischargedEarly: false,
  },
};

/** What the addresses of this feature answer, for its description. */
export const EXAMPLES = {
  started: { sessionId: SESSION, orderedMg: '34', plannedVolumeMl: '0.68', plannedMg: '34', ...COMMITTED },
  drawn: {
    sessionId: SESSION,
    containerId: CONTAINER,
    container: '20260831-0002-01',
    amountMg: '36',
    volumeMl: '0.72',
    inHandMg: '36',
    containerState: 'open',
    openedOn: '2026-08-31',
    beyondUseOn: '2026-09-24',
    ...COMMITTED,
  },
  taken: {
    sessionId: SESSION,
    containerId: CONTAINER,
    container: '20260831-0005-01',
    amountMg: '56',
    deviceCount: 2,
    inHandMg: '56',
    containerState: 'taken',
    ...COMMITTED,
  },
  returned: {
    sessionId: SESSION,
    containerId: CONTAINER,
    container: '20260831-0005-01',
    amountMg: '56',
    deviceCount: 2,
    inHandMg: '0',
    containerState: 'sealed',
    ...COMMITTED,
  },
  given: {
    sessionId: SESSION,
    amountMg: '34',
    volumeMl: '0.68',
    inHandMg: '2',
    firstDoseAt: '2026-08-31T14:32:00.000Z',
    lastDoseAt: '2026-08-31T15:12:00.000Z',
    observeUntil: '2026-08-31T17:12:00.000Z',
    ...COMMITTED,
  },
  discharged: {
    sessionId: SESSION,
    dischargedAt: '2026-08-31T17:20:00.000Z',
    dischargedEarly: false,
    observeUntil: '2026-08-31T17:12:00.000Z',
    ...COMMITTED,
  },
  ended: { sessionId: SESSION, status: 'ended', endedAt: '2026-08-31T17:21:00.000Z', ...COMMITTED },
  reopened: { sessionId: SESSION, status: 'open', ...COMMITTED },
  item: ITEM,
  detail: {
    ...ITEM,
    drawnMg: '36',
    givenMg: '34',
    wastedMg: '0',
    returnedMg: '0',
    balance: 'short',
    pendingWastes: [
      {
        pendingWasteId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b50',
        amountMg: '2',
        volumeMl: '0.04',
        openedAt: '2026-08-31T15:20:00.000Z',
      },
    ],
  },
};
