-- AlterTable
ALTER TABLE "chunk" DROP CONSTRAINT "chunk_pkey",
ADD COLUMN     "written_on" DATE NOT NULL,
ADD CONSTRAINT "chunk_pkey" PRIMARY KEY ("metric_id", "day", "is_number", "first");

-- AlterTable
ALTER TABLE "sealed_day" ADD COLUMN     "through" INTEGER NOT NULL DEFAULT 0;

-- What Prisma can't express.

-- Numbers stay as they are (below 2 kB nothing is tried, above it PostgreSQL soon gives up); texts and structures shrink.
ALTER TABLE "chunk" ALTER COLUMN "data" SET STORAGE EXTENDED;
ALTER TABLE "hour_summary" ALTER COLUMN "data" SET STORAGE EXTENDED;

-- Reads what lib/telemetry/codec packs: `chunk_readings`, `chunk_others`, `summary_hours`. The rest are their parts,
-- each as the file of that name in lib/telemetry/codec. Numbers are float8 throughout, as they are in JavaScript.

CREATE FUNCTION "packed_unsigned"("data" BYTEA, INOUT "at" INTEGER, OUT "value" FLOAT8)
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    byte INTEGER;
    scale FLOAT8 := 1;
BEGIN
    value := 0;
    LOOP
        byte := get_byte(data, at);
        at := at + 1;
        value := value + (byte & 127) * scale;
        EXIT WHEN byte < 128;
        scale := scale * 128;
    END LOOP;
END
$$;

CREATE FUNCTION "packed_signed"("data" BYTEA, INOUT "at" INTEGER, OUT "value" FLOAT8)
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    byte INTEGER := get_byte(data, at);
    rest FLOAT8 := 0;
BEGIN
    at := at + 1;
    IF byte >= 128 THEN
        SELECT u.at, u.value INTO at, rest FROM packed_unsigned(data, at) u;
    END IF;
    value := (byte & 63) + rest * 64;
    IF byte & 64 <> 0 THEN
        value := -value;
    END IF;
END
$$;

CREATE FUNCTION "packed_integers"("data" BYTEA, INOUT "at" INTEGER, "count" INTEGER, OUT "numbers" FLOAT8[])
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    head INTEGER;
    width INTEGER;
    mask BIGINT;
    difference FLOAT8;
    base FLOAT8;
    bases FLOAT8[] := ARRAY[0, 0];
    previous FLOAT8 := 0;
    held BIGINT;
    held_bits INTEGER;
BEGIN
    numbers := array_fill(0::FLOAT8, ARRAY[count]);
    FOR start IN 1..count BY 64 LOOP
        head := get_byte(data, at);
        at := at + 1;
        width := head & 63;
        IF width > 53 THEN
            RAISE EXCEPTION 'This chunk can''t be read: a number is too wide.';
        END IF;
        IF head & 64 = 0 THEN
            SELECT s.at, s.value INTO at, difference FROM packed_signed(data, at) s;
            bases[1 + (head >> 7)] := bases[1 + (head >> 7)] + difference;
        END IF;
        base := bases[1 + (head >> 7)];
        mask := (1::BIGINT << width) - 1;
        held := 0;
        held_bits := 0;
        FOR i IN start..least(start + 63, count) LOOP
            WHILE held_bits < width LOOP
                held := held | (get_byte(data, at)::BIGINT << held_bits);
                at := at + 1;
                held_bits := held_bits + 8;
            END LOOP;
            IF head < 128 THEN
                previous := base + (held & mask);
            ELSE
                previous := previous + base + (held & mask);
            END IF;
            numbers[i] := previous;
            held := held >> width;
            held_bits := held_bits - width;
        END LOOP;
    END LOOP;
END
$$;

CREATE FUNCTION "packed_instants"("data" BYTEA, INOUT "at" INTEGER, OUT "times" TIMESTAMPTZ[])
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    count FLOAT8;
    first FLOAT8;
    unit FLOAT8;
    units FLOAT8[];
BEGIN
    SELECT u.at, u.value INTO at, count FROM packed_unsigned(data, at) u;
    IF count > 1048576 THEN
        RAISE EXCEPTION 'This chunk can''t be read: it claims too many readings.';
    END IF;
    times := ARRAY[]::TIMESTAMPTZ[];
    IF count = 0 THEN
        RETURN;
    END IF;
    SELECT s.at, s.value INTO at, first FROM packed_signed(data, at) s;
    SELECT u.at, u.value INTO at, unit FROM packed_unsigned(data, at) u;
    SELECT i.at, i.numbers INTO at, units FROM packed_integers(data, at, count::INTEGER) i;
    SELECT array_agg('epoch'::TIMESTAMPTZ + (first + u.number * unit) * INTERVAL '1 microsecond' ORDER BY u.nth)
      INTO times FROM unnest(units) WITH ORDINALITY AS u(number, nth);
END
$$;

CREATE FUNCTION "packed_float8"("high" BIGINT, "low" BIGINT) RETURNS FLOAT8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    exponent INTEGER := (high >> 20) & 2047;
    fraction BIGINT := ((high & 1048575) << 32) | low;
    value FLOAT8;
