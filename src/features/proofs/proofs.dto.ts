import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';

const LEAF = '9l2m5cY4o9m6bq0d2iZ3rT0mJ7a8y1h4w5n6c7v8b9k=';
const ORIGIN = 'clinic.example/countersign/site/01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11';
const NOTE = `${ORIGIN}\n120\n7n3p6dZ5q0o7cs2f4kB5tV2oL9c0z3j6y7p8e9x0d1m=\n\n— ${ORIGIN} hI2DJw...\n`;
/** A checkpoint with many cosignatures is some kilobytes. */
const MAX_NOTE = 20_000;

/** A receipt for an act: which record of the log it is, and where its proof is to be had. */
export class ActReceipt {
  @ApiProperty({ description: 'The record’s number in the log.', example: 42 })
  readonly seq!: number;

  @ApiProperty({ example: 'waste' })
  readonly type!: string;

  @ApiProperty({ description: 'What the person did with it.', example: 'performed' })
  readonly meaning!: string;

  @ApiProperty({ example: '2026-09-03T15:42:10.120Z' })
  readonly occurredAt!: string;

  @ApiProperty({ example: '2026-09-03T15:42:10.120Z' })
  readonly recordedAt!: string;

  @ApiProperty({ description: 'RFC 6962 leaf hash, base64.', example: LEAF })
  readonly leafHash!: string;

  @ApiProperty({
    description: 'What a printed slip carries as a QR code (docs/audit-log.md, "Receipts").',
    example: `countersign:v1:${ORIGIN}:42:9l2m5cY4o9m6bq0d2iZ3rT0mJ7a8y1h4w5n6c7v8b9k`,
  })
  readonly code!: string;

  @ApiProperty({ description: 'Whether a signed head covers it, so that there is a proof.', example: true })
  readonly proved!: boolean;

  @ApiProperty({ description: 'Where its `.tlog-proof` is.', example: '/api/v1/sites/…/log/42/proof' })
  readonly proof!: string;
}

/** A head that a client saw earlier. */
export class SeenHead {
  @ApiProperty({ description: 'The checkpoint, word for word as it was answered.', example: NOTE, maxLength: MAX_NOTE })
  @IsString()
  @MinLength(1)
  @MaxLength(MAX_NOTE)
  checkpoint!: string;
}

export class HeadComparison {
  @ApiProperty({
    description: 'Whether the log as it is begins with all that the client’s head covers. False is kept as evidence.',
    example: true,
  })
  readonly consistent!: boolean;

  @ApiPropertyOptional({ description: 'The newest checkpoint, to be kept in the place of the other.', example: NOTE })
  readonly checkpoint?: string;

  @ApiPropertyOptional({
    description:
      'RFC 6962 consistency proof, base64, from the client’s head to the newest: what the client verifies before it believes.',
    type: [String],
    example: [LEAF],
  })
  readonly path?: readonly string[];

  @ApiPropertyOptional({ description: 'What is wrong, for the person.', example: 'The log is shorter than it was.' })
  readonly detail?: string;

  @ApiPropertyOptional({ description: 'The record that keeps the client’s head as evidence.', example: 121 })
  readonly evidenceSeq?: number;

  @ApiPropertyOptional({
    description: 'The head is of an earlier incarnation of the log; two people declared the next one in this record.',
    example: 118,
  })
  readonly declaredSeq?: number;
}

/** What the log is signed with. */
export class LogKeysAnswer {
  @ApiProperty({ example: ORIGIN })
  readonly origin!: string;

  @ApiProperty({
    description: 'Verifier keys (c2sp.org/signed-note) that have signed heads of this log, the oldest first.',
    type: [String],
    example: [`${ORIGIN}+a1b2c3d4+AWtl...`],
  })
  readonly vkeys!: readonly string[];
}
