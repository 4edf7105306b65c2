import { AmountField, SignedFields, TextField } from '../../platform/http/fields.js';

export class CloseOutDto extends SignedFields {
  @TextField({ description: 'Label or id of an open vial.', example: '20260831-0002-01', max: 64 })
  container!: string;

  @AmountField({ description: 'What is measured as left, in mL: 0, once what was left is wasted.', example: '0' })
  measuredVolumeMl!: string;
}
