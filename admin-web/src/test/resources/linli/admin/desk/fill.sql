-- {tickets} tickets of the last thousand days, oldest first, {open} of them open, with their lines, voices, history and what
-- was said in the groups. Every choice is a hash of the ticket's number: the same desk each time.
create function pg_temp.pick(i bigint, salt int, n int) returns int language sql immutable
    return (abs(hashint8extended(i, salt) % n))::int;

create function pg_temp.one(i bigint, salt int, words text[]) returns text language sql immutable
    return words[1 + pg_temp.pick(i, salt, cardinality(words))];

update chat_group
   set external_chat_id = 'wrBench' || id, status = 'BOUND'
 where external_chat_id is null;

create temp table place as
select row_number() over (order by b.id) - 1 as k, b.id as area_id, b.parent_id as grid_id, b.number as building,
       g.id as chat_group_id, g.external_chat_id as chat_id,
       (select array_agg(s.id order by s.id) from staff s where s.grid_id = b.parent_id) as workers
  from area b
  join chat_group g on g.area_id = b.id
 where b.kind = 'BUILDING';

create temp table trouble as
select row_number() over (order by o.n, f.n) - 1 as k, o.category, o.thing, o.thing || f.fault as matter
  from (values (1, 'UTIL', '自来水'), (2, 'SANI', '垃圾桶'), (3, 'FACIL', '楼道灯'), (4, 'ELEV', '电梯'), (5, 'PARK', '停车位'),
               (6, 'FACIL', '单元门'), (7, 'NOISE', '装修施工'), (8, 'HOUSE', '外墙'), (9, 'UTIL', '下水道'), (10, 'SANI', '化粪池'),
               (11, 'PARK', '充电桩'), (12, 'FIRE', '灭火器'), (13, 'HOUSE', '屋顶'), (14, 'FACIL', '路灯'), (15, 'PROP', '物业前台'),
               (16, 'UTIL', '天然气管'), (17, 'PET', '流浪狗'), (18, 'PARK', '道闸'), (19, 'FACIL', '健身器材'), (20, 'FIRE', '消防栓'),
               (21, 'BUILD', '围墙'), (22, 'SANI', '绿化带'), (23, 'FALL', '空调外机'), (24, 'UTIL', '网络光纤'), (25, 'ELEV', '货梯'),
               (26, 'CARE', '送餐服务'), (27, 'HOUSE', '天花板'), (28, 'TRAF', '减速带'), (29, 'EDU', '托管班'), (30, 'CIVIL', '快递柜'),
               (31, 'SAFE', '监控探头'), (32, 'NOISE', '广场舞音响')) o (n, category, thing)
 cross join (values (1, '坏了'), (2, '漏水'), (3, '停运'), (4, '堵塞'), (5, '不亮'), (6, '松动'), (7, '脱落'), (8, '异响'), (9, '被占用'),
                    (10, '没人清理'), (11, '生锈'), (12, '破损'), (13, '失灵'), (14, '发臭'), (15, '断电'), (16, '锁不上')) f (n, fault);

insert into ticket (id, no, source, kind, category, thing, matter, urgency, urgent, restricted, reply, status, area_id, grid_id, building,
                    units, floor, spot, place_label, chat_group_id, owner_id, unit_id, voices, respond_by, resolve_by, responded_at,
                    resolved_at, paused_at, result, reject_code, merged_into, created_at, state_at, updated_at)
