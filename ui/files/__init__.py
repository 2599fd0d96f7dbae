"""Summaries as files to take away: text, Word, JSON, a table and an archive. Nothing here touches a disk."""
