/** How page furniture reads in English. Each pattern holds for a whole paragraph unless it says otherwise. */
import type { NoiseKind } from '../types.js';

export const PARAGRAPH_NOISE: readonly (readonly [NoiseKind, RegExp])[] = [
  ['LINK', /^\s*(?:READ (?:MORE|ALSO|NEXT)|SEE ALSO|RELATED|WATCH|Read more|Read also|Read next|See also|Related(?: stor(?:y|ies)| articles?| content)?|More on this|Also read|Recommended(?: for you)?|You may also like|Don['’]t miss|Click here)\b\s*(?:[:|>»–-]|$|(?=[A-Z]))/u],
  ['SHARE', /^\s*(?:share|tweet|print|email|comments?|copy link|save|listen|advertisement|story continues below(?: advertisement)?|skip (?:past newsletter promotion|to (?:main )?content)|exit mobile version|share (?:this|on|via)\b.{0,40}|\d+ (?:shares?|comments?)|leave a comment|post a comment|back to top|most read|trending(?: now)?|top stories)[\s.:!]*$/iu],
  ['PROMOTION', /^\s*(?:(?:please |click here to |don['’]t forget to )?(?:subscribe|sign up|register|download (?:the|our) app|get (?:the latest|our|the best|breaking|more)|stay (?:current|informed|updated|up to date|tuned|connected)|follow\b.{0,60}\bon (?:social media|twitter|facebook|instagram|telegram|whatsapp|x|google|youtube|threads|linkedin)|like us on|join (?:our|us on)|follow us)|support (?:our|independent) journalism|(?:our|the) newsletter|want more stories like this|like this story\?|(?:please )?donate (?:to|now|today)|thank you for reading|(?:got|have|do you have) a (?:story|tip|news tip)\b.{0,40}\?)/iu],
  ['OTHER', /^\s*(?:©|\(c\)|(?:copyright|all rights reserved|this (?:article|story) (?:was|is) (?:first |originally )?published|this (?:article|story) has been (?:updated|corrected)|(?:the )?associated press contributed to this report|(?:first|last) published|last (?:updated|modified)|published(?: on)?:|updated(?: on)?:|terms of (?:use|service)|privacy policy|cookie|(?:if you (?:wish|want|would like) to|to) (?:raise|report|request) an? (?:matter of accuracy|correction|complaint|error|mistake|inaccuracy))\b)/iu],
  ['OTHER', /^\s*[*_]?[\p{L} ]{2,40} is (?:an? [\p{L}-]+ (?:[\p{L}-]+ )?(?:organi[sz]ation|newsroom|publication)|(?:funded|supported) by (?:its|our) (?:readers|members|donors))\b.{0,120}$/u],
  ['IMAGE_CREDIT', /^\s*[([]?(?:image|images|photo|photograph|photos|picture|pictures|pic|credit|file photo|video|illustration|photo credit|image credit)s?(?: by| courtesy(?: of)?| credit| source)?\s*[:|/]/iu],
  ['BYLINE', /^\s*(?:\p{Lu}[\p{L}.'’-]+\s+){1,3}\p{Lu}[\p{L}.'’-]+,\s+(?:\p{Lu}[\p{L}'’-]+\s+){0,4}(?:Editor|Correspondent|Reporter|Writer|Columnist|Analyst|Critic|Producer)\s*$/u],
  ['BYLINE', /^\s*(?:[Bb]y|BY|[Rr]eporting by|[Ww]ritten by|[Ee]dited by|[Aa]dditional reporting by|[Ww]ords by)\s+(?:\p{Lu}[\p{L}.'’-]+\s*(?:,|and|&|\|)?\s*){1,8}(?:\(?.{0,30}\)?)$/u],
  ['DATELINE', /^\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:\p{Lu}\p{Ll}{2,8}\.?\s+\d{1,2}|\d{1,2}\s+\p{Lu}\p{Ll}{2,8}),?\s+\d{4}(?:,?\s+(?:at\s+)?\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s+\p{Lu}{2,4})?)?\s*$/u],
  ['DATELINE', /^\s*(?:\p{Lu}[\p{Lu}.'’ -]{2,30})(?:,\s*[\p{L}. ]{2,30})?(?:\s*\([\p{L} ]{2,20}\))?\s*[:—–-]?\s*$/u],
];

/** Stretches inside a paragraph: links glued into the text, the credit at the end of a caption, the dateline before the first word. */
export const INLINE_NOISE: readonly (readonly [NoiseKind, RegExp])[] = [
  ['LINK', /READ(?<=(?:^|[\s.!?…”"')\p{Ll}])READ) (?:MORE|ALSO|NEXT)\s*:?.*?(?=READ (?:MORE|ALSO|NEXT)|$)/gu],
  ['LINK', /[([]\s*(?:read more|see also|related|watch|click here)\s*:?[^)\]\n]{0,200}[)\]]/giu],
  ['IMAGE_CREDIT', /[([](?:image|photo|photograph|picture|pic|credit|file photo|photo credit|image credit|source)s?(?: by| courtesy(?: of)?)?\s*:\s*[^)\]\n]{1,120}[)\]]/giu],
  ['IMAGE_CREDIT', /\((?:[\p{L}\s/.&-]{2,40}\s)?(?:pic|photo|image|file photo|via (?:AP|Reuters|AFP))\)/gu],
];

/** Each of these holds one of those: few paragraphs do. */
export const INLINE_NOISE_SIGN = /[([]|READ /u;

/** A dateline before the first sentence: "NEW YORK, Nov. 19 (UPI) — ". */
export const DATELINE_START = /^\s*\p{Lu}[\p{Lu}.'’ -]{2,30}(?:,\s*[\p{L}. ]{2,30})?(?:,?\s*(?:\p{Lu}\p{Ll}{2,8}\.?\s+\d{1,2}(?:,\s*\d{4})?))?\s*(?:\([\p{L}\d ./-]{2,24}\)\s*)?(?:—|–|--|-)\s+(?=\p{Lu}|[“"‘])/u;
/** The first word of a breaking-news lead. */
export const LABEL_START = /^\s*(?:UPDATE|BREAKING|EXCLUSIVE|DEVELOPING|JUST IN|URGENT)(?:\s*\d*)?\s*[:–—-]\s*/u;
/** A caption that ends in a credit is a caption as a whole. */
export const CAPTION_END = /[([](?:image|photo|picture|pic|credit|source|file)[^)\]]{0,120}[)\]]\s*$|\((?:[\p{L}\s/.&-]{2,40}\s)?(?:pic|photo|image|file photo)\)\s*$|[.!?]\s+(?:image|photo|photograph|picture|pic|credit)s?\s*:\s*[^.:]{2,60}$/iu;
/** A line of a list; behind "READ MORE" it is a link. */
export const LIST_ITEM = /^\s*[•·▪‣*–-]\s+\S/u;