BEGIN
    IF exponent = 2047 THEN
        value := CASE WHEN fraction = 0 THEN 'Infinity' ELSE 'NaN' END;
    ELSIF exponent = 0 THEN
        -- In two steps: 2^-1074 is below what power() gives.
        value := fraction::FLOAT8 * power(2::FLOAT8, -537) * power(2::FLOAT8, -537);
    ELSE
        value := (fraction + 4503599627370496)::FLOAT8 * power(2::FLOAT8, exponent - 1075);
    END IF;
    RETURN CASE WHEN high & 2147483648 <> 0 THEN -value ELSE value END;
END
$$;

CREATE FUNCTION "packed_floats"("data" BYTEA, INOUT "at" INTEGER, "count" INTEGER, OUT "numbers" FLOAT8[])
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    width INTEGER;
    behind INTEGER;
    lower INTEGER;
    upper INTEGER;
    held BIGINT;
    held_bits INTEGER;
    low_part BIGINT;
    high_part BIGINT;
    low BIGINT := 0;
    high BIGINT := 0;
BEGIN
    numbers := array_fill(0::FLOAT8, ARRAY[count]);
    FOR start IN 1..count BY 64 LOOP
        width := get_byte(data, at);
        at := at + 1;
        behind := 0;
        IF width > 0 THEN
            behind := get_byte(data, at);
            at := at + 1;
        END IF;
        IF width + behind > 64 THEN
            RAISE EXCEPTION 'This chunk can''t be read: a number is too wide.';
        END IF;
        lower := least(width, 32);
        upper := width - lower;
        held := 0;
        held_bits := 0;
        FOR i IN start..least(start + 63, count) LOOP
            WHILE held_bits < lower LOOP
                held := held | (get_byte(data, at)::BIGINT << held_bits);
                at := at + 1;
                held_bits := held_bits + 8;
            END LOOP;
            low_part := held & ((1::BIGINT << lower) - 1);
            held := held >> lower;
            held_bits := held_bits - lower;
            WHILE held_bits < upper LOOP
                held := held | (get_byte(data, at)::BIGINT << held_bits);
                at := at + 1;
                held_bits := held_bits + 8;
            END LOOP;
            high_part := held & ((1::BIGINT << upper) - 1);
            held := held >> upper;
            held_bits := held_bits - upper;
            IF behind >= 32 THEN
                high := high # (low_part << (behind - 32));
            ELSE
                low := low # ((low_part << behind) & 4294967295);
                high := high # ((high_part << behind) | (low_part >> (32 - behind)));
            END IF;
            numbers[i] := packed_float8(high, low);
        END LOOP;
    END LOOP;
END
$$;

CREATE FUNCTION "packed_decimals"(
    "data" BYTEA, INOUT "at" INTEGER, "count" INTEGER, "single" BOOLEAN, OUT "numbers" FLOAT8[])
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    power FLOAT8 := (ARRAY[1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9])[1 + get_byte(data, at)];
    exceptions FLOAT8;
    step FLOAT8;
    place INTEGER := 1;
    places INTEGER[] := ARRAY[]::INTEGER[];
    values FLOAT8[] := ARRAY[]::FLOAT8[];
    words BIGINT[];
BEGIN
    at := at + 1;
    SELECT u.at, u.value INTO at, exceptions FROM packed_unsigned(data, at) u;
    FOR n IN 1..exceptions LOOP
        SELECT u.at, u.value INTO at, step FROM packed_unsigned(data, at) u;
        place := place + step::INTEGER;
        IF place > count THEN
            RAISE EXCEPTION 'This chunk can''t be read: an exception lies outside.';
        END IF;
        SELECT array_agg(get_byte(data, at + b)::BIGINT << (8 * (b % 4)) ORDER BY b) INTO words FROM generate_series(0, 7) b;
        places[n] := place;
        values[n] := packed_float8(
            words[5] | words[6] | words[7] | words[8], words[1] | words[2] | words[3] | words[4]);
        at := at + 8;
    END LOOP;
    SELECT i.at, i.numbers INTO at, numbers FROM packed_integers(data, at, count) i;
    IF count > 0 THEN
        SELECT array_agg(CASE WHEN single THEN (u.number / power)::FLOAT4::FLOAT8 ELSE u.number / power END ORDER BY u.nth)
          INTO numbers FROM unnest(numbers) WITH ORDINALITY AS u(number, nth);
    END IF;
    FOR n IN 1..exceptions LOOP
        numbers[places[n]] := values[n];
    END LOOP;
END
$$;

CREATE FUNCTION "packed_values"("data" BYTEA, INOUT "at" INTEGER, "count" INTEGER, OUT "numbers" FLOAT8[])
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    kind INTEGER := get_byte(data, at);
BEGIN
    at := at + 1;
    IF kind = 0 THEN
        SELECT f.at, f.numbers INTO at, numbers FROM packed_floats(data, at, count) f;
    ELSIF kind IN (1, 2) THEN
        SELECT d.at, d.numbers INTO at, numbers FROM packed_decimals(data, at, count, kind = 2) d;
    ELSE
        RAISE EXCEPTION 'This chunk can''t be read: its values are of a kind that nobody knows.';
    END IF;
