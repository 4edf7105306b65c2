import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { AccessGuard } from './access.guard.js';
import { AccountController } from './login/account.controller.js';
import { AccountService } from './login/account.service.js';
import { AuthController } from './login/auth.controller.js';
import { Authentication } from './login/authentication.js';
import { InvitationService } from './login/invitation.service.js';
import { LoginThrottle } from './login/login-throttle.js';
import { LoginService } from './login/login.service.js';
import { LoginStrategy } from './login/login.strategy.js';
import { Passwords } from './login/passwords.js';
import { SecondFactor } from './login/second-factor.js';
import { SetupController } from './login/setup.controller.js';
import { SetupService } from './login/setup.service.js';
import { Organisation } from './organisation.js';
import { Challenges } from './passkeys/challenges.js';
import { Confirmations } from './passkeys/confirmations.js';
import { KeyAddress } from './passkeys/key-address.js';
import { KeyAuthentication } from './passkeys/key-authentication.js';
import { KeyLoginController } from './passkeys/key-login.controller.js';
import { KeyQuestions } from './passkeys/key-questions.js';
import { PasskeysController } from './passkeys/passkeys.controller.js';
import { PasskeysService } from './passkeys/passkeys.service.js';
import { SecondPersons } from './passkeys/second-persons.js';
import { PUBLIC_LIMIT, PublicThrottlerGuard } from './public-throttler.guard.js';
import { SessionCookie } from './session-cookie.js';
import { BearerStrategy, CookieStrategy } from './session-strategies.js';
import { Sessions } from './sessions.js';
import { SignatureService } from './signatures/signature.service.js';
import { SignaturesController } from './signatures/signatures.controller.js';
import { SignaturesTogetherController } from './signatures/together.controller.js';

/** Who somebody is and what they may do. Its guards stand before every handler of the server, in this order. */
@Global()
@Module({
  imports: [ThrottlerModule.forRoot(PUBLIC_LIMIT)],
  controllers: [
    AuthController,
    AccountController,
    KeyLoginController,
    PasskeysController,
    SetupController,
    SignaturesController,
    SignaturesTogetherController,
  ],
  providers: [
    Organisation,
    Passwords,
    LoginThrottle,
    SecondFactor,
    Authentication,
    Challenges,
    KeyAddress,
    KeyQuestions,
    KeyAuthentication,
    Confirmations,
    SecondPersons,
    PasskeysService,
    LoginService,
    LoginStrategy,
    AccountService,
    InvitationService,
    SetupService,
    SignatureService,
    Sessions,
    SessionCookie,
    BearerStrategy,
    CookieStrategy,
    { provide: APP_GUARD, useClass: PublicThrottlerGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [
    Sessions,
    Organisation,
    Authentication,
    InvitationService,
    SetupService,
    SignatureService,
    KeyQuestions,
    SecondPersons,
  ],
})
export class AccessModule {}
