/** What only one happening has: small things that reporters see, each in two wordings. Invented for this measure. */
import { pick, type Random } from './random.js';

const listed = (text: string): readonly string[] => text.trim().split(/\s+/);

const TRADES = listed(`
  baker beekeeper bellringer blacksmith bookbinder butcher carpenter chemist clockmaker cobbler dentist ferryman florist gardener glazier grocer janitor
  jeweller joiner librarian locksmith mason midwife milkman miner organist painter pharmacist plumber potter printer saddler sailor shepherd tailor
  translator verger veterinarian violinist weaver acrobat archivist astronomer auctioneer barber botanist brewer cellist choirmaster cooper curator
  dressmaker engraver falconer farrier gamekeeper geologist harpist hatter innkeeper knifegrinder lamplighter landlady magician nun optician
  paediatrician pawnbroker piper postmistress puppeteer roofer sexton stenographer stonecutter surveyor sweep taxidermist thatcher tinsmith
  undertaker usher vintner warden watchmaker wheelwright
`);
const OBJECTS = listed(`
  pram telescope barometer lemon hymnbook wheelbarrow tramway aquarium telegram bust curtain ledger heron firework rowboat suitcase marble trowel ski
  accordion parrot barley kettle carpet chandelier paraffin goat billiards microscope gramophone herring waterfall encyclopedia anvil banjo
  bagpipe bathtub bicycle binocular bonnet bugle candlestick canoe cello chessboard chimney cider clarinet compass corset crowbar cuckoo dagger
  donkey doorbell drawbridge dulcimer easel envelope fiddle flagpole flute fountain gargoyle gazebo globe gondola hammock harpsichord haystack
  helmet hourglass inkwell jigsaw kayak kite lantern lasso lectern lobster lute mandolin mannequin marionette mattress medallion metronome
  mirror monocle mosaic necklace oboe omnibus orchid ostrich paddle parasol peacock pendulum pianola pitchfork porcupine pulpit puppet quilt rocket
  rudder sandal saxophone scarecrow sculpture seesaw sextant shovel sledge sombrero spinet stethoscope stopwatch sundial swan tambourine tapestry
  teapot thimble toboggan tortoise trampoline tricycle trombone trumpet turnip typewriter ukulele umbrella unicycle vase wardrobe weathervane wigwam
  xylophone yacht zither
`);
const STREET_NAMES = listed(`
  Abbey Bishop Candlemaker Dyer Elder Fisher Goose Hatter Ivy Jubilee Kiln Linden Mercer Nightingale Orchard Pilgrim Quarry Ropewalk Salter Tanner Union
  Vintner Weir York Almond Badger Cathedral Drummer Eagle Furrier Granary Harp Ironmonger Jackdaw Kestrel Lavender Magpie Needle Osprey Poplar Quince Raven
  Saddler Thistle Urn Viola Walnut Yew
`);
const STREET_KINDS = ['Lane', 'Street', 'Row', 'Hill', 'Walk', 'Green', 'Yard', 'Terrace'] as const;
const SEEN: readonly (readonly [active: string, passive: string])[] = [
  ['carried off', 'was carried off'], ['photographed', 'was photographed'], ['dragged out', 'was dragged out'], ['hid', 'was hidden'], ['discovered', 'was discovered'], ['sketched', 'was sketched'], ['rescued', 'was rescued'],
  ['wrapped up', 'was wrapped up'], ['bought back', 'was bought back'], ['guarded', 'was guarded'], ['mislaid', 'was mislaid'], ['auctioned', 'was auctioned'], ['weighed', 'was weighed'], ['polished', 'was polished'], ['described', 'was described'],
];
const WHEN = ['before breakfast', 'around noon', 'in the afternoon', 'towards dusk', 'long after midnight', 'while the bells rang', 'as the market closed', 'during the rehearsal'] as const;
/** Share of details whose people are named. */
const NAMED = 0.4;

/** One detail, in two wordings. */
export function detail(random: Random, person: (random: Random) => string): readonly string[] {
  const [trade, thing, [active, passive], when] = [pick(random, TRADES), `the ${pick(random, OBJECTS)}`, pick(random, SEEN), pick(random, WHEN)];
  const street = `${pick(random, STREET_NAMES)} ${pick(random, STREET_KINDS)}`;
  const who = random() < NAMED ? `${person(random)}, a ${trade},` : `the ${trade}`;
  return [`${capital(who)} ${active} ${thing} on ${street} ${when}.`, `On ${street} ${thing} ${passive} by ${who.replace(/,$/, '')}.`];
}

const capital = (text: string): string => text[0].toUpperCase() + text.slice(1);

/** An utterance: wordings for quotation marks, and one in the reporter's words. */
export interface Saying {
  readonly direct: readonly string[];
  readonly indirect: string;
}

const SAYINGS: readonly ((a: string, b: string, c: string) => Saying)[] = [
  (a, b, c) => ({ direct: [`If they take the ${a} from us, the ${b} will be next, and then the ${c}`, `The ${b} and the ${c} will be next once they take the ${a} from us`], indirect: `the ${b} and the ${c} would be next if the ${a} was taken` }),
  (a, b, c) => ({ direct: [`I have kept a ${a} beside my ${b} for forty years, and never did the ${c} fail me`, `For forty years I kept a ${a} beside my ${b}, and the ${c} never failed me`], indirect: `a ${a} had stood beside the ${b} for forty years without the ${c} failing` }),
  (a, b, c) => ({ direct: [`No ${a} is worth a life, but somebody must pay for the ${b} and the ${c}`, `Somebody must pay for the ${b} and the ${c}, though no ${a} is worth a life`], indirect: `somebody must pay for the ${b} and the ${c}` }),
  (a, b, c) => ({ direct: [`My father sold his ${a} to buy this ${b}, and it was older than any ${c}`, `This ${b}, older than any ${c}, was bought with my father's ${a}`], indirect: `the ${b} had been bought with a father's ${a} and was older than any ${c}` }),
  (a, b, c) => ({ direct: [`We shall have a new ${a} by spring, with a ${b} on top and room for a ${c}`, `By spring there will be a new ${a} with room for a ${c} and a ${b} on top`], indirect: `a new ${a} with a ${b} on top would be there by spring` }),
  (a, b, c) => ({ direct: [`Ask the man with the ${a} why the ${b} was moved, because the ${c} did not walk`, `The ${c} did not walk, so ask the man with the ${a} why the ${b} was moved`], indirect: `the man with the ${a} should be asked why the ${b} was moved` }),
];

export const saying = (random: Random): Saying => pick(random, SAYINGS)(pick(random, OBJECTS), pick(random, OBJECTS), pick(random, OBJECTS));
