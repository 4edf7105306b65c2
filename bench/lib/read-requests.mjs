// What is asked of every route that reads: its first page, the middle of it, and each filter it offers. A route of the interface
// that has no line here is an error, so that none is forgotten.

const cursorOf = (...key) => `cursor=${Buffer.from(JSON.stringify(key)).toString('base64url')}`;
const LARGE = 'limit=200';

/** Reports of a period: the newest month, and the oldest of the large ledger, to which both have to go back. */
const ofPeriod =
  (...filters) =>
  (f) => {
    const month = `from=${f.lastMonth.from}&to=${f.lastMonth.to}`;
    return {
      'newest month': `?${month}`,
      'newest month, 200 rows': `?${month}&${LARGE}`,
      'first month': `?from=${f.firstMonth.from}&to=${f.firstMonth.to}`,
      ...Object.fromEntries(filters.map((filter) => [`newest month, ${filter}`, `?${month}&${filter}=${f[filter]}`])),
    };
  };
const ofNow =
  (...filters) =>
  (f) => ({ now: '', ...Object.fromEntries(filters.map((filter) => [filter, `?${filter}=${f[filter]}`])) });
const once = () => ({ '': '' });
const pages = () => ({ 'first page': '' });
const history = () => ({ 'first page': '', 'newest first': '?first=newest' });
const DIMENSIONS = ['site', 'product', 'location', 'lot', 'container', 'session', 'person'];

/** Path of the interface → name of what is asked → query. Parameters of the path are filled in from the facts, by their names. */
const SITE = {
  '': once,
  '/alarms': () => ({ 'first page': '', open: '?status=open', closed: '?status=closed' }),
  '/checkpoint': once,
  '/containers': (f) => ({
    all: '',
    'all, 200 rows': `?${LARGE}`,
    'all, middle': `?${LARGE}&${cursorOf(...f.middle.container)}`,
    'in stock': '?show=in_stock',
    unusable: '?show=unusable',
    sealed: '?state=sealed',
    open: '?state=open',
    empty: '?state=empty',
    destroyed: '?state=destroyed',
    'expiring soon': `?show=in_stock&expiringBefore=${f.soon}`,
    'sealed of a room and product': `?state=sealed&locationId=${f.locationId}&productId=${f.productId}`,
    'of a room': `?locationId=${f.locationId}`,
    'in stock of the safe': `?show=in_stock&locationId=${f.safeId}`,
    'of a product': `?productId=${f.productId}`,
    'of a product never used': `?productId=${f.otherProductId}`,
    'of a lot': `?lotId=${f.lotId}`,
    label: `?label=${f.label}`,
  }),
  '/containers/{label}': once,
  '/containers/{label}/book': once,
  '/containers/{label}/history': history,
  '/counts': (f) => ({
    'first page': '',
    'of the safe': `?locationId=${f.safeId}`,
    'of a room never counted': `?locationId=${f.locationId}`,
    'of a product never counted': `?productId=${f.otherProductId}`,
  }),
  '/counts/sheet': (f) => ({ room: `?locationId=${f.locationId}`, safe: `?locationId=${f.safeId}` }),
  '/discrepancies': () => ({ 'first page': '', open: '?status=open', resolved: '?status=resolved' }),
  '/discrepancies/{discrepancyId}': once,
  '/entries/{giveSeq}': once,
  '/head': once,
  '/inspection-bundles': pages,
  '/locations': pages,
  '/log': (f) => ({
    oldest: '',
    newest: '?first=newest',
    'newest, 200 rows': `?first=newest&${LARGE}`,
    middle: `?${cursorOf(Math.floor(f.records / 2))}`,
    type: '?first=newest&type=waste',
    'type that is rare': '?first=newest&type=alarm_closed',
    'type that never was': '?first=newest&type=reversal',
    actor: `?first=newest&actor=${f.nurseId}`,
    'type and actor': `?first=newest&type=waste&actor=${f.nurseId}`,
    'type and actor that never met': `?first=newest&type=give&actor=${f.pharmacistId}`,
    day: `?from=${f.today}T00:00:00Z&to=${f.today}T23:59:59Z`,
    'day, newest': `?first=newest&from=${f.today}T00:00:00Z&to=${f.today}T23:59:59Z`,
    'first month, newest': `?first=newest&from=${f.firstMonth.from}T00:00:00Z&to=${f.firstMonth.to}T00:00:00Z`,
    'type on a day': `?type=discharge&from=${f.today}T00:00:00Z&to=${f.today}T23:59:59Z`,
    'type and actor on a day': `?type=discharge&actor=${f.nurseId}&from=${f.today}T00:00:00Z&to=${f.today}T23:59:59Z`,
    'actor on a day that never did': `?actor=${f.pharmacistId}&from=2000-01-01T00:00:00Z&to=2000-01-02T00:00:00Z`,
    container: `?subject=${f.label}`,
    'product, newest': `?first=newest&subject=${f.productId}`,
    'product and type': `?first=newest&subject=${f.productId}&type=count`,
    'product that nothing is about': `?first=newest&subject=${f.otherProductId}`,
  }),
  '/log-keys': once,
  '/log-state': once,
  '/log/{giveSeq}': () => ({ opened: '', sealed: '?private=sealed' }),
  '/log/{giveSeq}/proof': once,
  '/lots': () => ({ 'first page': '', '200 rows': `?${LARGE}` }),
  '/my-receipts': pages,
  '/patients': () => ({ 'first page': '', middle: `?${cursorOf('80000000-0000-4000-8000-000000000000')}` }),
  '/patients/{patientId}': once,
  '/patients/{patientId}/erasable': once,
  '/patients/{patientId}/history': history,
  '/pending-wastes': (f) => ({
    pending: '',
    complete: '?status=complete',
    'of a session': `?sessionId=${f.openSessionId}`,
  }),
  '/people': pages,
  '/people/{nurseId}/acts': history,
  '/prescribers': pages,
  '/products': pages,
  '/receipts': (f) => ({
    'first page': '',
    invoice: `?invoice=${f.invoice}`,
    'of a supplier': `?supplierId=${f.supplierId}`,
    'of a product never received': `?productId=${f.otherProductId}`,
    differs: '?counted=differs',
  }),
  '/receipts/{receiptId}': once,
  '/reports/administration-log': ofPeriod('productId', 'locationId', 'nurseId'),
  '/reports/counts': ofPeriod('productId', 'locationId'),
  '/reports/discrepancies': ofPeriod('productId', 'locationId'),
  '/reports/late-entries': ofPeriod('locationId', 'nurseId'),
  '/reports/open-matters': ofNow('productId', 'locationId'),
  '/reports/open-vials': ofNow('productId', 'locationId'),
  '/reports/receipts': ofPeriod('productId', 'locationId'),
  '/reports/reconciliation': (f) =>
    Object.fromEntries(
      DIMENSIONS.flatMap((by) => [
        [`by ${by}, newest month`, `?by=${by}&from=${f.lastMonth.from}&to=${f.lastMonth.to}`],
        [`by ${by}, first month`, `?by=${by}&from=${f.firstMonth.from}&to=${f.firstMonth.to}`],
      ]),
    ),
  '/reports/refused-attempts': ofPeriod('nurseId'),
  '/reports/refused-by-day': ofPeriod('nurseId'),
  '/reports/stock': ofNow('productId', 'locationId'),
  '/reports/stock-by-day': ofPeriod('productId'),
  '/reports/wastage-log': ofPeriod('productId', 'locationId', 'nurseId'),
  '/reports/waste-by-person': ofPeriod('productId', 'nurseId'),
  '/sessions': (f) => ({
    newest: '',
    'newest, 200 rows': `?${LARGE}`,
    middle: `?${cursorOf(...f.middle.session)}`,
    today: '?day=today',
    'today, of a nurse': `?day=today&nurseId=${f.nurseId}`,
    open: '?status=open',
    'open of a product': `?status=open&productId=${f.productId}`,
    observed: '?observed=true',
    'of a patient': `?patientId=${f.patientId}`,
    'of a nurse': `?nurseId=${f.nurseId}`,
    'of a nurse who had none': `?nurseId=${f.pharmacistId}`,
    'of a room': `?locationId=${f.locationId}`,
    'of a room that had none': `?locationId=${f.safeId}`,
    'of a product never used': `?productId=${f.otherProductId}`,
  }),
  '/sessions/unbalanced': pages,
  '/sessions/{sessionId}': once,
  '/sessions/{sessionId}/history': history,
  '/suppliers': pages,
  '/witnesses': once,
};

