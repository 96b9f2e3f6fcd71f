/** Invented outlets, people, places and kinds of happenings. All of it was written for this measure. */

export const OUTLETS = [
  'Arden Wire', 'The Brack Post', 'Cardle Courier', 'Dunmoor Daily', 'Eastfold Echo', 'The Fenland Flag', 'Gorse Gazette', 'Hollin Herald', 'The Island Sun', 'Jarrow Journal',
] as const;

export const FIRST_NAMES = [
  'Agnes', 'Bertil', 'Carla', 'Dov', 'Elspeth', 'Farid', 'Gudrun', 'Hamish', 'Inka', 'Joost', 'Katya', 'Lorcan', 'Mirela', 'Nadim', 'Oona', 'Pascal', 'Quentin', 'Rosalind', 'Stellan', 'Thea', 'Ugo', 'Vesna', 'Wilf', 'Yusra', 'Zoltan',
] as const;
export const LAST_NAMES = [
  'Abernet', 'Brandoll', 'Castlow', 'Dremond', 'Ellacott', 'Fairweth', 'Gantry', 'Hazelrig', 'Ingolds', 'Jessop', 'Kirkbane', 'Lofthus', 'Mabberly', 'Netherby', 'Oakeshot', 'Pemberly', 'Quillan', 'Rotherick', 'Sandeman', 'Thirlwell', 'Umfrey', 'Vantongeren', 'Wetherell', 'Yarborow', 'Zelinka',
] as const;
export const PLACES = [
  'Ashcombe', 'Birkholm', 'Coldwater Bay', 'Drayford', 'Elmsworth', 'Farrow Hill', 'Glenrath', 'Hexby', 'Inverlochy', 'Jasperton', 'Kelby', 'Langmere', 'Morvane', 'Nettleton', 'Orlestone', 'Penhallick', 'Ravensby', 'Stokeley', 'Thornwick', 'Ulverton', 'Vardø Sound', 'Wickstead', 'Yelverton', 'Zennor Quay',
] as const;
export const THINGS = [
  'chapel', 'harbour', 'viaduct', 'library', 'orchard', 'cannery', 'lighthouse', 'windmill', 'quarry', 'brewery', 'sawmill', 'aqueduct', 'observatory', 'greenhouse', 'shipyard', 'museum', 'reservoir', 'theatre', 'stadium', 'tannery', 'foundry', 'bakery', 'warehouse', 'crossing', 'boatyard', 'dairy', 'planetarium', 'racecourse', 'velodrome', 'schoolhouse',
] as const;

/**
 * What can be told of one kind of happening: every fact in several wordings. {place}, {thing}, {other} (a second thing), {who}
 * and {boss} (people of the happening), {n} and {m} (numbers) are filled in once a happening; {body} once a kind, for all of its happenings.
 */
export interface Kind {
  readonly name: string;
  readonly body: string;
  readonly titles: readonly string[];
  readonly facts: readonly (readonly string[])[];
}

