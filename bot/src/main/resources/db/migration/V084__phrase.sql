-- Package phrase: sentences the desk keeps for a step of a ticket, for all matters or for one category.
create table phrase (
    id       bigint generated always as identity primary key,
    action   text not null check (action in ('RESOLVE', 'ASK', 'REJECT', 'REOPEN', 'NOTE')),
    category text,
    words    text not null
);
create unique index phrase_once on phrase (action, coalesce(category, ''), words);
insert into phrase (action, category, words) values
    ('RESOLVE', 'ELEV', '电梯已恢复运行'),
    ('RESOLVE', 'UTIL', '已恢复供应'),
    ('RESOLVE', 'FACIL', '已修好，恢复使用'),
    ('RESOLVE', 'SANI', '已清理干净'),
    ('RESOLVE', 'NOISE', '已上门劝说，对方答应改正'),
    ('RESOLVE', 'PARK', '已联系车主挪车'),
    ('RESOLVE', null, '已处理完毕'),
    ('ASK', null, '请问是几栋几单元？'),
    ('ASK', null, '现在还有这个问题吗？'),
    ('ASK', null, '方便拍一张照片发到群里吗？'),
    ('ASK', 'UTIL', '是一户没有，还是整个单元都没有？'),
    ('ASK', 'ELEV', '是哪一部电梯，里面有没有人？'),
    ('REJECT', null, '这件事不归社区管，请向有关部门反映'),
    ('NOTE', null, '已电话联系，等对方回复'),
    ('NOTE', null, '已到现场查看');
