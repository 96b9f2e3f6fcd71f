import { OnRecordError } from '../domain/errors.js';

/** The error for users behind one of the file system. */
export function fileError(path: string, cause: unknown): OnRecordError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  const missing = code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE' || code === 'ENAMETOOLONG';
  if (missing) return new OnRecordError('NOT_FOUND', `There is no file or folder ${JSON.stringify(path.slice(0, 200))}.`, { cause });
  const why = code === 'EACCES' || code === 'EPERM' ? 'Its permissions do not let this user read it.' : 'Reading it failed.';
  return new OnRecordError('UNREADABLE', `${JSON.stringify(path.slice(0, 200))} cannot be read. ${why}`, { cause });
}

/** What was thrown while an input was read. A failure of ours is INTERNAL, with the failure behind it: it must not keep the other inputs out. */
export const asIntakeError = (thrown: unknown): OnRecordError => (thrown instanceof OnRecordError ? thrown : new OnRecordError('INTERNAL', undefined, { cause: thrown }));
