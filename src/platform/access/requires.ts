import { SetMetadata } from '@nestjs/common';
import type { Permission } from '../../domain/roles.js';

export const REQUIRES = 'countersign:requires';
export const PUBLIC = 'countersign:public';

/** `self`: any person who is logged in, for what concerns only themselves. */
export type Requirement = Permission | 'self';

/** What a handler asks of its caller, at the site of its path. A handler with neither this nor `@Public()` is refused. */
export const Requires = (requirement: Requirement): MethodDecorator => SetMetadata(REQUIRES, requirement);

/** Open to everybody: log-in, set-up, health, the description of the interface. */
export const Public = (): MethodDecorator => SetMetadata(PUBLIC, true);
