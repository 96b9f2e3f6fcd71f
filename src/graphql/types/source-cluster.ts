/** Sources that carry each other's text. */
import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { ClusterLink, ClusterMember, SourceGroup } from '../../app/types.js';
import type { OverlapFilter } from '../../domain/filters.js';
import { MAX_PAGE } from '../../domain/paging.js';
import { Source } from './source.js';

@ObjectType('SourceClusterMember', { description: 'A source of a cluster. Articles count within the dates of the filter.', simpleResolvers: true })
export class SourceClusterMember {
  @Field(() => Source, { description: 'The source.' })
  source: Source;

  @Field(() => Int, { description: 'How many articles it published.' })
  articleCount: number;

  @Field(() => Int, { description: "How many of them are copies of another member's article, whole or in part." })
  copiedArticleCount: number;

  @Field(() => Int, { description: 'How many of these copies were there first: none of the other copies has an earlier date, and one has a later one. A date without an hour is neither before nor after an hour of that day.' })
  firstArticleCount: number;

  constructor(member: ClusterMember) {
    this.source = new Source(member.source);
    this.articleCount = member.articleCount;
    this.copiedArticleCount = member.copiedArticleCount;
    this.firstArticleCount = member.firstArticleCount;
  }
}

@ObjectType('SyndicationLink', { description: "How much of each other's text two sources printed: pairs of articles that are REPRINT, PARTIAL_REPRINT or near-duplicates. Shared statements do not count.", simpleResolvers: true })
export class SyndicationLink {
  @Field(() => Int, { description: 'How many articles of `a` were published within the dates of the filter.' })
  aArticleCount: number;

  @Field(() => Int, { description: 'How many articles of `b` were published within the dates of the filter.' })
  bArticleCount: number;

  @Field(() => Int, { description: 'How many articles of `a` are copies of one of `b`, whole or in part, whichever was first.' })
  aCopiedArticleCount: number;

  @Field(() => Int, { description: 'How many articles of `b` are copies of one of `a`, whole or in part, whichever was first.' })
  bCopiedArticleCount: number;

  @Field(() => Float, { description: 'The share of the articles of `a` that stand in `b` too, from 0 to 1.' })
  aShare: number;

  @Field(() => Float, { description: 'The share of the articles of `b` that stand in `a` too, from 0 to 1.' })
  bShare: number;

  @Field(() => Int, { description: 'How many pairs of their articles are such copies.' })
  articlePairCount: number;

  @Field(() => Int, { description: 'In how many of these pairs the article of `a` was first. Of one day without an hour, or undated, neither was.' })
  aFirstCount: number;

  @Field(() => Int, { description: 'In how many of these pairs the article of `b` was first.' })
  bFirstCount: number;

  constructor(readonly record: ClusterLink, readonly filter: OverlapFilter) {
    this.aArticleCount = record.aArticleCount;
    this.bArticleCount = record.bArticleCount;
    this.aCopiedArticleCount = record.aCopied;
    this.bCopiedArticleCount = record.bCopied;
    this.aShare = record.aShare;
    this.bShare = record.bShare;
    this.articlePairCount = record.articlePairs;
    this.aFirstCount = record.aFirst;
    this.bFirstCount = record.bFirst;
  }
}

@ObjectType('SourceCluster', { description: "Sources that carry each other's text: syndication, or one that copies. Each of them but the centre has its share with the centre.", simpleResolvers: true })
export class SourceCluster {
  @Field(() => Source, { description: 'The source that all others have their share with: the one with the most articles.' })
  centre: Source;

  @Field(() => Source, { nullable: true, description: 'The likely feeder: whose text was first most often. Null where no dates tell, or two were first equally often.' })
  feeder: Source | null;

  @Field(() => Int, { description: 'How many sources it has.' })
  sourceCount: number;

  @Field(() => Int, { description: "How many articles of its sources are copies of another member's article." })
  copiedArticleCount: number;

  @Field(() => [SourceClusterMember], { description: 'Its sources, most copied articles first: the first 100.' })
  members: readonly SourceClusterMember[];

  @Field(() => Int, { description: 'How many pairs of its sources have copies in common.' })
  linkCount: number;

  @Field(() => [SyndicationLink], { description: 'What it rests on: its pairs of sources that have copies in common, those below the least share too; largest share first, the first 100.' })
  links: readonly SyndicationLink[];

  constructor(group: SourceGroup) {
    this.centre = new Source(group.centre);
    this.feeder = group.feeder && new Source(group.feeder);
    this.sourceCount = group.members.length;
    this.copiedArticleCount = group.copiedArticleCount;
    this.members = group.members.slice(0, MAX_PAGE).map((member) => new SourceClusterMember(member));
    this.linkCount = group.links.length;
    this.links = group.links.slice(0, MAX_PAGE).map((link) => new SyndicationLink(link, group.filter));
  }
}
