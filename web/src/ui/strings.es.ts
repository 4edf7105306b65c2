import type { Same } from '../i18n/strings.js';
import type en from './strings.en.js';

export default {
  back: 'Atrás',
  cancel: 'Cancelar',
  close: 'Cerrar',
  loading: 'Cargando …',
  more: 'Cargar más',
  again: 'Enviar de nuevo',
  lineLost: 'El registro no responde. No se pierde nada: este acto se envía de nuevo y no puede contar dos veces.',
  whatToDo: 'Qué hacer',
  code: 'Código',
  failed: 'Esto no se pudo mostrar.',
  retry: 'Intentar de nuevo',
  nothing: 'No hay nada aquí.',
  rows_one: '{{count}} fila',
  rows_other: '{{count}} filas',
  print: 'Imprimir',
  exportCsv: 'Exportar CSV',
  required: 'Necesario',
  late: 'Registrado tarde',
  balanced: 'Cuadrado',
  inHand: 'En mano',
  missing: 'Falta',
} satisfies Same<typeof en>;
