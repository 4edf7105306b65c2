import type { LogErrorCode } from '../../log/log-error.js';
import type { FileKind } from '../file-kind.js';
import type { VerifierWords, ZipFault } from './sentences.js';

const DAMAGED = 'El archivo está dañado, o se cambió después de hacerse.';
const NOT_A_RECORD = 'Los bytes del registro no son los de ningún registro de este libro.';
const NOT_IN_TREE = 'Lo que se muestra no pertenece al libro que se firmó.';

const MEANINGS: Readonly<Record<LogErrorCode, string>> = {
  notUtf8: DAMAGED,
  notJson: NOT_A_RECORD,
  notCanonical: NOT_A_RECORD,
  tooLarge: 'El archivo es mayor que cualquiera que escriba este programa.',
  tooDeep: NOT_A_RECORD,
  badKey: NOT_A_RECORD,
  badNumber: NOT_A_RECORD,
  badString: NOT_A_RECORD,
  badValue: NOT_A_RECORD,
  badCommitmentInput: 'La sal o el lugar del registro no pueden ser los de ningún registro.',
  badTreeInput: DAMAGED,
  missingNode: 'Falta una parte del árbol.',
  badBase64: DAMAGED,
  badNote: DAMAGED,
  badKeyFormat: 'Una clave no está escrita como se escriben las claves.',
  unsupportedKeyType: 'Una clave es de un tipo que este verificador no conoce.',
  ambiguousKey: 'Dos claves tienen el mismo nombre y número.',
  badSignature:
    'Una firma que debería ser de una clave de confianza no la hizo ella, o se cambió lo que había firmado.',
  noKnownSignature: 'Nadie en quien confíe la política ha firmado esto.',
  badCheckpoint: DAMAGED,
  unknownOrigin: 'Esto trata de un libro que la política no conoce.',
  notSignedByLog: 'El propio libro no firmó esta cabecera.',
  quorumNotMet:
    'Muy pocos de los testigos que pide la política confirmaron esta cabecera: puede ser una historia contada solo a usted.',
  badProof: DAMAGED,
  notIncluded: NOT_IN_TREE,
  inconsistent:
    'Las dos cabeceras cuentan historias distintas: el libro se reescribió, se recortó o tiene dos versiones.',
  badPolicy: 'La política no está escrita como se escriben las políticas.',
  wrongRecord: 'El registro que se muestra no es aquel del que trata la prueba.',
  privateValueDiffers: 'Un valor privado que se muestra no es el que se registró.',
  keySignatureWrong: 'Un registro dice que alguien firmó con una llave, y la firma no es de esa llave.',
  badExport: 'El libro exportado está incompleto, o se cambió después de hacerse.',
  badTile: 'La carpeta del libro está incompleta, o se cambió después de escribirse.',
};

const ZIP_FAULTS: Readonly<Record<ZipFault, string>> = {
  cutOff: 'está cortada',
  noEnd: 'su final no está donde debería',
  severalParts: 'es una de varias partes',
  tooManyFiles: 'contiene demasiados archivos',
  shifted: 'hay algo delante de ella, o pasa de 4 GB',
  directoryDamaged: 'su directorio está dañado',
  oneNameTwice: 'dos de sus archivos tienen el mismo nombre',
  overlapping: 'sus archivos están unos sobre otros',
  notThere: 'no hay en ella ningún archivo records.bundle',
  severalThere: 'hay en ella varios archivos records.bundle',
  otherInDirectory: 'uno de sus archivos es otro en su directorio',
  encrypted: 'está cifrada',
  unknownPacking: 'está comprimida de un modo que aquí no se conoce',
  tooMuch: 'ocuparía más que cualquier paquete, o más de lo que dice',
  damaged: 'lo que está comprimido en ella está dañado',
};

const KINDS: Readonly<Record<FileKind, string>> = {
  policy: 'política',
  proof: 'prueba',
  checkpoint: 'cabecera firmada',
  consistency: 'crecimiento de un libro',
  path: 'camino de consistencia',
  record: 'registro',
  log: 'libro exportado',
  bundle: 'paquete de inspección',
  zip: 'carpeta zip',
};

