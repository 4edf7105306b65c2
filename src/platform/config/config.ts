import { resolve } from 'node:path';

/** What the operator can set, from the environment; every value has a default that is safe to start with. */
export interface Config {
  /** Embedded PostgreSQL, keys and log live here. */
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  /** A PostgreSQL of the operator's own; absent: the embedded one. Its log-in may create roles and a schema. */
  readonly databaseUrl: string | undefined;
  /** First part of every log's origin: the organisation's domain (audit-log.md, "Checkpoint"). */
  readonly domain: string;
  readonly domainIsSet: boolean;
  /** Where people open it, as an origin (`https://ledger.clinic.example`); keys are bound to its domain. */
  readonly publicUrl: string | undefined;
  /** True behind a proxy that ends TLS: cookies are marked Secure and its forwarded address is believed. */
  readonly behindTlsProxy: boolean;
  /** Whether this process signs the heads of the logs. Of several on one database one does. */
  readonly signing: boolean;
  /** The secrets of the log's keys, where they do not lie in the signer's folder. Secret. */
  readonly logKeys: string | undefined;
  /** Where every signed head goes, a file each, and nothing is changed; `off`: nowhere. Absent: in the signer's folder. */
  readonly headsFolder: string | undefined;
  /** Where the static files of c2sp.org/tlog-tiles are written; as above. */
  readonly tilesFolder: string | undefined;
  /** Where the newest heads are sent once a day, and the secret that proves that we sent them. */
  readonly headsWebhook: { readonly url: string; readonly secret: string } | undefined;
  /** Who sends it reads the metrics; absent: nobody does. Secret. */
  readonly metricsToken: string | undefined;
  /** Whether each request is a line of JSON on standard output. */
  readonly requestLog: boolean;
  /** Which witnesses are asked, and how many are enough (c2sp.org/tlog-policy); absent: policy.txt in the signer's folder. */
  readonly policyFile: string | undefined;
}

/** Where a demonstration keeps its data, apart from the ledger's. */
export const DEMONSTRATION_DATA = '.data/demo';

/** Reads the environment. Throws Error with one sentence that names the variable and what to set. */
export function configFrom(environment: NodeJS.ProcessEnv): Config {
  const databaseUrl = environment.DATABASE_URL || undefined;
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new Error('DATABASE_URL must begin with postgres:// or postgresql://.');
  }
  if (databaseUrl && !URL.canParse(databaseUrl)) {
    throw new Error(
      'DATABASE_URL is no address: write postgres://user:password@host:5432/database, with % and two digits for a special character of the password.',
    );
  }
  const domain = environment.COUNTERSIGN_DOMAIN || 'countersign.invalid';
  if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(domain)) {
    throw new Error('COUNTERSIGN_DOMAIN must be a domain name in small letters, such as clinic.example.');
  }
  return {
    dataFolder: resolve(environment.COUNTERSIGN_DATA || '.data'),
    host: environment.COUNTERSIGN_HOST || '127.0.0.1',
    port: portFrom(environment.PORT),
    databaseUrl,
    domain,
    domainIsSet: Boolean(environment.COUNTERSIGN_DOMAIN),
    publicUrl: publicUrlFrom(environment.COUNTERSIGN_PUBLIC_URL),
    behindTlsProxy: environment.COUNTERSIGN_TLS_PROXY === 'true',
    signing: environment.COUNTERSIGN_SIGNER !== 'off',
    logKeys: environment.COUNTERSIGN_LOG_KEYS || undefined,
    headsFolder: folderFrom(environment.COUNTERSIGN_HEADS),
    tilesFolder: folderFrom(environment.COUNTERSIGN_TILES),
    headsWebhook: webhookFrom(environment.COUNTERSIGN_HEADS_WEBHOOK, environment.COUNTERSIGN_HEADS_WEBHOOK_SECRET),
    metricsToken: tokenFrom(environment.COUNTERSIGN_METRICS_TOKEN),
    // A person at a terminal reads sentences; whatever collects the output of a service reads lines.
    requestLog: environment.COUNTERSIGN_REQUEST_LOG
      ? environment.COUNTERSIGN_REQUEST_LOG !== 'off'
      : process.stdout.isTTY !== true,
    policyFile: environment.COUNTERSIGN_POLICY ? resolve(environment.COUNTERSIGN_POLICY) : undefined,
  };
}

function publicUrlFrom(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === 'localhost');
  if (!url || !secure || url.pathname !== '/' || url.search || url.hash || url.username)
    throw new Error(
      'COUNTERSIGN_PUBLIC_URL must be the address people open, without a path, such as https://ledger.clinic.example.',
    );
  return url.origin;
}

function webhookFrom(address: string | undefined, secret: string | undefined): Config['headsWebhook'] {
  if (!address) return undefined;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === '127.0.0.1');
  if (!url || !secure || url.username) throw new Error('COUNTERSIGN_HEADS_WEBHOOK must be an https address.');
  if (!secret || secret.length < 20)
    throw new Error('COUNTERSIGN_HEADS_WEBHOOK_SECRET must have 20 characters or more: openssl rand -hex 24.');
  return { url: url.href, secret };
}

function tokenFrom(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (text.length < 20)
    throw new Error('COUNTERSIGN_METRICS_TOKEN must have 20 characters or more: openssl rand -hex 24.');
  return text;
}

function folderFrom(text: string | undefined): string | undefined {
  return text === undefined || text === '' || text === 'off' ? text || undefined : resolve(text);
}

function portFrom(text: string | undefined): number {
  const port = Number(text || '8080');
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error('PORT must be a number from 0 to 65535.');
  return port;
}
