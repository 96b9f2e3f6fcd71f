import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/extraction/index.js';
import type { ExtractedQuote } from '../../src/extraction/types.js';
import type { Span } from '../../src/text/spans.js';

/** Mention, cue and content of every quote of a text, in order; the parts of a split content with a bar between them. */
const linksOf = (text: string): string[][] => createExtractor().extract(text).quotes.map((q) => link(text, q));

const link = (text: string, q: ExtractedQuote): string[] => [q.mention, q.cue, q.content].map((spans: readonly Span[]) => spans.map((s) => text.slice(s.start, s.end)).join(' | '));

describe('a quotation that an earlier sentence closed', () => {
  it('stays with its sentence where it is a part of it', () => {
    expect(linksOf('Two samples were found “at levels that call for boiling.” The report does not say where.')).toEqual([]);
    expect(linksOf('Ana Reyes called the road “a disaster for us all.” Paul Orr did not say where he stood.')).toEqual([
      ['Ana Reyes', 'called', 'the road “a disaster for us all.”'],
    ]);
    expect(linksOf('Ana Reyes called the road “a disaster for us all.” She added: “Close it.”')).toEqual([
      ['Ana Reyes', 'called', 'the road “a disaster for us all.”'],
      ['She', 'added', '“Close it.”'],
    ]);
  });

  it('goes to the cue behind it where it is the whole of its sentence', () => {
    expect(linksOf('“The road is a disaster for us all.” Paul Orr said on Monday.')).toEqual([['Paul Orr', 'said', '“The road is a disaster for us all.”']]);
  });
});

describe('a relative clause around the verb', () => {
  it.each([
    ['The minister, who said the dam was dead, resigned on Monday.', ['who', 'said', 'the dam was dead']],
    ['President Quill, who has spent the year demanding an apology, was gracious on Friday.', ['who', 'demanding', 'an apology']],
    ['Marta Quill, who has called for a new dam, and Jonas Orr, who built the old one, met in Lund.', ['who', 'has called for', 'a new dam']],
    ['The dam was built by Marta Quill, who said the old one, cracked since May, was beyond repair.', ['who', 'said', 'the old one, cracked since May, was beyond repair']],
  ])('ends its content at the comma that leads back to the subject: %s', (text, quote) => {
    expect(linksOf(text)).toEqual([quote]);
  });

  it.each([
    ['Two officials who asked not to be named said the report had been discussed.', ['Two officials who asked not to be named', 'said', 'the report had been discussed']],
    ['An aide who has worked on the dam for years said that it was a fake.', ['An aide who has worked on the dam for years', 'said', 'that it was a fake']],
    ['The men who built the dam left so they said nothing was wrong.', ['they', 'said', 'nothing was wrong']],
  ])('belongs to the mention of the verb behind it: %s', (text, quote) => {
    expect(linksOf(text)).toEqual([quote]);
  });

  it('ends at the verb of the main clause where no comma closes it', () => {
    expect(linksOf('An aide who had seen the letter said that it was a fake.')).toEqual([
      ['who', 'had seen', 'the letter'],
      ['An aide who had seen the letter', 'said', 'that it was a fake'],
    ]);
  });

  it('says nothing where a source only asks not to be named', () => {
    expect(linksOf('Jonas Orr asked not to be identified. Ana Reyes declined to be named. Paul Orr requested anonymity.')).toEqual([]);
  });
});

