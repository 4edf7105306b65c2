import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useMay, useSite } from '../../access/site.js';
import { siteOf } from '../../api/reads.js';
import { ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { EditSite } from './edit-site.js';
import { PolicyForm } from './policy-form.js';
import { useSitesWords } from './words.js';

/** The site, and each of its rules in plain words. */
export function PolicyPage() {
  const say = useSitesWords();
  const { siteId } = useSite();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const site = useQuery(siteOf(siteId));
  const about = site.data && `${site.data.name} · DEA ${site.data.deaNumber} · ${site.data.address}`;
  return (
    <Page
      title={say('policyTitle')}
      lead={about}
      actions={
        may('site:manage') &&
        site.data && (
          <Button
            variant="default"
            size="md"
            leftSection={<Pencil size={18} aria-hidden />}
            onClick={() => setEditing(true)}
          >
            {say('editSite')}
          </Button>
        )
      }
    >
      {site.isPending && <Waiting />}
      {site.isError && <ReadFailed onRetry={() => void site.refetch()} />}
      {/* A policy that somebody else has changed meanwhile is shown, and what was half done with the old one is not kept. */}
      {site.data && <PolicyForm key={JSON.stringify(site.data.policy)} policy={site.data.policy} />}
      {editing && site.data && <EditSite site={site.data} onClose={() => setEditing(false)} />}
    </Page>
  );
}