export const KINDS: readonly Kind[] = [
  {
    name: 'storm', body: 'the National Weather Office',
    titles: ['Storm tears roof off {thing} in {place}', '{place} counts the cost of the storm', 'Gale leaves {n} homes dark around {place}', 'Wind wrecks {place} {thing}'],
    facts: [
      ['Winds of {n} miles an hour tore the roof off the {thing} in {place}.', 'In {place} the {thing} lost its roof to gusts of {n} miles an hour.'],
      ['About {m} homes around {place} were without power overnight.', 'Power failed in some {m} houses in and around {place}.'],
      ['{body} had warned of gales a day earlier.', 'A warning of gales by {body} had come the day before.'],
      ['Trees blocked the road past the {other}.', 'The road by the {other} was shut by fallen trees.'],
      ['{who}, who runs the {thing}, spent the night in the cellar.', 'The keeper of the {thing}, {who}, sat out the night in its cellar.'],
      ['Rain flooded streets, and fire crews pumped out cellars until morning.', 'Crews pumped water out of flooded cellars until dawn.'],
      ['Two people were treated for cuts at the hospital of {place}.', 'The {place} hospital treated two people who had been cut.'],
      ['Schools will stay closed until the damage has been looked at.', 'Pupils stay at home until engineers have inspected the schools.'],
    ],
  },
  {
    name: 'trial', body: 'the Crown Court',
    titles: ['{who} denies taking money from the {thing}', 'Trial over {place} {thing} money opens', 'Court hears of missing {thing} funds', '{who} in the dock over the {thing}'],
    facts: [
      ['{who} pleaded not guilty on the first day of the trial in {place}.', 'As the trial began in {place}, {who} denied all charges.'],
      ['Prosecutors say that {n} thousand crowns went missing from the {thing}.', 'According to the prosecution the {thing} was robbed of {n} thousand crowns.'],
      ['The judge, {boss}, told jurors not to read about the case.', 'Jurors were told by the judge, {boss}, to keep away from reports.'],
      ['{body} has set aside {m} days for the case.', 'The hearing before {body} is expected to last {m} days.'],
      ['An accountant of the {other} found the gap in the books.', 'The gap in the books was noticed by an accountant of the {other}.'],
      ['Emails shown to the jury spoke of a loan.', 'The jury saw emails in which a loan was mentioned.'],
      ['The defence calls the charge a mistake in bookkeeping.', 'It was a bookkeeping mistake, the defence argues.'],
      ['A verdict is not expected before the end of the month.', 'Jurors are unlikely to reach a verdict this month.'],
    ],
  },
  {
    name: 'strike', body: 'the United Trades Union',
    titles: ['Workers at {place} {thing} walk out', '{thing} strike in {place} enters its first night', 'Pay row shuts the {place} {thing}', 'Pickets at the {thing} gates'],
    facts: [
      ['Some {m} workers of the {thing} in {place} laid down their tools at dawn.', 'At dawn {m} workers walked out of the {thing} in {place}.'],
      ['They ask for {n} percent more pay.', 'Their demand is a rise in pay of {n} percent.'],
      ['{body} says that talks failed over night shifts.', 'Talks broke down over night shifts, according to {body}.'],
      ['{boss}, who owns the {thing}, offered half of that.', 'The owner of the {thing}, {boss}, offered half as much.'],
      ['Lorries queued as far as the {other}.', 'As far as the {other} stood a queue of lorries.'],
      ['{who}, a fitter with thirty years at the {thing}, carried the first placard.', 'The first placard was carried by {who}, a fitter at the {thing} for thirty years.'],
      ['Suppliers have stock for a week.', 'For a week suppliers can live off their stock.'],
      ['Both sides will meet a mediator.', 'A mediator is to meet both sides.'],
    ],
  },
  {
    name: 'fire', body: 'the County Fire Service',
    titles: ['Fire guts {thing} in {place}', 'Blaze at {place} {thing} was seen for miles', '{n} firefighters tackle {thing} blaze', '{place} wakes to smoke over the {thing}'],
    facts: [
      ['A fire gutted the {thing} in {place} on the night.', 'The {thing} of {place} burned down to its walls.'],
      ['{body} sent {n} firefighters.', 'At the height of it {n} firefighters of {body} were there.'],
      ['Flames were seen from {m} miles away.', 'People {m} miles off saw the flames.'],
      ['{who}, a watchman, raised the alarm.', 'The alarm was raised by {who}, the watchman.'],
      ['The cause is not known, and an inquiry has begun.', 'An inquiry will look for the cause.'],
      ['Guests of the {other} next door were led out in blankets.', 'Next door guests left the {other} wrapped in blankets.'],
      ['Nobody was hurt, though two men breathed in smoke.', 'Two men breathed in smoke; nobody else was harmed.'],
      ['Residents were told to keep their windows shut.', 'Windows should be kept shut, residents were told.'],
    ],
  },
  {
    name: 'council', body: 'the County Council',
    titles: ['{place} votes to sell its {thing}', 'Council sells the {thing}', 'Anger in {place} as the {thing} goes', '{thing} sale passes by one vote'],
    facts: [
      ['Councillors in {place} voted by {n} to {m} to sell the {thing}.', 'By {n} votes to {m} the {thing} of {place} is to be sold.'],
      ['{boss}, who leads the council, spoke of a hole in the budget.', 'A hole in the budget left no choice, council leader {boss} told the meeting.'],
      ['{who} handed in a petition of six thousand names.', 'A petition with six thousand names came from {who}.'],
      ['The money is to mend the {other}.', 'The {other} is to be mended with the money.'],
      ['{body} must still agree.', 'The sale needs the consent of {body}.'],
      ['The public gallery was full, and one man was led out.', 'One man was led out of a full public gallery.'],
      ['Bids must be in by the end of the quarter.', 'Until the quarter ends bids can be made.'],
      ['Two members did not take part because they own land nearby.', 'Owning land nearby, two members stayed away from the vote.'],
    ],
  },
];

/** What reporters add to anything; none of it tells what happened. */
export const PADDING = [
  'It was the third time this year that something of the kind made news in the county.', 'Neighbours brought tea and bread.', 'The minister for the region has asked for a report.', 'More is expected to be known on Friday.',
  'People stood in small groups and talked until late.', 'The mood was one of tired surprise.', 'A spokesman did not answer questions on Tuesday evening.', 'Insurance companies said it was too early to name a figure.',
  'The last train was held back for an hour.', 'In the market the talk was of little else.', 'A second statement was promised for the weekend.', 'Similar cases have been reported from the coast.',
] as const;
