/**
 * Reporting verbs by what follows them. Which verbs and which complements pay was measured on news text; the lists are
 * this project's own. A verb may stand in several lists: each line adds a frame.
 */
import type { Frame } from '../lexicon.js';

const list = (words: string): string[] => words.trim().split(/\s+/);

/** Lemma lists by frame; "point_out" is a verb with its particle. */
export const FRAMES: Readonly<Record<Frame, readonly string[]>> = {
  /** "said (that) it rained" */
  CLAUSE: list(` assure
    say add note announce suggest argue explain acknowledge declare claim warn state conclude recall insist reply respond
    admit deny reveal predict confirm indicate assert emphasize emphasise stress remark concede joke complain allege maintain
    report write tweet quip observe testify disclose assume boast lament speculate imply contend mention repeat
    reiterate proclaim signal hint estimate caution counter retort muse post read show find agree believe think hope
    expect fear know feel suspect guess imagine understand realize realise recognize recognise worry doubt wish
    promise vow pledge propose demand request recommend swear guarantee point_out make_clear affirm attest brag
    profess opine contest rule decide determine learn discover notice remember forget figure reckon project forecast
    pray dream bet conceive presume gather hear see conjecture theorize volunteer clarify elaborate
    comment underscore underline illustrate demonstrate bemoan gripe grumble protest object
    regret rejoice sigh specify stipulate mutter whisper shout yell scream reason posit hypothesize message text
    report_back email argue_back quote foresee envision anticipate fantasize certify verify highlight`),
  /** "A," he said: may follow or stand before a quotation, or after a clause and a comma. */
  QUOTE: list(`
    say add note announce suggest argue explain acknowledge declare claim warn state conclude recall insist reply respond
    admit reveal predict confirm assert emphasize emphasise stress remark concede joke complain allege maintain continue
    report write tweet quip observe testify disclose boast lament speculate contend repeat reiterate proclaim caution counter
    retort muse post read ask wonder tell shout yell chant scream cry exclaim interject answer begin opine
    comment point_out elaborate express urge plead laugh agree promise vow pledge think believe whisper mutter
    demand inquire enquire ask_rhetorically go_on conclude title describe call sing thunder gush chime_in
    deadpan crack rail fume snap sneer warn scoff groan grumble note protest object recount reminisce reflect sigh
    bellow bark mutter email text message blog caption joke affirm swear advise order instruct continue deny dub
    summarize summarise estimate quote intone jeer boom wail offer volunteer clarify underscore hint start finish end implore
    beg lecture sum_up brag rant mock press ponder put_it shoot_back fire_back hit_back push_back weigh_in point_out`),
  /** "It was over, he said": may follow a clause without quotation marks. */
  PARENTHETICAL: list(`
    say add note report write explain argue warn suggest acknowledge insist claim believe think conclude predict concede complain recall observe
    remark announce tell state maintain contend admit tweet allege assert caution stress emphasize emphasise lament reveal estimate declare reply`),
  /** "vowed to act" */
  TO: list(`
    vow promise pledge refuse decline plan hope want seek threaten offer agree decide aim intend expect prefer choose
    ask demand claim plead opt wish desire try_not swear propose volunteer long yearn resolve commit consent
    like love hesitate hate fear dare`),
  /** "told reporters that", "warned Baku not to": the one spoken to stands between. */
  ADDRESSEE: list('tell assure remind inform convince persuade notify warn advise promise text email message'),
  /** "urged Baku to act": who is asked belongs to what is asked. */
  OBJECT_TO: list('urge ask encourage order request advise instruct implore beg invite want expect pressure challenge press beseech dare command warn'),
  /** "asked whether", "explained how" */
  WHETHER: list(`
    ask wonder know explain discuss describe question show see understand tell say reveal learn consider decide determine
    doubt remember recall outline detail debate inquire enquire imagine note mention explore forget recount illustrate demonstrate`),
  /** "criticised the plan": the object is what was said, or what was said of it. */
  OBJECT: list(`
    criticize criticise endorse accuse describe praise call support oppose defend cite reject denounce blast dismiss blame
    condemn mock question propose express slam decry tout voice thank echo reiterate deem portray welcome applaud assail
    rebuke lambast lambaste bemoan lament champion ridicule highlight stress emphasize predict deny acknowledge announce
    mention propose admit demand note reveal recall confirm discuss attack declare repeat disavow repudiate deride
    prefer favor favour want seek fear love admire regret challenge urge condone hail credit liken compare
    label dub characterize characterise depict outline detail explain explore reference invoke claim disclose advocate
    promise pledge recommend suggest estimate project forecast articulate reaffirm renounce downplay underscore
    cheer celebrate commend congratulate celebrate disparage insult chide chastise scold berate castigate vilify
    retweet recount remember envision envisage view regard consider see describe tweet
    hate dislike resent respect trust doubt dispute refute rebut contradict disparage list pan skewer trash rip
    contemplate back rebuff protest request order authorize deplore bash savage tease preach
    affirm assert decry disclose confess concede foresee anticipate expect tell_of signal allege admonish
    mourn toast salute laud extol scorn disdain detest despise propose parrot
    quote restrict detail reiterate critique scrutinize touch_on lay_out brush_off lash_out_at point_out rule_out single_out
    play_down shrug_off call_off call_out set_out spell_out`),
  /** "called for calm": verb and preposition; what follows the preposition. */
  PREPOSITION: list(`
    call_for call_on refer_to point_to talk_about speak_about complain_about warn_of warn_about warn_against respond_to
    focus_on comment_on speak_of talk_of think_of ask_for ask_about object_to hint_at allude_to boast_of boast_about
    joke_about worry_about push_for plead_for argue_for argue_against advocate_for apologize_for apologise_for agree_on agree_with
    disagree_with elaborate_on rail_against speak_out_against hope_for wish_for react_to side_with vote_against
    sympathize_with learn_about learn_of know_of know_about care_about admit_to confess_to plead_to insist_on reflect_on
    dream_of believe_in preach_about write_about write_of tweet_about lie_about brag_about disapprove_of approve_of
    weigh_in_on touch_on inquire_about stand_by opt_for press_for lobby_for lash_out_at
    testify_about testify_against dwell_on debate_about caution_against read_about hear_about muse_about
    rant_about take_aim_at make_mention_of express_concern_about protest_against consist_of subscribe_to zero_in_on`),
  /** "opposes raising taxes", "considered leaving" */
  GERUND: list('oppose support propose consider suggest recommend favor favour describe defend deny recall mention discuss advocate contemplate remember imagine admit criticize criticise mock regret love hate dislike back'),
};

