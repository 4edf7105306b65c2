import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

// The decoder is our own file, never a download from elsewhere.
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });

/** Answers a picture of the camera with the text of the barcode in it, as a scanner would type it, or with nothing. */
self.onmessage = async ({ data }: MessageEvent<ImageData>) => {
  const [found] = await readBarcodes(data, {
    formats: ['DataMatrix', 'Code128', 'QRCode', 'EAN13', 'UPCA'],
    maxNumberOfSymbols: 1,
    textMode: 'Plain',
  });
  self.postMessage(found?.isValid ? asTyped(found.symbologyIdentifier, found.text) : undefined);
};

/** A scanner names the symbology of a GS1 code (`]d2`, `]C1`, `]Q3`); of other codes it types the text alone. */
function asTyped(symbology: string, text: string): string {
  return ['d2', 'C1', 'Q3'].includes(symbology.slice(1)) ? `${symbology}${text}` : text;
}
