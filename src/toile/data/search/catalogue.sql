CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS guidelines (
  id TEXT PRIMARY KEY, brand TEXT NOT NULL, name TEXT NOT NULL, record TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS guidelines_of_brand ON guidelines (brand);
CREATE TABLE IF NOT EXISTS passages (
  no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, guideline TEXT NOT NULL, brand TEXT NOT NULL,
  record TEXT NOT NULL, whole BLOB NOT NULL, sentences BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS passages_of_guideline ON passages (guideline);
CREATE INDEX IF NOT EXISTS passages_of_brand ON passages (brand);
CREATE VIRTUAL TABLE IF NOT EXISTS passage_words USING fts5 (brand, words, tokenize = 'unicode61 tokenchars ''#:.''');
CREATE TABLE IF NOT EXISTS terms (
  brand TEXT NOT NULL, term TEXT NOT NULL, held INTEGER NOT NULL, PRIMARY KEY (brand, term)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pictures (
  guideline TEXT NOT NULL, page INTEGER NOT NULL, at INTEGER NOT NULL, caption TEXT NOT NULL,
  png BLOB NOT NULL, PRIMARY KEY (guideline, at)
);
CREATE TABLE IF NOT EXISTS sources (guideline TEXT PRIMARY KEY, data BLOB NOT NULL);
