import { Global, Module } from '@nestjs/common';
import { Alarms } from '../alarms/alarms.js';
import { ProofWaiter } from './proof-waiter.js';
import { Signer } from './signer.js';

/** Signs the heads of the logs beside the serving of care, and tells people what it will not sign. */
@Global()
@Module({ providers: [Alarms, Signer, ProofWaiter], exports: [Alarms, Signer, ProofWaiter] })
export class SignerModule {}
