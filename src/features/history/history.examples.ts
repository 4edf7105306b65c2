import type { RecordView } from '../../platform/audit/record-view.js';

const PRODUCT = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21';
const ROOM = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23';
const SESSION = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11';
const EVIDENCE = 'Zf3g7o2xgq8m0i6cV9s2v7q0k1X4b8n3a5t6y7u8i9o=';

/** A record of a history, for the description of the interface. */
export const RECORD_EXAMPLE: RecordView = {
  seq: 121,
  id: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b77',
  type: 'waste',
  occurredAt: '2026-08-31T14:38:00.000Z',
  recordedAt: '2026-08-31T14:38:11.204Z',
  late: false,
  actors: [
    {
      personId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b40',
      displayName: 'RN1',
      role: 'nurse',
      meaning: 'performed',
      method: 'session:password',
      evidence: EVIDENCE,
      signedAt: '2026-08-31T14:38:11.204Z',
    },
    {
      personId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b41',
      displayName: 'RN4',
      role: 'nurse',
      meaning: 'witnessed',
      method: 'signature:password',
      evidence: EVIDENCE,
      attests: ['label', 'volume', 'act'],
      signatureId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b81',
      signedAt: '2026-08-31T14:38:02.117Z',
    },
  ],
  act: { from: 'in_hand', sessionId: SESSION, amountMg: '2', volumeMl: '0.04' },
  locationId: ROOM,
  sessionId: SESSION,
  intent: 'nB8s2f5l0q9w8e7r6t5y4u3i2o1p0a9s8d7f6g5h4j0=',
  lines: [
    { holder: 'in_hand', ids: [SESSION], productId: PRODUCT, locationId: ROOM, amountMg: '-2', volumeMl: '-0.04' },
    { holder: 'waste', productId: PRODUCT, locationId: ROOM, amountMg: '2', volumeMl: '0.04' },
  ],
  texts: { reason: 'dose remainder' },
};
