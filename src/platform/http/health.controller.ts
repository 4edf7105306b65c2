import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { HealthCheckService, TypeOrmHealthIndicator } from '@nestjs/terminus';
import { Public } from '../access/requires.js';
import { Cosigning } from '../cosigning/cosigning.js';
import { HeadsOutside } from '../outside/heads-outside.js';
import { HeadsWebhook } from '../outside/heads-webhook.js';
import { Signer } from '../signer/signer.js';
import { Refuses } from './openapi.js';

class HealthDto {
  @ApiProperty({
    description:
      '`degraded`: care goes on, and heads of a log are not signed, not witnessed or do not get outside; the alarms say which and why.',
    enum: ['ok', 'degraded'],
    example: 'ok',
  })
  readonly status!: 'ok' | 'degraded';
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly database: TypeOrmHealthIndicator,
    private readonly signer: Signer,
    private readonly cosigning: Cosigning,
    private readonly outside: HeadsOutside,
    private readonly webhook: HeadsWebhook,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'Whether the ledger can be reached, and whether its logs are signed.' })
  @ApiOkResponse({ type: HealthDto })
  @Refuses('database_unavailable')
  async check(): Promise<HealthDto> {
    await this.health.check([() => this.database.pingCheck('database', { timeout: 2000 })]);
    const { status, problems } = this.signer.state;
    const unsigned = status === 'stopped' || problems.length > 0;
    const inside = this.outside.failing || this.webhook.failing;
    const degraded = unsigned || inside || this.cosigning.state.degraded;
    return { status: degraded ? 'degraded' : 'ok' };
  }
}