/** Verbs after which a clause without "that" is the rule; after others a verb must be in sight. */
export const BARE_CLAUSE = list('say think believe hope tell add note claim argue suggest acknowledge insist warn admit explain predict concede announce report');

/** Verbs after which a clause without "that" is the rule, but which take a plain object too without reporting it: "added a date to the list". */
export const PLAIN_OBJECT = list('add');

/** Verbs that an event or a thing can be the subject of: "the storm shows that". */
export const SHOWING = list('highlight underscore underline illustrate demonstrate reveal show indicate signal confirm');

/** Verbs of writing: `manner` WRITING. */
export const WRITING = list('write tweet post email text message retweet blog publish title caption read');

/** Verbs of what somebody thinks, feels, wants or backs, without saying so here: `manner` ATTITUDE. */
export const ATTITUDE = list(`
  believe think hope expect fear know feel suspect guess imagine understand realize realise recognize recognise worry doubt wish
  want plan intend aim seek prefer like love hate dislike favor favour consider see view regard support oppose
  decide determine learn discover notice remember forget figure reckon back admire respect trust resent desire
  foresee envision envisage anticipate assume presume agree_with disagree_with believe_in care_about hope_for wish_for
  look_at think_of know_of know_about sound_like seem appear dream_of worry_about approve_of disapprove_of choose opt long yearn
  resolve contemplate hold mean hear gather bet opt_for side_with fantasize mourn despise detest hesitate
  disdain scorn embrace conceive side subscribe_to learn_of learn_about deem`);

