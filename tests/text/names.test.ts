import { describe, expect, it } from 'vitest';
import { speakerKey, surnameOf } from '../../src/text/names.js';

describe('speakerKey', () => {
  it.each([
    ['President Marta Q. Quill', 'Marta Quill'],
    ['Marta Quill’s', 'Marta Quill'],
    ['Quill, Jr.', 'Quill'],
    ['the late Sir Anders Holm', 'Anders Holm'],
    ['G. K. Butterworth', 'G.K. Butterworth'],
    ['Élodie Brûlé', 'Elodie Brule'],
    ['THE RIVER AUTHORITY', 'River Authority'],
    ['Dr. Amos Rowe III', 'amos rowe'],
  ])('%s is %s', (a, b) => {
    expect(speakerKey(a)).toBe(speakerKey(b));
    expect(speakerKey(a)).not.toBe('');
  });

  it('leaves out a nickname in quotation marks', () => {
    expect(speakerKey('Marcia “Cia” Orr')).toBe(speakerKey('Marcia Orr'));
    expect(speakerKey('Del. Marcia "Cia May" Orr')).toBe(speakerKey('Marcia Orr'));
  });

  it('keeps different people apart', () => {
    expect(speakerKey('Marta Quill')).not.toBe(speakerKey('Jonas Quill'));
  });

  it('leaves something of a name that is a title', () => {
    expect(speakerKey('The President')).toBe('president');
  });

  it('is stable: the key of a key is itself', () => {
    for (const name of ['Sen. Ana-Maria de la Cruz Jr.', 'U.S. Army', "O'Neil", 'AT&T Inc.', '東京電力']) expect(speakerKey(speakerKey(name))).toBe(speakerKey(name));
  });

  it('gives the surname', () => {
    expect(surnameOf('Dr. Marta Q. Quill, Jr.')).toBe('quill');
  });
});
