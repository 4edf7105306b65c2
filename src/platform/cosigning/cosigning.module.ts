import { Global, Module } from '@nestjs/common';
import { Cosigning } from './cosigning.js';

/** Has signed heads confirmed by witnesses outside. */
@Global()
@Module({ providers: [Cosigning], exports: [Cosigning] })
export class CosigningModule {}
