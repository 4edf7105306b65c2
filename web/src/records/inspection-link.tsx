import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ShieldCheck } from 'lucide-react';
import { useMay, useSite } from '../access/site.js';
import { useRecordStrings } from './words.js';

/** Leads to the making of a bundle about what is open: of a vial by its label, of a record by its number. */
export function InspectionLink({
  of,
}: {
  of: { readonly kind: string; readonly subject?: string; readonly seq?: number };
}) {
  const say = useRecordStrings();
  const may = useMay();
  const { siteId } = useSite();
  if (!may('bundle:export')) return null;
  const query = new URLSearchParams(Object.entries(of).map(([name, value]) => [name, String(value)])).toString();
  return (
    <Button
      variant="default"
      className="no-print"
      leftSection={<ShieldCheck size={18} aria-hidden />}
      renderRoot={(props) => <Link to={`/sites/${siteId}/inspection?${query}` as string} {...props} />}
    >
      {say('forInspector')}
    </Button>
  );
}
