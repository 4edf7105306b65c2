import { useEffect, useState } from 'react';
import { useAsking } from '../access/use-asking.js';
import { save, type Exported } from './exported.js';

const LOOK_EVERY_MS = 200;
const MOST_LOOKS = 20;

export type FileFormat = 'csv' | 'json_file';

/** Prints a report and saves it as a file. Both are exports: each makes its record first. */
export function usePaper(fetchFile: (format: FileFormat) => Promise<Exported>) {
  const asking = useAsking();
  const [printing, setPrinting] = useState<Exported>();
  const [saved, setSaved] = useState<Exported>();
  useEffect(() => {
    if (!printing) return;
    // Once the head with its code is drawn; a page without it is better than none.
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      if (looks < MOST_LOOKS && !document.querySelector('.paper-head svg')) return;
      clearInterval(timer);
      window.print();
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [printing]);
  return {
    ...asking,
    /** What is on paper, or was last. */
    printing,
    saved,
    print: async () => setPrinting(await asking.ask(() => fetchFile('json_file'))),
    file: async (format: FileFormat) => {
      const exported = await asking.ask(() => fetchFile(format));
      if (exported) save(exported);
      setSaved(exported);
    },
  };
}

export type Paper = ReturnType<typeof usePaper>;
