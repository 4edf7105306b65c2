import type { Same } from '../i18n/strings.js';
import type en from './strings.en.js';

export default {
  deaNumber: 'Número DEA',
  period: 'Período',
  printedBy: 'Impreso por {{who}} el {{when}}',
  exported: 'Registro de exportación {{seq}}',
  upTo: 'Tal como constaba hasta el registro {{seq}}',
  leaf: 'Hash de hoja de ese registro',
  digest: 'SHA-256 de las mismas cifras como archivo',
  qr: 'Código con el número de registro y el resumen',
  print: 'Imprimir',
  export: 'Exportar',
  csv: 'CSV, para una hoja de cálculo',
  json: 'JSON, para un programa',
  recorded: 'Una exportación queda registrada.',
  saved: 'Guardado: {{name}}. Registro {{seq}}.',
} satisfies Same<typeof en>;
