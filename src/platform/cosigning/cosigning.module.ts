import { Global, Module } from '@nestjs/common';
import { ConfirmedOutside } from './confirmed-outside.js';
import { Cosigning } from './cosigning.js';

/** Has signed heads confirmed by witnesses outside. */
@Global()
@Module({ providers: [Cosigning, ConfirmedOutside], exports: [Cosigning] })
export class CosigningModule {}
