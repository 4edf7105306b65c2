/** One part of an element's value. */
export interface Gs1Component {
  /** N digits, X character set 82, Y character set 39, Z base64 for URLs. */
  characters: 'N' | 'X' | 'Y' | 'Z';
  minLength: number;
  maxLength: number;
  /** May be left out, together with all that follows. */
  optional: boolean;
  /** What its content must satisfy: a last digit that checks the others, or a date YYMMDD with day 00 allowed. */
  content?: 'check_digit' | 'date';
}

/** What the GS1 system says about the value behind an application identifier. */
export interface Gs1Definition {
  /** The length follows from the identifier: no FNC1 is needed behind the value. */
  predefinedLength: boolean;
  components: readonly Gs1Component[];
  /** Over all components. */
  maxLength: number;
}

// After the GS1 Syntax Dictionary (regulations.md 9.2): the identifiers as a pattern of digits, `*` where no FNC1 is
// needed, then the components: type, length (`..` up to), `c` check digit, `d` date, brackets where optional.
const DICTIONARY = `
00 *N18c
01|02|03 *N14c
10|21|22|243|254 X..20
11|12|13|15|16|17 *N6d
20 *N2
235 X..28
240|241|250|251 X..30
242 N..6
253 N13c [X..17]
255 N13c [N..12]
30|37 N..8
31[0-6][0-5]|32[0-9][0-5]|33[0-7][0-5]|34[0-9][0-5]|35[0-7][0-5]|36[0-9][0-5] *N6
390[0-9]|392[0-9] N..15
391[0-9]|393[0-9] N3 N..15
394[0-3] N4
395[0-5] N6
400|401|403 X..30
402 N17c
41[0-7] *N13c
420 X..20
421 N3 X..9
422|424|426 N3
423|425 N..15
427 X..3
430[01]|431[01]|4320 X..35
430[2-6]|431[2-6] X..70
4307|4317 X2
4308|4319 X..30
4309 N20
4318 X..20
432[1-3] N1
432[45] N6d N4
4326 N6
433[0-3] N6 [X1]
7001 N13
7002|7023 X..30
7003 N6 N4
7004 N..4
7005 X..12
7006 N6
7007 N6 [N6]
7008 X..3
7009 X..10
7010 X..2
7011 N6 [N4]
702[0-2]|7240 X..20
703[0-9] N3 X..27
7040 N1 X3
7041 X..4
71[0-6] X..20
723[0-9] X2 X..28
7241 N2
7242 X..25
7250 N8
7251 N12
7252 N1
7253|7254|7259 X..40
7255 X..10
7256 X..90
7257 X..70
7258 X3
8001 N14
8002|8012 X..20
8003 N1 N13c [X..16]
8004 X..30
8005 N6
8006|8026 N14c N4
8007 X..34
8008 N8 [N..4]
8009 X..50
8010 Y..30
8011 N..12
8013|8014|8020 X..25
8017|8018 N18c
8019 N..10
8030 Z..90
8110|8112|8200 X..70
8111 N4
90 X..30
9[1-9] X..90
`;

const COMPONENT = /^(\[)?([NXYZ])(\.\.)?(\d+)([cd])?\]?$/;

const ROWS = DICTIONARY.trim()
  .split('\n')
  .map((row) => {
    const [identifiers, ...specification] = row.split(' ') as [string, ...string[]];
    return { matches: new RegExp(`^(?:${identifiers})$`), definition: readDefinition(specification.join(' ')) };
  });

/** The identifier that `text` begins with and its definition, or undefined when GS1 has assigned none (as for 05). */
export function findApplicationIdentifier(text: string): { ai: string; definition: Gs1Definition } | undefined {
  for (const length of [2, 3, 4]) {
    const ai = text.slice(0, length);
    const row = ai.length === length ? ROWS.find(({ matches }) => matches.test(ai)) : undefined;
    if (row) return { ai, definition: row.definition };
  }
  return undefined;
}

function readDefinition(specification: string): Gs1Definition {
  const predefinedLength = specification.startsWith('*');
  const components = specification.replace('*', '').split(' ').map(readComponent);
  const maxLength = components.reduce((total, component) => total + component.maxLength, 0);
  return { predefinedLength, components, maxLength };
}

function readComponent(text: string): Gs1Component {
  const match = COMPONENT.exec(text);
  if (!match) throw new Error(`not a component of the GS1 dictionary: ${text}`);
  const [, bracket, characters, upTo, length, content] = match;
  return {
    characters: characters as Gs1Component['characters'],
    minLength: upTo ? 1 : Number(length),
    maxLength: Number(length),
    optional: bracket !== undefined,
    ...(content === 'c' && { content: 'check_digit' as const }),
    ...(content === 'd' && { content: 'date' as const }),
  };
}
