const PERSON = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11';

const RECORD = {
  seq: 118,
  id: '01990f6e-8a10-7b55-9a51-0a2b6c1d7e20',
  type: 'waste',
  occurredAt: '2026-09-03T15:42:10.120Z',
  recordedAt: '2026-09-03T15:42:10.120Z',
  late: false,
  actors: [
    {
      personId: PERSON,
      displayName: 'Nurse One',
      role: 'nurse',
      meaning: 'performed',
      method: 'session:password',
      evidence: 'Yt8n0u1mJ0q3v0k2b8c2o3m9p3f0J1q2o0h8v3S5wYg=',
    },
  ],
};

export const LOG_PAGE_EXAMPLE = { items: [RECORD], nextCursor: 'WzExOF0' };

export const LOG_RECORD_EXAMPLE = {
  ...RECORD,
  bytes: 'eyJhY3RvcnMiOlsuLi5dfQ==',
  leafHash: '9l2m5cY4o9m6bq0d2iZ3rT0mJ7a8y1h4w5n6c7v8b9k=',
  private: { reason: 'Syringe dropped' },
};

export const STARTED_EXAMPLE = {
  verificationId: '01990f6e-9b20-7c66-8b62-1b3c7d2e8f31',
  seq: 119,
  leafHash: '3k1l4bX3n8l5ap9c1hY2qS9lI6z7x0g3v4m5b6u7a8j=',
  recordedAt: '2026-09-03T16:00:00.000Z',
};

export const VERIFICATION_EXAMPLE = {
  verificationId: STARTED_EXAMPLE.verificationId,
  status: 'done',
  verified: true,
  records: 120,
  rootHash: '7n3p6dZ5q0o7cs2f4kB5tV2oL9c0z3j6y7p8e9x0d1m=',
  milliseconds: 12,
  recordsPerSecond: 10000,
  findings: 0,
};
