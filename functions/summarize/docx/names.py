"""Namespaces of the format, in lxml's `{uri}` notation.

Only the Transitional forms stand here: `xml.parse` rewrites Strict names to them.
"""

_SCHEMAS = "http://schemas.openxmlformats.org"
_MICROSOFT = "http://schemas.microsoft.com/office/word"

A = f"{{{_SCHEMAS}/drawingml/2006/main}}"
CT = f"{{{_SCHEMAS}/package/2006/content-types}}"
DGM = f"{{{_SCHEMAS}/drawingml/2006/diagram}}"
M = f"{{{_SCHEMAS}/officeDocument/2006/math}}"
MC = f"{{{_SCHEMAS}/markup-compatibility/2006}}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - the customary prefix of this namespace
PR = f"{{{_SCHEMAS}/package/2006/relationships}}"
R = f"{{{_SCHEMAS}/officeDocument/2006/relationships}}"
V = "{urn:schemas-microsoft-com:vml}"
W = f"{{{_SCHEMAS}/wordprocessingml/2006/main}}"
WP = f"{{{_SCHEMAS}/drawingml/2006/wordprocessingDrawing}}"
WPG = f"{{{_MICROSOFT}/2010/wordprocessingGroup}}"
WPS = f"{{{_MICROSOFT}/2010/wordprocessingShape}}"

W14 = f"{{{_MICROSOFT}/2010/wordml}}"

VAL = f"{W}val"
