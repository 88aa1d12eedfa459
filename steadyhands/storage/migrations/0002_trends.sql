-- What charts read besides day totals: what was logged each day, and coarser sums of it all.

-- A month is written YYYYMM. A block is 13 weeks, known by the epoch day of its first Monday:
-- 27303 = 3 + 300 * 91 puts Mondays at 0 and keeps every day since 1900 above it.
-- 72000000 is 50000 days of minutes, for the same reason.

-- How many entries of each kind a day has, notes included: a day with a row was recorded.
CREATE TABLE day_kind (
    day     INTEGER NOT NULL,
    kind    TEXT    NOT NULL,
    entries INTEGER NOT NULL CHECK (entries >= 0),
    PRIMARY KEY (day, kind)
) STRICT, WITHOUT ROWID;

-- How many of a day's twitches are alike: by `hour` ("0-14": on a Monday from 14 to 15), `place`
-- (["right","index"]), `felt` (how, how long) and `doing` (what, hand at rest or in use).
-- Two words in one row keep a log quick.
CREATE TABLE day_tally (
    name    TEXT    NOT NULL,
    day     INTEGER NOT NULL,
    word    TEXT    NOT NULL,
    entries INTEGER NOT NULL CHECK (entries >= 0),
    PRIMARY KEY (name, day, word)
) STRICT, WITHOUT ROWID;

-- The same by block, and how many of each `weekday` ("0" is Monday) were recorded.
CREATE TABLE block_tally (
    name    TEXT    NOT NULL,
    word    TEXT    NOT NULL,
    block   INTEGER NOT NULL,
    entries INTEGER NOT NULL CHECK (entries >= 0),
    PRIMARY KEY (name, word, block)
) STRICT, WITHOUT ROWID;

CREATE TABLE month_total (
    name    TEXT    NOT NULL,
    month   INTEGER NOT NULL,
    amount  INTEGER NOT NULL,
    entries INTEGER NOT NULL CHECK (entries >= 0),
    PRIMARY KEY (name, month)
) STRICT, WITHOUT ROWID;

-- On how many days of a month something was logged: `any` entry, a `kind`, a `quantity`.
CREATE TABLE month_days (
    sort  TEXT    NOT NULL CHECK (sort IN ('any', 'kind', 'quantity')),
    name  TEXT    NOT NULL,
    month INTEGER NOT NULL,
    days  INTEGER NOT NULL CHECK (days >= 0),
    PRIMARY KEY (sort, name, month)
) STRICT, WITHOUT ROWID;

-- Mid-sleep by month: minutes slept, and the sum of minutes times the middle's minutes after noon.
CREATE TABLE month_night (
    month    INTEGER PRIMARY KEY,
    minutes  INTEGER NOT NULL,
    weighted INTEGER NOT NULL,
    entries  INTEGER NOT NULL CHECK (entries >= 0)
) STRICT;

-- Sleeps that are nights or pieces of one: three hours long, or around the middle of the night.
CREATE VIEW night (seq, month, minutes, weighted) AS
    SELECT seq, CAST(strftime('%Y%m', day * 86400, 'unixepoch') AS INTEGER), minutes, minutes * noon
    FROM (SELECT seq, day, (until - at) / 60000 AS minutes,
              ((at + (until - at) / 2) / 60000 + until_offset + 72000720) % 1440 AS noon
          FROM entry WHERE kind = 'sleep' AND until IS NOT NULL)
    WHERE minutes >= 180 OR noon BETWEEN 660 AND 1139;

-- ---- Quantities: by day as before, and by month ----

DROP TRIGGER quantity_counts;

