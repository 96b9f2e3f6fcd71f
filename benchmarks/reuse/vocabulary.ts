/**
 * What the generated news is made of. Each wording stands beside another one that says the same ("a | b"): the first is what an
 * agency writes, the second what someone who rewords it puts.
 */
export type Wordings = readonly [plain: string, reworded: string];

/** Verbs have four forms: past and participle of the one wording, and of the other. */
export type Verb = readonly [past: string, participle: string, otherPast: string, otherParticiple: string];

export interface Topic {
  readonly name: string;
  readonly agents: readonly Wordings[];
  readonly verbs: readonly Verb[];
  readonly objects: readonly Wordings[];
  readonly reasons: readonly Wordings[];
  /** What people promise and deny: a verb and its participle. */
  readonly promises: readonly (readonly [verb: string, participle: string])[];
}

const wordings = (lines: string): Wordings[] => lines.trim().split('\n').map((line) => {
  const [plain, reworded = plain] = line.split('|').map((part) => part.trim());
  return [plain, reworded];
});
const verbs = (lines: string): Verb[] => lines.trim().split('\n').map((line) => line.split('|').map((part) => part.trim()) as unknown as Verb);
const promises = (line: string): (readonly [string, string])[] => line.split(',').map((pair) => pair.trim().split('/') as unknown as readonly [string, string]);

