// The search-as-you-type box of the start page, over the API's `suggest`.
const QUERY = `query Suggest($prefix: String!) {
  suggest(prefix: $prefix, first: 5) {
    speakers { label { text spans { start end } } node { ... on Speaker { type quoteCount } } }
    statements { label { text spans { start end } } node { ... on Statement { sourceCount speaker { name } } } }
    quotes { label { text spans { start end } } node { ... on Quote { speaker { name } article { source { name } } } } }
    articles { label { text spans { start end } } node { ... on Article { publishedAt source { name } } } }
  }
}`;
const OVERVIEW = '{ articles { totalCount } sources { totalCount } quotes { totalCount } speakers(first: 4) { totalCount nodes { name } } }';
const count = (n, one, many) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
const joined = (...parts) => parts.filter(Boolean).join(' · ');
const SECTIONS = [
  ['speakers', 'Speakers', (n) => joined(n.type.toLowerCase(), count(n.quoteCount, 'quote', 'quotes'))],
  ['statements', 'Statements', (n) => joined(n.speaker?.name, count(n.sourceCount, 'source', 'sources'))],
  ['quotes', 'Quotes', (n) => joined(n.speaker?.name ?? 'speaker unknown', n.article.source?.name)],
  ['articles', 'Articles', (n) => joined(n.source?.name, n.publishedAt?.slice(0, 10))],
];

const box = document.getElementById('box');
const results = document.getElementById('results');
const status = document.getElementById('status');
const tries = document.getElementById('tries');
const counts = document.getElementById('counts');
let running = new AbortController();

/** The data of an answer. Throws what is wrong with it. */
async function ask(query, variables, signal) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    signal,
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

const element = (name, ...children) => {
  const made = document.createElement(name);
  made.append(...children);
  return made;
};

/** The label with its matches marked; text only, whatever it holds. */
function labelled({ text, spans }) {
  const line = element('span');
  let at = 0;
  for (const { start, end } of spans) {
    line.append(text.slice(at, start), element('mark', text.slice(start, end)));
    at = end;
  }
  line.append(text.slice(at));
  return line;
}

function show(suggestions) {
  const sections = SECTIONS.filter(([key]) => suggestions[key].length > 0);
  results.replaceChildren(
    ...sections.flatMap(([key, title, note]) => [
      element('h2', title),
      element('ul', ...suggestions[key].map(({ label, node }) => element('li', labelled(label), element('small', note(node))))),
    ]),
  );
  return sections.reduce((sum, [key]) => sum + suggestions[key].length, 0);
}

async function suggest() {
  running.abort();
  running = new AbortController();
  const prefix = box.value;
  if (!prefix.trim()) {
    results.replaceChildren();
    status.textContent = '';
    return;
  }
  try {
    const data = await ask(QUERY, { prefix }, running.signal);
    const found = show(data.suggest);
    status.textContent = found === 0 ? 'Nothing found.' : count(found, 'suggestion', 'suggestions');
  } catch (error) {
    if (error.name === 'AbortError') return;
    results.replaceChildren();
    status.textContent = `The search does not answer: ${error.message}`;
  }
}

// While an input method composes a character, what stands in the box is not yet what is meant.
box.addEventListener('input', (event) => event.isComposing || suggest());
box.addEventListener('compositionend', suggest);
box.form.addEventListener('submit', (event) => event.preventDefault());

/** What is in the store, and names to begin with. */
async function overview() {
  const { articles, sources, quotes, speakers } = await ask(OVERVIEW);
  counts.textContent = joined(
    count(articles.totalCount, 'article', 'articles'),
    count(sources.totalCount, 'source', 'sources'),
    count(quotes.totalCount, 'quote', 'quotes'),
    count(speakers.totalCount, 'speaker', 'speakers'),
  );
  for (const { name } of speakers.nodes) {
    const button = element('button', name);
    button.type = 'button';
    button.addEventListener('click', () => {
      box.value = name;
      box.focus();
      suggest();
    });
    tries.append(button);
  }
  tries.hidden = speakers.nodes.length === 0;
}
// The page is of use without it; what is wrong shows with the first search.
overview().catch(() => {});