CREATE TRIGGER quantity_counts AFTER INSERT ON quantity
WHEN (SELECT current = 1 AND deleted = 0 FROM entry WHERE seq = NEW.entry)
BEGIN
    INSERT INTO day_total (name, day, amount, entries)
    VALUES (NEW.name, (SELECT day FROM entry WHERE seq = NEW.entry), NEW.amount, 1)
    ON CONFLICT (name, day)
    DO UPDATE SET amount = amount + excluded.amount, entries = entries + 1;
    INSERT INTO month_total (name, month, amount, entries)
    VALUES (NEW.name,
            (SELECT CAST(strftime('%Y%m', day * 86400, 'unixepoch') AS INTEGER)
             FROM entry WHERE seq = NEW.entry), NEW.amount, 1)
    ON CONFLICT (name, month)
    DO UPDATE SET amount = amount + excluded.amount, entries = entries + 1;
END;

CREATE TRIGGER quantity_uncounts AFTER UPDATE OF current ON entry
WHEN OLD.current = 1 AND NEW.current = 0 AND OLD.deleted = 0
BEGIN
    UPDATE month_total SET amount = month_total.amount - gone.amount, entries = entries - 1
    FROM quantity AS gone
    WHERE gone.entry = OLD.seq AND month_total.name = gone.name
      AND month = CAST(strftime('%Y%m', OLD.day * 86400, 'unixepoch') AS INTEGER);
    DELETE FROM month_total
    WHERE entries = 0 AND name IN (SELECT name FROM quantity WHERE entry = OLD.seq)
      AND month = CAST(strftime('%Y%m', OLD.day * 86400, 'unixepoch') AS INTEGER);
END;

CREATE TRIGGER total_came AFTER INSERT ON day_total
BEGIN
    INSERT INTO month_days (sort, name, month, days)
    VALUES ('quantity', NEW.name,
            CAST(strftime('%Y%m', NEW.day * 86400, 'unixepoch') AS INTEGER), 1)
    ON CONFLICT (sort, name, month) DO UPDATE SET days = days + 1;
END;

CREATE TRIGGER total_went AFTER DELETE ON day_total
BEGIN
    UPDATE month_days SET days = days - 1
    WHERE sort = 'quantity' AND name = OLD.name
      AND month = CAST(strftime('%Y%m', OLD.day * 86400, 'unixepoch') AS INTEGER);
    DELETE FROM month_days WHERE days = 0 AND sort = 'quantity' AND name = OLD.name;
END;

-- ---- Kinds of a day, and recorded days ----

CREATE TRIGGER kind_counts AFTER INSERT ON entry WHEN NEW.current = 1 AND NEW.deleted = 0
BEGIN
    INSERT INTO day_kind (day, kind, entries) VALUES (NEW.day, NEW.kind, 1)
    ON CONFLICT (day, kind) DO UPDATE SET entries = entries + 1;
END;

CREATE TRIGGER kind_uncounts AFTER UPDATE OF current ON entry
WHEN OLD.current = 1 AND NEW.current = 0 AND OLD.deleted = 0
BEGIN
    UPDATE day_kind SET entries = entries - 1 WHERE day = OLD.day AND kind = OLD.kind;
    DELETE FROM day_kind WHERE entries = 0 AND day = OLD.day AND kind = OLD.kind;
END;

CREATE TRIGGER kind_came AFTER INSERT ON day_kind
BEGIN
    INSERT INTO month_days (sort, name, month, days)
    VALUES ('kind', NEW.kind, CAST(strftime('%Y%m', NEW.day * 86400, 'unixepoch') AS INTEGER), 1)
    ON CONFLICT (sort, name, month) DO UPDATE SET days = days + 1;
END;

CREATE TRIGGER kind_went AFTER DELETE ON day_kind
BEGIN
    UPDATE month_days SET days = days - 1
    WHERE sort = 'kind' AND name = OLD.kind
      AND month = CAST(strftime('%Y%m', OLD.day * 86400, 'unixepoch') AS INTEGER);
    DELETE FROM month_days WHERE days = 0 AND sort = 'kind' AND name = OLD.kind;
END;

