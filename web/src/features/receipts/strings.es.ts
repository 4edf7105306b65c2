import type { Same } from '../../i18n/strings.js';
import type en from './strings.en.js';

export default {
  title: 'Mis recibos',
  lead: 'Cada acto suyo aquí, con su lugar en el registro. Guarde la prueba: se verifica años después, sin nosotros.',
  none: 'Todavía no ha hecho nada aquí.',
  noneHint: 'Cada acto que haga o firme deja un recibo en esta lista.',
  number: 'Número',
  what: 'Qué',
  as: 'Como',
  when: 'Cuándo',
  keep: 'Guardar',
  proof: 'Prueba',
  proofOf: 'Descargar la prueba del registro {{seq}}',
  slip: 'Resguardo',
  slipOf: 'Resguardo del registro {{seq}}',
  notYet: 'aún sin firmar',
  print: 'Imprimir el resguardo',
  qr: 'Código de este registro: su registro, número y hash de hoja',
  signed: 'Firmado',
  leaf: 'Hash de hoja',
  meaning_performed: 'quien lo hizo',
  meaning_witnessed: 'testigo',
  meaning_checked: 'segunda persona',
  meaning_approved: 'quien aprueba',
} satisfies Same<typeof en>;