/** # stands for a number, @ for a name that nobody else has. */
export const TOPICS: readonly Topic[] = [
  {
    name: 'bridge',
    agents: wordings('the roads agency | the highway authority\nengineers from @ | a team of @ engineers\nthe county council | county councillors\ninspectors of the ministry | ministry inspectors\nthe contractor @ | the building firm @\nwelders from the yard at @ | @ shipyard welders\na panel led by professor @ | the commission under professor @\nthe toll operator | the company that collects the toll'),
    verbs: verbs('closed|closed|shut|shut\nreinforced|reinforced|strengthened|strengthened\ninspected|inspected|examined|examined\nreplaced|replaced|renewed|renewed\npostponed|postponed|put off|put off\nlit|lit|illuminated|illuminated\nmeasured|measured|surveyed|surveyed\nfinanced|financed|paid for|paid for'),
    objects: wordings('# girders of the old span | the span’s # beams\nthe eastern ramp to @ | the ramp that leads east to @\n# kilometres of guard rail | guard rails over # kilometres\nthe footings under pier # | pier # and its foundation\na temporary crossing at @ | a makeshift bridge near @\nthe drainage of the deck | the deck’s drains\nthe contract with @ worth # crowns | a # crown deal with @\nbearings made by @ | @ bearings'),
    reasons: wordings('after cracks of # millimetres were found | because cracks # millimetres wide had opened\nbecause lorries of more than # tonnes had used the lane | since the lane was used by trucks above # tonnes\nwhile traffic was led through @ | as cars were sent by way of @\nin spite of a feast in the village of @ | although @ villagers were feasting\nbefore frost could widen the joints | to be ahead of the frost in the joints\nonce divers had looked at the river bed | when divers had finished at the bottom of the river\nas part of a plan of # years | under a programme that runs for # years\nto spare the wharf of @ | so that the @ wharf was left alone'),
    promises: promises('reopen/reopened,repaint/repainted,demolish/demolished,widen/widened,sell/sold,test/tested'),
  },
  {
    name: 'hospital',
    agents: wordings('the regional clinic | the district hospital\nnurses on ward # | ward # nursing staff\nthe health inspectorate | health inspectors\na surgeon called @ | surgeon @\nthe insurers’ federation | the union of insurers\nparamedics from @ | ambulance crews of @\nthe pharmacy chain @ | @ pharmacies\nresearchers at @ university | scientists of the university in @'),
    verbs: verbs('vaccinated|vaccinated|immunised|immunised\nadmitted|admitted|took in|taken in\nphotographed|photographed|took pictures of|filmed\nrecalled|recalled|withdrew|withdrawn\ntreated|treated|cared for|cared for\nrented|rented|leased|leased\nlisted|listed|registered|registered\ncancelled|cancelled|called off|called off'),
    objects: wordings('# patients with fever | # feverish people\na batch of # vials | # vials of one batch\nthe new scanner from @ | a scanner built by @\n# beds for children | children’s beds, # in all\nthe rota of night doctors | night shifts of the doctors\ntablets sold as @ | @ pills\nvolunteers older than # | people over # who had volunteered\nthe maternity wing | the wing for mothers'),
    reasons: wordings('because the laboratory in @ had found traces of mould | as mould had turned up at the @ laboratory\nafter # burglaries within a month | when thieves had come # times in a month\nalthough the budget ends at # crowns | despite a limit of # crowns\nwithout waiting for the board | before the board had met\nwhile a strike kept # staff away | with # employees on strike\nto make room for the injured from @ | so that casualties of @ found a place\nafter a collection among # families | when # households had given money\nas winter brought more coughs | with coughing on the rise in winter'),
    promises: promises('compensate/compensated,publish/published,dismiss/dismissed,invite/invited,merge/merged,train/trained'),
  },
  {
    name: 'fishing',
    agents: wordings('skippers from @ | boat owners in @\nthe coast guard cutter @ | the cutter @ of the coast guard\nthe fisheries board | the board for fishing\na cannery at @ | the @ cannery\nmarine biologist @ | @, who studies sea life\nthe harbour master | the head of the port\nbuyers at the auction | traders at the fish market\nthe oyster cooperative | a cooperative of oyster growers'),
    verbs: verbs('landed|landed|brought in|brought in\nseized|seized|confiscated|confiscated\nblocked|blocked|barred|barred\ncounted|counted|tallied|tallied\nreleased|released|set free|set free\nhalved|halved|cut by half|cut by half\nmarked|marked|tagged|tagged\nexported|exported|shipped abroad|shipped abroad'),
    objects: wordings('# tonnes of herring | herring, # tonnes of it\nnets with meshes of # millimetres | # millimetre nets\nthe quota for cod | the cod allowance\n# crates of mussels | mussels in # crates\nthe trawler @ | a trawler named @\nseals off the reef of @ | the seals of @ reef\nlicences of # boats | # boat licences\nthe spawning ground at @ | waters near @ where fish spawn'),
    reasons: wordings('when the wind fell below # knots | with winds under # knots\nbecause prices in @ had doubled | as @ paid twice as much\nwithin sight of the institute in @ | so close that the @ institute could see it\nbefore the season ended on the #th | ahead of the end of season on the #th\nsince stocks were down by # per cent | with # per cent less fish in the sea\nin return for new engines | against a promise of modern engines\nafter a chase of # miles | once they had been followed for # miles\nas algae spread from @ | while algae drifted over from @'),
    promises: promises('protect/protected,ban/banned,share/shared,feed/fed,count/counted,tow/towed'),
  },
  {
    name: 'power',
    agents: wordings('the grid company | the network operator\nthe plant at @ | @ power station\ntechnicians of @ | @ technicians\nthe energy regulator | the authority that oversees energy\nhome owners in @ | @ householders\nthe wind farm @ | the @ turbines’ owner\na court in @ | @ judges\nthe minister for supply | the supply minister'),
    verbs: verbs('switched off|switched off|disconnected|disconnected\nconnected|connected|hooked up|hooked up\nraised|raised|increased|increased\nfenced in|fenced in|surrounded|surrounded\ndismantled|dismantled|took down|taken down\nsheathed|sheathed|encased|encased\nstored|stored|kept back|kept back\npainted|painted|coated|coated'),
    objects: wordings('# substations | substations, # in number\nthe tariff for night power | what power costs at night\na cable of # kilometres to @ | the @ cable, # kilometres long\nmeters in # households | # domestic meters\nthe oldest boiler | the boiler that is oldest\nreserves of @ coal | coal kept at @\nbatteries from @ | @ batteries\nthe stock for January | January’s supplies'),
    reasons: wordings('after lightning had struck the mast at @ | when the @ mast was hit by lightning\nbecause demand rose to # megawatts | as # megawatts were needed\nwhile turbines stood still for # hours | with no wind for # hours\nto match the station at @ | as had been done at @\nalthough fog had lain there for # days | despite # days of fog\nunder a rule from the year # | by a # rule\nsince transformers had overheated | as hot transformers had failed\nfor the sake of the bats of @ | so that @ bats are left in peace'),
    promises: promises('nationalise/nationalised,insulate/insulated,meter/metered,ration/rationed,refund/refunded,audit/audited'),
  },
  {
    name: 'school',
    agents: wordings('the school board of @ | @ school governors\nteachers at the @ academy | staff of @ academy\nparents of # pupils | # pupils’ parents\nthe exam office | the office for examinations\nheadmistress @ | @, who heads the school\na bus firm from @ | the @ coach company\nthe teachers’ union | the union of teachers\nthe charity @ | a charity known as @'),
    verbs: verbs('renamed|renamed|gave another name to|given another name\nregraded|regraded|marked again|marked again\nshortened|shortened|made briefer|made briefer\nequipped|equipped|fitted out|fitted out\ndivided|divided|split|split\nadopted|adopted|took over|taken over\nstored|stored|put away|put away\nlengthened|lengthened|made longer|made longer'),
    objects: wordings('the exam in geography | the geography test\n# classrooms | rooms for # classes\nthe lunch break | the pause at noon\nbooks printed by @ | @ textbooks\na hall for # pupils | the assembly room for # children\nthe route by way of @ | a journey through @\nthe timetable of the lower forms | lower forms’ timetables\npapers of # candidates | # candidates’ papers'),
    reasons: wordings('because # answers had been printed on the back | as the back page gave # answers\nafter a fire of # hours | when it had burned for # hours\nalthough the inspector from @ was on leave | in spite of the absence of the @ inspector\nas the roof let in rain | with rain coming through the roof\nuntil a teacher for @ is found | pending a hire for @\nto have room for # new pupils | so that # more children fit in\nwith the help of the pupils’ council | helped by the council of pupils\nwhile the heating was repaired by @ | as @ repaired the heating'),
    promises: promises('abolish/abolished,tutor/tutored,reward/rewarded,enrol/enrolled,paint/painted,apologise to/asked for forgiveness'),
  },
  {
    name: 'flood',
    agents: wordings('the river authority | the authority for rivers\nsoldiers from @ | troops stationed in @\nvolunteers with # boats | helpers in # boats\nthe weather service | meteorologists\nfarmers of the @ plain | @ plain farmers\nthe civil defence | the disaster office\nthe dam keeper at @ | the man who keeps @ dam\nthe insurer @ | @ insurance'),
    verbs: verbs('evacuated|evacuated|cleared|cleared\npumped out|pumped out|drained|drained\nfilmed|filmed|recorded|recorded\nstacked|stacked|piled up|piled up\nopened|opened|unlocked|unlocked\nlost|lost|were robbed of|washed away\nrebuilt|rebuilt|restored|restored\nsheltered|sheltered|housed|housed'),
    objects: wordings('# families from the lower town | # lower town families\nthe cellars of @ | @ basements\nsandbags, # of them, | # bags of sand\nthe sluice at @ | @ sluice gate\n# hectares of barley | barley on # hectares\ncattle on the isle of @ | @ isle’s cows\nthe dyke north of @ | the northern @ embankment\na crest of # centimetres | a # centimetre peak'),
    reasons: wordings('when the gauge at @ passed # centimetres | with # centimetres at the @ gauge\nafter rain of # hours | when it had rained for # hours\nbecause ice had jammed below @ | as ice below @ held the water\nalthough the road was under water | despite a flooded road\nto relieve the reservoir of @ | so as to take load off @ reservoir\nwhile helicopters searched the banks | as the banks were searched from the air\nuntil daylight on the #th | up to dawn of the #th\nsince the train had come # hours late | for want of a train, which was # hours late'),
    promises: promises('dredge/dredged,relocate/relocated,insure/insured,plant/planted,raise/raised,inspect/inspected'),
  },
  {
    name: 'court',
    agents: wordings('the appeals court | judges on appeal\nprosecutor @ | @ for the prosecution\ncustoms officers at @ | @ customs\nthe defence | defence lawyers\na jury of # | # jurors\nthe bank @ | a bank called @\nthe tax office in @ | @ tax inspectors\nguards from @ | people of @ who stood guard'),
    verbs: verbs('acquitted|acquitted|cleared|cleared\nsearched|searched|combed|combed\nfroze|frozen|locked|locked\nquestioned|questioned|interrogated|interrogated\noverturned|overturned|reversed|reversed\nauctioned|auctioned|sold off|sold off\nphotographed|photographed|took pictures of|filmed\nfined|fined|punished|punished'),
    objects: wordings('# dealers in ivory | # ivory traders\nthe treasurer of @ | @’s treasurer\naccounts holding # crowns | # crowns in accounts\nthe archive of the @ tribunal | what the @ tribunal kept\nan heir to @ castle | a man who stands to inherit @ castle\npaintings in # crates | # boxes of paintings\nthe driver of the @ convoy | the man at the wheel of the @ convoy\na forger known as @ | @, a forger'),
    reasons: wordings('because # letters had vanished | as # letters were gone\nafter a hearing of # days | when # days had been spent hearing it\nwith tools bought in @ | using tools that came from @\nalthough a notary was missing | in the absence of a notary\nunder the smuggling act of # | by the act of # on smuggling\nfor want of a translator from @ | since no @ translator could be had\nwhile the public was kept out | behind closed doors\nin exchange for papers from @ | once @ had sent documents'),
    promises: promises('appeal/appealed,extradite/extradited,pardon/pardoned,question/questioned,protect/protected,name/named'),
  },
  {
    name: 'factory',
    agents: wordings('the tyre maker @ | @, which makes tyres,\nthe metal workers’ union | the union for metal\nan investor from @ | a @ investor\nthe works council | the council of workers\nauditors of @ | @ auditors\nsuppliers in @ | firms of @ that supply it\nthe labour office | the employment office\nthe heirs of founder @ | founder @’s heirs'),
    verbs: verbs('hired|hired|took on|taken on\nautomated|automated|gave to robots|given to robots\npainted|painted|coated|coated\nsold|sold|parted with|given up\nmothballed|mothballed|idled|idled\nmodernised|modernised|renewed|renewed\nunderbid|underbid|undercut|undercut\ntransferred|transferred|moved|moved'),
    objects: wordings('# apprentices | # trainees\nthe foundry in @ | @ foundry\na press of # tonnes | the # tonne press\nshares worth # crowns | # crowns in shares\nthe night shift in hall # | hall #’s night workers\npatents on @ steel | @ steel patents\norders from # countries | # countries’ orders\nthe warehouse near @ | a depot at @'),
    reasons: wordings('after losses of # crowns in a quarter | with # crowns lost in three months\nas rubber from @ grew scarce | with little rubber left from @\nto win a contract in @ | in order to get @’s contract\nalthough # jobs hang on it | in spite of # jobs at stake\nwhile talks about pay dragged on for # weeks | as pay was discussed for # weeks\nonce the loan from @ had been signed | with a signed @ loan\nbecause the owner was ill | as illness kept the owner away\nfar away from the town of @ | at a distance from @ town'),
    promises: promises('unionise/unionised,outsource/outsourced,pay/paid,relaunch/relaunched,guarantee/guaranteed,list/listed'),
  },
];

