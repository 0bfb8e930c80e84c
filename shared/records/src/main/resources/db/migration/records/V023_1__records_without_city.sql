-- Records whose code falls to no city are found again when the regions change.

create index record_without_city on record (dataset_id, region_code) where city is null and not deleted;
