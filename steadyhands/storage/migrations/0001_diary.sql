-- The diary: every revision of every entry, what each adds to its day, and the days' totals.

-- Rows are only ever added; `current` moves from one revision of an entry to the next.
CREATE TABLE entry (
    seq        INTEGER PRIMARY KEY,                              -- order of writing in this file
    id         BLOB    NOT NULL CHECK (length(id) = 16),         -- UUIDv7
    revision   INTEGER NOT NULL CHECK (revision >= 1),
    device     TEXT    NOT NULL,                                 -- where this revision was written
    kind       TEXT    NOT NULL CHECK (length(kind) BETWEEN 1 AND 80),
    at         INTEGER NOT NULL,                                 -- ms since 1970, UTC
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1080 AND 1080),  -- min
    until      INTEGER,
    until_offset INTEGER CHECK (until_offset BETWEEN -1080 AND 1080),
    day        INTEGER NOT NULL,                                 -- days since 1970 (domain/day.py)
    details    TEXT    NOT NULL CHECK (json_type(details) = 'object'),
    note       TEXT    NOT NULL CHECK (length(note) <= 4000),
    deleted    INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    current    INTEGER NOT NULL CHECK (current IN (0, 1)),
    written    INTEGER NOT NULL,                                 -- ms since 1970, UTC
    act        INTEGER NOT NULL,                                 -- seq of the act's first row
    undoes     INTEGER,                                          -- the act this one takes back
    CHECK ((until IS NULL) = (until_offset IS NULL)),
    CHECK (until IS NULL OR until >= at)
) STRICT;
CREATE UNIQUE INDEX entry_revision ON entry (id, revision, device);
CREATE INDEX entry_live ON entry (kind, at) WHERE current = 1 AND deleted = 0;

-- Amounts are whole thousandths of their unit, so that adding and taking away never drifts.
CREATE TABLE quantity (
    entry  INTEGER NOT NULL REFERENCES entry (seq),
    name   TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    amount INTEGER NOT NULL,
    PRIMARY KEY (entry, name)
) STRICT, WITHOUT ROWID;

-- Name first: a chart reads one quantity over a span of days, however long the diary is.
CREATE TABLE day_total (
    name    TEXT    NOT NULL,
    day     INTEGER NOT NULL,
    amount  INTEGER NOT NULL,
    entries INTEGER NOT NULL CHECK (entries >= 0),
    PRIMARY KEY (name, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER quantity_counts AFTER INSERT ON quantity
WHEN (SELECT current = 1 AND deleted = 0 FROM entry WHERE seq = NEW.entry)
BEGIN
    INSERT INTO day_total (name, day, amount, entries)
    VALUES (NEW.name, (SELECT day FROM entry WHERE seq = NEW.entry), NEW.amount, 1)
    ON CONFLICT (name, day)
    DO UPDATE SET amount = amount + excluded.amount, entries = entries + 1;
END;

CREATE TRIGGER entry_superseded AFTER UPDATE OF current ON entry
WHEN OLD.current = 1 AND NEW.current = 0 AND OLD.deleted = 0
BEGIN
    UPDATE day_total SET amount = day_total.amount - gone.amount, entries = entries - 1
    FROM quantity AS gone
    WHERE gone.entry = OLD.seq AND day_total.name = gone.name AND day_total.day = OLD.day;
    DELETE FROM day_total
    WHERE entries = 0 AND day = OLD.day
      AND name IN (SELECT name FROM quantity WHERE entry = OLD.seq);
END;
