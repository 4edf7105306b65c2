/** The environment for everything that is started from here: no dependency may report home. */
export function quietEnvironment(extra = {}) {
  return { ...process.env, SCARF_ANALYTICS: 'false', DO_NOT_TRACK: '1', NO_UPDATE_NOTIFIER: '1', ...extra };
}
