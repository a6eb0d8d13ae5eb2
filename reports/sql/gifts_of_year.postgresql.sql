-- The boxes given in a time, as gift limits count them.
WITH own AS (
    SELECT b.recipient_no, b.box_no, b.given_on, b.contents_minor + b.packaging_minor AS cost_minor,
        b.contents_minor + CAST(:counts_packaging AS bigint) * b.packaging_minor - COALESCE((
            SELECT CAST(-SUM(m.cost_minor) AS BIGINT)
            FROM movement m
            JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
            WHERE m.store_id = b.store_id AND m.seq BETWEEN b.first_movement AND b.last_movement AND i.imprinted = 1
                AND i.kind = 'contents'
                AND m.cost_minor >= CAST(:imprinted_most AS bigint) * m.units), 0) AS countable_minor,
        (SELECT string_agg(l.words, ', ' ORDER BY l.seq) FROM (
            SELECT CAST(CAST(-SUM(m.units) AS BIGINT) AS TEXT) || ' ' || i.name AS words, MIN(m.seq) AS seq
            FROM movement m
            JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
            WHERE m.store_id = b.store_id AND m.seq BETWEEN b.first_movement AND b.last_movement
                AND i.kind = 'contents'
            GROUP BY i.item_no, i.name) l) AS description,
        (SELECT string_agg(n.reason, '; ' ORDER BY n.nomination_no)
            FROM nomination n
            WHERE n.store_id = b.store_id AND n.recipient_no = b.recipient_no AND n.state = 'open'
                AND n.month <= b.month AND n.month >= CASE b.packed_on / 100 % 100
                    WHEN 1 THEN b.packed_on / 100 - 89 ELSE b.packed_on / 100 - 1 END) AS nominated_for,
        (SELECT t.tax_class FROM box_tax t WHERE t.store_id = b.store_id AND t.box_no = b.box_no
            ORDER BY t.event_seq DESC LIMIT 1) AS own_class,
        (SELECT t.purpose FROM box_tax t WHERE t.store_id = b.store_id AND t.box_no = b.box_no
            ORDER BY t.event_seq DESC LIMIT 1) AS own_purpose,
        (SELECT d.tax_class FROM gift_default d WHERE d.store_id = b.store_id AND d.from_month <= b.month
            ORDER BY d.from_month DESC, d.event_seq DESC LIMIT 1) AS default_class,
        (SELECT d.purpose FROM gift_default d WHERE d.store_id = b.store_id AND d.from_month <= b.month
            ORDER BY d.from_month DESC, d.event_seq DESC LIMIT 1) AS default_purpose,
        (SELECT d.relationship FROM gift_default d WHERE d.store_id = b.store_id AND d.from_month <= b.month
            ORDER BY d.from_month DESC, d.event_seq DESC LIMIT 1) AS default_relationship
    FROM box b
    WHERE b.store_id = :store_id AND b.month BETWEEN :first_month AND :last_month AND b.state = 'given'
        AND b.given_on >= :first_day AND b.given_on < :end_day
), gift AS (
    SELECT o.recipient_no, o.box_no, o.given_on, o.cost_minor, o.description,
        COALESCE(NULLIF(o.own_purpose, ''), NULLIF(o.nominated_for, ''), NULLIF(o.default_purpose, '')) AS purpose,
        COALESCE(NULLIF(o.own_class, ''), o.default_class, 'gift') AS tax_class,
        COALESCE(NULLIF(r.recipient_group, ''), o.default_relationship, '') AS relationship, r.code, r.name, r.kind,
        CASE WHEN COALESCE(NULLIF(o.own_class, ''), o.default_class, 'gift') = 'gift' THEN o.countable_minor ELSE 0 END
            AS counted_minor
    FROM own o
    JOIN recipient r ON r.store_id = :store_id AND r.recipient_no = o.recipient_no
)
SELECT g.code, g.name, g.kind, g.relationship, g.box_no, g.given_on, g.description, g.purpose, g.tax_class,
    CAST(g.cost_minor AS BIGINT) AS cost_minor, CAST(g.counted_minor AS BIGINT) AS counted_minor,
    CAST(SUM(g.counted_minor) OVER (
        PARTITION BY g.recipient_no ORDER BY g.given_on, g.box_no
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - g.counted_minor AS BIGINT) AS before_minor,
    CAST(SUM(g.counted_minor) OVER (PARTITION BY g.recipient_no) AS BIGINT) AS whole_minor
FROM gift g
ORDER BY CASE WHEN g.relationship = '' OR g.description IS NULL OR g.purpose IS NULL THEN 0 ELSE 1 END, g.code,
    g.given_on, g.box_no
