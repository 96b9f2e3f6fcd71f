import { stem } from './stem.js';

/**
 * What English words weigh when two wordings are compared. The lists are written by hand for this project; words are
 * folded (see fold.ts) and have lost their apostrophes ("dont").
 */

const listed = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Words that carry grammar and no content: they count in runs, never in overlap. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  listed(`
  a an the this that these those such some any each every all both either neither no not nor none
  i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers
  herself it its itself they them their theirs themselves one ones who whom whose which what whatever whoever
  be am is are was were been being do does did done doing have has had having will would shall should can could may
  might must ought cannot aint isnt arent wasnt werent dont doesnt didnt havent hasnt hadnt wont wouldnt shouldnt
  cant couldnt mustnt neednt mightnt oughtnt darent shant im ive ill id were weve well wed youre youve youll youd hes hell hed shes shed theyre theyve
  theyll theyd thats theres whats lets
  and or but if then than so because as until while of at by for with about against between into through during
  before after above below to from up down in out on off over under again further once here there when where why how
  just only very too also now even still yet ever never always already almost quite rather really else
  upon within without toward towards among amongst across around along behind beside besides beyond despite per via
  though although unless whether since like unlike except however therefore thus hence indeed perhaps maybe
  much many more most less least few several other others another same own s t d m ll re ve
`),
);

/** Words so frequent in news that sharing one says little. */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  listed(`
  say says said saying tell tells told telling speak speaking talk talks talking ask asks asked call calls called
  calling add added comment comments remark remarks statement go goes going gone went get gets getting got gotten make
  makes making made take takes taking took taken give gives giving gave given come comes coming came put puts keep keeps
  know knows known think thinks thought believe believes want wants wanted need needs needed try trying tried see sees
  seen saw look looks looking find found use used using work works working show shows showed let feel become becomes
  becoming start started begin began continue continued seem seems happen happened happening
  people person man men woman women thing things something anything everything nothing someone everyone anyone nobody
  time times day days week weeks month months year years today yesterday tomorrow morning night
  way ways part parts place places lot lots kind kinds sort number fact point issue issues matter case cases problem
  new old good better best bad great big large small little long short high low right wrong first last next second two
  three important possible certain certainly sure clear clearly obviously course able likely true real different whole
  country countries world government state states nation national public official officials president minister
  leader leaders former party group groups member members american americans
  back away together ahead forward ever soon later ago recently far well enough
  monday tuesday wednesday thursday friday saturday sunday
  support supported plan plans planned side sides end ended set mean means meant move include including
`),
);

/**
 * Families of words that reporters and translators put for one another. Sharing a family is worth less than sharing a
 * word. Kept to words with few other senses.
 */
const FAMILIES: readonly (readonly string[])[] = [
  'ban bar prohibit forbid outlaw',
  'compensate compensation amends reimburse damages restitution redress indemnity payout',
  'accountable accountability responsible responsibility liable culpable blame guilty punish punishment',
  'assess assessment review evaluation evaluate appraisal examine examination scrutiny',
  'action act deed',
  'help assist aid assistance',
  'hurt harm damage injure',
  'kill killed dead death slain die died deaths',
  'attack assault strike raid',
  'crash collision wreck disaster catastrophe tragedy accident',
  'aircraft plane jet airliner jetliner airplane',
  'explode detonate blast explosion detonation',
  'shift move turn',
  'admit acknowledge concede confess',
  'deny denial reject refute dismiss',
  'begin start launch commence',
  'stop halt cease end suspend suspension',
  'raise increase boost hike',
  'cut reduce slash lower reduction',
  'buy purchase acquire acquisition',
  'job employment post',
  'firm company business corporation',
  'money fund cash finance funding',
  'pact deal agreement accord treaty',
  'vote ballot poll election',
  'quit resign resignation',
  'child children kid youngster',
  'doctor physician medic',
  'police officer constable cop',
  'law legislation bill statute',
  'court judge tribunal judiciary',
  'restore recover rebuild repair resume',
  'cooperation cooperate collaboration partnership',
  'strong strength robust firm',
  'goal aim objective purpose',
  'hide conceal hush cover concealment',
  'weapon arm gun firearm',
  'soldier troop serviceman military',
  'refugee migrant immigrant asylum',
  'immigrant immigration migrant migration',
  'flood flooding inundation deluge',
  'fire blaze inferno',
  'storm hurricane typhoon cyclone',
  'close shut closure',
  'free release liberate',
  'false untrue lie liar fabricate fabrication bogus',
  'anger fury outrage outraged furious angry',
  'happy glad pleased delighted',
  'regret sorry apology apologise apologize',
  'thank grateful gratitude appreciate appreciation',
  'promise pledge vow commit commitment',
  'probe investigation inquiry investigate inquire',
  'danger threat risk hazard peril',
  'quick swift rapid fast speedy',
  'donate donation contribution gift contribute',
  // A capital for its state, and names of peoples that no ending makes.
  'moscow kremlin russia russian',
  'beijing china chinese',
  'kyiv kiev ukraine ukrainian',
  'baku azerbaijan azerbaijani',
  'yerevan armenia armenian',
  'tbilisi georgia georgian',
  'minsk belarus belarusian',
  'astana kazakhstan kazakh',
  'tashkent uzbekistan uzbek',
  'kabul afghanistan afghan',
  'baghdad iraq iraqi',
  'damascus syria syrian',
  'cairo egypt egyptian',
  'riyadh saudi arabia',
  'islamabad pakistan pakistani',
  'pyongyang korea korean',
  'havana cuba cuban',
  'caracas venezuela venezuelan',
  'ottawa canada canadian',
  'rome italy italian',
  'lisbon portugal portuguese',
  'vienna austria austrian',
  'budapest hungary hungarian',
  'prague czech czechia',
  'belgrade serbia serbian',
  'stockholm sweden swedish',
  'oslo norway norwegian',
  'copenhagen denmark danish',
  'helsinki finland finnish',
  'tehran iran iranian',
  'ankara turkey turkish',
  'berlin germany german',
  'paris france french',
  'tokyo japan japanese',
  'delhi india indian',
  'madrid spain spanish',
  'warsaw poland polish',
  'greece greek athens',
  'ireland irish dublin',
  'netherlands dutch hague',
  'britain british uk',
].map((line) => line.split(' '));

const familiesByStem: ReadonlyMap<string, readonly number[]> = (() => {
  const found = new Map<string, number[]>();
  FAMILIES.forEach((words, family) => {
    for (const key of new Set(words.map(stem))) found.set(key, [...(found.get(key) ?? []), family]);
  });
  return found;
})();

const COMMON_WEIGHT = 0.3;
const NUMBER_WEIGHT = 1.1;
/** Short words are on the whole the more frequent: the weight of an unlisted word by its number of letters. */
const weightByLength = (letters: number): number => (letters <= 3 ? 0.6 : letters === 4 ? 0.75 : letters === 5 ? 0.9 : 1);

/** How much a folded word says, 0 (grammar) to 1.1 (a number). */
export function wordWeight(word: string): number {
  if (FUNCTION_WORDS.has(word)) return 0;
  if (COMMON_WORDS.has(word)) return COMMON_WEIGHT;
  return /^\d/.test(word) ? NUMBER_WEIGHT : weightByLength(word.length);
}

/** Is the folded word one of grammar alone? */
export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word);

/** The families of interchangeable words that a stem belongs to, by number; mostly none. */
export const familiesOf = (stemmed: string): readonly number[] => familiesByStem.get(stemmed) ?? [];
