/** The contract of the SQL store's port: every store that claims it runs this one suite. */
import { describe } from 'vitest';
import { echoContract } from './store-echoes.js';
import { boilerplateContract } from './store-boilerplate.js';
import type { OpenStore } from './store-fixture.js';
import { groupContract } from './store-groups.js';
import { jointSpeakerContract } from './store-joint.js';
import { listContract } from './store-lists.js';
import { matchingContract } from './store-matching.js';
import { overlapContract } from './store-overlaps.js';
import { ownWordsContract } from './store-own-words.js';
import { pagingContract } from './store-paging.js';
import { recordContract } from './store-records.js';
import { speakerContract } from './store-speakers.js';
import { storyContract } from './store-stories.js';
import { transactionContract } from './store-transactions.js';

/** @param open opens a new, empty store */
export function storeContract(name: string, open: () => Promise<OpenStore>): void {
  describe(`the store's contract: ${name}`, () => {
    recordContract(open);
    speakerContract(open);
    jointSpeakerContract(open);
    listContract(open);
    pagingContract(open);
    matchingContract(open);
    overlapContract(open);
    groupContract(open);
    ownWordsContract(open);
    echoContract(open);
    storyContract(open);
    boilerplateContract(open);
    transactionContract(open);
  });
}
