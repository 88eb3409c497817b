-- Search in Chinese, words of two characters included: every pair of neighbouring characters is indexed.
create function bigrams(words text) returns text[]
    language sql immutable strict parallel safe
    as $$
        select coalesce(array_agg(distinct substr(words, i, 2)), '{}')
          from generate_series(1, length(words) - 1) i
         where substr(words, i, 2) !~ '\s'
    $$;

alter table ticket add column search_words text generated always as (
    lower(no || ' ' || place_label || matter || ' ' || place_label || thing || ' ' || coalesce(spot, '') || ' ' || coalesce(result, ''))
) stored;
create index ticket_search on ticket using gin (bigrams(search_words));

-- Only what belongs to a ticket, so that a burst of talk pays nothing for it.
create index inbox_message_search on inbox_message using gin (bigrams(lower(text_masked))) where kept;
