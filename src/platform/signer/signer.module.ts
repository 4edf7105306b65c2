import { Global, Module } from '@nestjs/common';
import { Alarms } from '../alarms/alarms.js';
import { Signer } from './signer.js';

/** Signs the heads of the logs beside the serving of care, and tells people what it will not sign. */
@Global()
@Module({ providers: [Alarms, Signer], exports: [Alarms, Signer] })
export class SignerModule {}
