import type { RefusalCode } from '../../../src/domain/refusal-codes.js';

/** Each refusal of the closed list in Spanish: what is wrong, and what to do. A code without words here does not compile. */
export const REFUSALS_ES: Readonly<Record<RefusalCode, { readonly title: string; readonly next: string }>> = {
  not_authenticated: {
    title: 'Nadie tiene la sesión abierta.',
    next: 'Inicie sesión y envíelo de nuevo.',
  },
  invalid_credentials: {
    title: 'El nombre, la contraseña o el código no son correctos.',
    next: 'Compruébelos e inténtelo de nuevo. Tras varios fallos la cuenta espera antes del próximo intento.',
  },
  second_factor_required: {
    title: 'Hace falta un código de su autenticador.',
    next: 'Escriba los seis dígitos que muestra su autenticador.',
  },
  second_factor_enrolment_required: {
    title: 'Este centro exige un segundo factor y usted no tiene ninguno.',
    next: 'Registre un autenticador en su cuenta e inténtelo de nuevo.',
  },
  passkey_required: {
    title: 'Hace falta una de sus llaves.',
    next: 'Responda con una llave que haya registrado; a quien tiene una no le basta la contraseña.',
  },
  passkey_address_wrong: {
    title: 'Las llaves no funcionan en esta dirección.',
    next: 'Abra Countersign en la dirección que el operador ha fijado e inténtelo de nuevo.',
  },
  passkey_invalid: {
    title: 'La respuesta de la llave no encaja.',
    next: 'Empiece de nuevo: a una llave se le pregunta una sola vez, y la pregunta dura cinco minutos.',
  },
  passkey_counts_back: {
    title: 'La llave se ha usado en otro sitio: puede haber una copia.',
    next: 'Quite esta llave en su cuenta, avise a cumplimiento y registre otra.',
  },
  device_bound_key_required: {
    title: 'En este centro los testigos y las segundas personas firman con una llave que no sale de su dispositivo.',
    next: 'Firme con una llave de seguridad, o con una llave de este dispositivo que no se sincronice.',
  },
  csrf_token_invalid: {
    title: 'La petición no viene de nuestras páginas.',
    next: 'Recargue la página e inténtelo de nuevo.',
  },
  too_many_requests: {
    title: 'Demasiadas peticiones en poco tiempo.',
    next: 'Espere un poco e inténtelo de nuevo.',
  },
  not_permitted: {
    title: 'Su rol en este centro no lo permite.',
    next: 'Pida a alguien cuyo rol lo permita, o a un administrador del centro.',
  },
  not_found: {
    title: 'Aquí no hay nada con ese nombre.',
    next: 'Compruebe la dirección y el identificador.',
  },
  method_not_allowed: {
    title: 'Esta dirección admite otros métodos.',
    next: 'Use uno de los que nombra la cabecera `Allow`.',
  },
  request_invalid: {
    title: 'Falta algo o no tiene la forma esperada.',
    next: 'Corrija los campos señalados.',
  },
  payload_too_large: {
    title: 'La petición es demasiado grande.',
    next: 'Envíela en partes más pequeñas.',
  },
  idempotency_key_missing: {
    title: 'A un registro le falta la cabecera `Idempotency-Key`.',
    next: 'Envíe un UUID nuevo para un acto nuevo, y el mismo cuando envíe otra vez el mismo acto.',
  },
  idempotency_key_invalid: {
    title: 'La cabecera `Idempotency-Key` no sirve.',
    next: 'Use de 8 a 64 letras, dígitos, guiones, puntos o guiones bajos.',
  },
  request_in_progress: {
    title: 'El mismo acto se está registrando en este momento.',
    next: 'Envíelo otra vez dentro de un segundo: recibirá su respuesta.',
  },
  idempotency_key_reused: {
    title: 'Esto ya está registrado, tal como se envió la primera vez: solo se perdió la respuesta.',
    next: 'Mire lo que está registrado ahora. Si está mal, corríjalo; no lo registre otra vez.',
  },
  invalid_dea_number: {
    title: 'El número DEA no es válido.',
    next: 'Compárelo con la factura: dos caracteres, seis dígitos y un dígito de control.',
  },
  invalid_barcode: {
    title: 'El código de barras no es válido, o no es de este producto.',
    next: 'Escanéelo de nuevo, o escriba los datos de la etiqueta.',
  },
  second_person_is_performer: {
    title: 'La segunda persona es la misma que lo hace.',
    next: 'Pida a otra persona que firme.',
  },
  unknown_container: {
    title: 'En este centro no hay tal envase.',
    next: 'Escanee la etiqueta del envase.',
  },
  container_expired: {
    title: 'El envase está caducado.',
    next: 'Apártelo para su eliminación y tome otro.',
  },
  past_beyond_use_date: {
    title: 'El envase ha pasado su fecha límite de uso tras la apertura.',
    next: 'Apártelo para su eliminación y tome otro.',
  },
  insufficient_amount: {
    title: 'El envase no contiene tanto.',
    next: 'Compruebe la cantidad. Extraiga lo que contiene y el resto de otro, o ciérrelo si está vacío.',
  },
  exceeds_amount_in_hand: {
    title: 'Es más de lo que hay en mano.',
    next: 'Compruebe la cantidad, o registre primero la extracción que falta.',
  },
  witness_missing: {
    title: 'No ha firmado un testigo.',
    next: 'Pida a cada testigo que firme este acto, o ábralo como pendiente.',
  },
  witness_is_performer: {
    title: 'El testigo es quien lo hace.',
    next: 'Pida que firme otra persona que lo haya visto.',
  },
  witnesses_must_differ: {
    title: 'Los dos testigos son la misma persona.',
    next: 'Pida que firme una segunda persona que lo haya visto.',
  },
  second_person_missing: {
    title: 'No ha firmado la segunda persona.',
    next: 'Pida a otra persona que lo compruebe y firme.',
  },
  signature_invalid: {
    title: 'Una firma no corresponde a este acto.',
    next: 'Firme de nuevo: una firma vale para un acto, de una persona, durante dos minutos.',
  },
  signature_expired: {
    title: 'Una firma tiene más de dos minutos.',
    next: 'Pida a la persona que firme de nuevo.',
  },
  signature_already_used: {
    title: 'Una firma ya se ha usado.',
    next: 'Pida a la persona que firme este mismo acto.',
  },
  signer_not_eligible: {
    title: 'Quien firma no puede firmar aquí este tipo de acto.',
    next: 'Pídalo a una enfermera, un farmacéutico, un prescriptor o un testigo de este centro.',
  },
  attestation_missing: {
    title: 'Un testigo no ha declarado lo que vio.',
    next: 'El testigo declara haber visto la etiqueta, la cantidad y el acto.',
  },
  occurred_in_future: {
    title: 'La hora indicada está en el futuro.',
    next: 'Indique la hora a la que ocurrió, o déjela en blanco si es ahora.',
  },
  late_entry_needs_reason: {
    title: 'Un registro tardío necesita un motivo.',
    next: 'Diga por qué se registra ahora.',
  },
  reason_missing: {
    title: 'Falta un motivo.',
    next: 'Diga por qué, en pocas palabras.',
  },
  amount_invalid: {
    title: 'La cantidad no sirve.',
    next: 'Escriba un número decimal positivo, con un máximo de tres decimales para mg y mL.',
  },
  amount_not_exact: {
    title: 'La cantidad no tiene un equivalente exacto.',
    next: 'Indique lo que mide la jeringa, en mL.',
  },
  amount_unit_wrong: {
    title: 'La cantidad está en una unidad que no es la de este producto.',
    next: 'Indique mL para un vial y un número de dispositivos para un estuche de aerosol nasal.',
  },
  unknown_session: {
    title: 'En este centro no hay tal sesión.',
    next: 'Elija la sesión de nuevo.',
  },
  session_ended: {
    title: 'La sesión ha terminado.',
    next: 'Corríjala con una anulación, o ábrala de nuevo para la corrección.',
  },
  session_not_balanced: {
    title: 'Algo extraído para esta sesión no se ha dado, desechado ni devuelto.',
    next: 'Dé, deseche o devuelva lo que hay en mano, y después termine la sesión.',
  },
  session_not_started: {
    title: 'En esta sesión no se ha dado ninguna dosis.',
    next: 'Registre primero la dosis, o termine la sesión.',
  },
  observation_incomplete: {
    title: 'El tiempo de observación no ha terminado.',
    next: 'Espere, o registre una salida anticipada con su motivo.',
  },
  wrong_product: {
    title: 'El envase es de otro producto que el ordenado en la sesión.',
    next: 'Tome un envase del producto ordenado, o inicie una sesión con otra orden.',
  },
  wrong_location: {
    title: 'El envase no está donde esto ocurre.',
    next: 'Traslade primero el envase, con su segunda persona.',
  },
  wrong_patient: {
    title: 'El envase está reservado para otro paciente.',
    next: 'Tome un envase sin reservar, o el de ese paciente.',
  },
  container_not_usable: {
    title: 'El envase está agotado o fuera de uso.',
    next: 'Tome otro envase.',
  },
  container_not_sealed: {
    title: 'El envase no está sellado.',
    next: 'Solo un envase sellado e intacto se puede trasladar o devolver.',
  },
  container_not_open: {
    title: 'El envase no está abierto.',
    next: 'Solo un vial abierto se puede cerrar o medir.',
  },
  container_not_empty: {
    title: 'El envase no está vacío.',
    next: 'Deseche lo que queda ante dos testigos, y después ciérrelo.',
  },
  container_required: {
    title: 'No está claro de qué se desecha.',
    next: 'Nombre la sesión de la dosis, o el envase.',
  },
  too_many_containers: {
    title: 'Es más de lo que cabe en una línea de recepción.',
    next: 'Reciba como máximo 100 envases por línea; registre el resto en otra.',
  },
  serial_already_received: {
    title: 'Un número de serie ya se había recibido.',
    next: 'Compruebe el envase: el mismo número no puede llegar dos veces. Avise al proveedor y a cumplimiento.',
  },
  label_already_used: {
    title: 'Una etiqueta de envase ya está en uso.',
    next: 'Use una etiqueta nueva: una etiqueta nunca se usa dos veces.',
  },
  lot_conflict: {
    title: 'Este lote consta con otra fecha de caducidad.',
    next: 'Compare la etiqueta con la recepción anterior de este lote.',
  },
  same_location: {
    title: 'Ya está allí.',
    next: 'Elija otra ubicación.',
  },
  unknown_reference: {
    title:
      'Una ubicación, un producto, un proveedor, un paciente, un prescriptor o una persona no consta en este centro.',
    next: 'Elíjalo de nuevo en la lista, o añádalo primero.',
  },
  already_exists: {
    title: 'Ya hay uno con ese nombre.',
    next: 'Use el que existe, u otro nombre.',
  },
  still_in_use: {
    title: 'Aún queda algo en existencias o en una sesión abierta.',
    next: 'Traslade, use o elimine lo que hay y termine sus sesiones; después retírelo del uso.',
  },
  invalid_npi: {
    title: 'El NPI no es válido.',
    next: 'Diez dígitos con un dígito de control: compárelo de nuevo.',
  },
  invalid_ndc: {
    title: 'El NDC no es válido.',
    next: 'Escríbalo con sus guiones, como está impreso en el envase.',
  },
  invalid_time_zone: {
    title: 'La zona horaria no se conoce.',
    next: 'Use un nombre como America/Chicago.',
  },
  pending_waste_closed: {
    title: 'Este desecho ya no está pendiente.',
    next: 'Mire su registro: está completo o retirado.',
  },
  entry_not_reversible: {
    title: 'Este asiento no se puede anular.',
    next: 'Solo se anula un movimiento de existencias sobre el que no descansan otros posteriores; anule antes esos.',
  },
  entry_already_reversed: {
    title: 'Este asiento ya está anulado.',
    next: 'Mire su historia.',
  },
  own_act: {
    title: 'Nadie aprueba su propio acto.',
    next: 'Pídalo a otra persona que esté autorizada.',
  },
  retention_not_over: {
    title: 'El plazo de conservación de los registros de este paciente no ha terminado.',
    next: 'Espere al día indicado; antes, los registros deben poder mostrarse a quien tenga derecho a pedirlos.',
  },
  patient_erased: {
    title: 'Lo que se sabía de este paciente se ha destruido.',
    next: 'Si la persona vuelve, regístrela como paciente nuevo.',
  },
  password_too_weak: {
    title: 'La contraseña es demasiado fácil de adivinar.',
    next: 'Use al menos 12 caracteres que no sean una contraseña común ni su nombre.',
  },
  token_invalid: {
    title: 'El enlace ya no es válido.',
    next: 'Pida uno nuevo a un administrador.',
  },
  roles_conflict: {
    title: 'Estos roles no se tienen juntos en un mismo centro.',
    next: 'Quien administra o audita un centro no mueve allí existencias: dé el rol a otra persona.',
  },
  last_administrator: {
    title: 'El centro se quedaría sin administrador.',
    next: 'Nombre primero administrador a otra persona.',
  },
  log_is_whole: {
    title: 'El registro continúa desde lo que se firmó: no hay nada que declarar.',
    next: 'Mire las alarmas del centro. Una nueva encarnación es para un registro que perdió asientos firmados.',
  },
  proof_not_yet: {
    title: 'Ninguna cabeza firmada cubre todavía este asiento.',
    next: 'Pregunte de nuevo en uno o dos segundos. Si continúa, una alarma del centro dice por qué no se firma nada.',
  },
  constraint_violated: {
    title: 'El registro rechaza esto: rompería una regla que nunca se rompe.',
    next: 'Mire el estado de lo que nombró e inténtelo de nuevo; si persiste, avise a cumplimiento.',
  },
  database_unavailable: {
    title: 'No se puede acceder al registro; no se sabe si esto quedó registrado.',
    next: 'Envíe lo mismo dentro de un momento: queda registrado una sola vez, pase lo que pase.',
  },
  internal_error: {
    title: 'Algo falló por nuestra parte.',
    next: 'Envíe lo mismo de nuevo. Si persiste, dé al soporte el identificador de la petición.',
  },
};
