/** What stands after # in a one-time link: browsers never send it, so it is in no log of a server or proxy. */
export function tokenOfLink(): string {
  return location.hash.slice(1).replace(/^token=/, '');
}