CREATE TRIGGER day_came AFTER INSERT ON day_kind
WHEN NOT EXISTS (SELECT 1 FROM day_kind WHERE day = NEW.day AND kind <> NEW.kind)
BEGIN
    INSERT INTO month_days (sort, name, month, days)
    VALUES ('any', '', CAST(strftime('%Y%m', NEW.day * 86400, 'unixepoch') AS INTEGER), 1)
    ON CONFLICT (sort, name, month) DO UPDATE SET days = days + 1;
    INSERT INTO block_tally (name, word, block, entries)
    VALUES ('weekday', (NEW.day + 27303) % 7, (NEW.day + 27303) / 91 * 91 - 27303, 1)
    ON CONFLICT (name, word, block) DO UPDATE SET entries = entries + 1;
END;

CREATE TRIGGER day_went AFTER DELETE ON day_kind
WHEN NOT EXISTS (SELECT 1 FROM day_kind WHERE day = OLD.day)
BEGIN
    UPDATE month_days SET days = days - 1
    WHERE sort = 'any' AND month = CAST(strftime('%Y%m', OLD.day * 86400, 'unixepoch') AS INTEGER);
    DELETE FROM month_days WHERE days = 0 AND sort = 'any';
    UPDATE block_tally SET entries = entries - 1
    WHERE name = 'weekday' AND word = CAST((OLD.day + 27303) % 7 AS TEXT)
      AND block = (OLD.day + 27303) / 91 * 91 - 27303;
    DELETE FROM block_tally
    WHERE entries = 0 AND name = 'weekday' AND word = CAST((OLD.day + 27303) % 7 AS TEXT);
END;

-- ---- What twitches are like: by day and by block; most say where, few say more ----

CREATE TRIGGER twitch_counts AFTER INSERT ON entry
WHEN NEW.kind = 'twitch' AND NEW.current = 1 AND NEW.deleted = 0
BEGIN
    INSERT INTO day_tally (name, day, word, entries)
    VALUES ('hour', NEW.day,
            ((NEW.day + 27303) % 7) || '-'
            || ((NEW.at / 60000 + NEW.utc_offset + 72000000) % 1440 / 60), 1)
    ON CONFLICT (name, day, word) DO UPDATE SET entries = entries + 1;
    INSERT INTO block_tally (name, word, block, entries)
    VALUES ('hour', ((NEW.day + 27303) % 7) || '-'
            || ((NEW.at / 60000 + NEW.utc_offset + 72000000) % 1440 / 60),
            (NEW.day + 27303) / 91 * 91 - 27303, 1)
    ON CONFLICT (name, word, block) DO UPDATE SET entries = entries + 1;
    INSERT INTO day_tally (name, day, word, entries)
    VALUES ('place', NEW.day,
            json_extract(NEW.details, '$.side', '$.part'), 1)
    ON CONFLICT (name, day, word) DO UPDATE SET entries = entries + 1;
    INSERT INTO block_tally (name, word, block, entries)
    VALUES ('place', json_extract(NEW.details, '$.side', '$.part'),
            (NEW.day + 27303) / 91 * 91 - 27303, 1)
    ON CONFLICT (name, word, block) DO UPDATE SET entries = entries + 1;
END;

CREATE TRIGGER twitch_told AFTER INSERT ON entry
WHEN NEW.kind = 'twitch' AND NEW.current = 1 AND NEW.deleted = 0
 AND (instr(NEW.details, '"felt"') OR instr(NEW.details, '"lasted"')
      OR instr(NEW.details, '"doing"') OR instr(NEW.details, '"state"'))
BEGIN
    INSERT INTO day_tally (name, day, word, entries)
    VALUES ('felt', NEW.day, json_extract(NEW.details, '$.felt', '$.lasted'), 1)
    ON CONFLICT (name, day, word) DO UPDATE SET entries = entries + 1;
    INSERT INTO block_tally (name, word, block, entries)
    VALUES ('felt', json_extract(NEW.details, '$.felt', '$.lasted'),
            (NEW.day + 27303) / 91 * 91 - 27303, 1)
    ON CONFLICT (name, word, block) DO UPDATE SET entries = entries + 1;
    INSERT INTO day_tally (name, day, word, entries)
    VALUES ('doing', NEW.day, json_extract(NEW.details, '$.doing', '$.state'), 1)
    ON CONFLICT (name, day, word) DO UPDATE SET entries = entries + 1;
    INSERT INTO block_tally (name, word, block, entries)
    VALUES ('doing', json_extract(NEW.details, '$.doing', '$.state'),
            (NEW.day + 27303) / 91 * 91 - 27303, 1)
    ON CONFLICT (name, word, block) DO UPDATE SET entries = entries + 1;
