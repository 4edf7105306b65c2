import type { Words } from './words.js';

/** De el envase is del envase. */
const de = (subject: string): string => (subject.startsWith('el ') ? `del ${subject.slice(3)}` : `de ${subject}`);
const upper = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const n = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const ES: Words = {
  language: 'es',
  states: {
    verified: {
      title: 'Verificado',
      meaning: 'Cada registro mostrado está en el libro firmado, sin cambios, y no falta nada de lo que se eligió.',
    },
    keys_not_compared: {
      title: 'Sin cambios, pero no se compararon las claves',
      meaning:
        'Todo concuerda con las claves que nombra el propio paquete. Añada la política que recibió por otra vía: solo entonces se sabe que esas claves son las correctas.',
    },
    not_verified: { title: 'No verificado', meaning: 'Algo falta, se cambió o no está probado. No confíe en él.' },
    unusable: { title: 'No se puede usar', meaning: 'Nada se dice sobre los registros.' },
  },
  kinds: {
    container: 'el envase',
    lot: 'el lote',
    product: 'el producto',
    session: 'la sesión',
    patient: 'el paciente',
    person: 'la persona',
    period: 'el libro entero del período',
    record: 'el registro',
  },
  problems: {
    not_a_bundle: () =>
      'Esto no es un paquete de inspección. Si es una carpeta zip, ábrala y elija el archivo records.bundle que está dentro.',
    not_utf8: ({ line }) => `El archivo está dañado: la línea ${line} no es texto.`,
    policy_unreadable: ({ detail }) => `La política no se puede leer (${detail}).`,
    head_not_trusted: ({ detail }) =>
      `La cabecera firmada del libro no es una en la que confíe la política (${detail}).`,
    cut_off: () => 'El archivo está cortado: falta su final.',
    file_altered: () => 'El archivo no está como se escribió: algo se cambió, se añadió o se quitó.',
    line_unreadable: ({ line }) => `La línea ${line} del archivo no está como las escribe este programa.`,
    export_not_proved: () => 'El registro de la propia exportación no está en el libro bajo esta cabecera.',
    not_an_export: ({ seq }) => `El registro ${seq}, que debería ser la exportación, es otro.`,
    record_not_in_log: ({ seq }) => `El registro ${seq} no está así en el libro: se cambió, o nunca se registró.`,
    record_unreadable: ({ seq }) => `El registro ${seq} está en el libro, pero no tiene una forma conocida.`,
    record_of_other_log: ({ seq }) => `El registro ${seq} es de otro libro.`,
    records_out_of_order: ({ seq }) => `El registro ${seq} está dos veces o en un lugar equivocado.`,
    time_backwards: ({ seq }) => `El registro ${seq} tiene fecha anterior a la del registro previo.`,
    value_altered: ({ seq, detail }) => `El valor «${detail}» del registro ${seq} no es el que se registró.`,
    more_shown_than_allowed: ({ seq }) =>
      `El registro ${seq} muestra valores privados, aunque la exportación dice solo cantidades.`,
    records_missing: ({ subject, numbers, count }) =>
      `${upper(de(subject))} ${n(count, 'falta el registro número', 'faltan los registros números')} ${numbers}.`,
    number_twice: ({ subject, numbers }) =>
      `${upper(de(subject))} dos registros llevan el número ${numbers}: dos historias.`,
    record_absent: ({ seq }) => `El registro ${seq}, que se eligió, no está en el paquete.`,
    rule_broken: ({ seq, detail }) => `El registro ${seq} infringe una regla del libro: ${detail}.`,
    signature_record_missing: ({ seq, detail }) =>
      `Falta el registro en el que ${detail} hizo la firma usada en el registro ${seq}.`,
    name_differs: ({ seq, detail }) => `El paquete nombra algo de otro modo que el registro ${seq}: ${detail}.`,
    signature_differs: ({ seq, detail }) => `La firma de ${detail} en el registro ${seq} se hizo para otra cosa.`,
    key_signature_wrong: ({ seq, detail }) =>
      `El registro ${seq} dice que alguien firmó con una llave propia, y no es así: ${detail}.`,
  },
  shown: {
    amounts: 'Se muestran cantidades, horas y quién firmó. Los nombres de pacientes y el texto libre se retienen.',
    everything: 'Se muestra todo, con los datos de pacientes y el texto libre.',
  },
  types: {
    receipt: 'recibido',
    move: 'trasladado',
    draw: 'extraído',
    take: 'tomado',
    give: 'administrado',
    waste: 'desechado',
    return: 'devuelto',
    close_out: 'vial cerrado',
    count: 'contado',
    reversal: 'revertido',
    refused: 'intento rechazado',
    session_started: 'sesión iniciada',
    session_ended: 'sesión terminada',
    signature: 'firma hecha',
    patient_read: 'datos de paciente leídos',
    book_read: 'saldo leído',
    inspection_bundle: 'paquete de inspección hecho',
    export: 'informe exportado',
  },
  holders: {
    container: 'envases',
    in_hand: 'en mano',
    suspense: 'sin explicar',
    in_transit: 'en tránsito',
    supplier: 'proveedor',
    overfill: 'sobrellenado',
    patient: 'pacientes',
    waste: 'desecho',
    breakage: 'rotura',
    destroyed: 'destruido',
    reverse_distributor: 'distribuidor inverso',
    other_registrant: 'otro registrante',
    close_out_shortage: 'faltante al cierre',
    loss: 'pérdida',
  },
  roles: {
    administrator: 'administración',
    pharmacist: 'farmacia',
    nurse: 'enfermería',
    prescriber: 'prescripción',
    witness: 'testigo',
    compliance_officer: 'cumplimiento',
    inspector: 'inspección',
  },
  meanings: { performed: 'lo hizo', witnessed: 'fue testigo', checked: 'comprobó', approved: 'aprobó' },
  values: {
    name: 'nombre',
    address: 'dirección',
    birthDate: 'fecha de nacimiento',
    reference: 'referencia',
    reason: 'motivo',
    lateReason: 'motivo de la entrada tardía',
    earlyReason: 'motivo del alta temprana',
    note: 'nota',
    indication: 'indicación',
  },
  proved: {
    site: ({ name, deaNumber, subject }) => `Lo que registró ${name} (DEA ${deaNumber}): ${subject}.`,
    head: ({ origin, size }) => `Libro ${origin}, en su cabecera de ${size} registros.`,
    signed: ({ cosigners, count, witnesses }) =>
      witnesses === 0
        ? 'La cabecera está firmada con la clave del libro. La política no nombra testigos externos.'
        : `La cabecera está firmada con la clave del libro y confirmada por ${count} de ${witnesses} testigos externos: ${cosigners || 'ninguno'}.`,
    notCompared: 'Las claves son las del paquete. Quien hizo el paquete pudo hacerlas también.',
    exported: ({ name, role, at, seq }) =>
      `Exportado por ${name} (${role}) el ${at}. La exportación es el registro ${seq} del libro.`,
    whole: ({ subject, numbers, count }) =>
      count === 0
        ? `No hay ningún registro ${de(subject)} antes de la exportación.`
        : `No falta ningún registro ${de(subject)}: ${n(count, 'está el número', 'están todos los números')} ${numbers}, y la exportación lleva el siguiente.`,
    wholePeriod: ({ subject, from, to, count }) =>
      `No falta ningún registro ${de(subject)} desde ${from} hasta ${to}: hay ${count}, entre uno anterior y uno posterior.`,
    single: 'Se muestra un registro. Nada se dice sobre otros.',
    besides: (count) =>
      `Junto a ellos ${n(count, 'hay 1 registro más', `hay ${count} registros más`)}: donde se hicieron firmas, y los vecinos de un período.`,
    beganAnew: ({ fromSeq, previousSize }) =>
      `En el registro ${fromSeq} el libro comenzó de nuevo tras una restauración, declarada por dos personas. Antes se habían firmado ${previousSize} registros: los de ${fromSeq} en adelante se perdieron.`,
    holds: ({ subject, amountMg }) => `Según estos registros ${subject} contiene ${amountMg} mg.`,
  },
  limits: [
    'Lo que nunca se registró no está en ningún libro. Lo muestran los recuentos y la conciliación.',
    'Que una persona estuviera de verdad se prueba hasta donde llegue su contraseña o clave.',
    'Una cabecera que solo firmó el operador pudo hacerse solo para usted. Los testigos externos lo excluyen.',
  ],
  beginning: 'el comienzo',
  export: 'la exportación',
  headings: {
    proved: 'Lo que está probado',
    problems: 'Lo que está mal',
    limits: 'Lo que esto no prueba',
    sums: 'Sumas de estos registros',
    records: 'Registros',
    more: (count) =>
      `${n(count, 'Un registro más, verificado', `${count} registros más, verificados`)} y no mostrados aquí, en el archivo.`,
    moreProblems: (count) => `y ${count} más.`,
  },
  columns: {
    nth: 'N.º',
    seq: 'Registro',
    recorded: 'Registrado',
    happened: 'Ocurrido',
    what: 'Qué',
    who: 'Quién',
    moved: 'Movido (mg)',
    values: 'Declarado',
    product: 'Producto',
    holder: 'Dónde',
    in: 'Entra (mg)',
    out: 'Sale (mg)',
    net: 'Neto (mg)',
  },
  late: 'entrada tardía',
  refused: (of, code) => `rechazado: ${of} (${code})`,
  withheld: (names) => `no se muestra: ${names}`,
  alone:
    'Esta página la escribió el servidor que hizo la exportación y no prueba nada por sí misma. Abra verify.html y dele el archivo records.bundle.',
  readMe: {
    name: 'LÉAME PRIMERO.txt',
    lines: [
      'Un paquete de inspección de Countersign',
      '',
      'records.bundle   los registros, sus pruebas y la cabecera firmada: esto es lo que se verifica',
      'verify.html      el verificador: funciona en un navegador, sin red, y no envía nada',
      'policy.txt       qué firmas cuentan, según la clínica',
      'resumen.html     los mismos registros para leer e imprimir',
      '',
      'Para verificar: saque verify.html de la carpeta zip y ábralo en un navegador. Suelte en él la carpeta zip',
      'y la política que recibió por otra vía (del regulador, de un testigo, de una visita anterior). Si no',
      'la tiene, suelte policy.txt: entonces se prueba que nada cambió desde entonces, no que las claves sean las correctas.',
      '',
      'verify.html vino con el paquete. Quien no confía en nadie lo obtiene, o el programa countersign-verify, de otra parte:',
      '    countersign-verify records.bundle --policy policy.txt',
      '',
    ],
  },
  summaryFile: 'resumen.html',
};
