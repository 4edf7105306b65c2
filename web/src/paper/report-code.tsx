import { useQuery } from '@tanstack/react-query';
import { decodeBase64 } from '../../../src/domain/log/base64.js';
import { formatReceiptCode } from '../../../src/domain/log/receipt-code.js';
import { useSite } from '../access/site.js';
import { answer, api } from '../api/client.js';
import { QrCode } from '../ui/qr-code.js';
import type { Stands } from './exported.js';
import { usePaperWords } from './words.js';

/** The code on a printed page: its record's place in which log, and what the file of its figures hashes to. Not of the first screen. */
export default function ReportCode({ stands }: { stands: Stands }) {
  const say = usePaperWords();
  const { siteId } = useSite();
  const keys = useQuery({
    queryKey: ['log-keys', siteId],
    queryFn: () => answer(api.GET('/api/v1/sites/{siteId}/log-keys', { params: { path: { siteId } } })),
    staleTime: Infinity,
  });
  if (!keys.data) return null;
  const { seq, leafHash, sha256 } = stands;
  const text = formatReceiptCode({
    origin: keys.data.origin,
    seq: Number(seq),
    leafHash: decodeBase64(leafHash),
    ...(sha256 === undefined ? {} : { fileDigest: decodeBase64(sha256) }),
  });
  return <QrCode label={say('qr')} text={text} size={140} />;
}
