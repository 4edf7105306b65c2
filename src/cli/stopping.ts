/**
 * Settles when somebody asks the program to stop: Ctrl-C, a service manager, or the end of the process that started it.
 * Asking again changes nothing: what is in flight is answered first.
 */
export function untilAskedToStop(): Promise<'asked'> {
  return new Promise((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => settle('asked'));
    process.once('disconnect', () => settle('asked'));
  });
}
