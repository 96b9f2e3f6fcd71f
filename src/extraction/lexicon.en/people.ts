/** Given names that tell a person and mostly a gender, titles, and nouns for people and bodies. Lower case; nobody in particular. */
import { setOf } from './words.js';

export const MALE_NAMES = setOf(`ahmet mehmet murat aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alejandro alexander alexei alfred ali allen alvin amir anders andre andrei andrew andy angelo
  anthony antonio arnold arthur augustus barry ben benjamin bernard bernie bert bill billy bob bobby boris brad bradley brandon brendan brent brett brian bruce bryan
  byron caleb calvin carl carlos cecil cedric charles charlie chad chris christian christopher chuck clarence clark claude claudio clay clifford clint clive cody colin connor
  corey cory craig curtis cyrus dale damien dan daniel danny darrell darren darryl dave david dean dennis derek derrick diego dirk dmitri dmitry dominic don donald donnie doug
  douglas drew duncan dustin dwight earl ed eddie edgar edmund eduardo edward edwin eli elijah elliot emilio emmanuel enrique eric erik ernest ernesto ethan eugene evan fabio felix
  fernando floyd francis francisco francois frank franklin fred frederick gabriel garrett gary gavin gene geoff geoffrey george gerald gerard gilbert giovanni glen glenn gordon
  graham grant greg gregory guillermo gus guy hamid hank hans harold harry harvey hassan hector henry herbert herman horace howard hubert hugh hugo ian ibrahim ignacio igor ilham isaac ivan
  jack jacob jacques jake jamal james jamie jan jared jason javier jay jeff jeffrey jeremy jerome jerry jesse jesus jim jimmy joachim joe joel jonas johan john johnny jon jonathan jordan jorge
  jose joseph josh joshua juan julian julio justin karl keir keith ken kenneth kevin khalid kirk klaus konstantin kurt kyle lamar lance larry lars laurence lawrence lee leo leon leonard leroy
  leslie lewis liam lloyd logan lorenzo louis lucas luis luke lyndon mahmoud malcolm manuel marc marcel marco marcus mario marion mark marshall martin marty marvin mateo mathew matt matteo matthew
  maurice max maxwell michael miguel mikael mike mikhail milton mitch mitchell mohamed mohammad mohammed morgan morris moses muhammad mustafa narendra nathan nathaniel ned neil nelson newt nicholas nick nicolas
  nigel nikolai noah noel norman olaf oleg oliver omar orlando oscar otto owen pablo patrick paul pavel pedro perry pete peter philip philippe phil pierre preston rafael rahul raj ralph ramon
  randall randy raul ray raymond recep reginald rex rich richard rick ricky robert roberto rod rodney rodrigo roger roland ron ronald ross roy rudolph rudy rupert russ russell ryan salvador sam samuel
  samir santiago scott sean sebastian sergei sergey sergio seth shane shaun shawn sidney simon spencer stanley stefan stephan stephen steve steven stewart stuart sylvester ted terence terrence terry theodore thomas tim
  timothy toby todd tom tommy tony travis trevor tyler vance vernon victor vincent viktor vladimir volodymyr wade wallace walter warren wayne wesley wilbur will william willie winston xavier yuri yusuf zachary zack
  aidan alastair alistair amit anil arjun arturo ashok babak barnaby bashir bjorn callum cormac desmond dmytro emeka emre ewan faisal farid femi fergus finn gareth gethin gil hamish haruto hiroshi hywel imran
  jalal javad jiang jens kaspar kenji kofi kwame lachlan lionel magnus mehdi naveed nnamdi padraig piotr rhys rohan rory sanjay sayed seamus sergio sunil takeshi tariq tobias tomas torsten uche umar vikram yevgeny zoltan`);