describe('the second half of a quotation', () => {
  it.each([
    ['behind a phrase that says what is meant', '“It was built in a hurry,” Marta Quill said, referring to the dam. “It shows.”'],
    ['behind more of what was said', '“It was built in a hurry,” Marta Quill said, adding that the dam leaked. “It shows.”'],
    ['behind a relative clause', '“It was built in a hurry,” said Marta Quill, who said the dam leaked. “It shows.”'],
    ['behind the question', '“It was built in a hurry,” Marta Quill said when asked if the dam was safe. “It shows.”'],
    ['behind "But"', '“It was built in a hurry,” Marta Quill said of the dam. But “it shows.”'],
  ])('goes to the first half: %s', (_where, text) => {
    const [first] = linksOf(text);
    expect([first[1], first[2].toLowerCase()]).toEqual(['said', '“it was built in a hurry,” | “it shows.”']);
  });

  it.each([
    ['what somebody else had said before', '“It was built in a hurry,” Marta Quill said at the gate, two hours after neighbours declared it a ruin. “It shows.”'],
    ['what the speaker had said before', '“It was built in a hurry,” Marta Quill told Orr after hinting that “a few stones” were loose. “It shows.”'],
    ['a word that the speaker has for it', '“It was built in a hurry,” said Marta Quill, referring to what she calls the “ruined” wall. “It shows.”'],
    ['a few of the words, not all', '“It was built in a hurry,” Marta Quill said, adding that its walls were “a few stones.” “It shows.”'],
  ])('goes over %s', (_what, text) => {
    expect(linksOf(text)[0][2]).toBe('“It was built in a hurry,” | “It shows.”');
  });

  it('is no part of the narrator’s sentence, and no title', () => {
    expect(linksOf('“Let me give you the facts,” Jonas Orr said after a brief “sorry” to the mayor.')).toEqual([['Jonas Orr', 'said', '“Let me give you the facts,”']]);
    expect(linksOf('“They laugh at us,” said Jonas Orr.\n\n“Days of Rain” is a play about the dam.')).toEqual([['Jonas Orr', 'said', '“They laugh at us,”']]);
    expect(linksOf('“They laugh at us,” said Jonas Orr.\n\n“Days of Rain,” a play about the dam, opened in Lund.')).toEqual([['Jonas Orr', 'said', '“They laugh at us,”']]);
  });

  it('is taken whole where it runs over sentences', () => {
    expect(linksOf('“It will not do,” Orr said. There is “a heap of sand behind it. And the wall leaks.”')).toEqual([['Orr', 'said', '“It will not do,” | “a heap of sand behind it. And the wall leaks.”']]);
  });

  it('is no heading in single marks, but may have them throughout', () => {
    expect(linksOf('“They laugh at us,” said Jonas Orr.\n\n‘A very hard year.’\n\nIt rained.')).toEqual([['Jonas Orr', 'said', '“They laugh at us,”']]);
    expect(linksOf('‘They laugh at us all,’ said Jonas Orr. ‘It was a very hard year.’')).toEqual([['Jonas Orr', 'said', '‘They laugh at us all,’ | ‘It was a very hard year.’']]);
  });
});

it('that follows its verb ends there, where a whole sentence stands in marks', () => {
  expect(linksOf('Orr chanted “Whose dam is it?” and stayed at the gate till two.')).toEqual([['Orr', 'chanted', '“Whose dam is it?”']]);
  expect(linksOf('Orr said in a letter that, “Of course the dam will hold” against the rain.')).toEqual([['Orr', 'said', 'that, “Of course the dam will hold” against the rain']]);
});

