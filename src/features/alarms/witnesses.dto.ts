import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

const TIME = '2026-09-03T16:00:00.000Z';
const STATUSES = ['off', 'collecting', 'policy_unusable'] as const;
const TROUBLES = ['too_slow', 'unreachable', 'refused', 'wrong_answer', 'saw_more', 'disagrees', 'not_asked'] as const;

/** A witness that the policy names, and how it stands with it about one log. */
export class OutsideWitness {
  @ApiProperty({ description: 'Its name in the policy.', example: 'officer' })
  readonly name!: string;

  @ApiProperty({
    description: 'Its verifier key (c2sp.org/signed-note), to be compared with what its operator says.',
    example: 'officer.example/witness+8f25cb6f+BGbU…',
  })
  readonly key!: string;

  @ApiProperty({ description: 'Whether the policy says where it is asked.', example: true })
  readonly asked!: boolean;

  @ApiPropertyOptional({ description: 'Records of the newest head that it cosigned; absent: none yet.', example: 120 })
  readonly cosignedSize?: number;

  @ApiPropertyOptional({ description: 'When it did, as it says.', example: TIME })
  readonly cosignedAt?: string;

  @ApiPropertyOptional({
    description:
      'Why it has not cosigned since. `saw_more`, `disagrees`: it saw another story of this log, which is an alarm. ' +
      '`not_asked`: the fault is on our side. Absent where it answers well, or was not asked since the start.',
    enum: TROUBLES,
    example: 'too_slow',
  })
  readonly trouble?: (typeof TROUBLES)[number];

  @ApiPropertyOptional({ description: 'The same as it was met.', example: 'It did not answer within 5 seconds.' })
  readonly detail?: string;
}

/** How far witnesses outside have confirmed the log of a site. */
export class WitnessesAnswer {
  @ApiProperty({
    description: '`off`: no policy names a witness. `policy_unusable`: it cannot be read, and none is asked.',
    enum: STATUSES,
    example: 'collecting',
  })
  readonly status!: (typeof STATUSES)[number];

  @ApiPropertyOptional({ description: 'Why the policy cannot be used.', example: 'The policy … cannot be used' })
  readonly problem?: string;

  @ApiProperty({ description: 'In the order of the policy.', type: [OutsideWitness] })
  readonly witnesses!: readonly OutsideWitness[];

  @ApiPropertyOptional({
    description: 'How many must cosign a head at the least; absent where the policy asks for no witness.',
    example: 2,
  })
  readonly needed?: number;

  @ApiProperty({ description: 'Records in the log.', example: 120 })
  readonly size!: number;

  @ApiPropertyOptional({ description: 'Records that enough witnesses have confirmed; absent: none yet.', example: 120 })
  readonly confirmedSize?: number;

  @ApiPropertyOptional({ description: 'When enough of them had, as they say.', example: TIME })
  readonly confirmedAt?: string;

  @ApiPropertyOptional({
    description: 'When the first record was written that is signed and that too few witnesses have confirmed.',
    example: TIME,
  })
  readonly unconfirmedSince?: string;

  @ApiPropertyOptional({
    description:
      'Whether the quorum is met: all that is signed is confirmed, but for what is being asked about just now. Absent where ' +
      'no witness is asked for.',
    example: true,
  })
  readonly quorumMet?: boolean;
}
