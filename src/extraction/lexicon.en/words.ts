/** Closed classes of English words and the lists that page noise and sentences need. Lower case. */
export const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const SUBJECT_PRONOUNS = setOf("he she they i we you it who");
export const DETERMINERS = setOf('the a an this that these those some any each every no all both many several few most another other such what which more one two three four five six seven eight nine ten dozens hundreds thousands');
export const POSSESSIVES = setOf("his her its their our my your whose 's");
export const PREPOSITIONS = setOf(`of in on at by for from with about against between into through during before after above below to under
  over near since until upon within without among amid across along around behind beside besides beyond despite except inside like off onto outside per
  than toward towards via versus as regarding concerning following including`);
/** Words that open a clause of their own: a noun phrase never goes over them. */
export const CLAUSE_OPENERS = setOf(`that because although though while when whenever where wherever if unless whereas whether since until before after as
  but or nor so yet how why once than lest and`);
export const AUXILIARIES = setOf(`is are was were be been being am has have had having do does did 's 're 've 'd 'm
  isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't ain't`);
export const MODALS = setOf("will would can could may might shall should must won't wouldn't can't cannot couldn't shouldn't mustn't 'll 'd");
export const BE = setOf("is are was were be been being am 's 're 'm isn't aren't wasn't weren't");
export const HAVE = setOf("has have had having 've 'd hasn't haven't hadn't");
export const ADVERBS = setOf(`also now then still already even just never ever always often soon later earlier once again recently yet only not
  n't further instead too first long quickly almost rather perhaps maybe thus hence meanwhile sometimes all both simply
  previously reportedly repeatedly once twice either neither quite well much so far ultimately openly publicly merely`);
/** Time and place that may stand between a verb and what was said: "said Thursday that". */
export const TIME_WORDS = setOf(`monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow earlier later
  last this next week month year night morning afternoon evening mon tue wed thu fri sat sun ago recently
  time january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec`);
export const WEEKDAYS = setOf('monday tuesday wednesday thursday friday saturday sunday');
/** Months that are given names too. */
export const MONTH_NAMES = setOf('april may june august');
export const NOT_NOUNS = setOf(`not n't very too so also there here then now when if because`);
/** Frequent finite verbs that report nothing: they end a noun phrase. */
export const COMMON_VERBS = setOf(`went came took made got gave put kept let became began ran held brought led left lost won met paid sent built fell
  cut rose drew broke spent grew sat stood turned moved used tried called looked seemed appeared became remains remained
  goes comes takes makes gets gives keeps becomes begins runs brings leads leaves loses wins meets pays sends seems appears
  come go take make get give keep become run bring lead lose win meet`);

export const ABBREVIATIONS = setOf(`mr mrs ms dr prof sen rep gov gen drs profs sens reps govs gens lt col capt sgt rev hon st jr sr vs etc inc corp co ltd fig vol
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri a.m p.m u.s u.k e.g i.e
  adm maj cmdr supt det del assemb ald atty insp messrs mt ft ave blvd dept univ assn bros ariz calif colo conn fla ga ind kan ky la md mich minn
  mo mont neb nev okla ore pa penn tenn tex va vt wis wyo`);
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(['The', 'It', 'He', 'She', 'They', 'But', 'In', 'A', 'This', 'That', 'And', 'We', 'There', 'On', 'At']);
/** Prepositions that an -ing form of reporting may follow: "began by saying". */
export const PARTICIPLE_BEFORE = setOf('by after before in while without when for of from on');
/** Prepositions that go on with a noun phrase: "a spokesman for the ministry". */
export const PHRASE_PREPOSITIONS = setOf('of for from at in with on near behind');
export const OBJECT_PRONOUNS = setOf('him her them us me himself herself themselves those both many some others');
/** Words that open an indirect question. */
export const WH_WORDS = setOf('whether if how why what who which when where whom');
/** Labels that stand before a colon and are nobody: "Update:", "Photo:". */
export const PAGE_LABELS = /^(?:claim|verdict|rating|background|context|facts?|myth|reality|summary|conclusion|disclosure|clarification|update|updated|breaking|exclusive|watch|video|photos?|note|correction|published|posted|related|editor|poll|opinion|analysis|review|live|here|question|answer|q|a|but|and|now|the|p\.s|ps|s|source|sources|more|read|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
/** Words that open a clause subordinate to the one behind its comma: "If he wins, ...". */
export const SUBORDINATORS = setOf('if although though while whereas when whenever as because since unless after before until once despite');
export const TIME_MODIFIERS = setOf('this last next earlier later may march time');
/** "(asked not) to be named": participles for telling who somebody is, and the verbs that say no without a "not". */
export const NAMING = setOf('named identified quoted');
export const REFUSALS = setOf('refuse decline');
/** Words that only stand for what is said elsewhere, or for nothing: alone they are no content. */
export const EMPTY_WORDS = setOf(`it this that these those nothing anything something everything so much more little less word words thing things
  him her them us me you himself herself itself themselves one`);
/** Openers of a clause that sets one speaker against another: "Hill said so, while Stone said not". */
export const CONTRAST_OPENERS = setOf('while whereas although though');
/** Openers of a clause of time, with the units that may measure it: "two hours after". */
export const TIME_OPENERS = setOf('after before when as');
export const TIME_UNITS = setOf('minutes hours days weeks months years minute hour day week month year moments moment');
/** Prepositions that name an occasion, mostly that of the telling: "backed the plan following a meeting". */
export const OCCASION_PREPOSITIONS = setOf('following amid');
/** Adjectives that stand behind their noun with what they ask for: "sources close to the talks". */
export const POSTPOSED_ADJECTIVES = setOf('close familiar loyal opposed sympathetic hostile critical aware responsible privy present involved similar related akin committed dedicated');
/** Participles that no rule of spelling gives and that are no verbs of reporting. */
export const IRREGULAR_PARTICIPLES = setOf(`led held won lost met paid sent built brought kept left made given taken known driven chosen beaten hit run drawn broken
  caught bought sold taught fought born torn worn stolen hidden bitten fallen frozen hurt lent bound struck shot`);
/** Words that stand between two commas behind a subject and tell nothing of it: "Hale, however, said". */
export const ASIDES = setOf('meanwhile too however also though moreover nevertheless nonetheless instead therefore then likewise similarly conversely');
