import {
  Building2,
  ClipboardCheck,
  Eraser,
  FileSearch,
  LayoutDashboard,
  MapPin,
  Package,
  PackagePlus,
  Pill,
  ScrollText,
  Settings,
  ShieldCheck,
  Sun,
  Trash2,
  TriangleAlert,
  Truck,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { Permission, SiteOfMe } from '../access/session.js';
import type en from './strings.en.js';

export interface Place {
  /** Below /sites/$siteId. */
  readonly path: string;
  readonly name: keyof typeof en;
  readonly icon: LucideIcon;
  /** Shown to whoever has it. */
  readonly needs: Permission;
  /** A clinic's place, or the organisation's. */
  readonly of: SiteOfMe['kind'];
}

/** Where one may go, in the order of the day; the first that somebody may see is where they begin. */
export const PLACES: readonly Place[] = [
  { path: 'today', name: 'today', icon: Sun, needs: 'session:record', of: 'clinic' },
  { path: 'morning', name: 'morning', icon: LayoutDashboard, needs: 'log:read', of: 'clinic' },
  { path: 'deliveries', name: 'deliveries', icon: Truck, needs: 'receipt:record', of: 'clinic' },
  { path: 'stock', name: 'stock', icon: Package, needs: 'stock:read', of: 'clinic' },
  { path: 'wastes', name: 'wastes', icon: Trash2, needs: 'wastage:read', of: 'clinic' },
  { path: 'counts', name: 'counts', icon: ClipboardCheck, needs: 'count:record', of: 'clinic' },
  { path: 'discrepancies', name: 'discrepancies', icon: TriangleAlert, needs: 'discrepancy:read', of: 'clinic' },
  { path: 'reports', name: 'reports', icon: FileSearch, needs: 'report:read', of: 'clinic' },
  { path: 'log', name: 'log', icon: ScrollText, needs: 'log:read', of: 'clinic' },
  { path: 'inspection', name: 'inspection', icon: ShieldCheck, needs: 'bundle:export', of: 'clinic' },
  { path: 'erasures', name: 'erasures', icon: Eraser, needs: 'erasure:perform', of: 'clinic' },
  { path: 'people', name: 'people', icon: Users, needs: 'people:manage', of: 'clinic' },
  { path: 'locations', name: 'locations', icon: MapPin, needs: 'site:manage', of: 'clinic' },
  { path: 'products', name: 'products', icon: Pill, needs: 'catalog:manage', of: 'clinic' },
  { path: 'partners', name: 'partners', icon: PackagePlus, needs: 'catalog:manage', of: 'clinic' },
  { path: 'policy', name: 'policy', icon: Settings, needs: 'site:manage', of: 'clinic' },
  { path: 'sites', name: 'sites', icon: Building2, needs: 'site:create', of: 'organisation' },
  { path: 'people', name: 'people', icon: Users, needs: 'people:manage', of: 'organisation' },
];

/** The places of a site that somebody may see. */
export function placesOf(site: SiteOfMe): readonly Place[] {
  return PLACES.filter(({ of, needs }) => of === site.kind && site.permissions.includes(needs));
}
