import type { Same } from '../i18n/strings.js';
import type en from './strings.en.js';

export default {
  born: 'nac. {{day}}',
  reading: 'Leyendo el nombre …',
  nameless: 'Nombre no disponible',
  patient: 'Paciente',
  room: 'Sala',
  container: 'Envase',
  reason: 'Por qué se desecha',
  reason_remainder: 'Resto de la dosis',
  reason_declined: 'El paciente no la quiso',
  reason_mistake: 'Extraído por error',
  reason_contaminated: 'Caído o contaminado',
  reason_another: 'Otro motivo',
  reasonWords: 'Qué motivo',
  reasonMore: 'Más, si ayuda',
  devices_one: '{{count}} dispositivo',
  devices_other: '{{count}} dispositivos',
} satisfies Same<typeof en>;