export const FEMALE_NAMES = setOf(`abby abigail ada adele agnes aisha alexandra alexis alice alicia alison allison alma amanda amber amelia amina amy ana anastasia andrea angela angelina anita ann anna anne annette annie antonia
  april ariana arlene ashley astrid audrey barbara beatrice becky belinda bernadette beth bethany betty beverly bianca bonnie brenda bridget brittany brooke camille candace candice carla carly carmen carol caroline carolyn carrie
  cassandra catherine cathy cecilia celeste celia charlene charlotte chelsea cheryl christina christine cindy claire clara claudia colleen connie constance courtney crystal cynthia daisy dana danielle darlene dawn deborah debbie debra
  delores denise diana diane dolores donna dora doris dorothy edith edna eileen elaine eleanor elena elisa elise elizabeth ella ellen eloise elsa emily emma erica erika erin estelle esther ethel eva eve evelyn faith fatima felicia
  fiona flora florence frances francesca gabrielle gail georgia geraldine gertrude gina giorgia gladys glenda gloria grace greta gretchen gwen hannah harriet hazel heather heidi helen helena hilary hillary holly hope huma ida imelda ingrid irene iris isabel
  isabella jackie jacqueline jan jana jane janet janice jasmine jean jeanette jeanne jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn josephine joy joyce juanita judith judy julia juliana julie june kamala kara karen karin kate
  katherine kathleen kathryn kathy katie katrina kay kayla kelly kendra kerry kim kimberly kirsten kirstie kristen kristin kristina laura lauren laurie leah leila lena leticia lillian lily linda lindsay lindsey lisa liz lois lola lorena loretta lori lorraine louise
  lucia lucille lucy lydia lynn mabel madeleine madeline maggie marcia margaret margarita maria mariana marian marie marilyn marina marisa marjorie marsha marta martha mary maureen maxine megan megyn meghan melania melanie melinda melissa mercedes meredith mia michele michelle
  mildred miranda miriam moira molly mona monica monique muriel nadia nancy naomi natalia natalie natasha nicola nicole nina nora norma olga olivia paige pam pamela patricia patti paula pauline peggy penelope penny phyllis priscilla rachel ramona rebecca regina renee
  rhonda rita roberta rosa rosalind rose rosemary roxanne ruby ruth sabrina sally samantha sandra sara sarah selena shannon sharon sheila shelley sheryl shirley simone sofia sonia sonya sophia sophie stacey stacy stella stephanie sue susan susanna suzanne svetlana sylvia tamara
  tammy tanya tara tatiana teresa tessa thelma theresa tiffany tina tracy trudy ursula valentina valerie vanessa vera veronica vicki vicky victoria viola violet virginia vivian wanda wendy whitney wilma yolanda yvonne zoe
  abena adaeze agnieszka aiko aoife ayesha bronwyn carys cerys chiara dilys eilidh fatou freya fumiko gwyneth ilse imogen ines ioana isla jyoti katarzyna khadija kirsty lakshmi leila lena magdalena mairead marta mei
  meera nerys ngozi niamh oksana olena ottilie parvati phoebe pippa poppy priya rania saoirse shreya sian sinead siobhan sunita svenja tamsin wangari yasmin yuki zainab zara zofia`);

export const MALE_TITLES = setOf('mr sir lord king prince father fr congressman councilman spokesman chairman sheikh pope imam');
export const FEMALE_TITLES = setOf('mrs ms miss lady dame queen princess congresswoman councilwoman spokeswoman chairwoman first-lady');
export const MALE_NOUNS = setOf('man boy father son brother husband grandfather uncle nephew actor businessman spokesman chairman congressman king prince gentleman guy widower policeman');
export const FEMALE_NOUNS = setOf('woman girl mother daughter sister wife grandmother aunt niece actress businesswoman spokeswoman chairwoman congresswoman queen princess lady widow policewoman');

/** Titles that stand before a name and that "the ..." takes up later. */
export const TITLE_NOUNS = setOf(`president minister premier chancellor senator governor mayor secretary ambassador general colonel captain admiral commander sergeant lieutenant judge justice
  chairman chairwoman chair chief director king queen prince princess pope bishop archbishop cardinal rabbi imam reverend congressman congresswoman representative councilman councillor
  councilwoman attorney prosecutor speaker leader coach manager spokesman spokeswoman spokesperson professor doctor nominee candidate lawmaker senator strategist adviser advisor analyst
  economist author writer host anchor columnist editor reporter correspondent journalist activist founder executive owner officer detective inspector sheriff superintendent
  actor actress singer comedian pastor lawyer lawmaker businessman businesswoman billionaire mogul diplomat historian scientist researcher physician expert critic commissioner
  co-founder co-author co-host vice-president chairperson treasurer counsel consultant pollster operative surrogate aide veteran delegate alderman assemblyman assemblywoman sen rep del assemb ald supt det insp gov gen dr mr mrs ms prof sir lord lady dame`);

