/** By what several rules tell a quotation, and the words beside one. */

/** What stands inside marks is a whole sentence. */
export const SENTENCE = /^\p{Lu}.*[.!?]$/su;
/** Words, in small letters, behind which the sentence goes on as it was. */
export const COORDINATING = /^(?:and|but|or|then)$/;
/** The past form of a verb that no list has. */
export const PAST = /\p{Ll}{2,}ed$/u;
