import { Injectable } from '@nestjs/common';
import { HeadsOutside } from '../outside/heads-outside.js';
import { Cosigning } from './cosigning.js';

/** Brings what witnesses confirmed out of the database, beside the heads that lie outside already. */
@Injectable()
export class ConfirmedOutside {
  constructor(cosigning: Cosigning, outside: HeadsOutside) {
    cosigning.onWitnessed((head) => outside.confirmed(head));
  }
}
