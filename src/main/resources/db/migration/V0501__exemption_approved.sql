-- Whether a signature recorded the Panel's approval of the exemption that the instruction claims.
-- No signature was taken under an exemption without it, so those made before this column bear it.
alter table document_marking add column exemption_approved boolean default false not null;
update document_marking set exemption_approved = true
  where reason_code in ('SUSTAINED', 'DECLASSIFIED_IN_PART')
    and (upper(instruction) like '%25X%' or upper(instruction) like '%50X%' or upper(instruction) like '%75X%');
