import type { Same } from '../../i18n/strings.js';
import type en from './strings.en.js';

export default {
  title: 'Lugares',
  lead: 'Dónde se guardan o usan las existencias: una caja fuerte, una sala, una nevera.',
  add: 'Añadir un lugar',
  addTitle: 'Añadir un lugar',
  addButton: 'Añadir',
  code: 'Nombre corto',
  codeHint: 'Como en su etiqueta, por ejemplo SALA1. No cambia: lo tienen etiquetas y registros.',
  name: 'Cómo lo llama la gente',
  state: 'Estado',
  emptyTitle: 'Todavía no hay ningún lugar.',
  emptyHint: 'Las existencias siempre están en alguna parte: añada primero la caja fuerte y luego las salas.',
  editTitle: 'Lugar {{code}}',
} satisfies Same<typeof en>;
