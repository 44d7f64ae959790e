-- The status of question $2 of topic $1, by the rules of docs/comparison.md as far as one query goes. Runs on
-- PostgreSQL and SQLite. What it leaves out: withdrawals, retractions, valid times, sums, relations of texts,
-- open ends of ranges, answers with something in common, circles of documents and of sides.
with recursive
asked as (
  select q.id, q.evolution, q.relative_tolerance
  from questions q join topics t on t.id = q.topic_id
  where t.name = $1 and q.name = $2
),
-- What is compared. `reading` is the bound, but with a tolerance "about" is exact.
said as (
  select c.*, q.evolution, q.relative_tolerance as tolerance,
    case when c.bound = 6 and q.relative_tolerance > 0 then 1 else c.bound end as reading
  from claims c join asked q on c.question_id = q.id
  where c.speech_act = 1 and c.certainty < 4
),
-- What a party says again is the same statement, said when it first was.
stated as (
  select said.*, min(id) over same as statement, min(said_at) over same as since
  from said
  window same as (partition by party, low, high, answer, polarity, certainty, reading)
),
-- The latest word of each party, claim by claim.
standing as (
  select * from (
    select stated.*,
      rank() over (partition by party order by since desc, case when evolution = 2 then -low end) as place
    from stated
  ) ranked
  where place = 1
),
seen as (
  select s.statement, s.party, a.access, d.id as document, d.publisher
  from standing s
  join appearances a on a.claim_id = s.id
  join sources d on d.id = a.source
),
-- What each document leads to by its citations.
led (document, reached) as (
  select n.document, c.cited from (select distinct document from seen) n join citations c on c.source = n.document
  union
  select l.document, c.cited from led l join citations c on c.source = l.reached
),
reached as (
  select l.document, l.reached, d.publisher from led l join sources d on d.id = l.reached
),
-- Whose word anyone's is: who speaks for another, or else is owned, counts as that one.
principals as not materialized (
  select e.id,
    case
      when e.speaks_for is not null
        and (e.speaks_from is null or e.speaks_from < (select max(since) from standing))
        and (e.speaks_until is null or e.speaks_until > (select max(since) from standing))
      then e.speaks_for
      else e.owned_by
    end as principal
  from entities e
),
walk (who, at, principal) as (
  select w.who, w.who, p.principal
  from (select party as who from standing union select publisher from seen union select publisher from reached) w
  join principals p on p.id = w.who
  union all
  select w.who, p.id, p.principal from walk w join principals p on p.id = w.principal
),
sides as (
  select w.who, w.at as side, e.kind as side_kind, o.kind
  from walk w join entities e on e.id = w.at join entities o on o.id = w.who
  where w.principal is null
),
statements as (
  select distinct s.statement, s.party, s.since, s.low, s.high, s.magnitude, s.answer, s.polarity, s.reading,
    s.evolution, s.tolerance, v.side, s.certainty = 1 and v.kind <> 8 as counts
  from standing s join sides v on v.who = s.party
),
-- Each answer with itself and all that is broader.
above (answer, broader) as (
  select answer, answer from statements where answer is not null
  union
  select a.answer, b.broader from above a join broader b on b.entity = a.broader
),
-- Statements that leave the same open are one position; on a question that grows, if said together.
positions as (
  select min(statement) as position, low, high, magnitude, answer, polarity, reading, min(since) as since,
    min(side) as first_side, max(side) as last_side
  from statements
  group by low, high, magnitude, answer, polarity, reading, case when evolution = 2 then since end
),
-- Each statement beside each position, and how far apart the two may lie and still agree.
beside as (
  select s.statement, s.side, s.counts, s.polarity, s.low, s.high, s.answer, s.reading, s.since, s.evolution,
    s.tolerance, p.position, s.side <> p.first_side or s.side <> p.last_side as others_too,
    p.polarity as other_polarity, p.low as other_low, p.high as other_high, p.answer as other_answer,
    p.reading as other_reading, p.since as other_since,
    s.tolerance * case when s.magnitude > p.magnitude then s.magnitude else p.magnitude end as width
  from statements s cross join positions p
),
-- How what the one leaves open lies to that of the other.
pairs as (
  select b.*,
    case
      when answer is not null then
        exists (select 1 from above a where a.answer = b.answer and a.broader = b.other_answer)
      when tolerance = 0 and (reading = 6 or other_reading = 6) then
        other_reading = 6 and low = other_low and high = other_high
      else low >= other_low - width and high <= other_high + width
    end as inside,
    case
      when answer is not null then
        exists (select 1 from above a where a.answer = b.other_answer and a.broader = b.answer)
      else other_low >= low - width and other_high <= high + width
    end as around,
    case
      when answer is not null then
        not exists (select 1 from above a where a.answer = b.answer and a.broader = b.other_answer)
        and not exists (select 1 from above a where a.answer = b.other_answer and a.broader = b.answer)
      when tolerance = 0 and (reading = 6 or other_reading = 6) then false
      when evolution = 2 and low = high and other_low = other_high
        and (since > other_since and low > other_low or since < other_since and low < other_low) then false
      else low > other_high + width or high < other_low - width
    end as apart
  from beside b
),
related as (
  select statement, side, counts, position, others_too,
    case
      when polarity = 1 and other_polarity = 1 then inside
      when polarity = 2 and other_polarity = 2 then around
      when polarity = 1 then apart
      else false
    end as supports,
    case
      when polarity = 1 and other_polarity = 1 then apart
      when polarity = 2 and other_polarity = 2 then false
      when polarity = 1 then inside
      else around
    end as opposes
  from pairs
),
-- Positions that nobody contradicts, and who is behind them.
support as (
  select statement, side, counts, position
  from (
    select related.*, max(case when opposes then 1 else 0 end) over (partition by position) as opposed from related
  ) r
  where supports and opposed = 0
),
-- Whose words a statement repeats where it was seen: a side that cites others in its own document repeats their
-- publishers and who is seen there; one that another side tells of, who is no outlet, has it from that one.
repeats (statement, document, access, teller, publisher) as (
  select n.statement, n.document, n.access, w.side, w.side
  from seen n
  join sides v on v.who = n.publisher
  join sides p on p.who = n.party and p.side = v.side
  join reached r on r.document = n.document
  join sides w on w.who = r.publisher and w.side <> p.side
  where n.access <> 1
  union
  select n.statement, n.document, n.access, w.side, null
  from seen n
  join sides v on v.who = n.publisher
  join sides p on p.who = n.party and p.side = v.side
  join reached r on r.document = n.document
  join seen m on m.document = r.reached
  join sides w on w.who = m.party and w.side <> p.side
  where n.access <> 1
  union
  select n.statement, n.document, n.access, v.side, null
  from seen n
  join sides v on v.who = n.publisher and v.side_kind <> 5
  join sides p on p.who = n.party and p.side <> v.side
),
-- By each appearance of a supporter: which other supporter he has it from, and which publisher.
heard as (
  select s.position, s.side, max(case when s.counts then 1 else 0 end) as counts, max(z.side) as from_side,
    min(r.publisher) as from_publisher
  from support s
  left join seen n on n.statement = s.statement
  left join repeats r on r.statement = n.statement and r.document = n.document and r.access = n.access
  left join (select distinct position, side from support) z on z.position = s.position and z.side = r.teller
  group by s.position, s.side, n.document, n.access
),
-- A side that has it from nobody is a voice; those that have it from one publisher are one.
voices as (
  select position, side,
    max(counts) as counts,
    max(case when from_side is null and from_publisher is null then 1 else 0 end) as first_hand,
    max(from_side) as from_side,
    min(from_publisher) as from_publisher
  from heard
  group by position, side
)
select case
  when exists (select 1 from related where opposes and others_too) then 'CONFLICTING'
  when exists (
    select 1 from voices
    where counts = 1 and (first_hand = 1 or from_side is null)
    group by position
    having count(distinct case when first_hand = 1 then side else from_publisher end) >= 2
  ) then 'CONFIRMED'
  when exists (select 1 from standing) then 'UNCONFIRMED'
  else 'NO_STATEMENTS'
end
