/** Ten megabytes of UTF-8, in bytes: longer than any article. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;
