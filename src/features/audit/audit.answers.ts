import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { RecordView } from '../../platform/audit/record.dto.js';
import type { PrivateValuesOfRecord } from '../../platform/audit/private-values.js';

const ROOT = '7n3p6dZ5q0o7cs2f4kB5tV2oL9c0z3j6y7p8e9x0d1m=';
const VERIFICATION = '01990f6e-9b20-7c66-8b62-1b3c7d2e8f31';
const STATUSES = ['running', 'done', 'failed', 'interrupted'] as const;

/** A record with what it is made of: enough to compute its leaf again, given its salt. */
export class LogRecord extends RecordView {
  @ApiProperty({ description: 'The exact bytes, base64.', example: 'eyJhY3RvcnMiOlsuLi5dfQ==' })
  readonly bytes!: string;

  @ApiPropertyOptional({
    description: 'Its private values, opened for those who may read patients.',
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { reason: 'Syringe dropped' },
  })
  readonly private?: PrivateValuesOfRecord;
}

export class VerificationStartedDto {
  @ApiProperty({ example: VERIFICATION })
  readonly verificationId!: string;
}

export class FindingDto {
  @ApiProperty({ description: 'The record that is wrong.', example: 61 })
  readonly seq!: number;

  @ApiProperty({ description: 'What is wrong with it.', example: 'leaf_differs' })
  readonly kind!: string;

  @ApiPropertyOptional({ description: 'The table where it is one.', example: 'line' })
  readonly table?: string;
}

/** How far a verification is, or what it came to. */
export class VerificationDto {
  @ApiProperty({ example: VERIFICATION })
  readonly verificationId!: string;

  @ApiProperty({
    description:
      '`interrupted`: the server stopped before it was through; `failed`: the log could not be read. Ask for another.',
    enum: STATUSES,
    example: 'done',
  })
  readonly status!: (typeof STATUSES)[number];

  @ApiPropertyOptional({ description: 'While it runs: records checked so far.', example: 4000 })
  readonly done?: number;

  @ApiPropertyOptional({ description: 'While it runs: of how many.', example: 12000 })
  readonly size?: number;

  @ApiPropertyOptional({ description: 'The record that says what it came to.', example: 121 })
  readonly seq?: number;

  @ApiPropertyOptional({ description: 'Once it is done.', example: true })
  readonly verified?: boolean;

  @ApiPropertyOptional({ description: 'Records that were checked.', example: 120 })
  readonly records?: number;

  @ApiPropertyOptional({ description: 'The root of all of them, base64.', example: ROOT })
  readonly rootHash?: string;

  @ApiPropertyOptional({ example: 12 })
  readonly milliseconds?: number;

  @ApiPropertyOptional({ example: 10000 })
  readonly recordsPerSecond?: number;

  @ApiPropertyOptional({ description: 'How many things are wrong.', example: 0 })
  readonly findings?: number;

  @ApiPropertyOptional({ description: 'The first of them.', type: FindingDto })
  readonly first?: FindingDto;

  @ApiPropertyOptional({ description: 'The first of them in a sentence.' })
  readonly reason?: string;

  @ApiPropertyOptional({ description: 'True where it failed.' })
  readonly failed?: boolean;
}
