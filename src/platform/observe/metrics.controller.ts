import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { refuseNow } from '../../domain/refusal.js';
import { Public } from '../access/requires.js';
import { Refuses } from '../http/openapi.js';
import { RUNTIME, type Runtime } from '../runtime.js';
import { Metrics } from './metrics.js';

@ApiTags('health')
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get()
  @Public()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({
    summary: 'Metrics for a monitor, in the text format of Prometheus.',
    description:
      'For whoever sends the token of the setting COUNTERSIGN_METRICS_TOKEN as `Authorization: Bearer`; without the setting ' +
      'there is nothing here.',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  @Refuses('not_found')
  read(@Req() request: FastifyRequest): Promise<string> {
    const { metricsToken } = this.runtime.config;
    // Not even that there is something, to who may not read it.
    if (metricsToken === undefined || !sameText(request.headers.authorization ?? '', `Bearer ${metricsToken}`)) {
      refuseNow('not_found');
    }
    return this.metrics.text();
  }
}

/** In a time that says nothing of where they differ. */
function sameText(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
