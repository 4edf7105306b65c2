import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Pages, PHONE, picture } from '../support/browser.js';
import { Clinic } from '../support/clinic.js';

/** What a page says of a field that is wrong, to somebody who reads Spanish. */
let clinic: Clinic<'rn1'>;
let pages: Pages;
let page: Page;

const IN_SPANISH = { locale: 'es-MX', viewport: { width: 1180, height: 820 } };

beforeAll(async () => {
  clinic = await Clinic.open('browser-spanish', { rn1: 'nurse' });
  pages = new Pages(clinic.organisation.server.url);
  page = await asAdministrator(IN_SPANISH);
}, 120_000);

afterAll(async () => {
  await pages?.close();
  await clinic?.stop();
});

async function asAdministrator(options: typeof IN_SPANISH | typeof PHONE): Promise<Page> {
  const { username, password } = clinic.organisation.administrator;
  const opened = await pages.open(options);
  await opened.goto('/');
  await opened.getByLabel('Nombre de usuario').fill(username);
  await opened.getByRole('textbox', { name: 'Contraseña' }).fill(password);
  await opened.getByRole('button', { name: 'Iniciar sesión' }).click();
  await opened.getByRole('navigation').first().waitFor();
  return opened;
}

const at = (place: string) => `/sites/${clinic.siteId}/${place}`;
const dialog = () => page.getByRole('dialog');
/** What stands at the field as its error: the words that a reader of the screen hears with it. */
async function wrongWith(label: string | RegExp): Promise<string | null> {
  const field = dialog().getByLabel(label);
  await page.waitForFunction((input) => input?.getAttribute('aria-invalid') === 'true', await field.elementHandle());
  const ids = ((await field.getAttribute('aria-describedby')) ?? '').split(' ');
  return page.locator(`#${CSS_ESCAPE(ids.find((id) => id.endsWith('-error')) ?? '')}`).textContent();
}
const CSS_ESCAPE = (id: string) => id.replaceAll(/[^\w-]/g, (letter) => `\\${letter}`);

describe('a field that is wrong, in Spanish', () => {
  test('a place whose short name has a blank', async () => {
    await page.goto(at('locations'));
    await page.getByRole('button', { name: 'Añadir un lugar' }).first().click();
    await dialog().getByLabel('Nombre corto').fill('SALA 1');
    await dialog().getByLabel('Cómo lo llama la gente').fill('Sala uno');
    await dialog().getByRole('button', { name: 'Añadir', exact: true }).click();
    expect(await wrongWith('Nombre corto')).toBe('Use de 1 a 24 letras, dígitos, puntos, guiones o guiones bajos.');
    await picture(page, 'spanish-location');
    await page.keyboard.press('Escape');
  });

  test('an NDC without hyphens is three, and each is named', async () => {
    await page.goto(at('products'));
    await page.getByRole('button', { name: 'Añadir un producto' }).first().click();
    await dialog().getByLabel('Nombre corto').fill('KET10');
    await dialog().getByLabel('Nombre y forma, como en la etiqueta').fill('Ketamina 10 mg/mL');
    await dialog().getByLabel('NDC, con sus guiones').fill('0409205310');
    await dialog()
      .getByLabel(/^Concentración/)
      .fill('10');
    await dialog()
      .getByLabel(/^Volumen de un envase/)
      .fill('20');
    await dialog().getByRole('button', { name: 'Añadir', exact: true }).click();
    expect(await wrongWith('NDC, con sus guiones')).toBe(
      'Diez dígitos sin guiones pueden ser 0409-2053-10, 04092-053-10, 04092-0531-0: escriba los guiones.',
    );
    await picture(page, 'spanish-product');
    await page.keyboard.press('Escape');
  });

  test('a user name of other letters', async () => {
    await page.goto(at('people'));
    await page
      .getByRole('button', { name: /Añadir a una persona|Añadir una persona/ })
      .first()
      .click();
    await dialog()
      .getByLabel(/^Nombre, como/)
      .fill('Núria Niño');
    await dialog().getByLabel('Nombre de usuario').fill('niño');
    await dialog()
      .getByRole('button', { name: /^Añadir/ })
      .click();
    expect(await wrongWith('Nombre de usuario')).toMatch(/^Un nombre de usuario tiene de 3 a 64 minúsculas/);
    expect(pages.complaints).toEqual([]);
  });
});
