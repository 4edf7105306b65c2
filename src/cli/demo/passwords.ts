import { randomInt } from 'node:crypto';

const WORDS = (
  'amber anchor apricot autumn bamboo barley basket beacon birch bramble breeze bridge candle canyon carpet cedar ' +
  'cherry cinder clover cobalt copper coral cotton crystal dahlia desert ember falcon feather fennel forest fountain ' +
  'garden garnet ginger glacier granite harbor harvest hazel heron hollow indigo island ivory jasmine juniper kettle ' +
  'lagoon lantern lavender lemon linen lotus magnet maple marble meadow mirror mosaic nectar nutmeg oasis olive opal ' +
  'orchard otter pebble pepper pigeon planet plaza pollen prairie quartz quiver raven ribbon river saffron sailor ' +
  'sandal shelter silver sparrow spruce summit sunset tangle teapot thistle timber topaz tulip tundra valley velvet ' +
  'violet walnut whistle willow winter yarrow'
).split(' ');

/**
 * A password that can be remembered for the length of a demonstration: three words and a number. Made anew at each run,
 * so that no demonstration has the accounts of another.
 */
export function memorablePassword(): string {
  const word = () => WORDS[randomInt(WORDS.length)]!;
  return `${word()}-${word()}-${word()}-${randomInt(10, 100)}`;
}