export const ES: VerifierWords = {
  headSigned: ({ size, origin }) =>
    `La cabecera de ${size === 1 ? '1 registro' : `${size} registros`} de ${origin} está firmada por el libro.`,
  confirmedBy: ({ witnesses }) =>
    witnesses.length === 0
      ? 'Ningún testigo la confirmó.'
      : `La confirmaron ${witnesses.map(({ name, at }) => `${name} (${at})`).join(', ')}.`,
  quorumMet: ({ quorum, of }) => `La política pide el cuórum «${quorum}» de ${of} testigos, y se alcanza.`,
  noQuorumAsked: () => 'La política no pide ningún testigo: un libro que contara dos historias no se notaría.',
  policyDigest: ({ digest }) => `Política: SHA-256 ${digest}.`,
  recordAt: ({ seq, origin }) => `El registro es el número ${seq} del libro ${origin}.`,
  leafAt: ({ seq, origin }) => `La hoja es la número ${seq} del libro ${origin}.`,
  recordSays: ({ type, occurredAt, recordedAt }) => `Dice: ${type}, ocurrió ${occurredAt}, se registró ${recordedAt}.`,
  otherNameThen: ({ origin }) => `El libro tenía entonces otro nombre: ${origin}.`,
  nothingRewritten: ({ newer, older }) =>
    `Nada se reescribió: el libro de ${newer} registros empieza con los mismos ${older} de la cabecera anterior.`,
  logWhole: ({ size, shown, withheld }) =>
    `Los ${size} registros del libro están todos, en orden: ${shown} con lo que dicen, ${withheld} retenidos.`,
  linesSumToZero: ({ lines }) => `Las ${lines} líneas que mueven sustancia suman cero en cada asiento.`,
  keySignatures: ({ count }) =>
    `${count} firmas se hicieron con llaves, y son de las llaves que nombran sus registros.`,
  folderWhole: ({ size }) => `Las ${size} entradas del libro están en la carpeta, en orden.`,
  meaning: ({ code }) => MEANINGS[code],
  pathBeginsElsewhere: ({ path, older }) =>
    `El camino empieza en ${path} registros; la cabecera anterior tiene ${older}.`,
  pathLineEnd: () => 'Cada línea de un camino termina con un salto de línea.',
  noRecord: ({ version }) => `El archivo no es un registro: su «v» no es ${version}.`,
  otherPlace: ({ saysSeq, saysOrigin, seq, origin }) =>
    `El registro dice que es el número ${saysSeq} de ${saysOrigin}, y no el número ${seq} de ${origin}.`,
  valueNotCommitted: ({ name }) => `El registro no compromete el valor que se muestra como «${name}».`,
  disclosedNoList: () => 'Lo que se revela no es una lista de valores.',
  disclosedIncomplete: () => 'Un valor revelado tiene un nombre, una sal y un valor.',
  keySignatureWrong: ({ seq, reason }) => `Registro ${seq}: ${reason}.`,
  lineNotJson: () => 'Una línea no es JSON.',
  lineNotCanonical: () => 'Una línea no es un objeto JSON en la forma de RFC 8785.',
  lineMembers: ({ members }) => `Una línea tiene otros miembros que ${members.join(', ')}.`,
  memberNotText: ({ member }) => `«${member}» tiene que estar, y ser texto.`,
  lineTooLong: () => 'Una línea es más larga que cualquiera de una exportación.',
  lastLineCut: () => 'La última línea está cortada.',
  exportEmpty: () => 'La exportación está vacía.',
  exportNotUtf8: () => 'La exportación no es UTF-8 válido.',
  headCoversMore: ({ size, here }) => `La cabecera abarca ${size} registros; aquí hay ${here}.`,
  recordsMakeOtherTree: () =>
    'Los registros no forman el árbol que se firmó: uno se cambió, se intercambió o se inventó.',
  lastRecordUnder: ({ origin }) => `El último registro está bajo ${origin}.`,
  firstLineVersion: ({ version }) => `La primera línea dice "v":"${version}".`,
  otherRecordDue: ({ seq, size, stands }) => `Donde toca el registro ${seq} de ${size} está el registro ${stands}.`,
  lineShowsNothing: ({ seq }) => `Registro ${seq}: una línea muestra un registro, o lo retiene.`,
  writtenBefore: ({ seq }) => `El registro ${seq} dice que se escribió antes que el anterior.`,
  renamedUnsaid: ({ seq }) => `Desde el registro ${seq} el libro tiene otro nombre, y ningún registro lo dice.`,
  sumNotZero: ({ seq, product, sum }) =>
    `Registro ${seq}: las líneas del producto ${product} suman ${sum} µg, y no cero.`,
  linesUnreadable: ({ seq }) => `Registro ${seq}: sus líneas no se pueden leer.`,
  noCheckpointFile: () => 'No hay ningún archivo «checkpoint» en la carpeta.',
  leavesMakeOtherTree: () => 'Las hojas de las teselas no forman el árbol que se firmó.',
  tileNotOfThoseBelow: ({ n, level }) => `La tesela ${n} del nivel ${level} no es lo que hay debajo de ella.`,
  tileTooShort: ({ path }) => `${path} es demasiado corto.`,
  tileMissing: ({ path }) => `${path} no está.`,
  entryNotOfLeaf: ({ seq }) => `La entrada ${seq} no es la de su hoja.`,
  entrySaysOther: ({ seq }) => `La entrada ${seq} dice que es otra.`,
  policyMissing: () => 'Hace falta una política: a quién creer.',
  policyUnusable: ({ reason }) => `La política no se puede usar (en inglés: ${reason})`,
  nothingToVerify: () => 'Además de la política hace falta un archivo que verificar.',
  unknownKind: ({ name }) => `${name} no es nada que se pueda verificar aquí.`,
  needed: ({ kind }) => `Hace falta un archivo de este tipo: ${KINDS[kind]}.`,
  onlyOne: ({ kind }) => `Solo se puede usar un archivo de este tipo a la vez: ${KINDS[kind]}.`,
  filesDoNotFit: ({ kinds }) => `Esto no forma una sola pregunta: ${kinds.map((kind) => KINDS[kind]).join(', ')}.`,
  recordOrLeaf: () => 'O un registro o un hash de hoja dice de qué trata la prueba, no ambos.',
  leafMissing: () => 'Una prueba trata de un registro: dé el registro con su sal, o el hash de hoja que se guardó.',
  saltMissing: () => 'Hace falta también la sal del registro: --salt BASE64.',
  hashUnreadable: ({ what }) =>
    `${what === 'salt' ? 'La sal' : 'El hash de hoja'} es base64 de 32 bytes, 44 caracteres.`,
  tooLarge: ({ name }) => `${name} es demasiado grande.`,
  unreadable: ({ name, reason }) => `${name} no se puede leer (${reason}).`,
  zipUnusable: ({ why }) => `La carpeta zip no se puede leer: ${ZIP_FAULTS[why]}.`,
  detail: ({ text }) => text,
};