describe('somebody and a verb right behind a quotation', () => {
  it.each([
    ['a verb that no list has', '“It will not last a year,” he surmised. “Look at it.”', ['he', 'surmised', '“It will not last a year,” | “Look at it.”']],
    ['the same behind a whole phrase', '“Let me help you out there,” the retired mayor of Lund riffed on that answer.', ['the retired mayor of Lund', 'riffed', '“Let me help you out there,”']],
    ['the same in front', '“Enough!” blared the front page of the Gazette.', ['the front page of the Gazette', 'blared', '“Enough!”']],
    ['a phrase before the verb', '“They had a good plan,” Orr, after a long pause, said of them.', ['Orr', 'said', '“They had a good plan,”']],
    ['an age before the verb', '“All of them are friends of mine,” Orr, 49, told The Lund Gazette.', ['Orr, 49', 'told', '“All of them are friends of mine,”']],
    ['a verb that takes an object elsewhere', '“What has made him change?” Quill questioned.', ['Quill', 'questioned', '“What has made him change?”']],
  ])('say who spoke: %s', (_what, text, link) => {
    expect(linksOf(text)).toEqual([link]);
  });

  it.each([
    ['the narrator goes on behind a question', '“What has made him change?” Quill opened the gate of the dam.'],
    ['the quotation is a title', '“Days of Rain,” Ana Quill’s first play, opened in Lund.'],
    ['the quotation is over', '“What has made him change is the rain.” Quill walked off.'],
  ])('say nothing where %s', (_where, text) => {
    expect(linksOf(text).filter(([mention]) => mention !== '')).toEqual([]);
  });
});

describe('the name under a quotation', () => {
  it('says whose it is', () => {
    expect(linksOf('“The dam leaks. We all know it.” ― Ana Reyes\n\n“It has leaked for years.” — Paul Orr, a baker from Lund')).toEqual([
      ['Ana Reyes', '―', '“The dam leaks. We all know it.”'],
      ['Paul Orr', '—', '“It has leaked for years.”'],
    ]);
  });

  it('is none where the sentence goes on, or where it is not alone', () => {
    expect(linksOf('“The dam leaks badly now” — Ana Reyes knew it well.')).toEqual([['', '', '“The dam leaks badly now”']]);
    expect(linksOf('Many know “The Mill on the Dam” — Ana Reyes')).toEqual([]);
  });
});

describe('a quotation without a cue', () => {
  it('behind reported words is a quote of its own with the same cue', () => {
    expect(linksOf('The dam could not be mended, Marta Quill added. “We are not able to say more. Ask the mayor.”')).toEqual([
      ['Marta Quill', 'added', 'The dam could not be mended'],
      ['Marta Quill', 'added', '“We are not able to say more. Ask the mayor.”'],
    ]);
  });

  it('behind another quotation goes on with it', () => {
    expect(linksOf('Marta Quill said the dam was “a sieve”. “We are not able to say more.”')).toEqual([['Marta Quill', 'said', 'the dam was “a sieve” | “We are not able to say more.”']]);
  });
});

describe('a verb that reports nothing here', () => {
  it.each([
    'Marta Quill would not say it.',
    'Jonas Orr added nothing.',
    'Ana Reyes repeated these words.',
    'Jonas Orr added a date and a place to the list.',
    'Marta Quill has called a meeting for Monday.',
    'Marta Quill called the meeting.',
    'The storm highlights the weakness of the dams.',
    'This urgent update reveals a critical moment.',
    'We have asked for the recording.',
    'We have agreed to print it in full.',
  ])('%s', (text) => {
    expect(linksOf(text)).toEqual([]);
  });

  it.each([
    ['Marta Quill called the meeting a farce.', ['Marta Quill', 'called', 'the meeting a farce']],
    ['Marta Quill called him unfit.', ['Marta Quill', 'called', 'him unfit']],
    ['Marta Quill called the plan “absurd”.', ['Marta Quill', 'called', 'the plan “absurd”']],
    ['The report highlights the weakness of the dams.', ['The report', 'highlights', 'the weakness of the dams']],
    ['Marta Quill highlighted the weakness of the dams.', ['Marta Quill', 'highlighted', 'the weakness of the dams']],
    ['Jonas Orr added the dam was safe.', ['Jonas Orr', 'added', 'the dam was safe']],
    ['Marta Quill said it herself: “The dam is gone.”', ['Marta Quill', 'said', '“The dam is gone.”']],
  ])('but it does in: %s', (text, quote) => {
    expect(linksOf(text)).toEqual([quote]);
  });
});