END;

CREATE TRIGGER twitch_uncounts AFTER UPDATE OF current ON entry
WHEN OLD.kind = 'twitch' AND OLD.current = 1 AND NEW.current = 0 AND OLD.deleted = 0
BEGIN
    UPDATE day_tally SET entries = entries - 1
    WHERE name = 'hour' AND day = OLD.day
      AND word = ((OLD.day + 27303) % 7) || '-'
        || ((OLD.at / 60000 + OLD.utc_offset + 72000000) % 1440 / 60);
    UPDATE block_tally SET entries = entries - 1
    WHERE name = 'hour' AND block = (OLD.day + 27303) / 91 * 91 - 27303
      AND word = ((OLD.day + 27303) % 7) || '-'
        || ((OLD.at / 60000 + OLD.utc_offset + 72000000) % 1440 / 60);
    DELETE FROM block_tally
    WHERE entries = 0 AND name = 'hour' AND block = (OLD.day + 27303) / 91 * 91 - 27303
      AND word = ((OLD.day + 27303) % 7) || '-'
        || ((OLD.at / 60000 + OLD.utc_offset + 72000000) % 1440 / 60);
    UPDATE day_tally SET entries = entries - 1
    WHERE name = 'place' AND day = OLD.day
      AND word = json_extract(OLD.details, '$.side', '$.part');
    UPDATE block_tally SET entries = entries - 1
    WHERE name = 'place' AND block = (OLD.day + 27303) / 91 * 91 - 27303
      AND word = json_extract(OLD.details, '$.side', '$.part');
    DELETE FROM block_tally
    WHERE entries = 0 AND name = 'place' AND block = (OLD.day + 27303) / 91 * 91 - 27303
      AND word = json_extract(OLD.details, '$.side', '$.part');
    DELETE FROM day_tally WHERE entries = 0 AND name IN ('hour', 'place') AND day = OLD.day;
END;

CREATE TRIGGER twitch_untold AFTER UPDATE OF current ON entry
WHEN OLD.kind = 'twitch' AND OLD.current = 1 AND NEW.current = 0 AND OLD.deleted = 0
 AND (instr(OLD.details, '"felt"') OR instr(OLD.details, '"lasted"')
      OR instr(OLD.details, '"doing"') OR instr(OLD.details, '"state"'))
BEGIN
    UPDATE day_tally SET entries = entries - 1
    WHERE name = 'felt' AND day = OLD.day
      AND word = json_extract(OLD.details, '$.felt', '$.lasted');
    UPDATE block_tally SET entries = entries - 1
    WHERE name = 'felt' AND block = (OLD.day + 27303) / 91 * 91 - 27303
      AND word = json_extract(OLD.details, '$.felt', '$.lasted');
    DELETE FROM block_tally
    WHERE entries = 0 AND name = 'felt' AND block = (OLD.day + 27303) / 91 * 91 - 27303
      AND word = json_extract(OLD.details, '$.felt', '$.lasted');
    UPDATE day_tally SET entries = entries - 1
    WHERE name = 'doing' AND day = OLD.day
      AND word = json_extract(OLD.details, '$.doing', '$.state');
    UPDATE block_tally SET entries = entries - 1
    WHERE name = 'doing' AND block = (OLD.day + 27303) / 91 * 91 - 27303
      AND word = json_extract(OLD.details, '$.doing', '$.state');
    DELETE FROM block_tally
    WHERE entries = 0 AND name = 'doing' AND block = (OLD.day + 27303) / 91 * 91 - 27303
      AND word = json_extract(OLD.details, '$.doing', '$.state');
    DELETE FROM day_tally WHERE entries = 0 AND name IN ('felt', 'doing') AND day = OLD.day;
