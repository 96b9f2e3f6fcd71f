/** The queries that the playground opens with, a tab each. They run as they stand on the demonstration articles. */
export const EXAMPLE_QUERIES: readonly { readonly name: string; readonly query: string }[] = [
  {
    name: 'Search',
    query: `# Full-text search over quotes, speakers, statements and articles at once.
query Search {
  search(query: "compensation", facets: [TYPE, SPEAKER, SOURCE], first: 10) {
    totalCount
    tookMs
    edges {
      score
      highlights { field text spans { start end } }
      node {
        __typename
        ... on Quote { text kind speaker { name } article { title source { name } } }
        ... on Speaker { name type quoteCount }
        ... on Statement { text sourceCount speaker { name } }
        ... on Article { title publishedAt source { name } }
      }
    }
    facets { name values { value label count selected } }
  }
}`,
  },
  {
    name: 'Who said what',
    query: `# A speaker by any name: what they said, where, and in whose words.
query WhoSaidWhat {
  speaker(name: "Vladimir Putin") {
    name
    aliases
    roles { title firstSeen lastSeen }
    quotes(first: 5) {
      totalCount
      nodes {
        kind
        text
        mention { text }
        attribution { confidence evidence { text } }
        article { title publishedAt source { name } }
      }
    }
  }
}`,
  },
  {
    name: 'Statements',
    query: `# Utterances that several outlets report, each with all its renderings.
query Statements {
  statements(filter: { minSources: 3 }, orderBy: MOST_SOURCES, first: 5) {
    nodes {
      text
      speaker { name }
      sourceCount
      renderings {
        nodes { match similarity quote { kind text article { source { name } } } }
      }
    }
  }
}`,
  },
  {
    name: 'Differences',
    query: `# What one outlet's rendering has and the best one lacks, or says otherwise.
query Differences {
  statements(filter: { minSources: 3 }, orderBy: MOST_SOURCES, first: 5) {
    nodes {
      text
      speaker { name }
      differences(first: 5) {
        nodes {
          b { text article { source { name } } }
          differences { kind explanation a { text } b { text } }
        }
      }
    }
  }
}`,
  },
  {
    name: 'Stories',
    query: `# Happenings that several outlets tell, and what one of them left out of each.
query Stories {
  source(name: "The Harbor Ledger") { id }
  stories(filter: { minSources: 3 }, orderBy: MOST_SOURCES, first: 5) {
    nodes {
      title
      firstPublishedAt
      sourceCount
      articles { nodes { title publishedAt source { name } } }
      # Paste the id that the first line answers.
      blindSpots(source: "src_3", minSources: 2, first: 5) {
        totalCount
        nodes { text speaker { name } sources { nodes { name } } }
      }
    }
  }
}`,
  },
  {
    name: 'Source overlap',
    query: `# Which outlets report the same words, and which copy each other's text.
query SourceOverlap {
  sourceOverlaps(orderBy: SHARED_STATEMENTS, first: 10) {
    nodes {
      a { name }
      b { name }
      sharedStatementCount
      statementJaccard
      reprintCount
      reusedWords
      articleOverlaps(first: 3) {
        nodes { relation containmentAInB containmentBInA a { title } b { title } }
      }
    }
  }
}`,
  },
  {
    name: 'Source matrix',
    query: `# A heat map's numbers: rows[i].cells[j] is what the sources of rows i and j share, null where they are one.
query SourceMatrix {
  sourceMatrix(filter: { published: { from: "2025-01-01" } }, first: 10) {
    rows {
      source { name }
      articleCount
      cells {
        b { name }
        sharedStatementCount
        statementJaccard
        reusedWords
        reprintCount
        aSharedArticleCount
        aArticleCount
      }
    }
  }
}`,
  },
  {
    name: 'Source clusters',
    query: `# Outlets that print each other's text, who was first, and the pairs of outlets that it rests on.
query SourceClusters {
  sourceClusters(leastShare: 0.2, leastArticles: 1) {
    nodes {
      feeder { name }
      members { source { name } articleCount copiedArticleCount firstArticleCount }
      links {
        a { name }
        b { name }
        aShare
        bShare
        overlap { articleOverlaps(relations: [REPRINT, PARTIAL_REPRINT], first: 3) { nodes { relation a { title } b { title } } } }
      }
    }
  }
}`,
  },
  {
    name: 'Originality',
    query: `# How much of its text each outlet has from nobody else, and what an article was made of.
query Originality {
  sources(first: 10) {
    nodes { name originality { rate articleCount } }
  }
  articles(filter: { text: "ferry" }, orderBy: OLDEST, first: 5) {
    nodes {
      title
      source { name }
      originality
      wireCredit { agency extent }
      copiedFrom(first: 3) { nodes { words reasons confidence article { title source { name } } } }
    }
  }
}`,
  },
  {
    name: 'Find renderings',
    query: `# Has anybody said this? Stored quotes that render a text, closest first.
query FindRenderings {
  findRenderings(text: "Russia will do everything to provide compensation", first: 5) {
    nodes { match similarity quote { text kind speaker { name } article { source { name } publishedAt } } }
  }
}`,
  },
  {
    name: 'Extract',
    query: `# The quotes in a text of your own; nothing is stored.
query Extract {
  extractQuotes(text: "“We will rebuild the bridge by spring,” said Mayor Ida Lund. She added that the money was there.") {
    kind
    manner
    text
    mention { text }
    speakerName
    confidence
  }
}`,
  },
];
