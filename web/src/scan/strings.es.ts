import type { Same } from '../i18n/strings.js';
import type en from './strings.en.js';

export default {
  title: 'Escanear con la cámara',
  hint: 'Ponga el código dentro de la imagen.',
  noCamera: 'No hay cámara, o esta página no puede usarla. Escriba la etiqueta.',
  type: 'O escríbalo',
  use: 'Usar',
} satisfies Same<typeof en>;