export const PLACES = wordings('in @ | at @\nnear the border with @ | by the @ border\non the outskirts of @ | outside @\nalong the @ road | on the road to @\nin the district of @ | in @ district\nacross the province | throughout the province');
export const TIMES = wordings('on Monday | at the start of the week\non Tuesday evening | late on Tuesday\non Wednesday | in midweek\nearly on Thursday | on Thursday morning\non Friday | as the week ended\nover the weekend | on Saturday and Sunday\nlast month | some weeks ago\nwithin # hours | in less than # hours\non the #th of the month | when the #th came');
export const ADJECTIVES = ['long', 'costly', 'sudden', 'quiet', 'bitter', 'narrow', 'public', 'hasty', 'joint', 'partial', 'second', 'new'];

/** What people say of things, in the first person. */
export const FEELINGS = ['we owe that to the people of @', 'nobody in @ will be left alone with the bill', 'the figures from @ leave no other way', 'I have seen worse in # years of service', 'that is what # citizens asked of us', 'the winter in @ will not wait for lawyers', 'my grandfather would have laughed at such a plan', 'the money lies ready in @', 'anyone who doubts it may come to @', 'it took # meetings to get that far', 'the children of @ will thank us one day', 'my phone has not been silent for # nights', 'there is no shame in learning from @', 'a handshake in @ is worth more than # contracts', 'we do not need a lecture from @', 'the engineers at @ have done the sums twice', 'history is on the side of @', 'whoever earns # crowns a month knows why', 'the old quarrel with @ must end', 'this valley has paid enough for the mistakes of @'];
export const HOPES = ['before the snow falls on @', 'as soon as @ gives its consent', 'not later than the year #', 'even if it costs # crowns', 'with or without the help of @', 'unless # members vote against it', 'when the report from @ is on the table', 'by the end of the month', 'while I sit in this chair', 'in # small steps', 'together with our friends in @', 'against all odds', 'once the elections in @ are over', 'within # weeks', 'for as long as @ stands', 'at half the price that @ pays'];
/** % stands for a promise, ^ for what it is about, ~ for a hope, = for a feeling. */
export const SPEECHES = ['We will % the ^ ~, and =', 'Let me be plain: the ^ is what keeps me awake, =, and ~ we shall % it', 'If they want me to % the ^, they will have to ask ~, because =', 'My answer to those who would % the ^ is simple: =', 'There were days when I thought that nobody could % the ^, yet = and ~ it will be done', 'What happened to the ^ must never happen again, =, so ~ we mean to % it'] as const;
export const TITLES = ['Mayor', 'Governor', 'Minister', 'Professor', 'Commissioner', 'Senator', 'Captain', 'Chairman'];
export const GIVEN = ['Alma', 'Bruno', 'Clara', 'Dorian', 'Edith', 'Fabian', 'Greta', 'Henrik', 'Irena', 'Jonas', 'Katya', 'Leon', 'Mira', 'Nils', 'Olga', 'Pavel', 'Rosa', 'Stefan', 'Tilda', 'Viktor'];
export const SYLLABLES = 'bar ren tol mir sha dor kuv vel pra nig gos lem tar uif fon dek kar zo bri hal ost wen lith mor gan pel sky rud val hem jor tam'.split(' ');
/** Phrases that any reporter uses. */
export const STOCK = ['It was not immediately clear how long that would last.', 'No one was hurt.', 'The matter is to come before the council again next month.', 'Traffic was slow for the rest of the day.', 'Work goes on through the night.'];
