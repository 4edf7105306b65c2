import type { Same } from '../i18n/strings.js';
import type en from './strings.en.js';

export default {
  signTitle: 'Firma {{nth}} de {{count}}',
  signOne: 'Firma una segunda persona',
  youSign: 'Lo que usted firma',
  who: 'Quién firma',
  whoHint: 'Empiece a escribir su nombre.',
  password: 'Su contraseña',
  sign: 'Firmar',
  signWithKey: 'Firmar con una llave',
  noKey: 'Ninguna llave ha respondido. Inténtelo de nuevo o firme con su contraseña.',
  noKeyHere: 'Ninguna llave ha respondido. Inténtelo de nuevo: aquí debe ser una llave que no sale de su dispositivo.',
  keysNotHere: 'En este centro hace falta una llave para firmar, y las llaves no funcionan en esta dirección.',
  keySignsOnce: 'Esta llave ya ha firmado esto. No cuenta sus firmas, así que firma un acto una sola vez.',
  anew: 'Empezar de nuevo',
  anewHint: 'Empiece el acto de nuevo: no se pierde nada de lo introducido. Quien ya firmó firma otra vez.',
  signed: '{{name}} ha firmado.',
  expired: 'La firma de {{name}} tiene más de dos minutos. Firme de nuevo, por favor.',
  iSaw: 'He visto, con mis propios ojos',
  attest_label: 'la etiqueta: producto y envase',
  attest_volume: 'la cantidad',
  attest_act: 'que se hizo irrecuperable',
  allThree: 'Hacen falta las tres. Si no lo vio, no firme.',
  staysLoggedIn: '{{name}} sigue con la sesión abierta.',
  nobodyLeft: 'No hay nadie más en este centro que pueda firmar. Pregunte a un administrador.',
  earlier: 'Ocurrió antes',
  earlierWhen: 'Cuándo ocurrió',
  earlierWhy: 'Por qué se registra solo ahora',
  earlierWhyHint: 'Por ejemplo: el paciente me necesitaba antes.',
  earlierShows:
    'Figurará para siempre como registrado tarde. Nada más: un registro tardío y honesto es un buen registro.',
} satisfies Same<typeof en>;
