import type { Same } from '../i18n/strings.js';
import type en from './strings.en.js';

export default {
  born: 'nac. {{day}}',
  reading: 'Leyendo el nombre …',
  nameless: 'Nombre no disponible',
  patient: 'Paciente',
  searchPatient: 'Nombre, fecha de nacimiento o número',
  searchHint: 'Cada búsqueda queda registrada con su nombre.',
  search: 'Buscar',
  nobodyFound: 'Aquí nadie se llama así. Revise la ortografía.',
  whichPatient: 'Qué paciente',
  moreFound: 'Hay más. Escriba más del nombre o el año de nacimiento.',
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
