"""The version of the model, for files and programs that were made for another one."""

SCHEMA_VERSION = 2
"""
Grows by one with each change after which a file that was right needs another form.

`content/migrations` has a module for each number; a field that may be left out changes nothing.
"""
