import type { RefusalCode } from '../../../src/domain/refusal-codes.js';

/** Each refusal of the closed list in Spanish: what is wrong, and what to do. */
export const REFUSALS_ES: Partial<Record<RefusalCode, { readonly title: string; readonly next: string }>> = {
  invalid_credentials: {
    title: 'El nombre, la contraseña o el código no son correctos.',
    next: 'Compruébelos e inténtelo de nuevo. Tras varios fallos la cuenta espera antes del próximo intento.',
  },
};
