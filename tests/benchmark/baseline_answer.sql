-- What an answer shows of question $2 of topic $1 beside its status, each query by itself.

-- The question, and who is asked.
select q.id, t.title, q.title, q.value_type, q.unit, q.evolution, q.relative_tolerance, e.name
from questions q
join topics t on t.id = q.topic_id
left join respondents r on r.question_id = q.id
left join entities e on e.id = r.entity
where t.name = $1 and q.name = $2;

-- What is claimed.
select c.*, p.name as party_name, a.name as answer_name
from topics t
join questions q on q.topic_id = t.id
join claims c on c.question_id = q.id
join entities p on p.id = c.party
left join entities a on a.id = c.answer
where t.name = $1 and q.name = $2
order by c.said_at, c.name;

-- Where it was seen, and what is cited there, again and again.
with recursive
seen as (
  select a.claim_id, a.number, a.source, a.quote, a.language, a.locator, a.access
  from topics t
  join questions q on q.topic_id = t.id
  join claims c on c.question_id = q.id
  join appearances a on a.claim_id = c.id
  where t.name = $1 and q.name = $2
),
reached (source) as (
  select source from seen
  union
  select c.cited from reached r join citations c on c.source = r.source
)
select 0 as kind, s.claim_id, s.number, s.source, s.quote, s.language, s.locator, s.access, null as uri,
  null as title, null as publisher, null as published, null as reliability
from seen s
union all
select 1, null, null, d.id, d.name, d.language, d.sha256, null, d.uri, d.title, e.name, d.published, d.reliability
from reached r join sources d on d.id = r.source left join entities e on e.id = d.publisher
union all
select 2, null, c.kind, c.source, null, null, null, c.cited, null, null, null, null, null
from reached r join citations c on c.source = r.source;

-- Who speaks or publishes, and for whom they speak or by whom they are owned, again and again.
with recursive
asked as (
  select q.id from topics t join questions q on q.topic_id = t.id where t.name = $1 and q.name = $2
),
seen (source) as (
  select a.source
  from asked q join claims c on c.question_id = q.id join appearances a on a.claim_id = c.id
  union
  select c.cited from seen s join citations c on c.source = s.source
),
named (entity) as (
  select c.party from asked q join claims c on c.question_id = q.id
  union
  select d.publisher from seen s join sources d on d.id = s.source
  union
  select r.entity from asked q join respondents r on r.question_id = q.id
),
behind (entity) as (
  select entity from named
  union
  select p.principal
  from behind b
  join entities e on e.id = b.entity
  cross join lateral (values (e.speaks_for), (e.owned_by)) p (principal)
  where p.principal is not null
)
select e.id, e.name, e.display_name, e.kind, e.speaks_for, e.speaks_from, e.speaks_until, e.owned_by
from behind b join entities e on e.id = b.entity;
