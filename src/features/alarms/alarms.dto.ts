import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { OneOfField, SignedFields, TextField } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';

const ID = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11';
const STATUSES = ['off', 'starting', 'signing', 'standby', 'stopped'] as const;

export class AlarmsQuery extends PageQuery {
  @OneOfField({ description: 'Left out: all of them.', of: ['open', 'closed'], optional: true })
  status?: 'open' | 'closed';
}

/** Something the program found that a person must look into. */
export class AlarmDto {
  @ApiProperty({ example: ID })
  readonly alarmId!: string;

  @ApiProperty({
    description:
      'In whose log it is: the site, or the organisation, whose alarms concern all sites. It is closed there.',
    example: ID,
  })
  readonly siteId!: string;

  @ApiProperty({
    description:
      '`tree_shrank`, `tree_differs`, `log_missing`, `signed_heads_lost`, `incarnation_differs`, `origin_unknown`, ' +
      '`log_keys_missing`, `signer_stopped`: why nothing is signed. `head_conflict`: somebody saw another story. ' +
      '`heads_not_outside`, `heads_not_sent`: heads do not get out. `head_unwitnessed`, `witness_saw_more`, `witness_disagrees`, ' +
      '`witness_forgot`, `policy_unusable`: of the witnesses. Others may come.',
    example: 'tree_shrank',
  })
  readonly kind!: string;

  @ApiProperty({ example: 'The log has 118 records; 120 were signed.' })
  readonly detail!: string;

  @ApiProperty({ example: '2026-09-03T16:00:00.000Z' })
  readonly raisedAt!: string;

  @ApiPropertyOptional({ example: '2026-09-03T17:00:00.000Z' })
  readonly closedAt?: string;

  @ApiPropertyOptional({ description: 'The id of the person.', example: ID })
  readonly closedBy?: string;
}

export class CloseAlarmDto {
  @TextField({ description: 'What was found. Kept as a private value.', example: 'Restored from backup', max: 500 })
  reason!: string;
}

export class AlarmClosedDto {
  @ApiProperty({ example: ID })
  readonly alarmId!: string;
}

/** How the signing of a site's log is. */
export class LogStateDto {
  @ApiProperty({ example: 'clinic.example/countersign/site/…' })
  readonly origin!: string;

  @ApiProperty({ description: 'Records in the log.', example: 120 })
  readonly size!: number;

  @ApiPropertyOptional({
    description: 'Records that the newest signed head covers; absent before the first.',
    example: 120,
  })
  readonly signedSize?: number;

  @ApiProperty({
    description: '`standby`: another process signs. `stopped`: no log is signed at present.',
    enum: STATUSES,
    example: 'signing',
  })
  readonly signer!: (typeof STATUSES)[number];

  @ApiProperty({
    description: 'Why this log is not signed on, by the kinds of the alarms; empty when it is.',
    type: [String],
    example: [],
  })
  readonly problems!: readonly string[];

  @ApiProperty({ description: 'Alarms of the site that are open.', example: 0 })
  readonly openAlarms!: number;
}

/** Two people declare that signed entries were lost. */
export class DeclareIncarnationDto extends SignedFields {
  @TextField({
    description: 'What happened. Kept as a private value.',
    example: 'Disk lost; restored to Monday',
    max: 500,
  })
  reason!: string;
}

export class IncarnationDto {
  @ApiProperty({ description: 'Which incarnation of the log has begun.', example: 2 })
  readonly incarnation!: number;

  @ApiProperty({ example: 'clinic.example/countersign/incarnation/2/site/…' })
  readonly origin!: string;

  @ApiProperty({ description: 'Records that were signed of the log as it was.', example: 120 })
  readonly previousSize!: number;

  @ApiProperty({ description: 'Records that are kept of it.', example: 118 })
  readonly keptRecords!: number;
}
