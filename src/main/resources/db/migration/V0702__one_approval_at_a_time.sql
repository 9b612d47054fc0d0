-- What comes into force is judged against what is in force: one deployment after another.
create table deployment_turn (
    id integer primary key check (id = 1)
);
insert into deployment_turn (id) values (1);
