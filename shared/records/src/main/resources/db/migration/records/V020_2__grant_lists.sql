-- An index for what is read over and over: pages of a grantee's grants from the newest.

create index data_grant_newest on data_grant (grantee, opened_at desc, id) where closed_at is null;
