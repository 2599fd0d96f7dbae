"""Whether the manifests are right, without a cluster: `python -m knative.validate` or `make manifests`.

`manifests.py` renders an overlay, `schemas.py` checks each object against its schema, `rules/` holds what Knative's
webhooks refuse and what must hold between objects, `report.py` runs all of it.
"""
