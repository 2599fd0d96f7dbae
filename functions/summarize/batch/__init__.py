"""Batches of documents over object storage.

request.py      what is asked for: where the documents are, where results go, with which options
manifest.py     the list of documents, frozen when the batch begins
folder.py       the batch's folder in the storage: which object means what
documents.py    one document: its bytes -> the pipeline -> its result object
coordinator.py  which document is next, and when the batch is complete
results.py      all results in one JSONL and one CSV file
handlers.py     the events that drive it
inline.py       the same events without a broker
aws_events.py   what AWS tells a Lambda function of, as those events

There is no database: a document is done when its result object exists, which is created once and never replaced.
Any process may be killed at any moment and any event may arrive twice. At most `window` documents are on their way:
the documents form `window` chains, and document i being done releases document i + window. An event that is lost for
good (a dead letter) stops its chain only until it is replayed, or until `batch.requested` is sent again, which
releases the first undone document of each chain.
"""
