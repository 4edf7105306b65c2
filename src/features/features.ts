import type { Type } from '@nestjs/common';

/** One module for each thing people do, in the order of a clinic's day. */
export const FEATURES: Type[] = [];
