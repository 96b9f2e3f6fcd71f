/** Invented articles: a bridge, told by four outlets and a leaflet without any. */
import type { ArticleDraft } from '../../../src/app/types.js';

const REPORT = `The town of Vennby will have its bridge back sooner than anybody hoped.

“We will reopen the bridge before the first snow falls on the valley,” said Mayor Ida Lund. She added that the steel had already been ordered from the mill at Orrel.

Jonas Berg, a harbour engineer, said the old piers were stronger than anybody had expected. “The old piers have carried heavier loads than this,” Berg said.

The bridge was closed in January after a barge struck its middle arch and left a crack as wide as a hand. Since then the people of both banks have crossed by a ferry that runs twice an hour and stops at dusk. Shops near the landing say that their takings have fallen by a third, and the school on the far bank has moved its first lesson to nine.`;

export const BRIDGE: readonly ArticleDraft[] = [
  {
    title: 'Bridge to open before winter', body: REPORT, sourceName: 'Vennby Post', sourceDomain: 'vennbypost.example',
    url: 'https://vennbypost.example/bridge', publishedAt: '2025-03-01', language: 'en', byline: 'Petra Holm', publisherId: 'vp-1',
  },
  {
    title: 'Vennby bridge back before snow', body: REPORT, sourceName: 'The Quay', sourceDomain: 'quay.example',
    url: 'https://quay.example/1', publishedAt: '2025-03-02T08:00:00Z', language: 'en',
  },
  {
    title: 'Lund promises a bridge', sourceName: 'Orrel Gazette', sourceDomain: 'orrelgazette.example', url: 'https://orrelgazette.example/lund', publishedAt: '2025-03-03',
    body: `Mayor Ida Lund was in good spirits on Monday.

“We will reopen the bridge before the first snow falls on the valley,” Lund said. “Nobody will have to wait for the ferry at Christmas.”

The opposition was not convinced. “Promises do not carry carts,” said Tomas Reiter, a councillor.

Hanne Vik, a baker, said she would believe it when she saw it.`,
  },
  {
    title: 'Councillor doubts the date', sourceName: 'Vennby Post', sourceDomain: 'vennbypost.example', url: 'https://vennbypost.example/doubt', publishedAt: '2025-04-01',
    body: `Tomas Reiter, a councillor, said the work would take two winters.

“Promises do not carry carts,” said Reiter. According to Ida Lund, the bridge will reopen before the first snow.`,
  },
  { title: 'A leaflet', body: 'Jonas Berg said the ferry would run until the last day. “It will run until the very last day,” Berg said.' },
];
