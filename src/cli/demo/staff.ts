import type { DayBook } from '../../interop/daybook.js';
import { Client } from './client.js';
import { memorablePassword } from './passwords.js';

export interface Account {
  /** The person's code in the book. */
  readonly code: string;
  readonly role: string;
  readonly username: string;
  readonly password: string;
}

/** The people of a clinic: each has an account of their own, and whoever acts or signs does it with it. */
export class Staff {
  readonly #accounts = new Map<string, Account>();
  readonly #clients = new Map<string, Client>();

  constructor(private readonly nobody: Client) {}

  get accounts(): readonly Account[] {
    return [...this.#accounts.values()];
  }

  /** A new account's name and password; it exists once the ledger knows them. */
  invent(code: string, role: string): Account {
    const account = { code, role, username: code.toLowerCase(), password: memorablePassword() };
    this.#accounts.set(code, account);
    return account;
  }

  /** Opens the person's session, which all their requests use from then on. */
  async logIn(code: string): Promise<Client> {
    const { token } = await this.nobody.done('/auth/login', { ...this.credentialsOf(code), kind: 'bearer' });
    const client = this.nobody.as(token as string);
    this.#clients.set(code, client);
    return client;
  }

  /** Throws Error for somebody whom staff.csv does not name. */
  credentialsOf(code: string): { username: string; password: string } {
    const account = this.#accounts.get(code);
    if (!account) throw new Error(`The book names ${code}, who is not in staff.csv.`);
    const { username, password } = account;
    return { username, password };
  }

  clientOf(code: string): Client {
    const client = this.#clients.get(code);
    if (!client) throw new Error(`The book names ${code}, who is not in staff.csv.`);
    return client;
  }

  /** The first person of a role. */
  someone(role: string): Client {
    const account = this.accounts.find((one) => one.role === role);
    if (!account) throw new Error(`The book has no ${role}.`);
    return this.clientOf(account.code);
  }
}

/** Roles without which nobody can make the clinic, or ask what the ledger concludes. */
const NEEDED = [
  ['administrator', 'DEMO-ADMIN'],
  ['pharmacist', 'DEMO-RPH'],
  ['compliance_officer', 'DEMO-CO'],
] as const;

/** The people of staff.csv, and whoever else is needed to open the clinic and to read its reports. */
export function peopleOf(book: DayBook): readonly { code: string; role: string }[] {
  const missing = NEEDED.filter(([role]) => !book.staff.some((one) => one.role === role));
  return [...book.staff, ...missing.map(([role, code]) => ({ code, role }))];
}