/** Nouns for one person. */
export const PERSON_NOUNS = setOf(`man woman boy girl father mother son daughter brother sister husband wife resident voter official employee worker teacher student farmer driver doctor nurse
  lawyer witness neighbour neighbor friend colleague politician democrat republican conservative liberal contender incumbent frontrunner front-runner rival newcomer chairman
  leader source person individual passenger pilot soldier survivor victim victim's investigator engineer scholar academic scientist user blogger attendee supporter opponent protester
  businessman mogul billionaire tycoon celebrity star player striker quarterback defendant suspect plaintiff jury juror retiree candidate native lawmaker legislator
  magnate heir heiress novelist poet artist director texan floridian vermonter ohioan new-yorker`);

/** Nouns for many, who are nobody in particular unless the text says which. */
export const GROUP_NOUNS = setOf(`officials residents voters people critics experts analysts observers supporters opponents democrats republicans conservatives liberals aides advisers advisors
  allies rivals sources witnesses lawmakers senators investigators prosecutors police authorities economists researchers scientists scholars activists protesters demonstrators workers employees
  students teachers parents families neighbours neighbors friends leaders members men women girls boys others some many most few others several those both candidates strategists
  reporters journalists editors commentators pundits diplomats soldiers survivors victims relatives lawyers attorneys judges doctors nurses farmers businesses companies
  delegates donors fans users viewers readers americans russians ukrainians chinese europeans muslims jews christians catholics evangelicals whites blacks latinos hispanics millennials
  historians pollsters operatives insiders surrogates veterans executives investors traders customers consumers respondents participants governors mayors countries nations
  states governments agencies groups organizations organisations unions media reports critics' conservatives' legislators ministers regulators medics rescuers negotiators militants rebels`);

/** Nouns that end the name of a body, or stand for it. */
export const BODY_NOUNS = setOf(`government ministry department agency office bureau commission committee council court party campaign company corporation inc corp ltd llc group bank university college
  institute foundation association union league federation administration army navy police network newspaper times post journal tribune magazine news herald guardian gazette telegraph press
  house senate congress parliament cabinet board authority service organization organisation center centre school church hospital firm team club coalition movement
  kremlin pentagon treasury airline airlines industries international media radio television tv channel society alliance embassy consulate legislature assembly chamber
  outlet publication website site paper tabloid broadcaster project force forces reserve fund exchange regulator watchdog charity trust nations state city county district operator maker manufacturer publisher supplier retailer utility lines airways laboratory`);

/** Nouns for a text that says something. */
export const DOCUMENT_NOUNS = setOf(`report reports statements letters memos filings messages e-mails posts articles transcripts study survey poll statement letter email e-mail memo document lawsuit complaint filing indictment article story editorial book ad advertisement video
  transcript bill law order ruling decision headline post tweet message survey polls surveys studies documents emails records data figures research review analysis findings
  website constitution treaty agreement resolution petition press-release release manifesto audit census affidavit verdict sign banner caption speech op-ed column note readout exit-polls results footage`);

