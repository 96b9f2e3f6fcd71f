/** The extraction engine with the model that comes with the program. */
import { readFileSync } from 'node:fs';
import { OnRecordError } from '../domain/errors.js';
import { createExtractor, ModelError } from '../extraction/index.js';
import type { Extractor } from '../extraction/types.js';

const MODEL = new URL('../../models/quotes.en.bin', import.meta.url);

/** @throws OnRecordError INVALID_MODEL where the file is missing or of another version */
export function openExtractor(): Extractor {
  try {
    return createExtractor(readFileSync(MODEL));
  } catch (cause) {
    if (cause instanceof ModelError) throw new OnRecordError('INVALID_MODEL', cause.message, { cause });
    throw new OnRecordError('INVALID_MODEL', 'models/quotes.en.bin cannot be read. Install OnRecord anew, or train a model (npm run train).', { cause });
  }
}
