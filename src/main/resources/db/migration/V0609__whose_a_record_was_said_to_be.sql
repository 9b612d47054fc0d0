-- Which agency each version of a registration named, beside its sealed words: who could see a record
-- by what was known at an instant turns on it. Of versions recorded before, nothing but the agency
-- of today is known.
alter table registration_version add column originating_agency varchar(32);
update registration_version
set originating_agency = (select d.originating_agency from document d
                          where d.id = registration_version.document);
