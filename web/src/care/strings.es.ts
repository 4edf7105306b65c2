import type { Same } from '../i18n/strings.js';
import type en from './strings.en.js';

export default {
  born: 'nac. {{day}}',
  reading: 'Leyendo el nombre …',
  nameless: 'Nombre no disponible',
} satisfies Same<typeof en>;