const ORGANISATION = {
  '/api/v1/about': once,
  '/api/v1/auth/me': once,
  '/api/v1/auth/passkeys': once,
  '/api/v1/health': once,
  '/api/v1/people': pages,
  '/api/v1/sites': pages,
};

/** What needs something of its own first that is no read, a verification or a bundle that is begun; and what reads no ledger. */
const NOT_MEASURED = [
  '/api/v1/metrics',
  '/api/v1/sites/{siteId}/inspection-bundles/{bundleId}',
  '/api/v1/sites/{siteId}/inspection-bundles/{bundleId}/file',
  '/api/v1/sites/{siteId}/verifications/{id}',
];
/** What the interface calls a parameter of a path → what the facts call it. */
const NAMES = { container: 'label', seq: 'giveSeq', personId: 'nurseId' };

/** All requests of a ledger with these facts: `[{ route, name, path }]`. Throws for a route of the interface that is missing. */
export function readRequests(facts, openApi) {
  const specs = new Map([
    ...Object.entries(ORGANISATION),
    ...Object.entries(SITE).map(([path, asked]) => [`/api/v1/sites/{siteId}${path}`, asked]),
  ]);
  const routes = Object.keys(openApi.paths).filter((path) => openApi.paths[path].get);
  const known = (path) => path.replace(/\{(\w+)\}/g, (all, name) => (NAMES[name] ? `{${NAMES[name]}}` : all));
  const missing = routes.filter((path) => !specs.has(known(path)) && !NOT_MEASURED.includes(path));
  if (missing.length > 0) throw new Error(`bench/lib/read-requests.mjs says nothing of ${missing.join(', ')}`);
  return [...specs].flatMap(([route, asked]) =>
    Object.entries(asked(facts)).map(([name, query]) => ({
      route: route.replace('/api/v1', '').replace('/sites/{siteId}', ''),
      name,
      path:
        route.replace(/\{(\w+)\}/g, (_, key) => encodeURIComponent(facts[key])) +
        query.replace('nurseId', personKey(route)),
    })),
  );
}

/** Reports are of a person, sessions of a nurse. */
const personKey = (route) => (route.includes('/reports/') ? 'personId' : 'nurseId');