describe('where a content ends', () => {
  it.each([
    ['Marta Quill said the dam was safe, while Jonas Orr said it was a sieve.', ['the dam was safe', 'it was a sieve']],
    ['Marta Quill believes that the dam is safe, although Jonas Orr thinks it is not.', ['that the dam is safe', 'it is not']],
    ['Marta Quill said the dam was safe, hours after a report said that it was not.', ['the dam was safe', 'that it was not']],
    ['Marta Quill said the dam was safe — two days after Jonas Orr said it was not.', ['the dam was safe', 'it was not']],
    ['Marta Quill denied the charge after accusing Jonas Orr of theft.', ['the charge', 'Jonas Orr of theft']],
    ['Marta Quill defended the plan by saying that it was cheap.', ['the plan', 'that it was cheap']],
    ['Marta Quill backed the plan following a meeting in Lund.', ['the plan']],
    ['Marta Quill endorsed the plan on Monday night.', ['the plan']],
    ['Marta Quill called for a vote on Monday’s plan.', ['a vote on Monday’s plan']],
  ])('before the words of the narrator: %s', (text, contents) => {
    expect(linksOf(text).map(([, , content]) => content)).toEqual(contents);
  });

  it.each([
    ['Marta Quill claims that the pilot told the tower, believing it to be a collision.', ['that the pilot told the tower, believing it to be a collision']],
    ['Marta Quill said the town had waited and hoped for rain.', ['the town had waited and hoped for rain']],
    ['Marta Quill spoke of friendship being not only restored but also continued.', ['friendship being not only restored but also continued']],
    ['Marta Quill said the dam was being not only mended but also promoted.', ['the dam was being not only mended but also promoted']],
    ['Marta Quill said the dam was safe, adding that it would last.', ['the dam was safe', 'that it would last']],
    ['Marta Quill said the dam was safe and urged farmers to stay.', ['the dam was safe', 'farmers to stay']],
  ])('not before what an inner subject thinks, only before the next thing said: %s', (text, contents) => {
    expect(linksOf(text).map(([, , content]) => content)).toEqual(contents);
  });
});

it('a comma inside the marks ends a content that they hold', () => {
  expect(linksOf('Hundreds of neighbours marched, chanting “No dam, no rain,” which raised hopes in Lund.').map(([, , content]) => content)).toEqual(['“No dam, no rain,”']);
  expect(linksOf('Orr had said “We will see,” when he was still the mayor.').map(([, , content]) => content)).toEqual(['“We will see,”']);
  expect(linksOf('Orr called it “a heap of sand,” and “a shame.”').map(([, , content]) => content)).toEqual(['it “a heap of sand,” and “a shame.”']);
});

it('a verb that no list has ends the subject, of which a participle tells more', () => {
  expect(linksOf('Hundreds of neighbours marched through Lund, chanting “No dam at all!”')).toEqual([['Hundreds of neighbours', 'chanting', '“No dam at all!”']]);
});

describe('a clause that leads up to the main one', () => {
  it.each([
    ['Asked whether he would seek another term, Jonas Orr said he would not.', [['Jonas Orr', 'said', 'he would not']]],
    ['When asked about the dam, Jonas Orr said: “It holds.”', [['Jonas Orr', 'said', '“It holds.”']]],
    ['Although the dam had cracked twice, Jonas Orr said, “It holds.”', [['Jonas Orr', 'said', '“It holds.”']]],
    ['Three days after the bank refused to lend, the ferry closed its doors.', [['the bank', 'refused', 'to lend']]],
    ['Jonas Orr learned two years ago that the dam was weak.', [['Jonas Orr', 'learned', 'that the dam was weak']]],
  ])('%s', (text, quotes) => {
    expect(linksOf(text)).toEqual(quotes);
  });
});

