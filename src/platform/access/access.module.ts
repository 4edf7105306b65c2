import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { AccessGuard } from './access.guard.js';
import { PUBLIC_LIMIT, PublicThrottlerGuard } from './public-throttler.guard.js';
import { SessionCookie } from './session-cookie.js';
import { BearerStrategy, CookieStrategy } from './session-strategies.js';
import { Sessions } from './sessions.js';

/** Who somebody is and what they may do. Its guards stand before every handler of the server, in this order. */
@Global()
@Module({
  imports: [ThrottlerModule.forRoot(PUBLIC_LIMIT)],
  providers: [
    Sessions,
    SessionCookie,
    BearerStrategy,
    CookieStrategy,
    { provide: APP_GUARD, useClass: PublicThrottlerGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [Sessions],
})
export class AccessModule {}
