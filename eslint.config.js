import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import hooks from 'eslint-plugin-react-hooks'
import ts from 'typescript-eslint'

export default defineConfig([
  globalIgnores([
    'build',
    'bench-results',
    'data',
    'node_modules',
    'public',
    'test-results',
    'playwright-report',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [ts.configs.strict, ts.configs.stylistic],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // The two that need types and pay for it: a write that nobody waits for is lost without a word.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // Of a typed array, which ranking goes through by the ten thousand, it takes four times as long.
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      // What people send holds control characters; taking them out means naming them.
      'no-control-regex': 'off',
      'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_+$', varsIgnorePattern: '^_+$', ignoreRestSiblings: true },
      ],
      // Known to the types, not to Node 20.
      'no-restricted-properties': [
        'error',
        { object: 'Map', property: 'groupBy' },
        { object: 'Object', property: 'groupBy' },
        { object: 'Promise', property: 'withResolvers' },
        { object: 'Array', property: 'fromAsync' },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['app/**/*.tsx'], ...hooks.configs.flat['recommended-latest'] },
  { files: ['tests/**'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['**/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        Headers: 'readonly',
        performance: 'readonly',
      },
    },
  },
])