END;

-- ---- The middle of nights ----

CREATE TRIGGER night_counts AFTER INSERT ON entry
WHEN NEW.kind = 'sleep' AND NEW.current = 1 AND NEW.deleted = 0
BEGIN
    INSERT INTO month_night (month, minutes, weighted, entries)
    SELECT month, minutes, weighted, 1 FROM night WHERE seq = NEW.seq
    ON CONFLICT (month) DO UPDATE SET minutes = minutes + excluded.minutes,
        weighted = weighted + excluded.weighted, entries = entries + 1;
END;

CREATE TRIGGER night_uncounts AFTER UPDATE OF current ON entry
WHEN OLD.kind = 'sleep' AND OLD.current = 1 AND NEW.current = 0 AND OLD.deleted = 0
BEGIN
    UPDATE month_night SET minutes = month_night.minutes - gone.minutes,
        weighted = month_night.weighted - gone.weighted, entries = entries - 1
    FROM night AS gone WHERE gone.seq = OLD.seq AND month_night.month = gone.month;
    DELETE FROM month_night WHERE entries = 0;
END;

-- ---- Diaries from before ----

INSERT INTO day_kind (day, kind, entries)
SELECT day, kind, count(*) FROM entry WHERE current = 1 AND deleted = 0 GROUP BY day, kind;

INSERT INTO day_tally (name, day, word, entries)
SELECT 'hour', day, ((day + 27303) % 7) || '-'
    || ((at / 60000 + utc_offset + 72000000) % 1440 / 60) AS word, count(*)
FROM entry WHERE kind = 'twitch' AND current = 1 AND deleted = 0 GROUP BY day, word;

INSERT INTO day_tally (name, day, word, entries)
SELECT 'place', day, json_extract(details, '$.side', '$.part') AS word, count(*)
FROM entry WHERE kind = 'twitch' AND current = 1 AND deleted = 0 GROUP BY day, word;

INSERT INTO day_tally (name, day, word, entries)
SELECT 'felt', day, json_extract(details, '$.felt', '$.lasted') AS word, count(*)
FROM entry
WHERE kind = 'twitch' AND current = 1 AND deleted = 0
  AND (instr(details, '"felt"') OR instr(details, '"lasted"')
       OR instr(details, '"doing"') OR instr(details, '"state"'))
GROUP BY day, word;

INSERT INTO day_tally (name, day, word, entries)
SELECT 'doing', day, json_extract(details, '$.doing', '$.state') AS word, count(*)
FROM entry
WHERE kind = 'twitch' AND current = 1 AND deleted = 0
  AND (instr(details, '"felt"') OR instr(details, '"lasted"')
       OR instr(details, '"doing"') OR instr(details, '"state"'))
GROUP BY day, word;

INSERT INTO block_tally (name, word, block, entries)
SELECT name, word, (day + 27303) / 91 * 91 - 27303 AS block, sum(entries)
FROM day_tally GROUP BY name, word, block;

INSERT INTO month_total (name, month, amount, entries)
SELECT name, CAST(strftime('%Y%m', day * 86400, 'unixepoch') AS INTEGER) AS month,
    sum(amount), sum(entries)
FROM day_total GROUP BY name, month;

INSERT INTO month_days (sort, name, month, days)
SELECT 'quantity', name, CAST(strftime('%Y%m', day * 86400, 'unixepoch') AS INTEGER) AS month,
    count(*)
FROM day_total GROUP BY name, month;

INSERT INTO month_night (month, minutes, weighted, entries)
SELECT month, sum(minutes), sum(weighted), count(*) FROM night JOIN entry USING (seq)
WHERE current = 1 AND deleted = 0 GROUP BY month;
