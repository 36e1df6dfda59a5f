-- SPDX-License-Identifier: Apache-2.0
create table product (
    id bigint generated always as identity primary key,
    name varchar(100) not null,
    cents integer not null check (cents > 0)
);

insert into product (name, cents) values ('Tent', 18900), ('Stove', 4950), ('Map of the Cairngorms', 1295);