/** Forms that the rules of spelling do not give: lemma: third person, past, participle, -ing ("" = by rule). */
export const IRREGULAR: Readonly<Record<string, readonly [s: string, past: string, participle: string, ing: string]>> = {
  say: ['says', 'said', 'said', 'saying'], tell: ['', 'told', 'told', ''], write: ['', 'wrote', 'written', ''], think: ['', 'thought', 'thought', ''],
  know: ['', 'knew', 'known', ''], feel: ['', 'felt', 'felt', ''], see: ['', 'saw', 'seen', 'seeing'], seek: ['', 'sought', 'sought', ''],
  hold: ['', 'held', 'held', ''], find: ['', 'found', 'found', ''], show: ['', 'showed', 'shown', ''], swear: ['', 'swore', 'sworn', ''],
  read: ['', 'read', 'read', ''], speak: ['', 'spoke', 'spoken', ''], begin: ['', 'began', 'begun', 'beginning'], choose: ['', 'chose', 'chosen', ''],
  shoot: ['', 'shot', 'shot', ''], hit: ['', 'hit', 'hit', 'hitting'], forget: ['', 'forgot', 'forgotten', 'forgetting'], understand: ['', 'understood', 'understood', ''], hear: ['', 'heard', 'heard', ''], make: ['', 'made', 'made', ''],
  bet: ['', 'bet', 'bet', 'betting'], mean: ['', 'meant', 'meant', ''], foresee: ['', 'foresaw', 'foreseen', 'foreseeing'], forecast: ['', 'forecast', 'forecast', ''],
  go: ['goes', 'went', 'gone', 'going'], lay: ['', 'laid', 'laid', ''], set: ['', 'set', 'set', 'setting'], spell: ['', 'spelled', 'spelled', ''], lie: ['', 'lied', 'lied', 'lying'],
  rip: ['', 'ripped', 'ripped', 'ripping'], pan: ['', 'panned', 'panned', 'panning'], plan: ['', 'planned', 'planned', 'planning'], quip: ['', 'quipped', 'quipped', 'quipping'],
  admit: ['', 'admitted', 'admitted', 'admitting'], brag: ['', 'bragged', 'bragged', 'bragging'], refer: ['', 'referred', 'referred', 'referring'],
  prefer: ['', 'preferred', 'preferred', 'preferring'], infer: ['', 'inferred', 'inferred', 'inferring'], rebut: ['', 'rebutted', 'rebutted', 'rebutting'],
  dub: ['', 'dubbed', 'dubbed', 'dubbing'], beg: ['', 'begged', 'begged', 'begging'], slam: ['', 'slammed', 'slammed', 'slamming'], blog: ['', 'blogged', 'blogged', 'blogging'],
  opt: ['', 'opted', 'opted', ''], snap: ['', 'snapped', 'snapped', 'snapping'], commit: ['', 'committed', 'committed', 'committing'], regret: ['', 'regretted', 'regretted', 'regretting'],
  dream: ['', 'dreamed', 'dreamed', ''], sum: ['', 'summed', 'summed', 'summing'], stand: ['', 'stood', 'stood', ''], sing: ['', 'sang', 'sung', ''], shrug: ['', 'shrugged', 'shrugged', 'shrugging'],
  single: ['', 'singled', 'singled', 'singling'], chime: ['', 'chimed', 'chimed', 'chiming'], extol: ['', 'extolled', 'extolled', 'extolling'], mislead: ['', 'misled', 'misled', ''],
  try: ['tries', 'tried', 'tried', 'trying'], take: ['', 'took', 'taken', ''], allege: ['', 'alleged', 'alleged', 'alleging'], label: ['', 'labeled', 'labelled', 'labeling'],
  bid: ['', 'bid', 'bid', 'bidding'], cry: ['cries', 'cried', 'cried', 'crying'], rule: ['', 'ruled', 'ruled', 'ruling'], put: ['', 'put', 'put', 'putting'], foretell: ['', 'foretold', 'foretold', ''],
};

/** "heard that it broke" tells something, "heard the news" nothing. */
export const PERCEIVING: readonly string[] = list('hear see watch notice');