overriding system value
select i, to_char(born at time zone 'Asia/Shanghai', 'YYMMDD') || '-'
             || lpad((row_number() over (partition by (born at time zone 'Asia/Shanghai')::date order by i))::text, 4, '0'),
       'GROUP', 'bench', category, thing, matter, urgency, urgency < 'P2', pg_temp.pick(i, 3, 50) = 0, 'registered', status, area_id,
       grid_id, building, array[unit], (1 + pg_temp.pick(i, 4, 30))::text,
       case when pg_temp.pick(i, 5, 5) < 3 then
           pg_temp.one(i, 6, '{负一楼,负二楼,一楼大厅,二楼平台,架空层,天台,北门,南门,东侧,西侧,中庭,后门}')
             || pg_temp.one(i, 7, '{车库入口,消防通道,楼梯间,电井旁,信报箱,儿童乐园,凉亭,花坛边,岗亭,配电房}') end,
       building || '栋' || unit || '单元', chat_group_id,
       case when status <> 'OPEN' then workers[1 + pg_temp.pick(i, 8, cardinality(workers))] end,
       case when pg_temp.pick(i, 9, 10) < 7 then (select min(id) from unit) + pg_temp.pick(i, 10, (select count(*)::int from unit)) end,
       1 + pg_temp.pick(i, 11, 3),
       case when is_open then now() + make_interval(mins => pg_temp.pick(i, 12, 17280) - 2880) else born + interval '4 hours' end,
       case when is_open then now() + make_interval(mins => pg_temp.pick(i, 13, 17280) - 2880) else born + interval '5 days' end,
       case when status not in ('OPEN', 'CANDIDATE') then born + interval '1 hour' end,
       case when status in ('RESOLVED', 'CLOSED') then done end,
       case when status = 'NEED_INFO' then now() - interval '2 hours' end,
       case when status in ('RESOLVED', 'CLOSED') then
           pg_temp.one(i, 14, '{物业,维保单位,网格员,社区,施工队,水务公司,供电所,城管,业委会,志愿者}')
             || pg_temp.one(i, 15, '{已更换,已修复,已疏通,已清运,已加固,已上门,已劝离,已协调,已消杀,已重启}')
             || pg_temp.one(i, 16, '{，现场拍照留存,，居民表示满意,，后续每周巡查,，已张贴告示,，三日内复查,，费用由维修基金列支,，已回电告知,，恢复正常使用}') end,
       case when status = 'REJECTED' then 'OTHER' end,
       case when status = 'MERGED' then i - 1 end,
       born, done, done
  from (select i, born, is_open, p.*, t.category, t.thing, t.matter, 1 + pg_temp.pick(i, 17, 4) as unit,
               case when is_open and pg_temp.pick(i, 18, 500) = 0 then 'P0' else pg_temp.one(i, 19, '{P1,P2,P2,P2,P3,P3}') end as urgency,
               case when is_open then pg_temp.one(i, 20, '{OPEN,OPEN,OPEN,ACCEPTED,ACCEPTED,IN_PROGRESS,IN_PROGRESS,IN_PROGRESS,NEED_INFO,HANDED_OFF}')
                    when born > now() - interval '2 days' and pg_temp.pick(i, 21, 20) = 0 then 'CANDIDATE'
                    when born > now() - interval '6 days' then 'RESOLVED'
                    else pg_temp.one(i, 22, '{CLOSED,CLOSED,CLOSED,CLOSED,CLOSED,CLOSED,CLOSED,CLOSED,CLOSED,CLOSED,CLOSED,CLOSED,REJECTED,VOID,MERGED}') end as status,
               least(now() - interval '1 minute', born + make_interval(mins => pg_temp.pick(i, 23, 7200))) as done
          from (select i, now() - (({tickets} - i) * interval '1000 days' / {tickets}) as born,
                       i > {tickets} - 3 * {open} and i % 3 = 0 as is_open
                  from generate_series(1, {tickets}) i) base
          join place p on p.k = pg_temp.pick(i, 24, (select count(*)::int from place))
          join trouble t on t.k = least(pg_temp.pick(i, 25, 512), pg_temp.pick(i, 26, 512))) made
 order by i;

