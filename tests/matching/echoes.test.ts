import { describe, expect, it } from 'vitest';
import { echoOf } from '../../src/matching/index.js';

describe('echoes', () => {
  it.each([
    ['the same line', '“We shall bring the railway back to this valley,”', '“We shall bring the railway back to this valley!”', 'VERBATIM'],
    ['a line within a longer one', '“We shall bring the railway back.”', '“My friends, we shall bring the railway back, and the mill will open.”', 'VERBATIM'],
    ['nearly the same words', '“We shall bring the old railway back to this valley of ours,”', '“We shall bring the railway back to this valley of ours again,”', 'NEAR_VERBATIM'],
  ])('%s', (_name, a, b, match) => {
    expect(echoOf(a, b)).toMatchObject({ match });
    expect(echoOf(b, a)).toEqual(echoOf(a, b));
  });

  it.each([
    ['words that everybody says', '“Thank you very much,”', '“Thank you very much,”'],
    ['grammar alone', '“It is what it is,”', '“It is what it is,”'],
    ['one telling word', '“We will win,”', '“We will win,”'],
    ['the same in other words', '“We shall bring the railway back to this valley,”', 'that trains would run through the valley again'],
    ['the opposite', '“We shall bring the railway back to this valley,”', '“We shall never bring the railway back to this valley,”'],
    ['nothing', '', ''],
  ])('are none: %s', (_name, a, b) => expect(echoOf(a, b)).toBeNull());
});
