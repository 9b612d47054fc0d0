-- Accounts of one name are one person's: those of an early demonstration, which were named by their
-- office alone, get their user name beside it. Accounts of people are left as officers named them.
update post
set display_name = display_name || ' (' || (select a.user_name from account a where a.id = post.account_id) || ')'
where account_id in (select a.id from account a where a.demo)
  and exists (select 1 from post o
              where o.account_id <> post.account_id and o.display_name = post.display_name);
