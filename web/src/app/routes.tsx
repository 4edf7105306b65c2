import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
} from '@tanstack/react-router';
import { lazy, Suspense, type ComponentType } from 'react';
import { useMe } from '../access/session.js';
import { Waiting } from '../ui/notes.js';
import { Demonstration } from './demonstration.js';
import { Door } from './door.js';
import { NotFound, NotHere } from './not-found.js';
import { placesOf } from './places.js';

/** Loaded once somebody is logged in: the log-in needs none of it. */
const Shell = lazy(() => import('./shell.js'));

type Loads<Name extends string> = () => Promise<{ [N in Name]: ComponentType }>;

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('../access/set-up.page.js'), 'SetUpPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../access/invitation.page.js'), 'InvitationPage'),
});
const door = createRoute({ getParentRoute: () => root, id: 'door', component: Door });
const begin = createRoute({ getParentRoute: () => door, path: '/', component: Begin });
const site = createRoute({ getParentRoute: () => door, path: '/sites/$siteId', component: SiteRoute });
const siteBegin = createRoute({ getParentRoute: () => site, path: '/', component: SiteBegin });

/** A page of a site, loaded when somebody goes there. */
function page<Path extends string, Name extends string>(path: Path, load: Loads<Name>, name: Name) {
  return createRoute({ getParentRoute: () => site, path, component: lazyRouteComponent(load, name) });
}

const pages = [
  page('today', () => import('../features/sessions/today.page.js'), 'TodayPage'),
  page('sessions/new', () => import('../features/sessions/new-session.page.js'), 'NewSessionPage'),
  page('sessions/$sessionId', () => import('../features/sessions/session.page.js'), 'SessionPage'),
  page('wastes', () => import('../features/wastage/wastes.page.js'), 'WastesPage'),
  page('stock', () => import('../features/storage/stock.page.js'), 'StockPage'),
  page(
    'containers/$container/waste',
    () => import('../features/wastage/container-waste.page.js'),
    'ContainerWastePage',
  ),
  page('containers/$container/close-out', () => import('../features/wastage/close-out.page.js'), 'CloseOutPage'),
  page('stock/move', () => import('../features/storage/move.page.js'), 'MovePage'),
  page('containers/$container', () => import('../features/storage/container.page.js'), 'ContainerPage'),
  page('deliveries', () => import('../features/receiving/deliveries.page.js'), 'DeliveriesPage'),
  page('deliveries/new', () => import('../features/receiving/new-delivery.page.js'), 'NewDeliveryPage'),
  page('deliveries/$receiptId', () => import('../features/receiving/delivery.page.js'), 'DeliveryPage'),
  page('counts', () => import('../features/counts/counts.page.js'), 'CountsPage'),
  page('counts/new', () => import('../features/counts/new-count.page.js'), 'NewCountPage'),
  page('morning', () => import('../features/overview/morning.page.js'), 'MorningPage'),
  page('discrepancies', () => import('../features/discrepancies/discrepancies.page.js'), 'DiscrepanciesPage'),
  page(
    'discrepancies/$discrepancyId',
    () => import('../features/discrepancies/discrepancy.page.js'),
    'DiscrepancyPage',
  ),
  page('reports', () => import('../features/reports/reports.page.js'), 'ReportsPage'),
  page('reports/pictures', () => import('../features/reports/pictures.page.js'), 'PicturesPage'),
  page('reports/$report', () => import('../features/reports/list.page.js'), 'ListPage'),
  page('reports/reconciliation', () => import('../features/reports/reconciliation.page.js'), 'ReconciliationPage'),
  page('inspection', () => import('../features/inspection/inspection.page.js'), 'InspectionPage'),
  page('erasures', () => import('../features/erasures/erasure.page.js'), 'ErasurePage'),
  page('log', () => import('../features/audit/log.page.js'), 'LogPage'),
  page('log/verification', () => import('../features/audit/verification.page.js'), 'VerificationPage'),
  page('log/story', () => import('../features/audit/story.page.js'), 'StoryPage'),
  page('entries/$seq', () => import('../features/audit/entry.page.js'), 'EntryPage'),
  page('log/$seq', () => import('../features/audit/record.page.js'), 'RecordPage'),
  page('people', () => import('../features/people/people.page.js'), 'PeoplePage'),
  page('locations', () => import('../features/locations/locations.page.js'), 'LocationsPage'),
  page('products', () => import('../features/catalog/products.page.js'), 'ProductsPage'),
  page('partners', () => import('../features/catalog/partners.page.js'), 'PartnersPage'),
  page('policy', () => import('../features/sites/policy.page.js'), 'PolicyPage'),
  page('sites', () => import('../features/sites/sites.page.js'), 'SitesPage'),
  page('receipts', () => import('../features/receipts/receipts.page.js'), 'ReceiptsPage'),
  page('account', () => import('../features/account/account.page.js'), 'AccountPage'),
] as const;

const tree = root.addChildren([setUp, invitation, door.addChildren([begin, site.addChildren([siteBegin, ...pages])])]);

export const router = createRouter({
  routeTree: tree,
  defaultPendingComponent: Waiting,
  defaultNotFoundComponent: NotFound,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

function Root() {
  return (
    <>
      <Demonstration />
      <Outlet />
    </>
  );
}

/** Where one begins: the first clinic, else the organisation. */
function Begin() {
  const { sites } = useMe();
  const first = sites.find(({ kind }) => kind === 'clinic') ?? sites[0];
  return first ? <Navigate to="/sites/$siteId" params={{ siteId: first.siteId }} replace /> : <NotHere />;
}

function SiteRoute() {
  const { siteId } = site.useParams();
  const here = useMe().sites.find((one) => one.siteId === siteId);
  // A key of the site: nothing of one site stays on the pages of another.
  return here ? (
    <Suspense fallback={<Waiting />}>
      <Shell key={siteId} site={here} />
    </Suspense>
  ) : (
    <NotHere />
  );
}

function SiteBegin() {
  const { siteId } = site.useParams();
  const here = useMe().sites.find((one) => one.siteId === siteId);
  const first = here && placesOf(here)[0];
  return first ? <Navigate to={`/sites/${siteId}/${first.path}` as string} replace /> : <NotHere />;
}
