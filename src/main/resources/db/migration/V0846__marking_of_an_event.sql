-- Room document: rows are held against the events that recorded them.
create index document_marking_of_event on document_marking (event);
