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
-- How what each statement leaves open lies to that of another.
pairs as (
  select s.statement, s.side, s.counts, s.polarity, p.statement as other, p.side as other_side,
    p.polarity as other_polarity,
    case
      when s.answer is not null then
        exists (select 1 from above a where a.answer = s.answer and a.broader = p.answer)
      when s.tolerance = 0 and (s.reading = 6 or p.reading = 6) then
        p.reading = 6 and s.low = p.low and s.high = p.high
      else s.low >= p.low - w.width and s.high <= p.high + w.width
    end as inside,
    case
      when s.answer is not null then
        exists (select 1 from above a where a.answer = p.answer and a.broader = s.answer)
      else p.low >= s.low - w.width and p.high <= s.high + w.width
    end as around,
    case
      when s.answer is not null then
        not exists (select 1 from above a where a.answer = s.answer and a.broader = p.answer)
        and not exists (select 1 from above a where a.answer = p.answer and a.broader = s.answer)
      when s.tolerance = 0 and (s.reading = 6 or p.reading = 6) then false
      when s.evolution = 2 and s.since > p.since and s.low = s.high and s.low > p.high then false
      when s.evolution = 2 and p.since > s.since and p.low = p.high and p.low > s.high then false
      else s.low > p.high + w.width or s.high < p.low - w.width
    end as apart
  from statements s
  join statements p on true
  join (
    select a.statement, b.statement as other,
      a.tolerance * case when a.magnitude > b.magnitude then a.magnitude else b.magnitude end as width
    from statements a join statements b on true
  ) w on w.statement = s.statement and w.other = p.statement
),
related as (
  select statement, side, counts, other, other_side,
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
-- Answers that nobody contradicts, and who gives them.
support as (
  select statement, side, counts, other from related
  where supports and other not in (select other from related where opposes)
),
-- By each appearance of a supporter: who else of the supporters he has it from, or else which publisher.
heard as (
  select s.other, s.side, s.counts,
    case
      when v.side = s.side and n.access <> 1 then (
        select min(t.side) from (
          select x.side from reached r join sides x on x.who = r.publisher where r.document = n.document
          union
          select x.side from reached r join seen m on m.document = r.reached join sides x on x.who = m.party
          where r.document = n.document
        ) t
        where t.side <> s.side
          and t.side in (select side from support where support.other = s.other)
      )
      when v.side <> s.side and v.side_kind <> 5 then (
        select min(side) from support where support.other = s.other and support.side = v.side
      )
    end as from_side,
    case when v.side = s.side and n.access <> 1 then (
      select min(x.side) from reached r join sides x on x.who = r.publisher
      where r.document = n.document and x.side <> s.side
    ) end as from_publisher
  from support s
  left join seen n on n.statement = s.statement
  left join sides v on v.who = n.publisher
),
-- A side that has it from nobody is a voice; those that have it from one publisher are one.
voices as (
  select other, side,
    max(case when counts then 1 else 0 end) as counts,
    max(case when from_side is null and from_publisher is null then 1 else 0 end) as first_hand,
    max(from_side) as from_side,
    min(from_publisher) as from_publisher
  from heard
  group by other, side
)
select case
  when exists (select 1 from related where opposes and side <> other_side) then 'CONFLICTING'
  when exists (
    select 1 from voices
    where counts = 1 and (first_hand = 1 or from_side is null)
    group by other
    having count(distinct case when first_hand = 1 then side else from_publisher end) >= 2
  ) then 'CONFIRMED'
  when exists (select 1 from standing) then 'UNCONFIRMED'
  else 'NO_STATEMENTS'
end
