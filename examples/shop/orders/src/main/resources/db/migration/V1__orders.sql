-- SPDX-License-Identifier: Apache-2.0
create table purchase_order (
    id bigint generated always as identity primary key,
    product_id bigint not null,
    product varchar(100) not null,
    quantity integer not null check (quantity > 0),
    cents integer not null,
    placed_at timestamp with time zone not null
);
