-- The plain program's tables on PostgreSQL, and one function that packs a whole box in one call: the baseline for a
-- program that sends several statements per box. The month's row, which every client needs, comes last.
CREATE TABLE item(id int PRIMARY KEY, sku text NOT NULL, packaging int NOT NULL);
CREATE TABLE recipient(id int PRIMARY KEY, code text NOT NULL, since int NOT NULL);
CREATE TABLE receipt(id bigint PRIMARY KEY, reference text NOT NULL, received_on int NOT NULL);
CREATE TABLE box(id bigint PRIMARY KEY, reference text, recipient int NOT NULL, packed_on int NOT NULL,
    given_on int NOT NULL,
    minutes int NOT NULL, contents bigint NOT NULL, packaging bigint NOT NULL, labor bigint NOT NULL);
CREATE TABLE movement(id bigint PRIMARY KEY, day int NOT NULL, kind int NOT NULL, item int NOT NULL,
    lot bigint NOT NULL,
    units bigint NOT NULL, cost bigint NOT NULL, box bigint NOT NULL, receipt bigint NOT NULL, actor int NOT NULL,
        at bigint NOT NULL);
CREATE TABLE open_layer(item int, day int, lot bigint, units bigint NOT NULL, cost bigint NOT NULL,
    PRIMARY KEY(item, day, lot));
CREATE TABLE month_total(month int PRIMARY KEY, boxes bigint NOT NULL, recipients bigint NOT NULL,
    contents bigint NOT NULL,
    packaging bigint NOT NULL, labor bigint NOT NULL, committed bigint NOT NULL, restock bigint NOT NULL,
        cap bigint NOT NULL)
    WITH (fillfactor = 50);
CREATE TABLE month_recipient(month int, recipient int, PRIMARY KEY(month, recipient));
CREATE SEQUENCE movement_id;
CREATE SEQUENCE box_id;

CREATE FUNCTION pack_box(p_day int, p_recipient int, p_items int[],
    p_units bigint[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    v_box bigint := nextval('box_id');
    v_at bigint := CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint);
    v_cost bigint[] := ARRAY[0, 0];
    v_left bigint;
    v_take bigint;
    v_part bigint;
    v_labor bigint := 600;
    l record;
BEGIN
    FOR k IN 1 .. array_length(p_items, 1) LOOP
        v_left := p_units[k];
        WHILE v_left > 0 LOOP
            SELECT o.day, o.lot, o.units, o.cost, i.packaging INTO l
              FROM open_layer o JOIN item i ON i.id = o.item
             WHERE o.item = p_items[k] AND o.day <= p_day ORDER BY o.day, o.lot LIMIT 1 FOR UPDATE OF o;
            IF NOT FOUND THEN RAISE EXCEPTION 'stock would go negative'; END IF;
            v_take := least(l.units, v_left);
            IF v_take = l.units THEN
                v_part := l.cost;
                DELETE FROM open_layer WHERE item = p_items[k] AND day = l.day AND lot = l.lot;
            ELSE
                v_part := l.cost * v_take / l.units + CASE WHEN 2 * (l.cost * v_take % l.units) >= l.units
                    THEN 1 ELSE 0 END;
                UPDATE open_layer SET units = l.units - v_take, cost = l.cost - v_part
                 WHERE item = p_items[k] AND day = l.day AND lot = l.lot;
            END IF;
            INSERT INTO movement VALUES (nextval('movement_id'), p_day, 1, p_items[k], l.lot, -v_take, -v_part,
                v_box, 0, 1, v_at);
            v_cost[1 + l.packaging] := v_cost[1 + l.packaging] + v_part;
            v_left := v_left - v_take;
        END LOOP;
    END LOOP;
    IF v_cost[1] + v_cost[2] + v_labor > 10000000 THEN RAISE EXCEPTION 'box cap'; END IF;
    INSERT INTO box VALUES (v_box, NULL, p_recipient, p_day, 0, 15, v_cost[1], v_cost[2], v_labor);
    UPDATE month_total SET committed = committed + v_cost[1] + v_cost[2] + v_labor
     WHERE month = p_day / 100 AND contents + packaging + labor + committed + v_cost[1] + v_cost[2] + v_labor <= cap;
    IF NOT FOUND THEN RAISE EXCEPTION 'month cap'; END IF;
    RETURN v_box;
END $$;
