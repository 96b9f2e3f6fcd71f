/** How English pages credit a news agency. An agency is whatever stands in such a place; there is no list of them. */

/** Words that the names of agencies have. */
const AGENCY_WORD = String.raw`(?:Press|Presse|Agency|Newswires?|Wires?|News Service|News Agency|Reuters)`;
const NAME_WORD = String.raw`\p{Lu}[\p{L}'’&.-]*`;
const ACRONYM = String.raw`\p{Lu}{2,5}`;
/** A name with an agency's word in it, or an acronym. */
const AGENCY = String.raw`(?:the\s+|The\s+)?((?:${NAME_WORD}\s+){0,4}${AGENCY_WORD}(?:\s+${NAME_WORD}){0,2}|${ACRONYM})(?![\p{L}\p{N}])`;

/** "LONDON (AP) —", "(Reuters) -", "NEW YORK, Nov. 19 (UPI) —": in brackets, between the place and the dash. */
export const DATELINE_CREDIT = new RegExp(String.raw`^\s*(?:\p{Lu}[\p{L}.'’/ -]{1,40}(?:,[\p{L}\p{N}. ]{1,30})*\s*)?\((${NAME_WORD}(?:\s+${NAME_WORD}){0,3})\)\s*(?:—|–|--|-)\s`, 'u');
/** No agency, though it stands there: "LONDON (Monday) —", "PARIS (May 5) —". */
export const NO_AGENCY = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\p{Ll}*\.?|Updated?|Live|Photos?|Video|File)\b/u;
/** "By Ann Lee, Associated Press", "By The Associated Press", "Ann Lee | AFP": a whole line. */
export const BYLINE_CREDIT = new RegExp(String.raw`^\s*(?:(?:[Bb]y|BY)\s+)?(?:${NAME_WORD}(?:\s+(?:and\s+)?${NAME_WORD}){0,6}\s*(?:,|\||/|–|—|-|for)\s*)?${AGENCY}\s*$`, 'u');
/** Such a line must be marked as a byline: by its first word, or by what divides the two names. */
export const BYLINE_SIGN = /^\s*(?:by|BY|By)\s|[,|/–—]/u;
/** "Additional reporting by AFP", "With reporting from the Associated Press", "Reuters contributed to this report". */
export const PART_CREDITS: readonly RegExp[] = [
  new RegExp(String.raw`(?:[Aa]dditional|[Ff]urther|[Ww]ith|[Ii]ncludes|[Ii]ncluding)\s+(?:reporting|material|files?|information|input)\s+(?:by|from)\s+${AGENCY}`, 'u'),
  new RegExp(String.raw`${AGENCY}\s+contributed\s+to\s+this\s+(?:report|story|article)`, 'u'),
];
/** "Source: Xinhua", "Agency: AFP": a line of its own; what follows is the name. */
export const SOURCE_LINE = new RegExp(String.raw`^\s*(?:Source|SOURCE|Agency|AGENCY|Credit)\s*:\s*((?:the\s+|The\s+)?${NAME_WORD}(?:\s+${NAME_WORD}){0,4})\s*\.?\s*$`, 'u');
