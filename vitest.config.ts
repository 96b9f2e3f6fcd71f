import { defineConfig } from 'vitest/config';

export default defineConfig({
  // type-graphql needs the decorator metadata that TypeScript emits.
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  // Without the alias graphql loads twice (CommonJS and ESM) and `instanceof GraphQLSchema` is false.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/build.ts'],
    // Tests measure no time on the clock: machines are shared (properties.test.ts has a ratio of processor times). This only ends what hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
  },
});