describe('a quotation without a cue of its own', () => {
  it('that is left open behind a report is part of it, not of the next paragraph', () => {
    expect(linksOf('“Quill says what people like to hear,” Orr said. “But a mayor cannot say anything.\n\n“I want to be right, not liked,” he continued.')).toEqual([
      ['Orr', 'said', '“Quill says what people like to hear,” | “But a mayor cannot say anything.'],
      ['he', 'continued', '“I want to be right, not liked,”'],
    ]);
  });

  it('goes on with the quotation that a cue in the paragraph before led to', () => {
    expect(linksOf('Stated Quill:\n\n“The dam is old.”\n\n“It will not hold for another year.”\n\nIt rained.').map(([, , content]) => content)).toEqual(['“The dam is old.” | “It will not hold for another year.”']);
    expect(linksOf('The mayor notes:\n\n“The dam is old.\n\n“It will not hold for another year.”\n\nIt rained.').map(([, , content]) => content)).toEqual(['“The dam is old. | “It will not hold for another year.”']);
  });

  it('that runs over paragraphs is one', () => {
    expect(linksOf('Then it rained.\n\n“It was a hard year for the whole valley.\n\n“We lost two bridges and a school.\n\n“We will build them again.”\n\nIt rained on.')).toEqual([
      ['', '', '“It was a hard year for the whole valley. | “We lost two bridges and a school. | “We will build them again.”'],
    ]);
  });

  it('is set apart over the full name that signs it', () => {
    expect(linksOf('The dam is old.\n\n"If the vote is lost, that will be a problem for her.\nFormer Tarn Council president Ben Orr."\n\nIt rained.')).toEqual([
      ['Ben Orr', '', '"If the vote is lost, that will be a problem for her.'],
    ]);
    expect(linksOf('The dam is old.\n\n“We fought for this valley and for its people.\nThank you all.”').map(([mention]) => mention)).toEqual(['']);
  });

  it('goes over one sentence of the narrator, not over two, nor into a sentence that goes on', () => {
    expect(linksOf('“Those are small towns,” Orr said. They lie far from Lund. “That is a hard road.”')).toEqual([['Orr', 'said', '“Those are small towns,” | “That is a hard road.”']]);
    expect(linksOf('“Those are small towns,” Orr said. They lie far from Lund. Few live there. “That is a hard road.”')[0]).toEqual(['Orr', 'said', '“Those are small towns,”']);
    expect(linksOf('“Those are small towns,” Orr said. They lie far from Lund. “That is a hard road” is what they sing there.')[0]).toEqual(['Orr', 'said', '“Those are small towns,”']);
  });

  it('goes over what somebody did not say, and does not belong to it', () => {
    expect(linksOf('“Those are small towns,” Orr said. He didn’t suggest a change. “That is a hard road for us all.”')[0]).toEqual(['Orr', 'said', '“Those are small towns,” | “That is a hard road for us all.”']);
  });

  it('between a comma and a verb names the work before it', () => {
    expect(linksOf('Ana Quill’s commentary, “Tell us what became of the dam,” is very thoughtful.')).toEqual([]);
  });

  it('that a year in brackets dates is a work', () => {
    expect(linksOf('“We want no more dams in Lund!” (poster of the Greens, 2008) — “Yes to the great bridge of Pell!” (2015).')).toEqual([]);
  });

  it('over whose author it says "by" is the title of an article', () => {
    expect(linksOf('NOW OPEN—“Dam to be rebuilt in the spring after all,” by the Gazette’s Ana Quill')).toEqual([]);
  });
});

it('takes a nickname for a part of the name', () => {
  expect(linksOf('“It was a dark day for the valley,” said Marcia “Cia” Orr, a councillor. “We will go on.”')).toEqual([
    ['Marcia “Cia” Orr, a councillor', 'said', '“It was a dark day for the valley,” | “We will go on.”'],
  ]);
});

it('does not end the sentence at a title', () => {
  expect(linksOf('“We have to stop this,” said Del. Stacey Plume, who led the debate.')).toEqual([['Del. Stacey Plume, who led the debate', 'said', '“We have to stop this,”']]);
});
