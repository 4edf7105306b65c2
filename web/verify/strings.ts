import type { Language } from '../../src/domain/bundle/words/languages.js';
import type { FileKind } from '../../src/domain/verifier/file-kind.js';

/** What the page itself says; what a verdict says is in src/domain. */
export interface Strings {
  readonly title: string;
  readonly lead: string;
  readonly drop: string;
  readonly choose: string;
  readonly policy: string;
  readonly working: (percent: number) => string;
  readonly files: string;
  readonly clear: string;
  readonly print: string;
  readonly kinds: Readonly<Record<FileKind | 'unknown', string>>;
  readonly outcomes: Readonly<Record<'verified' | 'notVerified' | 'unusable', string>>;
  readonly why: string;
  readonly ownPolicy: string;
  readonly broken: string;
  readonly inEnglish: string;
}

export const STRINGS: Readonly<Record<Language, Strings>> = {
  en: {
    title: 'Verify records of Countersign',
    lead: 'This page works without a network: nothing that you give it leaves this computer.',
    drop: 'Drop the files here: the zip folder or records.bundle, and the policy.',
    choose: 'Choose files',
    policy:
      'The policy says whose signatures count. Use one that you received on another way than the records: from the regulator, a witness, an earlier visit.',
    working: (percent) => `Verifying … ${percent} %`,
    files: 'Files',
    clear: 'Start again',
    print: 'Print',
    kinds: {
      bundle: 'inspection bundle',
      zip: 'zip folder',
      policy: 'policy',
      proof: 'proof of a record',
      checkpoint: 'signed head',
      consistency: 'growth of a log',
      path: 'consistency path',
      record: 'record',
      log: 'exported log',
      unknown: 'nothing this page knows',
    },
    outcomes: { verified: 'Verified', notVerified: 'Not verified', unusable: 'Cannot be used' },
    why: 'What was found',
    ownPolicy: 'No policy was given: the one in the bundle is used.',
    broken: 'A file could not be read.',
    inEnglish: 'In detail:',
  },
  es: {
    title: 'Verificar registros de Countersign',
    lead: 'Esta página funciona sin red: nada de lo que le dé sale de este equipo.',
    drop: 'Suelte aquí los archivos: la carpeta zip o records.bundle, y la política.',
    choose: 'Elegir archivos',
    policy:
      'La política dice qué firmas cuentan. Use una que haya recibido por otra vía que los registros: del regulador, de un testigo, de una visita anterior.',
    working: (percent) => `Verificando … ${percent} %`,
    files: 'Archivos',
    clear: 'Empezar de nuevo',
    print: 'Imprimir',
    kinds: {
      bundle: 'paquete de inspección',
      zip: 'carpeta zip',
      policy: 'política',
      proof: 'prueba de un registro',
      checkpoint: 'cabecera firmada',
      consistency: 'crecimiento de un libro',
      path: 'camino de consistencia',
      record: 'registro',
      log: 'libro exportado',
      unknown: 'nada que esta página conozca',
    },
    outcomes: { verified: 'Verificado', notVerified: 'No verificado', unusable: 'No se puede usar' },
    why: 'Lo que se encontró',
    ownPolicy: 'No se dio ninguna política: se usa la del paquete.',
    broken: 'No se pudo leer un archivo.',
    inEnglish: 'En detalle, en inglés:',
  },
};
