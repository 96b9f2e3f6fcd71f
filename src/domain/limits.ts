/** Ten megabytes of UTF-8, in bytes: longer than any article. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** UTF-16 units of the body on either side of a quote that may name the occasion. */
export const CONTEXT_UNITS = 400;
