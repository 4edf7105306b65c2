import type { Same } from '../../../i18n/strings.js';
import type en from './strings.en.js';

export default {
  title: 'Llaves de acceso y de seguridad',
  lead: 'Con una llave propia entra sin contraseña, y años después se puede demostrar que lo que firmó es suyo. Nadie más puede registrarla por usted.',
  notHere:
    'Las llaves no funcionan en esta dirección. Abra Countersign por su nombre; una prueba en este equipo, por http://localhost.',
  none: 'Todavía no tiene ninguna llave.',
  bound: 'No sale de su dispositivo',
  synced: 'Sincronizada',
  added: 'Registrada {{at}}',
  used: 'último uso {{at}}',
  name: 'Nombre de la llave',
  nameHint: 'Para distinguirla: su color o dónde está.',
  rename: 'Cambiar nombre',
  save: 'Guardar',
  remove: 'Quitar',
  removeTitle: 'Quitar {{name}}',
  removeHint: 'La llave ya no abre ni firma nada, para siempre. Sus otras sesiones terminan.',
  add: 'Registrar una llave',
  confirmTitle: 'Primero, que es usted',
  password: 'Su contraseña',
  confirmByKey: 'Confirmar con una llave que tiene',
  goOn: 'Continuar',
  makeTitle: 'Ahora la llave',
  voucherLead:
    'Es su primera llave. Alguien que le conoce está a su lado y escribe su propio nombre y contraseña, o toca una llave suya. Quien creó el enlace a su cuenta no puede.',
  voucherName: 'Nombre de usuario de quien le conoce',
  voucherPassword: 'Su contraseña, de esa persona',
  voucherTotp: 'Código del autenticador de esa persona, si lo tiene',
  make: 'Tocar la llave',
  makeVouchedByKey: 'Tocar su llave y después la de esa persona',
  done: '{{name}} está registrada.',
  removed: '{{name}} se ha quitado.',
  noKey_broken_off: 'Ninguna llave ha respondido. Inténtelo de nuevo.',
  noKey_known: 'Esta llave ya está registrada.',
  noKey_address: 'Las llaves no funcionan en esta dirección.',
} satisfies Same<typeof en>;
