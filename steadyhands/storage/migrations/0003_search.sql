-- What a search of the diary reads instead of every entry. A twitch without a note is in neither.

-- Names of drinks, foods, routines…, each with its days.
CREATE INDEX entry_named ON entry (json_extract(details, '$.name'), day)
WHERE current = 1 AND deleted = 0 AND kind NOT IN ('twitch', 'sleep', 'checkin', 'note');

-- Notes, which are read here in one go rather than each in its row.
CREATE INDEX entry_noted ON entry (day, note)
WHERE current = 1 AND deleted = 0 AND note <> '';