/** Capitals and seats that news uses for the government behind them; the name stays as the text has it. */
export const METONYMS = setOf(`moscow washington beijing kyiv kiev london paris berlin tehran ankara baku yerevan brussels tokyo seoul pyongyang delhi islamabad jerusalem riyadh cairo warsaw
  madrid rome ottawa canberra havana caracas damascus baghdad kabul minsk tbilisi astana belgrade athens vienna budapest prague taipei hanoi bangkok jakarta manila nairobi
  kremlin pentagon westminster capitol whitehall elysee bundestag knesset duma
  russia china ukraine america britain france germany iran israel turkey india pakistan japan korea iraq syria egypt azerbaijan armenia georgia kazakhstan poland hungary greece spain italy
  canada mexico burma myanmar brazil argentina venezuela cuba colombia chile australia indonesia vietnam thailand philippines malaysia singapore taiwan nigeria kenya ethiopia qatar
  u.s us usa uk eu un nato fbi cia gop dnc rnc nasa irs epa naacp aclu imf who opec cnn nbc abc cbs msnbc bbc npr afp reuters ap`);

/** Adjectives of nations that begin no name; before a title they are part of the role. */
export const DEMONYMS = setOf('english spanish french german chinese russian');
/** Words that begin with a capital and name no one: days, months, feasts, languages. */
export const NAME_STOPWORDS = setOf(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  i i'm christmas easter ramadan thanksgiving english spanish french german chinese russian`);
/** Small words inside names. */
export const NAME_PARTICLES = setOf('de da di del della der den van von bin ibn al el la le du dos das ter ten ben');
/** Offices that one person holds at a time, for which "the Russian ..." is as good as a name. */
export const OFFICES = setOf('president minister premier chancellor governor mayor leader king queen pope secretary speaker ambassador senator chairman chairwoman billionaire mogul nominee candidate');
/** Short titles before a name, written out: "Gov. Hale" is "the governor". */
export const TITLE_ABBREVIATIONS: ReadonlyMap<string, string> = new Map(Object.entries({
  del: 'delegate', gov: 'governor', sen: 'senator', rep: 'representative', gen: 'general', sgt: 'sergeant', lt: 'lieutenant', capt: 'captain', col: 'colonel', maj: 'major', prof: 'professor', dr: 'doctor',
  adm: 'admiral', cmdr: 'commander', supt: 'superintendent', det: 'detective', insp: 'inspector', rev: 'reverend', pres: 'president', amb: 'ambassador', atty: 'attorney',
}));
/** Body nouns that take each other's place: "the firm" is "the water company". */
export const BODY_KINDS: readonly ReadonlySet<string>[] = [
  setOf('company firm corporation group operator maker manufacturer supplier retailer utility airline carrier lines airways industries corp inc ltd llc'),
  setOf('newspaper paper tabloid outlet publication magazine website site broadcaster publisher times post journal herald gazette telegraph guardian tribune news press channel network'),
  setOf('club team side'),
  setOf('bank lender'),
  setOf('university college school institute'),
  setOf('agency regulator watchdog authority commission'),
  setOf('charity foundation trust society'),
  setOf('union association federation league'),
];
/** Bodies of the state that news names by their noun alone, or by the noun and its branch. */
export const PUBLIC_BODIES: ReadonlySet<string> = new Set(`police;army;navy;military;coastguard;government;parliament;senate;coast guard;national guard;air force;central bank;fire service;fire department;fire brigade;
  police department;police force;sheriff office;city council;county council;town council;district council;county laboratory;health department;health ministry;defence ministry;defense ministry;foreign ministry;
  interior ministry;finance ministry;justice ministry;transport ministry;energy ministry;education ministry;justice department;state department;supreme court;appeals court;high court;border guard;prison service;weather service`.split(';').map((name) => name.trim()));
/** Nouns that end the name of a place; a surname may be one too. */
export const PLACE_NOUNS = setOf('street road avenue lane boulevard square bridge bay point sound harbour harbor beach coast cape river lake mountain mountains valley island islands county park airport station');
/** Firms of two names that news writes with "and": the two are one. */
export const FIRMS: ReadonlySet<string> = new Set(`ernst young;procter gamble;marks spencer;barnes noble;johnson johnson;black decker;smith wesson;bang olufsen;dolce gabbana;simon schuster;crate barrel;
  rolls royce;price waterhouse;standard poor;dun bradstreet;tiffany co;merck co;abercrombie fitch;harland wolff;bausch lomb;fortnum mason;arm hammer;brown root;pratt whitney;thurn taxis`.split(';').map((name) => name.trim()));
