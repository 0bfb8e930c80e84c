-- Orders, circulars and bars of organs: cases about a clock of another case, and clocks that end with a date that was set.

alter table case_clock add column set_date date;
comment on column case_clock.set_date is 'The last day, where an order sets it; such a clock is never counted, so that no notice moves its due moment.';

alter table case_file add column about_clock uuid references case_clock (id);
comment on column case_file.about_clock is 'The breached clock of another case that an organ acts about.';
create index case_file_about on case_file (about_clock) where about_clock is not null;

grant select, insert, update on case_file to govshare_app;
grant select, insert, update on case_clock to govshare_app;