insert into inbox_message (id, adapter, msg_id, seq, chat_id, sender_id, kind, text_sealed, text_masked, sent_at, state, outcome, kept)
overriding system value
select case line when 1 then i else {tickets} + i end, 'bench', 'bench-' || line || '-' || i, i, p.chat_id,
       'wmBench' || pg_temp.pick(i, 30 + line, 200), 'TEXT', decode(md5(i::text) || md5(line::text), 'hex'),
       pg_temp.one(i, 40 + line, '{请问,大家好,物业在吗,有没有人管,又来了,反映一下,麻烦看看,各位邻居,急急急,老问题,群主,网格员,管家,今天早上,昨晚上,下班回来,刚刚,周末,半夜,中午}')
         || '，' || t.place_label || coalesce(t.spot, '') || '的' || t.matter
         || pg_temp.one(i, 42 + line, '{，好几天了,，等了一个小时,，打电话没人接,，老人出不了门,，孩子差点摔了,，味道太大,，吵得睡不着,，上次修了又坏,，是不是该换了,，一直没动静,，影响做饭,，地上全是水,，晚上看不见,，已经拍照了,，请尽快}')
         || pg_temp.one(i, 44 + line, '{，谢谢,，辛苦了,，有人知道吗,，到底归谁管,，什么时候能好,，求回复,，我们楼上也是,，三楼的也一样,，唉,，拜托,，等消息,，都交了物业费的}'),
       t.created_at + (line - 1) * interval '2 minutes', 'DONE', 'bench', true
  from ticket t
  join lateral (select t.id as i) n on true
  join place p on p.chat_group_id = t.chat_group_id
  cross join generate_series(1, 2) line
 where line = 1 or i % 3 = 1
 order by i, line;

insert into ticket_message (ticket_id, message_id, part)
select case when id > {tickets} then id - {tickets} else id end, id, case when id > {tickets} then 'voice' else 'report' end
  from inbox_message
 where adapter = 'bench';

insert into ticket_voice (ticket_id, speaker, message_id, reporter, at)
select t.id, 'wmBench' || v || '-' || t.id % 200, case v when 1 then t.id end, v = 1, t.created_at + v * interval '3 minutes'
  from ticket t
  cross join lateral generate_series(1, t.voices) v;

insert into outbox_message (id, key, route, target, batch, text, reason, not_before, state, created_at, sent_at)
overriding system value
select t.id, 'bench:' || t.id, 'STAFF_TAP', p.chat_id, 'bench:' || t.id,
       '【已登记】' || t.place_label || t.matter || '，单号 ' || t.no || '。网格员会核实处理。', 'registered',
       t.created_at + interval '90 seconds', 'SENT', t.created_at, t.created_at + interval '2 minutes'
  from ticket t
  join place p on p.chat_group_id = t.chat_group_id
 where t.status <> 'CANDIDATE';

insert into ticket_event (ticket_id, at, actor_ref, actor_name, actor_role, kind, from_status, to_status, note, line_id)
select t.id, e.at, e.actor, e.name, e.role, e.kind, e.from_status, e.to_status, e.note, e.line_id
  from ticket t
  cross join lateral (values
       (t.created_at, 'system', '', 'SYSTEM', 'OPENED', null, 'OPEN', null, null),
       (t.created_at + interval '2 minutes', 'system', '', 'SYSTEM', 'SAID', null, null, null, case when t.status <> 'CANDIDATE' then t.id end),
       (t.responded_at, 'wangge2', '陈静', 'GRID', 'ACCEPT', 'OPEN', 'ACCEPTED', '今天 18:00 前到场', null),
       (t.resolved_at, 'wangge2', '陈静', 'GRID', 'RESOLVE', 'ACCEPTED', 'RESOLVED', t.result, null)) e
       (at, actor, name, role, kind, from_status, to_status, note, line_id)
 where e.at is not null
 order by t.id;

select setval(pg_get_serial_sequence('ticket', 'id'), {tickets});

select setval(pg_get_serial_sequence('inbox_message', 'id'), 2 * {tickets});

select setval(pg_get_serial_sequence('outbox_message', 'id'), {tickets});
