import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { accessOf, type Access } from './caller.js';

/** Gives a handler that reads who asks, and at which site. A write takes `@Act()` instead. */
export const Asked = createParamDecorator((_: unknown, context: ExecutionContext): Access =>
  accessOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
