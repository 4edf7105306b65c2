import { Global, Module } from '@nestjs/common';
import { Alarms } from '../alarms/alarms.js';
import { HeadsWebhook } from '../outside/heads-webhook.js';
import { HeadsOutside } from '../outside/heads-outside.js';
import { ProofWaiter } from './proof-waiter.js';
import { Signer } from './signer.js';

/** Signs the heads of the logs beside the serving of care, and tells people what it will not sign. */
@Global()
@Module({
  providers: [Alarms, Signer, ProofWaiter, HeadsOutside, HeadsWebhook],
  exports: [Alarms, Signer, ProofWaiter, HeadsOutside, HeadsWebhook],
})
export class SignerModule {}
