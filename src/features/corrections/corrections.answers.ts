import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CONTAINER_STATES, type ContainerLifeState } from '../../domain/container.js';

export class ReversedDto {
  @ApiProperty({ description: 'The entry that was undone.', example: 118 })
  reversesSeq!: number;

  @ApiProperty({ description: 'What it recorded.', example: 'draw' })
  reversedType!: string;

  @ApiPropertyOptional({
    description: 'Its session, where it had one.',
    example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11',
  })
  sessionId?: string;

  @ApiPropertyOptional({ description: 'In hand for that session after it.', example: '0' })
  inHandMg?: string;

  @ApiPropertyOptional({ description: 'What its containers are after it.', enum: CONTAINER_STATES, example: 'open' })
  containerState?: ContainerLifeState;
}