END
$$;

CREATE FUNCTION "packed_start"("data" BYTEA, "format" INTEGER) RETURNS BYTEA
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    IF get_byte(data, 0) <> format THEN
        RAISE EXCEPTION 'This chunk can''t be read: its format is %, not %.', get_byte(data, 0), format;
    END IF;
    -- A copy in memory: else each look at a byte would fetch and unpack a long one again.
    RETURN data || ''::BYTEA;
END
$$;

-- The numbers of a chunk (`is_number`).
CREATE FUNCTION "chunk_readings"("data" BYTEA) RETURNS TABLE ("time" TIMESTAMPTZ, "value" FLOAT8)
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE ROWS 1440 SET search_path FROM CURRENT AS $$
DECLARE
    bytes BYTEA := packed_start(data, 17);
    at INTEGER;
    times TIMESTAMPTZ[];
    numbers FLOAT8[];
BEGIN
    SELECT i.at, i.times INTO at, times FROM packed_instants(bytes, 1) i;
    SELECT v.numbers INTO numbers FROM packed_values(bytes, at, cardinality(times)) v;
    RETURN QUERY SELECT u.t, u.v FROM unnest(times, numbers) AS u(t, v);
END
$$;

-- Texts, booleans and structures of a chunk (not `is_number`).
CREATE FUNCTION "chunk_others"("data" BYTEA) RETURNS TABLE ("time" TIMESTAMPTZ, "value" JSONB)
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE ROWS 1440 SET search_path FROM CURRENT AS $$
DECLARE
    bytes BYTEA := packed_start(data, 33);
    at INTEGER;
    times TIMESTAMPTZ[];
    size FLOAT8;
    length FLOAT8;
    known JSONB[] := ARRAY[]::JSONB[];
    choices FLOAT8[];
BEGIN
    SELECT i.at, i.times INTO at, times FROM packed_instants(bytes, 1) i;
    SELECT u.at, u.value INTO at, size FROM packed_unsigned(bytes, at) u;
    FOR n IN 1..size LOOP
        SELECT u.at, u.value INTO at, length FROM packed_unsigned(bytes, at) u;
        known[n] := convert_from(substring(bytes FROM at + 1 FOR length::INTEGER), 'UTF8')::JSONB;
        at := at + length::INTEGER;
    END LOOP;
    SELECT i.numbers INTO choices FROM packed_integers(bytes, at, cardinality(times)) i;
    RETURN QUERY SELECT u.t, known[1 + u.choice::INTEGER] FROM unnest(times, choices) AS u(t, choice);
END
$$;

-- The hours of an `hour_summary`; `first_at` and `last_at` count from the start of the day.
CREATE FUNCTION "summary_hours"("data" BYTEA) RETURNS TABLE (
    "hour" INTEGER, "count" BIGINT, "min" FLOAT8, "max" FLOAT8, "sum" FLOAT8, "first" FLOAT8, "last" FLOAT8,
    "first_at" INTERVAL, "last_at" INTERVAL)
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE ROWS 24 SET search_path FROM CURRENT AS $$
DECLARE
    bytes BYTEA := packed_start(data, 49);
    size INTEGER := get_byte(bytes, 1);
    at INTEGER := 2;
    hours FLOAT8[];
    counts FLOAT8[];
    first_unit FLOAT8;
    firsts FLOAT8[];
    last_unit FLOAT8;
    lasts FLOAT8[];
    columns FLOAT8[];
    sums FLOAT8[];
BEGIN
    SELECT i.at, i.numbers INTO at, hours FROM packed_integers(bytes, at, size) i;
    SELECT i.at, i.numbers INTO at, counts FROM packed_integers(bytes, at, size) i;
    SELECT u.at, u.value INTO at, first_unit FROM packed_unsigned(bytes, at) u;
    SELECT i.at, i.numbers INTO at, firsts FROM packed_integers(bytes, at, size) i;
    SELECT u.at, u.value INTO at, last_unit FROM packed_unsigned(bytes, at) u;
    SELECT i.at, i.numbers INTO at, lasts FROM packed_integers(bytes, at, size) i;
    SELECT v.at, v.numbers INTO at, columns FROM packed_values(bytes, at, 4 * size) v;
    SELECT v.numbers INTO sums FROM packed_values(bytes, at, size) v;
    RETURN QUERY
        SELECT hours[n]::INTEGER, counts[n]::BIGINT, columns[n], columns[size + n], sums[n],
               columns[2 * size + n], columns[3 * size + n],
               (hours[n] * 3.6e9 + firsts[n] * first_unit) * INTERVAL '1 microsecond',
               (hours[n] * 3.6e9 + lasts[n] * last_unit) * INTERVAL '1 microsecond'
          FROM generate_series(1, size) AS n;
END
$$;
