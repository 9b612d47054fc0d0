-- The way through the diagrams that shows what is wrong with a flow, step by step.
create table deployment_finding_step (
    deployment uuid not null,
    finding integer not null,
    position integer not null,
    file varchar(200),
    process varchar(200) not null,
    element varchar(200) not null,
    flow varchar(200),
    says varchar(2000) not null,
    primary key (deployment, finding, position),
    foreign key (deployment, finding) references deployment_finding (deployment, position)
);
