import type { Language } from '../../src/domain/bundle/words/languages.js';
import { judgeFiles, kindOf, type Given, type Judged } from './judge.js';
import { STRINGS } from './strings.js';

// The page of the offline verifier: files in, a verdict in plain words out. It makes no request and keeps nothing.

const at = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const drop = at('drop');
const input = at<HTMLInputElement>('input');
const result = at('result');
const progress = at('progress');

let language: Language = navigator.language.startsWith('es') ? 'es' : 'en';
let given: Given[] = [];
let judged: Judged | undefined;
/** Counts what was asked, so that a late answer of an earlier question is not shown. */
let question = 0;

function say(): void {
  const strings = STRINGS[language];
  document.documentElement.lang = language;
  document.title = strings.title;
  at('title').textContent = strings.title;
  for (const id of ['lead', 'drop-text', 'choose', 'policy', 'clear', 'print'] as const) {
    at(id).textContent = id === 'drop-text' ? strings.drop : strings[id];
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === language));
  }
  at('files-title').textContent = strings.files;
  const list = at('files');
  list.replaceChildren(
    ...given.map(({ file, kind }) => {
      const item = document.createElement('li');
      item.textContent = `${file.name}: ${strings.kinds[kind ?? 'unknown']}`;
      return item;
    }),
  );
  at('given').hidden = given.length === 0;
  at('print').hidden = judged === undefined;
  result.innerHTML = judged ? judged(language) : '';
}

async function take(files: Iterable<File>): Promise<void> {
  const mine = (question += 1);
  for (const file of files) given = [...given, await kindOf(file)];
  judged = undefined;
  say();
  const show = (percent: number): void => {
    if (mine === question) progress.textContent = STRINGS[language].working(percent);
  };
  show(0);
  let answer: Judged;
  try {
    answer = await judgeFiles(given, show);
  } catch {
    answer = (into) =>
      `<div class="verdict unusable"><h2>${STRINGS[into].outcomes.unusable}</h2><p>${STRINGS[into].broken}</p></div>`;
  }
  if (mine !== question) return;
  progress.textContent = '';
  judged = answer;
  say();
  result.focus();
}

for (const type of ['dragenter', 'dragover'] as const) {
  document.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
}
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) drop.classList.remove('over');
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  drop.classList.remove('over');
  void take(event.dataTransfer?.files ?? []);
});
input.addEventListener('change', () => {
  void take([...(input.files ?? [])]);
  input.value = '';
});
at('choose').addEventListener('click', () => input.click());
at('clear').addEventListener('click', () => {
  question += 1;
  given = [];
  judged = undefined;
  progress.textContent = '';
  say();
  at('choose').focus();
});
at('print').addEventListener('click', () => window.print());
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-language]')) {
  button.addEventListener('click', () => {
    language = button.dataset.language as Language;
    say();
  });
}
say();
